// Which rows of a chain are chosen. Map, table and detail pane share one, so that a choice in one is a choice in all.
#pragma once

#include <QObject>
#include <QVector>

#include <utility>

namespace streamdesk::ui {

// GUI thread.
class RowSelection : public QObject
{
    Q_OBJECT

public:
    using Ranges = QVector<std::pair<int, int>>; // first and last row, ascending, apart from each other

    using QObject::QObject;

    // The row whose details are shown; -1 when there is none.
    [[nodiscard]] int current() const noexcept { return m_current; }
    [[nodiscard]] const Ranges &ranges() const noexcept { return m_ranges; }
    [[nodiscard]] bool contains(int row) const;
    [[nodiscard]] int count() const;

    // The only chosen row; -1 chooses nothing.
    void choose(int row) { choose(row, row < 0 ? Ranges() : Ranges{{row, row}}); }
    // `ranges` may come in any order and overlap.
    void choose(int current, Ranges ranges);

Q_SIGNALS:
    void changed();

private:
    int m_current = -1;
    Ranges m_ranges;
};

} // namespace streamdesk::ui
