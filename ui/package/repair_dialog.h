// The repair of a package: what fails, which copies there are and what each can mend, the work, and what came of it.
#pragma once

#include "ui/package/repair_session.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedLayout;
class QTreeWidget;

namespace streamdesk::ui {

class ProgressLine;
// Shows before anything is done what would be done; nothing is until the person asks for it. Copies are dropped
// anywhere on it, pasted or chosen.
class RepairDialog : public QDialog
{
    Q_OBJECT

public:
    // The package of `repair` outlives the dialog, which takes `repair` over.
    explicit RepairDialog(std::unique_ptr<RepairSession> repair, QWidget *parent = nullptr);

    [[nodiscard]] RepairSession *session() const noexcept { return m_repair.get(); }

    void reject() override; // stops a repair that runs, and stays

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] QWidget *buildCopies();
    [[nodiscard]] QWidget *buildEmpty();
    [[nodiscard]] QLayout *buildCopyButtons();
    [[nodiscard]] QLayout *buildButtons();
    void update();
    void updateRemove();
    void showCopies();
    void showWords();
    void showResult();
    void showProgress();
    void chooseFolder();
    void chooseFile();
    void removeChosen();
    void paste();
    void startRepair();

    std::unique_ptr<RepairSession> m_repair;
    QLabel *m_heading;
    QLabel *m_explanation;
    QStackedLayout *m_stack;
    QTreeWidget *m_list;
    QPushButton *m_addFolder;
    QPushButton *m_addFile;
    QPushButton *m_remove;
    QLabel *m_summary;
    QLabel *m_details;
    QCheckBox *m_keep;
    ProgressLine *m_bar;
    QPushButton *m_showReplaced;
    QPushButton *m_start;
    QPushButton *m_close;
};

} // namespace streamdesk::ui
