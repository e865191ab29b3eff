#include "ui/trust/trust_page.h"

#include "core/base/text.h"
#include "core/io/staging.h"
#include "core/keys/statement.h"
#include "core/keys/trust_edits.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/trust/add_key_dialog.h"
#include "ui/trust/code_dialog.h"
#include "ui/trust/machine_view.h"
#include "ui/trust/trust_words.h"
#include "ui/widgets/clear_button.h"
#include "ui/widgets/page_parts.h"
#include "ui/window/problem_panel.h"
#include "ui/words/amounts.h"
#include "ui/words/values.h"

#include <QApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedLayout>
#include <QTreeWidget>

#include <algorithm>
#include <span>

namespace streamdesk::ui {

namespace {

constexpr int didRole = Qt::UserRole;
constexpr int rowHeight = 32;

// Whether a person who types this may mean the machine: by its names, notes, or the digits of a key.
bool matches(const keys::TrustedMachine &machine, const QString &wanted)
{
    const auto contains = [&](const std::string &text) {
        return QString::fromStdString(text).contains(wanted, Qt::CaseInsensitive);
    };
    const QString digits = QString(wanted).remove(QLatin1Char(' '));
    return contains(machine.label) || contains(machine.did)
           || std::ranges::any_of(machine.keys, [&](const keys::TrustedKey &key) {
                  return contains(key.note)
                         || QString::fromStdString(keys::fingerprint(key.key))
                                .remove(QLatin1Char(' '))
                                .contains(digits, Qt::CaseInsensitive);
              });
}

} // namespace

TrustPage::TrustPage(TrustDesk *desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_search(new QLineEdit(this)), m_stack(new QStackedLayout),
      m_list(new QTreeWidget), m_view(new MachineView), m_problem(new ProblemPanel(this))
{
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(18, 14, 18, 14);
    column->setSpacing(12);
    buildHeader();
    column->addWidget(m_problem);
    m_stack->addWidget(buildEmpty());
    m_stack->addWidget(buildList());
    column->addLayout(m_stack, 1);
    connectView();
    connect(m_desk, &TrustDesk::changed, this, &TrustPage::fill);
    fill();
}

void TrustPage::buildHeader()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    auto *const title = new QLabel(tr("Trusted machines"), this);
    title->setFont(headingFont());
    row->addWidget(title);
    row->addStretch(1);
    m_search->setPlaceholderText(tr("Search by name, DID or fingerprint"));
    m_search->setAccessibleName(tr("Search machines"));
    addClearButton(m_search);
    constexpr int besideText = 48; // margins and the button that empties the field
    m_search->setMinimumWidth(
        std::max(260, m_search->fontMetrics().horizontalAdvance(m_search->placeholderText()) + besideText));
    connect(m_search, &QLineEdit::textChanged, this, &TrustPage::fill);
    row->addWidget(m_search, 1);
    const auto add = [&](const QString &text, const char *iconName, auto slot) {
        auto *const button = new QPushButton(icon(QString::fromLatin1(iconName)), text, this);
        connect(button, &QPushButton::clicked, this, slot);
        row->addWidget(button);
    };
    add(tr("Add…"), "plus", [this] { addKey({}); });
    add(tr("Import…"), "open", &TrustPage::chooseImport);
    add(tr("Export…"), "export", &TrustPage::chooseExport);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

QWidget *TrustPage::buildEmpty()
{
    auto *const card =
        new EmptyCard({}, tr("No machine is trusted yet"),
                      tr("Open a package, choose “Compare…” in its banner, and enter what the seller tells "
                         "you by telephone. What fits "
                         "is kept here: whose key it is, and how far the chain goes."));
    auto *const explain = new QPushButton(tr("What does a signature prove?"));
    explain->setProperty("link", true);
    connect(explain, &QPushButton::clicked, this, &TrustPage::explanationRequested);
    card->addBelow(explain);
    return card;
}

QWidget *TrustPage::buildList()
{
    connect(m_list, &QTreeWidget::currentItemChanged, this, &TrustPage::showCurrent);
    return listBesideView(m_list, tr("Machines"), {tr("Machine"), tr("Keys")}, m_view);
}

// What people ask of one machine becomes a change of the file.
void TrustPage::connectView()
{
    connect(m_view, &MachineView::renameRequested, this, [this] {
        askForText(tr("Rename"), tr("Your name for the machine. It stays on this computer."), m_view->machine().label,
                   [this, did = currentDid()](const std::string &label) {
                       edit([did, label](keys::TrustFile &file) { keys::labelMachine(file, did, label); });
                   });
    });
    connect(m_view, &MachineView::addKeyRequested, this, [this] { addKey(currentDid()); });
    connect(m_view, &MachineView::noteRequested, this, [this](const keys::TrustedKey &key) {
        askForText(tr("Note"), tr("What you want to remember about this key. It stays on this computer."), key.note,
                   [this, did = currentDid(), key = key.key](const std::string &note) {
                       edit([=](keys::TrustFile &file) { keys::noteOnKey(file, did, key, note); });
                   });
    });
    connect(m_view, &MachineView::codeRequested, this, [this](const keys::TrustedKey &key) {
        const QString digits = QString::fromStdString(keys::fingerprint(key.key));
        auto *const dialog =
            new CodeDialog(CodeDialog::Kind::Fingerprint, labelOf(m_desk->file(), currentDid()), digits, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_view, &MachineView::revokeRequested, this, [this](const keys::TrustedKey &key) {
        ask(tr("Revoke this key?"),
            tr("All that it signed is red from now on, also what it signed before it was lost: a signature does not "
               "tell when it was made."),
            tr("Revoke"), [this, did = currentDid(), key] {
                edit([did, key](keys::TrustFile &file) { keys::revokeKey(file, did, key); });
            });
    });
    connect(m_view, &MachineView::removeRequested, this, [this](const keys::TrustedKey &key) {
        const bool trusted = key.state == keys::TrustedKey::State::Trusted;
        ask(tr("Remove this key?"),
            trusted ? tr("It is then as if it had never been compared. To name a stolen key on everything it signed, "
                         "revoke it instead.")
                    : tr("It is then not known any more that it was revoked, and it can be trusted again."),
            tr("Remove"), [this, did = currentDid(), key = key.key] {
                edit([did, key](keys::TrustFile &file) { keys::removeKey(file, did, key); });
            });
    });
    connect(m_view, &MachineView::removeMachineRequested, this, [this] {
        ask(tr("Forget this machine?"),
            tr("Its keys, which of them were revoked, and how far its chains went are forgotten. No package is "
               "deleted."),
            tr("Forget"),
            [this, did = currentDid()] { edit([did](keys::TrustFile &file) { keys::removeMachine(file, did); }); });
    });
    connect(m_view, &MachineView::forgetChainRequested, this, [this](const std::string &first) {
        edit([did = currentDid(), first](keys::TrustFile &file) { keys::removeChain(file, did, first); });
    });
}

void TrustPage::fill()
{
    const std::string chosen = currentDid();
    const QString wanted = m_search->text().trimmed();
    const bool inView = m_view->isAncestorOf(QApplication::focusWidget());
    m_list->clear();
    QTreeWidgetItem *current = nullptr;
    for (const keys::TrustedMachine &machine : machinesOf(m_desk->file())) {
        if (!wanted.isEmpty() && !matches(machine, wanted)) {
            continue;
        }
        auto *const item = new QTreeWidgetItem(m_list);
        const bool trusted = std::ranges::find(machine.keys, keys::TrustedKey::State::Trusted, &keys::TrustedKey::state)
                             != machine.keys.end();
        item->setText(0, nameOf(machine));
        item->setText(1, keysText(machine));
        item->setIcon(
            0, icon(trusted ? QStringLiteral("intact-trusted") : QStringLiteral("intact-untrusted"), &Colours::muted));
        item->setData(0, didRole, QByteArray::fromStdString(machine.did));
        item->setToolTip(0, plainToolTip(shown(machine.did)));
        item->setSizeHint(0, {0, rowHeight});
        if (machine.did == chosen) {
            current = item;
        }
    }
    m_stack->setCurrentIndex(m_desk->file().machines.empty() ? 0 : 1);
    m_search->setEnabled(!m_desk->file().machines.empty());
    if (m_list->topLevelItemCount() > 0) {
        m_list->setCurrentItem(current != nullptr ? current : m_list->topLevelItem(0));
    }
    showCurrent();
    if (inView) { // what had it is made anew
        m_list->setFocus();
    }
    if (m_desk->problem()) {
        showProblem(tr("Trusted machines"), *m_desk->problem());
    }
}

void TrustPage::showCurrent()
{
    const std::string did = currentDid();
    const std::vector<keys::TrustedMachine> machines = machinesOf(m_desk->file());
    const auto machine = std::ranges::find(machines, did, &keys::TrustedMachine::did);
    machine == machines.end() ? m_view->clear() : m_view->setMachine(*machine);
}

std::string TrustPage::currentDid() const
{
    const QTreeWidgetItem *const item = m_list->currentItem();
    return item != nullptr ? item->data(0, didRole).toByteArray().toStdString() : std::string();
}

void TrustPage::showMachine(const std::string &did)
{
    m_search->clear();
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        if (m_list->topLevelItem(row)->data(0, didRole).toByteArray().toStdString() == did) {
            m_list->setCurrentItem(m_list->topLevelItem(row));
        }
    }
}

void TrustPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TrustPage::edit(TrustDesk::Edit edit)
{
    m_desk->edit(std::move(edit), [page = QPointer(this)](const std::optional<StreamError> &error) {
        if (page && error) {
            page->showProblem(tr("Changing the trusted machines"), *error);
        }
    });
}

void TrustPage::showProblem(const QString &doing, const StreamError &error)
{
    m_problem->setProblem(doing, error);
    m_problem->setDismissible(true);
}

// ---- questions

void TrustPage::askForText(const QString &title, const QString &label, const std::string &text,
                           std::function<void(const std::string &)> use)
{
    auto *const dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setTextValue(QString::fromStdString(text));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [use = std::move(use)](const QString &entered) { use(entered.trimmed().toStdString()); });
    dialog->open();
}

void TrustPage::ask(const QString &question, const QString &consequence, const QString &agree,
                    std::function<void()> use)
{
    auto *const box = new QMessageBox(QMessageBox::Question, question, question, QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(plainToolTip(consequence));
    QPushButton *const yes = box->addButton(agree, QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(yes, &QPushButton::clicked, this, [use = std::move(use)] { use(); });
    box->open();
}

void TrustPage::addKey(const std::string &did)
{
    auto *const dialog = new AddKeyDialog(did, labelOf(m_desk->file(), did), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddKeyDialog::entered, this,
            [this](const std::string &machine, const keys::TrustedKey &key, const std::string &label) {
                edit([=](keys::TrustFile &file) { keys::trustKey(file, machine, key, label); });
            });
    dialog->open();
}

// ---- exchange

void TrustPage::chooseImport()
{
    auto *const dialog = new QFileDialog(this, tr("Import trusted machines"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Trust files (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &TrustPage::importFile);
    dialog->open();
}

void TrustPage::importFile(const QString &path)
{
    const auto theirs = std::make_shared<keys::TrustFile>();
    m_job = std::make_unique<Job>(tr("Importing trusted machines"), [theirs, path](const jobs::JobControl &) {
        *theirs = keys::readTrustFile(pathFromUtf8(path.toStdString()));
    });
    connect(m_job.get(), &Job::finished, this, [this, theirs, path] {
        if (m_job->error()) {
            showProblem(m_job->title(), *m_job->error());
        } else {
            askToImport(path, *theirs);
        }
    });
    m_job->start();
}

void TrustPage::askToImport(const QString &path, const keys::TrustFile &theirs)
{
    keys::TrustFile tried = m_desk->file();
    const QString news = importText(keys::importTrust(tried, theirs));
    ask(tr("Take over what this file says?"),
        QStringLiteral("%1\n%2\n\n%3")
            .arg(shown(QFileInfo(path).fileName()), news,
                 tr("Import only what comes from somebody you would let decide whom you trust.\n"
                    "What is revoked on either side is revoked afterwards.")),
        tr("Import"), [this, theirs] { edit([theirs](keys::TrustFile &file) { keys::importTrust(file, theirs); }); });
}

void TrustPage::chooseExport()
{
    auto *const dialog = new QFileDialog(this, tr("Export trusted machines"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Trust files (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(tr("trusted machines") + QStringLiteral(".json"));
    connect(dialog, &QFileDialog::fileSelected, this, &TrustPage::exportTo);
    dialog->open();
}

void TrustPage::exportTo(const QString &path)
{
    m_job = std::make_unique<Job>(tr("Exporting trusted machines"),
                                  [path = pathFromUtf8(path.toStdString()),
                                   text = keys::trustFileText(m_desk->file())](const jobs::JobControl &) {
                                      io::putFile(path, std::as_bytes(std::span(text)), io::Durability::Synced);
                                  });
    connect(m_job.get(), &Job::finished, this, [this] {
        if (m_job->error()) {
            showProblem(m_job->title(), *m_job->error());
        }
    });
    m_job->start();
}

} // namespace streamdesk::ui
