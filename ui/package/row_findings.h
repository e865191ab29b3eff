// What was found, by the rows of which it is said.
#pragma once

#include "core/stream/finding.h"
#include "ui/package/chunk_rows.h"

#include <QVector>

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace streamdesk::ui {

// Made in a job, then only read, from any thread.
class RowFindings
{
public:
    using Findings = std::shared_ptr<const std::vector<stream::Finding>>;

    // A finding is at every row that its chunks touch; where several envelopes claim one index, at the one whose file
    // it names, else at the first of them.
    RowFindings(Findings findings, const ChunkRows &rows);

    [[nodiscard]] const std::vector<stream::Finding> &all() const noexcept { return *m_findings; }
    // Appends those of this row, in their order.
    void addTo(QVector<const stream::Finding *> &list, int row) const;

private:
    void add(std::uint32_t finding, const ChunkRows &rows);

    Findings m_findings;
    std::vector<std::pair<int, std::uint32_t>> m_byRow; // row and finding, ascending
};

// One after the other as they came while a verification runs, one when it has ended.
using FindingBatches = std::vector<std::shared_ptr<const RowFindings>>;

// What is said of a row, the gravest first; lives as long as the batches.
[[nodiscard]] QVector<const stream::Finding *> findingsAt(const FindingBatches &batches, int row);

} // namespace streamdesk::ui
