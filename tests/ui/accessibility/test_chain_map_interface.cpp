// The chain map as a table that is heard instead of seen.
#include "ui/accessibility/chain_map_interface.h"

#include "tests/support/sample_copy.h"
#include "tests/ui/support/chain_packages.h"
#include "tests/ui/support/spoken.h"
#include "tests/ui/support/ui_main.h"
#include "ui/package/chain_map.h"
#include "ui/package/package_session.h"
#include "ui/package/row_selection.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QTest>

using namespace streamdesk;
using ui::ChainMap;
using ui::PackageSession;
using ui::RowSelection;

namespace {

struct Heard
{
    QAccessible::Event type;
    int child;
};
QVector<Heard> heard;

void hear(QAccessibleEvent *event)
{
    heard.append({event->type(), event->child()});
}

struct Shown
{
    explicit Shown(const QString &path, bool verify = true) : session(path, package::Expectations{})
    {
        map.setChain(&session, &selection);
        map.resize(1'056, 220);
        map.show();
        session.open(verify);
        const auto wanted = verify ? PackageSession::Stage::Checked : PackageSession::Stage::Opened;
        if (!QTest::qWaitForWindowExposed(&map)
            || !QTest::qWaitFor([&] { return session.stage() == wanted; }, 120'000)) {
            qFatal("%s is not shown", qPrintable(path));
        }
        map.activateWindow();
        map.setFocus();
    }
    [[nodiscard]] QAccessibleInterface *spoken() { return QAccessible::queryAccessibleInterface(&map); }
    [[nodiscard]] QString name(int cell) { return spoken()->child(cell)->text(QAccessible::Name); }

    PackageSession session;
    RowSelection selection;
    ChainMap map;
};

} // namespace

class TestChainMapInterface : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(test::startListening());
        new ui::Theme(ui::Appearance::Light, qApp);
    }
    void cleanup() { QAccessible::installUpdateHandler(nullptr); }

    void isATableOfChunks()
    {
        const test::SampleCopy copy(QStringLiteral("arm-07"));
        copy.flip(QStringLiteral("chunk-2.bin"), 10);
        copy.remove(QStringLiteral("chunk-5.bin"));
        Shown shown(copy.path());
        QAccessibleInterface *const map = shown.spoken();
        QCOMPARE(map->role(), QAccessible::Table);
        QCOMPARE(map->text(QAccessible::Name), QStringLiteral("Chain"));
        QCOMPARE(map->childCount(), 7);
        QAccessibleTableInterface *const table = map->tableInterface();
        QVERIFY(table != nullptr);
        QVERIFY(table->columnCount() >= 7);
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->cellAt(0, 0)->text(QAccessible::Name), QStringLiteral("Chunk 0: verified"));
        QCOMPARE(shown.name(2), QStringLiteral("Chunk 2: changed"));
        QCOMPARE(shown.name(5), QStringLiteral("Chunk 5: missing"));
        QVERIFY(table->cellAt(0, 7) == nullptr);
        QVERIFY(table->cellAt(1, 0) == nullptr);
        QVERIFY(table->cellAt(-1, 0) == nullptr);
        QAccessibleInterface *const cell = table->cellAt(0, 5);
        QCOMPARE(cell->role(), QAccessible::Cell);
        QCOMPARE(cell->tableCellInterface()->rowIndex(), 0);
        QCOMPARE(cell->tableCellInterface()->columnIndex(), 5);
        QCOMPARE(cell->parent(), map);
        QCOMPARE(map->indexOfChild(cell), 5);
        QCOMPARE(map->child(5), cell); // the same as before
    }

    void cellsAreWhereTheyAreSeen()
    {
        const test::SampleCopy copy(QStringLiteral("arm-07"));
        Shown shown(copy.path());
        QAccessibleInterface *const cell = shown.spoken()->child(3);
        const QRect inside = shown.map.rectOfRow(3);
        QCOMPARE(cell->rect(), QRect(shown.map.viewport()->mapToGlobal(inside.topLeft()), inside.size()));
        QCOMPARE(shown.spoken()->childAt(cell->rect().center().x(), cell->rect().center().y()), cell);
    }

    void choosingIsHeard()
    {
        const test::SampleCopy copy(QStringLiteral("arm-07"));
        copy.flip(QStringLiteral("chunk-2.bin"), 10);
        Shown shown(copy.path());
        QVERIFY(QTest::qWaitFor([&] { return shown.map.hasFocus(); }));
        QAccessible::installUpdateHandler(hear);
        heard.clear();
        QTest::keyClick(&shown.map, Qt::Key_N);
        QAccessibleInterface *const focus = shown.spoken()->focusChild();
        QVERIFY(focus != nullptr);
        QCOMPARE(focus->text(QAccessible::Name), QStringLiteral("Chunk 2: changed"));
        QVERIFY(focus->state().focused);
        QVERIFY(focus->state().selected);
        QVERIFY(std::any_of(heard.begin(), heard.end(),
                            [](const Heard &event) { return event.type == QAccessible::Focus && event.child == 2; }));
        QTest::keyClick(&shown.map, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(shown.spoken()->tableInterface()->selectedCellCount(), 2);
        QCOMPARE(shown.spoken()->tableInterface()->selectedCells().back()->text(QAccessible::Name),
                 QStringLiteral("Chunk 3: verified"));
        // And a screen reader can choose for the person.
        QAccessibleActionInterface *const actions = shown.spoken()->child(6)->actionInterface();
        actions->doAction(actions->actionNames().front());
        QCOMPARE(shown.selection.current(), 6);
    }

    void aMillionCellsCostNothingUntilTheyAreAskedFor()
    {
        const test::Scratch scratch;
        const QString folder = scratch.qpath("sparse");
        test::writeSparseChain(folder, 1'000'000);
        Shown shown(folder, false);
        for (int i = 0; i < 30 && shown.map.canZoomIn(); ++i) {
            shown.map.zoomIn();
        }
        QCOMPARE(shown.map.rowsPerCell(), 1);
        QElapsedTimer clock;
        clock.start();
        QAccessibleInterface *const map = shown.spoken();
        QCOMPARE(map->childCount(), 1'000'000);
        QCOMPARE(shown.name(999'998), QStringLiteral("Chunk 999,998: missing"));
        QCOMPARE(map->tableInterface()->rowCount(), (1'000'000 + shown.map.columns() - 1) / shown.map.columns());
        shown.selection.choose(0, {{0, 999'999}});
        QCOMPARE(map->tableInterface()->selectedCellCount(), 1'000'000);
        QVERIFY(map->tableInterface()->selectedCells().size() <= 1'000);
        QVERIFY(map->child(500'000)->state().offscreen);
        QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
        // Whoever goes through very many of them gets each, and none stays for ever.
        for (int cell = 0; cell < 5'000; ++cell) {
            QAccessibleInterface *const one = map->child(cell);
            QVERIFY(one != nullptr && one->isValid());
            QCOMPARE(map->indexOfChild(one), cell);
        }
        // A cell that is no more says so.
        QAccessibleInterface *const last = map->child(999'999);
        const QAccessible::Id id = QAccessible::uniqueId(last);
        shown.map.fit();
        QAccessibleInterface *const then = QAccessible::accessibleInterface(id);
        QVERIFY(then == nullptr || !then->isValid());
    }
};

STREAMDESK_SPOKEN_UI_TEST(TestChainMapInterface)
#include "test_chain_map_interface.moc"
