// Trees: what is copied from a text, and what is written of it.
#include "core/json/tree.h"
#include "tests/support/expect.h"
#include "tests/support/json.h"

using namespace streamdesk;
using json::Tree;
using json::Writer;

namespace {

std::string written(const Tree &value, Writer::Style style = Writer::Style::Compact)
{
    std::string text;
    Writer writer(text, style);
    value.write(writer);
    return text;
}

} // namespace

class TestTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsCopiedAndKnowsItself()
    {
        QVERIFY(Tree().isNull() && test::tree("null").isNull());
        QVERIFY(*test::tree("true").boolean() && !*test::tree("false").boolean());
        QCOMPARE(test::tree("-1.50E+2").number()->spelling, std::string("-1.50E+2"));
        QCOMPARE(*test::tree("\"\\u00e9\"").string(), std::string("\xc3\xa9"));
        QCOMPARE(test::tree("[1,[2],3]").array()->size(), std::size_t{3});
        QCOMPARE(test::tree("{\"a\":{\"b\":1}}").object()->size(), std::size_t{1});
        for (const char *text : {"null", "true", "1", "\"\"", "[]", "{}"}) {
            const Tree value = test::tree(text);
            const int kinds = int(value.isNull()) + int(value.boolean() != nullptr) + int(value.number() != nullptr)
                              + int(value.string() != nullptr) + int(value.array() != nullptr)
                              + int(value.object() != nullptr);
            QCOMPARE(kinds, 1);
        }
    }

    void ofDuplicatesTheLastCounts()
    {
        QCOMPARE(written(test::tree(R"({"a":1,"b":2,"\u0061":{"c":3,"c":4}})")), std::string(R"({"a":{"c":4},"b":2})"));
    }

    void numbersKeepTheirSpellingWhateverTheirSize()
    {
        const std::string text = "[1e5,-0,1.0,1e400," + std::string(500, '9') + ",0.0]";
        QCOMPARE(written(test::tree(text)), text);
    }

    void writesInBothStyles()
    {
        const Tree value = test::tree(R"({"b":[1,{}],"a":null,"c":[]})");
        QCOMPARE(written(value), std::string(R"({"a":null,"b":[1,{}],"c":[]})"));
        QCOMPARE(written(value, Writer::Style::Pretty),
                 std::string("{\n  \"a\": null,\n  \"b\": [\n    1,\n    {}\n  ],\n  \"c\": []\n}"));
    }

    void aCopyIsIndependent()
    {
        const Tree original = test::tree(R"({"a":[1]})");
        Tree copy = original;
        copy.object()->find("a")->second.array()->emplace_back(true);
        QCOMPARE(written(original), std::string(R"({"a":[1]})"));
        QCOMPARE(written(copy), std::string(R"({"a":[1,true]})"));
    }
};

QTEST_APPLESS_MAIN(TestTree)
#include "test_tree.moc"
