// Which rows of a chain a table shows, and in which order: computed from a chain as it was at one moment, in any
// thread.
#pragma once

#include "core/jobs/job.h"
#include "ui/package/chunk_rows.h"
#include "ui/package/row_findings.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace streamdesk::ui {

// States as a set.
class ChunkStates
{
public:
    static constexpr ChunkStates all() { return ChunkStates((1U << unsigned(chunkStateCount)) - 1); }
    // What needs attention.
    static constexpr ChunkStates problems()
    {
        ChunkStates states;
        for (int state = 0; state < chunkStateCount; ++state) {
            states.set(ChunkState(state), needsAttention(ChunkState(state)));
        }
        return states;
    }

    constexpr ChunkStates() = default;
    [[nodiscard]] constexpr bool contains(ChunkState state) const { return (m_bits & bit(state)) != 0; }
    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }
    constexpr void set(ChunkState state, bool in) { m_bits = in ? m_bits | bit(state) : m_bits & ~bit(state); }
    constexpr bool operator==(const ChunkStates &) const = default;

private:
    explicit constexpr ChunkStates(unsigned bits) : m_bits(bits) {}
    static constexpr unsigned bit(ChunkState state) { return 1U << unsigned(state); }

    unsigned m_bits = 0;
};

// A chain as it was at one moment. A copy of its states, some bytes a row; the rest is shared.
struct ChainSnapshot
{
    std::shared_ptr<const ChunkRows> rows;
    RowStates states;
    FindingBatches findings;
};

// What is asked for: a text, states, and an order.
class ChunkQuery
{
public:
    // A number ("1097", "1,097"), a range ("1097-1103"), or part of an id, a file's name, a state or a finding. Reads
    // them as the locale of the moment writes them.
    void setText(const QString &text);
    [[nodiscard]] const QString &text() const noexcept { return m_text; }
    void setStates(ChunkStates states) { m_states = states; }
    [[nodiscard]] ChunkStates states() const noexcept { return m_states; }
    // `column` is one of ChunkModel's.
    void setOrder(int column, Qt::SortOrder order);
    [[nodiscard]] int column() const noexcept { return m_column; }
    [[nodiscard]] Qt::SortOrder order() const noexcept { return m_order; }

    [[nodiscard]] bool acceptsAll() const { return m_states == ChunkStates::all() && m_needle.isEmpty(); }
    [[nodiscard]] bool keepsOrder() const; // of the rows
    // Whether the answer is another one when states or findings change.
    [[nodiscard]] bool dependsOnStates() const;

    // Rows in the order in which they are to be shown: some 30 ns a row without a text and some 500 with one. Throws
    // Stopped.
    [[nodiscard]] std::vector<int> choose(const ChainSnapshot &chain, const jobs::JobControl &control) const;

private:
    struct Numbers
    {
        std::uint64_t first;
        std::uint64_t last;
    };
    class Acceptance;

    [[nodiscard]] bool acceptsNumber(const ChunkRow &chunk) const;
    void sort(std::vector<int> &rows, const ChainSnapshot &chain, const jobs::JobControl &control) const;

    QString m_text;
    QString m_needle;                 // lower case
    std::string m_needleUtf8;         // the same
    ChunkStates m_statesNamed;        // whose names contain it
    std::optional<Numbers> m_numbers; // a range that was asked for
    bool m_isNumber = false;          // m_needle is the beginning of a chunk's number
    ChunkStates m_states = ChunkStates::all();
    int m_column = 0;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace streamdesk::ui
