#include "ui/package/chunk_rows.h"

#include <algorithm>

namespace streamdesk::ui {

namespace {

constexpr std::uint64_t largestListedGap = 10'000;

} // namespace

ChunkRows::ChunkRows(const package::Package &package)
{
    m_rows.reserve(package.count());
    m_rowOfPosition.reserve(package.count());
    std::uint64_t expected = 0;
    for (std::size_t position = 0; position < package.count(); ++position) {
        const std::uint64_t index = package.index(position);
        if (index > expected) {
            addGap(expected, index - 1);
        }
        m_rowOfPosition.push_back(size());
        m_rows.push_back(ChunkRow{.first = index, .last = index, .position = std::uint32_t(position)});
        expected = std::max(expected, index + 1);
    }
    const auto &manifest = package.manifest().manifest;
    if (manifest && manifest->totalChunks && *manifest->totalChunks > expected) {
        addGap(expected, *manifest->totalChunks - 1);
    }
}

void ChunkRows::addGap(std::uint64_t first, std::uint64_t last)
{
    if (last - first < largestListedGap) {
        for (std::uint64_t index = first; index <= last; ++index) {
            m_rows.push_back(ChunkRow{.first = index, .last = index});
        }
    } else {
        m_rows.push_back(ChunkRow{.first = first, .last = last});
    }
}

ChunkRows::Span ChunkRows::touching(std::uint64_t first, std::uint64_t last) const
{
    const auto begin = std::lower_bound(m_rows.begin(), m_rows.end(), first,
                                        [](const ChunkRow &row, std::uint64_t index) { return row.last < index; });
    const auto end = std::upper_bound(begin, m_rows.end(), last,
                                      [](std::uint64_t index, const ChunkRow &row) { return index < row.first; });
    return {int(begin - m_rows.begin()), int(end - begin)};
}

} // namespace streamdesk::ui
