#include "page.h"

#include "command.h"
#include "core/base/text.h"
#include "core/io/file.h"
#include "layout.h"

#include <algorithm>
#include <cstdlib>

namespace streamdesk::cli {

namespace {

constexpr std::size_t mostLines = 6; // of one value: more than any real one needs

bool isSet(const char *variable)
{
    const char *const value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

bool isDumb()
{
    const char *const terminal = std::getenv("TERM");
    return terminal != nullptr && std::string_view(terminal) == "dumb";
}

} // namespace

Page::Look Page::lookOfOutput()
{
    const auto terminal = io::outputTerminal();
    if (!terminal) {
        return Look{.width = usualWidth};
    }
    return Look{.width = std::max<std::size_t>(terminal->columns == 0 ? usualWidth : terminal->columns, 40),
                .emphasis = !isSet("NO_COLOR") && !isDumb(),
                .unicode = terminal->utf8};
}

void Page::line(std::string_view text, Weight weight)
{
    std::string out(text);
    out.erase(out.find_last_not_of(' ') + 1);
    if (m_look.emphasis && weight != Weight::Plain && !out.empty()) {
        out = (weight == Weight::Bold ? "\x1b[1m" : "\x1b[2m") + out + "\x1b[0m";
    }
    print(out + "\n");
}

void Page::block(std::string_view indent, std::string_view text, Weight weight)
{
    for (const std::string &part : wrapped(printable(text), m_look.width - indent.size())) {
        line(std::string(indent) + part, weight);
    }
}

void Page::heading(std::string_view text)
{
    line(shortened(printable(text), m_look.width, ellipsis()), Weight::Bold);
}

void Page::blank()
{
    line("", Weight::Plain);
}

void Page::row(std::string_view label, std::string_view value)
{
    // An id is broken where the line ends, and a megabyte of it is nothing to look at.
    std::string start = alignedLeft("  " + std::string(label), m_valueColumn);
    for (const std::string &part :
         wrapped(shortened(printable(value), valueWidth() * mostLines, ellipsis()), valueWidth())) {
        line(start + part, Weight::Plain);
        start.assign(m_valueColumn, ' ');
    }
}

void Page::explain(std::string_view sentence)
{
    block(std::string(m_valueColumn, ' '), sentence, Weight::Dim);
}

void Page::odd(std::string_view sentence)
{
    std::string start = "  ! ";
    for (const std::string &part :
         wrapped(shortened(printable(sentence), (m_look.width - start.size()) * mostLines, ellipsis()),
                 m_look.width - start.size())) {
        line(start + part, Weight::Bold);
        start = "    ";
    }
}

void Page::paragraph(std::string_view text)
{
    block("", text, Weight::Plain);
}

void Page::tableHead(std::vector<Column> columns)
{
    m_columns = std::move(columns);
    std::vector<std::string> titles;
    std::size_t used = 2;
    for (const Column &column : m_columns) {
        titles.push_back(column.title);
        used += column.width + 2;
    }
    m_columns.back().width += m_look.width - std::min(m_look.width, used - 2);
    line(tableLine(titles), Weight::Dim);
    std::string rule = "  ";
    for (std::size_t column = 2; column < m_look.width; ++column) {
        rule += m_look.unicode ? "─" : "-";
    }
    line(rule, Weight::Dim);
}

std::string Page::tableLine(const std::vector<std::string> &cells) const
{
    std::string text;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Column &column = m_columns[i];
        const std::string cell = shortened(printable(cells[i]), column.width, ellipsis());
        text += "  " + (column.right ? alignedRight(cell, column.width) : alignedLeft(cell, column.width));
    }
    return text;
}

void Page::tableRow(const std::vector<std::string> &cells, bool quiet)
{
    line(tableLine(cells), quiet ? Weight::Dim : Weight::Plain);
}

std::string Page::shortId(std::string_view id) const
{
    constexpr std::size_t head = 8;
    constexpr std::size_t tail = 4;
    if (id.size() <= head + tail + 3 || displayWidth(id) != id.size()) {
        return std::string(id);
    }
    return std::string(id.substr(0, head)) + std::string(ellipsis()) + std::string(id.substr(id.size() - tail));
}

} // namespace streamdesk::cli
