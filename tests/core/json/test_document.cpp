#include "core/base/errors.h"
#include "core/json/document.h"
#include "tests/support/expect.h"

#include <QTest>

using namespace streamdesk;
using json::Document;
using json::Kind;
using json::Limits;
using json::Value;

namespace {

std::optional<ErrorCode> refusal(const std::string &text, const Limits &limits = {})
{
    Document document;
    const auto error = test::thrownBy([&] { document.parse(text, limits); });
    return error ? std::optional(error->code()) : std::nullopt;
}

// A document that stays at its place while a test looks at its values.
struct Parsed
{
    explicit Parsed(std::string text) { document.parse(std::move(text)); }
    [[nodiscard]] Value root() const { return document.root(); }

    Document document;
};

std::string repeated(std::string_view text, std::size_t times)
{
    std::string result;
    result.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) {
        result += text;
    }
    return result;
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsWhatTheRfcAllows_data();
    void acceptsWhatTheRfcAllows();
    void refusesWhatTheRfcRefuses_data();
    void refusesWhatTheRfcRefuses();
    void everyCutTextIsRefused();
    void textCutInsideACharacterIsRefused_data();
    void textCutInsideACharacterIsRefused();
    void everyWrongByteIsRefused();
    void refusalTellsWhere();
    void numbersKeepTheirSpelling_data();
    void numbersKeepTheirSpelling();
    void numbersBeyondADoubleAreOverTheLimit_data();
    void numbersBeyondADoubleAreOverTheLimit();
    void wholeNumbers_data();
    void wholeNumbers();
    void stringsAreDecoded_data();
    void stringsAreDecoded();
    void everyKindKnowsItself_data();
    void everyKindKnowsItself();
    void membersAreFoundByName();
    void lastDuplicateWins();
    void memberOfTwoNamesIsTheLastOfEither();
    void elementsComeInOrder();
    void depthHasALimit_data();
    void depthHasALimit();
    void deepNestingIsRefusedWithoutACrash_data();
    void deepNestingIsRefusedWithoutACrash();
    void valuesHaveALimit_data();
    void valuesHaveALimit();
    void bytesHaveALimit();
    void defaultLimitsHoldALargeAccessFile();
    void documentMayBeParsedAgain();
    void bufferIsReused();
    void anyNumberKeepsEveryOther_data();
    void anyNumberKeepsEveryOther();
    void anyNumberRefusesTheSame_data();
    void anyNumberRefusesTheSame();
    void anyNumberStaysWithinItsLimits();
};

void TestDocument::acceptsWhatTheRfcAllows_data()
{
    QTest::addColumn<std::string>("text");

    for (const char *text :
         {"null",
          "true",
          "false",
          "0",
          "\"\"",
          "[]",
          "{}",
          " [ ] ",
          "\t{\r\n}\n",
          "[1,2]",
          "[ 1 , 2 ]",
          "[[],{}]",
          R"({"a":1,"a":2})",
          R"({"":0})",
          "[null,true,false,-1.5e+3,\"x\",[],{}]",
          R"(["\"\\\/\b\f\n\r\t"])",
          R"(["\u0000"])",
          R"(["\uFFFF\uffff"])",
          R"(["\ud83d\udd11"])",
          R"(["\uD83D\uDD11"])",
          "[\"\x7f\"]",
          "[\"\xc2\x80\xdf\xbf\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\"]"}) {
        QTest::newRow(text) << std::string(text);
    }
}

void TestDocument::acceptsWhatTheRfcAllows()
{
    QFETCH(std::string, text);
    QVERIFY(!refusal(text));
}

void TestDocument::refusesWhatTheRfcRefuses_data()
{
    QTest::addColumn<std::string>("text");

    const auto row = [](const char *name, std::string text) { QTest::newRow(name) << std::move(text); };
    row("empty", "");
    row("only white space", " \t\r\n");
    row("byte-order mark", "\xef\xbb\xbf{}");
    row("byte-order mark alone", "\xef\xbb\xbf");
    row("UTF-16", std::string("{\0}\0", 4));

    row("leading zero", "[01]");
    row("two zeros", "[00]");
    row("minus and a leading zero", "[-01]");
    row("point without digits behind", "[1.]");
    row("point without digits behind, then exponent", "[1.e5]");
    row("point without digits before", "[.5]");
    row("minus and a point", "[-.5]");
    row("plus", "[+1]");
    row("minus alone", "[-]");
    row("minus twice", "[--1]");
    row("minus and a space", "[- 1]");
    row("exponent without digits", "[1e]");
    row("exponent with a sign only", "[1e+]");
    row("exponent with a point", "[1e1.5]");
    row("two points", "[1.2.3]");
    row("hex number", "[0x10]");
    row("octal number", "[0o7]");
    row("separators in a number", "[1_000]");
    row("number with a letter", "[1a]");
    row("full-width digit", "[\xef\xbc\x91]");
    for (const char *word : {"NaN", "-NaN", "nan", "Infinity", "-Infinity", "inf", "Inf", "True", "TRUE", "None", "nul",
                             "nulll", "undefined", "tru", "truefalse", "yes"}) {
        QTest::newRow(word) << "[" + std::string(word) + "]";
    }

    row("trailing comma in a list", "[1,]");
    row("leading comma in a list", "[,1]");
    row("two commas in a list", "[1,,2]");
    row("only a comma in a list", "[,]");
    row("no comma in a list", "[1 2]");
    row("trailing comma in an object", R"({"a":1,})");
    row("leading comma in an object", R"({,"a":1})");
    row("two commas in an object", R"({"a":1,,"b":2})");
    row("no comma in an object", R"({"a":1 "b":2})");
    row("no colon", R"({"a" 1})");
    row("two colons", R"({"a"::1})");
    row("equals sign", R"({"a"=1})");
    row("no value", R"({"a":})");
    row("no key", R"({:1})");
    row("key without a value", R"({"a"})");
    row("key without quotes", "{a:1}");
    row("number as a key", "{1:1}");
    row("null as a key", "{null:1}");
    row("list as a key", "{[]:1}");
    row("colon in a list", R"(["a":1])");
    row("list closed as an object", "[1}");
    row("object closed as a list", R"({"a":1])");
    row("closed without being open", "]");

    row("text after the end", "[] x");
    row("second value", "[][]");
    row("second number", "1 2");
    row("comma after the end", "[],");
    row("closed once too often", "[]]");
    row("comment at the end", "[] // done");
    row("comment inside", "[/* none */]");
    row("comment with a hash", "# none\n[]");

    row("single quotes", "['a']");
    row("key in single quotes", "{'a':1}");
    row("string without an end", "[\"a");
    row("string without an end, escaped", "[\"a\\\"]");
    row("escape without an end", "[\"\\");
    row("unknown escape", R"(["\x41"])");
    row("escaped single quote", R"(["\'"])");
    row("upper-case escape", R"(["\N"])");
    row("upper-case U", R"(["\U0041"])");
    row("escape with too few digits", R"(["\u041"])");
    row("escape with a wrong digit", R"(["\u00g1"])");
    row("escape with a sign", R"(["\u+041"])");
    row("lone high surrogate", R"(["\ud83d"])");
    row("lone high surrogate and text", R"(["\ud83dabc"])");
    row("high surrogate and another escape", R"(["\ud83d\n"])");
    row("high surrogate and an ordinary character", R"(["\ud83d\u0041"])");
    row("two high surrogates", R"(["\ud83d\ud83d"])");
    row("high surrogate and a pair", R"(["\ud83d\ud83d\udd11"])");
    row("lone low surrogate", R"(["\udd11"])");
    row("first low surrogate", R"(["\udc00"])");
    row("last low surrogate", R"(["\uDFFF"])");
    row("low surrogate behind a pair", R"(["\ud83d\udd11\udd11"])");
    row("surrogates the wrong way round", R"(["\udd11\ud83d"])");
    row("lone low surrogate in a key", R"({"\udd11":1})");
    row("lone high surrogate in a key", R"({"\ud83d":1})");
    row("lone low surrogate in a member nobody asks for", R"({"a":1,"b":{"c":["x\udd11"]}})");

    for (unsigned c = 1; c < 0x20; ++c) {
        row(qPrintable(QStringLiteral("raw control character %1").arg(c, 2, 16, QLatin1Char('0'))),
            std::string("[\"a") + static_cast<char>(c) + "\"]");
    }
    row("vertical tab as white space", "[\v]");
    row("form feed as white space", "[\f]");
    row("no-break space as white space", "[\xc2\xa0]");
    row("line separator as white space", "[\xe2\x80\xa8]");
    row("zero byte at the end", std::string("[]\0", 3));
    row("zero byte at the beginning", std::string("\0[]", 3));
    row("zero byte in a string", std::string("[\"a\0b\"]", 7));
    row("zero byte between values", std::string("[1,\0 2]", 7));
    row("zero byte and more text", std::string("[]\0[]", 5));

    row("continuation byte alone", "[\"\x80\"]");
    row("overlong in 2 bytes", "[\"\xc0\xaf\"]");
    row("overlong in 3 bytes", "[\"\xe0\x80\xaf\"]");
    row("overlong in 4 bytes", "[\"\xf0\x80\x80\xaf\"]");
    row("raw high surrogate", "[\"\xed\xa0\x80\"]");
    row("raw low surrogate", "[\"\xed\xbf\xbf\"]");
    row("raw pair of surrogates", "[\"\xed\xa0\xbd\xed\xb4\x91\"]");
    row("above U+10FFFF", "[\"\xf4\x90\x80\x80\"]");
    row("5 bytes", "[\"\xf8\x88\x80\x80\x80\"]");
    row("byte FF", "[\"\xff\"]");
    row("Latin-1", "[\"M\xfcller\"]");
    row("2 bytes cut by the quote", "[\"\xc3\"]");
    row("3 bytes cut by the quote", "[\"\xe2\x82\"]");
    row("4 bytes cut by the quote", "[\"\xf0\x9f\x94\"]");
    row("invalid in a key", "{\"\xff\":1}");
    row("invalid outside a string", "[\xff]");
}

void TestDocument::refusesWhatTheRfcRefuses()
{
    QFETCH(std::string, text);
    const auto code = refusal(text);
    QVERIFY(code.has_value());
    QCOMPARE(*code, ErrorCode::InvalidJson);
}

void TestDocument::everyCutTextIsRefused()
{
    const std::string text = R"({"a":[1,-2.5e+3,true,null,"x\u00e9\ud83d\udd11)"
                             "\xe2\x82\xac"
                             R"("],"b":{"c":false}})";
    QVERIFY(!refusal(text));
    for (std::size_t size = 0; size < text.size(); ++size) {
        const auto code = refusal(text.substr(0, size));
        if (code != ErrorCode::InvalidJson) {
            QFAIL(qPrintable(QStringLiteral("cut after %1 bytes").arg(size)));
        }
    }
}

void TestDocument::textCutInsideACharacterIsRefused_data()
{
    QTest::addColumn<std::string>("begin");
    QTest::newRow("1 of 2 bytes") << std::string("\xc3");
    QTest::newRow("1 of 3 bytes") << std::string("\xe2");
    QTest::newRow("2 of 3 bytes") << std::string("\xe2\x82");
    QTest::newRow("1 of 4 bytes") << std::string("\xf0");
    QTest::newRow("2 of 4 bytes") << std::string("\xf0\x9f");
    QTest::newRow("3 of 4 bytes") << std::string("\xf0\x9f\x94");
}

// A reader that goes on to where the character would end reads, and parsing in place writes, behind the text's memory.
void TestDocument::textCutInsideACharacterIsRefused()
{
    QFETCH(std::string, begin);
    for (std::size_t before = 0; before < 40; ++before) {
        for (const char *opened : {"[\"", "{\"", "[\"\\n"}) {
            std::string text = opened + std::string(before, 'x') + begin;
            text.shrink_to_fit();
            QVERIFY(refusal(text) == ErrorCode::InvalidJson);
        }
    }
}

void TestDocument::everyWrongByteIsRefused()
{
    // Of the bytes that no string may hold, none may stand anywhere at all.
    const std::string text = R"({"a":[1,"x"],"b":null})";
    QVERIFY(!refusal(text));
    for (std::size_t at = 0; at <= text.size(); ++at) {
        for (const char byte : {'\0', '\x01', '\x1f', '\x80', '\xc0', '\xff'}) {
            if (refusal(std::string(text).insert(at, 1, byte)) != ErrorCode::InvalidJson) {
                QFAIL(qPrintable(QStringLiteral("byte %1 at %2").arg(static_cast<unsigned char>(byte)).arg(at)));
            }
        }
    }
}

void TestDocument::refusalTellsWhere()
{
    Document document;
    const auto error = test::thrownBy([&] { document.parse("{\"a\": 1,\n \"b\": x}"); });
    QVERIFY(error);
    QVERIFY2(std::string(error->what()).find("byte 15") != std::string::npos, error->what());
    const auto nul = test::thrownBy([&] { document.parse(std::string("[1,\0]", 5)); });
    QVERIFY(nul);
    QVERIFY2(std::string(nul->what()).find("byte 3") != std::string::npos, nul->what());
}

void TestDocument::numbersKeepTheirSpelling_data()
{
    QTest::addColumn<std::string>("number");
    for (const char *number : {"0",
                               "-0",
                               "0.0",
                               "-0.0",
                               "1.0",
                               "1.50",
                               "100",
                               "1e5",
                               "1E5",
                               "1e+05",
                               "1E-07",
                               "1.000000000000000000001",
                               "3.141592653589793238462643383279502884197",
                               "18446744073709551616",
                               "-9223372036854775809",
                               "1e308",
                               "-1e308",
                               "1e-308",
                               "1e-400",
                               "123456789012345678901234567890",
                               "0.1000000000000000055511151231257827"}) {
        QTest::newRow(number) << std::string(number);
    }
}

void TestDocument::numbersKeepTheirSpelling()
{
    QFETCH(std::string, number);

    const Parsed alone(number);
    QCOMPARE(std::string(alone.root().number().value_or("")), number);
    // What follows must neither be swallowed nor destroyed.
    const Parsed inside("{\"a\":" + number + ",\"b\":[" + number + "," + number + " ],\"c\":" + number + "}");
    QCOMPARE(std::string(inside.root().find("a")->number().value_or("")), number);
    QCOMPARE(std::string(inside.root().find("c")->number().value_or("")), number);
    std::size_t same = 0;
    inside.root().find("b")->forEachElement([&](Value value) { same += value.number() == number ? 1 : 0; });
    QCOMPARE(same, std::size_t{2});
}

void TestDocument::numbersBeyondADoubleAreOverTheLimit_data()
{
    QTest::addColumn<std::string>("number");
    QTest::newRow("0e999") << std::string("0e999");
    QTest::newRow("1e309") << std::string("1e309");
    QTest::newRow("-1e400") << std::string("-1e400");
    QTest::newRow("1.5e999999") << std::string("1.5e999999");
    QTest::newRow("309 digits") << std::string(309, '9');
    QTest::newRow("4,300 digits") << "-" + std::string(4300, '7');
    QTest::newRow("400 digits and a fraction") << std::string(400, '1') + ".5";
}

// The parser's limit, not the format's: the text is JSON all the same, and the message must not deny it.
void TestDocument::numbersBeyondADoubleAreOverTheLimit()
{
    QFETCH(std::string, number);
    Document document;
    const auto error = test::thrownBy([&] { document.parse("[" + number + "]"); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::JsonLimit);
    QVERIFY2(std::string(error->what()).find("not JSON") == std::string::npos, error->what());
}

void TestDocument::wholeNumbers_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<quint64>("value");

    QTest::newRow("0") << std::string("0") << true << quint64{0};
    QTest::newRow("262144") << std::string("262144") << true << quint64{262144};
    QTest::newRow("2^64 - 1") << std::string("18446744073709551615") << true << quint64{18446744073709551615U};
    for (const char *text :
         {"18446744073709551616", "-1", "-0", "1.0", "1e3", "0.5", "\"1\"", "true", "null", "[1]", "{}"}) {
        QTest::newRow(text) << std::string(text) << false << quint64{0};
    }
}

void TestDocument::wholeNumbers()
{
    QFETCH(std::string, text);
    QFETCH(bool, isWhole);
    QFETCH(quint64, value);
    const Parsed parsed(text);
    QCOMPARE(parsed.root().unsignedInteger().has_value(), isWhole);
    QCOMPARE(parsed.root().unsignedInteger().value_or(0), value);
}

void TestDocument::stringsAreDecoded_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("decoded");

    QTest::newRow("empty") << std::string(R"("")") << std::string();
    QTest::newRow("plain") << std::string(R"("owner-1")") << std::string("owner-1");
    QTest::newRow("short escapes") << std::string(R"("\"\\\/\b\f\n\r\t")") << std::string("\"\\/\b\f\n\r\t");
    QTest::newRow("escaped letter") << std::string(R"("\u0041\u006a\u006A")") << std::string("Ajj");
    QTest::newRow("escaped zero") << std::string(R"("a\u0000b")") << std::string("a\0b", 3);
    QTest::newRow("2 bytes") << std::string(R"("\u00e9")") << std::string("\xc3\xa9");
    QTest::newRow("3 bytes") << std::string(R"("\u20AC")") << std::string("\xe2\x82\xac");
    QTest::newRow("4 bytes") << std::string(R"("\ud83d\uDD11")") << std::string("\xf0\x9f\x94\x91");
    QTest::newRow("first and last pair") << std::string(R"("\ud800\udc00\udbff\udfff")")
                                         << std::string("\xf0\x90\x80\x80\xf4\x8f\xbf\xbf");
    QTest::newRow("around the surrogates")
        << std::string(R"("\ud7ff\ue000")") << std::string("\xed\x9f\xbf\xee\x80\x80");
    QTest::newRow("raw UTF-8") << std::string("\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x94\x91\"")
                               << std::string("\xc3\xa9\xe2\x82\xac\xf0\x9f\x94\x91");
    QTest::newRow("raw Korean, which shares a lead byte with surrogates")
        << std::string("\"\xed\x95\x9c\xea\xb5\xad\"") << std::string("\xed\x95\x9c\xea\xb5\xad");
    QTest::newRow("escaped backslash before u") << std::string(R"("\\u0041")") << std::string("\\u0041");
}

void TestDocument::stringsAreDecoded()
{
    QFETCH(std::string, text);
    QFETCH(std::string, decoded);

    const Parsed value(text);
    QVERIFY(value.root().string().has_value());
    QCOMPARE(std::string(*value.root().string()), decoded);
    const Parsed key("{" + text + ":1}");
    QVERIFY(key.root().find(decoded).has_value());
}

void TestDocument::everyKindKnowsItself_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<std::string>("name");

    QTest::newRow("null") << std::string("null") << static_cast<int>(Kind::Null) << std::string("null");
    QTest::newRow("false") << std::string("false") << static_cast<int>(Kind::False) << std::string("true or false");
    QTest::newRow("true") << std::string("true") << static_cast<int>(Kind::True) << std::string("true or false");
    QTest::newRow("number") << std::string("12") << static_cast<int>(Kind::Number) << std::string("a number");
    QTest::newRow("string") << std::string("\"12\"") << static_cast<int>(Kind::String) << std::string("text");
    QTest::newRow("list") << std::string("[12]") << static_cast<int>(Kind::Array) << std::string("a list");
    QTest::newRow("object") << std::string(R"({"a":12})") << static_cast<int>(Kind::Object) << std::string("an object");
}

void TestDocument::everyKindKnowsItself()
{
    QFETCH(std::string, text);
    QFETCH(int, kind);
    QFETCH(std::string, name);

    const Parsed parsed(text);
    const Value root = parsed.root();
    const Kind expected = static_cast<Kind>(kind);
    QVERIFY(root.kind() == expected);
    QCOMPARE(std::string(json::kindName(root.kind())), name);
    QCOMPARE(root.isNull(), expected == Kind::Null);
    QCOMPARE(root.isArray(), expected == Kind::Array);
    QCOMPARE(root.isObject(), expected == Kind::Object);
    QCOMPARE(root.string().has_value(), expected == Kind::String);
    QCOMPARE(root.number().has_value(), expected == Kind::Number);
    QCOMPARE(root.size(), std::size_t{expected == Kind::Array || expected == Kind::Object ? 1U : 0U});
    QCOMPARE(root.find("a").has_value(), expected == Kind::Object);
    int elements = 0;
    root.forEachElement([&](Value) { ++elements; });
    QCOMPARE(elements, expected == Kind::Array ? 1 : 0);
}

void TestDocument::membersAreFoundByName()
{
    const Parsed parsed(
        R"({"list":[1,[2,{"inner":3}],4],"inner":"outer one","":"no name","b":{"c":{"d":5}},"last":6})");
    const Value root = parsed.root();
    QCOMPARE(root.size(), std::size_t{5});
    QCOMPARE(std::string(root.find("inner")->string().value_or("")), std::string("outer one"));
    QCOMPARE(std::string(root.find("")->string().value_or("")), std::string("no name"));
    QVERIFY(root.find("b")->find("c")->find("d")->unsignedInteger() == std::uint64_t{5});
    QVERIFY(root.find("last")->unsignedInteger() == std::uint64_t{6});
    QVERIFY(!root.find("d"));
    QVERIFY(!root.find("Last"));
    QVERIFY(!root.find("las"));
    QVERIFY(!root.find("list")->find("inner"));
}

void TestDocument::lastDuplicateWins()
{
    const Parsed parsed(R"({"a":1,"b":2,"a":[3,{"a":4}],"\u0061":{"a":5,"a":6}})");
    QCOMPARE(parsed.root().size(), std::size_t{4});
    QVERIFY(parsed.root().find("a")->isObject());
    QVERIFY(parsed.root().find("a")->find("a")->unsignedInteger() == std::uint64_t{6});
    QVERIFY(parsed.root().find("b")->unsignedInteger() == std::uint64_t{2});
}

void TestDocument::memberOfTwoNamesIsTheLastOfEither()
{
    const auto find = [](const char *text) {
        const Parsed parsed(text);
        const auto found = parsed.root().find("chunkId", "chunk_id");
        return found ? std::string(found->number().value_or("no number")) : "nothing";
    };
    QCOMPARE(find(R"({"chunkId":1,"x":0})"), std::string("1"));
    QCOMPARE(find(R"({"x":0,"chunk_id":2})"), std::string("2"));
    QCOMPARE(find(R"({"chunkId":1,"chunk_id":2})"), std::string("2"));
    QCOMPARE(find(R"({"chunk_id":2,"chunkId":1})"), std::string("1"));
    QCOMPARE(find(R"({"chunkid":1,"x":{"chunkId":2}})"), std::string("nothing"));
    QCOMPARE(find("[1]"), std::string("nothing"));
}

void TestDocument::elementsComeInOrder()
{
    const Parsed parsed(R"([0,[10,[20]],{"a":[1,2]},"three",4])");
    QCOMPARE(parsed.root().size(), std::size_t{5});
    std::vector<Kind> kinds;
    std::vector<std::size_t> sizes;
    parsed.root().forEachElement([&](Value value) {
        kinds.push_back(value.kind());
        sizes.push_back(value.size());
    });
    QVERIFY(kinds == (std::vector{Kind::Number, Kind::Array, Kind::Object, Kind::String, Kind::Number}));
    QVERIFY(sizes == (std::vector<std::size_t>{0, 2, 1, 0, 0}));
}

void TestDocument::depthHasALimit_data()
{
    QTest::addColumn<std::string>("open");
    QTest::addColumn<std::string>("close");
    QTest::newRow("lists") << std::string("[") << std::string("]");
    QTest::newRow("objects") << std::string("{\"a\":") << std::string("}");
}

void TestDocument::depthHasALimit()
{
    QFETCH(std::string, open);
    QFETCH(std::string, close);
    const auto nested = [&](std::size_t depth) {
        return repeated(open, depth - 1) + "[]" + repeated(close, depth - 1);
    };
    QVERIFY(!refusal(nested(64)));
    QVERIFY(refusal(nested(65)) == ErrorCode::JsonLimit);
    const Limits three{.maxBytes = 1000, .maxValues = 1000, .maxDepth = 3};
    QVERIFY(!refusal(nested(3), three));
    QVERIFY(!refusal("[" + nested(2) + "," + nested(2) + "]", three)); // depth, not the number of brackets
    QVERIFY(refusal(nested(4), three) == ErrorCode::JsonLimit);
    QVERIFY(refusal("[]", Limits{.maxBytes = 10, .maxValues = 10, .maxDepth = 0}) == ErrorCode::JsonLimit);
    QVERIFY(!refusal("1", Limits{.maxBytes = 10, .maxValues = 10, .maxDepth = 0}));
}

void TestDocument::deepNestingIsRefusedWithoutACrash_data()
{
    QTest::addColumn<std::string>("text");
    constexpr std::size_t million = 1'000'000;
    QTest::newRow("lists never closed") << std::string(million, '[');
    QTest::newRow("lists") << std::string(million, '[') + std::string(million, ']');
    QTest::newRow("objects never closed") << repeated("{\"\":", million);
    QTest::newRow("objects") << repeated("{\"\":", million) + "0" + std::string(million, '}');
    QTest::newRow("both in turn") << repeated("[{\"\":", million / 2);
}

void TestDocument::deepNestingIsRefusedWithoutACrash()
{
    QFETCH(std::string, text);
    const Limits roomy{.maxBytes = text.size(), .maxValues = 10'000'000, .maxDepth = 64};
    QVERIFY(refusal(text, roomy) == ErrorCode::JsonLimit);
    QVERIFY(refusal(text) == ErrorCode::JsonLimit);
}

void TestDocument::valuesHaveALimit_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<quint32>("values");
    QTest::newRow("one") << std::string("\"a\"") << 1U;
    QTest::newRow("empty list") << std::string("[]") << 1U;
    QTest::newRow("list of three") << std::string("[1,true,\"x\"]") << 4U;
    QTest::newRow("keys count") << std::string(R"({"a":1,"b":{}})") << 5U;
    QTest::newRow("duplicates count") << std::string(R"({"a":1,"a":1})") << 5U;
    QTest::newRow("a hundred thousand") << "[0" + repeated(",0", 99'998) + "]" << 100'000U;
}

void TestDocument::valuesHaveALimit()
{
    QFETCH(std::string, text);
    QFETCH(quint32, values);
    const auto limits = [](std::size_t most) {
        return Limits{.maxBytes = 1'000'000, .maxValues = most, .maxDepth = 8};
    };
    QVERIFY(!refusal(text, limits(values)));
    QVERIFY(refusal(text, limits(values - 1)) == ErrorCode::JsonLimit);
}

void TestDocument::bytesHaveALimit()
{
    const std::string text = "[\"" + std::string(96, 'x') + "\"]";
    const auto limits = [](std::size_t most) { return Limits{.maxBytes = most, .maxValues = 10, .maxDepth = 8}; };
    QVERIFY(!refusal(text, limits(100)));
    QVERIFY(refusal(text, limits(99)) == ErrorCode::JsonLimit);
    QVERIFY(refusal(text + " ", limits(100)) == ErrorCode::JsonLimit);
    QVERIFY(refusal("[", limits(0)) == ErrorCode::JsonLimit);
    QVERIFY(!refusal("[" + std::string((std::size_t{4} << 20U) - 2, ' ') + "]"));
    QVERIFY(refusal("[" + std::string((std::size_t{4} << 20U) - 1, ' ') + "]") == ErrorCode::JsonLimit);
}

void TestDocument::defaultLimitsHoldALargeAccessFile()
{
    // An entry of an access file takes about 400 bytes, and such a file has at most 512,000.
    const std::string entry = R"({"chunkId":"0x)" + std::string(64, 'a')
                              + R"(","buyer":{"recipientId":"b","recipientType":)"
                              + R"("buyer","algorithm":"x","publicKeyHex":"00","wrappedKeyHex":"00"}})";
    QVERIFY(!refusal("{\"entries\":[" + entry + repeated("," + entry, 512'000 / entry.size()) + "]}"));
}

void TestDocument::documentMayBeParsedAgain()
{
    Document document;
    document.parse(R"({"a":"first","b":[1,2,3]})");
    QCOMPARE(std::string(document.root().find("a")->string().value_or("")), std::string("first"));
    document.parse(R"({"a":"second"})");
    QCOMPARE(document.root().size(), std::size_t{1});
    QCOMPARE(std::string(document.root().find("a")->string().value_or("")), std::string("second"));
    QVERIFY(!document.root().find("b"));
    for (const char *bad : {"[1,2,", "[\"\\udc00\"]", "", "[[[[[[[[[[1"}) {
        QVERIFY(test::thrownBy([&] { document.parse(bad); }));
        document.parse("[7]"); // what failed before must leave nothing behind
        QCOMPARE(document.root().size(), std::size_t{1});
        document.root().forEachElement([](Value value) { QVERIFY(value.unsignedInteger() == std::uint64_t{7}); });
    }
    QVERIFY(test::thrownBy([&] { document.parse("[1,2]", Limits{.maxBytes = 4, .maxValues = 9, .maxDepth = 9}); }));
    document.parse("8");
    QVERIFY(document.root().unsignedInteger() == std::uint64_t{8});
}

void TestDocument::bufferIsReused()
{
    Document document;
    document.parse("[" + std::string(100'000, ' ') + "1]");
    std::string buffer = document.takeBuffer();
    QVERIFY(buffer.capacity() >= 100'000);
    const char *const where = buffer.data();
    buffer.clear();
    buffer.append("[\"").append(1000, 'x').append("\"]");
    document.parse(std::move(buffer));
    document.root().forEachElement([&](Value value) {
        QCOMPARE(std::string(value.string().value_or("")), std::string(1000, 'x'));
        QVERIFY(value.string()->data() >= where && value.string()->data() < where + 100'000);
    });
    QCOMPARE(document.root().size(), std::size_t{1});
}

constexpr Limits anyNumber{.anyNumber = true};

// All texts and numbers of a document, one behind the other.
void appendAll(std::string &out, const Value &value)
{
    out += std::string(value.number().value_or(value.string().value_or(""))) + ";";
    value.forEachElement([&](const Value &element) { appendAll(out, element); });
    value.forEachMember([&](std::string_view name, const Value &member) {
        out += std::string(name) + "=";
        appendAll(out, member);
    });
}

void TestDocument::anyNumberKeepsEveryOther_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("expected");

    const auto row = [](const char *name, std::string text, std::string expected) {
        QTest::newRow(name) << std::move(text) << std::move(expected);
    };
    const std::string digits(5000, '7');
    row("at the end of the text", "1e5", "1e5;");
    row("at the end, too large", "-1E+999", "-1E+999;");
    row("of many digits, alone", digits, digits + ";");
    row("in a list", "[1e999,-" + digits + ",2, 3e-999 ]", ";1e999;-" + digits + ";2;3e-999;");
    row("in an object", R"({"a":1e999,"b":{"c":-0.0e0}})", ";a=1e999;b=;c=-0.0e0;");
    row("in a text", R"(["1e999",1e999])", ";1e999;1e999;");
    row("in a name", R"({"1e999":1})", ";1e999=1;");
    row("behind an escaped quote", R"(["\"1e999",2e999])", ";\"1e999;2e999;");
    row("behind an escaped backslash", R"(["\\",1e999,"\\\"2e999"])", ";\\;1e999;\\\"2e999;");
    row("short ones too", "[1e5,1.5,0]", ";1e5;1.5;0;");
    row("the same one twice", "[1e999,1e999]", ";1e999;1e999;");
}

void TestDocument::anyNumberKeepsEveryOther()
{
    QFETCH(std::string, text);
    QFETCH(std::string, expected);
    Document document;
    document.parse(text, anyNumber);
    std::string found;
    appendAll(found, document.root());
    QVERIFY(found == expected);
    document.parse("[1]", anyNumber); // nothing of the one before is left
    found.clear();
    appendAll(found, document.root());
    QCOMPARE(found, std::string(";1;"));
}

void TestDocument::anyNumberRefusesTheSame_data()
{
    refusesWhatTheRfcRefuses_data();
    const auto row = [](const char *name, std::string text) { QTest::newRow(name) << std::move(text); };
    row("two numbers", "1e999 1e999");
    row("a number and a letter", "1e999x");
    row("a number and a literal", "[1e999true]");
    row("leading zero and exponent", "[01e999]");
    row("digits without a list's end", "[" + std::string(500, '1'));
    row("text without an end", "[\"1e999");
    row("backslash at the end", "[\"1e999\\");
    row("a difference", "[1e9-1]");
}

void TestDocument::anyNumberRefusesTheSame()
{
    QFETCH(std::string, text);
    QVERIFY(refusal(text, anyNumber).has_value());
}

// The price of the second pass must not grow with what is refused anyway.
void TestDocument::anyNumberStaysWithinItsLimits()
{
    constexpr Limits limits{.maxBytes = std::size_t{16} << 20U, .maxValues = 1000, .anyNumber = true};
    QCOMPARE(refusal("[" + repeated("1e5,", 4'000'000) + "1]", limits), std::optional(ErrorCode::JsonLimit));
    QCOMPARE(refusal("[" + repeated("1e5,", 997) + "1e5]", limits), std::nullopt);
    for (const char *pattern : {"\"", "\\", "\"\\", "-", "1e", "[\"\\\"", "1-"}) {
        QVERIFY2(refusal(repeated(pattern, 1'000'000), limits), pattern);
    }
}

QTEST_APPLESS_MAIN(TestDocument)
#include "test_document.moc"
