#include "core/json/document.h"
#include "core/json/writer.h"
#include "tests/support/expect.h"

#include <QTest>
#include <functional>

using namespace streamdesk;
using json::Writer;

using Write = std::function<void(Writer &)>;

class TestWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stringsAreAsciiLikePython_data();
    void stringsAreAsciiLikePython();
    void everyAsciiCharacterIsEscapedLikePython();
    void structureLikePython_data();
    void structureLikePython();
    void memberWritesEveryKind();
    void largestNumberIsExact();
    void appendsToWhatStands();
    void whatIsWrittenReadsBackTheSame();
};

void TestWriter::stringsAreAsciiLikePython_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("quoted");

    // json.dumps(text) of Python 3.11.
    QTest::newRow("empty") << std::string() << std::string(R"("")");
    QTest::newRow("plain") << std::string("owner-1") << std::string(R"("owner-1")");
    QTest::newRow("quote and backslash") << std::string(R"(a"b\c)") << std::string(R"("a\"b\\c")");
    QTest::newRow("slash stays") << std::string("s3://bucket/key") << std::string(R"("s3://bucket/key")");
    QTest::newRow("short escapes") << std::string("\b\t\n\f\r") << std::string(R"("\b\t\n\f\r")");
    QTest::newRow("zero byte") << std::string("a\0b", 3) << std::string(R"("a\u0000b")");
    QTest::newRow("vertical tab") << std::string("\v") << std::string(R"("\u000b")");
    QTest::newRow("escape") << std::string("\x1b[0m") << std::string(R"("\u001b[0m")");
    QTest::newRow("last control character") << std::string("\x1f") << std::string(R"("\u001f")");
    QTest::newRow("DEL") << std::string("\x7f") << std::string(R"("\u007f")");
    QTest::newRow("tilde and space stay") << std::string(" ~") << std::string(R"(" ~")");
    QTest::newRow("HTML characters stay") << std::string("<&>'`") << std::string(R"("<&>'`")");
    QTest::newRow("first of 2 bytes") << std::string("\xc2\x80") << std::string(R"("\u0080")");
    QTest::newRow("umlaut") << std::string("M\xc3\xbcller") << std::string(R"("M\u00fcller")");
    QTest::newRow("last of 2 bytes") << std::string("\xdf\xbf") << std::string(R"("\u07ff")");
    QTest::newRow("first of 3 bytes") << std::string("\xe0\xa0\x80") << std::string(R"("\u0800")");
    QTest::newRow("euro, lower-case digits") << std::string("\xe2\x82\xac") << std::string(R"("\u20ac")");
    QTest::newRow("line separator") << std::string("\xe2\x80\xa8") << std::string(R"("\u2028")");
    QTest::newRow("around the surrogates")
        << std::string("\xed\x9f\xbf\xee\x80\x80") << std::string(R"("\ud7ff\ue000")");
    QTest::newRow("last of 3 bytes") << std::string("\xef\xbf\xbf") << std::string(R"("\uffff")");
    QTest::newRow("first of 4 bytes") << std::string("\xf0\x90\x80\x80") << std::string(R"("\ud800\udc00")");
    QTest::newRow("key") << std::string("\xf0\x9f\x94\x91") << std::string(R"("\ud83d\udd11")");
    QTest::newRow("last code point") << std::string("\xf4\x8f\xbf\xbf") << std::string(R"("\udbff\udfff")");
    QTest::newRow("byte-order mark") << std::string("\xef\xbb\xbf") << std::string(R"("\ufeff")");
    QTest::newRow("mixed") << std::string("a\xc3\xa9z\xf0\x9f\x94\x91\"\n")
                           << std::string(R"("a\u00e9z\ud83d\udd11\"\n")");
}

void TestWriter::stringsAreAsciiLikePython()
{
    QFETCH(std::string, text);
    QFETCH(std::string, quoted);

    std::string out = "kept";
    json::appendQuoted(out, text);
    QCOMPARE(out, "kept" + quoted);
    for (const Writer::Style style : {Writer::Style::Pretty, Writer::Style::Compact}) {
        std::string value;
        Writer(value, style).string(text);
        QCOMPARE(value, quoted);
        std::string object;
        Writer(object, style).beginObject().key(text).null().endObject();
        QVERIFY2(object.find(quoted + ":") != std::string::npos, object.c_str());
    }
}

void TestWriter::everyAsciiCharacterIsEscapedLikePython()
{
    for (int c = 0; c < 0x80; ++c) {
        const char character = static_cast<char>(c);
        std::string expected;
        const std::string_view plain("\"\\\b\t\n\f\r");
        const std::string_view letters("\"\\btnfr");
        if (const std::size_t at = plain.find(character); at != std::string_view::npos) {
            expected = std::string("\\") + letters[at];
        } else if (c >= 0x20 && c < 0x7F) {
            expected = character;
        } else {
            expected = "\\u00" + QByteArray(1, character).toHex().toStdString();
        }
        std::string out;
        json::appendQuoted(out, {&character, 1});
        QCOMPARE(out, "\"" + expected + "\"");
    }
}

void TestWriter::structureLikePython_data()
{
    QTest::addColumn<Write>("write");
    QTest::addColumn<std::string>("pretty");
    QTest::addColumn<std::string>("compact");

    const auto row = [](const char *name, Write write, const char *pretty, const char *compact) {
        QTest::newRow(name) << std::move(write) << std::string(pretty) << std::string(compact);
    };
    // json.dumps(value, indent=2) and json.dumps(value, separators=(",", ":")) of Python 3.11.
    row(
        "empty object", [](Writer &w) { w.beginObject().endObject(); }, "{}", "{}");
    row(
        "empty list", [](Writer &w) { w.beginArray().endArray(); }, "[]", "[]");
    row(
        "number", [](Writer &w) { w.number(7); }, "7", "7");
    row(
        "string", [](Writer &w) { w.string("a"); }, R"("a")", R"("a")");
    row(
        "true", [](Writer &w) { w.boolean(true); }, "true", "true");
    row(
        "false", [](Writer &w) { w.boolean(false); }, "false", "false");
    row(
        "null", [](Writer &w) { w.null(); }, "null", "null");
    row(
        "list of one", [](Writer &w) { w.beginArray().number(1).endArray(); }, "[\n  1\n]", "[1]");
    row(
        "list of many", [](Writer &w) { w.beginArray().number(1).string("b").null().boolean(true).endArray(); },
        "[\n  1,\n  \"b\",\n  null,\n  true\n]", R"([1,"b",null,true])");
    row(
        "object of one", [](Writer &w) { w.beginObject().member("a", std::uint64_t{1}).endObject(); },
        "{\n  \"a\": 1\n}", R"({"a":1})");
    row(
        "object of two", [](Writer &w) { w.beginObject().member("a", std::uint64_t{1}).member("b", "x").endObject(); },
        "{\n  \"a\": 1,\n  \"b\": \"x\"\n}", R"({"a":1,"b":"x"})");
    row(
        "empty containers inside",
        [](Writer &w) {
            w.beginObject()
                .key("a")
                .beginObject()
                .endObject()
                .key("b")
                .beginArray()
                .endArray()
                .member("c", false)
                .endObject();
        },
        "{\n  \"a\": {},\n  \"b\": [],\n  \"c\": false\n}", R"({"a":{},"b":[],"c":false})");
    row(
        "empty lists in a list",
        [](Writer &w) { w.beginArray().beginArray().endArray().beginArray().endArray().endArray(); },
        "[\n  [],\n  []\n]", "[[],[]]");
    row(
        "list in an object",
        [](Writer &w) {
            w.beginObject().key("a").beginArray().number(1).number(2).endArray().member("b", "x").endObject();
        },
        "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": \"x\"\n}", R"({"a":[1,2],"b":"x"})");
    row(
        "objects in a list",
        [](Writer &w) {
            w.beginArray();
            w.beginObject().member("a", std::uint64_t{1}).endObject();
            w.beginObject().member("a", std::uint64_t{2}).endObject();
            w.endArray();
        },
        "[\n  {\n    \"a\": 1\n  },\n  {\n    \"a\": 2\n  }\n]", R"([{"a":1},{"a":2}])");
    row(
        "three levels",
        [](Writer &w) {
            w.beginObject().key("e").beginObject().key("r").beginArray().beginObject();
            w.member("id", "owner-1").endObject().endArray().endObject().member("i", std::uint64_t{0}).endObject();
        },
        "{\n  \"e\": {\n    \"r\": [\n      {\n        \"id\": \"owner-1\"\n      }\n    ]\n  },\n  \"i\": 0\n}",
        R"({"e":{"r":[{"id":"owner-1"}]},"i":0})");
    row(
        "value behind a closed container",
        [](Writer &w) { w.beginArray().beginArray().number(1).endArray().number(2).endArray(); },
        "[\n  [\n    1\n  ],\n  2\n]", "[[1],2]");
    row(
        "empty key and empty text", [](Writer &w) { w.beginObject().member("", "").endObject(); }, "{\n  \"\": \"\"\n}",
        R"({"":""})");
}

void TestWriter::structureLikePython()
{
    QFETCH(Write, write);
    QFETCH(std::string, pretty);
    QFETCH(std::string, compact);

    std::string out;
    Writer prettyWriter(out, Writer::Style::Pretty);
    write(prettyWriter);
    QCOMPARE(out, pretty);
    out.clear();
    Writer compactWriter(out, Writer::Style::Compact);
    write(compactWriter);
    QCOMPARE(out, compact);
}

void TestWriter::memberWritesEveryKind()
{
    std::string out;
    Writer writer(out, Writer::Style::Compact);
    const std::string text = "text";
    const std::string_view view = "view";
    const std::vector<std::optional<std::string>> maybe{"some", std::nullopt};
    writer.beginObject()
        .member("literal", "literal")
        .member("string", text)
        .member("view", view)
        .member("number", std::uint64_t{0})
        .member("true", true)
        .member("false", false)
        .member("some", maybe[0])
        .member("none", maybe[1])
        .endObject();
    QCOMPARE(out,
             std::string(R"({"literal":"literal","string":"text","view":"view","number":0,"true":true,"false":false,)"
                         R"("some":"some","none":null})"));
}

void TestWriter::largestNumberIsExact()
{
    std::string out;
    Writer(out, Writer::Style::Compact).number(18446744073709551615U);
    QCOMPARE(out, std::string("18446744073709551615"));
}

void TestWriter::appendsToWhatStands()
{
    std::string out = "first\n";
    Writer(out, Writer::Style::Pretty).beginArray().number(1).endArray();
    out += '\n';
    Writer(out, Writer::Style::Pretty).beginObject().endObject();
    QCOMPARE(out, std::string("first\n[\n  1\n]\n{}"));
}

void TestWriter::whatIsWrittenReadsBackTheSame()
{
    std::string text;
    for (char32_t point = 0; point < 0x110000; point += point < 0x3000 ? 1 : 97) {
        if (point < 0xD800 || point > 0xDFFF) {
            text += QString::fromUcs4(&point, 1).toStdString();
        }
    }
    for (const Writer::Style style : {Writer::Style::Pretty, Writer::Style::Compact}) {
        std::string out;
        Writer(out, style).beginObject().member("a", text).key(text).beginArray().string(text).endArray().endObject();
        QVERIFY(std::all_of(out.begin(), out.end(), [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
        json::Document document;
        document.parse(out);
        QVERIFY(document.root().find("a")->string() == text);
        QCOMPARE(document.root().find(text)->size(), std::size_t{1});
    }
}

QTEST_APPLESS_MAIN(TestWriter)
#include "test_writer.moc"
