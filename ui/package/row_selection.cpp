#include "ui/package/row_selection.h"

#include <algorithm>

namespace streamdesk::ui {

bool RowSelection::contains(int row) const
{
    const auto after = std::upper_bound(m_ranges.begin(), m_ranges.end(), row,
                                        [](int value, const auto &range) { return value < range.first; });
    return after != m_ranges.begin() && row <= std::prev(after)->second;
}

int RowSelection::count() const
{
    int count = 0;
    for (const auto &[first, last] : m_ranges) {
        count += last - first + 1;
    }
    return count;
}

void RowSelection::choose(int current, Ranges ranges)
{
    std::sort(ranges.begin(), ranges.end());
    Ranges joined;
    for (const auto &range : ranges) {
        if (!joined.isEmpty() && range.first <= joined.back().second + 1) {
            joined.back().second = std::max(joined.back().second, range.second);
        } else {
            joined.append(range);
        }
    }
    if (current != m_current || joined != m_ranges) {
        m_current = current;
        m_ranges = std::move(joined);
        Q_EMIT changed();
    }
}

} // namespace streamdesk::ui
