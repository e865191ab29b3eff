#include "ui/package/chunk_table.h"

#include "ui/package/chunk_model.h"
#include "ui/package/chunk_state_words.h"
#include "ui/package/finding_words.h"
#include "ui/package/package_session.h"
#include "ui/package/row_selection.h"
#include "ui/package/sort_menu.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clear_button.h"
#include "ui/words/values.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace streamdesk::ui {

namespace {

constexpr int rowHeight = 30;
constexpr int cellPadding = 12; // at each side, with what the style adds
constexpr int stateIconSize = 16;
constexpr int countsPauseMs = 200;
constexpr int mostStretches = 1'000; // that are marked in the view

quint64 count(const PackageSession *session, ChunkStates states)
{
    quint64 chunks = 0;
    for (const ChunkState state : statesToTell) {
        chunks += session && states.contains(state) ? session->count(state) : 0;
    }
    return chunks;
}

RowSelection::Ranges stretchesOf(const std::vector<bool> &chosen, int most)
{
    RowSelection::Ranges stretches;
    const int rows = int(chosen.size());
    for (int row = 0; row < rows && stretches.size() < most; ++row) {
        if (chosen[std::size_t(row)]) {
            const int first = row;
            while (row + 1 < rows && chosen[std::size_t(row) + 1]) {
                ++row;
            }
            stretches.append({first, row});
        }
    }
    return stretches;
}

} // namespace

ChunkTable::ChunkTable(QWidget *parent)
    : QFrame(parent), m_model(new ChunkModel(this)), m_filter(new ChunkFilter(m_model, this)), m_view(new QTableView)
{
    setProperty("card", true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    makeHead();
    // Before the view's own: a choice is taken back and set again as a whole, not moved row by row.
    connect(m_filter, &QAbstractItemModel::layoutAboutToBeChanged, this, [this] {
        const QScopedValueRollback guard(m_syncing, true);
        m_view->selectionModel()->clear();
    });
    makeView();
    makeMenu();
    connect(m_filter, &QAbstractItemModel::layoutChanged, this, [this] {
        takeSelection();
        updateEmptyText();
    });
    connect(m_filter, &ChunkFilter::chosen, this, &ChunkTable::updateEmptyText);
    connect(m_filter, &QAbstractItemModel::modelReset, this, [this] {
        setWidths();
        takeSelection();
        updateStates();
        updateEmptyText();
    });
    m_countsSoon.setSingleShot(true);
    m_countsSoon.setInterval(countsPauseMs);
    connect(&m_countsSoon, &QTimer::timeout, this, &ChunkTable::updateStates);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        if (!m_countsSoon.isActive()) {
            m_countsSoon.start();
        }
    });
    setWidths();
    updateStates();
    updateEmptyText();
}

void ChunkTable::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(10);

    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Filter by number, id or text"));
    m_search->setAccessibleName(tr("Filter chunks"));
    m_search->setAccessibleDescription(tr("A number such as 1097, a range such as 1097-1103, or part of an id, a file "
                                          "name, a state or a finding"));
    m_search->setToolTip(m_search->accessibleDescription());
    addClearButton(m_search);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        updateEmptyText();
    });
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, &ChunkTable::focusSearch);
    row->addWidget(m_search, 1);

    auto *menu = new QMenu(this);
    m_allStates = menu->addAction(tr("All states"), this, [this] { showStates(ChunkStates::all()); });
    m_problems = menu->addAction(QString(), this, [this] { showStates(ChunkStates::problems()); });
    menu->addSeparator();
    for (const ChunkState state : statesToTell) {
        QAction *action = menu->addAction(icon(iconName(state), textColour(state)), QString());
        connect(action, &QAction::triggered, this, [this, state](bool on) {
            ChunkStates states = m_filter->states() == ChunkStates::all() ? ChunkStates() : m_filter->states();
            states.set(state, on || m_filter->states() == ChunkStates::all());
            showStates(states.isEmpty() ? ChunkStates::all() : states);
        });
        m_stateActions.push_back(action);
    }
    for (QAction *action : menu->actions()) {
        action->setCheckable(!action->isSeparator());
    }
    m_states = new QToolButton;
    m_states->setProperty("button", true);
    m_states->setPopupMode(QToolButton::InstantPopup);
    m_states->setMenu(menu);
    m_states->setFocusPolicy(Qt::StrongFocus);
    m_states->setAccessibleDescription(tr("Chooses the states of the chunks that are listed"));
    row->addWidget(m_states);
    layout()->addWidget(head);

    auto *line = new QFrame;
    line->setProperty("line", true);
    line->setFixedHeight(1);
    layout()->addWidget(line);
}

void ChunkTable::makeView()
{
    m_view->setModel(m_filter);
    m_view->setAccessibleName(tr("Chunks"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setTabKeyNavigation(false);
    m_view->setIconSize({stateIconSize, stateIconSize});
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight);
    QHeaderView *header = m_view->horizontalHeader();
    header->setHighlightSections(false);
    // One of its own, in which nothing is chosen: of the view's it would ask at each painting whether a column is
    // chosen as a whole, row by row.
    header->setSelectionModel(new QItemSelectionModel(m_filter, header));
    header->setMinimumSectionSize(40);
    header->setSortIndicator(ChunkModel::Chunk, Qt::AscendingOrder);
    m_view->setSortingEnabled(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ChunkTable::showMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ChunkTable::giveSelection);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ChunkTable::giveSelection);
    layout()->addWidget(m_view);

    m_empty = new QLabel(m_view->viewport());
    m_empty->setProperty("muted", true);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_view->viewport()->installEventFilter(this);
}

void ChunkTable::makeMenu()
{
    m_menu = new QMenu(this);
    m_copyRow = m_menu->addAction(icon(QStringLiteral("copy")), QString(), this, &ChunkTable::copySelection);
    m_copyRow->setShortcut(QKeySequence::Copy);
    m_copyRow->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(m_copyRow);
    m_copyId = m_menu->addAction(QString(), this, &ChunkTable::copyIds);
    m_menu->addSeparator();
    m_recheck = m_menu->addAction(icon(QStringLiteral("refresh")), tr("Check again"), this, [this] {
        std::vector<int> rows = chosenRows();
        std::erase_if(rows, [this](int row) { return !m_session->rows().at(row).isHere(); });
        if (!rows.empty()) {
            Q_EMIT recheckRequested(std::move(rows));
        }
    });
    m_showFile = m_menu->addAction(icon(QStringLiteral("open")), tr("Show file"), this,
                                   [this] { Q_EMIT showFileRequested(m_selection->current()); });
    m_menu->addSeparator();
    m_menu->addMenu(makeSortMenu(m_view, m_menu));
}

void ChunkTable::setChain(PackageSession *session, RowSelection *selection)
{
    if (m_session) {
        m_session->disconnect(this);
    }
    if (m_selection) {
        m_selection->disconnect(this);
    }
    m_session = session;
    m_selection = selection;
    if (selection) {
        connect(selection, &RowSelection::changed, this, &ChunkTable::takeSelection);
    }
    if (session) {
        connect(session, &PackageSession::stageChanged, this, &ChunkTable::updateEmptyText);
    }
    m_search->clear();
    m_filter->setStates(ChunkStates::all());
    m_model->setSession(session);
    takeSelection();
    updateStates();
    updateEmptyText();
}

void ChunkTable::showStates(ChunkStates states)
{
    m_filter->setStates(states);
    updateStates();
    updateEmptyText();
}

void ChunkTable::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

// The button, its menu, and whether there is anything to say in the column of findings.
void ChunkTable::updateStates()
{
    const ChunkStates shown = m_filter->states();
    const quint64 problems = count(m_session, ChunkStates::problems());
    const QString problemsText = tr("Problems (%1)").arg(QLocale().toString(problems));
    m_allStates->setChecked(shown == ChunkStates::all());
    m_problems->setText(problemsText);
    m_problems->setChecked(shown == ChunkStates::problems());
    QStringList chosen;
    for (std::size_t i = 0; i < statesToTell.size(); ++i) {
        const ChunkState state = statesToTell[i];
        const QString text = countedState(m_session ? m_session->count(state) : 0, state);
        m_stateActions[i]->setText(text);
        m_stateActions[i]->setChecked(shown != ChunkStates::all() && shown.contains(state));
        if (shown.contains(state)) {
            chosen.append(text);
        }
    }
    QString text = tr("%n state(s)", nullptr, int(chosen.size()));
    if (shown == ChunkStates::all()) {
        text = tr("All states");
    } else if (shown == ChunkStates::problems()) {
        text = problemsText;
    } else if (chosen.size() == 1) {
        text = chosen.front();
    }
    m_states->setText(text + QStringLiteral(" ▾"));
    m_states->setAccessibleName(tr("States: %1").arg(text));
    fitColumns();
}

void ChunkTable::updateEmptyText()
{
    QString text;
    if (m_filter->rowCount() == 0 && !m_filter->isChoosing() && m_session && m_session->package()) {
        if (m_model->rowCount() == 0) {
            text = tr("There are no chunks in this package.");
        } else if (m_search->text().trimmed().isEmpty()) {
            text = tr("No chunk is in the chosen state.");
        } else if (m_filter->states() == ChunkStates::all()) {
            text = tr("No chunk fits “%1”.\nTry a number, a range such as 3-7, or part of an id.")
                       .arg(m_search->text().trimmed());
        } else {
            text = tr("No chunk in the chosen states fits “%1”.").arg(m_search->text().trimmed());
        }
    }
    m_empty->setText(text);
    m_empty->setVisible(!text.isEmpty());
    m_view->setAccessibleDescription(text);
}

void ChunkTable::setWidths()
{
    const QFontMetrics code(monospaceFont());
    const QFontMetrics metrics(font());
    const auto textWidth = [&](const QString &text) { return metrics.horizontalAdvance(text) + 2 * cellPadding; };
    QFont titleFont = font();
    titleFont.setWeight(QFont::DemiBold);
    const auto titled = [&](int column) { // with room for the sign of sorting, whether it is there or not
        const QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        return QFontMetrics(titleFont).horizontalAdvance(title + QStringLiteral(" ▾")) + 2 * cellPadding;
    };
    int numbers = 5;
    const int rows = m_model->rowCount();
    if (rows > 0) {
        numbers = int(m_model->index(rows - 1, ChunkModel::Chunk).data().toString().size());
    }
    int states = 0;
    for (const ChunkState state : statesToTell) {
        states = std::max(states, textWidth(stateName(state)));
    }
    m_view->setColumnWidth(
        ChunkModel::Chunk,
        std::max(titled(ChunkModel::Chunk), code.horizontalAdvance(QString(numbers, u'0')) + 2 * cellPadding));
    m_view->setColumnWidth(
        ChunkModel::Id,
        std::max(titled(ChunkModel::Id), code.horizontalAdvance(QStringLiteral("0x000000…0000")) + 2 * cellPadding));
    m_view->setColumnWidth(ChunkModel::Size, std::max({titled(ChunkModel::Size), textWidth(sizeText(999)),
                                                       textWidth(sizeText(1023U << 10U))}));
    m_view->setColumnWidth(ChunkModel::State, std::max(titled(ChunkModel::State), states + stateIconSize + 8));
    m_view->setColumnWidth(ChunkModel::File, textWidth(QStringLiteral("chunk-10000.json")));
    fitColumns();
}

// What has no room is left out, and the details say it: findings come before all, then states, ids and sizes, and last
// recipients and files. Without findings recipients take their room.
void ChunkTable::fitColumns()
{
    const QFontMetrics metrics(font());
    const int recipients = metrics.horizontalAdvance(QStringLiteral("owner, operator, machine")) + 2 * cellPadding;
    const int wholeFinding =
        metrics.horizontalAdvance(shortText({.code = stream::FindingCode::HashMismatch})) + 2 * cellPadding;
    const bool findings = hasFindings();
    const int stretched = findings ? ChunkModel::Finding : ChunkModel::Recipients;
    const int narrowest = findings ? wholeFinding : recipients;

    QHeaderView *header = m_view->horizontalHeader();
    const auto widthOf = [this](int column) { // also while it is hidden
        m_view->setColumnHidden(column, false);
        return m_view->columnWidth(column);
    };
    int room = m_view->viewport()->width() - widthOf(ChunkModel::Chunk) - widthOf(ChunkModel::State);
    for (const int column : {ChunkModel::Id, ChunkModel::Size}) {
        const bool fits = room - widthOf(column) >= narrowest;
        room -= fits ? widthOf(column) : 0;
        m_view->setColumnHidden(column, !fits);
    }
    room -= findings ? wholeFinding : recipients;
    const bool both = findings && room >= recipients;
    room -= both ? recipients : 0;
    for (const int column : {ChunkModel::Finding, ChunkModel::Recipients}) {
        header->setSectionResizeMode(column, column == stretched ? QHeaderView::Stretch : QHeaderView::Interactive);
    }
    m_view->setColumnHidden(ChunkModel::Finding, !findings);
    m_view->setColumnHidden(ChunkModel::Recipients, findings && !both);
    if (both) {
        m_view->setColumnWidth(ChunkModel::Recipients, recipients);
    }
    m_view->setColumnHidden(ChunkModel::File, room < widthOf(ChunkModel::File));
}

bool ChunkTable::hasFindings() const
{
    if (count(m_session, ChunkStates::problems()) > 0) {
        return true;
    }
    if (!m_session || !m_session->verification()) {
        return false;
    }
    const auto &findings = m_session->verification()->judgement.findings;
    return std::any_of(findings.begin(), findings.end(),
                       [](const stream::Finding &finding) { return finding.index.has_value(); });
}

void ChunkTable::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        setWidths();
    }
}

bool ChunkTable::eventFilter(QObject *watched, QEvent *event)
{
    if (m_view != nullptr && watched == m_view->viewport() && event->type() == QEvent::Resize) {
        m_empty->setGeometry(m_view->viewport()->rect().adjusted(24, 0, -24, 0));
        const auto *resize = static_cast<QResizeEvent *>(event);
        if (resize->size().width() != resize->oldSize().width()) {
            fitColumns();
        }
    } else if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if (key == Qt::Key_Down && m_filter->rowCount() > 0) { // into what was found
            m_view->setFocus(Qt::TabFocusReason);
            if (!m_view->selectionModel()->hasSelection()) { // which takes the first row as current, but not chosen
                m_view->selectRow(0);
            }
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

// From the shared choice into the view.
void ChunkTable::takeSelection()
{
    if (m_syncing) {
        return;
    }
    const QScopedValueRollback guard(m_syncing, true);
    QItemSelectionModel *view = m_view->selectionModel();
    const int rows = m_model->rowCount();
    QItemSelection selection;
    for (const auto &[first, last] : shownStretches()) {
        selection.append(
            QItemSelectionRange(m_filter->index(first, 0), m_filter->index(last, ChunkModel::ColumnCount - 1)));
    }
    view->select(selection, QItemSelectionModel::ClearAndSelect);
    const int current = m_selection ? m_selection->current() : -1;
    const int place = current >= 0 && current < rows ? m_filter->shownRow(current) : -1;
    if (place >= 0) {
        view->setCurrentIndex(m_filter->index(place, std::max(0, view->currentIndex().column())),
                              QItemSelectionModel::NoUpdate);
        m_view->scrollTo(view->currentIndex());
    } else {
        view->clearCurrentIndex();
    }
}

// From the view into the shared choice.
void ChunkTable::giveSelection()
{
    if (m_syncing || !m_selection) {
        return;
    }
    const QScopedValueRollback guard(m_syncing, true);
    const QItemSelectionModel *view = m_view->selectionModel();
    std::vector<bool> chosen(std::size_t(m_model->rowCount()));
    for (const QItemSelectionRange &range : view->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            chosen[std::size_t(m_filter->sourceRow(row))] = true;
        }
    }
    RowSelection::Ranges ranges = stretchesOf(chosen, std::numeric_limits<int>::max());
    const QModelIndex current = view->currentIndex();
    const int row = current.isValid() && !ranges.isEmpty() ? m_filter->sourceRow(current.row()) : -1;
    m_selection->choose(row, std::move(ranges));
}

std::vector<int> ChunkTable::chosenRows() const
{
    std::vector<int> places;
    const int rows = m_model->rowCount();
    for (const auto &[first, last] : m_selection ? m_selection->ranges() : RowSelection::Ranges()) {
        for (int row = first; row <= std::min(last, rows - 1); ++row) {
            if (const int place = m_filter->shownRow(row); place >= 0) {
                places.push_back(place);
            }
        }
    }
    if (!m_filter->keepsOrder()) {
        std::sort(places.begin(), places.end());
    }
    std::transform(places.begin(), places.end(), places.begin(),
                   [this](int place) { return m_filter->sourceRow(place); });
    return places;
}

// Where the shared choice lies among the rows that are shown. A view is slow with thousands of stretches, as rows have
// that lay together before they were sorted: those beyond mostStretches are not marked, and stay chosen until another
// choice is made.
RowSelection::Ranges ChunkTable::shownStretches() const
{
    const RowSelection::Ranges chosen = m_selection ? m_selection->ranges() : RowSelection::Ranges();
    const int rows = m_model->rowCount();
    const int shown = m_filter->rowCount();
    RowSelection::Ranges stretches;
    if (m_filter->keepsOrder()) {                      // what lies together there lies together here
        const auto placeFrom = [&](int row, int end) { // of the first row from this one on that is shown
            int low = 0;
            for (int high = shown; low < high;) {
                const int middle = low + (high - low) / 2;
                m_filter->sourceRow(middle) < row ? low = middle + 1 : high = middle;
            }
            return std::min(low, end);
        };
        for (const auto &[first, last] : chosen) {
            const int from = placeFrom(first, shown);
            const int to = placeFrom(std::min(last, rows - 1) + 1, shown) - 1;
            if (from <= to && stretches.size() < mostStretches) {
                stretches.append({from, to});
            }
        }
        return stretches;
    }
    std::vector<bool> here(static_cast<std::size_t>(shown));
    for (const auto &[first, last] : chosen) {
        for (int row = first; row <= std::min(last, rows - 1); ++row) {
            if (const int place = m_filter->shownRow(row); place >= 0) {
                here[std::size_t(place)] = true;
            }
        }
    }
    return stretchesOf(here, mostStretches);
}

void ChunkTable::copySelection()
{
    const std::vector<int> rows = chosenRows();
    if (rows.empty()) {
        return;
    }
    QString text;
    const auto addLine = [&text](const auto &cellOf) {
        for (int column = 0; column < ChunkModel::ColumnCount; ++column) {
            text += (column == 0 ? QString() : QStringLiteral("\t")) + cellOf(column);
        }
        text += u'\n';
    };
    if (rows.size() > 1) {
        addLine([this](int column) { return m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); });
    }
    for (const int row : rows) {
        addLine([this, row](int column) { return m_model->wholeText(row, column); });
    }
    QApplication::clipboard()->setText(text);
}

void ChunkTable::copyIds()
{
    QStringList ids;
    for (const int row : chosenRows()) {
        if (const QString id = m_model->wholeText(row, ChunkModel::Id); !id.isEmpty()) {
            ids.append(id);
        }
    }
    QApplication::clipboard()->setText(ids.join(u'\n'));
}

void ChunkTable::showMenu(const QPoint &position)
{
    const std::vector<int> rows = chosenRows();
    if (rows.empty() || !m_session || !m_selection) {
        return;
    }
    const auto isHere = [this](int row) { return m_session->rows().at(row).isHere(); };
    const bool anyHere = std::any_of(rows.begin(), rows.end(), isHere);
    m_copyRow->setText(tr("Copy %n row(s)", nullptr, int(rows.size())));
    m_copyId->setText(tr("Copy %n id(s)", nullptr, int(rows.size())));
    m_copyId->setEnabled(anyHere);
    m_recheck->setEnabled(anyHere && !m_session->isBusy());
    m_showFile->setEnabled(m_selection->current() >= 0 && isHere(m_selection->current()));
    m_menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace streamdesk::ui
