// What is mine in the window: keys and trusted machines, and what they mean for everything else.
#include "core/base/utc.h"
#include "core/keys/trust_edits.h"
#include "ui/drop/kind_words.h"
#include "ui/keys/desk_key_ring.h"
#include "ui/keys/key_uses.h"
#include "ui/keys/keys_page.h"
#include "ui/keys/passphrase_dialog.h"
#include "ui/lock/lock_watch.h"
#include "ui/lock/secret_clipboard.h"
#include "ui/owndata/own_data_dialog.h"
#include "ui/package/package_page.h"
#include "ui/trust/proof_dialog.h"
#include "ui/trust/trust_desk.h"
#include "ui/trust/trust_page.h"
#include "ui/widgets/notice_bar.h"
#include "ui/window/main_window.h"
#include "ui/window/main_window_sections.h"
#include "ui/window/sidebar.h"

#include <QApplication>
#include <QStackedWidget>

#include <chrono>

namespace streamdesk::ui {

void MainWindow::buildMine()
{
    if (m_parts.keys || m_parts.trust) {
        m_sidebar->addHeading(tr("Mine"));
    }
    buildKeys();
    buildTrust();
}

void MainWindow::buildTrust()
{
    if (!m_parts.trust) {
        return;
    }
    m_trust = new TrustDesk(*m_parts.trust, this);
    m_trustPage = new TrustPage(m_trust);
    m_sidebar->addSection(trustKey, QStringLiteral("intact-trusted"), tr("Trusted machines"));
    m_pages->addWidget(m_trustPage);
    connect(m_trustPage, &TrustPage::explanationRequested, this, &MainWindow::showProof);
    connect(m_trust, &TrustDesk::changed, this, [this] {
        for (const auto &[key, page] : m_open) {
            if (auto *const package = qobject_cast<PackagePage *>(page)) {
                package->session()->judgeAgain();
            }
        }
        updateActions();
    });
}

void MainWindow::buildKeys()
{
    if (!m_parts.keys) {
        return;
    }
    m_keys = new KeyDesk(*m_parts.keys, this);
    m_keyRing = new DeskKeyRing(m_keys, this);
    m_clipboard = new SecretClipboard(this);
    m_keysPage = new KeysPage({.desk = m_keys,
                               .uses = new KeyUses(m_keys, m_parts.library, m_keys),
                               .clipboard = m_clipboard,
                               .settings = m_parts.settings});
    m_sidebar->addSection(keysKey, QStringLiteral("key"), tr("Keys"));
    m_pages->addWidget(m_keysPage);
    connect(m_keysPage, &KeysPage::openRequested, this, [this](const QString &path) { openPaths({path}); });
    connect(m_keys, &KeyDesk::changed, this, &MainWindow::updateActions);
    connect(m_keys, &KeyDesk::passphraseAsked, this, [this](const std::shared_ptr<AskedPassphrase> &question) {
        QWidget *const front = QApplication::activeModalWidget();
        (new PassphraseDialog(question, front != nullptr ? front : this))->open();
    });
    m_lockWatch = new LockWatch(this);
    connect(m_lockWatch, &LockWatch::lockWanted, this, &MainWindow::lock);
    connect(m_parts.settings, &Settings::changed, this, &MainWindow::watchIdleness);
    watchIdleness();
}

OwnDataDialog *MainWindow::showOwnData()
{
    auto *const dialog = new OwnDataDialog(
        {.settings = m_parts.settings, .library = m_parts.library, .trust = m_trust, .keys = m_keys}, this);
    dialog->open();
    return dialog;
}

void MainWindow::watchIdleness()
{
    m_lockWatch->setIdleTime(std::chrono::minutes(m_parts.settings->autoLockMinutes()));
}

void MainWindow::lock()
{
    m_clipboard->clear();
    m_keys->lock();
}

// Where the window has no page of its own for them, they are for the command line.
void MainWindow::importTrust(const Recognitions &files)
{
    if (m_trustPage != nullptr && !files.empty()) {
        showPage(trustKey);
        m_trustPage->importFile(pathToOpen(files.front()));
    }
}

bool MainWindow::importKeys(const Recognitions &files)
{
    if (m_keysPage == nullptr) {
        return false;
    }
    if (!files.empty()) {
        QStringList paths;
        for (const recognition::Recognition &file : files) {
            paths.append(pathToOpen(file));
        }
        showPage(keysKey);
        m_keysPage->importFiles(paths);
    }
    return true;
}

// So that a later copy which lacks something of it, or is by another signer, is told from this one.
void MainWindow::rememberSight(const package::Verification &verification)
{
    if (m_trust == nullptr || !isIntact(verification.judgement.verdict) || !verification.code) {
        return;
    }
    stream::ChainReport report = verification.report;
    report.findings.clear();
    m_trust->edit([report = std::move(report), now = utcNow(TimePrecision::Seconds)](keys::TrustFile &file) {
        keys::rememberSight(file, report, now);
    });
}

void MainWindow::showProof()
{
    auto *const dialog = new ProofDialog(QApplication::activeWindow());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace streamdesk::ui
