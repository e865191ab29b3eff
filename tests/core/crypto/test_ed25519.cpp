#include "core/crypto/ed25519.h"
#include "tests/support/bytes.h"
#include "tests/support/expect.h"

#include <QTest>
#include <sodium.h>

using namespace streamdesk;
using namespace streamdesk::crypto;

namespace QTest {

template <>
char *toString(const SignatureCheck &check)
{
    return qstrdup(check == SignatureCheck::Valid     ? "Valid"
                   : check == SignatureCheck::Invalid ? "Invalid"
                                                      : "Worthless");
}

} // namespace QTest

namespace {

Ed25519KeyPair pairFromHex(const std::string &hex)
{
    Ed25519PrivateKey key;
    test::fill(key.bytes(), test::unhex(hex));
    return keyPairOf(std::move(key));
}

Ed25519PublicKey publicKeyFromHex(const std::string &hex)
{
    Ed25519PublicKey key;
    test::fill(key.bytes, test::unhex(hex));
    return key;
}

Ed25519Signature signatureFromHex(const std::string &hex)
{
    Ed25519Signature signature;
    test::fill(signature, test::unhex(hex));
    return signature;
}

std::string textFromHex(const std::string &hex)
{
    const std::vector<std::byte> bytes = test::unhex(hex);
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

const std::string identity = "01" + std::string(62, '0');
const std::string zeroScalar(64, '0');

// (R, S) with the neutral point as R and r = 0: S = h * a. Only the holder of the key can make it, but R says nothing.
Ed25519Signature signatureWithNeutralR(const std::string &message, const std::string &seed, const Ed25519PublicKey &key)
{
    Ed25519Signature signature = signatureFromHex(identity + zeroScalar);
    std::array<unsigned char, 64> hash{};
    std::array<unsigned char, 32> h{};
    crypto_hash_sha512_state state;
    crypto_hash_sha512_init(&state);
    crypto_hash_sha512_update(&state, test::raw(std::span(signature).first(32)), 32);
    crypto_hash_sha512_update(&state, test::raw(key.bytes), keySize);
    crypto_hash_sha512_update(&state, test::raw(test::asBytes(message)), message.size());
    crypto_hash_sha512_final(&state, hash.data());
    crypto_core_ed25519_scalar_reduce(h.data(), hash.data());

    std::array<unsigned char, 64> secret{};
    const std::vector<std::byte> seedBytes = test::unhex(seed);
    crypto_hash_sha512(secret.data(), test::raw(seedBytes), seedBytes.size());
    secret[0] &= 0xF8U;
    secret[31] = static_cast<unsigned char>((secret[31] & 0x7FU) | 0x40U);
    crypto_core_ed25519_scalar_mul(test::rawOut(std::span(signature).last(32)), h.data(), secret.data());
    return signature;
}

} // namespace

class TestEd25519 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(sodium_init() >= 0); }
    void publishedVectors_data();
    void publishedVectors();
    void signsLikeLibsodium();
    void freshPairsDifferAndAreWhole();
    void everyFlippedBitIsInvalid();
    void anotherMessageIsInvalid();
    void anotherKeyIsInvalid();
    void keyThatIsNoPointIsInvalid();
    void signatureOfZerosIsInvalid();
    void scalarNotReducedIsInvalid();
    void neutralKeyIsWorthlessForAnyMessage();
    void smallOrderKeysAreNeverValid_data();
    void smallOrderKeysAreNeverValid();
    void neutralRIsWorthless();
};

void TestEd25519::publishedVectors_data()
{
    QTest::addColumn<std::string>("seed");
    QTest::addColumn<std::string>("publicKey");
    QTest::addColumn<std::string>("message");
    QTest::addColumn<std::string>("signature");

    // RFC 8032, section 7.1.
    QTest::newRow("empty message")
        << std::string("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
        << std::string("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a") << std::string()
        << std::string(
               "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
               "d25bf5f0595bbe24655141438e7a100b");
    QTest::newRow("one byte")
        << std::string("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
        << std::string("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c") << std::string("72")
        << std::string(
               "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
               "387b2eaeb4302aeeb00d291612bb0c00");
    QTest::newRow("two bytes")
        << std::string("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
        << std::string("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025") << std::string("af82")
        << std::string(
               "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
               "4a7c15e9716ed28dc027beceea1ec40a");
    QTest::newRow("1023 bytes")
        << std::string("f5e5767cf153319517630f226876b86c8160cc583bc013744c6bf255f5cc0ee5")
        << std::string("278117fc144c72340f67d0f2316e8386ceffbf2b2428c9c51fef7c597f1d426e")
        << std::string(
               "08b8b2b733424243760fe426a4b54908632110a66c2f6591eabd3345e3e4eb98fa6e264bf09efe12ee50f8f54e9f77b1"
               "e355f6c50544e23fb1433ddf73be84d879de7c0046dc4996d9e773f4bc9efe5738829adb26c81b37c93a1b270b20329d"
               "658675fc6ea534e0810a4432826bf58c941efb65d57a338bbd2e26640f89ffbc1a858efcb8550ee3a5e1998bd177e93a"
               "7363c344fe6b199ee5d02e82d522c4feba15452f80288a821a579116ec6dad2b3b310da903401aa62100ab5d1a36553e"
               "06203b33890cc9b832f79ef80560ccb9a39ce767967ed628c6ad573cb116dbefefd75499da96bd68a8a97b928a8bbc10"
               "3b6621fcde2beca1231d206be6cd9ec7aff6f6c94fcd7204ed3455c68c83f4a41da4af2b74ef5c53f1d8ac70bdcb7ed1"
               "85ce81bd84359d44254d95629e9855a94a7c1958d1f8ada5d0532ed8a5aa3fb2d17ba70eb6248e594e1a2297acbbb39d"
               "502f1a8c6eb6f1ce22b3de1a1f40cc24554119a831a9aad6079cad88425de6bde1a9187ebb6092cf67bf2b13fd65f270"
               "88d78b7e883c8759d2c4f5c65adb7553878ad575f9fad878e80a0c9ba63bcbcc2732e69485bbc9c90bfbd62481d9089b"
               "eccf80cfe2df16a2cf65bd92dd597b0707e0917af48bbb75fed413d238f5555a7a569d80c3414a8d0859dc65a46128ba"
               "b27af87a71314f318c782b23ebfe808b82b0ce26401d2e22f04d83d1255dc51addd3b75a2b1ae0784504df543af8969b"
               "e3ea7082ff7fc9888c144da2af58429ec96031dbcad3dad9af0dcbaaaf268cb8fcffead94f3c7ca495e056a9b47acdb7"
               "51fb73e666c6c655ade8297297d07ad1ba5e43f1bca32301651339e22904cc8c42f58c30c04aafdb038dda0847dd988d"
               "cda6f3bfd15c4b4c4525004aa06eeff8ca61783aacec57fb3d1f92b0fe2fd1a85f6724517b65e614ad6808d6f6ee34df"
               "f7310fdc82aebfd904b01e1dc54b2927094b2db68d6f903b68401adebf5a7e08d78ff4ef5d63653a65040cf9bfd4aca7"
               "984a74d37145986780fc0b16ac451649de6188a7dbdf191f64b5fc5e2ab47b57f7f7276cd419c17a3ca8e1b939ae49e4"
               "88acba6b965610b5480109c8b17b80e1b7b750dfc7598d5d5011fd2dcc5600a32ef5b52a1ecc820e308aa342721aac09"
               "43bf6686b64b2579376504ccc493d97e6aed3fb0f9cd71a43dd497f01f17c0e2cb3797aa2a2f256656168e6c496afc5f"
               "b93246f6b1116398a346f1a641f3b041e989f7914f90cc2c7fff357876e506b50d334ba77c225bc307ba537152f3f161"
               "0e4eafe595f6d9d90d11faa933a15ef1369546868a7f3a45a96768d40fd9d03412c091c6315cf4fde7cb68606937380d"
               "b2eaaa707b4c4185c32eddcdd306705e4dc1ffc872eeee475a64dfac86aba41c0618983f8741c5ef68d3a101e8a3b8ca"
               "c60c905c15fc910840b94c00a0b9d0")
        << std::string(
               "0aab4c900501b3e24d7cdf4663326a3a87df5e4843b2cbdb67cbf6e460fec350aa5371b1508f9f4528ecea23c436d94b"
               "5e8fcd4f681e30a6ac00a9704a188a03");
    QTest::newRow("SHA(abc)")
        << std::string("833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42")
        << std::string("ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf")
        << std::string(
               "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd"
               "454d4423643ce80e2a9ac94fa54ca49f")
        << std::string(
               "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e030"
               "3dca179c138ac17ad9bef1177331a704");
}

void TestEd25519::publishedVectors()
{
    QFETCH(std::string, seed);
    QFETCH(std::string, publicKey);
    QFETCH(std::string, message);
    QFETCH(std::string, signature);

    const Ed25519KeyPair pair = pairFromHex(seed);
    QCOMPARE(test::hexOf(pair.publicKey.bytes), publicKey);
    QCOMPARE(test::hexOf(sign(textFromHex(message), pair)), signature);
    QCOMPARE(verify(textFromHex(message), signatureFromHex(signature), publicKeyFromHex(publicKey)),
             SignatureCheck::Valid);
}

void TestEd25519::signsLikeLibsodium()
{
    test::RandomBytes random(1);
    for (std::size_t size = 0; size < 200; size += 7) {
        const std::vector<std::byte> message = random.take(size);
        const std::string text(reinterpret_cast<const char *>(message.data()), size);
        const Ed25519KeyPair pair = pairFromHex(test::hexOf(random.take(keySize)));
        std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> publicKey{};
        std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secretKey{};
        crypto_sign_seed_keypair(publicKey.data(), secretKey.data(), test::raw(pair.privateKey.bytes()));
        Ed25519Signature expected;
        crypto_sign_detached(test::rawOut(expected), nullptr, test::raw(message), size, secretKey.data());
        const Ed25519Signature signature = sign(text, pair);
        QCOMPARE(test::hexOf(signature), test::hexOf(expected));
        QVERIFY(sign(text, pair) == signature);
        QCOMPARE(verify(text, signature, pair.publicKey), SignatureCheck::Valid);
    }
}

void TestEd25519::freshPairsDifferAndAreWhole()
{
    const Ed25519KeyPair one = generateEd25519KeyPair();
    const Ed25519KeyPair other = generateEd25519KeyPair();
    QVERIFY(one.publicKey != other.publicKey);
    QVERIFY(pairFromHex(test::hexOf(one.privateKey.bytes())).publicKey == one.publicKey);
    QCOMPARE(verify("m", sign("m", one), one.publicKey), SignatureCheck::Valid);
}

void TestEd25519::everyFlippedBitIsInvalid()
{
    const Ed25519KeyPair pair = pairFromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    const std::string message = "0xb5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c";
    Ed25519Signature signature = sign(message, pair);
    Ed25519PublicKey key = pair.publicKey;
    QCOMPARE(verify(message, signature, key), SignatureCheck::Valid);

    int invalid = 0;
    const auto flipEach = [&](std::span<std::byte> part) {
        for (std::byte &byte : part) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                byte ^= static_cast<std::byte>(1U << bit);
                invalid += verify(message, signature, key) == SignatureCheck::Invalid ? 1 : 0;
                byte ^= static_cast<std::byte>(1U << bit);
            }
        }
    };
    flipEach(signature);
    QCOMPARE(invalid, 64 * 8);
    flipEach(key.bytes);
    QCOMPARE(invalid, (64 + 32) * 8);
    QCOMPARE(verify(message, signature, key), SignatureCheck::Valid);
}

void TestEd25519::anotherMessageIsInvalid()
{
    const Ed25519KeyPair pair = generateEd25519KeyPair();
    const std::string message = "0xabcd";
    const Ed25519Signature signature = sign(message, pair);
    QCOMPARE(verify(message, signature, pair.publicKey), SignatureCheck::Valid);
    for (const std::string &other : {std::string(), std::string("abcd"), std::string("0xabce"), std::string("0xABCD"),
                                     message + '\0', message + '\n', ' ' + message}) {
        QCOMPARE(verify(other, signature, pair.publicKey), SignatureCheck::Invalid);
    }
}

void TestEd25519::anotherKeyIsInvalid()
{
    const Ed25519Signature signature = sign("message", generateEd25519KeyPair());
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(verify("message", signature, generateEd25519KeyPair().publicKey), SignatureCheck::Invalid);
    }
}

void TestEd25519::keyThatIsNoPointIsInvalid()
{
    const std::string noPoint = "02" + std::string(62, '0');
    QCOMPARE(crypto_core_ed25519_is_valid_point(test::raw(publicKeyFromHex(noPoint).bytes)), 0);
    QCOMPARE(verify("message", signatureFromHex(identity + zeroScalar), publicKeyFromHex(noPoint)),
             SignatureCheck::Invalid);
}

void TestEd25519::signatureOfZerosIsInvalid()
{
    const Ed25519KeyPair pair = generateEd25519KeyPair();
    QCOMPARE(verify("message", Ed25519Signature{}, pair.publicKey), SignatureCheck::Invalid);
    QCOMPARE(verify("message", signatureFromHex(identity + zeroScalar), pair.publicKey), SignatureCheck::Invalid);
    QCOMPARE(verify("message", signatureFromHex(std::string(128, 'f')), pair.publicKey), SignatureCheck::Invalid);
}

// The same signature a second time: S + L stands for the same scalar.
void TestEd25519::scalarNotReducedIsInvalid()
{
    const std::vector<std::byte> order =
        test::unhex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    const Ed25519KeyPair pair = pairFromHex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");
    Ed25519Signature signature = sign("message", pair);
    QCOMPARE(verify("message", signature, pair.publicKey), SignatureCheck::Valid);
    for (int times = 1; times <= 7; ++times) {
        unsigned carry = 0;
        for (std::size_t i = 0; i < order.size(); ++i) {
            carry += std::to_integer<unsigned>(signature[32 + i]) + std::to_integer<unsigned>(order[i]);
            signature[32 + i] = static_cast<std::byte>(carry & 0xFFU);
            carry >>= 8U;
        }
        QCOMPARE(carry, 0U);
        QCOMPARE(verify("message", signature, pair.publicKey), SignatureCheck::Invalid);
    }
}

void TestEd25519::neutralKeyIsWorthlessForAnyMessage()
{
    const Ed25519PublicKey key = publicKeyFromHex(identity);
    const Ed25519Signature signature = signatureFromHex(identity + zeroScalar);
    for (const char *message : {"", "message", "0xb5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c"}) {
        QCOMPARE(verify(message, signature, key), SignatureCheck::Worthless);
    }
    // Not even OpenSSL takes just anything from it.
    QCOMPARE(verify("message", signatureFromHex(identity + "01" + std::string(62, '0')), key), SignatureCheck::Invalid);
}

void TestEd25519::smallOrderKeysAreNeverValid_data()
{
    QTest::addColumn<std::string>("publicKey");

    const std::string fs(54, 'f');
    const std::string zeros(60, '0');
    QTest::newRow("order 1") << "01" + zeros + "00";
    QTest::newRow("order 1, sign of 0 negative") << "01" + zeros + "80";
    QTest::newRow("order 1, y + p") << "eeffff" + fs + "ff7f";
    QTest::newRow("order 1, y + p, sign negative") << "eeffff" + fs + "ffff";
    QTest::newRow("order 2") << "ecffff" + fs + "ff7f";
    QTest::newRow("order 2, sign negative") << "ecffff" + fs + "ffff";
    QTest::newRow("order 4") << "00" + zeros + "00";
    QTest::newRow("order 4, negative") << "00" + zeros + "80";
    QTest::newRow("order 4, y + p") << "edffff" + fs + "ff7f";
    QTest::newRow("order 4, y + p, negative") << "edffff" + fs + "ffff";
    QTest::newRow("order 8") << std::string("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");
    QTest::newRow("order 8, negative") << std::string(
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85");
    QTest::newRow("the other of order 8")
        << std::string("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");
    QTest::newRow("the other of order 8, negative")
        << std::string("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa");
}

// With R neutral and S zero such a key "signs" every message whose hash its order divides: one in 8 at least.
void TestEd25519::smallOrderKeysAreNeverValid()
{
    QFETCH(std::string, publicKey);

    const Ed25519PublicKey key = publicKeyFromHex(publicKey);
    const Ed25519Signature signature = signatureFromHex(identity + zeroScalar);
    int worthless = 0;
    for (int i = 0; i < 200; ++i) {
        const SignatureCheck check = verify("message " + std::to_string(i), signature, key);
        QVERIFY(check != SignatureCheck::Valid);
        worthless += check == SignatureCheck::Worthless ? 1 : 0;
    }
    QVERIFY2(worthless >= 5, std::to_string(worthless).c_str());
}

void TestEd25519::neutralRIsWorthless()
{
    const std::string seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    const Ed25519KeyPair pair = pairFromHex(seed);
    const Ed25519Signature signature = signatureWithNeutralR("message", seed, pair.publicKey);
    QCOMPARE(verify("message", signature, pair.publicKey), SignatureCheck::Worthless);
    QCOMPARE(verify("another message", signature, pair.publicKey), SignatureCheck::Invalid);
}

QTEST_APPLESS_MAIN(TestEd25519)
#include "test_ed25519.moc"
