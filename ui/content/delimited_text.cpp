#include "ui/content/delimited_text.h"

#include <algorithm>

namespace streamdesk::ui {

namespace {

constexpr QChar quote = u'"';
constexpr int sampledRows = 1000;

} // namespace

DelimitedText::DelimitedText(QString text, QChar delimiter, int rows) : m_text(std::move(text)), m_delimiter(delimiter)
{
    for (qsizetype at = 0; at < m_text.size();) {
        if (rowCount() == rows) {
            m_moreRows = true;
            break;
        }
        m_begins.push_back(at);
        at = endOf(at) + 1;
    }
    for (int i = 0; i < std::min(rowCount(), sampledRows); ++i) {
        m_columns = std::max(m_columns, int(row(i).size()));
    }
}

// Of its line break, or of the text.
qsizetype DelimitedText::endOf(qsizetype begin) const
{
    bool quoted = false;
    bool cellBegins = true;
    for (qsizetype at = begin; at < m_text.size(); ++at) {
        const QChar c = m_text[at];
        if (quoted) {
            quoted = c != quote; // a doubled one closes and opens again
        } else if (c == quote && (cellBegins || (at > begin && m_text[at - 1] == quote))) {
            quoted = true;
        } else if (c == u'\n') {
            return at;
        }
        cellBegins = !quoted && c == m_delimiter;
    }
    return m_text.size();
}

QStringList DelimitedText::row(int row) const
{
    const qsizetype begin = m_begins[std::size_t(row)];
    qsizetype end = endOf(begin);
    if (end > begin && end < m_text.size() && m_text[end - 1] == u'\r') {
        --end;
    }
    QStringList cells = {QString()};
    bool quoted = false;
    bool cellBegins = true;
    for (qsizetype at = begin; at < end; ++at) {
        const QChar c = m_text[at];
        if (quoted) {
            if (c != quote) {
                cells.back() += c;
            } else if (at + 1 < end && m_text[at + 1] == quote) {
                cells.back() += c;
                ++at;
            } else {
                quoted = false;
            }
        } else if (c == quote && cellBegins) {
            quoted = true;
        } else if (c == m_delimiter) {
            if (cells.size() == mostColumns) {
                break;
            }
            cells.append(QString());
            cellBegins = true;
            continue;
        } else {
            cells.back() += c;
        }
        cellBegins = false;
    }
    return cells;
}

} // namespace streamdesk::ui
