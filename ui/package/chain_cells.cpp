#include "ui/package/chain_cells.h"

#include "ui/package/package_session.h"

#include <algorithm>

namespace streamdesk::ui {

namespace {

// What is not checked outweighs what is verified: a cell is green only when all of it is.
int weight(ChunkState state)
{
    switch (state) {
    case ChunkState::Verified:
        return 0;
    case ChunkState::NotChecked:
        return 1;
    case ChunkState::Missing:
        return 2;
    case ChunkState::OtherSigner:
        return 3;
    case ChunkState::Changed:
        return 4;
    }
    return 0;
}

} // namespace

void ChainCells::reset(const PackageSession *session, int rowsPerCell)
{
    m_session = session;
    m_rowsPerCell = std::max(1, rowsPerCell);
    const int rows = session ? session->rows().size() : 0;
    const int cells = rows / m_rowsPerCell + (rows % m_rowsPerCell > 0 ? 1 : 0);
    m_states.resize(std::size_t(cells));
    if (rows > 0) {
        update(0, rows - 1);
    }
}

std::pair<int, int> ChainCells::update(int firstRow, int lastRow)
{
    const int first = cellOfRow(firstRow);
    const int last = cellOfRow(lastRow);
    for (int cell = first; cell <= last; ++cell) {
        m_states[std::size_t(cell)] = worstOf(cell);
    }
    return {first, last};
}

int ChainCells::lastRow(int cell) const
{
    return std::min(firstRow(cell) + m_rowsPerCell, m_session->rows().size()) - 1;
}

ChunkState ChainCells::worstOf(int cell) const
{
    ChunkState worst = ChunkState::Verified;
    const int last = lastRow(cell);
    for (int row = firstRow(cell); row <= last; ++row) {
        const ChunkState state = m_session->state(row);
        if (weight(state) > weight(worst)) {
            worst = state;
        }
    }
    return worst;
}

int ChainCells::worstRow(int cell) const
{
    int row = firstRow(cell);
    while (row < lastRow(cell) && m_session->state(row) != state(cell)) {
        ++row;
    }
    return row;
}

int ChainCells::nextProblem(int from, int step) const
{
    for (int i = 1; i <= size(); ++i) {
        const int cell = ((from + i * step) % size() + size()) % size();
        if (needsAttention(state(cell))) {
            return cell;
        }
    }
    return -1;
}

StateCounts ChainCells::counts(int cell) const
{
    StateCounts counts{};
    const int last = lastRow(cell);
    for (int row = firstRow(cell); row <= last; ++row) {
        counts[std::size_t(m_session->state(row))] += m_session->rows().at(row).count();
    }
    return counts;
}

} // namespace streamdesk::ui
