#include "ui/package/row_findings.h"

#include <algorithm>

namespace streamdesk::ui {

namespace {

constexpr int mostUnnamedTwins = 16; // rows of one index that a finding without a file is shown at

} // namespace

RowFindings::RowFindings(Findings findings, const ChunkRows &rows) : m_findings(std::move(findings))
{
    m_byRow.reserve(m_findings->size());
    for (std::uint32_t finding = 0; finding < m_findings->size(); ++finding) {
        add(finding, rows);
    }
    std::sort(m_byRow.begin(), m_byRow.end());
}

void RowFindings::add(std::uint32_t finding, const ChunkRows &rows)
{
    const stream::Finding &said = (*m_findings)[finding];
    if (!said.index) {
        return;
    }
    ChunkRows::Span span = rows.touching(*said.index, said.last);
    if (said.last == *said.index && span.count > 1) {
        if (const auto named = rows.rowOfTwin(said.file)) {
            span = {.first = *named, .count = 1};
        }
        span.count = std::min(span.count, mostUnnamedTwins);
    }
    for (int row = span.first; row < span.first + span.count; ++row) {
        m_byRow.emplace_back(row, finding);
    }
}

void RowFindings::addTo(QVector<const stream::Finding *> &list, int row) const
{
    if (m_byRow.empty() || row < m_byRow.front().first || row > m_byRow.back().first) {
        return;
    }
    for (auto said = std::lower_bound(m_byRow.begin(), m_byRow.end(), std::pair(row, std::uint32_t{0}));
         said != m_byRow.end() && said->first == row; ++said) {
        list.append(&(*m_findings)[said->second]);
    }
}

QVector<const stream::Finding *> findingsAt(const FindingBatches &batches, int row)
{
    QVector<const stream::Finding *> list;
    for (const auto &batch : batches) {
        batch->addTo(list, row);
    }
    std::stable_sort(list.begin(), list.end(), [](const stream::Finding *a, const stream::Finding *b) {
        return gravityOf(a->code) < gravityOf(b->code);
    });
    return list;
}

} // namespace streamdesk::ui
