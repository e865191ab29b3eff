// The chunks of a package as a table that can be searched, sorted and copied from.
#pragma once

#include "ui/package/chunk_filter.h"
#include "ui/package/row_selection.h"

#include <QFrame>
#include <QPointer>

#include <vector>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QTableView;
class QToolButton;

namespace streamdesk::ui {

class ChunkModel;
class PackageSession;

// GUI thread. Ctrl+F anywhere in its window, while it can be seen, goes to its search field.
class ChunkTable : public QFrame
{
    Q_OBJECT

public:
    explicit ChunkTable(QWidget *parent = nullptr);

    // nullptr for both: an empty table. Neither is owned; both may go before the table.
    void setChain(PackageSession *session, RowSelection *selection);

    // What the state button does, for other places that offer it.
    void showStates(ChunkStates states);
    void focusSearch();
    // The chosen rows as they are shown, tab-separated, with whole ids, under the columns' titles.
    void copySelection();

Q_SIGNALS:
    void recheckRequested(std::vector<int> rows); // of the session; each has an envelope
    void showFileRequested(int row);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeHead();
    void makeView();
    void makeMenu();
    void setWidths();
    void fitColumns();
    [[nodiscard]] bool hasFindings() const;
    void updateStates();
    void updateEmptyText();
    void takeSelection();
    void giveSelection();
    void showMenu(const QPoint &position);
    void copyIds();
    [[nodiscard]] std::vector<int> chosenRows() const; // of the session, in the order shown
    [[nodiscard]] RowSelection::Ranges shownStretches() const;

    QPointer<PackageSession> m_session;
    QPointer<RowSelection> m_selection;
    ChunkModel *m_model;
    ChunkFilter *m_filter;
    QTableView *m_view;
    QLineEdit *m_search = nullptr;
    QToolButton *m_states = nullptr;
    QAction *m_allStates = nullptr;
    QAction *m_problems = nullptr;
    std::vector<QAction *> m_stateActions; // as statesToTell
    QLabel *m_empty = nullptr;
    QMenu *m_menu = nullptr;
    QAction *m_copyRow = nullptr;
    QAction *m_copyId = nullptr;
    QAction *m_recheck = nullptr;
    QAction *m_showFile = nullptr;
    QTimer m_countsSoon;
    bool m_syncing = false; // the choice comes from outside
};

} // namespace streamdesk::ui
