// Hex as the format writes and reads it (format.md, "Hex inputs").
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace streamdesk::crypto {

// Lower-case digits, no prefix.
[[nodiscard]] std::string toHex(std::span<const std::byte> bytes);
// Appends to `text` instead of making a new string.
void appendHex(std::string &text, std::span<const std::byte> bytes);

// Optional lower-case "0x", digits of either case, even length, not empty; decodes into `out`, which must have exactly
// the decoded length. False, with `out` unspecified, when `text` is anything else.
[[nodiscard]] bool decodeHex(std::string_view text, std::span<std::byte> out) noexcept;

// The number of bytes `text` stands for, or nothing when it is not hex as above.
[[nodiscard]] std::optional<std::size_t> hexLength(std::string_view text) noexcept;

// decodeHex() for a length known when compiling.
template <std::size_t N>
[[nodiscard]] std::optional<std::array<std::byte, N>> fromHex(std::string_view text) noexcept
{
    std::array<std::byte, N> bytes;
    return decodeHex(text, bytes) ? std::optional(bytes) : std::nullopt;
}

} // namespace streamdesk::crypto
