// The chain map as a table for screen readers: a cell has its chunks and their state for a name and can be chosen.
// Cells come into being when they are asked for, so that a million of them cost nothing.
#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace streamdesk::ui {

class ChainMap;

// Made by the toolkit's factory and owned by it. GUI thread.
class ChainMapInterface : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit ChainMapInterface(ChainMap *map);
    ~ChainMapInterface() override;
    Q_DISABLE_COPY_MOVE(ChainMapInterface)

    // A child's index is its cell's.
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int cell) const override; // owned by the toolkit's cache
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;
    [[nodiscard]] QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QAccessibleInterface *caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *cellAt(int row, int column) const override;
    [[nodiscard]] int rowCount() const override;
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] QString rowDescription(int) const override { return {}; } // a cell says which chunks it is
    [[nodiscard]] QString columnDescription(int) const override { return {}; }
    [[nodiscard]] int selectedCellCount() const override;
    [[nodiscard]] QList<QAccessibleInterface *> selectedCells() const override; // the first thousand
    // Chunks are chosen, not lines or columns of a picture whose width is the window's.
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override { return 0; }
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] QList<int> selectedRows() const override { return {}; }
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    [[nodiscard]] bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *event) override;

private:
    [[nodiscard]] ChainMap &map() const;
    void forgetCells() const;

    mutable QHash<int, QAccessible::Id> m_cells; // those that somebody asked for
};

// What changed, for whoever listens; costs nothing where nobody does.
void tellCellsReset(ChainMap *map);
void tellCurrentCell(ChainMap *map, int cell); // -1: none

} // namespace streamdesk::ui
