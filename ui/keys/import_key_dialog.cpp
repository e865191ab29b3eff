#include "ui/keys/import_key_dialog.h"

#include "core/base/text.h"
#include "ui/drop/mime_paths.h"
#include "ui/keys/home_choice.h"
#include "ui/keys/key_desk.h"
#include "ui/keys/key_words.h"
#include "ui/keys/new_key_dialog.h"
#include "ui/keys/purpose_choice.h"
#include "ui/theme/icons.h"
#include "ui/widgets/secret_line.h"
#include "ui/words/problem_words.h"
#include "ui/words/values.h"

#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace streamdesk::ui {

ImportKeyDialog::ImportKeyDialog(KeyDesk *desk, QWidget *parent)
    : FormDialog(tr("Import a key"),
                 tr("From a file with 64 hex digits, from a robot's key file (JSON), from an encrypted backup, or "
                    "pasted. It is copied into its new home; the file stays until you delete it."),
                 tr("Import"), parent),
      m_desk(desk), m_file(new QPushButton(icon(QStringLiteral("open")), tr("Choose a file…"))),
      m_pasted(new SecretLine(tr("Private key in hex digits"))), m_found(new QLabel), m_purpose(new PurposeChoice),
      m_label(new QLineEdit), m_home(new HomeChoice(*desk))
{
    setAcceptDrops(true);
    auto *const sources = new QHBoxLayout;
    sources->setSpacing(8);
    sources->addWidget(m_file);
    m_pasted->setPlaceholderText(tr("or paste 64 hex digits here"));
    sources->addWidget(m_pasted, 1);
    body()->addLayout(sources);
    m_found->setTextFormat(Qt::PlainText);
    m_found->setWordWrap(true);
    body()->addWidget(m_found);
    addField(tr("What it is &for"), m_purpose);
    m_label->setMaxLength(100);
    addField(tr("Your &name for it"), m_label);
    addField(tr("Where it is kept"), m_home);
    connect(m_file, &QPushButton::clicked, this, &ImportKeyDialog::chooseFile);
    connect(m_pasted, &QLineEdit::textEdited, this, &ImportKeyDialog::readPasted);
    connect(m_purpose, &PurposeChoice::changed, this, &ImportKeyDialog::suggestName);
    say(tr("Nothing chosen yet. A file can also be dropped here."), false);
    agreeButton()->setEnabled(false);
    suggestName();
    m_file->setFocus();
}

void ImportKeyDialog::say(const QString &text, bool bad)
{
    m_found->setText(text);
    m_found->setProperty("tone", bad ? QStringLiteral("broken") : QString());
    m_found->setStyleSheet(m_found->styleSheet()); // looked up anew
}

void ImportKeyDialog::suggestName()
{
    if (!m_label->isModified()) {
        const QString file = QFileInfo(m_path).completeBaseName();
        m_label->setText(file.isEmpty() ? freeKeyName(*m_desk, m_purpose->purpose()) : shown(file).left(100));
    }
}

void ImportKeyDialog::chooseFile()
{
    auto *const dialog = new QFileDialog(this, tr("Choose a key file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportKeyDialog::readFile);
    dialog->open();
}

void ImportKeyDialog::readFile(const QString &path)
{
    const auto found = std::make_shared<keys::KeyImport>();
    m_job = std::make_unique<Job>(tr("Reading a key file"), [found, path](const jobs::JobControl &) {
        *found = keys::readKeyImport(pathFromUtf8(path.toStdString()));
    });
    connect(m_job.get(), &Job::finished, this, [this, found, path] {
        m_pasted->wipe();
        if (const auto &error = m_job->error()) {
            m_key.reset();
            agreeButton()->setEnabled(false);
            const ProblemText words = describe(*error);
            say(words.sentence + QLatin1Char(' ') + words.nextStep, true);
            return;
        }
        m_path = path;
        take(std::move(*found), shown(QFileInfo(path).fileName()));
    });
    m_job->start();
}

// What is pasted is short: it is read where it stands.
void ImportKeyDialog::readPasted()
{
    m_key.reset();
    m_path.clear();
    agreeButton()->setEnabled(false);
    if (m_pasted->text().isEmpty()) {
        say(tr("Nothing chosen yet. A file can also be dropped here."), false);
        return;
    }
    QByteArray bytes = m_pasted->text().toUtf8();
    const auto content = std::as_writable_bytes(std::span(bytes.data(), std::size_t(bytes.size())));
    try {
        take(keys::readKeyImport(std::span<const std::byte>(content)), tr("What was pasted"));
    } catch (const StreamError &) {
        say(tr("This is no whole key yet: a key has 64 digits, 0–9 and a–f."), true);
    }
    crypto::wipe(content);
}

void ImportKeyDialog::take(keys::KeyImport found, const QString &from)
{
    if (found.source == keys::KeyImport::Source::Backup) {
        Q_EMIT backupChosen(m_path);
        reject();
        return;
    }
    m_purpose->setKind(found.kind);
    say(found.source == keys::KeyImport::Source::Agent
            ? tr("%1: a robot's key, %2.").arg(from, kindName(found.kind.value_or(keys::KeyKind::Ed25519)))
            : tr("%1: a private key. What it is for, only you know.").arg(from),
        false);
    m_key = std::make_shared<keys::KeyImport>(std::move(found));
    suggestName();
    agreeButton()->setEnabled(true);
    agreeButton()->setFocus();
}

void ImportKeyDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!pathsFromMimeData(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void ImportKeyDialog::dropEvent(QDropEvent *event)
{
    const QStringList paths = pathsFromMimeData(event->mimeData());
    if (!paths.isEmpty()) {
        event->acceptProposedAction();
        readFile(paths.front());
    }
}

void ImportKeyDialog::agree()
{
    if (!m_key || m_label->text().trimmed().isEmpty()) {
        return;
    }
    const auto id = std::make_shared<std::string>();
    const QString doing = tr("Importing a key");
    setWaiting(waitingText(m_home->home()));
    m_desk->run(
        doing,
        [id, key = m_key, purpose = m_purpose->purpose(), label = m_label->text().toStdString(),
         home = m_home->home()](keys::KeyStore &store, const jobs::JobControl &) {
            *id = store.import(key->secret, purpose, label, home).id;
        },
        [dialog = QPointer(this), id, doing](const std::optional<StreamError> &error) {
            if (!dialog) {
                return;
            }
            dialog->endWaiting(doing, error);
            if (!error) {
                dialog->m_pasted->wipe();
                dialog->m_key.reset();
                dialog->m_path.isEmpty() ? dialog->accept() : dialog->offerToDelete(*id);
                Q_EMIT dialog->imported(*id);
            }
        });
}

// The file still holds the key for whoever can read it.
void ImportKeyDialog::offerToDelete(const std::string &id)
{
    const keys::KeyRecord *const key = m_desk->find(id);
    while (QLayoutItem *const item = body()->takeAt(0)) {
        if (QLayout *const inner = item->layout()) {
            while (QLayoutItem *const part = inner->takeAt(0)) {
                delete part->widget();
                delete part;
            }
        }
        delete item->widget();
        delete item;
    }
    setExplanation({});
    auto *const done = new QLabel(tr("“%1” is on this desk now.").arg(key != nullptr ? shown(key->label) : QString()));
    done->setTextFormat(Qt::PlainText);
    body()->addWidget(done);
    auto *const text = new QLabel(
        tr("The file %1 still holds the key, readable for everybody who gets at it. Make a backup of the key and prove "
           "it first; then the file can go. Deleting it does not reach copies elsewhere.")
            .arg(leftToRight(shown(m_path))));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setProperty("muted", true);
    body()->addWidget(text);
    auto *const row = new QHBoxLayout;
    auto *const remove = new QPushButton(tr("Delete the file now"));
    row->addWidget(remove);
    auto *const said = new QLabel;
    said->setWordWrap(true);
    row->addWidget(said, 1);
    body()->addLayout(row);
    connect(remove, &QPushButton::clicked, this, [this, remove, said] {
        const bool gone = QFile::remove(m_path);
        said->setText(gone ? tr("The file is deleted.")
                           : tr("The file cannot be deleted: its folder may not be changed."));
        remove->setEnabled(!gone);
    });
    setDone();
}

} // namespace streamdesk::ui
