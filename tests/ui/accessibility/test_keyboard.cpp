// Every screen without a mouse: Tab comes to whatever can be worked with, where it is can be seen, and what menus and
// titles of columns offer can be had by keys.
#include "tests/support/sample_copy.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/screens.h"
#include "tests/ui/support/ui_main.h"
#include "ui/library/library_page.h"
#include "ui/package/chain_map.h"
#include "ui/package/chunk_table.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

using namespace streamdesk;

namespace {

bool isPartOfAnother(const QWidget &widget)
{
    const QWidget *const parent = widget.parentWidget();
    return qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QComboBox *>(parent)
           || qobject_cast<const QTabBar *>(parent) || qobject_cast<const QAbstractItemView *>(parent)
           || qobject_cast<const QHeaderView *>(&widget);
}

// What a mouse could work with.
QVector<QWidget *> controlsOf(QWidget &screen)
{
    QVector<QWidget *> controls;
    for (QWidget *const widget : screen.findChildren<QWidget *>()) {
        const bool control = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget)
                             || qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget)
                             || qobject_cast<QPlainTextEdit *>(widget) || qobject_cast<QTabBar *>(widget)
                             || qobject_cast<QAbstractItemView *>(widget) || qobject_cast<ui::ChainMap *>(widget);
        if (control && widget->isVisible() && widget->isEnabled() && widget->window() == &screen
            && !isPartOfAnother(*widget)) {
            controls.append(widget);
        }
    }
    return controls;
}

QString described(const QWidget &widget)
{
    const auto *const button = qobject_cast<const QAbstractButton *>(&widget);
    QString path;
    for (const QWidget *parent = &widget; parent != nullptr; parent = parent->parentWidget()) {
        path += QStringLiteral(" < ") + QString::fromLatin1(parent->metaObject()->className());
    }
    return (widget.accessibleName().isEmpty() && button != nullptr ? button->text() : widget.accessibleName()) + path;
}

// Arrows go on from one of them to the others.
bool isReachedWithin(const QWidget &widget, const QSet<QWidget *> &reached)
{
    return qobject_cast<const QRadioButton *>(&widget) != nullptr
           && std::any_of(reached.begin(), reached.end(), [&](const QWidget *other) {
                  return qobject_cast<const QRadioButton *>(other) && other->parentWidget() == widget.parentWidget();
              });
}

QImage around(QWidget &screen, const QWidget &widget)
{
    constexpr int ring = 3; // px, for what is drawn around a control
    const QRect place(widget.mapTo(&screen, QPoint(0, 0)), widget.size());
    return screen.grab(place.adjusted(-ring, -ring, ring, ring)).toImage();
}

// Goes round with Tab, and says what it does not come to and where it cannot be seen.
QStringList faultsOf(QWidget &screen)
{
    screen.activateWindow();
    if (!QTest::qWaitForWindowActive(&screen)) {
        return {QStringLiteral("not active")};
    }
    const QVector<QWidget *> controls = controlsOf(screen);
    QStringList faults;
    QSet<QWidget *> reached;
    int steps = 0;
    if (screen.focusWidget() == nullptr) {
        QTest::keyClick(&screen, Qt::Key_Tab);
    }
    while (QApplication::focusWidget() != nullptr && ++steps < 400) {
        QWidget *const focus = QApplication::focusWidget();
        if (reached.contains(focus) && steps > controls.size() + 20) {
            break;
        }
        const bool isNew = !reached.contains(focus);
        reached.insert(focus);
        const QImage with = around(screen, *focus);
        QTest::keyClick(focus, Qt::Key_Tab);
        if (QApplication::focusWidget() == focus) {
            if (controls.size() > 1) {
                faults.append(QStringLiteral("Tab stays at ") + described(*focus));
            }
            break;
        }
        if (isNew && controls.contains(focus) && around(screen, *focus) == with) {
            faults.append(QStringLiteral("no focus is seen at ") + described(*focus));
        }
    }
    for (const QWidget *const control : controls) {
        const bool proxied = control->focusProxy() != nullptr && reached.contains(control->focusProxy());
        if (!reached.contains(const_cast<QWidget *>(control)) && !proxied && !isReachedWithin(*control, reached)) {
            faults.append(QStringLiteral("Tab does not come to ") + described(*control));
        }
    }
    return faults;
}

// Of a menu and those in it: a line without a letter to press, or two with the same.
void findMenuFaults(const QMenu &menu, QStringList &faults)
{
    QHash<QChar, QString> letters;
    for (const QAction *const action : menu.actions()) {
        if (action->isSeparator() || !action->isVisible()) {
            continue;
        }
        const qsizetype at = action->text().indexOf(u'&');
        const QChar letter = at < 0 ? QChar() : action->text().at(at + 1).toLower();
        if (at < 0) {
            faults.append(QStringLiteral("no letter: ") + action->text());
        } else if (letters.contains(letter)) {
            faults.append(QStringLiteral("the same letter: %1, %2").arg(letters[letter], action->text()));
        }
        letters[letter] = action->text();
        if (action->menu() != nullptr && action->menu()->title() != QStringLiteral("Open &Recent")) {
            findMenuFaults(*action->menu(), faults);
        }
    }
}

} // namespace

class TestKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tabComesToEverything_data()
    {
        QTest::addColumn<int>("walk");
        QTest::addColumn<ui::Appearance>("appearance");
        for (int i = 0; i < int(test::Screens::walks().size()); ++i) {
            const char *const name = test::Screens::walks()[std::size_t(i)].name;
            QTest::newRow(name) << i << ui::Appearance::Light;
            if (qstrcmp(name, "trust") == 0 || qstrcmp(name, "dialogs") == 0) { // which have every kind of control
                QTest::addRow("%s, high contrast", name) << i << ui::Appearance::HighContrast;
            }
        }
    }
    void tabComesToEverything()
    {
        QFETCH(const int, walk);
        QFETCH(const ui::Appearance, appearance);
        QStringList faults;
        int screensSeen = 0;
        test::Screens screens(appearance, [&](QWidget &screen, const QString &name) {
            ++screensSeen;
            for (const QString &fault : faultsOf(screen)) {
                faults.append(name + QStringLiteral(": ") + fault);
            }
        });
        (screens.*test::Screens::walks()[std::size_t(walk)].walk)();
        QVERIFY(screensSeen > 0);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void aMenuOpensByItsLetter()
    {
        test::Desk desk;
        QTest::keyClick(&desk.window, Qt::Key_H, Qt::AltModifier);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        QCOMPARE(qobject_cast<QMenu *>(QApplication::activePopupWidget())->title(), QStringLiteral("&Help"));
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    }

    void chunksAreSortedByKeys()
    {
        const test::SampleCopy copy(QStringLiteral("arm-07"));
        test::Desk desk;
        ui::PackagePage *const page = desk.openAndVerify(copy.path());
        QVERIFY(page != nullptr);
        auto *const table = page->findChild<ui::ChunkTable *>()->findChild<QTableView *>();
        table->setFocus();
        page->selection()->choose(2);
        QTest::keyClick(table, Qt::Key_F10, Qt::ShiftModifier);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        auto *const menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QTest::keyClick(menu, Qt::Key_Up); // the last line
        QCOMPARE(menu->activeAction()->text(), QStringLiteral("Sort by"));
        QTest::keyClick(menu, Qt::Key_Right);
        QTRY_VERIFY(QApplication::activePopupWidget() != menu);
        auto *const columns = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QCOMPARE(columns->activeAction()->text(), QStringLiteral("Chunk, ascending"));
        QVERIFY(columns->activeAction()->isChecked());
        QTest::keyClick(columns, Qt::Key_Return);
        QTRY_COMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("6"));
    }

    void aContextMenuIsThatOfTheChosenLine()
    {
        const test::SampleCopy one(QStringLiteral("arm-07"));
        const test::SampleCopy other(QStringLiteral("arm-08"));
        test::Desk desk;
        QVERIFY(desk.openAndVerify(one.path()) != nullptr);
        QVERIFY(desk.openAndVerify(other.path()) != nullptr);
        desk.showSection(QStringLiteral("library"));
        const auto pages = desk.window.findChildren<ui::LibraryPage *>(); // of packages, and of readings
        const auto page =
            std::find_if(pages.begin(), pages.end(), [](const QWidget *shown) { return shown->isVisible(); });
        QVERIFY(page != pages.end());
        auto *const list = (*page)->findChild<QTreeWidget *>();
        QCOMPARE(list->topLevelItemCount(), 2);
        for (const char *const title : {"arm-07", "arm-08"}) {
            list->setCurrentItem(list->findItems(QString::fromLatin1(title), Qt::MatchExactly).front());
            list->setFocus();
            QTest::keyClick(list, Qt::Key_F10, Qt::ShiftModifier);
            QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
            QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
            QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return); // Open
            QTRY_VERIFY(desk.window.currentPackage() != nullptr);
            QCOMPARE(desk.window.currentPackage()->title(), QString::fromLatin1(title));
            desk.showSection(QStringLiteral("library"));
        }
    }

    void everyMenuButtonOpensByKeys()
    {
        const test::SampleCopy copy(QStringLiteral("arm-07"));
        test::Desk desk;
        ui::PackagePage *const page = desk.openAndVerify(copy.path());
        QVERIFY(page != nullptr);
        int buttons = 0;
        for (QToolButton *const button : page->findChildren<QToolButton *>()) {
            if (button->menu() == nullptr || !button->isVisible()) {
                continue;
            }
            ++buttons;
            button->setFocus();
            QSignalSpy opened(button->menu(), &QMenu::aboutToShow);
            QTimer::singleShot(0, button->menu(), &QWidget::close); // the key waits until it is closed
            QTest::keyClick(button, Qt::Key_Space);
            QTRY_COMPARE(opened.count(), 1);
        }
        QVERIFY(buttons >= 2); // states, and the rest of what can be done
    }

    void whatIsOpenIsClosedFromItsContextMenu()
    {
        const test::SampleCopy copy(QStringLiteral("arm-07"));
        test::Desk desk;
        QVERIFY(desk.openAndVerify(copy.path()) != nullptr);
        desk.sidebar()->setFocus();
        QTest::keyClick(desk.sidebar(), Qt::Key_F10, Qt::ShiftModifier);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QTRY_VERIFY(desk.window.packagePage(copy.path()) == nullptr);
    }

    // Last: what was translated once stays so.
    void everyMenuHasLetters_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en");
        QTest::newRow("German") << QStringLiteral("de");
    }
    void everyMenuHasLetters()
    {
        QFETCH(const QString, language);
        ui::installTranslations(language);
        test::Desk desk;
        QStringList faults;
        QMenu bar;
        for (QAction *const action : desk.window.menuBar()->actions()) {
            bar.addAction(action);
        }
        findMenuFaults(bar, faults);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

STREAMDESK_UI_TEST(TestKeyboard)
#include "test_keyboard.moc"
