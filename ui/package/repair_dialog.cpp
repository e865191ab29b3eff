#include "ui/package/repair_dialog.h"

#include "core/base/text.h"
#include "ui/drop/mime_paths.h"
#include "ui/package/repair_words.h"
#include "ui/package/verdict_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/progress_line.h"
#include "ui/window/shell.h"
#include "ui/words/amounts.h"
#include "ui/words/problem_words.h"
#include "ui/words/values.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QTreeWidget>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace streamdesk::ui {

namespace {

constexpr int rowHeight = 32;
constexpr int rowsShown = 4;
constexpr int leastWidth = 780;
constexpr int margin = 20;
constexpr int copyColumnWidth = 300;

QStringList leftTexts(const package::RepairPlan &plan)
{
    constexpr std::size_t mostShown = 3;
    QStringList texts;
    for (std::size_t i = 0; i < plan.left.size() && i < mostShown; ++i) {
        texts.append(leftText(plan.left[i]));
    }
    if (plan.left.size() > mostShown) {
        texts.append(RepairDialog::tr("And more; the list of the package says what is left afterwards."));
    }
    return texts;
}

QString introduction()
{
    return RepairDialog::tr(
        "Another copy of this package can help: an earlier download, a backup, what somebody else was sent. Only the "
        "chunks that fail are taken from it, and only when the same signer signed them and they fit into the chain.");
}

QString pathText(const std::filesystem::path &path)
{
    return QString::fromStdString(displayPath(path));
}

} // namespace

RepairDialog::RepairDialog(std::unique_ptr<RepairSession> repair, QWidget *parent)
    : QDialog(parent), m_repair(std::move(repair))
{
    setWindowTitle(tr("Repair"));
    setAcceptDrops(true);
    m_heading = roomyLabel(0, this);
    m_heading->setFont(emphasisFont());
    m_explanation = roomyLabel(0, this);
    m_explanation->setProperty("muted", true);
    m_explanation->setText(introduction());
    m_explanation->setMinimumHeight(m_explanation->heightForWidth(leastWidth - 2 * margin));
    m_summary = roomyLabel(2, this);
    m_details = roomyLabel(3, this);
    m_details->setProperty("muted", true);
    m_keep = new QCheckBox(tr("&Keep the files that are replaced, in a folder beside the package"), this);
    m_keep->setChecked(true);
    m_keep->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_bar = new ProgressLine(tr("Progress"), this);

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(margin, 18, margin, 18);
    column->setSpacing(10);
    column->addWidget(m_heading);
    column->addWidget(m_explanation);
    column->addWidget(buildCopies());
    column->addLayout(buildCopyButtons());
    column->addWidget(m_summary);
    column->addWidget(m_details, 1);
    column->addWidget(m_keep);
    column->addWidget(m_bar);
    column->addLayout(buildButtons());
    setMinimumWidth(leastWidth);
    QWidget *before = m_list;
    for (QWidget *const next :
         std::initializer_list<QWidget *>{m_addFolder, m_addFile, m_remove, m_keep, m_showReplaced, m_start, m_close}) {
        setTabOrder(std::exchange(before, next), next);
    }
    m_addFolder->setFocus();

    auto *const removal = new QShortcut(QKeySequence::Delete, m_list);
    removal->setContext(Qt::WidgetShortcut);
    connect(removal, &QShortcut::activated, this, &RepairDialog::removeChosen);
    connect(new QShortcut(QKeySequence::Paste, this), &QShortcut::activated, this, &RepairDialog::paste);
    connect(m_repair.get(), &RepairSession::changed, this, &RepairDialog::update);
    connect(m_repair.get(), &RepairSession::progressed, this, &RepairDialog::showProgress);
    connect(m_repair->package(), &PackageSession::stageChanged, this, &RepairDialog::update);
    connect(m_repair->package(), &PackageSession::progressed, this, &RepairDialog::showProgress);
    update();
}

QWidget *RepairDialog::buildCopies()
{
    auto *const card = new QFrame(this);
    card->setProperty("card", true);
    auto *const inside = new QVBoxLayout(card);
    inside->setContentsMargins(8, 2, 8, 8); // clear of the card's round corners
    m_stack = new QStackedLayout;
    inside->addLayout(m_stack);
    m_stack->addWidget(buildEmpty());
    m_list = new QTreeWidget(card);
    m_list->setAccessibleName(tr("Copies"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setTabKeyNavigation(false);
    m_list->setIndentation(0);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHeaderLabels({tr("Copy"), tr("What it can do")});
    m_list->header()->setStretchLastSection(true);
    m_list->header()->resizeSection(0, copyColumnWidth);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &RepairDialog::updateRemove);
    m_stack->addWidget(m_list);
    card->setFixedHeight(rowHeight * (rowsShown + 1) + 8);
    return card;
}

QWidget *RepairDialog::buildEmpty()
{
    auto *const empty = new QWidget;
    auto *const layout = new QVBoxLayout(empty);
    layout->addStretch();
    auto *const picture = new IconLabel(32, empty);
    picture->setIcon(icon(QStringLiteral("drop"), &Colours::muted));
    layout->addWidget(picture, 0, Qt::AlignHCenter);
    auto *const text = roomyLabel(0, empty);
    text->setText(tr("Drop a copy here: its folder or its ZIP file"));
    text->setAlignment(Qt::AlignCenter);
    text->setProperty("muted", true);
    layout->addWidget(text);
    layout->addStretch();
    return empty;
}

QLayout *RepairDialog::buildCopyButtons()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    m_addFolder = new QPushButton(tr("Choose &folder…"), this);
    m_addFile = new QPushButton(tr("Choose &ZIP file…"), this);
    m_remove = new QPushButton(tr("&Leave out"), this);
    m_remove->setToolTip(tr("Nothing is taken from this copy. No file is deleted."));
    for (QPushButton *const button : {m_addFolder, m_addFile, m_remove}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    connect(m_addFolder, &QPushButton::clicked, this, &RepairDialog::chooseFolder);
    connect(m_addFile, &QPushButton::clicked, this, &RepairDialog::chooseFile);
    connect(m_remove, &QPushButton::clicked, this, &RepairDialog::removeChosen);
    return row;
}

QLayout *RepairDialog::buildButtons()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    m_showReplaced = new QPushButton(tr("&Show replaced files"), this);
    m_start = new QPushButton(tr("&Repair"), this);
    m_start->setProperty("primary", true);
    m_start->setDefault(true);
    m_close = new QPushButton(this);
    m_close->setAutoDefault(false);
    const QFontMetrics metrics(m_close->font()); // as wide with each of its words
    m_close->setMinimumWidth(std::max(metrics.horizontalAdvance(tr("Close")), metrics.horizontalAdvance(tr("Stop")))
                             + 32);
    row->addWidget(m_showReplaced);
    row->addStretch();
    row->addWidget(m_start);
    row->addWidget(m_close);
    connect(m_showReplaced, &QPushButton::clicked, this,
            [this] { showInFileManager(pathText(m_repair->result()->replacedFolder)); });
    connect(m_start, &QPushButton::clicked, this, &RepairDialog::startRepair);
    connect(m_close, &QPushButton::clicked, this, &RepairDialog::reject);
    return row;
}

void RepairDialog::update()
{
    using Stage = RepairSession::Stage;
    const Stage stage = m_repair->stage();
    const bool choosing = stage != Stage::Repairing && stage != Stage::Repaired;
    const bool zip = !m_repair->newFile().isEmpty();
    showCopies();
    for (QWidget *const control :
         {static_cast<QWidget *>(m_addFolder), static_cast<QWidget *>(m_addFile), static_cast<QWidget *>(m_keep)}) {
        control->setEnabled(choosing);
    }
    m_keep->setVisible(!zip && stage != Stage::Repaired);
    updateRemove();
    if (stage == Stage::Looking && m_start->hasFocus()) {
        m_addFolder->setFocus(); // not further on, to the button that closes
    }
    m_start->setEnabled(stage == Stage::Ready && m_repair->plan()->changesAnything());
    m_start->setVisible(stage != Stage::Repaired);
    if (m_start->isEnabled() && focusWidget() == m_addFolder) {
        m_start->setFocus(); // what is to be done next, unless the person is elsewhere
    }
    m_showReplaced->setVisible(m_repair->result() && !m_repair->result()->replacedFolder.empty());
    m_close->setText(stage == Stage::Repairing ? tr("Stop") : tr("Close"));
    if (stage == Stage::Repaired) {
        m_close->setDefault(true);
        m_close->setFocus();
        showResult();
    } else {
        showWords();
    }
    showProgress();
}

void RepairDialog::updateRemove()
{
    m_remove->setEnabled(m_repair->stage() == RepairSession::Stage::Ready && m_list->currentItem() != nullptr);
}

void RepairDialog::showCopies()
{
    const package::RepairPlan *const plan = m_repair->plan();
    const std::size_t copies = plan == nullptr ? 0 : plan->copies.size();
    m_stack->setCurrentIndex(copies == 0 ? 0 : 1);
    const int current = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_list->clear();
    for (std::size_t copy = 0; copy < copies; ++copy) {
        const QString path = pathText(plan->copies[copy].of.path);
        auto *const item = new QTreeWidgetItem(m_list);
        item->setText(0,
                      tr("%1 in %2").arg(leftToRight(shown(QFileInfo(path).fileName())), leftToRight(placeText(path))));
        item->setToolTip(0, plainToolTip(shown(path)));
        item->setText(1, copyText(*plan, copy));
        item->setToolTip(1, plainToolTip(item->text(1)));
        item->setSizeHint(0, {0, rowHeight});
        const bool useful = !plan->copies[copy].offers.empty() || plan->manifestFrom == copy;
        item->setIcon(1, icon(useful ? QStringLiteral("verified") : QStringLiteral("minus"),
                              useful ? &Colours::intact : &Colours::muted));
    }
    m_list->setCurrentItem(m_list->topLevelItem(std::min(current, m_list->topLevelItemCount() - 1)));
}

void RepairDialog::showWords()
{
    const package::RepairPlan *const plan = m_repair->plan();
    const bool looking = m_repair->stage() == RepairSession::Stage::Looking;
    const bool repairing = m_repair->stage() == RepairSession::Stage::Repairing;
    m_explanation->setText(introduction());
    QStringList details;
    if (plan != nullptr) {
        m_heading->setText(failingText(plan->subject));
        details = plan->copies.empty() ? QStringList() : leftTexts(*plan);
        details.append(manifestText(*plan));
        if (!m_repair->newFile().isEmpty() && plan->changesAnything()) {
            details.append(tr("A ZIP file is not changed. The repaired package is written beside it, as %1.")
                               .arg(shown(QFileInfo(m_repair->newFile()).fileName())));
        }
    }
    details.removeAll(QString());
    QString summary = looking     ? tr("Looking for copies, and for what they have…")
                      : repairing ? tr("Fetching and checking what is needed…")
                                  : QString();
    if (m_repair->problem()) {
        const ProblemText problem = describe(*m_repair->problem());
        summary = m_repair->problem()->code() == ErrorCode::Stopped
                      ? tr("Stopped. The package is as it was.")
                      : problem.sentence + QLatin1Char(' ') + problem.nextStep;
    } else if (summary.isEmpty() && plan != nullptr) {
        summary = summaryText(*plan);
    }
    m_summary->setText(summary);
    m_details->setText(details.join(QLatin1Char('\n')));
    m_start->setAccessibleDescription(summary); // read with the button
}

void RepairDialog::showResult()
{
    const package::RepairResult &result = *m_repair->result();
    const PackageSession &package = *m_repair->package();
    QStringList said = {tr("%Ln file(s) were put in place.", nullptr, int(result.written.size()))};
    QString explanation;
    if (!m_repair->newFile().isEmpty()) {
        m_heading->setText(tr("The repaired package is written"));
        explanation = tr("It is the new file %1, which is opened and verified now.")
                          .arg(shown(QFileInfo(m_repair->newFile()).fileName()));
    } else if (package.isBusy()) {
        m_heading->setText(tr("Verifying the repaired package…"));
    } else if (!package.verification()) {
        m_heading->setText(tr("The repaired package is not verified yet"));
    } else {
        const VerdictText verdict = verdictText(*package.verification());
        m_heading->setText(verdict.title);
        explanation = verdict.text;
    }
    m_explanation->setText(explanation);
    if (!result.replacedFolder.empty()) {
        said.append(tr("What stood there before is in the folder %1.")
                        .arg(leftToRight(shown(pathText(result.replacedFolder.filename())))));
    }
    m_summary->setText(said.join(QLatin1Char(' ')));
    m_details->setText(leftTexts(*m_repair->plan()).join(QLatin1Char('\n')));
    m_close->setAccessibleDescription(m_heading->text() + QLatin1Char(' ') + m_summary->text());
}

void RepairDialog::showProgress()
{
    const bool verifying = m_repair->stage() == RepairSession::Stage::Repaired && m_repair->package()->isBusy();
    const Job *const job = verifying ? m_repair->package()->job() : m_repair->job();
    const bool running = job != nullptr && job->isRunning();
    m_bar->setVisible(running);
    if (running) {
        const jobs::Progress progress = job->progress();
        m_bar->showPart(double(progress.bytesDone), double(progress.bytesTotal));
        m_bar->setToolTip(paceText(*job));
    }
}

void RepairDialog::startRepair()
{
    m_repair->repair(m_keep->isChecked());
}

void RepairDialog::reject()
{
    if (m_repair->stage() == RepairSession::Stage::Repairing) {
        m_repair->stop();
        return;
    }
    QDialog::reject();
}

void RepairDialog::removeChosen()
{
    m_repair->removeCopy(m_list->indexOfTopLevelItem(m_list->currentItem()));
}

void RepairDialog::paste()
{
    m_repair->addCopies(pathsFromMimeData(QApplication::clipboard()->mimeData()));
}

void RepairDialog::chooseFolder()
{
    auto *const dialog = new QFileDialog(this, tr("Choose a copy of the package"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::filesSelected, m_repair.get(), &RepairSession::addCopies);
    dialog->open();
}

void RepairDialog::chooseFile()
{
    auto *const dialog = new QFileDialog(this, tr("Choose a copy of the package"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("ZIP files (*.zip)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, m_repair.get(), &RepairSession::addCopies);
    dialog->open();
}

void RepairDialog::dragEnterEvent(QDragEnterEvent *event)
{
    // Nothing that was dropped may be moved away by its sender.
    if (m_addFolder->isEnabled() && event->possibleActions().testFlag(Qt::CopyAction)
        && !pathsFromMimeData(event->mimeData()).isEmpty()) {
        event->setDropAction(Qt::CopyAction);
        event->accept();
    }
}

void RepairDialog::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_repair->addCopies(pathsFromMimeData(event->mimeData()));
}

} // namespace streamdesk::ui
