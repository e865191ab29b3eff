// Signatures with recovery against published facts: the addresses of EIP-55, the key and message of web3.js's
// documentation of accounts.sign(), the private key 1.
#include "core/base/errors.h"
#include "core/crypto/hex.h"
#include "core/crypto/secp256k1.h"
#include "tests/support/bytes.h"
#include "tests/support/expect.h"

using namespace streamdesk;
using crypto::EthereumAddress;
using crypto::RecoverableSignature;
using crypto::Secp256k1PrivateKey;

namespace {

Secp256k1PrivateKey keyOf(std::string_view hex)
{
    Secp256k1PrivateKey key;
    test::fill(key.bytes(), test::unhex(hex));
    return key;
}

constexpr const char *order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
constexpr const char *documentedKey = "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318";
const std::string documentedRs = "b91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd"
                                 "6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a029";

RecoverableSignature signature(const std::string &rs, unsigned parity)
{
    RecoverableSignature made{.rs = {}, .parity = parity};
    test::fill(made.rs, test::unhex(rs));
    return made;
}

} // namespace

class TestSecp256k1 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesHaveTheChecksumOfEip55()
    {
        for (const std::string expected :
             {"0x52908400098527886E0F7030069857D2E4169EE7", "0xde709f2102306220921060314715629080e2fb77",
              "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
              "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"}) {
            const auto bytes = crypto::fromHex<20>(expected);
            QVERIFY(bytes);
            QCOMPARE(crypto::addressText(EthereumAddress{*bytes}), expected);
        }
    }

    void keysHaveTheirPublishedAddresses()
    {
        QCOMPARE(crypto::addressText(crypto::addressOf(keyOf(std::string(63, '0') + "1"))),
                 std::string("0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf"));
        QCOMPARE(crypto::addressText(crypto::addressOf(keyOf(documentedKey))),
                 std::string("0x2c7536E3605D9C16a7a3D7b1898e529396a65c23"));
    }

    void signsThePublishedMessage()
    {
        const crypto::Digest digest = crypto::personalMessageDigest("Some data");
        QCOMPARE(crypto::toHex(digest),
                 std::string("1da44b586eb0729ff70a73c326926f6ed5a25f5b056e7f47fbc6e58d86871655"));
        const RecoverableSignature made = crypto::sign(digest, keyOf(documentedKey));
        QCOMPARE(crypto::toHex(made.rs), documentedRs);
        QCOMPARE(made.parity, 1U); // written as v = 28
        QVERIFY(crypto::recoverAddress(digest, made) == crypto::addressOf(keyOf(documentedKey)));
    }

    void theOtherSRecoversTheSameSigner()
    {
        // The group's order minus the s above.
        const std::string high =
            documentedRs.substr(0, 64) + "9ff818b327d1fc847ffe79bdd03d25e83e3a5df66962ceb160751b8bd754a118";
        const crypto::Digest digest = crypto::personalMessageDigest("Some data");
        QVERIFY(crypto::recoverAddress(digest, signature(high, 0)) == crypto::addressOf(keyOf(documentedKey)));
        QVERIFY(crypto::recoverAddress(digest, signature(high, 1)) != crypto::addressOf(keyOf(documentedKey)));
    }

    void valuesThatNoKeyMakesRecoverNothing()
    {
        const crypto::Digest digest = crypto::personalMessageDigest("Some data");
        const std::string zero(64, '0');
        const std::string r = documentedRs.substr(0, 64);
        const std::string s = documentedRs.substr(64);
        for (const std::string &rs : {zero + s, r + zero, zero + zero, order + s, r + order, std::string(128, 'f')}) {
            for (const unsigned parity : {0U, 1U}) {
                QVERIFY2(!crypto::recoverAddress(digest, signature(rs, parity)), rs.c_str());
            }
        }
        // No point of the curve has 5 as its x.
        QVERIFY(!crypto::recoverAddress(digest, signature(std::string(63, '0') + "5" + s, 0)));
    }

    void knowsWhatIsNoKey()
    {
        for (const std::string &bad : {std::string(64, '0'), std::string(order), std::string(64, 'f')}) {
            const Secp256k1PrivateKey key = keyOf(bad);
            QVERIFY(!crypto::isUsable(key));
            QVERIFY(test::thrownBy<StreamSigningError>([&] { (void)crypto::addressOf(key); }));
            QVERIFY(test::thrownBy<StreamSigningError>([&] { (void)crypto::sign(crypto::Digest{}, key); }));
        }
        std::string last = order;
        last.back() = '0';
        QVERIFY(crypto::isUsable(keyOf(last)));
    }
};

QTEST_APPLESS_MAIN(TestSecp256k1)
#include "test_secp256k1.moc"
