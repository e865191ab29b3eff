// The window in German: its words, its plurals, its numbers, and a key of its own for each line of a menu.
#include "tests/ui/support/desk.h"
#include "tests/ui/support/ui_main.h"
#include "ui/package/chunk_state_words.h"
#include "ui/words/values.h"

#include <QFile>
#include <QLibraryInfo>
#include <QMenuBar>
#include <QSet>

using namespace streamdesk;

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::installTranslations(QStringLiteral("de")); }

    void numbersAreWrittenAsInTheLanguage()
    {
        QCOMPARE(ui::grouped(4096), QStringLiteral("4.096"));
        QCOMPARE(ui::sizeText(1024 * 1024), QStringLiteral("1,00 MiB"));
    }

    void pluralsAreTheLanguagesOwn()
    {
        QCOMPARE(ui::countedState(1, ui::ChunkState::Missing), QStringLiteral("1 fehlt"));
        QCOMPARE(ui::countedState(2402, ui::ChunkState::Missing), QStringLiteral("2.402 fehlen"));
    }

    void menusHaveAKeyForEachLine()
    {
        test::Desk desk;
        QStringList titles;
        QStringList keys;
        for (const QAction *menu : desk.window.menuBar()->actions()) {
            titles.append(menu->text());
            keys.append(QKeySequence::mnemonic(menu->text()).toString());
            QStringList inside;
            for (const QAction *line : menu->menu()->actions()) {
                if (!line->isSeparator()) {
                    inside.append(QKeySequence::mnemonic(line->text()).toString());
                }
            }
            QVERIFY2(!inside.contains(QString()) && QSet<QString>(inside.begin(), inside.end()).size() == inside.size(),
                     qPrintable(menu->text() + inside.join(u' ')));
        }
        QCOMPARE(titles.front(), QStringLiteral("&Datei"));
        QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), keys.size());
    }

    void theToolkitSpeaksItToo()
    {
        QVERIFY2(QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_de.qm")),
                 "the toolkit's translations are not installed");
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Abbrechen"));
    }
};

STREAMDESK_UI_TEST(TestTranslations)

#include "test_translations.moc"
