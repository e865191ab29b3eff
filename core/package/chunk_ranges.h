// Chunks as stretches: how they are typed, told and kept.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace streamdesk::package {

// A stretch of chunks, both ends included.
struct ChunkRange
{
    std::uint64_t first;
    std::uint64_t last;

    bool operator==(const ChunkRange &) const = default;
};

// "0-9,12" → ranges, sorted and joined. Throws StreamValidationError InvalidRange.
[[nodiscard]] std::vector<ChunkRange> parseRanges(std::string_view text);
// The other way: "0–9, 12", for people.
[[nodiscard]] std::string describeRanges(const std::vector<ChunkRange> &ranges);
// Adds one chunk behind all others.
void appendToRanges(std::vector<ChunkRange> &ranges, std::uint64_t index);

// Sorted, and those that touch or overlap made one. What is below wants ranges like that.
[[nodiscard]] std::vector<ChunkRange> joinedRanges(std::vector<ChunkRange> ranges);
[[nodiscard]] std::uint64_t chunksIn(const std::vector<ChunkRange> &ranges) noexcept;
[[nodiscard]] bool isIn(const std::vector<ChunkRange> &ranges, std::uint64_t index) noexcept;

} // namespace streamdesk::package
