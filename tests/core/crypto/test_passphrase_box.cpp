#include "core/crypto/passphrase_box.h"
#include "core/crypto/random.h"
#include "tests/support/bytes.h"
#include "tests/support/expect.h"

#include <QTest>

using namespace streamdesk;
using namespace streamdesk::crypto;
using test::asBytes;
using test::hexOf;
using test::thrownBy;

namespace {

PassphraseSalt salt()
{
    PassphraseSalt salt{};
    for (std::size_t i = 0; i < salt.size(); ++i) {
        salt[i] = static_cast<std::byte>(i);
    }
    return salt;
}

BoxNonce nonce()
{
    BoxNonce nonce{};
    for (std::size_t i = 0; i < nonce.size(); ++i) {
        nonce[i] = static_cast<std::byte>(100 + i);
    }
    return nonce;
}

} // namespace

class TestPassphraseBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // From `cryptography` 50.0 (Argon2id of OpenSSL) and PyNaCl 1.6.2.
    void isWhatOthersMake_data()
    {
        QTest::addColumn<std::string>("passphrase");
        QTest::addColumn<quint64>("passes");
        QTest::addColumn<quint64>("memory");
        QTest::addColumn<std::string>("key");
        QTest::addColumn<std::string>("check");
        QTest::addColumn<std::string>("box");
        QTest::newRow("least cost") << std::string("correct horse battery staple") << quint64(1) << quint64(8 << 10)
                                    << std::string("c0b134792dfa3642578c035d90f244864df1209f0ed75d6fdf42601cd5e2a2cc")
                                    << std::string("d146c1edeb73755ff48e8eeb9af3428fa511021d98551816c4545884fd500a2d")
                                    << std::string("1481211941ecca72693b43b603b1e93f3442154c35003c");
        QTest::newRow("not ASCII") << std::string("p\xc3\xa4ssphr\xc3\xa4se") << quint64(3) << quint64(64 << 10)
                                   << std::string("7be973a189c42bbfe86e30dd3d62046b8c0160085872e752f5a66a9b43a69ef4")
                                   << std::string("7d18b78beb8d766ff0f9f54a1df75c75a8dcad37b0d755d6ae72f3b08ce2f289")
                                   << std::string("cf8c7f351ad186e1f964667fd7c090a9a0f094bd7b7031");
    }
    void isWhatOthersMake()
    {
        QFETCH(std::string, passphrase);
        QFETCH(quint64, passes);
        QFETCH(quint64, memory);
        QFETCH(std::string, key);
        QFETCH(std::string, check);
        QFETCH(std::string, box);
        const BoxKey made = keyFromPassphrase(asBytes(passphrase), salt(), {.passes = passes, .memory = memory});
        QCOMPARE(hexOf(made.key.bytes()), key);
        QCOMPARE(hexOf(made.check), check);
        QCOMPARE(hexOf(sealBox(made, nonce(), asBytes("content"), asBytes("around"))), box);
        const auto opened = openBox(made, nonce(), test::unhex(box), asBytes("around"));
        QVERIFY(opened);
        QCOMPARE(hexOf(opened->bytes()), hexOf(asBytes("content")));
    }

    void everythingElseIsRefused()
    {
        const BoxKey key = keyFromPassphrase(asBytes("one"), salt(), leastCost);
        const std::vector<std::byte> box = sealBox(key, nonce(), asBytes("content"), asBytes("around"));
        QVERIFY(openBox(key, nonce(), box, asBytes("around")));
        for (std::size_t bit = 0; bit < box.size() * 8; ++bit) {
            std::vector<std::byte> changed = box;
            changed[bit / 8] ^= static_cast<std::byte>(1U << (bit % 8));
            QVERIFY(!openBox(key, nonce(), changed, asBytes("around")));
        }
        for (std::size_t size = 0; size < box.size(); ++size) {
            QVERIFY(!openBox(key, nonce(), std::span(box).first(size), asBytes("around")));
        }
        QVERIFY(!openBox(key, nonce(), box, asBytes("abound")));
        QVERIFY(!openBox(key, BoxNonce{}, box, asBytes("around")));
        const BoxKey other = keyFromPassphrase(asBytes("other"), salt(), leastCost);
        QVERIFY(!openBox(other, nonce(), box, asBytes("around")));
        QVERIFY(other.check != key.check);
    }

    void emptyContentHasABox()
    {
        const BoxKey key = keyFromPassphrase(asBytes("one"), salt(), leastCost);
        const auto opened = openBox(key, nonce(), sealBox(key, nonce(), {}, {}), {});
        QVERIFY(opened);
        QCOMPARE(opened->size(), std::size_t{0});
    }

    void tooCheapIsRefused()
    {
        const auto cheap = [](const PassphraseCost &cost) {
            return thrownBy<StreamSigningError>([&] { (void)keyFromPassphrase(asBytes("one"), salt(), cost); });
        };
        QVERIFY(cheap({.passes = 0, .memory = leastCost.memory}));
        QVERIFY(cheap({.passes = 1, .memory = leastCost.memory - 1}));
    }
};

QTEST_APPLESS_MAIN(TestPassphraseBox)
#include "test_passphrase_box.moc"
