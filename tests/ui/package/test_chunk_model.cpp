// The rows of a package as the table's model: what stands in the cells, before, while and after they are checked.
#include "ui/package/chunk_filter.h"
#include "ui/package/chunk_model.h"
#include "ui/package/package_session.h"

#include "tests/support/sample_copy.h"
#include "tests/ui/support/chain_packages.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace streamdesk;
using ui::ChunkFilter;
using ui::ChunkModel;
using ui::ChunkState;
using ui::ChunkStates;
using ui::PackageSession;

class TestChunkModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void saysWhatIsInThePackage()
    {
        PackageSession session(sample(), {});
        ChunkModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSession(&session);
        open(session, false);
        QCOMPARE(model.rowCount(), 7);
        QCOMPARE(cell(model, 3, ChunkModel::Chunk), QStringLiteral("3"));
        QCOMPARE(cell(model, 3, ChunkModel::Id), QStringLiteral("0x6a995f…f035"));
        const QString id = QStringLiteral("0x6a995fa4d22407f9e4ce2f516ed3b79d005e75e3851ff33efe41192098d0f035");
        QCOMPARE(model.wholeText(3, ChunkModel::Id), id);
        QVERIFY(model.index(3, ChunkModel::Id).data(Qt::ToolTipRole).toString().contains(id));
        QCOMPARE(model.index(3, ChunkModel::Id).data(Qt::AccessibleTextRole).toString(), id);
        QCOMPARE(cell(model, 3, ChunkModel::State), QStringLiteral("not checked"));
        QCOMPARE(cell(model, 3, ChunkModel::Finding), QString());
        QCOMPARE(cell(model, 3, ChunkModel::Recipients), QStringLiteral("owner, operator, machine"));
        QCOMPARE(cell(model, 3, ChunkModel::File), QStringLiteral("chunk-3.bin"));
        QVERIFY(!model.index(3, ChunkModel::State).data(Qt::DecorationRole).value<QIcon>().isNull());
    }

    void followsTheVerification()
    {
        const test::SampleCopy copy;
        copy.flip(QStringLiteral("chunk-3.bin"), 40);
        copy.remove(QStringLiteral("chunk-5.bin"));
        copy.remove(QStringLiteral("chunk-6.bin"));
        copy.remove(QStringLiteral("chunk-6.json"));
        PackageSession session(copy.path(), {});
        ChunkModel model;
        ChunkFilter filter(&model);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setStates(ChunkStates::problems());
        model.setSession(&session);
        open(session, true);
        QCOMPARE(cell(model, 2, ChunkModel::State), QStringLiteral("verified"));
        QCOMPARE(cell(model, 3, ChunkModel::State), QStringLiteral("changed"));
        QVERIFY(cell(model, 3, ChunkModel::Finding).startsWith(QStringLiteral("differs")));
        QCOMPARE(cell(model, 5, ChunkModel::State), QStringLiteral("missing"));
        QCOMPARE(cell(model, 5, ChunkModel::Finding), QStringLiteral("no ciphertext file"));
        QCOMPARE(cell(model, 5, ChunkModel::Size), QStringLiteral("—"));
        QCOMPARE(cell(model, 5, ChunkModel::File), QStringLiteral("chunk-5.json"));
        QCOMPARE(cell(model, 6, ChunkModel::Finding), QStringLiteral("not here, though the manifest counts on it"));
        QCOMPARE(cell(model, 6, ChunkModel::Id), QStringLiteral("—"));
        QTRY_COMPARE(filter.rowCount(), 3); // once its pause is over
        copy.flip(QStringLiteral("chunk-3.bin"), 40);
        session.recheck({3});
        QTRY_COMPARE(cell(model, 3, ChunkModel::State), QStringLiteral("verified"));
        QTRY_COMPARE(filter.rowCount(), 2);
    }

    void aLargeGapIsOneRow()
    {
        const test::SampleCopy copy;
        QFile manifest(copy.file(QStringLiteral("manifest.json")));
        QVERIFY(manifest.open(QIODevice::ReadWrite));
        QByteArray text = manifest.readAll();
        QVERIFY(text.contains("\"totalChunks\": 7"));
        text.replace("\"totalChunks\": 7", "\"totalChunks\": 90001");
        manifest.seek(0);
        manifest.write(text);
        manifest.close();
        PackageSession session(copy.path(), {});
        ChunkModel model;
        model.setSession(&session);
        open(session, false);
        QCOMPARE(model.rowCount(), 8);
        QCOMPARE(cell(model, 7, ChunkModel::Chunk), QStringLiteral("7–90,000"));
        QCOMPARE(model.wholeText(7, ChunkModel::Chunk), QStringLiteral("7-90000"));
        QCOMPARE(cell(model, 7, ChunkModel::State), QStringLiteral("missing"));
    }

    void choosesByText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("rows");
        QTest::newRow("nothing") << QString() << QList<int>{0, 1, 2, 3, 4, 5, 6};
        QTest::newRow("number") << QStringLiteral("3") << QList<int>{3};
        QTest::newRow("spaces around it") << QStringLiteral(" 3 ") << QList<int>{3};
        QTest::newRow("range") << QStringLiteral("2-4") << QList<int>{2, 3, 4};
        QTest::newRow("range the other way round, with a dash") << QStringLiteral("4 – 2") << QList<int>{2, 3, 4};
        QTest::newRow("range beyond the end") << QStringLiteral("5-1,000") << QList<int>{5, 6};
        QTest::newRow("beginning of an id") << QStringLiteral("0x6A995f") << QList<int>{3};
        QTest::newRow("middle of an id") << QStringLiteral("e5851ff3") << QList<int>{};
        QTest::newRow("part of an id") << QStringLiteral("e3851ff3") << QList<int>{3};
        QTest::newRow("file") << QStringLiteral("chunk-4") << QList<int>{4};
        QTest::newRow("state") << QStringLiteral("Changed") << QList<int>{3};
        QTest::newRow("finding") << QStringLiteral("no ciphertext") << QList<int>{5};
        QTest::newRow("none") << QStringLiteral("zebra") << QList<int>{};
    }
    void choosesByText()
    {
        QFETCH(QString, text);
        QFETCH(QList<int>, rows);
        const test::SampleCopy copy;
        copy.flip(QStringLiteral("chunk-3.bin"), 40);
        copy.remove(QStringLiteral("chunk-5.bin"));
        PackageSession session(copy.path(), {});
        ChunkModel model;
        ChunkFilter filter(&model);
        model.setSession(&session);
        open(session, true);
        filter.setText(text);
        QCOMPARE(shown(filter), rows);
    }

    void sortsByWhatIsMeant()
    {
        const test::SampleCopy copy;
        copy.flip(QStringLiteral("chunk-3.bin"), 40);
        copy.remove(QStringLiteral("chunk-5.bin"));
        PackageSession session(copy.path(), {});
        ChunkModel model;
        ChunkFilter filter(&model);
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSession(&session);
        open(session, true);
        const QPersistentModelIndex three = filter.index(3, 0);
        filter.sort(ChunkModel::State, Qt::AscendingOrder); // the gravest first
        QCOMPARE(shown(filter), (QList<int>{3, 5, 0, 1, 2, 4, 6}));
        QCOMPARE(three.row(), 0);
        filter.sort(ChunkModel::Size, Qt::AscendingOrder); // the missing one, the short last one, and the others
        QCOMPARE(shown(filter), (QList<int>{5, 6, 0, 1, 2, 3, 4}));
        filter.sort(ChunkModel::Chunk, Qt::DescendingOrder);
        QCOMPARE(shown(filter), (QList<int>{6, 5, 4, 3, 2, 1, 0}));
        filter.sort(ChunkModel::Id, Qt::AscendingOrder);
        for (int row = 1; row < filter.rowCount(); ++row) {
            QVERIFY(model.wholeText(filter.sourceRow(row - 1), ChunkModel::Id)
                    < model.wholeText(filter.sourceRow(row), ChunkModel::Id));
        }
    }

    // Of many rows the choice is made by a job, which must find what looking at each row finds.
    void manyRowsAreChosenAsFewAre()
    {
        const test::Scratch scratch;
        constexpr int chunks = 4'200;
        test::writeEnvelopes(scratch.qpath("package"), chunks);
        PackageSession session(scratch.qpath("package"), {});
        ChunkModel model;
        ChunkFilter filter(&model);
        model.setSession(&session);
        open(session, false);
        std::vector<QString> ids;
        for (int row = 0; row < chunks; ++row) {
            ids.push_back(model.wholeText(row, ChunkModel::Id));
        }
        const auto rowsWhere = [](const std::function<bool(int)> &wanted) {
            QList<int> rows;
            for (int row = 0; row < chunks; ++row) {
                if (wanted(row)) {
                    rows.append(row);
                }
            }
            return rows;
        };
        const auto choosing = [&](const QString &text) {
            filter.setText(text);
            QVERIFY(filter.isChoosing());
            QTRY_VERIFY(!filter.isChoosing());
        };
        choosing(QStringLiteral("49"));
        QCOMPARE(shown(filter),
                 rowsWhere([](int row) { return QString::number(row).startsWith(QStringLiteral("49")); }));
        choosing(QStringLiteral("ab"));
        QCOMPARE(shown(filter),
                 rowsWhere([&](int row) { return ids[std::size_t(row)].contains(QStringLiteral("ab")); }));
        choosing(QStringLiteral("no ciphertext"));
        QCOMPARE(filter.rowCount(), chunks);
        const QPersistentModelIndex kept = filter.index(17, 0);
        for (const char *typed : {"4", "40", "400", "4007"}) { // faster than they are answered
            filter.setText(QLatin1String(typed));
        }
        QTRY_VERIFY(!filter.isChoosing());
        QCOMPARE(shown(filter), QList<int>{4007});
        QVERIFY(!kept.isValid());
        choosing(QString());
        filter.sort(ChunkModel::Id, Qt::DescendingOrder);
        QTRY_VERIFY(!filter.isChoosing());
        QList<int> byId = rowsWhere([](int) { return true; });
        std::sort(byId.begin(), byId.end(), [&](int a, int b) { return ids[std::size_t(b)] < ids[std::size_t(a)]; });
        QCOMPARE(shown(filter), byId);
        for (int row : {0, 1, chunks - 1}) {
            QCOMPARE(filter.sourceRow(filter.shownRow(row)), row);
        }
        session.open(false); // other rows: they are chosen and sorted anew
        QTRY_VERIFY(!session.isBusy() && !filter.isChoosing());
        QCOMPARE(shown(filter), byId);
    }

    // A choice that is still being made is of no interest to rows that came meanwhile.
    void rowsThatComeMeanwhileAreChosenFrom()
    {
        const test::Scratch scratch;
        test::writeEnvelopes(scratch.qpath("package"), 4'200);
        PackageSession many(scratch.qpath("package"), {});
        PackageSession few(sample(), {});
        ChunkModel model;
        ChunkFilter filter(&model);
        open(many, false);
        open(few, false);
        model.setSession(&many);
        filter.setText(QStringLiteral("3"));
        QVERIFY(filter.isChoosing());
        model.setSession(&few);
        QVERIFY(!filter.isChoosing());
        QCOMPARE(shown(filter), QList<int>{3});
        model.setSession(&many);
        QCOMPARE(filter.rowCount(), 0); // until they are chosen
        model.setSession(nullptr);
        QTest::qWait(50); // nothing to wait for: nothing may come
        QCOMPARE(filter.rowCount(), 0);
    }

    // Before an envelope is read its row says so, and is not copied as if it had no id.
    void whatIsNotReadYetIsSaid()
    {
        const test::Scratch scratch;
        test::writeEnvelopes(scratch.qpath("package"), 1'500);
        PackageSession session(scratch.qpath("package"), {});
        ChunkModel model;
        model.setSession(&session);
        QString early;
        QString spoken;
        connect(&model, &QAbstractItemModel::modelReset, this, [&] {
            if (!session.package() && model.rowCount() == 1'500) {
                early = cell(model, 1'499, ChunkModel::Id);
                spoken = model.index(1'499, ChunkModel::Id).data(Qt::AccessibleTextRole).toString();
                QCOMPARE(model.wholeText(1'499, ChunkModel::Id), QString());
                QVERIFY(cell(model, 0, ChunkModel::Id).startsWith(QStringLiteral("0x5feceb…")));
            }
        });
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        open(session, false);
        QCOMPARE(early, QStringLiteral("…"));
        QCOMPARE(spoken, QStringLiteral("being read"));
        QVERIFY(cell(model, 1'499, ChunkModel::Id).startsWith(QStringLiteral("0x")));
        QVERIFY(!changed.isEmpty());
    }

private:
    static QString sample() { return QStringLiteral(SAMPLE_PACKAGE "/package"); }
    static QString cell(const ChunkModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
    static QList<int> shown(const ChunkFilter &filter)
    {
        QList<int> rows;
        for (int row = 0; row < filter.rowCount(); ++row) {
            rows.append(filter.sourceRow(row));
        }
        return rows;
    }
    static void open(PackageSession &session, bool verify)
    {
        session.open(verify);
        QTRY_VERIFY(session.package() && !session.isBusy());
    }
};

QTEST_MAIN(TestChunkModel)

#include "test_chunk_model.moc"
