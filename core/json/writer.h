// JSON as the reference writes it: ASCII with \uXXXX escapes, either indented by two spaces or without white space
// (format.md, "Hex inputs"; Python's json.dumps). The caller keeps the calls balanced.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace streamdesk::json {

// Appends `text` with its quotes. `text` is UTF-8.
void appendQuoted(std::string &out, std::string_view text);

// Appends the escape sequence of one code point: the two-character one where JSON has it, else \uXXXX, of which those
// beyond U+FFFF take two.
void appendEscaped(std::string &out, char32_t point);

class Writer
{
public:
    enum class Style { Pretty, Compact };

    // Appends to `out`, which must outlive the writer.
    Writer(std::string &out, Style style) : m_out(out), m_style(style) {}

    Writer &beginObject() { return begin('{'); }
    Writer &endObject() { return end('}'); }
    Writer &beginArray() { return begin('['); }
    Writer &endArray() { return end(']'); }
    Writer &key(std::string_view name);
    Writer &string(std::string_view text);
    Writer &number(std::uint64_t value);
    // As RFC 8259 spells it.
    Writer &number(std::string_view spelling);
    Writer &boolean(bool value);
    Writer &null();

    // A member in one call.
    Writer &member(std::string_view name, std::string_view text) { return key(name).string(text); }
    Writer &member(std::string_view name, const char *text) { return key(name).string(text); }
    Writer &member(std::string_view name, std::uint64_t value) { return key(name).number(value); }
    Writer &member(std::string_view name, bool value) { return key(name).boolean(value); }
    // null when there is none.
    Writer &member(std::string_view name, const std::optional<std::string> &text)
    {
        return text ? member(name, std::string_view(*text)) : key(name).null();
    }
    Writer &member(std::string_view name, const std::string &text) { return member(name, std::string_view(text)); }

private:
    Writer &begin(char bracket);
    Writer &end(char bracket);
    Writer &raw(std::string_view text);
    void beforeValue();
    void newLine();

    std::string &m_out;
    Style m_style;
    unsigned m_depth = 0;
    bool m_empty = true; // nothing stands yet in the innermost object or array
    bool m_afterKey = false;
};

} // namespace streamdesk::json
