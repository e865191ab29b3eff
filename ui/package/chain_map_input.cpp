// Mouse and keyboard of the chain map.
#include "ui/package/chain_map.h"

#include "ui/accessibility/chain_map_interface.h"
#include "ui/package/package_session.h"
#include "ui/package/row_selection.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace streamdesk::ui {

namespace {

constexpr int wheelStep = 120;     // eighths of a degree
constexpr int doubleClickZoom = 8; // from a million chunks to one in a few double clicks

} // namespace

void ChainMap::chooseCell(int cell, bool extend)
{
    if (!m_selection || cell < 0) {
        return;
    }
    const int row = m_cells.worstRow(cell);
    m_choosing = true;
    if (extend && m_anchorRow >= 0) {
        const int anchor = m_cells.cellOfRow(m_anchorRow);
        m_selection->choose(row, {{m_cells.firstRow(std::min(anchor, cell)), m_cells.lastRow(std::max(anchor, cell))}});
    } else {
        m_anchorRow = row;
        m_selection->choose(row);
    }
    m_choosing = false;
}

void ChainMap::showCell(int cell)
{
    const QRect rect = cellRect(cell).adjusted(-cellRing, -cellRing, cellRing, cellRing);
    QScrollBar *bar = verticalScrollBar();
    if (rect.top() < 0) {
        bar->setValue(bar->value() + rect.top());
    } else if (rect.bottom() >= viewport()->height()) {
        bar->setValue(bar->value() + rect.bottom() + 1 - viewport()->height());
    }
}

void ChainMap::setHovered(int cell)
{
    for (const int changed : {m_hovered, cell}) {
        if (changed >= 0 && cell != m_hovered) {
            viewport()->update(rectOfCells(changed, changed));
        }
    }
    m_hovered = cell;
}

void ChainMap::mousePressEvent(QMouseEvent *event)
{
    const int cell = cellAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && cell >= 0) {
        chooseCell(cell, event->modifiers().testFlag(Qt::ShiftModifier));
        m_dragging = true;
    }
}

void ChainMap::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    setHovered(cellAt(place));
    if (m_dragging && nearestCell(place) != currentCell()) {
        chooseCell(nearestCell(place), true);
    }
}

void ChainMap::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        m_dragging = false;
    }
}

void ChainMap::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int cell = cellAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && cell >= 0 && canZoomIn()) {
        zoomTo(rowsPerCell() / doubleClickZoom, {.row = m_cells.worstRow(cell), .y = cellRect(cell).top()});
    }
}

void ChainMap::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    event->accept();
    m_wheel += event->angleDelta().y();
    const int cell = nearestCell(event->position().toPoint());
    for (; cell >= 0 && std::abs(m_wheel) >= wheelStep; m_wheel -= m_wheel > 0 ? wheelStep : -wheelStep) {
        const int next = m_wheel > 0 ? rowsPerCell() / 2 : rowsPerCell() * 2;
        if (m_wheel > 0 ? canZoomIn() : canZoomOut()) {
            const int under = nearestCell(event->position().toPoint());
            zoomTo(next, {.row = m_cells.worstRow(under), .y = cellRect(under).top()});
        }
    }
}

bool ChainMap::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int cell = cellAt(help->pos());
        if (cell < 0) {
            QToolTip::hideText();
        } else {
            const QString hint = canZoomIn() ? tr("Click to show, double-click to look closer") : tr("Click to show");
            QToolTip::showText(help->globalPos(), cellText(cell) + QLatin1Char('\n') + hint, viewport(),
                               cellRect(cell));
        }
        return true;
    }
    if (event->type() == QEvent::Leave) {
        setHovered(-1);
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void ChainMap::keyPressEvent(QKeyEvent *event)
{
    if (m_cells.size() == 0) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_N:
        chooseCell(m_cells.nextProblem(std::max(currentCell(), shift ? 0 : -1), shift ? -1 : 1), false);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: // where the plus needs Shift
        zoomIn();
        return;
    case Qt::Key_Minus:
        zoomOut();
        return;
    case Qt::Key_0:
        fit();
        return;
    default:
        if (!moveByKey(*event)) {
            QAbstractScrollArea::keyPressEvent(event);
        }
    }
}

bool ChainMap::moveByKey(const QKeyEvent &event)
{
    const int current = currentCell();
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    const int last = m_cells.size() - 1;
    int to = current;
    switch (event.key()) {
    case Qt::Key_Left:
        to -= forward;
        break;
    case Qt::Key_Right:
        to += forward;
        break;
    case Qt::Key_Up:
        to -= current >= m_columns ? m_columns : 0;
        break;
    case Qt::Key_Down:
        to += current + m_columns <= last ? m_columns : 0;
        break;
    case Qt::Key_PageUp:
        to = current % m_columns + std::max(0, lineOf(current) - linesInView()) * m_columns;
        break;
    case Qt::Key_PageDown:
        to += std::min(linesInView(), lineOf(last) - lineOf(current)) * m_columns;
        break;
    case Qt::Key_Home:
        to = 0;
        break;
    case Qt::Key_End:
        to = last;
        break;
    default:
        return false;
    }
    chooseCell(current < 0 && event.key() != Qt::Key_End ? 0 : std::clamp(to, 0, last),
               event.modifiers().testFlag(Qt::ShiftModifier));
    return true;
}

void ChainMap::focusInEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
    tellCurrentCell(this, currentCell());
}

void ChainMap::focusOutEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace streamdesk::ui
