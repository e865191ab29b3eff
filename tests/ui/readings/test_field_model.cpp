// The fields of a reading as a tree, also a very long or deep one.
#include "ui/readings/field_model.h"

#include "tests/support/json.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using namespace streamdesk;
using ui::FieldModel;

namespace {

std::shared_ptr<const json::Tree> fields(const std::string &text)
{
    return std::make_shared<const json::Tree>(test::tree(text));
}

QModelIndex child(const FieldModel &model, const char *name, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, FieldModel::Name, parent);
        if (index.data().toString() == QLatin1String(name)) {
            return index;
        }
    }
    qFatal("there is no field %s", name);
}

QString said(const QModelIndex &field, FieldModel::Column column)
{
    return field.siblingAtColumn(column).data().toString();
}

} // namespace

class TestFieldModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void isAModel()
    {
        FieldModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFields(fields("{\"a\":1,\"b\":{\"c\":[1,{\"d\":null}],\"e\":{}},\"f\":[]}"));
        model.setFields(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void valuesAreSpelledAsTheyWere()
    {
        FieldModel model;
        model.setFields(
            fields("{\"n\":1.50E+3,\"t\":\"two\\nlines\",\"b\":true,\"z\":null,\"l\":[1,2],\"o\":{\"x\":1}}"));
        const auto value = [&](const char *name) { return said(child(model, name), FieldModel::Value); };
        QCOMPARE(value("n"), QStringLiteral("1.50E+3"));
        QCOMPARE(value("t"), QStringLiteral("two?lines"));
        QCOMPARE(value("b"), QStringLiteral("true"));
        QCOMPARE(value("z"), QStringLiteral("null"));
        QCOMPARE(value("l"), QStringLiteral("2 values"));
        QCOMPARE(value("o"), QStringLiteral("1 field"));
        QCOMPARE(said(child(model, "n"), FieldModel::Kind), QStringLiteral("Number"));
        QCOMPARE(said(child(model, "t"), FieldModel::Kind), QStringLiteral("Text"));
    }

    void saysHowAFieldIsHidden()
    {
        FieldModel model;
        model.setFields(
            fields("{\"e\":{\"__encrypted\":true,\"ciphertext\":\"AAAA\",\"algorithm\":\"AES-256-GCM\"},"
                   "\"g\":{\"__anonymized\":true,\"value\":\"20-30\",\"strategy\":\"generalize\"},"
                   "\"h\":{\"__anonymized\":true,\"value\":\"0xab\",\"strategy\":\"hash\"},"
                   "\"r\":{\"__anonymized\":true,\"value\":\"[REDACTED]\",\"strategy\":\"redact\"},"
                   "\"no\":{\"__encrypted\":\"true\",\"ciphertext\":\"AAAA\"},\"hollow\":{\"__encrypted\":true}}"));
        const auto kind = [&](const char *name) { return said(child(model, name), FieldModel::Kind); };
        QCOMPARE(kind("e"), QStringLiteral("Encrypted (AES-256-GCM)"));
        QCOMPARE(said(child(model, "e"), FieldModel::Value), QStringLiteral("readable only with the field key"));
        QCOMPARE(kind("g"), QStringLiteral("Anonymized: made coarser"));
        QCOMPARE(said(child(model, "g"), FieldModel::Value), QStringLiteral("20-30"));
        QCOMPARE(kind("h"), QStringLiteral("Anonymized: replaced by its hash"));
        QCOMPARE(kind("r"), QStringLiteral("Anonymized: taken out"));
        QCOMPARE(kind("no"), QStringLiteral("Group")); // not the form: nothing is claimed
        QCOMPARE(said(child(model, "hollow"), FieldModel::Value), QStringLiteral("nothing encrypted is in it"));
        QVERIFY(!child(model, "e").siblingAtColumn(FieldModel::Kind).data(Qt::DecorationRole).value<QIcon>().isNull());
    }

    void aLongListComesInStretches()
    {
        std::string text = "{\"l\":[0";
        for (int i = 1; i < 100'001; ++i) {
            text += "," + std::to_string(i);
        }
        FieldModel model;
        model.setFields(fields(text + "]}"));
        QElapsedTimer clock;
        clock.start();
        const QModelIndex list = child(model, "l");
        QCOMPARE(said(list, FieldModel::Value), QStringLiteral("100,001 values"));
        QCOMPARE(model.rowCount(list), 201);
        const QModelIndex second = model.index(1, 0, list);
        QCOMPARE(second.data().toString(), QStringLiteral("500 – 999"));
        QCOMPARE(model.rowCount(second), 500);
        const QModelIndex element = model.index(7, 0, second);
        QCOMPARE(said(element, FieldModel::Value), QStringLiteral("507"));
        QCOMPARE(model.path(element), QStringLiteral("l.507"));
        QCOMPARE(model.rowCount(model.index(200, 0, list)), 1);
        QVERIFY2(clock.elapsed() < 50, "the window would be felt to hang");
    }

    void aLongTextIsShortenedButCopiedWhole()
    {
        const std::string text(10'000, 'x');
        FieldModel model;
        model.setFields(fields("{\"t\":\"" + text + "\",\"o\":{\"n\":1.0}}"));
        const QModelIndex field = child(model, "t");
        QVERIFY(said(field, FieldModel::Value).size() < 200);
        QVERIFY(field.siblingAtColumn(FieldModel::Value).data(Qt::ToolTipRole).toString().size() < 5000);
        QCOMPARE(model.wholeValue(field), QString::fromStdString(text));
        QCOMPARE(model.wholeValue(child(model, "o")), QStringLiteral("{\n  \"n\": 1.0\n}"));
    }

    void textOfAFileIsNoMarkup()
    {
        FieldModel model;
        model.setFields(fields("{\"<b>x</b>\":\"<img src='x'>\"}"));
        const QModelIndex field = model.index(0, FieldModel::Value);
        QVERIFY(!field.data(Qt::ToolTipRole).toString().contains(QStringLiteral("<img")));
        QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
    }

    void aDeepTreeIsOpenedBranchByBranch()
    {
        std::string text = "1";
        for (int i = 0; i < 60; ++i) {
            text = "{\"d\":" + text + "}";
        }
        FieldModel model;
        model.setFields(fields(text));
        QModelIndex at;
        int depth = 0;
        while (model.hasChildren(at)) {
            at = model.index(0, 0, at);
            ++depth;
        }
        QCOMPARE(depth, 60);
        QCOMPARE(model.path(at).count(QLatin1Char('.')), 59);
    }
};

QTEST_MAIN(TestFieldModel)

#include "test_field_model.moc"
