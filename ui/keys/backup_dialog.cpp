#include "ui/keys/backup_dialog.h"

#include "core/base/text.h"
#include "core/base/utc.h"
#include "core/io/staging.h"
#include "ui/keys/key_desk.h"
#include "ui/keys/key_words.h"
#include "ui/keys/new_passphrase.h"
#include "ui/words/values.h"

#include <QDate>
#include <QFileDialog>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <span>

namespace streamdesk::ui {

namespace {

constexpr int shownKeys = 5;
constexpr int rowHeight = 28;

} // namespace

BackupDialog::BackupDialog(KeyDesk *desk, const std::string &id, QWidget *parent)
    : FormDialog(tr("Back up keys"),
                 tr("One encrypted file that you can keep anywhere: on a stick, in a safe, in a "
                    "cloud. With the passphrase it brings the keys back on any computer."),
                 tr("Save backup…"), parent),
      m_desk(desk), m_list(new QListWidget), m_passphrase(new NewPassphrase)
{
    for (const keys::KeyRecord &key : desk->keys()) {
        auto *const item =
            new QListWidgetItem(QStringLiteral("%1 · %2").arg(shown(key.label), purposeName(key.purpose)), m_list);
        item->setData(Qt::UserRole, QByteArray::fromStdString(key.id));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(id.empty() || id == key.id ? Qt::Checked : Qt::Unchecked);
        item->setSizeHint({0, rowHeight});
    }
    m_list->setFixedHeight(rowHeight * shownKeys + 4);
    m_list->setAccessibleName(tr("Keys"));
    addField(tr("&Keys"), m_list);
    body()->addWidget(m_passphrase);
    connect(m_list, &QListWidget::itemChanged, this, &BackupDialog::judge);
    connect(m_passphrase, &NewPassphrase::changed, this, &BackupDialog::judge);
    m_passphrase->setFocus();
    judge();
}

std::vector<std::string> BackupDialog::chosen() const
{
    std::vector<std::string> ids;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked) {
            ids.push_back(m_list->item(row)->data(Qt::UserRole).toByteArray().toStdString());
        }
    }
    return ids;
}

void BackupDialog::judge()
{
    agreeButton()->setEnabled(m_passphrase->isGood() && !chosen().empty());
}

void BackupDialog::agree()
{
    auto *const dialog = new QFileDialog(this, tr("Save backup"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Key backups (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(tr("key backup %1").arg(QDate::currentDate().toString(Qt::ISODate)) + QStringLiteral(".json"));
    connect(dialog, &QFileDialog::fileSelected, this, &BackupDialog::writeTo);
    dialog->open();
}

void BackupDialog::writeTo(const QString &path)
{
    const QString doing = tr("Backing up keys");
    setWaiting(waitingText(keys::HomeKind::Keychain));
    const auto passphrase = std::make_shared<crypto::SecretBytes>(m_passphrase->take());
    m_desk->run(
        doing,
        [passphrase, ids = chosen(), path, cost = m_desk->places().cost](keys::KeyStore &store, const auto &) {
            const std::vector<keys::KeyWithSecret> secrets = store.secrets(ids);
            const std::string text =
                keys::keyBackupText(secrets, keys::makeBackupKey(*passphrase, cost), utcNow(TimePrecision::Seconds));
            io::putFile(pathFromUtf8(path.toStdString()), std::as_bytes(std::span(text)), io::Durability::Synced,
                        io::Access::OwnerOnly);
        },
        [dialog = QPointer(this), doing, path](const std::optional<StreamError> &error) {
            if (dialog) {
                dialog->endWaiting(doing, error);
                dialog->judge();
                if (!error) {
                    Q_EMIT dialog->written(path);
                    dialog->accept();
                }
            }
        });
}

} // namespace streamdesk::ui
