// Small rules about text that several rooms share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace streamdesk {

// True when `text` is well-formed UTF-8 (no overlong forms, no surrogates, nothing above U+10FFFF).
[[nodiscard]] bool isUtf8(std::string_view text) noexcept;

// `text` without white space at both ends, as Python's str.strip() sees it for UTF-8 (format.md, Verifying a chain:
// "machineDid and keyId not blank").
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

// At most the first `most` bytes of UTF-8 text, cut between two characters and with "…" behind them; all of it when it
// is no longer.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);

// Digits only, no sign, no leading or trailing text; nothing when it does not fit.
[[nodiscard]] std::optional<std::uint64_t> parseUnsigned(std::string_view digits) noexcept;

// Text from outside for one line of a terminal or a log: what would steer it (control characters, line separators,
// marks that turn the direction of writing) and bytes that are not UTF-8 become question marks.
[[nodiscard]] std::string printable(std::string_view text);

// A path as UTF-8 for messages and JSON; bytes that are not UTF-8 are replaced.
[[nodiscard]] std::string displayPath(const std::filesystem::path &path);
// UTF-8 text as a path.
[[nodiscard]] std::filesystem::path pathFromUtf8(std::string_view text);

} // namespace streamdesk
