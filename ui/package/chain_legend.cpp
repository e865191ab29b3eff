#include "ui/package/chain_legend.h"

#include "ui/package/chain_cell_painter.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <numeric>

namespace streamdesk::ui {

namespace {

constexpr int swatchSize = 12; // px
constexpr int swatchGap = 6;
constexpr int entryGap = 14;

} // namespace

ChainLegend::ChainLegend(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Chunks by state"));
}

void ChainLegend::setCounts(const StateCounts &counts, bool growing)
{
    m_counts = counts;
    m_growing = growing;
    measure();
}

void ChainLegend::measure()
{
    const auto widths = [this] {
        std::vector<int> list;
        for (const Entry &entry : m_entries) {
            list.push_back(entry.width);
        }
        return list;
    };
    const std::vector<int> before = widths();
    const quint64 all = std::accumulate(m_counts.begin(), m_counts.end(), quint64(0));
    m_entries.clear();
    for (const ChunkState state : statesToTell) {
        const quint64 count = m_counts[std::size_t(state)];
        if (count > 0 || (m_growing && state == ChunkState::Verified)) {
            const QString text = countedState(count, state);
            const QString widest = m_growing ? countedState(all, state) : text;
            m_entries.push_back({.state = state,
                                 .text = text,
                                 .width = swatchSize + swatchGap + fontMetrics().horizontalAdvance(widest)});
        }
    }
    if (widths() != before) {
        updateGeometry();
    }
    if (!m_growing) { // nobody wants to hear each number on the way
        setAccessibleDescription(countedStates(m_counts));
    }
    update();
}

int ChainLegend::lineHeight() const
{
    return std::max(fontMetrics().height(), swatchSize) + 4;
}

std::vector<QPoint> ChainLegend::places(int width) const
{
    std::vector<QPoint> list;
    QPoint at;
    for (const Entry &entry : m_entries) {
        if (at.x() > 0 && at.x() + entry.width > width) {
            at = QPoint(0, at.y() + lineHeight());
        }
        list.push_back(at);
        at.rx() += entry.width + entryGap;
    }
    return list;
}

QSize ChainLegend::sizeHint() const
{
    int width = 0;
    for (const Entry &entry : m_entries) {
        width += entry.width + entryGap;
    }
    return {std::max(0, width - entryGap), lineHeight()};
}

QSize ChainLegend::minimumSizeHint() const
{
    int width = 0;
    for (const Entry &entry : m_entries) {
        width = std::max(width, entry.width);
    }
    return {width, lineHeight()};
}

int ChainLegend::heightForWidth(int width) const
{
    return m_entries.empty() ? lineHeight() : places(width).back().y() + lineHeight();
}

void ChainLegend::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursFor(palette());
    QPainter painter(this);
    const std::vector<QPoint> where = places(width());
    const int above = (height() - heightForWidth(width())) / 2;
    painter.translate(0, above);
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        const QRect all =
            QStyle::visualRect(layoutDirection(), rect(), QRect(where[i], QSize(entry.width, lineHeight())));
        const QRect swatch = QStyle::alignedRect(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter,
                                                 QSize(swatchSize, swatchSize), all);
        paintCell(painter, swatch, entry.state, colours);
        painter.setPen(colours.muted);
        const QRect text = QStyle::visualRect(layoutDirection(), all, all.adjusted(swatchSize + swatchGap, 0, 0, 0));
        painter.drawText(text, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading) | Qt::AlignVCenter),
                         entry.text);
    }
}

void ChainLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        measure();
    }
    QWidget::changeEvent(event);
}

} // namespace streamdesk::ui
