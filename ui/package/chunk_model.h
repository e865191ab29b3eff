// The rows of a package as a table.
#pragma once

#include "ui/package/chunk_rows.h"

#include <QAbstractTableModel>
#include <QIcon>
#include <QPointer>

#include <array>
#include <compare>
#include <cstdint>
#include <string>

namespace streamdesk::ui {

class PackageSession;

// Row n of the model is row n of the session. GUI thread.
class ChunkModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Chunk, Id, Size, State, Finding, Recipients, File, ColumnCount };

    explicit ChunkModel(QObject *parent = nullptr);

    // nullptr: no rows. The session may go before the model.
    void setSession(PackageSession *session);
    [[nodiscard]] PackageSession *session() const noexcept { return m_session; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // What stands in a cell, nothing shortened; numbers and sizes without grouping, for another program to read.
    [[nodiscard]] QString wholeText(int row, int column) const;
    // The gravest of what is said of a row; empty when there is nothing to say.
    [[nodiscard]] QString findingText(int row) const;
    // By what the cells of a column mean, and not by how they are written, a row belongs before another when its number
    // is lower, or when that is equal and its text is.
    struct SortKey
    {
        std::uint64_t number = 0;
        std::string text{};
        auto operator<=>(const SortKey &) const = default;
    };
    [[nodiscard]] SortKey sortKey(int row, int column) const;

private:
    [[nodiscard]] QString displayText(int row, int column) const;
    [[nodiscard]] QVariant toolTip(int row, int column) const;
    [[nodiscard]] QString accessibleText(int row, int column) const;
    [[nodiscard]] std::string fileName(int row) const;
    [[nodiscard]] std::uint64_t findingRank(int row) const;

    QPointer<PackageSession> m_session;
    std::array<QIcon, chunkStateCount> m_icons;
};

} // namespace streamdesk::ui
