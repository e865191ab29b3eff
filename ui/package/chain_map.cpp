#include "ui/package/chain_map.h"

#include "ui/accessibility/chain_map_interface.h"
#include "ui/package/chunk_state_words.h"
#include "ui/package/package_session.h"
#include "ui/package/row_selection.h"

#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>
#include <array>

namespace streamdesk::ui {

namespace {

constexpr int gap = 2;
constexpr int margin = cellRing;                   // the outermost cells have rings, too
constexpr std::array<int, 3> sizes = {28, 20, 14}; // px of a cell; the larger ones where there are few
constexpr int smallest = sizes.back();
constexpr int preferredLines = 9; // of the smallest cells

int fitting(int length, int cellSize)
{
    return std::max(1, (length - 2 * margin + gap) / (cellSize + gap));
}

int lengthOf(int cells, int cellSize)
{
    return cells * (cellSize + gap) - gap + 2 * margin;
}

} // namespace

ChainMap::ChainMap(QWidget *parent) : QAbstractScrollArea(parent), m_cellSize(smallest)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Chain"));
    describe();
}

void ChainMap::setChain(PackageSession *session, RowSelection *selection)
{
    for (QObject *former : {static_cast<QObject *>(m_session.data()), static_cast<QObject *>(m_selection.data())}) {
        if (former) {
            former->disconnect(this);
        }
    }
    m_session = session;
    m_selection = selection;
    if (session) {
        connect(session, &PackageSession::rowsReset, this, &ChainMap::rowsReset);
        connect(session, &PackageSession::statesChanged, this, &ChainMap::statesChanged);
        connect(session, &PackageSession::stageChanged, this, &ChainMap::stageChanged);
        connect(session, &QObject::destroyed, this, [this] { setChain(nullptr, nullptr); });
    }
    if (selection) {
        connect(selection, &RowSelection::changed, this, &ChainMap::selectionChanged);
    }
    rowsReset();
    m_front = -1;
}

// Geometry

int ChainMap::pitch() const noexcept
{
    return m_cellSize + gap;
}

int ChainMap::linesInView() const
{
    return fitting(viewport()->height(), m_cellSize);
}

QRect ChainMap::cellRect(int cell) const
{
    const QRect rect(margin + cell % m_columns * pitch(),
                     margin + lineOf(cell) * pitch() - verticalScrollBar()->value(), m_cellSize, m_cellSize);
    return QStyle::visualRect(layoutDirection(), viewport()->rect(), rect);
}

QRect ChainMap::rectOfCells(int first, int last) const
{
    QRect rect = cellRect(first) | cellRect(last);
    if (lineOf(first) != lineOf(last)) {
        rect.setLeft(0);
        rect.setRight(viewport()->width());
    }
    return rect.adjusted(-margin, -margin, margin, margin);
}

int ChainMap::cellAt(const QPoint &place) const
{
    const int cell = nearestCell(place);
    return cell >= 0 && cellRect(cell).adjusted(0, 0, gap, gap).contains(place) ? cell : -1;
}

int ChainMap::nearestCell(const QPoint &place) const
{
    const QPoint at = QStyle::visualPos(layoutDirection(), viewport()->rect(), place);
    const int column = std::clamp((at.x() - margin) / pitch(), 0, m_columns - 1);
    const int line = std::max(0, (at.y() - margin + verticalScrollBar()->value()) / pitch());
    return std::min(line * m_columns + column, m_cells.size() - 1);
}

QSize ChainMap::sizeHint() const
{
    const int width = maximumViewportSize().width();
    const Scale scale = fittingScale({width, lengthOf(preferredLines, smallest)});
    const int rows = m_session ? m_session->rows().size() : 0;
    const int perLine = fitting(width, scale.cellSize) * scale.rowsPerCell;
    return {lengthOf(64, smallest),
            lengthOf(rows / perLine + (rows % perLine > 0 || rows == 0 ? 1 : 0), scale.cellSize)};
}

QSize ChainMap::minimumSizeHint() const
{
    return {lengthOf(8, smallest), lengthOf(2, smallest)};
}

void ChainMap::updateSizeHint()
{
    const int height = sizeHint().height();
    if (height != m_hintedHeight) {
        m_hintedHeight = height;
        updateGeometry();
    }
}

// Scale

ChainMap::Scale ChainMap::fittingScale(QSize room) const
{
    const int rows = m_session ? m_session->rows().size() : 0;
    const auto capacity = [&room](int size) { return fitting(room.width(), size) * fitting(room.height(), size); };
    for (const int size : sizes) {
        if (rows <= capacity(size)) {
            return {.cellSize = size, .rowsPerCell = 1};
        }
    }
    int rowsPerCell = 2;
    while ((rows - 1) / rowsPerCell >= capacity(smallest)) {
        rowsPerCell *= 2;
    }
    return {.cellSize = smallest, .rowsPerCell = rowsPerCell};
}

void ChainMap::setScale(Scale scale)
{
    m_cellSize = scale.cellSize;
    if (scale.rowsPerCell != rowsPerCell()) {
        m_hovered = -1;
        m_cells.reset(m_session, scale.rowsPerCell);
    }
    layOut();
    viewport()->update();
    describe();
    tellCellsReset(this);
    Q_EMIT scaleChanged();
}

void ChainMap::layOut()
{
    m_columns = fitting(viewport()->width(), m_cellSize);
    QScrollBar *bar = verticalScrollBar();
    bar->setSingleStep(pitch());
    bar->setPageStep(viewport()->height());
    bar->setRange(0, m_fitted ? 0 : std::max(0, lengthOf(lines(), m_cellSize) - viewport()->height()));
}

void ChainMap::resizeEvent(QResizeEvent *)
{
    updateSizeHint();
    const Scale fits = fittingScale(maximumViewportSize());
    if (m_fitted || rowsPerCell() >= fits.rowsPerCell) {
        m_fitted = true;
        if (fits.rowsPerCell != rowsPerCell() || fits.cellSize != m_cellSize) {
            setScale(fits);
            return;
        }
    }
    layOut();
}

ChainMap::Anchor ChainMap::anchor() const
{
    const int current = currentCell();
    const QRect rect = cellRect(std::max(0, current));
    if (current >= 0 && viewport()->rect().intersects(rect)) {
        return {.row = m_selection->current(), .y = rect.top()};
    }
    const int first = std::max(0, nearestCell(QPoint(0, 0)));
    return {.row = m_cells.firstRow(first), .y = cellRect(first).top()};
}

void ChainMap::zoomTo(int rowsPerCell, Anchor anchor)
{
    if (m_cells.size() == 0) {
        return;
    }
    const Scale fits = fittingScale(maximumViewportSize());
    m_fitted = rowsPerCell >= fits.rowsPerCell;
    setScale(m_fitted ? fits : Scale{.cellSize = smallest, .rowsPerCell = std::max(1, rowsPerCell)});
    verticalScrollBar()->setValue(margin + lineOf(m_cells.cellOfRow(anchor.row)) * pitch() - anchor.y);
}

void ChainMap::zoomIn()
{
    if (canZoomIn()) {
        zoomTo(rowsPerCell() / 2, anchor());
    }
}

void ChainMap::zoomOut()
{
    if (canZoomOut()) {
        zoomTo(rowsPerCell() * 2, anchor());
    }
}

void ChainMap::fit()
{
    zoomTo(fittingScale(maximumViewportSize()).rowsPerCell, {.row = 0, .y = 0});
}

void ChainMap::scrollContentsBy(int, int)
{
    viewport()->update();
}

// What the session says

void ChainMap::rowsReset()
{
    m_front = m_session && m_session->rows().size() > 0 ? 0 : -1;
    m_hovered = -1;
    m_anchorRow = -1;
    m_fitted = true;
    updateSizeHint();
    const Scale fits = fittingScale(maximumViewportSize());
    m_cells.reset(m_session, fits.rowsPerCell);
    setScale(fits);
}

void ChainMap::statesChanged(int firstRow, int lastRow)
{
    const auto [first, last] = m_cells.update(firstRow, lastRow);
    viewport()->update(rectOfCells(first, last));
    if (m_session->stage() == PackageSession::Stage::Checking) {
        setFront(lastRow + 1);
    }
}

void ChainMap::setFront(int row)
{
    const int before = m_front;
    m_front = row < m_session->rows().size() ? row : -1;
    for (const int changed : {before, m_front}) {
        if (changed >= 0) {
            viewport()->update(rectOfRow(changed));
        }
    }
}

void ChainMap::stageChanged()
{
    if (m_session->stage() != PackageSession::Stage::Checking) {
        setFront(m_session->rows().size());
    }
    describe();
}

void ChainMap::selectionChanged()
{
    if (!m_choosing) {
        m_anchorRow = m_selection->current();
    }
    if (currentCell() >= 0) {
        showCell(currentCell());
    }
    viewport()->update();
    describe();
    tellCurrentCell(this, currentCell());
}

int ChainMap::currentCell() const
{
    const int row = m_selection ? m_selection->current() : -1;
    return row >= 0 && m_session && row < m_session->rows().size() ? m_cells.cellOfRow(row) : -1;
}

// Words

QString ChainMap::cellText(int cell) const
{
    const QLocale locale;
    const quint64 first = m_session->rows().at(m_cells.firstRow(cell)).first;
    const quint64 last = m_session->rows().at(m_cells.lastRow(cell)).last;
    if (first == last && m_cells.firstRow(cell) == m_cells.lastRow(cell)) {
        return tr("Chunk %1: %2").arg(locale.toString(first), stateName(m_cells.state(cell)));
    }
    return tr("Chunks %1–%2: %3")
        .arg(locale.toString(first), locale.toString(last), countedStates(m_cells.counts(cell)));
}

void ChainMap::describe()
{
    QStringList sentences;
    if (m_session && m_cells.size() > 0) {
        StateCounts counts{};
        for (const ChunkState state : statesToTell) {
            counts[std::size_t(state)] = m_session->count(state);
        }
        sentences.append(tr("Chunks: %1.").arg(countedStates(counts)));
        if (currentCell() >= 0) {
            sentences.append(tr("Chosen: %1.").arg(cellText(currentCell())));
        }
        sentences.append(tr("N goes to the next problem, plus and minus zoom."));
    } else {
        sentences.append(tr("No chunks."));
    }
    setAccessibleDescription(sentences.join(QLatin1Char(' ')));
}

// Painting

bool ChainMap::isSelected(int cell) const
{
    if (!m_selection) {
        return false;
    }
    const RowSelection::Ranges &ranges = m_selection->ranges();
    const auto range = std::lower_bound(ranges.begin(), ranges.end(), m_cells.firstRow(cell),
                                        [](const auto &r, int row) { return r.second < row; });
    return range != ranges.end() && range->first <= m_cells.lastRow(cell);
}

QVector<std::pair<int, int>> ChainMap::selectedCells() const
{
    QVector<std::pair<int, int>> cells;
    for (const auto &[first, last] : m_selection ? m_selection->ranges() : RowSelection::Ranges()) {
        const int firstCell = m_cells.cellOfRow(first);
        const int lastCell = m_cells.cellOfRow(last);
        if (!cells.isEmpty() && firstCell <= cells.back().second) { // two stretches of rows in one cell
            cells.back().second = lastCell;
        } else {
            cells.append({firstCell, lastCell});
        }
    }
    return cells;
}

CellMark ChainMap::markOf(int cell) const
{
    const int current = currentCell();
    if (cell == current || (current < 0 && cell == 0 && hasFocus())) {
        return hasFocus() ? CellMark::Focused : CellMark::Current;
    }
    if (isSelected(cell)) {
        return CellMark::Selected;
    }
    return cell == m_hovered ? CellMark::Hovered : CellMark::None;
}

void ChainMap::paintEvent(QPaintEvent *event)
{
    if (m_cells.size() == 0) {
        return;
    }
    QPainter painter(viewport());
    const qreal ratio = devicePixelRatioF();
    m_pixmaps.prepare(coloursFor(palette()), m_cellSize, ratio);
    const int front = m_front < 0 ? -1 : m_cells.cellOfRow(m_front);
    const QRect dirty = event->rect().adjusted(-pitch(), -pitch(), pitch(), pitch());
    const int scrolled = verticalScrollBar()->value();
    const int firstLine = std::max(0, (dirty.top() + scrolled) / pitch());
    const int lastLine = std::min(lines() - 1, (dirty.bottom() + scrolled) / pitch());
    for (int cell = firstLine * m_columns; cell < std::min((lastLine + 1) * m_columns, m_cells.size()); ++cell) {
        const QRect rect = cellRect(cell);
        if (rect.right() < dirty.left() || rect.left() > dirty.right()) {
            continue;
        }
        const QPixmap &pixmap =
            m_pixmaps.pixmap({.state = m_cells.state(cell), .isFront = cell == front, .mark = markOf(cell)});
        const QPointF at = rect.topLeft() - QPoint(cellRing, cellRing);
        painter.drawPixmap(QPointF(qRound(at.x() * ratio) / ratio, qRound(at.y() * ratio) / ratio), pixmap);
    }
}

} // namespace streamdesk::ui
