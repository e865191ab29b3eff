#include "core/crypto/sealed_box.h"
#include "tests/support/bytes.h"
#include "tests/support/expect.h"

#include <QTest>
#include <sodium.h>

using namespace streamdesk;
using namespace streamdesk::crypto;

namespace {

ChunkKey randomChunkKey(std::uint64_t seed)
{
    ChunkKey key;
    test::RandomBytes(seed).fill(key.bytes());
    return key;
}

bool isSame(const ChunkKey &a, const ChunkKey &b)
{
    return std::equal(a.bytes().begin(), a.bytes().end(), b.bytes().begin());
}

X25519KeyPair pairFromHex(const std::string &hex)
{
    X25519PrivateKey key;
    test::fill(key.bytes(), test::unhex(hex));
    return keyPairOf(std::move(key));
}

// libsodium's own sealing, of any message.
std::vector<std::byte> sodiumSeal(std::span<const std::byte> message, const X25519PublicKey &recipient)
{
    std::vector<std::byte> sealed(message.size() + crypto_box_SEALBYTES);
    if (crypto_box_seal(test::rawOut(sealed), test::raw(message), message.size(), test::raw(recipient.bytes)) != 0) {
        throw std::runtime_error("libsodium did not seal");
    }
    return sealed;
}

} // namespace

class TestSealedBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(sodium_init() >= 0); }
    void publicKeyBelongsToThePrivateKey_data();
    void publicKeyBelongsToThePrivateKey();
    void freshPairsDifferAndAreWhole();
    void sealedKeyOpensAgain();
    void sealingTwiceGivesDifferentBoxes();
    void libsodiumOpensWhatWeSeal();
    void weOpenWhatLibsodiumSeals();
    void anotherRecipientCannotOpen();
    void publicKeyOfAnotherPairCannotOpen();
    void everyFlippedBitIsRefused();
    void everyOtherLengthIsRefused();
    void smallOrderKeysAreRefused_data();
    void smallOrderKeysAreRefused();
    void boxFromASmallOrderKeyIsRefused_data();
    void boxFromASmallOrderKeyIsRefused();

private:
    static void smallOrderKeys();
};

void TestSealedBox::publicKeyBelongsToThePrivateKey_data()
{
    QTest::addColumn<std::string>("privateKey");
    QTest::addColumn<std::string>("publicKey");

    // RFC 7748, section 6.1.
    QTest::newRow("Alice") << std::string("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a")
                           << std::string("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    QTest::newRow("Bob") << std::string("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb")
                         << std::string("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
}

void TestSealedBox::publicKeyBelongsToThePrivateKey()
{
    QFETCH(std::string, privateKey);
    QFETCH(std::string, publicKey);

    const X25519KeyPair pair = pairFromHex(privateKey);
    QCOMPARE(test::hexOf(pair.publicKey.bytes), publicKey);
    QCOMPARE(test::hexOf(pair.privateKey.bytes()), privateKey);
}

void TestSealedBox::freshPairsDifferAndAreWhole()
{
    const X25519KeyPair one = generateX25519KeyPair();
    const X25519KeyPair other = generateX25519KeyPair();
    QVERIFY(one.publicKey != other.publicKey);
    QVERIFY(test::hexOf(one.privateKey.bytes()) != test::hexOf(other.privateKey.bytes()));
    QVERIFY(canSealTo(one.publicKey));
    QVERIFY(pairFromHex(test::hexOf(one.privateKey.bytes())).publicKey == one.publicKey);
}

void TestSealedBox::sealedKeyOpensAgain()
{
    ChunkKey opened;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const X25519KeyPair recipient = generateX25519KeyPair();
        const ChunkKey key = randomChunkKey(seed);
        QVERIFY(openKey(sealKey(key, recipient.publicKey), recipient, opened));
        QVERIFY(isSame(opened, key));
    }
}

void TestSealedBox::sealingTwiceGivesDifferentBoxes()
{
    const X25519KeyPair recipient = generateX25519KeyPair();
    const ChunkKey key = randomChunkKey(1);
    QVERIFY(sealKey(key, recipient.publicKey) != sealKey(key, recipient.publicKey));
}

void TestSealedBox::libsodiumOpensWhatWeSeal()
{
    const X25519KeyPair recipient = generateX25519KeyPair();
    const ChunkKey key = randomChunkKey(2);
    const WrappedKey sealed = sealKey(key, recipient.publicKey);
    static_assert(sizeof(sealed) == 80);
    std::array<std::byte, 32> opened{};
    QCOMPARE(crypto_box_seal_open(test::rawOut(opened), test::raw(sealed), sealed.size(),
                                  test::raw(recipient.publicKey.bytes), test::raw(recipient.privateKey.bytes())),
             0);
    QCOMPARE(test::hexOf(opened), test::hexOf(key.bytes()));
}

void TestSealedBox::weOpenWhatLibsodiumSeals()
{
    const X25519KeyPair recipient = generateX25519KeyPair();
    const ChunkKey key = randomChunkKey(3);
    ChunkKey opened;
    QVERIFY(openKey(sodiumSeal(key.bytes(), recipient.publicKey), recipient, opened));
    QVERIFY(isSame(opened, key));
}

void TestSealedBox::anotherRecipientCannotOpen()
{
    const X25519KeyPair recipient = generateX25519KeyPair();
    const ChunkKey key = randomChunkKey(4);
    const WrappedKey sealed = sealKey(key, recipient.publicKey);
    ChunkKey opened;
    for (int i = 0; i < 20; ++i) {
        QVERIFY(!openKey(sealed, generateX25519KeyPair(), opened));
    }
    QVERIFY(openKey(sealed, recipient, opened)); // the failures before it left the key usable
    QVERIFY(isSame(opened, key));
}

void TestSealedBox::publicKeyOfAnotherPairCannotOpen()
{
    const X25519KeyPair recipient = generateX25519KeyPair();
    const WrappedKey sealed = sealKey(randomChunkKey(5), recipient.publicKey);
    X25519KeyPair mixed = pairFromHex(test::hexOf(recipient.privateKey.bytes()));
    ChunkKey opened;
    QVERIFY(openKey(sealed, mixed, opened));
    mixed.publicKey = generateX25519KeyPair().publicKey;
    QVERIFY(!openKey(sealed, mixed, opened));
}

void TestSealedBox::everyFlippedBitIsRefused()
{
    const X25519KeyPair recipient = generateX25519KeyPair();
    const ChunkKey key = randomChunkKey(6);
    WrappedKey sealed = sealKey(key, recipient.publicKey);
    ChunkKey opened;
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            sealed[at] ^= static_cast<std::byte>(1U << bit);
            if (openKey(sealed, recipient, opened)) {
                QFAIL(qPrintable(QStringLiteral("byte %1, bit %2").arg(at).arg(bit)));
            }
            sealed[at] ^= static_cast<std::byte>(1U << bit);
        }
    }
    QVERIFY(openKey(sealed, recipient, opened));
}

void TestSealedBox::everyOtherLengthIsRefused()
{
    const X25519KeyPair recipient = generateX25519KeyPair();
    test::RandomBytes random(7);
    ChunkKey opened;
    for (std::size_t size = 0; size <= 100; ++size) {
        // Sealed as it should be, but not 32 bytes.
        const std::vector<std::byte> sealed = sodiumSeal(random.take(size), recipient.publicKey);
        QCOMPARE(openKey(sealed, recipient, opened), size == 32);
    }
    const WrappedKey whole = sealKey(randomChunkKey(8), recipient.publicKey);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        QVERIFY(!openKey(std::span(whole).first(size), recipient, opened));
    }
    std::vector<std::byte> longer(whole.begin(), whole.end());
    longer.push_back({});
    QVERIFY(!openKey(longer, recipient, opened));
}

void TestSealedBox::smallOrderKeys()
{
    QTest::addColumn<std::string>("publicKey");

    const auto point = [](const char *name, const std::string &hex) {
        QTest::newRow(name) << hex;
        // X25519 ignores the highest bit (RFC 7748, section 5).
        std::vector<std::byte> bytes = test::unhex(hex);
        bytes.back() ^= std::byte{0x80};
        QTest::newRow((std::string(name) + ", highest bit set").c_str()) << test::hexOf(bytes);
    };
    const std::string fs(56, 'f');
    point("0", std::string(64, '0'));
    point("1", "01" + std::string(62, '0'));
    point("order 8", "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800");
    point("the other of order 8", "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157");
    point("p - 1", "ecff" + fs + "ff7f");
    point("p, which is 0", "edff" + fs + "ff7f");
    point("p + 1, which is 1", "eeff" + fs + "ff7f");
}

void TestSealedBox::smallOrderKeysAreRefused_data()
{
    smallOrderKeys();
}

void TestSealedBox::smallOrderKeysAreRefused()
{
    QFETCH(std::string, publicKey);

    X25519PublicKey key;
    test::fill(key.bytes, test::unhex(publicKey));
    QVERIFY(!canSealTo(key));
    const auto error = test::thrownBy<StreamSigningError>([&] { (void)sealKey(randomChunkKey(9), key); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::UnusableKey);
}

void TestSealedBox::boxFromASmallOrderKeyIsRefused_data()
{
    smallOrderKeys();
}

// Anybody could open such a box: its shared secret is zero whoever the recipient is.
void TestSealedBox::boxFromASmallOrderKeyIsRefused()
{
    QFETCH(std::string, publicKey);

    const X25519KeyPair recipient = generateX25519KeyPair();
    const std::vector<std::byte> ephemeral = test::unhex(publicKey);
    const std::array<unsigned char, 32> zero{};
    std::array<unsigned char, crypto_core_hsalsa20_OUTPUTBYTES> shared{};
    const std::array<unsigned char, crypto_core_hsalsa20_INPUTBYTES> input{};
    crypto_core_hsalsa20(shared.data(), input.data(), zero.data(), nullptr);
    std::array<unsigned char, crypto_box_NONCEBYTES> nonce{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, nonce.size());
    crypto_generichash_update(&state, test::raw(ephemeral), ephemeral.size());
    crypto_generichash_update(&state, test::raw(recipient.publicKey.bytes), keySize);
    crypto_generichash_final(&state, nonce.data(), nonce.size());

    std::vector<std::byte> box = ephemeral;
    box.resize(wrappedKeySize);
    const ChunkKey key = randomChunkKey(10);
    crypto_box_easy_afternm(test::rawOut(std::span(box).subspan(keySize)), test::raw(key.bytes()), keySize,
                            nonce.data(), shared.data());
    ChunkKey opened;
    QVERIFY(!openKey(box, recipient, opened));
}

QTEST_APPLESS_MAIN(TestSealedBox)
#include "test_sealed_box.moc"
