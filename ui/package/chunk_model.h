// The rows of a package as a table.
#pragma once

#include "ui/package/chunk_rows.h"

#include <QAbstractTableModel>
#include <QIcon>
#include <QPointer>

#include <array>
#include <string>

namespace streamdesk::ui {

class PackageSession;

// What is known of a row without a finding of its own.
enum class PlainFinding { None, NothingHere, OtherSigner, NoCiphertext };
inline constexpr int plainFindingCount = 4;

[[nodiscard]] PlainFinding plainFinding(const ChunkRows &rows, int row, ChunkState state);
[[nodiscard]] QString plainText(PlainFinding finding); // empty for None

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

private:
    [[nodiscard]] bool isBeingRead(int row, int column) const;
    [[nodiscard]] QString displayText(int row, int column) const;
    [[nodiscard]] QVariant toolTip(int row, int column) const;
    [[nodiscard]] QString accessibleText(int row, int column) const;
    [[nodiscard]] std::string fileName(int row) const;

    QPointer<PackageSession> m_session;
    std::array<QIcon, chunkStateCount> m_icons;
};

} // namespace streamdesk::ui
