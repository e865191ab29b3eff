#include "core/crypto/sha256.h"
#include "tests/support/bytes.h"
#include "tests/support/expect.h"

#include <QTest>
#include <sodium.h>
#include <thread>

using namespace streamdesk;

class TestSha256 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedVectors_data();
    void publishedVectors();
    void agreesWithLibsodiumAroundTheBlockSize();
    void piecesGiveTheSameAsAllAtOnce();
    void beginsAnewAfterFinish();
    void movedHashGoesOn();
    void bytesAndTextAreTheSame();
    void hashTextHasPrefixAndLowerCase();
    void threadsDoNotMixTheirHashes();
};

void TestSha256::publishedVectors_data()
{
    QTest::addColumn<std::string>("message");
    QTest::addColumn<std::string>("digest");

    // NIST, "Descriptions of SHA-256" (FIPS 180-2, appendix B) and CAVP.
    QTest::newRow("empty") << std::string()
                           << std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << std::string("abc")
                         << std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("448 bits") << std::string("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                              << std::string("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QTest::newRow("896 bits") << std::string("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                                             "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu")
                              << std::string("cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
    QTest::newRow("a million a") << std::string(1'000'000, 'a')
                                 << std::string("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    QTest::newRow("one byte bd") << std::string("\xbd")
                                 << std::string("68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b");
}

void TestSha256::publishedVectors()
{
    QFETCH(std::string, message);
    QFETCH(std::string, digest);

    QCOMPARE(test::hexOf(crypto::sha256(message)), digest);
    crypto::Sha256 hash;
    hash.update(test::asBytes(message));
    QCOMPARE(test::hexOf(hash.finish()), digest);
}

void TestSha256::agreesWithLibsodiumAroundTheBlockSize()
{
    test::RandomBytes random(1);
    for (std::size_t size = 0; size <= 260; ++size) {
        const std::vector<std::byte> message = random.take(size);
        crypto::Digest expected;
        crypto_hash_sha256(test::rawOut(expected), test::raw(message), size);
        QCOMPARE(test::hexOf(crypto::sha256(message)), test::hexOf(expected));
    }
}

void TestSha256::piecesGiveTheSameAsAllAtOnce()
{
    test::RandomBytes random(2);
    const std::vector<std::byte> message = random.take(5000);
    const std::string expected = test::hexOf(crypto::sha256(message));
    for (int round = 0; round < 50; ++round) {
        crypto::Sha256 hash;
        std::span<const std::byte> rest = message;
        while (!rest.empty()) {
            const std::size_t size = std::min(random.upTo(200), rest.size()); // sometimes nothing
            hash.update(rest.first(size));
            rest = rest.subspan(size);
        }
        QCOMPARE(test::hexOf(hash.finish()), expected);
    }
    crypto::Sha256 hash;
    for (const std::byte &byte : message) {
        hash.update({&byte, 1});
    }
    QCOMPARE(test::hexOf(hash.finish()), expected);
}

void TestSha256::beginsAnewAfterFinish()
{
    crypto::Sha256 hash;
    const std::string empty = test::hexOf(hash.finish());
    QCOMPARE(empty, std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    hash.update(test::asBytes("something else"));
    QVERIFY(test::hexOf(hash.finish()) != empty);
    hash.update(test::asBytes("ab"));
    hash.update(test::asBytes("c"));
    QCOMPARE(test::hexOf(hash.finish()),
             std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QCOMPARE(test::hexOf(hash.finish()), empty);
}

void TestSha256::movedHashGoesOn()
{
    crypto::Sha256 first;
    first.update(test::asBytes("a"));
    crypto::Sha256 second = std::move(first);
    second.update(test::asBytes("b"));
    crypto::Sha256 third;
    third.update(test::asBytes("to be forgotten"));
    third = std::move(second);
    third.update(test::asBytes("c"));
    QCOMPARE(test::hexOf(third.finish()),
             std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

void TestSha256::bytesAndTextAreTheSame()
{
    const std::string text("zero \0 byte and \xff", 17);
    QVERIFY(crypto::sha256(text) == crypto::sha256(test::asBytes(text)));
    QVERIFY(crypto::sha256(text) != crypto::sha256(text.substr(0, 5)));
}

void TestSha256::hashTextHasPrefixAndLowerCase()
{
    QCOMPARE(crypto::hashText(crypto::sha256("abc")),
             std::string("0xba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QCOMPARE(crypto::hashText(crypto::Digest{}), "0x" + std::string(64, '0'));
}

void TestSha256::threadsDoNotMixTheirHashes()
{
    constexpr std::size_t count = 8;
    std::array<std::string, count> texts;
    std::array<crypto::Digest, count> expected{};
    for (std::size_t i = 0; i < count; ++i) {
        texts[i] = std::string(1000, static_cast<char>('a' + i));
        expected[i] = crypto::sha256(texts[i]);
    }
    std::array<int, count> right{};
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < count; ++i) {
        threads.emplace_back([&, i] {
            for (int round = 0; round < 200; ++round) {
                right[i] += crypto::sha256(texts[i]) == expected[i] ? 1 : 0;
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    for (const int n : right) {
        QCOMPARE(n, 200);
    }
}

QTEST_APPLESS_MAIN(TestSha256)
#include "test_sha256.moc"
