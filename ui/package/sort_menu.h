// Sorting a table without clicking on the titles of its columns.
#pragma once

class QMenu;
class QTableView;
class QWidget;

namespace streamdesk::ui {

// "Sort by", with a line for each column that is shown; the one that is sorted by turns its direction round. `view`
// outlives the menu.
[[nodiscard]] QMenu *makeSortMenu(QTableView *view, QWidget *parent);

} // namespace streamdesk::ui
