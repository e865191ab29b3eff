#include "ui/content/table_model.h"

#include <QLocale>

#include <algorithm>

namespace streamdesk::ui {

namespace {

constexpr qsizetype longestCell = 1000; // characters

bool isNumber(const QString &text)
{
    bool isOne = false;
    (void)text.trimmed().toDouble(&isOne);
    return isOne;
}

} // namespace

void TableModel::setTable(DelimitedText table, QStringList names, int skipped)
{
    beginResetModel();
    m_table = std::move(table);
    m_names = std::move(names);
    m_skipped = skipped;
    m_cachedRow = -1;
    m_cached.clear();
    endResetModel();
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : std::max(0, m_table.rowCount() - m_skipped);
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : std::max(m_table.columnCount(), int(m_names.size()));
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::TextAlignmentRole) {
        return {};
    }
    if (m_cachedRow != index.row()) {
        m_cachedRow = index.row();
        m_cached = m_table.row(index.row() + m_skipped);
    }
    const QString cell = m_cached.value(index.column());
    if (role == Qt::TextAlignmentRole) {
        return int(Qt::AlignVCenter | (isNumber(cell) ? Qt::AlignRight : Qt::AlignLeft));
    }
    return cell.size() > longestCell ? cell.left(longestCell) + QChar(0x2026) : cell;
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (orientation == Qt::Horizontal && section < m_names.size() && !m_names[section].isEmpty()) {
        return m_names[section];
    }
    return QLocale().toString(section + 1);
}

} // namespace streamdesk::ui
