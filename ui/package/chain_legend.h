// What the cells of the chain map mean, and how many chunks are in each state. Wraps where it is narrow.
#pragma once

#include "ui/package/chunk_state_words.h"

#include <QWidget>

#include <vector>

namespace streamdesk::ui {

class ChainLegend : public QWidget
{
    Q_OBJECT

public:
    explicit ChainLegend(QWidget *parent = nullptr);

    // Only states that occur are shown. While `growing`, every number has room for all chunks, so that nothing moves.
    void setCounts(const StateCounts &counts, bool growing);

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

    StateCounts m_counts{};
    bool m_growing = false;
    std::vector<Entry> m_entries;
};

} // namespace streamdesk::ui
