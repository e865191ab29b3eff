#include "core/crypto/random.h"
#include "tests/support/bytes.h"

#include <QTest>
#include <algorithm>
#include <set>
#include <thread>

using namespace streamdesk;

class TestRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyByteIsFilledAndNothingElse();
    void noTwoAreAlike();
    void everyValueComes();
    void threadsGetDifferentBytes();
};

void TestRandom::everyByteIsFilledAndNothingElse()
{
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, std::size_t{5}, std::size_t{24}, std::size_t{4099}}) {
        constexpr std::byte mark{0x5A};
        std::vector<std::byte> bytes(size + 2, mark);
        std::vector<bool> changed(bytes.size());
        // A random byte equals the mark once in 256 times, so 20 rounds leave it everywhere never.
        for (int round = 0; round < 20; ++round) {
            crypto::randomBytes(std::span(bytes).subspan(1, size));
            for (std::size_t i = 0; i < bytes.size(); ++i) {
                changed[i] = changed[i] || bytes[i] != mark;
            }
        }
        QVERIFY(!changed.front());
        QVERIFY(!changed.back());
        QCOMPARE(std::count(changed.begin(), changed.end(), true), static_cast<std::ptrdiff_t>(size));
    }
}

void TestRandom::noTwoAreAlike()
{
    std::set<std::string> seen;
    for (int i = 0; i < 10'000; ++i) {
        std::array<std::byte, 24> nonce{};
        crypto::randomBytes(nonce);
        seen.insert(test::hexOf(nonce));
    }
    QCOMPARE(seen.size(), std::size_t{10'000});
}

void TestRandom::everyValueComes()
{
    std::vector<std::byte> bytes(256 * 1024);
    crypto::randomBytes(bytes);
    std::array<int, 256> counts{};
    for (const std::byte byte : bytes) {
        ++counts[std::to_integer<std::size_t>(byte)];
    }
    // 1024 each on average; a deviation of 10 times the root of that does not happen by chance.
    const auto [least, most] = std::minmax_element(counts.begin(), counts.end());
    QVERIFY2(*least > 1024 - 320, std::to_string(*least).c_str());
    QVERIFY2(*most < 1024 + 320, std::to_string(*most).c_str());
}

void TestRandom::threadsGetDifferentBytes()
{
    std::array<std::array<std::byte, 32>, 8> keys{};
    std::vector<std::thread> threads;
    for (auto &key : keys) {
        threads.emplace_back([&key] { crypto::randomBytes(key); });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    QCOMPARE((std::set<std::array<std::byte, 32>>(keys.begin(), keys.end()).size()), keys.size());
}

QTEST_APPLESS_MAIN(TestRandom)
#include "test_random.moc"
