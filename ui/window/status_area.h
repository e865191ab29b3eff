// The line at the bottom: what is known of the page at the left, what is being worked on at the right.
#pragma once

#include <QFrame>
#include <QList>
#include <QPointer>

class QLabel;
class QProgressBar;
class QToolButton;

namespace streamdesk::ui {

class Job;

class StatusArea : public QFrame
{
    Q_OBJECT

public:
    explicit StatusArea(QWidget *parent = nullptr);

    void setText(const QString &text);
    // Shown while it runs, if it does; once however often it is called. Several are summed up; the button stops them
    // all.
    void follow(Job *job);
    [[nodiscard]] int running() const;
    [[nodiscard]] QStringList titlesOfRunning() const;
    void stopAll();

private:
    void update();

    QLabel *m_text;
    QLabel *m_job;
    QProgressBar *m_bar;
    QToolButton *m_stop;
    QList<QPointer<Job>> m_jobs;
};

} // namespace streamdesk::ui
