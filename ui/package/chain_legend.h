// What the cells of the chain map mean, and how many chunks are in each state. Wraps where it is narrow.
#pragma once

#include "ui/package/chunk_rows.h"

#include <QWidget>

#include <array>
#include <vector>

namespace streamdesk::ui {

class ChainLegend : public QWidget
{
    Q_OBJECT

public:
    using Counts = std::array<quint64, chunkStateCount>;

    explicit ChainLegend(QWidget *parent = nullptr);

    // Only states that occur are shown. While `growing`, every number has room for all chunks, so that nothing moves.
    void setCounts(const Counts &counts, bool growing);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Entry
    {
        ChunkState state;
        QString text;
        int width; // px, with its swatch
    };

    [[nodiscard]] int lineHeight() const;
    // Where each entry begins when there is so much room.
    [[nodiscard]] std::vector<QPoint> places(int width) const;
    void measure();

    Counts m_counts{};
    bool m_growing = false;
    std::vector<Entry> m_entries;
};

} // namespace streamdesk::ui
