#include "core/package/chunk_ranges.h"

#include "core/base/errors.h"
#include "core/base/text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace streamdesk::package {

std::vector<ChunkRange> parseRanges(std::string_view text)
{
    const auto refuse = [] {
        throw StreamValidationError(ErrorCode::InvalidRange, "must be numbers and ranges such as 0-9,12", "--chunks",
                                    "ranges");
    };
    std::vector<ChunkRange> ranges;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        const std::string_view part = trimmed(text.substr(at, comma - at));
        const std::size_t dash = part.find('-');
        const auto first = parseUnsigned(part.substr(0, dash));
        const auto last = dash == std::string_view::npos ? first : parseUnsigned(part.substr(dash + 1));
        if (!first || !last || *last < *first || *last == UINT64_MAX) {
            refuse();
        }
        ranges.push_back(ChunkRange{*first, *last});
        at = comma + 1;
    }
    return joinedRanges(std::move(ranges));
}

std::string describeRanges(const std::vector<ChunkRange> &ranges)
{
    std::string text;
    for (const ChunkRange &range : ranges) {
        text += text.empty() ? "" : ", ";
        text += std::to_string(range.first);
        if (range.last != range.first) {
            text += "–" + std::to_string(range.last);
        }
    }
    return text;
}

void appendToRanges(std::vector<ChunkRange> &ranges, std::uint64_t index)
{
    if (!ranges.empty() && ranges.back().last + 1 == index) {
        ranges.back().last = index;
    } else {
        ranges.push_back(ChunkRange{index, index});
    }
}

std::vector<ChunkRange> joinedRanges(std::vector<ChunkRange> ranges)
{
    std::sort(ranges.begin(), ranges.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<ChunkRange> joined;
    for (const ChunkRange &range : ranges) {
        if (!joined.empty() && range.first <= joined.back().last + 1) {
            joined.back().last = std::max(joined.back().last, range.last);
        } else {
            joined.push_back(range);
        }
    }
    return joined;
}

std::uint64_t chunksIn(const std::vector<ChunkRange> &ranges) noexcept
{
    std::uint64_t count = 0;
    for (const ChunkRange &range : ranges) {
        count += range.last - range.first + 1;
    }
    return count;
}

bool isIn(const std::vector<ChunkRange> &ranges, std::uint64_t index) noexcept
{
    const auto after =
        std::upper_bound(ranges.begin(), ranges.end(), index,
                         [](std::uint64_t value, const ChunkRange &range) { return value < range.first; });
    return after != ranges.begin() && index <= std::prev(after)->last;
}

} // namespace streamdesk::package
