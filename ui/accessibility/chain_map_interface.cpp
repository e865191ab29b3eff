#include "ui/accessibility/chain_map_interface.h"

#include "ui/package/chain_map.h"

#include <QPointer>

namespace streamdesk::ui {

namespace {

constexpr int mostCells = 2'000; // kept at once; who goes through all of them gets them one after the other

class CellInterface : public QAccessibleInterface,
                      public QAccessibleTableCellInterface,
                      public QAccessibleActionInterface
{
public:
    CellInterface(ChainMap *map, int cell) : m_map(map), m_cell(cell) {}

    [[nodiscard]] int cell() const noexcept { return m_cell; }

    [[nodiscard]] bool isValid() const override { return m_map && m_cell < m_map->cellCount(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_map.data());
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        return what == QAccessible::Name && isValid() ? m_map->cellText(m_cell) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Cell; }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid()) {
            return {};
        }
        const QRect inside = m_map->cellRect(m_cell);
        return {m_map->viewport()->mapToGlobal(inside.topLeft()), inside.size()};
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.selectable = true;
        state.multiSelectable = true;
        state.focusable = true;
        state.selected = m_map->isSelected(m_cell);
        state.focused = m_map->hasFocus() && m_map->currentCell() == m_cell;
        state.offscreen = !m_map->viewport()->rect().intersects(m_map->cellRect(m_cell));
        state.invisible = !m_map->isVisible();
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableCellInterface) {
            return static_cast<QAccessibleTableCellInterface *>(this);
        }
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    [[nodiscard]] bool isSelected() const override { return isValid() && m_map->isSelected(m_cell); }
    [[nodiscard]] QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    [[nodiscard]] QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    [[nodiscard]] int columnIndex() const override { return isValid() ? m_cell % m_map->columns() : -1; }
    [[nodiscard]] int rowIndex() const override { return isValid() ? m_cell / m_map->columns() : -1; }
    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QAccessibleInterface *table() const override { return parent(); }

    // Choosing a cell is what a click does.
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction() && isValid()) {
            m_map->chooseCell(m_cell, false);
        }
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<ChainMap> m_map;
    int m_cell;
};

} // namespace

ChainMapInterface::ChainMapInterface(ChainMap *map) : QAccessibleWidget(map, QAccessible::Table) {}

ChainMapInterface::~ChainMapInterface()
{
    forgetCells();
}

ChainMap &ChainMapInterface::map() const
{
    return *static_cast<ChainMap *>(widget());
}

void ChainMapInterface::forgetCells() const
{
    for (const QAccessible::Id id : std::as_const(m_cells)) {
        QAccessible::deleteAccessibleInterface(id);
    }
    m_cells.clear();
}

int ChainMapInterface::childCount() const
{
    return map().cellCount();
}

QAccessibleInterface *ChainMapInterface::child(int cell) const
{
    if (cell < 0 || cell >= childCount()) {
        return nullptr;
    }
    if (const auto known = m_cells.constFind(cell); known != m_cells.constEnd()) {
        return QAccessible::accessibleInterface(*known);
    }
    if (m_cells.size() >= mostCells) {
        forgetCells();
    }
    auto *const made = new CellInterface(&map(), cell);
    m_cells.insert(cell, QAccessible::registerAccessibleInterface(made));
    return made;
}

QAccessibleInterface *ChainMapInterface::childAt(int x, int y) const
{
    return child(map().cellAt(map().viewport()->mapFromGlobal(QPoint(x, y))));
}

int ChainMapInterface::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *const cell = dynamic_cast<const CellInterface *>(child);
    return cell == nullptr ? -1 : cell->cell();
}

QAccessibleInterface *ChainMapInterface::focusChild() const
{
    return map().hasFocus() ? child(map().currentCell()) : nullptr;
}

QAccessible::State ChainMapInterface::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.multiSelectable = true;
    return state;
}

void *ChainMapInterface::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                               : QAccessibleWidget::interface_cast(type);
}

QAccessibleInterface *ChainMapInterface::cellAt(int row, int column) const
{
    const bool inside = row >= 0 && row < rowCount() && column >= 0 && column < columnCount();
    return inside ? child(row * columnCount() + column) : nullptr;
}

int ChainMapInterface::rowCount() const
{
    return (childCount() + columnCount() - 1) / columnCount();
}

int ChainMapInterface::columnCount() const
{
    return map().columns();
}

int ChainMapInterface::selectedCellCount() const
{
    int count = 0;
    for (const auto &[first, last] : map().selectedCells()) {
        count += last - first + 1;
    }
    return count;
}

QList<QAccessibleInterface *> ChainMapInterface::selectedCells() const
{
    constexpr int most = mostCells / 2;
    if (m_cells.size() > mostCells - most) {
        forgetCells(); // and not those of this very list
    }
    QList<QAccessibleInterface *> cells;
    for (const auto &[first, last] : map().selectedCells()) {
        for (int cell = first; cell <= last && cells.size() < most; ++cell) {
            cells.append(child(cell));
        }
    }
    return cells;
}

void ChainMapInterface::modelChange(QAccessibleTableModelChangeEvent *)
{
    forgetCells();
}

void tellCellsReset(ChainMap *map)
{
    if (QAccessible::isActive()) {
        QAccessibleTableModelChangeEvent event(map, QAccessibleTableModelChangeEvent::ModelReset);
        QAccessible::updateAccessibility(&event);
    }
}

void tellCurrentCell(ChainMap *map, int cell)
{
    if (!QAccessible::isActive()) {
        return;
    }
    if (cell >= 0 && map->hasFocus()) {
        QAccessibleEvent focus(map, QAccessible::Focus);
        focus.setChild(cell);
        QAccessible::updateAccessibility(&focus);
    }
    QAccessibleEvent selection(map, QAccessible::SelectionWithin);
    QAccessible::updateAccessibility(&selection);
}

} // namespace streamdesk::ui
