// A JSON text laid out for people.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace streamdesk::json {

// `text` with one value a line and two spaces a level. Only white space outside of strings changes, so that order,
// spelling and what stands twice are as they were written. Stops after `most` bytes, between two characters of UTF-8.
// For text that a Document has parsed; any other comes out as some text.
[[nodiscard]] std::string indented(std::string_view text, std::size_t most);

} // namespace streamdesk::json
