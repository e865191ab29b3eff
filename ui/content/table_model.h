// Delimited text as a table.
#pragma once

#include "ui/content/delimited_text.h"

#include <QAbstractTableModel>

namespace streamdesk::ui {

// GUI thread. Takes a row apart when it is shown.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    // `names` head the columns; those without one are numbered. The first `skipped` rows are not shown.
    void setTable(DelimitedText table, QStringList names, int skipped);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    DelimitedText m_table;
    QStringList m_names;
    int m_skipped = 0;
    mutable int m_cachedRow = -1;
    mutable QStringList m_cached; // cells of m_cachedRow: a row is painted cell by cell
};

} // namespace streamdesk::ui
