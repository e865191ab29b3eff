#include "ui/keys/export_key_dialog.h"

#include "core/base/text.h"
#include "core/io/staging.h"
#include "core/keys/key_file.h"
#include "ui/keys/key_desk.h"
#include "ui/keys/key_words.h"
#include "ui/lock/secret_clipboard.h"
#include "ui/words/values.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

namespace streamdesk::ui {

ExportKeyDialog::ExportKeyDialog(KeyDesk *desk, const keys::KeyRecord &key, SecretClipboard *clipboard,
                                 int clipboardSeconds, QWidget *parent)
    : FormDialog(tr("Export “%1”").arg(shown(key.label)),
                 tr("The private key is written as plain hex digits. Whoever gets at the file can do all that you can "
                    "do with this key, also later, and you will not notice. For keeping it, make an encrypted backup "
                    "instead. Export it only for a program that cannot do without such a file, and delete the file "
                    "afterwards."),
                 tr("Save to a file…"), parent),
      m_desk(desk), m_key(key), m_clipboard(clipboard), m_clipboardSeconds(clipboardSeconds),
      m_understood(new QCheckBox(tr("I want the private key in the clear")))
{
    body()->addWidget(m_understood);
    m_copy = new QPushButton(tr("Copy, for %Ln second(s)", nullptr, clipboardSeconds));
    auto *const row = new QHBoxLayout;
    row->addWidget(m_copy);
    row->addStretch();
    body()->addLayout(row);
    const auto allow = [this](bool allowed) {
        agreeButton()->setEnabled(allowed);
        m_copy->setEnabled(allowed);
    };
    connect(m_understood, &QCheckBox::toggled, this, allow);
    connect(m_copy, &QPushButton::clicked, this, &ExportKeyDialog::copy);
    allow(false);
    m_understood->setFocus();
}

void ExportKeyDialog::agree()
{
    auto *const dialog = new QFileDialog(this, tr("Save private key"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Key files (*.key *.hex *.txt)"), tr("All files (*)")});
    dialog->setDefaultSuffix(QStringLiteral("key"));
    dialog->selectFile(shown(m_key.label) + QStringLiteral(".key"));
    connect(dialog, &QFileDialog::fileSelected, this, &ExportKeyDialog::writeTo);
    dialog->open();
}

void ExportKeyDialog::writeTo(const QString &path)
{
    const QString doing = tr("Exporting a key");
    setWaiting(waitingText(m_key.home));
    m_desk->run(
        doing,
        [id = m_key.id, path](keys::KeyStore &store, const jobs::JobControl &) {
            io::putFile(pathFromUtf8(path.toStdString()), keys::keyFileText(store.secret(id)).bytes(),
                        io::Durability::Synced, io::Access::OwnerOnly);
        },
        [dialog = QPointer(this), doing](const std::optional<StreamError> &error) {
            if (dialog) {
                dialog->endWaiting(doing, error);
                if (!error) {
                    dialog->accept();
                }
            }
        });
}

void ExportKeyDialog::copy()
{
    const QString doing = tr("Copying a key");
    const auto hex = std::make_shared<crypto::SecretBytes>();
    setWaiting(waitingText(m_key.home));
    m_desk->run(
        doing,
        [id = m_key.id, hex](keys::KeyStore &store, const jobs::JobControl &) {
            *hex = keys::keyFileText(store.secret(id));
        },
        [dialog = QPointer(this), hex, doing](const std::optional<StreamError> &error) {
            if (!dialog) {
                return;
            }
            dialog->endWaiting(doing, error);
            if (!error) {
                const auto bytes = hex->bytes().first(hex->size() - 1); // without the line break
                QString text =
                    QString::fromLatin1(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
                dialog->m_clipboard->put(text, std::chrono::seconds(dialog->m_clipboardSeconds));
                dialog->accept();
            }
        });
}

} // namespace streamdesk::ui
