// A chain cut into cells of equally many rows, each with the worst state in it. Kept up to date row by row, so that a
// million of them cost nothing at painting.
#pragma once

#include "ui/package/chunk_state_words.h"

#include <utility>
#include <vector>

namespace streamdesk::ui {

class PackageSession;

class ChainCells
{
public:
    // Reads all states anew. `session` must outlive the cells or be replaced; nullptr is a chain without rows.
    void reset(const PackageSession *session, int rowsPerCell);
    // Reads the states of these rows; returns the first and the last cell that hold them.
    std::pair<int, int> update(int firstRow, int lastRow);

    [[nodiscard]] int size() const noexcept { return int(m_states.size()); }
    [[nodiscard]] int rowsPerCell() const noexcept { return m_rowsPerCell; }
    [[nodiscard]] ChunkState state(int cell) const { return m_states[std::size_t(cell)]; }
    [[nodiscard]] int cellOfRow(int row) const noexcept { return row / m_rowsPerCell; }
    [[nodiscard]] int firstRow(int cell) const noexcept { return cell * m_rowsPerCell; }
    [[nodiscard]] int lastRow(int cell) const;
    // The first row in the cell's state.
    [[nodiscard]] int worstRow(int cell) const;
    // The next cell with a problem in the direction of `step` (1 or -1), round the end; -1 when there is none.
    [[nodiscard]] int nextProblem(int from, int step) const;

    // A missing stretch counts with all of its chunks.
    [[nodiscard]] StateCounts counts(int cell) const;

private:
    [[nodiscard]] ChunkState worstOf(int cell) const;

    const PackageSession *m_session = nullptr;
    int m_rowsPerCell = 1;
    std::vector<ChunkState> m_states;
};

} // namespace streamdesk::ui
