// A person's way with one key through the window, stop by stop: at each the program says "look" and waits until it is
// told to go on, so that its memory, its files and what it said can be searched meanwhile
// (tests/reliability/window_memory.py).
//   keys-at-work KEY-FILE PACKAGE
#include "core/base/log.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/ui_main.h"
#include "ui/keys/backup_dialog.h"
#include "ui/keys/export_key_dialog.h"
#include "ui/keys/import_key_dialog.h"
#include "ui/keys/keys_page.h"
#include "ui/keys/passphrase_dialog.h"
#include "ui/widgets/secret_line.h"
#include "ui/window/problem_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>

#include <cstdio>
#include <cstdlib>
#include <string>

using namespace streamdesk;

namespace {

const QString passphrase = QStringLiteral("otter lamp forty rain");

void require(bool reached, const char *what)
{
    if (!reached) {
        std::fprintf(stderr, "not reached: %s\n", what);
        std::exit(1);
    }
}

// Says all that can be read in the window now, and waits.
void look(const test::Desk &desk, const char *what)
{
    QTest::qWait(200);
    QString texts = desk.window.windowTitle();
    for (const QWidget *const widget : QApplication::allWidgets()) {
        const auto *const label = qobject_cast<const QLabel *>(widget);
        texts += u' ' + widget->toolTip() + u' ' + widget->accessibleName()
                 + (label != nullptr ? u' ' + label->text() : QString());
    }
    std::printf("%s\n%s\nlook %s\n", qPrintable(texts), qPrintable(QApplication::clipboard()->text()), what);
    std::fflush(stdout);
    char line[16];
    require(std::fgets(line, sizeof line, stdin) != nullptr, "the end");
}

QPushButton *button(const QWidget *widget, const QString &text)
{
    for (auto *const each : widget->findChildren<QPushButton *>()) {
        if (each->text() == text) {
            return each;
        }
    }
    return nullptr;
}

template <typename Dialog>
QPointer<Dialog> dialog(const test::Desk &desk)
{
    Dialog *found = nullptr;
    require(QTest::qWaitFor([&] {
                found = desk.window.findChild<Dialog *>();
                return found != nullptr && found->isVisible();
            }),
            Dialog::staticMetaObject.className());
    return found;
}

void enter(const test::Desk &desk, const QString &text)
{
    const QPointer asked = dialog<ui::PassphraseDialog>(desk);
    for (auto *const line : asked->findChildren<ui::SecretLine *>()) {
        QTest::keyClicks(line, text);
    }
    QTest::keyClick(asked, Qt::Key_Return);
    require(QTest::qWaitFor([&] { return asked == nullptr; }), "the passphrase is taken");
}

void walk(const QString &keyFile, const QString &package)
{
    test::Desk desk;
    std::printf("folder %s\n", qPrintable(desk.folder.path()));
    desk.showSection(QStringLiteral("keys"));
    auto *const page = desk.window.findChild<ui::KeysPage *>();
    auto *const keys = desk.window.findChild<ui::KeyDesk *>();

    page->importFiles({keyFile});
    const QPointer import = dialog<ui::ImportKeyDialog>(desk);
    require(QTest::qWaitFor([&] { return button(import, QStringLiteral("Import"))->isEnabled(); }), "recognised");
    QTest::mouseClick(button(import, QStringLiteral("Import")), Qt::LeftButton);
    enter(desk, passphrase);
    require(QTest::qWaitFor([&] { return keys->keys().size() == 1; }), "imported");
    import->reject();
    look(desk, "imported");

    const auto giveOut = [&](const QString &path) {
        auto *const given = new ui::ExportKeyDialog(keys, keys->keys().front(), nullptr, 30, &desk.window);
        given->open();
        given->writeTo(path);
        return QPointer(given);
    };
    keys->lock();
    QPointer given = giveOut(desk.folder.filePath(QStringLiteral("keys.json/out.key")));
    enter(desk, QStringLiteral("something else"));
    dialog<ui::PassphraseDialog>(desk)->reject();
    require(QTest::qWaitFor([&] { return given->findChild<ui::ProblemPanel *>()->isVisible(); }), "refused");
    QTest::mouseClick(button(given, QStringLiteral("Copy report")), Qt::LeftButton);
    look(desk, "a wrong passphrase");
    given->reject();

    given = giveOut(desk.folder.filePath(QStringLiteral("keys.json/out.key")));
    enter(desk, passphrase);
    require(QTest::qWaitFor([&] { return given->findChild<ui::ProblemPanel *>()->isVisible(); }), "not written");
    QTest::mouseClick(button(given, QStringLiteral("Copy report")), Qt::LeftButton);
    look(desk, "a place that is none");
    given->reject();

    const QString out = desk.folder.filePath(QStringLiteral("out.key"));
    given = giveOut(out);
    require(QTest::qWaitFor([&] { return given == nullptr; }), "given out");
    require(QFile::remove(out), "the file is there");
    look(desk, "given out");

    auto *const backup = new ui::BackupDialog(keys, {}, &desk.window);
    backup->open();
    for (auto *const line : backup->findChildren<ui::SecretLine *>()) {
        QTest::keyClicks(line, passphrase);
    }
    const QPointer backedUp(backup);
    backup->writeTo(desk.folder.filePath(QStringLiteral("backup.json")));
    require(QTest::qWaitFor([&] { return backedUp == nullptr; }), "backed up");
    look(desk, "backed up");

    ui::PackagePage *const opened = desk.openAndVerify(package);
    require(opened != nullptr, "opened");
    opened->selection()->choose(1);
    auto *const tabs = opened->findChild<QTabWidget *>();
    tabs->setCurrentIndex(1);
    require(QTest::qWaitFor([&] { return !keys->keys().front().lastUsed.empty(); }), "used");
    look(desk, "content shown");
    keys->lock();
    look(desk, "locked");
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    test::prepareApplication();
    log::start(log::Level::Trace,
               [](std::string_view line) { std::fprintf(stderr, "%.*s", int(line.size()), line.data()); });
    require(argc == 3, "usage: keys-at-work KEY-FILE PACKAGE");
    walk(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[2]));
    std::printf("done\n");
    return 0;
}
