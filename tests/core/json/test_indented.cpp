#include "core/json/indented.h"

#include <QTest>

using namespace streamdesk;

class TestIndented : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesOnlyWhiteSpace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("laidOut");
        const auto row = [](const char *text, const char *laidOut) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(laidOut);
        };
        row("", "");
        row(" 1.50E+3 ", "1.50E+3");
        row("{}", "{}");
        row("[ ]", "[]");
        row("{\"b\":1,\"a\":{\"b\":[]},\"b\":2}", "{\n  \"b\": 1,\n  \"a\": {\n    \"b\": []\n  },\n  \"b\": 2\n}");
        row("[\"a, b: {c}\", \"\\\"[\", \"\\\\\"]", "[\n  \"a, b: {c}\",\n  \"\\\"[\",\n  \"\\\\\"\n]");
        row("[1,\n\n [2,null]]", "[\n  1,\n  [\n    2,\n    null\n  ]\n]");
    }

    void changesOnlyWhiteSpace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, laidOut);
        QCOMPARE(QByteArray::fromStdString(json::indented(text.toStdString(), 1000)), laidOut);
    }

    void stopsBetweenCharacters()
    {
        QCOMPARE(json::indented("[\"ü\"]", 6), std::string("[\n  \""));
        QCOMPARE(json::indented("[\"ü\"]", 7), std::string("[\n  \"ü"));
    }

    void takesWhatIsNoJson()
    {
        for (const char *text : {"}}]]", "\"open", "\"open\\", "[[[[", "{\"a\":", "text"}) {
            QVERIFY(json::indented(text, 1000).size() <= 1000);
        }
    }
};

QTEST_APPLESS_MAIN(TestIndented)
#include "test_indented.moc"
