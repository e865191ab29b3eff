// How a cell of the chain map looks: every state has a texture or an outline of its own, not only a colour.
#pragma once

#include "ui/package/chunk_rows.h"
#include "ui/theme/colours.h"

#include <QHash>
#include <QPixmap>

class QPainter;

namespace streamdesk::ui {

inline constexpr int cellRing = 2; // px around a cell that its outline may take

enum class CellMark { None, Hovered, Selected, Current, Focused };

struct CellLook
{
    ChunkState state = ChunkState::NotChecked;
    bool isFront = false; // verification is just here
    CellMark mark = CellMark::None;
};

// Into a square of `rect`, without a mark; also for legends.
void paintCell(QPainter &painter, const QRectF &rect, ChunkState state, const Colours &colours);

// Cells of one size, each look painted once and kept. GUI thread.
class CellPixmaps
{
public:
    // Forgets all when anything differs from the last time. `cellSize` in px.
    void prepare(const Colours &colours, int cellSize, qreal devicePixelRatio);
    // With the ring around it: 2 · cellRing wider and higher than the cell.
    [[nodiscard]] const QPixmap &pixmap(const CellLook &look);

private:
    [[nodiscard]] QPixmap paint(const CellLook &look) const;

    const Colours *m_colours = nullptr;
    int m_cellSize = 0;
    qreal m_devicePixelRatio = 0;
    QHash<int, QPixmap> m_pixmaps;
};

} // namespace streamdesk::ui
