// Which rows of a package the table shows, and in which order.
#pragma once

#include "ui/package/chunk_rows.h"

#include <QAbstractProxyModel>
#include <QTimer>

#include <optional>
#include <string>
#include <vector>

namespace streamdesk::ui {

class ChunkModel;

// States as a set.
class ChunkStates
{
public:
    static constexpr ChunkStates all() { return ChunkStates((1U << unsigned(chunkStateCount)) - 1); }
    // What needs attention.
    static constexpr ChunkStates problems()
    {
        ChunkStates states;
        for (int state = 0; state < chunkStateCount; ++state) {
            states.set(ChunkState(state), needsAttention(ChunkState(state)));
        }
        return states;
    }

    constexpr ChunkStates() = default;
    [[nodiscard]] constexpr bool contains(ChunkState state) const { return (m_bits & bit(state)) != 0; }
    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }
    constexpr void set(ChunkState state, bool in) { m_bits = in ? m_bits | bit(state) : m_bits & ~bit(state); }
    constexpr bool operator==(const ChunkStates &) const = default;

private:
    explicit constexpr ChunkStates(unsigned bits) : m_bits(bits) {}
    static constexpr unsigned bit(ChunkState state) { return 1U << unsigned(state); }

    unsigned m_bits = 0;
};

// Not Qt's own sorting and filtering model: that one follows each change of a state row by row, while here the rows are
// chosen and sorted in one go, some 20 ms for 100,000 of them, and at most some times a second while states change.
class ChunkFilter : public QAbstractProxyModel
{
    Q_OBJECT

public:
    explicit ChunkFilter(ChunkModel *model, QObject *parent = nullptr);

    // A number ("1097", "1,097"), a range ("1097-1103"), or part of an id, a file's name, a state or a finding.
    void setText(const QString &text);
    [[nodiscard]] const QString &text() const noexcept { return m_text; }
    void setStates(ChunkStates states);
    [[nodiscard]] ChunkStates states() const noexcept { return m_states; }

    // Of the model; row of the model for a row that is shown, and the other way round, -1 when it is not shown.
    [[nodiscard]] int sourceRow(int row) const { return m_shown[std::size_t(row)]; }
    [[nodiscard]] int shownRow(int sourceRow) const { return m_places[std::size_t(sourceRow)]; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Numbers
    {
        std::uint64_t first;
        std::uint64_t last;
    };

    void choose();
    void take(std::vector<int> rows);
    void statesChanged(int first, int last);
    [[nodiscard]] bool accepts(int row) const;
    [[nodiscard]] bool acceptsText(int row) const;
    [[nodiscard]] bool acceptsNumber(int row) const;
    void sortRows(std::vector<int> &rows) const;

    ChunkModel *m_model;
    QString m_text;
    QString m_needle;                 // lower case
    std::string m_needleUtf8;         // the same
    ChunkStates m_statesNamed;        // whose names contain it
    std::optional<Numbers> m_numbers; // a range that was asked for
    bool m_isNumber = false;          // m_needle is the beginning of a chunk's number
    ChunkStates m_states = ChunkStates::all();
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<int> m_shown;  // row of the model by row shown
    std::vector<int> m_places; // the way back; -1: not shown
    QTimer m_soon;
};

} // namespace streamdesk::ui
