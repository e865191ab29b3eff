#include "ui/library/library_page.h"

#include "ui/library/rename_dialog.h"
#include "ui/package/verdict_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/page_parts.h"
#include "ui/window/shell.h"
#include "ui/words/values.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>
#include <QTreeWidget>

namespace streamdesk::ui {

namespace {

constexpr int pathRole = Qt::UserRole;

} // namespace

LibraryPage::LibraryPage(LibraryStore *store, LibraryEntry::Kind kind, QWidget *parent)
    : QWidget(parent), m_store(store), m_kind(kind), m_stack(new QStackedLayout), m_list(new QTreeWidget),
      m_kept(new QFrame(this)), m_keptText(new QLabel(m_kept))
{
    const bool packages = m_kind == LibraryEntry::Kind::Package;
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 14);
    layout->setSpacing(12);
    auto *const header = new QHBoxLayout;
    auto *const title = new QLabel(packages ? tr("Library") : tr("Readings"), this);
    title->setFont(headingFont());
    header->addWidget(title, 1);
    auto *const file = new QPushButton(packages ? tr("Open ZIP file…") : tr("Open file…"), this);
    auto *const folder = new QPushButton(tr("Open folder…"), this);
    connect(file, &QPushButton::clicked, this, &LibraryPage::openFileRequested);
    connect(folder, &QPushButton::clicked, this, &LibraryPage::openFolderRequested);
    header->addWidget(file);
    header->addWidget(folder);
    layout->addLayout(header);

    m_stack->addWidget(buildEmpty());
    m_stack->addWidget(buildList());
    layout->addLayout(m_stack, 1);

    m_kept->setProperty("card", true);
    auto *const kept = new QHBoxLayout(m_kept);
    kept->setContentsMargins(14, 12, 14, 12);
    m_keptText->setWordWrap(true);
    m_keptText->setTextFormat(Qt::PlainText);
    m_keptText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    kept->addWidget(m_keptText, 1);
    auto *const forget = new QPushButton(tr("Forget these"), m_kept);
    connect(forget, &QPushButton::clicked, this, &LibraryPage::forgetKeptRequested);
    kept->addWidget(forget, 0, Qt::AlignTop);
    layout->addWidget(m_kept);
    m_kept->hide();

    connect(m_store, &LibraryStore::added, this, &LibraryPage::fill);
    connect(m_store, &LibraryStore::changed, this, &LibraryPage::fill);
    connect(m_store, &LibraryStore::removed, this, &LibraryPage::fill);
    fill();
}

QWidget *LibraryPage::buildEmpty()
{
    const bool packages = m_kind == LibraryEntry::Kind::Package;
    return new EmptyCard(
        icon(QStringLiteral("drop"), &Colours::muted),
        packages ? tr("Drop a package here") : tr("Drop signed readings here"),
        packages ? tr("A folder or a ZIP file with what a machine recorded. It is opened and verified at once; nothing "
                      "in it is changed and nothing leaves this computer.")
                 : tr("A JSON file, a folder of them, or JSON lines. Each is verified at once: who signed it, and "
                      "whether anything was changed since."));
}

QWidget *LibraryPage::buildList()
{
    auto *const card = new QFrame;
    card->setProperty("card", true);
    auto *const layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 1, 1, 6);
    m_list->setParent(card);
    const bool packages = m_kind == LibraryEntry::Kind::Package;
    m_list->setAccessibleName(packages ? tr("Packages") : tr("Readings"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setIconSize({16, 16});
    m_list->setHeaderLabels({tr("Name"), tr("When last verified"), tr("Place"), tr("Opened")});
    m_list->setColumnHidden(1, !packages);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (const int column : {1, 2, 3}) {
        m_list->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
    connect(m_list, &QTreeWidget::itemActivated, this, &LibraryPage::openCurrent);
    connect(m_list, &QTreeWidget::customContextMenuRequested, this, &LibraryPage::showMenu);
    layout->addWidget(m_list);
    return card;
}

void LibraryPage::fill()
{
    const QString current = m_list->currentItem() ? m_list->currentItem()->data(0, pathRole).toString() : QString();
    m_list->clear();
    for (const LibraryEntry &entry : m_store->entries()) {
        if (entry.kind != m_kind) {
            continue;
        }
        auto *const item = new QTreeWidgetItem(m_list);
        item->setText(0, entry.title);
        item->setData(0, pathRole, entry.path);
        item->setToolTip(
            0, plainToolTip(shown(entry.path) + (entry.note.isEmpty() ? QString() : QLatin1Char('\n') + entry.note)));
        item->setIcon(
            0, icon(m_kind == LibraryEntry::Kind::Package ? QStringLiteral("library") : QStringLiteral("readings"),
                    &Colours::muted));
        item->setSizeHint(0, {0, 32});
        if (entry.verified) {
            const auto verdict = stream::verdictFromName(entry.verified->verdict.toStdString());
            item->setText(1, verdict ? verdictTitle(*verdict) : entry.verified->verdict);
            if (verdict) {
                item->setIcon(1, icon(verdictIcon(*verdict), &Colours::muted)); // of before: no colour of a verdict
            }
            item->setToolTip(1, tr("Verified on %1; open it to verify it as it is now.")
                                    .arg(QLocale().toString(entry.verified->when, QLocale::ShortFormat)));
        } else {
            item->setText(1, tr("never"));
        }
        item->setText(2, placeText(entry.path));
        item->setText(3, QLocale().toString(entry.lastOpened, QLocale::ShortFormat));
        if (entry.path == current) {
            m_list->setCurrentItem(item);
        }
    }
    m_stack->setCurrentIndex(m_list->topLevelItemCount() == 0 ? 0 : 1);
}

void LibraryPage::openCurrent()
{
    if (const QTreeWidgetItem *const item = m_list->currentItem()) {
        Q_EMIT openRequested(item->data(0, pathRole).toString());
    }
}

void LibraryPage::showMenu(const QPoint &at)
{
    const QTreeWidgetItem *const item = m_list->itemAt(at);
    if (item == nullptr) {
        return;
    }
    const QString path = item->data(0, pathRole).toString();
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this, path] { Q_EMIT openRequested(path); });
    menu->addAction(tr("Rename…"), this, [this, path] { askForTitle(m_store, path, this); });
    menu->addAction(tr("Show in file manager"), this, [path] { showInFileManager(path); });
    menu->addSeparator();
    QAction *const forget = menu->addAction(tr("Forget"), this, [this, path] { m_store->forget(path); });
    forget->setToolTip(tr("Takes it off this list. No file is deleted."));
    menu->setToolTipsVisible(true);
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void LibraryPage::setKept(const QStringList &lines)
{
    m_kept->setVisible(!lines.isEmpty());
    m_keptText->setText(tr("Kept for when there is a place for it:") + QLatin1Char('\n')
                        + lines.join(QLatin1Char('\n')));
}

} // namespace streamdesk::ui
