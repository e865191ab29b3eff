#include "core/crypto/hex.h"
#include "tests/support/bytes.h"
#include "tests/support/expect.h"

#include <QTest>

using namespace streamdesk;

class TestHex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesLowerCaseWithoutPrefix();
    void appendingKeepsWhatStands();
    void readsWhatTheFormatAllows_data();
    void readsWhatTheFormatAllows();
    void refusesEverythingElse_data();
    void refusesEverythingElse();
    void everyByteThatIsNoDigitIsRefused();
    void everyByteSurvivesTheWayThereAndBack();
    void refusesAnotherLengthThanAskedFor();
};

void TestHex::writesLowerCaseWithoutPrefix()
{
    const std::array bytes{std::byte{0x00}, std::byte{0x01}, std::byte{0x9A}, std::byte{0xBC}, std::byte{0xFF}};
    QCOMPARE(crypto::toHex(bytes), std::string("00019abcff"));
    QCOMPARE(crypto::toHex({}), std::string());
}

void TestHex::appendingKeepsWhatStands()
{
    std::string text = "0x";
    crypto::appendHex(text, std::array{std::byte{0xC0}, std::byte{0x0F}});
    QCOMPARE(text, std::string("0xc00f"));
    crypto::appendHex(text, {});
    QCOMPARE(text, std::string("0xc00f"));
}

void TestHex::readsWhatTheFormatAllows_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("bytes");

    QTest::newRow("one byte") << std::string("7f") << std::string("7f");
    QTest::newRow("lower case") << std::string("00deadbeef") << std::string("00deadbeef");
    QTest::newRow("upper case") << std::string("00DEADBEEF") << std::string("00deadbeef");
    QTest::newRow("mixed case") << std::string("0xdEaDBeEf") << std::string("deadbeef");
    QTest::newRow("0x") << std::string("0x0123456789abcdef") << std::string("0123456789abcdef");
    QTest::newRow("0x and upper case") << std::string("0xABCDEF") << std::string("abcdef");
    QTest::newRow("only zeros") << std::string("0000") << std::string("0000");
}

void TestHex::readsWhatTheFormatAllows()
{
    QFETCH(std::string, text);
    QFETCH(std::string, bytes);

    const std::vector<std::byte> expected = test::unhex(bytes);
    QCOMPARE(crypto::hexLength(text).value_or(0), expected.size());
    std::vector<std::byte> decoded(expected.size());
    QVERIFY(crypto::decodeHex(text, decoded));
    QVERIFY(decoded == expected);
}

void TestHex::refusesEverythingElse_data()
{
    QTest::addColumn<std::string>("text");

    QTest::newRow("empty") << std::string();
    QTest::newRow("only 0x") << std::string("0x");
    QTest::newRow("0X") << std::string("0Xabcd");
    QTest::newRow("only 0X") << std::string("0X");
    QTest::newRow("0x twice") << std::string("0x0xab");
    QTest::newRow("x alone") << std::string("xabc");
    QTest::newRow("\\x") << std::string("\\xab");
    QTest::newRow("one digit") << std::string("a");
    QTest::newRow("three digits") << std::string("abc");
    QTest::newRow("0x and one digit") << std::string("0xa");
    QTest::newRow("0x and three digits") << std::string("0xabc");
    QTest::newRow("letter behind f") << std::string("ag");
    QTest::newRow("wrong first digit") << std::string("g0");
    QTest::newRow("wrong at the end") << std::string("0102030z");
    QTest::newRow("leading space") << std::string(" abc");
    QTest::newRow("trailing space") << std::string("abc ");
    QTest::newRow("inner space") << std::string("ab cd ");
    QTest::newRow("new line") << std::string("abcd\r\n");
    QTest::newRow("colons") << std::string("ab:cd:");
    QTest::newRow("sign") << std::string("-abc");
    QTest::newRow("zero byte") << std::string("ab\0c", 4);
    QTest::newRow("full-width digit") << std::string("\xef\xbc\x91"
                                                     "a");
}

void TestHex::refusesEverythingElse()
{
    QFETCH(std::string, text);
    QVERIFY(!crypto::hexLength(text));
    // Whatever length the caller may have in mind.
    for (std::size_t size = 0; size <= text.size(); ++size) {
        std::vector<std::byte> decoded(size);
        QVERIFY2(!crypto::decodeHex(text, decoded), std::to_string(size).c_str());
    }
    QVERIFY(!crypto::fromHex<2>(text));
}

void TestHex::everyByteThatIsNoDigitIsRefused()
{
    int digits = 0;
    for (unsigned value = 0; value < 0x100; ++value) {
        const char c = static_cast<char>(value);
        const bool isDigit = std::string_view("0123456789abcdefABCDEF").find(c) != std::string_view::npos;
        digits += isDigit ? 1 : 0;
        QCOMPARE(crypto::fromHex<1>(std::string{'1', c}).has_value(), isDigit);
        QCOMPARE(crypto::fromHex<1>(std::string{c, '1'}).has_value(), isDigit);
        QCOMPARE(crypto::hexLength(std::string{c, '1'}).has_value(), isDigit);
    }
    QCOMPARE(digits, 22);
}

void TestHex::everyByteSurvivesTheWayThereAndBack()
{
    std::array<std::byte, 256> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<std::byte>(i);
    }
    const std::string text = crypto::toHex(bytes);
    QCOMPARE(text, test::hexOf(bytes));
    QVERIFY(crypto::fromHex<256>(text) == bytes);
    QVERIFY(crypto::fromHex<256>("0x" + QByteArray::fromStdString(text).toUpper().toStdString()) == bytes);
}

void TestHex::refusesAnotherLengthThanAskedFor()
{
    QVERIFY(crypto::fromHex<2>("0xabcd"));
    QVERIFY(!crypto::fromHex<1>("0xabcd"));
    QVERIFY(!crypto::fromHex<3>("0xabcd"));
    QVERIFY(!crypto::fromHex<0>("0xabcd"));
    QCOMPARE(crypto::hexLength(std::string(160, 'a')).value_or(0), std::size_t{80});
}

QTEST_APPLESS_MAIN(TestHex)
#include "test_hex.moc"
