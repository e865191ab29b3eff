#include "ui/keys/keys_page.h"

#include "ui/keys/backup_dialog.h"
#include "ui/keys/backup_file_dialog.h"
#include "ui/keys/delete_key_dialog.h"
#include "ui/keys/export_key_dialog.h"
#include "ui/keys/import_key_dialog.h"
#include "ui/keys/key_view.h"
#include "ui/keys/key_words.h"
#include "ui/keys/new_key_dialog.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/trust/code_dialog.h"
#include "ui/widgets/more_button.h"
#include "ui/widgets/page_parts.h"
#include "ui/window/problem_panel.h"
#include "ui/window/settings.h"
#include "ui/words/values.h"

#include <QApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QStackedLayout>
#include <QTreeWidget>

namespace streamdesk::ui {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int rowHeight = 32;

QString iconOf(keys::Purpose purpose)
{
    switch (keys::kindOf(purpose)) {
    case keys::KeyKind::X25519:
        return QStringLiteral("key");
    case keys::KeyKind::Ed25519:
    case keys::KeyKind::Secp256k1:
        return QStringLiteral("intact-trusted");
    case keys::KeyKind::Aes256:
        return QStringLiteral("encrypted");
    }
    return {};
}

} // namespace

KeysPage::KeysPage(Parts parts, QWidget *parent)
    : QWidget(parent), m_parts(parts), m_stack(new QStackedLayout), m_list(new QTreeWidget), m_view(new KeyView),
      m_problem(new ProblemPanel(this)), m_doing(new QLabel(this))
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
    connect(m_parts.desk, &KeyDesk::changed, this, &KeysPage::fill);
    connect(m_parts.desk, &KeyDesk::doingChanged, this, &KeysPage::showDoing);
    connect(m_parts.uses, &KeyUses::changed, this, &KeysPage::showCurrent);
    fill();
}

void KeysPage::buildHeader()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    auto *const title = new QLabel(tr("Keys"), this);
    title->setFont(headingFont());
    row->addWidget(title);
    m_doing->setProperty("muted", true);
    m_doing->setTextFormat(Qt::PlainText);
    row->addWidget(m_doing, 1);
    const auto add = [&](const QString &text, const char *iconName, auto slot) {
        auto *const button = new QPushButton(icon(QString::fromLatin1(iconName)), text, this);
        connect(button, &QPushButton::clicked, this, slot);
        row->addWidget(button);
        return button;
    };
    add(tr("New key…"), "plus", [this] { makeKey(); });
    add(tr("Import…"), "open", &KeysPage::bringIn);
    m_backUp = add(tr("Back up…"), "export", [this] { backUp({}); });
    auto *const more = new MoreButton(tr("More for keys"));
    more->menu()->addAction(tr("Restore from a backup…"), this, [this] { restoreFrom({}); });
    more->menu()->addAction(tr("Prove a backup…"), this, [this] { prove({}); });
    row->addWidget(more);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

QWidget *KeysPage::buildEmpty()
{
    auto *const card =
        new EmptyCard({}, tr("No key on this desk yet"),
                      tr("A key opens packages, or signs what is yours. Its secret half is kept where your "
                         "system keeps passwords; the other half you may show to everybody.\n"
                         "You have keys in files already? Import them, or drop them here."));
    auto *const ways = new QWidget;
    auto *const row = new QHBoxLayout(ways);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *const make = new QPushButton(tr("Make a key…"));
    make->setProperty("primary", true);
    connect(make, &QPushButton::clicked, this, &KeysPage::makeKey);
    row->addWidget(make);
    auto *const bring = new QPushButton(tr("Import a key…"));
    connect(bring, &QPushButton::clicked, this, &KeysPage::bringIn);
    row->addWidget(bring);
    card->addBelow(ways);
    return card;
}

QWidget *KeysPage::buildList()
{
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeysPage::showCurrent);
    return listBesideView(m_list, tr("Keys"), {tr("Key"), tr("For")}, m_view);
}

void KeysPage::connectView()
{
    connect(m_view, &KeyView::renameRequested, this, &KeysPage::askForName);
    connect(m_view, &KeyView::codeRequested, this, [this] {
        const keys::KeyRecord &key = m_view->key();
        auto *const dialog = new CodeDialog(CodeDialog::Kind::PublicPart, shown(key.label),
                                            QString::fromStdString(key.publicPart), this);
        dialog->setWindowTitle(publicPartName(key.kind));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_view, &KeyView::backupRequested, this, [this] { backUp(currentId()); });
    connect(m_view, &KeyView::drillRequested, this, [this] { prove({}); });
    connect(m_view, &KeyView::exportRequested, this, [this] {
        (new ExportKeyDialog(m_parts.desk, m_view->key(), m_parts.clipboard, m_parts.settings->clipboardSeconds(),
                             this))
            ->open();
    });
    connect(m_view, &KeyView::deleteRequested, this, [this] {
        QStringList packages;
        for (const KeyUse &use : m_parts.uses->of(currentId())) {
            packages.append(shown(use.title));
        }
        (new DeleteKeyDialog(m_parts.desk, m_view->key(), packages, this))->open();
    });
    connect(m_view, &KeyView::openRequested, this, &KeysPage::openRequested);
}

void KeysPage::fill()
{
    const std::string chosen = currentId();
    const bool inView = m_view->isAncestorOf(QApplication::focusWidget());
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const keys::KeyRecord &key : m_parts.desk->keys()) {
            auto *const item = new QTreeWidgetItem(m_list);
            item->setText(0, shown(key.label));
            item->setText(1, purposeName(key.purpose));
            item->setIcon(0, icon(iconOf(key.purpose), &Colours::muted));
            item->setData(0, idRole, QByteArray::fromStdString(key.id));
            item->setToolTip(0, plainToolTip(purposeText(key.purpose)));
            item->setSizeHint(0, {0, rowHeight});
            if (key.id == chosen) {
                m_list->setCurrentItem(item);
            }
        }
        if (m_list->currentItem() == nullptr && m_list->topLevelItemCount() > 0) {
            m_list->setCurrentItem(m_list->topLevelItem(0));
        }
    }
    const bool empty = m_parts.desk->keys().empty();
    m_stack->setCurrentIndex(empty ? 0 : 1);
    m_backUp->setEnabled(!empty);
    if (isVisible()) {
        m_parts.uses->look();
    }
    showCurrent();
    if (inView) { // what had it is made anew
        m_list->setFocus();
    }
    if (m_parts.desk->problem()) {
        m_problem->setProblem(tr("Keys"), *m_parts.desk->problem());
        m_problem->setDismissible(false);
    } else {
        m_problem->hide();
    }
}

// Packages are read for it, so not before somebody looks.
void KeysPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_parts.uses->look();
    showCurrent();
}

void KeysPage::showCurrent()
{
    const keys::KeyRecord *const key = m_parts.desk->find(currentId());
    key == nullptr ? m_view->clear() : m_view->setKey(*key, m_parts.uses->of(key->id), m_parts.uses->isLooking());
}

void KeysPage::showDoing()
{
    m_doing->setText(m_parts.desk->doing().isEmpty() ? QString() : m_parts.desk->doing() + QChar(0x2026));
}

std::string KeysPage::currentId() const
{
    const QTreeWidgetItem *const item = m_list->currentItem();
    return item != nullptr ? item->data(0, idRole).toByteArray().toStdString() : std::string();
}

void KeysPage::showKey(const std::string &id)
{
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        if (m_list->topLevelItem(row)->data(0, idRole).toByteArray().toStdString() == id) {
            m_list->setCurrentItem(m_list->topLevelItem(row));
        }
    }
}

void KeysPage::makeKey()
{
    auto *const dialog = new NewKeyDialog(m_parts.desk, this);
    connect(dialog, &NewKeyDialog::made, this, &KeysPage::showKey);
    dialog->open();
}

ImportKeyDialog *KeysPage::bringIn()
{
    auto *const dialog = new ImportKeyDialog(m_parts.desk, this);
    connect(dialog, &ImportKeyDialog::imported, this, &KeysPage::showKey);
    connect(dialog, &ImportKeyDialog::backupChosen, this, &KeysPage::restoreFrom);
    dialog->open();
    return dialog;
}

void KeysPage::importFiles(const QStringList &paths)
{
    if (!paths.isEmpty()) {
        ImportKeyDialog *const dialog = bringIn();
        connect(dialog, &QDialog::finished, this, [this, rest = paths.mid(1)] { importFiles(rest); });
        dialog->readFile(paths.front());
    }
}

void KeysPage::restoreFrom(const QString &path)
{
    auto *const dialog = new BackupFileDialog(BackupFileDialog::For::Restore, m_parts.desk, this);
    dialog->open();
    if (!path.isEmpty()) {
        dialog->setFile(path);
    }
}

void KeysPage::prove(const QString &path)
{
    auto *const dialog = new BackupFileDialog(BackupFileDialog::For::Drill, m_parts.desk, this);
    dialog->open();
    if (!path.isEmpty()) {
        dialog->setFile(path);
    }
}

void KeysPage::backUp(const std::string &id)
{
    auto *const dialog = new BackupDialog(m_parts.desk, id, this);
    connect(dialog, &BackupDialog::written, this, &KeysPage::showBackupWritten);
    dialog->open();
}

// A backup that nobody ever opened is a hope.
void KeysPage::showBackupWritten(const QString &path)
{
    auto *const box = new QMessageBox(QMessageBox::Information, tr("Back up keys"), tr("The backup is saved."),
                                      QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Prove it now, while you still know the passphrase: the program opens it and sees "
                               "whether each key comes back."));
    QPushButton *const now = box->addButton(tr("Prove it now…"), QMessageBox::AcceptRole);
    box->addButton(tr("Later"), QMessageBox::RejectRole);
    box->setDefaultButton(now);
    connect(now, &QPushButton::clicked, this, [this, path] { prove(path); });
    box->open();
}

void KeysPage::askForName()
{
    auto *const dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename"));
    dialog->setLabelText(tr("Your name for the key. Scripts that name it have to follow."));
    dialog->setTextValue(QString::fromStdString(m_view->key().label));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, id = m_view->key().id](const QString &entered) {
        const QString doing = tr("Renaming a key");
        m_parts.desk->run(
            doing,
            [id, label = entered.toStdString()](keys::KeyStore &store, const auto &) { store.rename(id, label); },
            [page = QPointer(this), doing](const std::optional<StreamError> &error) {
                if (page && error) {
                    page->m_problem->setProblem(doing, *error);
                    page->m_problem->setDismissible(true);
                }
            });
    });
    dialog->open();
}

} // namespace streamdesk::ui
