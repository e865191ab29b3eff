#include "layout.h"

#include <algorithm>

namespace streamdesk::cli {

namespace {

struct Character
{
    std::size_t bytes;
    std::size_t columns;
};

std::size_t columnsOf(char32_t c)
{
    const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    if (within(0x300, 0x36F) || within(0x200B, 0x200D) || within(0x20D0, 0x20FF) || within(0xFE00, 0xFE0F)
        || within(0xFE20, 0xFE2F)) {
        return 0;
    }
    const bool wide = within(0x1100, 0x115F) || within(0x2E80, 0xA4CF) || within(0xA960, 0xA97F)
                      || within(0xAC00, 0xD7A3) || within(0xF900, 0xFAFF) || within(0xFE30, 0xFE6F)
                      || within(0xFF00, 0xFF60) || within(0xFFE0, 0xFFE6) || within(0x1F000, 0x1FAFF)
                      || within(0x20000, 0x3FFFD);
    return wide ? 2 : 1;
}

// The first character of text that is not empty; a byte that is no UTF-8 counts as one.
Character firstOf(std::string_view text)
{
    const auto byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    std::size_t length = 1;
    char32_t value = byte(0);
    if (value >= 0xC0) {
        length = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2;
        value &= 0xFFU >> (length + 1);
    }
    if (length > text.size()) {
        return Character{.bytes = 1, .columns = 1};
    }
    for (std::size_t at = 1; at < length; ++at) {
        value = (value << 6U) | (byte(at) & 0x3FU);
    }
    return Character{.bytes = length, .columns = columnsOf(value)};
}

// How many bytes of the text fit into `width` columns; at least one character.
std::size_t fitting(std::string_view text, std::size_t width)
{
    std::size_t bytes = 0;
    for (std::size_t columns = 0; bytes < text.size();) {
        const Character next = firstOf(text.substr(bytes));
        columns += next.columns;
        if (columns > width && bytes > 0) {
            break;
        }
        bytes += next.bytes;
    }
    return bytes;
}

} // namespace

std::size_t displayWidth(std::string_view text)
{
    std::size_t columns = 0;
    while (!text.empty()) {
        const Character next = firstOf(text);
        columns += next.columns;
        text.remove_prefix(next.bytes);
    }
    return columns;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width)
{
    std::vector<std::string> lines;
    do {
        std::size_t end = fitting(text, std::max<std::size_t>(width, 1));
        std::size_t next = end;
        if (end < text.size()) {
            // A word that is longer than a line breaks where the line ends.
            if (const std::size_t space = text.rfind(' ', end); space != std::string_view::npos && space > 0) {
                end = space;
                next = space + 1;
            }
        }
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(next);
    } while (!text.empty());
    return lines;
}

std::string shortened(std::string_view text, std::size_t width, std::string_view mark)
{
    if (text.size() <= width || displayWidth(text) <= width) {
        return std::string(text);
    }
    const std::size_t room = width - std::min(width, displayWidth(mark));
    std::string result(room == 0 ? std::string_view() : text.substr(0, fitting(text, room)));
    result += mark;
    return result;
}

std::string alignedLeft(std::string_view text, std::size_t width)
{
    return std::string(text) + std::string(width - std::min(width, displayWidth(text)), ' ');
}

std::string alignedRight(std::string_view text, std::size_t width)
{
    return std::string(width - std::min(width, displayWidth(text)), ' ') + std::string(text);
}

} // namespace streamdesk::cli
