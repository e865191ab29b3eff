// Text as rows of cells (RFC 4180): cells between delimiters, in quotation marks where they hold one, a line break or a
// quotation mark, which is then doubled.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace streamdesk::ui {

// Where rows begin is found once; their cells are taken apart when they are asked for. What stands behind a closing
// quotation mark belongs to the cell; one that never closes ends with the text.
class DelimitedText
{
public:
    static constexpr int mostRows = 100'000;
    static constexpr int mostColumns = 200;

    DelimitedText() = default;
    DelimitedText(QString text, QChar delimiter, int rows = mostRows);

    [[nodiscard]] int rowCount() const noexcept { return int(m_begins.size()); }
    // Of the widest row among the first thousand, at most mostColumns.
    [[nodiscard]] int columnCount() const noexcept { return m_columns; }
    // The cells of a row, without their quotation marks; one empty cell for an empty line. At most mostColumns.
    [[nodiscard]] QStringList row(int row) const;
    // There is more than was asked for.
    [[nodiscard]] bool hasMoreRows() const noexcept { return m_moreRows; }

private:
    [[nodiscard]] qsizetype endOf(qsizetype begin) const;

    QString m_text;
    QChar m_delimiter = QLatin1Char(',');
    std::vector<qsizetype> m_begins;
    int m_columns = 0;
    bool m_moreRows = false;
};

} // namespace streamdesk::ui
