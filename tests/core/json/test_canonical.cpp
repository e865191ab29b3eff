// Canonical JSON against the reference's own output, and what has no canonical form.
#include "core/json/canonical.h"
#include "core/json/number.h"
#include "tests/support/expect.h"
#include "tests/support/json.h"

#include <bit>
#include <cmath>

using namespace streamdesk;
using json::CanonicalForm;

class TestCanonical : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheReference_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("python");
        QTest::addColumn<QByteArray>("rfc8785");
        const json::Tree vectors = test::treeOfVectors("canonical-json.json");
        for (const json::Tree &row : *test::at(vectors, "cases").array()) {
            const std::string text = test::text(row, "json");
            QTest::addRow("%s", text.substr(0, 60).c_str())
                << QByteArray::fromStdString(text) << QByteArray::fromStdString(test::text(row, "python"))
                << QByteArray::fromStdString(test::text(row, "jcs"));
        }
    }

    void agreesWithTheReference()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, python);
        QFETCH(QByteArray, rfc8785);
        const json::Tree value = test::tree(json.toStdString());
        QCOMPARE(json::canonicalJson(value, CanonicalForm::Python), python.toStdString());
        QCOMPARE(json::canonicalJson(value, CanonicalForm::Rfc8785), rfc8785.toStdString());
        QCOMPARE(test::canonical(test::tree(python.toStdString())), python.toStdString());
    }

    void refusesWhatHasNoCanonicalForm_data()
    {
        QTest::addColumn<QByteArray>("json");
        const json::Tree vectors = test::treeOfVectors("canonical-json.json");
        for (const json::Tree &row : *test::at(vectors, "rejected").array()) {
            QTest::addRow("%s: %s", test::text(row, "why").c_str(), test::text(row, "json").substr(0, 40).c_str())
                << QByteArray::fromStdString(test::text(row, "json"));
        }
    }

    void refusesWhatHasNoCanonicalForm()
    {
        QFETCH(QByteArray, json);
        QVERIFY(test::thrownBy([&] { (void)test::canonical(test::tree(json.toStdString())); }));
    }

    void keepsWholeNumbersOfUpTo4300Digits()
    {
        const std::string longest = "-" + std::string(4300, '7');
        QCOMPARE(test::canonical(test::tree("[1," + longest + ", 1e308 ,\"1e999\"]")),
                 "[1," + longest + ",1e+308,\"1e999\"]");
        const auto error =
            test::thrownBy<StreamValidationError>([] { (void)test::canonical(test::tree(std::string(4301, '7'))); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::InvalidNumber);
        QVERIFY(std::string_view(error->what()).find("4,300") != std::string_view::npos);
        // No double is that large.
        QVERIFY(test::thrownBy([&] { (void)json::canonicalJson(test::tree(longest), CanonicalForm::Rfc8785); }));
    }

    // RFC 8785, section 3.2.3: a character beyond U+FFFF sorts before U+E000 by UTF-16 units.
    void sortsByUnitsOfTheForm()
    {
        const json::Tree value =
            test::tree(R"({"\ufffd":1,"\ud7ff":2,"\ud83d\ude00":3,"\ue000":4,"a":5,"a\ud83d\ude00":6,"a\uff00":7})");
        QCOMPARE(json::canonicalJson(value, CanonicalForm::Rfc8785),
                 "{\"a\":5,\"a\xF0\x9F\x98\x80\":6,\"a\xEF\xBC\x80\":7,\"\xED\x9F\xBF\":2,\"\xF0\x9F\x98\x80\":3,"
                 "\"\xEE\x80\x80\":4,"
                 "\"\xEF\xBF\xBD\":1}");
        QCOMPARE(json::canonicalJson(value, CanonicalForm::Python),
                 R"({"a":5,"a\uff00":7,"a\ud83d\ude00":6,"\ud7ff":2,"\ue000":4,"\ufffd":1,"\ud83d\ude00":3})");
    }

    void readsEveryNumberExactly_data()
    {
        QTest::addColumn<QByteArray>("spelling");
        QTest::addColumn<double>("value");
        QTest::newRow("halfway to the next, to even") << QByteArray("9007199254740993") << 9007199254740992.0;
        QTest::newRow("just above halfway")
            << QByteArray("9007199254740993.00000000000000000000000001") << 9007199254740994.0;
        QTest::newRow("smallest") << QByteArray("4.9406564584124654e-324") << std::ldexp(1.0, -1074);
        QTest::newRow("below the smallest") << QByteArray("1e-400") << 0.0;
        QTest::newRow("largest") << QByteArray("1.7976931348623157e308") << std::numeric_limits<double>::max();
    }

    void readsEveryNumberExactly()
    {
        QFETCH(QByteArray, spelling);
        QFETCH(double, value);
        const auto read = json::toDouble(spelling.toStdString());
        QVERIFY(read);
        QVERIFY2(*read == value, spelling);
        QVERIFY(std::signbit(*json::toDouble("-" + spelling.toStdString())));
    }

    // RFC 8785, appendix B.
    void writesTheNumbersOfTheRfc_data()
    {
        QTest::addColumn<quint64>("bits");
        QTest::addColumn<std::string>("text");
        const auto row = [](quint64 bits, const char *text) { QTest::newRow(text) << bits << std::string(text); };
        row(0x0000000000000000, "0");
        row(0x8000000000000000, "0");
        row(0x0000000000000001, "5e-324");
        row(0x8000000000000001, "-5e-324");
        row(0x7fefffffffffffff, "1.7976931348623157e+308");
        row(0xffefffffffffffff, "-1.7976931348623157e+308");
        row(0x4340000000000000, "9007199254740992");
        row(0xc340000000000000, "-9007199254740992");
        row(0x4430000000000000, "295147905179352830000");
        row(0x44b52d02c7e14af5, "9.999999999999997e+22");
        row(0x44b52d02c7e14af6, "1e+23");
        row(0x44b52d02c7e14af7, "1.0000000000000001e+23");
        row(0x444b1ae4d6e2ef4e, "999999999999999700000");
        row(0x444b1ae4d6e2ef4f, "999999999999999900000");
        row(0x444b1ae4d6e2ef50, "1e+21");
        row(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7");
        row(0x3eb0c6f7a0b5ed8d, "0.000001");
        row(0x41b3de4355555553, "333333333.3333332");
        row(0x41b3de4355555554, "333333333.33333325");
        row(0x41b3de4355555555, "333333333.3333333");
        row(0x41b3de4355555556, "333333333.3333334");
        row(0x41b3de4355555557, "333333333.33333343");
        row(0xbecbf647612f3696, "-0.0000033333333333333333");
        row(0x43143ff3c1cb0959, "1424953923781206.2");
    }

    void writesTheNumbersOfTheRfc()
    {
        QFETCH(quint64, bits);
        QFETCH(std::string, text);
        QCOMPARE(json::ecmaScriptSpelling(std::bit_cast<double>(bits)), text);
    }

    void knowsWhatIsANumber()
    {
        for (const char *good : {"0", "-0", "10", "1.5", "-1.5e+10", "1E5", "0.0e-0"}) {
            QVERIFY2(json::isNumber(good), good);
        }
        for (const char *bad : {"", "-", "01", "1.", ".5", "+1", "1e", "1e+", "0x1", "1 ", "--1", "1.5.5", "1e5e5"}) {
            QVERIFY2(!json::isNumber(bad), bad);
        }
    }
};

QTEST_APPLESS_MAIN(TestCanonical)
#include "test_canonical.moc"
