// What was opened before, with what was known of it then; and where to drop the first one.
#pragma once

#include "ui/library/library_store.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QTreeWidget;
class QTreeWidgetItem;

namespace streamdesk::ui {

class LibraryPage : public QWidget
{
    Q_OBJECT

public:
    // Shows the entries of one kind. `store` outlives the page.
    LibraryPage(LibraryStore *store, LibraryEntry::Kind kind, QWidget *parent = nullptr);

    // Things that were dropped and have no section yet: what they are, and where.
    void setKept(const QStringList &lines);

Q_SIGNALS:
    void openRequested(const QString &path);
    void openFolderRequested();
    void openFileRequested();
    void forgetKeptRequested();

private:
    [[nodiscard]] QWidget *buildEmpty();
    [[nodiscard]] QWidget *buildList();
    void fill();
    void showMenu(const QPoint &at);
    void openCurrent();

    LibraryStore *m_store;
    LibraryEntry::Kind m_kind;
    QStackedLayout *m_stack;
    QTreeWidget *m_list;
    QWidget *m_kept;
    QLabel *m_keptText;
};

} // namespace streamdesk::ui
