// The table of chunks as a person uses it: typing, clicking, choosing, copying.
#include "ui/package/chunk_model.h"
#include "ui/package/chunk_table.h"
#include "ui/package/package_session.h"
#include "ui/package/row_selection.h"
#include "ui/theme/theme.h"

#include "tests/support/sample_copy.h"
#include "tests/ui/support/chain_packages.h"

#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace streamdesk;
using ui::ChunkModel;
using ui::ChunkTable;
using ui::PackageSession;
using ui::RowSelection;

class TestChunkTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QStringLiteral("en_US")));
        m_theme = std::make_unique<ui::Theme>(ui::Appearance::Light);
    }
    void init()
    {
        m_copy = std::make_unique<test::SampleCopy>();
        m_copy->flip(QStringLiteral("chunk-3.bin"), 40);
        m_copy->remove(QStringLiteral("chunk-5.bin"));
        m_session = std::make_unique<PackageSession>(m_copy->path(), package::Expectations{});
        m_selection = std::make_unique<RowSelection>();
        m_table = std::make_unique<ChunkTable>();
        m_table->resize(760, 380);
        m_table->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
        m_table->activateWindow();
        QTRY_VERIFY(m_table->isActiveWindow());
        m_table->setChain(m_session.get(), m_selection.get());
        m_session->open(true);
        QTRY_COMPARE(m_session->stage(), PackageSession::Stage::Checked);
        QTRY_VERIFY(!view()->isColumnHidden(ChunkModel::Finding));
    }
    void cleanup()
    {
        m_table.reset();
        m_selection.reset();
        m_session.reset();
    }

    void typingNarrowsTheList()
    {
        QTest::keyClick(m_table.get(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(search()->hasFocus());
        QTest::keyClicks(search(), QStringLiteral("2-4"));
        QCOMPARE(chunks(), QStringLiteral("2 3 4"));
        QTest::keyClick(search(), Qt::Key_Escape);
        QCOMPARE(chunks(), QStringLiteral("0 1 2 3 4 5 6"));
        QTest::keyClicks(search(), QStringLiteral("zebra"));
        QCOMPARE(chunks(), QString());
        QVERIFY(emptyText().contains(QStringLiteral("“zebra”")));
        search()->clear();
        QVERIFY(emptyText().isEmpty());
    }

    void choosesStates()
    {
        auto *button = m_table->findChild<QToolButton *>();
        QCOMPARE(button->text(), QStringLiteral("All states ▾"));
        choose(QStringLiteral("Problems (2)"));
        QCOMPARE(button->text(), QStringLiteral("Problems (2) ▾"));
        QCOMPARE(chunks(), QStringLiteral("3 5"));
        choose(QStringLiteral("All states"));
        QCOMPARE(chunks(), QStringLiteral("0 1 2 3 4 5 6"));
        choose(QStringLiteral("1 missing"));
        QCOMPARE(chunks(), QStringLiteral("5"));
        QCOMPARE(button->text(), QStringLiteral("1 missing ▾"));
        choose(QStringLiteral("5 verified"));
        QCOMPARE(chunks(), QStringLiteral("0 1 2 4 5 6"));
        choose(QStringLiteral("5 verified"));
        choose(QStringLiteral("1 missing")); // none left is all again
        QCOMPARE(chunks(), QStringLiteral("0 1 2 3 4 5 6"));
        choose(QStringLiteral("0 not checked"));
        QVERIFY(!emptyText().isEmpty());
    }

    void sortsByClickingATitle()
    {
        clickTitle(ChunkModel::State);
        QCOMPARE(chunks(), QStringLiteral("3 5 0 1 2 4 6"));
        QVERIFY(title(ChunkModel::State).endsWith(QStringLiteral("▴")));
        clickTitle(ChunkModel::State);
        QVERIFY(chunks().endsWith(QStringLiteral("5 3")));
        QVERIFY(title(ChunkModel::State).endsWith(QStringLiteral("▾")));
        clickTitle(ChunkModel::Chunk);
        QCOMPARE(chunks(), QStringLiteral("0 1 2 3 4 5 6"));
    }

    void choosingRowsIsSharedBothWays()
    {
        clickRow(1);
        QCOMPARE(m_selection->current(), 1);
        QCOMPARE(m_selection->ranges(), (RowSelection::Ranges{{1, 1}}));
        QTest::keyClick(view(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_selection->ranges(), (RowSelection::Ranges{{1, 2}}));
        clickRow(5, Qt::ControlModifier);
        QCOMPARE(m_selection->ranges(), (RowSelection::Ranges{{1, 2}, {5, 5}}));
        QCOMPARE(m_selection->current(), 5);
        QTest::keyClick(view(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_selection->ranges(), (RowSelection::Ranges{{0, 6}}));

        m_selection->choose(4, {{2, 4}});
        QCOMPARE(selected(), QStringLiteral("2 3 4"));
        QCOMPARE(view()->currentIndex().row(), 4);
        m_selection->choose(-1);
        QCOMPARE(selected(), QString());
        QVERIFY(!view()->currentIndex().isValid());
    }

    void aChoiceOutlivesSortingAndFiltering()
    {
        m_selection->choose(3, {{3, 3}, {6, 6}});
        clickTitle(ChunkModel::Size);
        QCOMPARE(selected(), QStringLiteral("3 6"));
        search()->setText(QStringLiteral("0-4"));
        QCOMPARE(selected(), QStringLiteral("3"));
        QCOMPARE(m_selection->count(), 2); // what is not shown stays chosen
        search()->clear();
        QCOMPARE(selected(), QStringLiteral("3 6"));
        QCOMPARE(m_selection->current(), 3);
    }

    void worksByKeyboardAlone()
    {
        m_table->focusSearch();
        QTest::keyClicks(search(), QStringLiteral("3-5"));
        QTest::keyClick(search(), Qt::Key_Down);
        QVERIFY(view()->hasFocus());
        QCOMPARE(m_selection->current(), 3);
        QTest::keyClick(view(), Qt::Key_Down);
        QCOMPARE(m_selection->current(), 4);
        QTest::keyClick(view(), Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(m_selection->current(), 5);
        QTest::keyClick(view(), Qt::Key_Tab); // leaves the table
        QVERIFY(!view()->hasFocus());
    }

    void copiesWholeIds()
    {
        clickRow(3);
        QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
        const QStringList cells = clipboard().trimmed().split(u'\t');
        QCOMPARE(cells.size(), 7);
        QCOMPARE(cells[0], QStringLiteral("3"));
        QCOMPARE(cells[1], QStringLiteral("0x6a995fa4d22407f9e4ce2f516ed3b79d005e75e3851ff33efe41192098d0f035"));
        QCOMPARE(cells[3], QStringLiteral("changed"));
        QCOMPARE(cells[6], QStringLiteral("chunk-3.bin"));
        m_selection->choose(3, {{2, 3}});
        QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboard().count(u'\n'), 3); // under the titles
        QVERIFY(clipboard().startsWith(QStringLiteral("Chunk\tId\tSize\t")));
    }

    void offersWhatCanBeDoneWithRows()
    {
        QSignalSpy recheck(m_table.get(), &ChunkTable::recheckRequested);
        QSignalSpy show(m_table.get(), &ChunkTable::showFileRequested);
        m_selection->choose(3, {{2, 3}});
        openMenu(3, QStringLiteral("Check again"));
        QCOMPARE(recheck.size(), 1);
        QCOMPARE(recheck.front().front().value<std::vector<int>>(), (std::vector<int>{2, 3}));
        openMenu(3, QStringLiteral("Show file"));
        QCOMPARE(show.size(), 1);
        QCOMPARE(show.front().front().toInt(), 3);
        openMenu(3, QStringLiteral("Copy 2 id(s)"));
        QCOMPARE(clipboard().split(u'\n').size(), 2);
    }

    void recipientsTakeTheRoomWhereNothingIsWrong()
    {
        PackageSession intact(QStringLiteral(SAMPLE_PACKAGE "/package"), {});
        m_table->setChain(&intact, m_selection.get());
        intact.open(true);
        QTRY_COMPARE(intact.stage(), PackageSession::Stage::Checked);
        QVERIFY(view()->isColumnHidden(ChunkModel::Finding));
        QVERIFY(!view()->isColumnHidden(ChunkModel::Recipients));
        m_table->setChain(nullptr, nullptr);
        QCOMPARE(chunks(), QString());
    }

    void manyRowsStayChosenHoweverTheyAreSorted()
    {
        const test::Scratch scratch;
        test::writeEnvelopes(scratch.qpath("package"), 5'000);
        PackageSession many(scratch.qpath("package"), {});
        m_table->setChain(&many, m_selection.get());
        many.open(false);
        QTRY_COMPARE(many.stage(), PackageSession::Stage::Opened);
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_selection->ranges(), (RowSelection::Ranges{{0, 4'999}}));
        view()->sortByColumn(ChunkModel::Id, Qt::AscendingOrder);
        QTRY_VERIFY(view()->model()->index(0, 0).data().toString() != QStringLiteral("0"));
        QCOMPARE(view()->selectionModel()->selection().size(), 1);
        QTest::keyClick(view(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_selection->ranges(), (RowSelection::Ranges{{0, 4'999}}));

        m_selection->choose(7, {{0, 2'499}}); // every second row, about
        QVERIFY(view()->selectionModel()->isRowSelected(view()->selectionModel()->selection().front().top()));
        QVERIFY(view()->selectionModel()->selection().size() <= 1'000);
        QCOMPARE(view()->currentIndex().data().toString(), QStringLiteral("7"));
        QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboard().count(u'\n'), 2'501); // all that are chosen, under the titles
        search()->setText(QStringLiteral("2490-2600"));
        QTRY_COMPARE(view()->model()->rowCount(), 111);
        QCOMPARE(view()->selectionModel()->selectedRows().size(), 10);
        m_table->setChain(nullptr, nullptr);
    }

    void outlivesWhatItShows()
    {
        clickRow(2);
        m_session.reset();
        QCOMPARE(chunks(), QString());
        m_selection.reset();
        m_table->resize(300, 200);
        QVERIFY(!m_table->grab().isNull());
    }

private:
    QTableView *view() const { return m_table->findChild<QTableView *>(); }
    QLineEdit *search() const { return m_table->findChild<QLineEdit *>(); }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }
    QString emptyText() const { return view()->accessibleDescription(); }
    QString title(int column) const { return view()->model()->headerData(column, Qt::Horizontal).toString(); }
    QString chunks() const
    {
        QStringList list;
        for (int row = 0; row < view()->model()->rowCount(); ++row) {
            list.append(view()->model()->index(row, 0).data().toString());
        }
        return list.join(u' ');
    }
    QString selected() const
    {
        QStringList list;
        for (const QModelIndex &index : view()->selectionModel()->selectedRows()) {
            list.append(index.data().toString());
        }
        list.sort();
        return list.join(u' ');
    }
    void clickRow(int row, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        const QRect rect = view()->visualRect(view()->model()->index(row, ChunkModel::State));
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, modifiers, rect.center());
    }
    void clickTitle(int column) const
    {
        const QHeaderView *header = view()->horizontalHeader();
        const QPoint at(header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                        header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    }
    static void clickAction(QMenu *menu, const QString &text)
    {
        for (QAction *action : menu->actions()) {
            if (action->text() == text) {
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                return;
            }
        }
        QFAIL(qPrintable(QStringLiteral("no such action: ") + text));
    }
    void choose(const QString &text) const
    {
        auto *button = m_table->findChild<QToolButton *>();
        QMenu *menu = button->menu();
        menu->popup(button->mapToGlobal(QPoint(0, button->height())));
        QVERIFY(QTest::qWaitForWindowExposed(menu));
        clickAction(menu, text);
    }
    void openMenu(int row, const QString &text) const
    {
        const QPoint at = view()->visualRect(view()->model()->index(row, ChunkModel::State)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view()->viewport()->mapToGlobal(at));
        QApplication::sendEvent(view()->viewport(), &event);
        QMenu *menu = nullptr;
        QTRY_VERIFY((menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())));
        QVERIFY(QTest::qWaitForWindowExposed(menu));
        clickAction(menu, text);
    }

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<test::SampleCopy> m_copy;
    std::unique_ptr<PackageSession> m_session;
    std::unique_ptr<RowSelection> m_selection;
    std::unique_ptr<ChunkTable> m_table;
};

QTEST_MAIN(TestChunkTable)

#include "test_chunk_table.moc"
