#include "ui/owndata/own_data_dialog.h"

#include "core/base/text.h"
#include "core/base/utc.h"
#include "core/io/staging.h"
#include "core/keys/trust_edits.h"
#include "ui/keys/key_desk.h"
#include "ui/library/library_store.h"
#include "ui/owndata/own_data.h"
#include "ui/trust/trust_desk.h"
#include "ui/widgets/fact_list.h"
#include "ui/window/problem_panel.h"
#include "ui/window/settings.h"
#include "ui/words/values.h"

#include <QDate>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>
#include <span>

namespace streamdesk::ui {

namespace {

QString pathText(const std::filesystem::path &path)
{
    return leftToRight(shown(displayPath(path)));
}

} // namespace

OwnDataDialog::OwnDataDialog(Parts parts, QWidget *parent)
    : QDialog(parent), m_parts(parts), m_problem(new ProblemPanel(this)), m_said(new QLabel(this))
{
    setWindowTitle(tr("Your data on this computer"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *const explanation = new QLabel(
        tr("All of it lies in these places and nowhere else. Nothing is sent to anybody. Packages stay where "
           "you put them."),
        this);
    explanation->setWordWrap(true);
    explanation->setProperty("muted", true);
    auto *const exchange =
        new QLabel(tr("For a new computer, export it here and import it there. Private keys do not go into that file: "
                      "take them over with an encrypted backup."),
                   this);
    exchange->setWordWrap(true);
    exchange->setProperty("muted", true);
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_problem->setDismissible(true);

    auto *const buttons = new QDialogButtonBox(this);
    auto *const save = buttons->addButton(tr("Export…"), QDialogButtonBox::ActionRole);
    connect(save, &QPushButton::clicked, this, [this] { choose(false); });
    auto *const load = buttons->addButton(tr("Import…"), QDialogButtonBox::ActionRole);
    connect(load, &QPushButton::clicked, this, [this] { choose(true); });
    auto *const close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    close->setDefault(true);
    close->setFocus();

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    column->addWidget(explanation);
    column->addWidget(makePlaces());
    column->addWidget(exchange);
    column->addWidget(m_problem);
    column->addWidget(m_said);
    column->addStretch(1);
    column->addWidget(buttons);
    setMinimumWidth(720);
}

QWidget *OwnDataDialog::makePlaces()
{
    auto *const card = new QFrame;
    card->setProperty("card", true);
    auto *const inner = new QVBoxLayout(card);
    inner->setContentsMargins(14, 12, 14, 12);
    auto *const places = new FactList;
    QVector<Fact> facts = {{.label = tr("Settings"), .value = leftToRight(shown(m_parts.settings->fileName()))},
                           {.label = tr("What was opened"), .value = leftToRight(shown(m_parts.library->fileName()))}};
    if (m_parts.trust != nullptr) {
        facts.append({.label = tr("Trust and pins"), .value = pathText(m_parts.trust->store().path())});
    }
    if (m_parts.keys != nullptr) {
        const KeyDesk::Places &where = m_parts.keys->places();
        facts.append({.label = tr("Names of keys"), .value = pathText(where.list.path())});
        const auto inKeychain =
            std::uint64_t(std::ranges::count(m_parts.keys->keys(), keys::HomeKind::Keychain, &keys::KeyRecord::home));
        facts.append({.label = tr("Keychain"),
                      .value = m_parts.keys->hasKeychain() ? tr("%Ln key(s), as io.github.streamdesk.StreamDesk",
                                                                nullptr, pluralCount(inKeychain))
                                                           : tr("this program has none")});
        facts.append({.label = tr("Key file"), .value = pathText(where.secrets)});
    }
    facts.append({.label = tr("Indexes"),
                  .value = leftToRight(shown(QStandardPaths::writableLocation(QStandardPaths::CacheLocation)))});
    places->setFacts(facts);
    inner->addWidget(places);
    return card;
}

void OwnDataDialog::choose(bool forImport)
{
    auto *const dialog = new QFileDialog(this, forImport ? tr("Import your data") : tr("Export your data"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Desk files (*.json)"), tr("All files (*)")});
    if (forImport) {
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, &OwnDataDialog::importFrom);
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(QStringLiteral("json"));
        dialog->selectFile(tr("stream desk %1").arg(QDate::currentDate().toString(Qt::ISODate))
                           + QStringLiteral(".json"));
        connect(dialog, &QFileDialog::fileSelected, this, &OwnDataDialog::exportTo);
    }
    dialog->open();
}

void OwnDataDialog::say(const QString &text)
{
    m_problem->hide();
    m_said->setText(text);
}

void OwnDataDialog::exportTo(const QString &path)
{
    const auto file = std::make_shared<keys::DeskFile>(
        keys::DeskFile{.created = utcNow(TimePrecision::Seconds),
                       .trust = m_parts.trust != nullptr ? m_parts.trust->file() : keys::TrustFile{},
                       .settings = settingsTree(*m_parts.settings),
                       .library = libraryTree(*m_parts.library)});
    if (m_parts.keys != nullptr) {
        file->keys.keys = m_parts.keys->keys();
        file->keys.usualHome = m_parts.keys->usualHome();
    }
    m_job = std::make_unique<Job>(tr("Exporting your data"), [file, path](const jobs::JobControl &) {
        const std::string text = keys::deskFileText(*file);
        io::putFile(pathFromUtf8(path.toStdString()), std::as_bytes(std::span(text)), io::Durability::Synced,
                    io::Access::OwnerOnly);
    });
    connect(m_job.get(), &Job::finished, this, [this, path] {
        if (m_job->error()) {
            m_said->clear();
            m_problem->setProblem(m_job->title(), *m_job->error());
        } else {
            say(tr("Saved: %1").arg(leftToRight(shown(path))));
        }
    });
    m_job->start();
}

void OwnDataDialog::importFrom(const QString &path)
{
    const auto file = std::make_shared<keys::DeskFile>();
    m_job = std::make_unique<Job>(tr("Importing your data"), [file, path](const jobs::JobControl &) {
        *file = keys::readDeskFile(pathFromUtf8(path.toStdString()));
    });
    connect(m_job.get(), &Job::finished, this, [this, file, path] {
        if (m_job->error()) {
            m_said->clear();
            m_problem->setProblem(m_job->title(), *m_job->error());
        } else {
            askToTake(path, file);
        }
    });
    m_job->start();
}

void OwnDataDialog::askToTake(const QString &path, const std::shared_ptr<keys::DeskFile> &file)
{
    const OwnDataNews news =
        newsOf(*file, *m_parts.library, m_parts.trust != nullptr ? m_parts.trust->file() : keys::TrustFile{},
               m_parts.keys != nullptr ? m_parts.keys->keys() : std::vector<keys::KeyRecord>{});
    QStringList lines = {shown(QFileInfo(path).fileName())};
    lines += news.lines;
    if (!news.missingKeys.isEmpty()) {
        lines.append(tr("Keys that are not here and come with an encrypted backup only: %1")
                         .arg(news.missingKeys.join(QStringLiteral(", "))));
    }
    lines.append(QString());
    lines.append(tr("Import only your own file: it says whom you trust. What is here stays."));
    const QString question = tr("Take over what this file says?");
    auto *const box = new QMessageBox(QMessageBox::Question, question, question, QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(plainToolTip(lines.join(u'\n')));
    QPushButton *const yes = box->addButton(tr("Import"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(yes, &QPushButton::clicked, this, [this, file] { take(file); });
    box->open();
}

void OwnDataDialog::take(const std::shared_ptr<keys::DeskFile> &file)
{
    const auto showError = [this](const QString &doing, const std::optional<StreamError> &error) {
        if (error) {
            m_said->clear();
            m_problem->setProblem(doing, *error);
        }
    };
    takeSettings(*m_parts.settings, file->settings);
    takeLibrary(*m_parts.library, file->library);
    say(tr("Taken over. The language holds from the next start."));
    if (m_parts.keys != nullptr) {
        m_parts.keys->run(
            tr("Importing your data"),
            [file, list = m_parts.keys->places().list](keys::KeyStore &, const jobs::JobControl &) {
                list.update([&](keys::KeyList &ours) { takeKeyNames(ours, file->keys); });
            },
            [dialog = QPointer(this), showError](const std::optional<StreamError> &error) {
                if (dialog) {
                    showError(tr("Keys"), error);
                }
            });
    }
    if (m_parts.trust != nullptr) {
        m_parts.trust->edit([file](keys::TrustFile &ours) { keys::importTrust(ours, file->trust); },
                            [dialog = QPointer(this), showError](const std::optional<StreamError> &error) {
                                if (dialog) {
                                    showError(tr("Trusted machines"), error);
                                }
                            });
    }
}

} // namespace streamdesk::ui
