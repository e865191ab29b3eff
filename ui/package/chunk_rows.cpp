#include "ui/package/chunk_rows.h"

#include <algorithm>

namespace streamdesk::ui {

namespace {

constexpr std::uint64_t largestListedGap = 10'000;
constexpr std::uint64_t mostListedMissing = 1'000'000;

} // namespace

ChunkRows::ChunkRows(std::shared_ptr<const package::ChunkIndex> index) : m_index(std::move(index))
{
    m_rows.reserve(m_index->count());
    m_rowOfPosition.reserve(m_index->count());
    std::uint64_t expected = 0;
    for (std::size_t position = 0; position < m_index->count(); ++position) {
        const std::uint64_t chunk = m_index->index(position);
        if (chunk > expected) {
            addGap(expected, chunk - 1);
        }
        m_rowOfPosition.push_back(size());
        m_rows.push_back(ChunkRow{.first = chunk, .last = chunk, .position = std::uint32_t(position)});
        expected = std::max(expected, chunk + 1);
    }
    if (m_index->totalChunks().value_or(0) > expected) {
        addGap(expected, *m_index->totalChunks() - 1);
    }
    noteTwins();
}

void ChunkRows::addGap(std::uint64_t first, std::uint64_t last)
{
    if (last - first < largestListedGap && m_listedMissing + (last - first) < mostListedMissing) {
        m_listedMissing += last - first + 1;
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

void ChunkRows::noteTwins()
{
    for (int row = 0; row < size(); ++row) {
        const ChunkRow &chunk = at(row);
        const bool hasTwin =
            (row > 0 && at(row - 1).first == chunk.first) || (row + 1 < size() && at(row + 1).first == chunk.first);
        if (hasTwin && chunk.isHere()) {
            m_twins.emplace(m_index->envelopeName(chunk.position), row);
            if (m_index->hasCiphertext(chunk.position)) {
                m_twins.emplace(m_index->ciphertextName(chunk.position), row);
            }
        }
    }
}

std::optional<int> ChunkRows::rowOfTwin(const std::string &file) const
{
    const auto named = m_twins.find(file);
    return named == m_twins.end() ? std::nullopt : std::optional(named->second);
}

RowStates::RowStates(const ChunkRows &rows)
{
    m_states.reserve(std::size_t(rows.size()));
    for (int row = 0; row < rows.size(); ++row) {
        m_states.push_back(rows.at(row).isHere() ? ChunkState::NotChecked : ChunkState::Missing);
        m_counts[std::size_t(m_states.back())] += rows.at(row).count();
    }
}

void RowStates::set(const ChunkRows &rows, int row, ChunkState state)
{
    ChunkState &now = m_states[std::size_t(row)];
    const std::uint64_t chunks = rows.at(row).count();
    m_counts[std::size_t(now)] -= chunks;
    m_counts[std::size_t(state)] += chunks;
    now = state;
}

} // namespace streamdesk::ui
