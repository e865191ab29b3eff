// The menus of the window and what they ask before anything is opened.
#include "ui/window/main_window.h"

#include "ui/drop/mime_paths.h"
#include "ui/package/package_page.h"
#include "ui/package/package_session.h"
#include "ui/theme/icons.h"
#include "ui/widgets/notice_bar.h"
#include "ui/window/about_dialog.h"
#include "ui/window/settings_dialog.h"
#include "ui/words/values.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMenuBar>

namespace streamdesk::ui {

void MainWindow::buildMenus()
{
    QMenu *const file = menuBar()->addMenu(tr("&File"));
    file->addAction(icon(QStringLiteral("open")), tr("Open &Folder…"), QKeySequence::Open, this,
                    &MainWindow::chooseFolder);
    file->addAction(icon(QStringLiteral("readings")), tr("Open F&iles…"), QKeySequence(tr("Ctrl+Shift+O")), this,
                    &MainWindow::chooseFiles);
    QMenu *const recent = file->addMenu(tr("Open &Recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(recent); });
    file->addSeparator();
    m_packageActions.push_back(file->addAction(icon(QStringLiteral("export")), tr("&Export Findings…"),
                                               QKeySequence(tr("Ctrl+E")), this,
                                               [this] { currentPackage()->exportFindings(); }));
    file->addAction(tr("&Close"), QKeySequence::Close, this, &MainWindow::closeCurrent);
    file->addSeparator();
    if (m_keys != nullptr) {
        QAction *const lockNow = file->addAction(icon(QStringLiteral("lock")), tr("&Lock"), QKeySequence(tr("Ctrl+L")),
                                                 this, &MainWindow::lock);
        lockNow->setToolTip(tr("What your keys opened goes off the screen and out of memory."));
        file->addSeparator();
    }
    QAction *const quit = file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
    quit->setMenuRole(QAction::QuitRole);

    QMenu *const edit = menuBar()->addMenu(tr("&Edit"));
    m_packageActions.push_back(edit->addAction(icon(QStringLiteral("copy")), tr("Copy &Findings"),
                                               QKeySequence(tr("Ctrl+Shift+C")), this,
                                               [this] { currentPackage()->copyFindings(); }));
    edit->addAction(tr("&Paste Files"), QKeySequence::Paste, this, &MainWindow::paste);
    // The key itself is the table's; it works wherever a table is seen.
    const QString filter =
        tr("F&ilter Chunks") + QLatin1Char('\t') + QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText);
    m_packageActions.push_back(
        edit->addAction(icon(QStringLiteral("search")), filter, this, [this] { currentPackage()->focusFilter(); }));
    edit->addSeparator();
    QAction *const settings =
        edit->addAction(icon(QStringLiteral("settings")), tr("&Settings…"), QKeySequence(tr("Ctrl+,")), this, [this] {
            auto *const dialog = new SettingsDialog(*m_parts.settings, *m_parts.theme, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
        });
    settings->setMenuRole(QAction::PreferencesRole);
    edit->addAction(tr("&Your Data…"), this, &MainWindow::showOwnData);

    buildPackageMenu(menuBar()->addMenu(tr("&Package")));

    QMenu *const help = menuBar()->addMenu(tr("&Help"));
    help->addAction(icon(QStringLiteral("intact-trusted")), tr("What a Signature &Proves"), this,
                    &MainWindow::showProof);
    QAction *const about = help->addAction(icon(QStringLiteral("info")), tr("&About Stream Desk"), this, [this] {
        auto *const dialog = new AboutDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    about->setMenuRole(QAction::AboutRole);
}

void MainWindow::buildPackageMenu(QMenu *menu)
{
    const auto add = [this, menu](const QString &iconName, const QString &text, const QKeySequence &keys,
                                  void (PackagePage::*slot)()) {
        m_packageActions.push_back(
            menu->addAction(icon(iconName), text, keys, this, [this, slot] { (currentPackage()->*slot)(); }));
    };
    add(QStringLiteral("refresh"), tr("&Verify Again"), QKeySequence::Refresh, &PackagePage::verifyAgain);
    add(QStringLiteral("refresh"), tr("Check &Selected Chunks Again"), QKeySequence(tr("Shift+F5")),
        &PackagePage::recheckSelected);
    add(QStringLiteral("stop"), tr("S&top"), QKeySequence(tr("Ctrl+.")), &PackagePage::stop);
    menu->addSeparator();
    add(QStringLiteral("intact-untrusted"), tr("&Compare with the Seller…"), QKeySequence(tr("Ctrl+K")),
        &PackagePage::compare);
    add(QStringLiteral("key"), tr("Show &Package Code…"), QKeySequence(tr("Ctrl+Shift+K")), &PackagePage::showCode);
    m_repair = menu->addAction(icon(QStringLiteral("repair")), tr("R&epair…"), QKeySequence(tr("Ctrl+R")), this,
                               [this] { currentPackage()->repair(); });
    m_decrypt = menu->addAction(icon(QStringLiteral("key")), tr("&Decrypt to File…"), QKeySequence(tr("Ctrl+Shift+D")),
                                this, [this] { currentPackage()->decrypt(); });
    m_receipt = menu->addAction(icon(QStringLiteral("export")), tr("Save Rece&ipt…"), this,
                                [this] { currentPackage()->saveReceipt(); });
    menu->addSeparator();
    add(QStringLiteral("edit"), tr("&Rename…"), QKeySequence(tr("F2")), &PackagePage::rename);
    add(QStringLiteral("readings"), tr("&Note…"), {}, &PackagePage::editNote);
    add(QStringLiteral("library"), tr("Show in File &Manager"), {}, &PackagePage::showInFileManager);
    menu->addSeparator();
    m_packageActions.push_back(menu->addAction(tr("&Forget"), this, [this] {
        const QString path = currentPackage()->session()->path();
        closeCurrent();
        m_parts.library->forget(path);
    }));
    m_packageActions.back()->setToolTip(tr("Takes it off the library. No file is deleted."));
}

void MainWindow::fillRecent(QMenu *menu)
{
    constexpr int most = 10;
    menu->clear();
    for (const LibraryEntry &entry : m_parts.library->recent(most)) {
        QString text = entry.title;
        menu->addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                        [this, path = entry.path] { openPaths({path}); })
            ->setToolTip(plainToolTip(shown(entry.path)));
    }
    menu->setToolTipsVisible(true);
    if (menu->isEmpty()) {
        menu->addAction(tr("Nothing yet"))->setEnabled(false);
    }
}

void MainWindow::chooseFolder()
{
    auto *const dialog = new QFileDialog(this, tr("Open a package's folder"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    showChooser(dialog);
}

void MainWindow::chooseFiles()
{
    auto *const dialog = new QFileDialog(this, tr("Open files"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Packages and readings (*.zip *.json *.jsonl *.ndjson)"), tr("All files (*)")});
    showChooser(dialog);
}

void MainWindow::showChooser(QFileDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) { openPaths(paths); });
    dialog->open();
}

void MainWindow::paste()
{
    const QStringList paths = pathsFromMimeData(QApplication::clipboard()->mimeData());
    if (paths.isEmpty()) {
        m_notices->say({tr("There are no files in the clipboard. Copy a package in your file manager first.")});
        return;
    }
    openPaths(paths);
}

} // namespace streamdesk::ui
