#include "core/json/indented.h"

#include <algorithm>

namespace streamdesk::json {

namespace {

constexpr std::string_view whiteSpace = " \t\r\n";

// One past the end of the string that begins at `at`.
std::size_t endOfString(std::string_view text, std::size_t at)
{
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\') {
            ++at;
        }
    }
    return at < text.size() ? at + 1 : text.size();
}

std::size_t skipWhiteSpace(std::string_view text, std::size_t at)
{
    const std::size_t next = text.find_first_not_of(whiteSpace, at);
    return next == std::string_view::npos ? text.size() : next;
}

void cut(std::string &text, std::size_t most)
{
    if (text.size() > most) {
        std::size_t end = most;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        text.resize(end);
    }
}

} // namespace

std::string indented(std::string_view text, std::size_t most)
{
    std::string out;
    std::size_t depth = 0;
    const auto newLine = [&] { out.append(1, '\n').append(depth * 2, ' '); };
    for (std::size_t at = skipWhiteSpace(text, 0); at < text.size() && out.size() <= most;
         at = skipWhiteSpace(text, at)) {
        const char c = text[at];
        if (c == '"') {
            const std::size_t end = endOfString(text, at);
            out += text.substr(at, std::min(end - at, most + 1)); // no more of a long string than is wanted
            at = end;
            continue;
        }
        ++at;
        if (c == '{' || c == '[') {
            out += c;
            const std::size_t next = skipWhiteSpace(text, at);
            if (next < text.size() && (text[next] == '}' || text[next] == ']')) {
                out += text[next];
                at = next + 1;
            } else {
                ++depth;
                newLine();
            }
        } else if (c == '}' || c == ']') {
            depth -= depth > 0 ? 1 : 0;
            newLine();
            out += c;
        } else {
            out += c;
            if (c == ',') {
                newLine();
            } else if (c == ':') {
                out += ' ';
            }
        }
    }
    cut(out, most);
    return out;
}

} // namespace streamdesk::json
