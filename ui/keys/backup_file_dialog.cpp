#include "ui/keys/backup_file_dialog.h"

#include "core/base/text.h"
#include "ui/keys/home_choice.h"
#include "ui/keys/key_desk.h"
#include "ui/keys/key_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/secret_line.h"
#include "ui/words/values.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace streamdesk::ui {

BackupFileDialog::BackupFileDialog(For what, KeyDesk *desk, QWidget *parent)
    : FormDialog(what == For::Drill ? tr("Prove a backup") : tr("Restore keys from a backup"),
                 what == For::Drill
                     ? tr("The backup is opened in memory only. Each key in it has to be the same as here and to do "
                          "what a key is for once. Nothing on this desk is changed but the date of the proof.")
                     : tr("Keys that are on this desk already stay as they are."),
                 what == For::Drill ? tr("Prove") : tr("Restore"), parent),
      m_for(what), m_desk(desk), m_choose(new QPushButton(icon(QStringLiteral("open")), tr("Choose a backup…"))),
      m_name(new QLabel(tr("Nothing chosen yet."))), m_passphrase(new SecretLine(tr("Passphrase of the backup")))
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_choose);
    m_name->setTextFormat(Qt::PlainText);
    row->addWidget(m_name, 1);
    body()->addLayout(row);
    addField(tr("&Passphrase of the backup"), m_passphrase);
    if (what == For::Restore) {
        m_home = new HomeChoice(*desk);
        addField(tr("Where the keys are kept"), m_home);
    }
    connect(m_choose, &QPushButton::clicked, this, &BackupFileDialog::chooseFile);
    connect(m_passphrase, &QLineEdit::textChanged, this, &BackupFileDialog::judge);
    m_choose->setFocus();
    judge();
}

void BackupFileDialog::chooseFile()
{
    auto *const dialog = new QFileDialog(this, tr("Choose a backup"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Key backups (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &BackupFileDialog::setFile);
    dialog->open();
}

void BackupFileDialog::setFile(const QString &path)
{
    m_path = path;
    m_name->setText(shown(QFileInfo(path).fileName()));
    m_name->setToolTip(plainToolTip(shown(path)));
    m_passphrase->setFocus();
    judge();
}

void BackupFileDialog::judge()
{
    agreeButton()->setEnabled(!m_path.isEmpty() && !m_passphrase->text().isEmpty());
}

void BackupFileDialog::agree()
{
    struct Outcome
    {
        std::vector<keys::DrillFinding> findings;
        keys::RestoreResult restored;
    };
    const auto outcome = std::make_shared<Outcome>();
    const auto passphrase = std::make_shared<crypto::SecretBytes>(m_passphrase->take());
    const QString doing = windowTitle();
    setWaiting(m_home != nullptr ? waitingText(m_home->home()) : tr("Opening the backup…"));
    m_desk->run(
        doing,
        [outcome, passphrase, path = m_path,
         home = m_home != nullptr ? std::optional(m_home->home()) : std::nullopt](keys::KeyStore &store, const auto &) {
            const keys::KeyBackup backup = keys::KeyBackup::read(pathFromUtf8(path.toStdString()));
            const std::vector<keys::KeyWithSecret> found = backup.open(backup.keyFor(*passphrase));
            if (home) {
                outcome->restored = keys::restoreKeys(store, found, *home);
            } else {
                outcome->findings = keys::drill(store, found);
            }
        },
        [dialog = QPointer(this), outcome, doing](const std::optional<StreamError> &error) {
            if (!dialog) {
                return;
            }
            dialog->endWaiting(doing, error);
            dialog->judge();
            if (!error && dialog->m_for == For::Drill) {
                dialog->showFindings(outcome->findings);
            } else if (!error) {
                dialog->showRestored(outcome->restored);
            }
        });
}

void BackupFileDialog::showFindings(const std::vector<keys::DrillFinding> &findings)
{
    QStringList lines;
    bool good = !findings.empty();
    for (const keys::DrillFinding &finding : findings) {
        const QString label = shown(finding.record.label);
        switch (finding.outcome) {
        case keys::DrillFinding::Outcome::Proven:
            lines.append(tr("“%1” comes back: the same key, and it works.").arg(label));
            break;
        case keys::DrillFinding::Outcome::NotOnDesk:
            lines.append(tr("“%1” is whole and works, but is not on this desk.").arg(label));
            break;
        case keys::DrillFinding::Outcome::Failed:
            lines.append(tr("“%1” does not work: make a new backup of it.").arg(label));
            good = false;
            break;
        }
    }
    for (const keys::KeyRecord &key : m_desk->keys()) {
        if (std::ranges::none_of(findings, [&](const auto &finding) { return finding.record.id == key.id; })) {
            lines.append(tr("“%1” is on this desk and not in this backup.").arg(shown(key.label)));
        }
    }
    showLines(good ? tr("This backup brings back all that is in it.") : tr("This backup is not good enough."), lines,
              good ? QStringLiteral("intact") : QStringLiteral("broken"));
}

void BackupFileDialog::showRestored(const keys::RestoreResult &result)
{
    QStringList lines;
    for (const keys::KeyRecord &key : result.restored) {
        lines.append(tr("“%1” is on this desk now.").arg(shown(key.label)));
    }
    for (const keys::KeyRecord &key : result.there) {
        lines.append(tr("“%1” was here already.").arg(shown(key.label)));
    }
    showLines(tr("%Ln key(s) restored.", nullptr, int(result.restored.size())), lines, QStringLiteral("intact"));
}

void BackupFileDialog::showLines(const QString &heading, const QStringList &lines, const QString &tone)
{
    auto *const title = new QLabel(heading);
    title->setFont(emphasisFont());
    title->setProperty("tone", tone);
    body()->addWidget(title);
    auto *const text = new QLabel(lines.join(u'\n'));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    body()->addWidget(text);
    m_choose->setEnabled(false);
    m_passphrase->setEnabled(false);
    if (m_home != nullptr) {
        m_home->setEnabled(false);
    }
    setDone();
}

} // namespace streamdesk::ui
