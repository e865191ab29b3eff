// The page of a file or folder of signed readings: one reading with its verdict, or a list of them beside it.
#pragma once

#include "ui/readings/reading_session.h"

#include <QWidget>

class QCheckBox;
class QPushButton;
class QTableView;

namespace streamdesk::ui {

class ProblemPanel;
class ReadingListModel;
class ReadingView;
class VerdictBanner;

class ReadingPage : public QWidget
{
    Q_OBJECT

public:
    // Begins to read at once. `path`: a JSON file, JSON lines or a folder of JSON files.
    explicit ReadingPage(const QString &path, QWidget *parent = nullptr);

    [[nodiscard]] ReadingSession &session() noexcept { return *m_session; }

private:
    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makeList();
    void showStage();
    void showOverall();
    void showProgress();
    void entriesAdded();
    void setProblemsOnly(bool only);
    void currentChanged();

    ReadingSession *m_session;
    ReadingListModel *m_model;
    VerdictBanner *m_overall;
    ProblemPanel *m_problem;
    ReadingView *m_view;
    QPushButton *m_again;
    QWidget *m_list;
    QTableView *m_table;
    QCheckBox *m_problemsOnly;
};

} // namespace streamdesk::ui
