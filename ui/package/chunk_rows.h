// The lines of a chain as people see it: one for each envelope, and what is missing between them and behind them.
#pragma once

#include "core/package/chunk_index.h"

#include <QtGlobal>

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
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

// Rows ascend by index. A gap of up to 10,000 chunks has a row for each, a larger one has a single row, and so has
// every gap behind a million missing chunks, so that absurd indices make no absurd table. With a count from the
// manifest also what is missing at the end. Made in a job, then only read, from any thread.
class ChunkRows
{
public:
    ChunkRows() : m_index(std::make_shared<const package::ChunkIndex>()) {}
    explicit ChunkRows(std::shared_ptr<const package::ChunkIndex> index);

    [[nodiscard]] int size() const noexcept { return int(m_rows.size()); }
    [[nodiscard]] const ChunkRow &at(int row) const { return m_rows[std::size_t(row)]; }
    [[nodiscard]] int rowOfPosition(std::size_t position) const { return m_rowOfPosition[position]; }
    // Where the rows are from: what is known of the chunk at a row's position.
    [[nodiscard]] const package::ChunkIndex &index() const noexcept { return *m_index; }
    // The same chunks in the same rows, whatever is known of them.
    [[nodiscard]] bool hasSameRows(const ChunkRows &other) const { return m_rows == other.m_rows; }
    // The first row of those that touch first..last, and how many do. Several envelopes may claim one index.
    struct Span
    {
        int first;
        int count;
    };
    [[nodiscard]] Span touching(std::uint64_t first, std::uint64_t last) const;
    // Where several envelopes claim one index: the row of the one that this envelope's or ciphertext's name belongs to.
    [[nodiscard]] std::optional<int> rowOfTwin(const std::string &file) const;

private:
    void addGap(std::uint64_t first, std::uint64_t last);
    void noteTwins();

    std::shared_ptr<const package::ChunkIndex> m_index;
    std::vector<ChunkRow> m_rows;
    std::vector<int> m_rowOfPosition;
    std::unordered_map<std::string, int> m_twins; // rows by their files' names
    std::uint64_t m_listedMissing = 0;
};

// The state of each row, and how many chunks are in each; missing stretches count with all their chunks.
class RowStates
{
public:
    RowStates() = default;
    // As it is before anything was checked.
    explicit RowStates(const ChunkRows &rows);

    [[nodiscard]] int size() const noexcept { return int(m_states.size()); }
    [[nodiscard]] ChunkState at(int row) const { return m_states[std::size_t(row)]; }
    [[nodiscard]] std::uint64_t count(ChunkState state) const { return m_counts[std::size_t(state)]; }
    // `rows` are those that it was made of.
    void set(const ChunkRows &rows, int row, ChunkState state);

private:
    std::vector<ChunkState> m_states;
    std::array<std::uint64_t, chunkStateCount> m_counts{};
};

} // namespace streamdesk::ui
