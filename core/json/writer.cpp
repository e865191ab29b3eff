#include "core/json/writer.h"

namespace streamdesk::json {

namespace {

// Decodes the code point at `at` of well-formed UTF-8 and moves `at` behind it.
char32_t nextCodePoint(std::string_view text, std::size_t &at)
{
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) {
        return lead;
    }
    const unsigned more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    char32_t point = lead & (0x3FU >> more);
    for (unsigned i = 0; i < more && at < text.size(); ++i) {
        point = (point << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    }
    return point;
}

void appendUnit(std::string &out, char32_t unit)
{
    constexpr std::string_view digits = "0123456789abcdef";
    out += "\\u";
    for (const unsigned shift : {12U, 8U, 4U, 0U}) {
        out += digits[(unit >> shift) & 0xFU];
    }
}

} // namespace

void appendEscaped(std::string &out, char32_t point)
{
    switch (point) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    case '\f':
        out += "\\f";
        break;
    case '\b':
        out += "\\b";
        break;
    default:
        if (point < 0x10000) {
            appendUnit(out, point);
        } else {
            appendUnit(out, 0xD800 + ((point - 0x10000) >> 10U));
            appendUnit(out, 0xDC00 + ((point - 0x10000) & 0x3FFU));
        }
    }
}

void appendQuoted(std::string &out, std::string_view text)
{
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const char32_t point = nextCodePoint(text, at);
        if (point >= 0x20 && point < 0x7F && point != '"' && point != '\\') {
            out += static_cast<char>(point);
        } else {
            appendEscaped(out, point);
        }
    }
    out += '"';
}

Writer &Writer::key(std::string_view name)
{
    beforeValue();
    appendQuoted(m_out, name);
    m_out += m_style == Style::Pretty ? ": " : ":";
    m_afterKey = true;
    return *this;
}

Writer &Writer::string(std::string_view text)
{
    beforeValue();
    appendQuoted(m_out, text);
    return *this;
}

Writer &Writer::number(std::uint64_t value)
{
    return raw(std::to_string(value));
}

Writer &Writer::number(std::string_view spelling)
{
    return raw(spelling);
}

Writer &Writer::boolean(bool value)
{
    return raw(value ? "true" : "false");
}

Writer &Writer::null()
{
    return raw("null");
}

Writer &Writer::raw(std::string_view text)
{
    beforeValue();
    m_out += text;
    return *this;
}

Writer &Writer::begin(char bracket)
{
    beforeValue();
    m_out += bracket;
    ++m_depth;
    m_empty = true;
    return *this;
}

Writer &Writer::end(char bracket)
{
    --m_depth;
    if (!m_empty) {
        newLine();
    }
    m_out += bracket;
    m_empty = false;
    return *this;
}

void Writer::beforeValue()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_depth > 0) {
        if (!m_empty) {
            m_out += ',';
        }
        newLine();
    }
    m_empty = false;
}

void Writer::newLine()
{
    if (m_style == Style::Pretty) {
        m_out += '\n';
        m_out.append(std::size_t{2} * m_depth, ' ');
    }
}

} // namespace streamdesk::json
