// Makes a whole window take files that are dropped anywhere in it, and says during the drag what will happen.
#pragma once

#include "ui/drop/mime_paths.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>
#include <QWidget>

class QDropEvent;

namespace streamdesk::ui {

class DropOverlay;

// Belongs to its window. Files are taken over any widget of it, also over those that take text; text that is no list of
// files stays with them. What is dragged is looked at by a job as soon as it is over the window.
class DropCatcher : public QObject
{
    Q_OBJECT

public:
    explicit DropCatcher(QWidget *window);
    ~DropCatcher() override;

    [[nodiscard]] DropOverlay *overlay() const noexcept { return m_overlay; }

Q_SIGNALS:
    // After a drop, from the event loop, so that the program on the other side need not wait. Also when nothing of it
    // can be used: the receiver recognises again, for files may have changed, and says so. `elsewhere` are addresses of
    // what is not on this computer.
    void dropped(const QStringList &absolutePaths, const QStringList &elsewhere);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool enter(QWidget *over, QDropEvent &event);
    [[nodiscard]] bool accept(QDropEvent &event) const;
    void look();
    void forget();

    QWidget *m_window;
    DropOverlay *m_overlay;
    QTimer m_left; // leaving one widget for its neighbour is no leaving
    MimePaths m_dragged;
    QPointer<Job> m_job;
    bool m_inside = false;
};

} // namespace streamdesk::ui
