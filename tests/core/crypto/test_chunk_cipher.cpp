#include "core/crypto/chunk_cipher.h"
#include "tests/support/bytes.h"

#include <QTest>
#include <sodium.h>

using namespace streamdesk;

namespace {

struct Sample
{
    crypto::ChunkKey key;
    crypto::ChunkNonce nonce{};
    std::vector<std::byte> plain;
    std::vector<std::byte> cipher;
    crypto::ChunkTag tag{};
};

// A random message, encrypted by libsodium.
Sample sodiumSample(test::RandomBytes &random, std::size_t size)
{
    Sample sample;
    random.fill(sample.key.bytes());
    random.fill(sample.nonce);
    sample.plain = random.take(size);
    std::vector<std::byte> sealed(size + crypto::chunkTagSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(test::rawOut(sealed), nullptr, test::raw(sample.plain), size, nullptr, 0,
                                               nullptr, test::raw(sample.nonce), test::raw(sample.key.bytes()));
    sample.cipher.assign(sealed.begin(), sealed.end() - crypto::chunkTagSize);
    std::copy(sealed.end() - crypto::chunkTagSize, sealed.end(), sample.tag.begin());
    return sample;
}

// Passes `bytes` through update() in pieces of 0 to `most` bytes.
void updateInPieces(crypto::ChunkCipher &cipher, std::span<std::byte> bytes, test::RandomBytes &random,
                    std::size_t most)
{
    while (!bytes.empty()) {
        const std::size_t size = std::min(random.upTo(most), bytes.size());
        cipher.update(bytes.first(size));
        bytes = bytes.subspan(size);
    }
}

bool decrypts(crypto::ChunkCipher &cipher, const Sample &sample)
{
    std::vector<std::byte> bytes = sample.cipher;
    cipher.beginDecrypt(sample.key, sample.nonce);
    cipher.update(bytes);
    return cipher.finishDecrypt(sample.tag) && bytes == sample.plain;
}

void flip(std::byte &byte, unsigned bit)
{
    byte ^= static_cast<std::byte>(1U << bit);
}

} // namespace

class TestChunkCipher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(sodium_init() >= 0); }
    void agreesWithLibsodium_data();
    void agreesWithLibsodium();
    void piecesGiveTheSameAsAllAtOnce_data();
    void piecesGiveTheSameAsAllAtOnce();
    void everyFlippedBitIsRefused();
    void cutAndLongerCiphertextIsRefused();
    void anotherKeyOrNonceGivesOtherBytes();
    void oneObjectServesMessageAfterMessage();
    void abandonedMessageLeavesNoTrace();
    void movedCipherGoesOn();

private:
    static void sizes()
    {
        QTest::addColumn<quint32>("size");
        for (const quint32 size : {0U,  1U,   15U,  16U,  17U,   31U,   32U,   33U,     63U,     64U,
                                   65U, 127U, 128U, 129U, 4095U, 4096U, 4097U, 262143U, 262144U, 262145U}) {
            QTest::addRow("%u bytes", size) << size;
        }
    }
};

void TestChunkCipher::agreesWithLibsodium_data()
{
    sizes();
}

void TestChunkCipher::agreesWithLibsodium()
{
    QFETCH(quint32, size);
    test::RandomBytes random(size);
    for (int round = 0; round < 10; ++round) {
        const Sample sample = sodiumSample(random, size);

        crypto::ChunkCipher cipher;
        std::vector<std::byte> bytes = sample.plain;
        cipher.beginEncrypt(sample.key, sample.nonce);
        cipher.update(bytes);
        const crypto::ChunkTag tag = cipher.finishEncrypt();
        QVERIFY(bytes == sample.cipher);
        QCOMPARE(test::hexOf(tag), test::hexOf(sample.tag));

        cipher.beginDecrypt(sample.key, sample.nonce);
        cipher.update(bytes);
        QVERIFY(cipher.finishDecrypt(tag));
        QVERIFY(bytes == sample.plain);
    }
}

void TestChunkCipher::piecesGiveTheSameAsAllAtOnce_data()
{
    sizes();
}

void TestChunkCipher::piecesGiveTheSameAsAllAtOnce()
{
    QFETCH(quint32, size);
    test::RandomBytes random(1000 + size);
    crypto::ChunkCipher cipher;
    for (const std::size_t most :
         {std::size_t{1}, std::size_t{7}, std::size_t{64}, std::size_t{100}, std::size_t{70'000}}) {
        if (size > 2000 * most) {
            continue; // too many pieces to be worth the time
        }
        const Sample sample = sodiumSample(random, size);
        std::vector<std::byte> bytes = sample.plain;
        cipher.beginEncrypt(sample.key, sample.nonce);
        updateInPieces(cipher, bytes, random, most);
        cipher.update({});
        QCOMPARE(test::hexOf(cipher.finishEncrypt()), test::hexOf(sample.tag));
        QVERIFY(bytes == sample.cipher);

        cipher.beginDecrypt(sample.key, sample.nonce);
        updateInPieces(cipher, bytes, random, most);
        QVERIFY(cipher.finishDecrypt(sample.tag));
        QVERIFY(bytes == sample.plain);
    }
}

void TestChunkCipher::everyFlippedBitIsRefused()
{
    test::RandomBytes random(3);
    Sample sample = sodiumSample(random, 33);
    crypto::ChunkCipher cipher;
    QVERIFY(decrypts(cipher, sample));

    int refused = 0;
    const auto flipEach = [&](std::span<std::byte> part) {
        for (std::byte &byte : part) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                flip(byte, bit);
                std::vector<std::byte> bytes = sample.cipher;
                cipher.beginDecrypt(sample.key, sample.nonce);
                cipher.update(bytes);
                refused += cipher.finishDecrypt(sample.tag) ? 0 : 1;
                flip(byte, bit);
            }
        }
    };
    flipEach(sample.cipher);
    QCOMPARE(refused, 33 * 8);
    flipEach(sample.tag);
    QCOMPARE(refused, (33 + 16) * 8);
    flipEach(sample.nonce);
    QCOMPARE(refused, (33 + 16 + 24) * 8);
    flipEach(sample.key.bytes());
    QCOMPARE(refused, (33 + 16 + 24 + 32) * 8);
    QVERIFY(decrypts(cipher, sample));
}

void TestChunkCipher::cutAndLongerCiphertextIsRefused()
{
    test::RandomBytes random(4);
    const Sample sample = sodiumSample(random, 100);
    crypto::ChunkCipher cipher;
    const auto accepts = [&](std::vector<std::byte> bytes) {
        cipher.beginDecrypt(sample.key, sample.nonce);
        cipher.update(bytes);
        return cipher.finishDecrypt(sample.tag);
    };
    QVERIFY(accepts(sample.cipher));
    for (std::size_t size = 0; size < sample.cipher.size(); ++size) {
        QVERIFY(!accepts({sample.cipher.begin(), sample.cipher.begin() + static_cast<std::ptrdiff_t>(size)}));
    }
    std::vector<std::byte> longer = sample.cipher;
    longer.push_back({});
    QVERIFY(!accepts(longer));
}

void TestChunkCipher::anotherKeyOrNonceGivesOtherBytes()
{
    test::RandomBytes random(5);
    Sample sample = sodiumSample(random, 64);
    crypto::ChunkCipher cipher;
    const auto encrypted = [&] {
        std::vector<std::byte> bytes = sample.plain;
        cipher.beginEncrypt(sample.key, sample.nonce);
        cipher.update(bytes);
        return std::pair(bytes, cipher.finishEncrypt());
    };
    const auto first = encrypted();
    // The first 16 bytes of the nonce go another way into the cipher than the last 8.
    for (const std::size_t at : {std::size_t{0}, std::size_t{15}, std::size_t{16}, std::size_t{23}}) {
        flip(sample.nonce[at], 0);
        const auto other = encrypted();
        QVERIFY(other.first != first.first);
        QVERIFY(other.second != first.second);
        flip(sample.nonce[at], 0);
    }
    flip(sample.key.bytes()[31], 7);
    QVERIFY(encrypted().first != first.first);
    flip(sample.key.bytes()[31], 7);
    QVERIFY(encrypted() == first);
}

void TestChunkCipher::oneObjectServesMessageAfterMessage()
{
    test::RandomBytes random(6);
    crypto::ChunkCipher cipher;
    for (int round = 0; round < 100; ++round) {
        const Sample sample = sodiumSample(random, random.upTo(300));
        if (random.upTo(1) == 0) {
            std::vector<std::byte> bytes = sample.plain;
            cipher.beginEncrypt(sample.key, sample.nonce);
            cipher.update(bytes);
            QCOMPARE(test::hexOf(cipher.finishEncrypt()), test::hexOf(sample.tag));
            QVERIFY(bytes == sample.cipher);
        } else {
            QVERIFY(decrypts(cipher, sample));
        }
        // A refusal must not spoil what comes next.
        Sample damaged = sodiumSample(random, 20);
        flip(damaged.tag[0], 0);
        QVERIFY(!decrypts(cipher, damaged));
    }
}

void TestChunkCipher::abandonedMessageLeavesNoTrace()
{
    test::RandomBytes random(7);
    crypto::ChunkCipher cipher;
    for (const bool encrypting : {true, false}) {
        const Sample abandoned = sodiumSample(random, 50);
        std::vector<std::byte> bytes = abandoned.cipher;
        if (encrypting) {
            cipher.beginEncrypt(abandoned.key, abandoned.nonce);
        } else {
            cipher.beginDecrypt(abandoned.key, abandoned.nonce);
        }
        cipher.update(bytes);
        QVERIFY(decrypts(cipher, sodiumSample(random, 50)));
    }
}

void TestChunkCipher::movedCipherGoesOn()
{
    test::RandomBytes random(8);
    const Sample sample = sodiumSample(random, 100);
    std::vector<std::byte> bytes = sample.plain;
    crypto::ChunkCipher first;
    first.beginEncrypt(sample.key, sample.nonce);
    first.update(std::span(bytes).first(33));
    crypto::ChunkCipher second = std::move(first);
    second.update(std::span(bytes).subspan(33, 33));
    crypto::ChunkCipher third;
    third = std::move(second);
    third.update(std::span(bytes).subspan(66));
    QCOMPARE(test::hexOf(third.finishEncrypt()), test::hexOf(sample.tag));
    QVERIFY(bytes == sample.cipher);
}

QTEST_APPLESS_MAIN(TestChunkCipher)
#include "test_chunk_cipher.moc"
