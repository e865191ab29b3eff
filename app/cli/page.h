// A page of facts for a person: labels, values and tables on standard output, never wider than the terminal. Bold, dim
// and lines are for terminals that show them; in a pipe it is plain text, 80 columns wide.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace streamdesk::cli {

class Page
{
public:
    struct Look
    {
        std::size_t width = 80; // columns, at least 40
        bool emphasis = false;  // bold and dim
        bool unicode = false;   // lines and marks beyond ASCII
    };

    // What standard output can show; NO_COLOR and a dumb terminal are respected.
    [[nodiscard]] static Look lookOfOutput();

    // Values begin at `valueColumn`; no label may be longer than three less.
    explicit Page(std::size_t valueColumn, Look look = lookOfOutput()) : m_valueColumn(valueColumn), m_look(look) {}

    void heading(std::string_view text);
    void blank();
    // A label and what it is of, in as many lines as it needs; a very long value is cut. An empty label goes on below
    // the row before.
    void row(std::string_view label, std::string_view value);
    // What explains the row above it.
    void explain(std::string_view sentence);
    // Something to notice, in words.
    void odd(std::string_view sentence);
    // Text over the whole width.
    void paragraph(std::string_view text);

    struct Column
    {
        std::string title;
        std::size_t width; // of the last one: whatever is left
        bool right = false;
    };
    void tableHead(std::vector<Column> columns);
    void tableRow(const std::vector<std::string> &cells, bool quiet = false);

    // Columns between the labels and the right edge.
    [[nodiscard]] std::size_t valueWidth() const { return m_look.width - m_valueColumn; }
    // "0xe6f8…eb4d": the ends of a long identifier.
    [[nodiscard]] std::string shortId(std::string_view id) const;
    [[nodiscard]] std::string_view ellipsis() const { return m_look.unicode ? "…" : "..."; }

private:
    enum class Weight { Plain, Bold, Dim };

    void line(std::string_view text, Weight weight);
    void block(std::string_view indent, std::string_view text, Weight weight);
    [[nodiscard]] std::string tableLine(const std::vector<std::string> &cells) const;

    std::size_t m_valueColumn;
    Look m_look;
    std::vector<Column> m_columns;
};

} // namespace streamdesk::cli
