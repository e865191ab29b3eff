// Trusted machines: whose keys are believed, on what grounds, and what is remembered of their chains.
#pragma once

#include "ui/trust/trust_desk.h"

#include <QWidget>

class QLineEdit;
class QStackedLayout;
class QTreeWidget;

namespace streamdesk::ui {

class MachineView;
class ProblemPanel;

class TrustPage : public QWidget
{
    Q_OBJECT

public:
    // `desk` outlives the page.
    explicit TrustPage(TrustDesk *desk, QWidget *parent = nullptr);

    // Asks before anything is taken over.
    void importFile(const QString &path);
    void focusSearch();
    // Chooses the machine, if it is known.
    void showMachine(const std::string &did);

Q_SIGNALS:
    void explanationRequested(); // what a signature proves

private:
    void buildHeader();
    [[nodiscard]] QWidget *buildEmpty();
    [[nodiscard]] QWidget *buildList();
    void connectView();
    void fill();
    void showCurrent();
    [[nodiscard]] std::string currentDid() const;
    void edit(TrustDesk::Edit edit);
    void askForText(const QString &title, const QString &label, const std::string &text,
                    std::function<void(const std::string &)> use);
    void ask(const QString &question, const QString &consequence, const QString &agree, std::function<void()> use);
    void addKey(const std::string &did);
    void chooseImport();
    void askToImport(const QString &path, const keys::TrustFile &theirs);
    void chooseExport();
    void exportTo(const QString &path);
    void showProblem(const QString &doing, const StreamError &error);

    TrustDesk *m_desk;
    QLineEdit *m_search;
    QStackedLayout *m_stack;
    QTreeWidget *m_list;
    MachineView *m_view;
    ProblemPanel *m_problem;
    std::unique_ptr<Job> m_job; // reads or writes an exchange file
};

} // namespace streamdesk::ui
