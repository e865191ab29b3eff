#include "core/base/text.h"
#include "tests/support/expect.h"

#include <QTest>

using namespace streamdesk;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wellFormedUtf8_data();
    void wellFormedUtf8();
    void utf8AgreesWithADecoderForEveryShortSequence();
    void trimmedTakesPythonsWhiteSpaceOff_data();
    void trimmedTakesPythonsWhiteSpaceOff();
    void trimmedKeepsEverythingElse_data();
    void trimmedKeepsEverythingElse();
    void trimmedKeepsWhiteSpaceInside();
    void shortenedCutsBetweenCharacters_data();
    void shortenedCutsBetweenCharacters();
    void unsignedNumbers_data();
    void unsignedNumbers();
    void displayPathIsUtf8_data();
    void displayPathIsUtf8();
    void pathFromUtf8IsTheWayBack();
    void textFromOutsideCannotSteerATerminal_data();
    void textFromOutsideCannotSteerATerminal();
};

void TestText::wellFormedUtf8_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("wellFormed");

    QTest::newRow("empty") << std::string() << true;
    QTest::newRow("ASCII") << std::string("chunk-0.json") << true;
    QTest::newRow("a zero byte") << std::string("a\0b", 3) << true;
    QTest::newRow("DEL") << std::string("\x7f") << true;
    QTest::newRow("first of 2 bytes") << std::string("\xc2\x80") << true;
    QTest::newRow("last of 2 bytes") << std::string("\xdf\xbf") << true;
    QTest::newRow("first of 3 bytes") << std::string("\xe0\xa0\x80") << true;
    QTest::newRow("last before the surrogates") << std::string("\xed\x9f\xbf") << true;
    QTest::newRow("first behind the surrogates") << std::string("\xee\x80\x80") << true;
    QTest::newRow("last of 3 bytes") << std::string("\xef\xbf\xbf") << true;
    QTest::newRow("first of 4 bytes") << std::string("\xf0\x90\x80\x80") << true;
    QTest::newRow("last code point") << std::string("\xf4\x8f\xbf\xbf") << true;
    QTest::newRow("byte-order mark") << std::string("\xef\xbb\xbf") << true;
    QTest::newRow("mixed") << std::string("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x94\x91z") << true;

    QTest::newRow("continuation alone") << std::string("\x80") << false;
    QTest::newRow("continuation behind text") << std::string("abc\xbf") << false;
    QTest::newRow("overlong in 2 bytes: zero") << std::string("\xc0\x80") << false;
    QTest::newRow("overlong in 2 bytes: U+007F") << std::string("\xc1\xbf") << false;
    QTest::newRow("overlong in 3 bytes: U+07FF") << std::string("\xe0\x9f\xbf") << false;
    QTest::newRow("overlong in 3 bytes: slash") << std::string("\xe0\x80\xaf") << false;
    QTest::newRow("overlong in 4 bytes: U+FFFF") << std::string("\xf0\x8f\xbf\xbf") << false;
    QTest::newRow("first high surrogate") << std::string("\xed\xa0\x80") << false;
    QTest::newRow("last low surrogate") << std::string("\xed\xbf\xbf") << false;
    QTest::newRow("pair of surrogates") << std::string("\xed\xa0\xbd\xed\xb4\x91") << false;
    QTest::newRow("above U+10FFFF") << std::string("\xf4\x90\x80\x80") << false;
    QTest::newRow("lead F5") << std::string("\xf5\x80\x80\x80") << false;
    QTest::newRow("5 bytes") << std::string("\xf8\x88\x80\x80\x80") << false;
    QTest::newRow("lead FE") << std::string("\xfe") << false;
    QTest::newRow("lead FF") << std::string("\xff") << false;
    QTest::newRow("2 bytes cut") << std::string("a\xc3") << false;
    QTest::newRow("3 bytes cut after 1") << std::string("a\xe2") << false;
    QTest::newRow("3 bytes cut after 2") << std::string("a\xe2\x82") << false;
    QTest::newRow("4 bytes cut after 1") << std::string("a\xf0") << false;
    QTest::newRow("4 bytes cut after 2") << std::string("a\xf0\x9f") << false;
    QTest::newRow("4 bytes cut after 3") << std::string("a\xf0\x9f\x94") << false;
    QTest::newRow("3 bytes broken by a letter") << std::string("\xe2\x82z") << false;
    QTest::newRow("wrong at the end of good text") << std::string("\xc3\xa9\xe2\x82\xac\xc3") << false;
}

void TestText::wellFormedUtf8()
{
    QFETCH(std::string, text);
    QFETCH(bool, wellFormed);
    QCOMPARE(isUtf8(text), wellFormed);
    QCOMPARE(isUtf8("ab" + text), wellFormed);
}

// Every sequence of up to three bytes, against an enumeration of the code points that such a sequence can spell.
void TestText::utf8AgreesWithADecoderForEveryShortSequence()
{
    std::array<bool, 0x10000> two{};
    for (unsigned point = 0x80; point < 0x800; ++point) {
        two[((0xC0U | (point >> 6U)) << 8U) | 0x80U | (point & 0x3FU)] = true;
    }
    std::vector<bool> three(0x1000000);
    for (unsigned point = 0x800; point < 0x10000; ++point) {
        if (point < 0xD800 || point > 0xDFFF) {
            three[((0xE0U | (point >> 12U)) << 16U) | ((0x80U | ((point >> 6U) & 0x3FU)) << 8U) | 0x80U
                  | (point & 0x3FU)] = true;
        }
    }
    const auto character = [](unsigned value) { return static_cast<char>(value & 0xFFU); };
    for (unsigned lead = 0; lead < 0x100; ++lead) {
        QCOMPARE(isUtf8(std::string{character(lead)}), lead < 0x80);
    }
    for (unsigned pair = 0x8000; pair < 0x10000; ++pair) {
        const std::array text{character(pair >> 8U), character(pair)};
        if (isUtf8({text.data(), text.size()}) != two[pair]) {
            QFAIL(qPrintable(QString::number(pair, 16)));
        }
    }
    for (unsigned triple = 0xC00000; triple < 0x1000000; ++triple) {
        const std::array text{character(triple >> 16U), character(triple >> 8U), character(triple)};
        // Two bytes and an ASCII character are fine as well.
        const bool expected = three[triple] || (two[triple >> 8U] && (triple & 0xFFU) < 0x80);
        if (isUtf8({text.data(), text.size()}) != expected) {
            QFAIL(qPrintable(QString::number(triple, 16)));
        }
    }
}

namespace {

std::string utf8(char32_t point)
{
    return QString::fromUcs4(&point, 1).toStdString();
}

} // namespace

void TestText::trimmedTakesPythonsWhiteSpaceOff_data()
{
    QTest::addColumn<std::string>("space");

    // [c for c in map(chr, range(0x110000)) if c.isspace()] of Python 3.11.
    for (const char32_t point : {0x09,   0x0a,   0x0b,   0x0c,   0x0d,   0x1c,   0x1d,   0x1e,   0x1f,   0x20,
                                 0x85,   0xa0,   0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006,
                                 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000}) {
        QTest::addRow("U+%04x", static_cast<unsigned>(point)) << utf8(point);
    }
}

void TestText::trimmedTakesPythonsWhiteSpaceOff()
{
    QFETCH(std::string, space);
    using namespace std::string_literals;
    QCOMPARE(std::string(trimmed(space)), ""s);
    QCOMPARE(std::string(trimmed(space + space)), ""s);
    QCOMPARE(std::string(trimmed(space + "key")), "key"s);
    QCOMPARE(std::string(trimmed("key" + space)), "key"s);
    QCOMPARE(std::string(trimmed(" \t" + space + "\n key \r\n" + space + " ")), "key"s);
}

void TestText::trimmedKeepsEverythingElse_data()
{
    QTest::addColumn<std::string>("text");

    QTest::newRow("empty") << std::string();
    QTest::newRow("zero byte") << std::string(1, '\0');
    // Invisible or near a white space, but none for Python.
    for (const char32_t point : {0x01,   0x08,   0x0e,   0x1b,   0x7f,   0x84,   0x86,   0x9f,   0xa1,   0x180e, 0x1fff,
                                 0x200b, 0x200c, 0x200d, 0x2027, 0x202a, 0x2060, 0x2fff, 0x3001, 0xfeff, 0x1f511}) {
        QTest::addRow("U+%04x", static_cast<unsigned>(point)) << utf8(point);
    }
}

void TestText::trimmedKeepsEverythingElse()
{
    QFETCH(std::string, text);
    QCOMPARE(std::string(trimmed(text)), text);
    QCOMPARE(std::string(trimmed(" " + text + " ")), text);
}

void TestText::trimmedKeepsWhiteSpaceInside()
{
    QCOMPARE(std::string(trimmed(" a b\t\xc2\xa0 c ")), std::string("a b\t\xc2\xa0 c"));
    QCOMPARE(std::string(trimmed(std::string(100'000, ' ') + "x" + std::string(100'000, '\n'))), std::string("x"));
}

void TestText::shortenedCutsBetweenCharacters_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("most");
    QTest::addColumn<std::string>("expected");

    QTest::newRow("short enough") << std::string("abcd") << 4 << std::string("abcd");
    QTest::newRow("too long") << std::string("abcde") << 4 << std::string("abcd…");
    QTest::newRow("between characters") << std::string("aé𝄞z") << 3 << std::string("aé…");
    QTest::newRow("inside a character") << std::string("aé𝄞z") << 6 << std::string("aé…");
    QTest::newRow("inside the first") << std::string("𝄞") << 2 << std::string("…");
    QTest::newRow("nothing") << std::string() << 0 << std::string();
}

void TestText::shortenedCutsBetweenCharacters()
{
    QFETCH(std::string, text);
    QFETCH(int, most);
    QFETCH(std::string, expected);
    QCOMPARE(shortened(text, static_cast<std::size_t>(most)), expected);
}

void TestText::unsignedNumbers_data()
{
    QTest::addColumn<std::string>("digits");
    QTest::addColumn<bool>("isNumber");
    QTest::addColumn<quint64>("value");

    const auto number = [](const char *digits, quint64 value) {
        QTest::newRow(digits) << std::string(digits) << true << value;
    };
    number("0", 0);
    number("7", 7);
    number("007", 7);
    number("262144", 262144);
    number("4294967296", 4294967296U);
    number("9223372036854775807", 9223372036854775807U);
    number("9223372036854775808", 9223372036854775808U);
    number("18446744073709551615", 18446744073709551615U);
    number("00000000000000000000000000000018446744073709551615", 18446744073709551615U);

    const auto refused = [](const char *name, const std::string &digits) {
        QTest::newRow(name) << digits << false << quint64{0};
    };
    refused("empty", "");
    refused("one too large", "18446744073709551616");
    refused("ten times too large", "184467440737095516150");
    refused("minus", "-1");
    refused("minus zero", "-0");
    refused("plus", "+1");
    refused("leading space", " 1");
    refused("trailing space", "1 ");
    refused("new line", "1\n");
    refused("point", "1.0");
    refused("exponent", "1e3");
    refused("hex", "0x10");
    refused("hex digit", "1f");
    refused("separator", "1,000");
    refused("underscore, which Python's int() allows", "1_000");
    refused("Arabic digit, which Python's int() allows", "\xd9\xa3");
    refused("zero byte", std::string("1\0", 2));
    refused("word", "ten");
}

void TestText::unsignedNumbers()
{
    QFETCH(std::string, digits);
    QFETCH(bool, isNumber);
    QFETCH(quint64, value);
    const auto parsed = parseUnsigned(digits);
    QCOMPARE(parsed.has_value(), isNumber);
    QCOMPARE(parsed.value_or(0), value);
}

void TestText::displayPathIsUtf8_data()
{
    QTest::addColumn<std::string>("path");
    QTest::addColumn<std::string>("shown");

    const std::string replaced = "\xef\xbf\xbd";
    QTest::newRow("empty") << std::string() << std::string();
    QTest::newRow("plain") << std::string("/data/out/chunk-0.bin") << std::string("/data/out/chunk-0.bin");
    QTest::newRow("relative") << std::string("../out/") << std::string("../out/");
    QTest::newRow("UTF-8") << std::string("/d\xc3\xa4ta/\xf0\x9f\x94\x91")
                           << std::string("/d\xc3\xa4ta/\xf0\x9f\x94\x91");
    QTest::newRow("Latin-1") << std::string("/d\xe4ta") << "/d" + replaced + "ta";
    QTest::newRow("continuation") << std::string("a\x80z") << "a" + replaced + "z";
    QTest::newRow("cut at the end") << std::string("a\xe2\x82") << "a" + replaced + replaced;
    QTest::newRow("overlong slash") << std::string("a\xc0\xafz") << "a" + replaced + replaced + "z";
    QTest::newRow("surrogate") << std::string("a\xed\xa0\x80z") << "a" + replaced + replaced + replaced + "z";
}

void TestText::displayPathIsUtf8()
{
#ifdef Q_OS_WIN
    QSKIP("paths are UTF-16 there: no byte of them can be wrong");
#else
    QFETCH(std::string, path);
    QFETCH(std::string, shown);
    QCOMPARE(displayPath(std::filesystem::path(path)), shown);
    QVERIFY(isUtf8(displayPath(std::filesystem::path(path))));
#endif
}

void TestText::pathFromUtf8IsTheWayBack()
{
    const std::string text = "/d\xc3\xa4ta/\xf0\x9f\x94\x91/chunk-0.json";
    QCOMPARE(displayPath(pathFromUtf8(text)), text);
    QCOMPARE(pathFromUtf8(text).filename().u8string() == u8"chunk-0.json", true);
    QVERIFY(pathFromUtf8("").empty());
}

void TestText::textFromOutsideCannotSteerATerminal_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("plain") << QByteArray("chunk-3.json: \xc3\xa9\xe6\x9c\xba\xf0\x9f\xa4\x96")
                           << QByteArray("chunk-3.json: \xc3\xa9\xe6\x9c\xba\xf0\x9f\xa4\x96");
    QTest::newRow("escape") << QByteArray("\x1b[31m") << QByteArray("?[31m");
    QTest::newRow("lines and tabs") << QByteArray("a\r\n\tb") << QByteArray("a???b");
    QTest::newRow("NUL and DEL") << QByteArray("\0\x7f", 2) << QByteArray("??");
    QTest::newRow("C1") << QByteArray("\xc2\x9b"
                                      "1m\xc2\xa0")
                        << QByteArray("?1m\xc2\xa0");
    QTest::newRow("line separators") << QByteArray("\xe2\x80\xa8\xe2\x80\xa9") << QByteArray("??");
    QTest::newRow("direction of writing")
        << QByteArray("\xe2\x80\xae\xe2\x81\xa6\xe2\x80\x8f\xd8\x9c") << QByteArray("????");
    QTest::newRow("their neighbours") << QByteArray("\xe2\x80\xa6\xe2\x80\xaf\xe2\x81\xa5\xe2\x80\x8d")
                                      << QByteArray("\xe2\x80\xa6\xe2\x80\xaf\xe2\x81\xa5\xe2\x80\x8d");
    QTest::newRow("no UTF-8") << QByteArray("a\x9b\xffz\xe2\x80") << QByteArray("a??z??");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TestText::textFromOutsideCannotSteerATerminal()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, shown);
    QCOMPARE(QByteArray::fromStdString(printable(text.toStdString())), shown);
}

QTEST_APPLESS_MAIN(TestText)
#include "test_text.moc"
