#include "ui/package/sort_menu.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

namespace streamdesk::ui {

QMenu *makeSortMenu(QTableView *view, QWidget *parent)
{
    auto *const menu = new QMenu(QCoreApplication::translate("SortMenu", "Sort by"), parent);
    QObject::connect(menu, &QMenu::aboutToShow, menu, [menu, view] {
        menu->clear();
        const QHeaderView *const header = view->horizontalHeader();
        for (int column = 0; column < header->count(); ++column) {
            if (view->isColumnHidden(column)) {
                continue;
            }
            const bool sorted = header->sortIndicatorSection() == column;
            const bool turned = sorted && header->sortIndicatorOrder() == Qt::AscendingOrder;
            const Qt::SortOrder order = turned ? Qt::DescendingOrder : Qt::AscendingOrder;
            const QString title = view->model()->headerData(column, Qt::Horizontal).toString();
            const QString spoken = // "Chunk, ascending"
                view->model()->headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
            QAction *const action = menu->addAction(spoken.isEmpty() ? title : spoken, view,
                                                    [view, column, order] { view->sortByColumn(column, order); });
            action->setCheckable(true);
            action->setChecked(sorted);
        }
    });
    return menu;
}

} // namespace streamdesk::ui
