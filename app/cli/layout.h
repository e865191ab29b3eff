// Text in columns on a terminal: how wide it is, where it breaks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace streamdesk::cli {

inline constexpr std::size_t usualWidth = 80;

// Columns that printable UTF-8 text takes: two for the wide characters of East Asia and for pictures, none for marks
// that combine with the character before them.
[[nodiscard]] std::size_t displayWidth(std::string_view text);

// Breaks text into lines of at most `width` columns (at least 1), between words where there are any, else inside them.
// Empty text is one empty line.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

// As much of the text as fits into `width` columns, with `mark` at its end when that is not all.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width, std::string_view mark);

// With blanks to `width` columns, before (right) or behind (left).
[[nodiscard]] std::string alignedLeft(std::string_view text, std::size_t width);
[[nodiscard]] std::string alignedRight(std::string_view text, std::size_t width);

} // namespace streamdesk::cli
