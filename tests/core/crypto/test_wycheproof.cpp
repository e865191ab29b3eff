#include "core/crypto/aes_gcm.h"
#include "core/crypto/chunk_cipher.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/hex.h"
#include "core/crypto/keccak.h"
#include "core/crypto/sealed_box.h"
#include "core/crypto/secp256k1.h"
#include "tests/support/bytes.h"
#include "tests/support/vectors.h"

#include <QTest>
#include <functional>
#include <set>
#include <sodium.h>

using namespace streamdesk;
using namespace streamdesk::crypto;

namespace {

// One vector with its group's parameters.
struct Vector
{
    QJsonObject test;
    QJsonObject group;

    [[nodiscard]] int id() const { return test[QStringLiteral("tcId")].toInt(); }
    [[nodiscard]] QString result() const { return test[QStringLiteral("result")].toString(); }
    [[nodiscard]] bool valid() const { return result() == QStringLiteral("valid"); }
    [[nodiscard]] bool hasFlag(const char *flag) const
    {
        return test[QStringLiteral("flags")].toArray().contains(QLatin1String(flag));
    }
    // As it is written, for our own readers of hex to judge.
    [[nodiscard]] std::string hex(const char *name) const { return test[QLatin1String(name)].toString().toStdString(); }
    [[nodiscard]] std::string text(const char *name) const
    {
        return QByteArray::fromHex(test[QLatin1String(name)].toString().toLatin1()).toStdString();
    }
    [[nodiscard]] std::vector<std::byte> bytes(const char *name) const { return test::unhex(hex(name)); }
};

template <typename Key>
Key keyFrom(const std::vector<std::byte> &bytes)
{
    Key key;
    test::fill(key.bytes(), bytes);
    return key;
}

// Runs every vector of a file and says how many did what they should. None is passed over.
void runFile(const QString &name, int expectedCount, const std::function<bool(const Vector &)> &passes)
{
    const QJsonObject file = test::readVectors(QStringLiteral("wycheproof/") + name);
    int executed = 0;
    QStringList failed;
    for (const QJsonValue group : file[QStringLiteral("testGroups")].toArray()) {
        for (const QJsonValue test : group.toObject()[QStringLiteral("tests")].toArray()) {
            const Vector vector{.test = test.toObject(), .group = group.toObject()};
            ++executed;
            if (!passes(vector)) {
                failed += QString::number(vector.id());
            }
        }
    }
    const int skipped = file[QStringLiteral("numberOfTests")].toInt() - executed;
    qInfo("%s: executed %d, passed %lld, skipped %d", qPrintable(name), executed,
          static_cast<long long>(executed - failed.size()), skipped);
    QVERIFY2(failed.isEmpty(), qPrintable(QStringLiteral("failed: ") + failed.join(QStringLiteral(", "))));
    QCOMPARE(executed, expectedCount);
    QCOMPARE(skipped, 0);
}

// What policy.json says of a file's vectors: the ids listed under `answer`.
std::set<int> pinned(const char *file, const char *answer)
{
    const QJsonObject policy = test::readVectors(QStringLiteral("wycheproof/policy.json"));
    std::set<int> ids;
    for (const QJsonValue id : policy[QLatin1String(file)].toObject()[QLatin1String(answer)].toArray()) {
        ids.insert(id.toInt());
    }
    return ids;
}

} // namespace

// Project Wycheproof's vectors through the functions the program calls (tests/data/wycheproof).
class TestWycheproof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(sodium_init() >= 0); }
    void xchacha20Poly1305();
    void aes256Gcm();
    void x25519();
    void ed25519();
    void secp256k1();
};

void TestWycheproof::xchacha20Poly1305()
{
    runFile(QStringLiteral("xchacha20_poly1305_test.json"), 315, [](const Vector &vector) {
        const auto nonce = fromHex<chunkNonceSize>(vector.hex("iv"));
        const auto tag = fromHex<chunkTagSize>(vector.hex("tag"));
        if (!nonce || !tag) {
            return !vector.valid() && vector.hasFlag("InvalidNonceSize");
        }
        const auto key = keyFrom<ChunkKey>(vector.bytes("key"));
        const std::vector<std::byte> associatedData = vector.bytes("aad");
        const std::vector<std::byte> message = vector.bytes("msg");
        std::vector<std::byte> bytes = message;
        ChunkCipher cipher;
        cipher.beginEncrypt(key, *nonce, associatedData);
        cipher.update(bytes);
        const bool encrypts = cipher.finishEncrypt() == *tag && bytes == vector.bytes("ct");

        bytes = vector.bytes("ct");
        cipher.beginDecrypt(key, *nonce, associatedData);
        cipher.update(bytes);
        const bool decrypts = cipher.finishDecrypt(*tag) && bytes == message;
        return encrypts == vector.valid() && decrypts == vector.valid();
    });
}

// Keys of 256 bits and nonces of 96 are all there is here: other sizes are no keys and no nonces.
void TestWycheproof::aes256Gcm()
{
    int refused = 0;
    runFile(QStringLiteral("aes_gcm_test.json"), 316, [&refused](const Vector &vector) {
        FieldKey key;
        const auto nonce = fromHex<gcmNonceSize>(vector.hex("iv"));
        if (!decodeHex(vector.hex("key"), key.bytes()) || !nonce) {
            ++refused;
            return vector.group[QStringLiteral("keySize")] != 256 || vector.group[QStringLiteral("ivSize")] != 96;
        }
        const std::string expected = vector.text("iv") + vector.text("ct") + vector.text("tag");
        const bool seals = sealAesGcm(key, *nonce, vector.text("msg"), vector.text("aad")) == expected;
        const bool opens = openAesGcm(key, expected, vector.text("aad")) == vector.text("msg");
        return seals == vector.valid() && opens == vector.valid();
    });
    QCOMPARE(refused, 316 - 39 - 27);
}

// What is exposed is the sealed box. So each vector's shared secret is made into a box by hand, from the vector's
// public key to its private key, and opened: it opens only if the same secret is found.
void TestWycheproof::x25519()
{
    int zeroSecrets = 0;
    runFile(QStringLiteral("x25519_test.json"), 518, [&zeroSecrets](const Vector &vector) {
        const auto pair = keyPairOf(keyFrom<X25519PrivateKey>(vector.bytes("private")));
        const auto ephemeral = fromHex<keySize>(vector.hex("public"));
        const auto shared = fromHex<keySize>(vector.hex("shared"));
        if (!ephemeral || !shared) {
            return false;
        }
        std::array<unsigned char, crypto_core_hsalsa20_OUTPUTBYTES> boxKey{};
        const std::array<unsigned char, crypto_core_hsalsa20_INPUTBYTES> zeros{};
        crypto_core_hsalsa20(boxKey.data(), zeros.data(), test::raw(*shared), nullptr);
        std::array<std::byte, 2 * keySize> bothKeys{};
        std::copy(ephemeral->begin(), ephemeral->end(), bothKeys.begin());
        std::copy(pair.publicKey.bytes.begin(), pair.publicKey.bytes.end(), bothKeys.begin() + keySize);
        std::array<unsigned char, crypto_box_NONCEBYTES> nonce{};
        crypto_generichash(nonce.data(), nonce.size(), test::raw(bothKeys), bothKeys.size(), nullptr, 0);

        const std::vector<std::byte> message = test::unhex(std::string(64, 'a'));
        WrappedKey box;
        std::copy(ephemeral->begin(), ephemeral->end(), box.begin());
        crypto_secretbox_easy(test::rawOut(std::span(box).subspan(keySize)), test::raw(message), message.size(),
                              nonce.data(), boxKey.data());
        ChunkKey opened;
        const bool opens = openKey(box, pair, opened) && std::ranges::equal(opened.bytes(), message);
        const bool usable = !vector.hasFlag("ZeroSharedSecret");
        zeroSecrets += usable ? 0 : 1;
        return opens == usable && canSealTo(X25519PublicKey{*ephemeral}) == usable;
    });
    QCOMPARE(zeroSecrets, 31);
}

void TestWycheproof::ed25519()
{
    const std::set<int> valid = pinned("ed25519_test.json", "valid");
    const std::set<int> worthless = pinned("ed25519_test.json", "worthless");
    runFile(QStringLiteral("ed25519_test.json"), 210, [&](const Vector &vector) {
        Ed25519PublicKey key;
        test::fill(
            key.bytes,
            test::unhex(
                vector.group[QStringLiteral("publicKey")].toObject()[QStringLiteral("pk")].toString().toStdString()));
        const auto signature = fromHex<64>(vector.hex("sig"));
        const SignatureCheck check = signature ? verify(vector.text("msg"), *signature, key) : SignatureCheck::Invalid;
        const SignatureCheck expected = vector.valid() || valid.contains(vector.id()) ? SignatureCheck::Valid
                                        : worthless.contains(vector.id())             ? SignatureCheck::Worthless
                                                                                      : SignatureCheck::Invalid;
        return check == expected;
    });
}

// A signature is checked by whose address it gives, with either parity, since the vectors have none.
void TestWycheproof::secp256k1()
{
    const std::set<int> unrecoverable = pinned("ecdsa_secp256k1_sha256_p1363_test.json", "invalid");
    runFile(QStringLiteral("ecdsa_secp256k1_sha256_p1363_test.json"), 252, [&](const Vector &vector) {
        const auto rs = fromHex<64>(vector.hex("sig"));
        const QString point =
            vector.group[QStringLiteral("publicKey")].toObject()[QStringLiteral("uncompressed")].toString();
        const Digest hash = keccak256(QByteArray::fromHex(point.mid(2).toLatin1()).toStdString());
        EthereumAddress signer;
        test::fill(signer.bytes, std::span(hash).last(signer.bytes.size()));
        bool fits = false;
        for (const unsigned parity : {0U, 1U}) {
            fits = fits || (rs && recoverAddress(sha256(vector.text("msg")), {.rs = *rs, .parity = parity}) == signer);
        }
        return fits == (vector.valid() && !unrecoverable.contains(vector.id()));
    });
}

QTEST_APPLESS_MAIN(TestWycheproof)
#include "test_wycheproof.moc"
