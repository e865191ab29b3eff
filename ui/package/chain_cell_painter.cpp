#include "ui/package/chain_cell_painter.h"

#include <QPainter>
#include <QPainterPath>

namespace streamdesk::ui {

namespace {

QColor mixed(const QColor &a, const QColor &b, float share)
{
    const auto mix = [share](float x, float y) { return x + (y - x) * share; };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

qreal radiusOf(const QRectF &rect)
{
    return rect.width() / 7;
}

QPainterPath rounded(const QRectF &rect, qreal radius)
{
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return path;
}

void paintHatching(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    painter.save();
    painter.setClipPath(rounded(rect, radiusOf(rect)));
    const qreal gap = rect.width() / 3;
    painter.setPen(QPen(colour, gap * 0.36));
    for (qreal x = -rect.width() + gap / 2; x < rect.width(); x += gap) {
        painter.drawLine(rect.topLeft() + QPointF(x, 0), rect.bottomLeft() + QPointF(x + rect.height(), 0));
    }
    painter.restore();
}

// Half of it is as expected, half is not.
void paintSplit(QPainter &painter, const QRectF &rect, const Colours &colours)
{
    painter.fillPath(rounded(rect, radiusOf(rect)), colours.brokenSoft);
    QPainterPath half;
    half.addPolygon(QPolygonF({rect.topRight(), rect.bottomRight(), rect.bottomLeft()}));
    half.closeSubpath();
    painter.fillPath(half.intersected(rounded(rect, radiusOf(rect))), colours.broken);
    painter.setPen(QPen(colours.broken, 1));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radiusOf(rect), radiusOf(rect));
}

void paintDashes(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    const qreal width = rect.width() < 20 ? 1.25 : 1.75;
    QPen pen(colour, width);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({2, 1.5});
    painter.setPen(pen);
    painter.drawRoundedRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2), radiusOf(rect),
                            radiusOf(rect));
}

void paintRing(QPainter &painter, const QRectF &cell, qreal outside, qreal width, const QColor &colour)
{
    const qreal to = outside - width / 2;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, width));
    painter.drawRoundedRect(cell.adjusted(-to, -to, to, to), radiusOf(cell) + to, radiusOf(cell) + to);
}

} // namespace

void paintCell(QPainter &painter, const QRectF &rect, ChunkState state, const Colours &colours)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    switch (state) {
    case ChunkState::Verified:
        painter.fillPath(rounded(rect, radiusOf(rect)), colours.intact);
        break;
    case ChunkState::NotChecked:
        painter.fillPath(rounded(rect, radiusOf(rect)), colours.notChecked);
        break;
    case ChunkState::Changed:
        painter.fillPath(rounded(rect, radiusOf(rect)), colours.broken);
        paintHatching(painter, rect,
                      mixed(colours.broken, colours.broken.lightness() < 90 ? Qt::white : Qt::black, 0.45F));
        break;
    case ChunkState::OtherSigner:
        paintSplit(painter, rect, colours);
        break;
    case ChunkState::Missing:
        paintDashes(painter, rect, colours.attention);
        break;
    }
}

void CellPixmaps::prepare(const Colours &colours, int cellSize, qreal devicePixelRatio)
{
    if (m_colours != &colours || m_cellSize != cellSize || m_devicePixelRatio != devicePixelRatio) {
        m_colours = &colours;
        m_cellSize = cellSize;
        m_devicePixelRatio = devicePixelRatio;
        m_pixmaps.clear();
    }
}

const QPixmap &CellPixmaps::pixmap(const CellLook &look)
{
    const int key = int(look.mark) * 2 * chunkStateCount + int(look.state) * 2 + int(look.isFront);
    const auto found = m_pixmaps.constFind(key);
    return found != m_pixmaps.constEnd() ? *found : *m_pixmaps.insert(key, paint(look));
}

QPixmap CellPixmaps::paint(const CellLook &look) const
{
    // Whole device pixels, also at 125 %: else every edge is a blur.
    const int ring = qRound(cellRing * m_devicePixelRatio);
    const int cell = qRound(m_cellSize * m_devicePixelRatio);
    QPixmap pixmap(cell + 2 * ring, cell + 2 * ring);
    pixmap.setDevicePixelRatio(m_devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const QRectF rect(ring / m_devicePixelRatio, ring / m_devicePixelRatio, cell / m_devicePixelRatio,
                      cell / m_devicePixelRatio);
    paintCell(painter, rect, look.state, *m_colours);
    if (look.isFront && look.state == ChunkState::NotChecked) {
        painter.fillPath(rounded(rect, radiusOf(rect)), mixed(m_colours->notChecked, m_colours->accent, 0.5F));
    }
    switch (look.mark) {
    case CellMark::None:
        break;
    case CellMark::Hovered:
        paintRing(painter, rect, 1.5, 1.5, m_colours->muted);
        break;
    case CellMark::Selected:
        paintRing(painter, rect, 2, 2, m_colours->accent);
        break;
    case CellMark::Current:
        paintRing(painter, rect, 2, 2, m_colours->text);
        break;
    case CellMark::Focused:
        paintRing(painter, rect, 0, 1.5, m_colours->panel);
        paintRing(painter, rect, 2, 2.5, m_colours->text);
        break;
    }
    return pixmap;
}

} // namespace streamdesk::ui
