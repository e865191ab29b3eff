// Keccak-256 as Ethereum publishes it: the hash of nothing (the Yellow Paper's KEC(())), function selectors of ERC-20.
#include "core/crypto/hex.h"
#include "core/crypto/keccak.h"
#include "tests/support/expect.h"

using namespace streamdesk;

class TestKeccak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithPublishedHashes_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("begin");
        QTest::newRow("nothing") << std::string()
                                 << std::string("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
        QTest::newRow("an event") << std::string("Transfer(address,address,uint256)")
                                  << std::string("ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef");
        QTest::newRow("a function") << std::string("transfer(address,uint256)") << std::string("a9059cbb");
    }

    void agreesWithPublishedHashes()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, begin);
        QCOMPARE(crypto::toHex(crypto::keccak256(text)).substr(0, begin.size()), begin);
    }

    void zeroBytesCount()
    {
        QVERIFY(crypto::keccak256(std::string_view("a\0b", 3)) != crypto::keccak256("a"));
        QVERIFY(crypto::keccak256(std::string(1, '\0')) != crypto::keccak256(""));
    }
};

QTEST_APPLESS_MAIN(TestKeccak)
#include "test_keccak.moc"
