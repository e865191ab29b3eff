// The lines of a chain as people see it: one for each envelope, and what is missing between them and behind them.
#pragma once

#include "core/package/package.h"

#include <QtGlobal>

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace streamdesk::ui {

enum class ChunkState : quint8 {
    NotChecked,
    Verified,
    Changed,     // a present chunk fails, in whatever way
    OtherSigner, // another key or another machine than the chain's first
    Missing,     // envelope or ciphertext is not here
};
inline constexpr int chunkStateCount = 5;

[[nodiscard]] constexpr bool needsAttention(ChunkState state)
{
    return state == ChunkState::Changed || state == ChunkState::OtherSigner || state == ChunkState::Missing;
}

struct ChunkRow
{
    static constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

    std::uint64_t first = 0; // index; with a missing stretch the first of it
    std::uint64_t last = 0;
    std::uint32_t position = nowhere; // in the package; nowhere: the envelope is missing

    [[nodiscard]] bool isHere() const noexcept { return position != nowhere; }
    [[nodiscard]] std::uint64_t count() const noexcept { return last - first + 1; }
    bool operator==(const ChunkRow &) const = default;
};

// Rows ascend by index. A gap of up to 10,000 chunks has a row for each, a larger one has a single row, so that an
// absurd index makes no absurd table. With a count from the manifest also what is missing at the end.
class ChunkRows
{
public:
    ChunkRows() = default;
    explicit ChunkRows(const package::Package &package);
    bool operator==(const ChunkRows &) const = default;

    [[nodiscard]] int size() const noexcept { return int(m_rows.size()); }
    [[nodiscard]] const ChunkRow &at(int row) const { return m_rows[std::size_t(row)]; }
    [[nodiscard]] int rowOfPosition(std::size_t position) const { return m_rowOfPosition[position]; }
    // The first row of those that touch first..last, and how many do. Several envelopes may claim one index.
    struct Span
    {
        int first;
        int count;
    };
    [[nodiscard]] Span touching(std::uint64_t first, std::uint64_t last) const;

private:
    void addGap(std::uint64_t first, std::uint64_t last);

    std::vector<ChunkRow> m_rows;
    std::vector<int> m_rowOfPosition;
};

} // namespace streamdesk::ui
