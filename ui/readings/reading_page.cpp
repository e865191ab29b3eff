#include "ui/readings/reading_page.h"

#include "ui/readings/reading_list_model.h"
#include "ui/readings/reading_view.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/verdict_banner.h"
#include "ui/window/problem_panel.h"
#include "ui/window/shell.h"
#include "ui/words/reading_words.h"
#include "ui/words/values.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace streamdesk::ui {

namespace {

constexpr int rowHeight = 30;

} // namespace

ReadingPage::ReadingPage(const QString &path, QWidget *parent)
    : QWidget(parent), m_session(new ReadingSession(path, this)), m_model(new ReadingListModel(*m_session, this)),
      m_overall(new VerdictBanner), m_problem(new ProblemPanel), m_view(new ReadingView), m_again(new QPushButton),
      m_table(new QTableView), m_problemsOnly(new QCheckBox)
{
    m_list = makeList();
    auto *splitter = new Splitter;
    splitter->addWidget(m_list);
    splitter->addWidget(m_view);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({440, 600});

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 14, 18, 14);
    column->setSpacing(12);
    column->addWidget(makeHeader());
    column->addWidget(m_overall);
    column->addWidget(m_problem);
    column->addWidget(splitter, 1);
    m_problem->setDismissible(false);
    m_problem->setAction(tr("Try again"));

    connect(m_problem, &ProblemPanel::actionTriggered, m_session, &ReadingSession::read);
    connect(m_overall, &VerdictBanner::actionTriggered, m_session, &ReadingSession::stop);
    connect(m_session, &ReadingSession::stageChanged, this, &ReadingPage::showStage);
    connect(m_session, &ReadingSession::progressed, this, &ReadingPage::showProgress);
    connect(m_session, &ReadingSession::entriesAdded, this, &ReadingPage::entriesAdded);
    connect(m_session, &ReadingSession::entryChanged, this, &ReadingPage::showOverall);
    connect(m_session, &ReadingSession::opened, this, [this] { m_view->showReading(m_session->openedReading()); });
    m_session->read();
}

QWidget *ReadingPage::makeHeader()
{
    const QFileInfo info(m_session->path());
    auto *name = new ElidedLabel;
    name->setFont(headingFont());
    name->setText(shown(info.fileName()));
    auto *folder = new ElidedLabel;
    folder->setMuted(true);
    folder->setText(placeText(m_session->path()));
    m_again->setText(tr("Verify again"));
    m_again->setAccessibleDescription(tr("Reads everything from the beginning."));
    connect(m_again, &QPushButton::clicked, m_session, &ReadingSession::read);

    auto *header = new QWidget;
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(name);
    row->addWidget(folder);
    row->addStretch(1);
    row->addWidget(m_again);
    return header;
}

QWidget *ReadingPage::makeList()
{
    m_problemsOnly->setText(tr("Problems only"));
    m_problemsOnly->setAccessibleDescription(tr("Shows only the readings that are not intact."));
    connect(m_problemsOnly, &QCheckBox::toggled, this, &ReadingPage::setProblemsOnly);

    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Readings"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setSectionResizeMode(ReadingListModel::Outcome, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    constexpr qint64 longMoment = 1'795'299'599'000; // two digits in each place
    const int padding = 24;
    m_table->setColumnWidth(ReadingListModel::Which, fontMetrics().horizontalAdvance(QStringLiteral("1,000,000")));
    m_table->setColumnWidth(ReadingListModel::Time, fontMetrics().horizontalAdvance(momentText(longMoment)) + padding);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReadingPage::currentChanged);

    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 12, 8);
    head->addWidget(m_problemsOnly);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    card->setMinimumWidth(280);
    return card;
}

void ReadingPage::showStage()
{
    const bool failed = m_session->stage() == ReadingSession::Stage::Failed;
    const bool reading = m_session->stage() == ReadingSession::Stage::Reading;
    m_again->setEnabled(!reading);
    m_again->setVisible(!failed); // the problem's own button does the same
    if (failed) {
        m_problem->setProblem(m_session->job()->title(), *m_session->problem());
    } else {
        m_problem->hide();
    }
    if (reading) {
        m_view->showVerifying();
    }
    showOverall();
}

void ReadingPage::showOverall()
{
    const bool ended = m_session->stage() != ReadingSession::Stage::Reading;
    const bool several = m_session->size() > 1;
    const bool nothing = ended && m_session->size() == 0;
    m_list->setVisible(several);
    m_view->setVisible(!nothing);
    m_overall->setVisible(several || (nothing && m_session->stage() != ReadingSession::Stage::Failed));
    const ReadingVerdict verdict = verdictOf(*m_session);
    m_overall->setVerdict(verdict.tone, verdict.iconName, verdict.title, verdict.text);
    m_overall->setAction(ended ? QString() : tr("Stop"));
    const jobs::Progress progress = m_session->job()->progress();
    m_overall->setProgress(ended || progress.bytesTotal == 0
                               ? std::nullopt
                               : std::optional(double(progress.bytesDone) / double(progress.bytesTotal)));
}

void ReadingPage::showProgress()
{
    if (m_session->size() > 1) {
        showOverall();
    }
}

void ReadingPage::entriesAdded()
{
    showOverall();
    if (m_session->kind() == ReadingSession::Kind::Folder) { // names of files want more room than line numbers
        m_table->setColumnWidth(ReadingListModel::Which,
                                fontMetrics().horizontalAdvance(QStringLiteral("reading-000.json")));
    }
    if (!m_table->currentIndex().isValid() && m_session->kind() != ReadingSession::Kind::File
        && m_model->rowCount() > 0) {
        m_table->selectRow(0);
    }
}

void ReadingPage::setProblemsOnly(bool only)
{
    const int reading = m_session->openedIndex();
    m_model->setProblemsOnly(only);
    const int row = reading < 0 ? -1 : m_model->rowOf(reading);
    if (m_model->rowCount() > 0) {
        m_table->selectRow(std::max(row, 0));
    }
}

void ReadingPage::currentChanged()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid() && m_session->kind() != ReadingSession::Kind::File) {
        m_session->open(m_model->readingAt(current.row()));
    }
}

} // namespace streamdesk::ui
