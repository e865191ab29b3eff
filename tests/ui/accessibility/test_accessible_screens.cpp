// Every screen as a screen reader meets it: whatever can be worked with has a name, and the verdict is read as one
// sentence before anything else.
#include "tests/support/sample_copy.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/screens.h"
#include "tests/ui/support/spoken.h"
#include "tests/ui/support/ui_main.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTest>

using namespace streamdesk;

namespace {

QVector<QPair<QAccessible::Event, QObject *>> heard;

void hear(QAccessibleEvent *event)
{
    heard.append({event->type(), event->object()});
}

bool isPartOfAnother(const QWidget &widget) // the field speaks for the button that clears it
{
    const QWidget *const parent = widget.parentWidget();
    return qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QComboBox *>(parent)
           || qobject_cast<const QTabBar *>(parent) || qobject_cast<const QAbstractItemView *>(parent);
}

// Controls that can be seen and that no screen reader finds.
QStringList notInTree(QWidget &screen)
{
    QSet<QObject *> found;
    test::forEachAccessible(screen, [&](QAccessibleInterface &node) { found.insert(node.object()); });
    QStringList lost;
    for (QWidget *const widget : screen.findChildren<QWidget *>()) {
        const bool control = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget)
                             || qobject_cast<QComboBox *>(widget) || qobject_cast<QPlainTextEdit *>(widget)
                             || qobject_cast<QAbstractItemView *>(widget);
        if (control && widget->isVisible() && widget->window() == &screen && !isPartOfAnother(*widget)
            && !found.contains(widget)) {
            lost.append(QStringLiteral("not found: %1 %2")
                            .arg(QString::fromLatin1(widget->metaObject()->className()), widget->accessibleName()));
        }
    }
    return lost;
}

// What says what belongs to what: a label leads to its control, by its name or as its label.
QStringList withoutNames(QWidget &screen)
{
    QStringList nameless;
    test::forEachAccessible(screen, [&](QAccessibleInterface &node) {
        const bool toolkits = node.object() != nullptr && qobject_cast<QMessageBox *>(node.object()->parent())
                              && node.role() == QAccessible::Graphic; // beside the question
        if (!toolkits && test::needsName(node) && !test::isSpeakable(node.text(QAccessible::Name))) {
            nameless.append(QStringLiteral("no name: ") + test::described(node));
        }
    });
    return nameless;
}

} // namespace

class TestAccessibleScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(test::startListening()); }

    void cleanup() { QAccessible::installUpdateHandler(nullptr); }

    void everyControlHasAName_data()
    {
        QTest::addColumn<int>("walk");
        for (int i = 0; i < int(test::Screens::walks().size()); ++i) {
            QTest::newRow(test::Screens::walks()[std::size_t(i)].name) << i;
        }
    }
    void everyControlHasAName()
    {
        QFETCH(const int, walk);
        QStringList faults;
        int screensSeen = 0;
        int controls = 0;
        test::Screens screens(ui::Appearance::Light, [&](QWidget &screen, const QString &name) {
            ++screensSeen;
            test::forEachAccessible(screen, [&](QAccessibleInterface &node) { controls += test::needsName(node); });
            for (const QString &fault : withoutNames(screen) + notInTree(screen)) {
                faults.append(name + QStringLiteral(": ") + fault);
            }
        });
        (screens.*test::Screens::walks()[std::size_t(walk)].walk)();
        QVERIFY(screensSeen > 0);
        QVERIFY2(controls > 2 * screensSeen, "the tree has been lost sight of");
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void theVerdictIsReadAsOneSentence()
    {
        const test::SampleCopy copy(QStringLiteral("arm-07"));
        copy.flip(QStringLiteral("chunk-2.bin"), 10);
        test::Desk desk;
        ui::PackagePage *const page = desk.openAndVerify(copy.path());
        QVERIFY(page != nullptr);
        QStringList order;
        QString verdict;
        QStringList steps;
        test::forEachAccessible(desk.window, [&](QAccessibleInterface &node) {
            if (node.role() == QAccessible::AlertMessage && verdict.isEmpty()) {
                verdict = node.text(QAccessible::Name);
                for (int i = 0; i < node.childCount(); ++i) {
                    steps.append(node.child(i)->text(QAccessible::Name));
                }
            }
            if (node.role() == QAccessible::AlertMessage || node.role() == QAccessible::Table) {
                order.append(node.text(QAccessible::Name));
            }
        });
        ui::VerdictBanner *const banner = test::Desk::banner(page);
        QCOMPARE(verdict, banner->title() + QStringLiteral(". ") + banner->text());
        QVERIFY2(verdict.startsWith(QStringLiteral("Damaged: 1 of 7")), qPrintable(verdict));
        QCOMPARE(steps, QStringList{QStringLiteral("Repair…")});
        QCOMPARE(order, (QStringList{verdict, QStringLiteral("Chain"), QStringLiteral("Chunks")}));
        // It is where the package is named among what is open, too.
        QStringList items;
        test::forEachAccessible(QAccessible::queryAccessibleInterface(desk.sidebar()),
                                [&](QAccessibleInterface &node) { items.append(node.text(QAccessible::Name)); });
        QVERIFY2(items.contains(QStringLiteral("arm-07, Damaged")), qPrintable(items.join(u'|')));
    }

    void aVerdictIsAnnouncedOnceAndProgressIsNot()
    {
        ui::VerdictBanner banner;
        banner.show();
        const auto announced = [&] {
            const auto count =
                std::count(heard.begin(), heard.end(), qMakePair(QAccessible::Alert, static_cast<QObject *>(&banner)));
            heard.clear();
            return int(count);
        };
        QAccessible::installUpdateHandler(hear);
        heard.clear();
        using Tone = ui::VerdictBanner::Tone;
        const QString checking = QStringLiteral("checking");
        banner.setVerdict(Tone::Neutral, checking, QStringLiteral("Verifying: 1 of 40 chunks"), {});
        banner.setProgress(0.025);
        QCOMPARE(announced(), 1);
        QAccessibleInterface *const spoken = QAccessible::queryAccessibleInterface(&banner);
        QVERIFY(spoken->valueInterface() != nullptr);
        QCOMPARE(spoken->valueInterface()->currentValue().toDouble(), 0.025);
        for (int i = 2; i <= 40; ++i) {
            banner.setVerdict(Tone::Neutral, checking, QStringLiteral("Verifying: %1 of 40 chunks").arg(i), {});
            banner.setProgress(i / 40.0);
        }
        QCOMPARE(announced(), 0);
        banner.setVerdict(Tone::Broken, QStringLiteral("damaged"), QStringLiteral("Damaged"), QStringLiteral("Of 40."));
        banner.setProgress(std::nullopt);
        QCOMPARE(announced(), 1);
        QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Damaged. Of 40."));
        QVERIFY(spoken->valueInterface() == nullptr);
        banner.setVerdict(Tone::Broken, QStringLiteral("damaged"), QStringLiteral("Damaged"), QStringLiteral("Of 40."));
        QCOMPARE(announced(), 0); // nothing new
    }

    // The label beside a control names it, so that both can be found from each other.
    void labelsBelongToControls()
    {
        QStringList faults;
        int labels = 0;
        test::Screens screens(ui::Appearance::Light, [&](QWidget &screen, const QString &name) {
            for (const QLabel *const label : screen.findChildren<QLabel *>()) {
                if (label->buddy() == nullptr || !label->isVisible()) {
                    continue;
                }
                ++labels;
                QAccessibleInterface *const control = QAccessible::queryAccessibleInterface(label->buddy());
                const auto relations = control->relations(QAccessible::Label);
                const bool led = std::any_of(relations.begin(), relations.end(),
                                             [&](const auto &relation) { return relation.first->object() == label; });
                if (!led) {
                    faults.append(name + QStringLiteral(": ") + label->text());
                }
            }
        });
        for (const test::Screens::Walk &walk : test::Screens::walks()) {
            if (qstrcmp(walk.name, "trust") == 0 || qstrcmp(walk.name, "dialogs") == 0) {
                (screens.*walk.walk)();
            }
        }
        QVERIFY(labels > 10);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

STREAMDESK_SPOKEN_UI_TEST(TestAccessibleScreens)
#include "test_accessible_screens.moc"
