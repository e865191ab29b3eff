// The chain as a picture: a cell for each n chunks in reading order, coloured and textured by state, live while
// verification runs. Shares its choice of rows with whoever has the same RowSelection.
#pragma once

#include "ui/package/chain_cell_painter.h"
#include "ui/package/chain_cells.h"

#include <QAbstractScrollArea>
#include <QPointer>

namespace streamdesk::ui {

class PackageSession;
class RowSelection;

// Click chooses the gravest row of a cell, Shift+click, Shift+arrow and drag choose stretches, a double click zooms in
// there. N and Shift+N go to the next and the previous cell with a problem; plus, minus and 0 zoom, also with Ctrl and
// by Ctrl+wheel.
class ChainMap : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ChainMap(QWidget *parent = nullptr);

    // Both stay the caller's; nullptr shows nothing.
    void setChain(PackageSession *session, RowSelection *selection);

    [[nodiscard]] int rowsPerCell() const noexcept { return m_cells.rowsPerCell(); }
    [[nodiscard]] int cellCount() const noexcept { return m_cells.size(); }
    [[nodiscard]] bool canZoomIn() const noexcept { return rowsPerCell() > 1; }
    // False when all of the chain is seen.
    [[nodiscard]] bool canZoomOut() const noexcept { return !m_fitted; }
    // Of the cell that holds this row, in the viewport's coordinates; also where it is scrolled out of sight.
    [[nodiscard]] QRect rectOfRow(int row) const { return cellRect(m_cells.cellOfRow(row)); }

    // The cells one by one, 0 to cellCount() - 1, `columns()` of them in a line; in the viewport's coordinates.
    [[nodiscard]] int columns() const noexcept { return m_columns; }
    [[nodiscard]] QRect cellRect(int cell) const;
    [[nodiscard]] int cellAt(const QPoint &place) const; // -1: none
    [[nodiscard]] QString cellText(int cell) const;      // "Chunks 1,096–1,103: 7 changed, 1 verified"
    [[nodiscard]] int currentCell() const;               // -1: none
    [[nodiscard]] bool isSelected(int cell) const;
    // First and last cells, ascending, apart from each other.
    [[nodiscard]] QVector<std::pair<int, int>> selectedCells() const;
    void chooseCell(int cell, bool extend);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void fit(); // the whole chain without scrolling

Q_SIGNALS:
    void scaleChanged(); // rowsPerCell(), canZoomIn(), canZoomOut()

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Scale
    {
        int cellSize; // px
        int rowsPerCell;
    };
    struct Anchor // what stays in its place when the scale changes
    {
        int row;
        int y; // of its cell, in the viewport
    };

    [[nodiscard]] int pitch() const noexcept;
    [[nodiscard]] int lineOf(int cell) const noexcept { return cell / m_columns; }
    [[nodiscard]] int lines() const noexcept { return (m_cells.size() + m_columns - 1) / m_columns; }
    [[nodiscard]] int linesInView() const;
    [[nodiscard]] QRect rectOfCells(int first, int last) const;
    [[nodiscard]] int nearestCell(const QPoint &place) const;
    [[nodiscard]] CellMark markOf(int cell) const;

    // With which all of the chain has room; the viewport without its scroll bar has maximumViewportSize().
    [[nodiscard]] Scale fittingScale(QSize room) const;
    void layOut();
    void setScale(Scale scale);
    void zoomTo(int rowsPerCell, Anchor anchor);
    [[nodiscard]] Anchor anchor() const;
    void updateSizeHint();

    void rowsReset();
    void statesChanged(int firstRow, int lastRow);
    void stageChanged();
    void selectionChanged();
    bool moveByKey(const QKeyEvent &event);
    void showCell(int cell);
    void setHovered(int cell);
    void setFront(int row);
    void describe();

    QPointer<PackageSession> m_session;
    QPointer<RowSelection> m_selection;
    ChainCells m_cells;
    CellPixmaps m_pixmaps;
    int m_cellSize;
    int m_columns = 1;
    bool m_fitted = true;
    int m_front = -1;        // row that verification has come to
    int m_hovered = -1;      // cell
    int m_anchorRow = -1;    // where a stretch that is being chosen begins
    bool m_choosing = false; // the change of the choice is ours
    bool m_dragging = false;
    int m_wheel = 0; // eighths of a degree that were not enough for a step yet
    int m_hintedHeight = 0;
};

} // namespace streamdesk::ui
