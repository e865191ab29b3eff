#include "ui/drop/drop_catcher.h"

#include "ui/drop/drop_overlay.h"
#include "ui/drop/drop_plan.h"

#include <QApplication>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTextEdit>

#include <memory>

namespace streamdesk::ui {

namespace {

constexpr int leavingMs = 60;

bool takesText(const QWidget *widget)
{
    for (; widget != nullptr && !widget->isWindow(); widget = widget->parentWidget()) {
        if (qobject_cast<const QLineEdit *>(widget) != nullptr
            || qobject_cast<const QPlainTextEdit *>(widget) != nullptr
            || qobject_cast<const QTextEdit *>(widget) != nullptr) {
            return true;
        }
    }
    return false;
}

// Nothing that was dropped may be moved away by its sender.
Qt::DropAction actionFor(Qt::DropActions possible)
{
    if (possible.testFlag(Qt::CopyAction)) {
        return Qt::CopyAction;
    }
    return possible.testFlag(Qt::LinkAction) ? Qt::LinkAction : Qt::IgnoreAction;
}

} // namespace

DropCatcher::DropCatcher(QWidget *window) : QObject(window), m_window(window), m_overlay(new DropOverlay(window))
{
    window->setAcceptDrops(true);
    m_left.setSingleShot(true);
    m_left.setInterval(leavingMs);
    connect(&m_left, &QTimer::timeout, this, &DropCatcher::forget);
    // At the application: a widget that takes text would get the event before its window.
    qApp->installEventFilter(this);
}

DropCatcher::~DropCatcher()
{
    qApp->removeEventFilter(this);
}

bool DropCatcher::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool isDrag =
        type == QEvent::DragEnter || type == QEvent::DragMove || type == QEvent::DragLeave || type == QEvent::Drop;
    if (!isDrag || !watched->isWidgetType()) {
        return false;
    }
    auto *const widget = static_cast<QWidget *>(watched);
    if (widget->window() != m_window) {
        return false;
    }
    switch (type) {
    case QEvent::DragEnter:
        return enter(widget, *static_cast<QDropEvent *>(event));
    case QEvent::DragMove:
        return m_inside && accept(*static_cast<QDropEvent *>(event));
    case QEvent::DragLeave:
        if (m_inside) {
            m_inside = false;
            m_left.start();
        }
        return false;
    default:
        break;
    }
    if (!m_inside || !accept(*static_cast<QDropEvent *>(event))) {
        return false;
    }
    QMetaObject::invokeMethod(
        this, [this, files = m_dragged] { Q_EMIT dropped(files.paths, files.elsewhere); }, Qt::QueuedConnection);
    forget();
    return true;
}

bool DropCatcher::enter(QWidget *over, QDropEvent &event)
{
    const bool modalAbove =
        QApplication::activeModalWidget() != nullptr && QApplication::activeModalWidget() != m_window;
    const bool textForIt = !event.mimeData()->hasUrls() && takesText(over);
    if (event.source() != nullptr || modalAbove || textForIt
        || actionFor(event.possibleActions()) == Qt::IgnoreAction) {
        return false;
    }
    MimePaths files = mimePaths(event.mimeData());
    if (files.isEmpty()) {
        return false;
    }
    m_left.stop();
    m_inside = true;
    const bool same =
        m_overlay->isVisible() && files.paths == m_dragged.paths && files.elsewhere == m_dragged.elsewhere;
    if (!same) {
        m_dragged = std::move(files);
        look();
    }
    return accept(event);
}

bool DropCatcher::accept(QDropEvent &event) const
{
    event.setDropAction(actionFor(event.possibleActions()));
    event.accept();
    return true;
}

void DropCatcher::look()
{
    if (m_job) {
        m_job->requestStop();
    }
    m_overlay->showLooking(int(m_dragged.paths.size() + m_dragged.elsewhere.size()));
    const auto found = std::make_shared<Recognitions>();
    auto *const job = new Job(
        tr("Looking at what is dragged here"),
        [found, paths = m_dragged.paths](const jobs::JobControl &control) { *found = recogniseAll(paths, control); },
        this);
    m_job = job;
    connect(job, &Job::finished, this, [this, job, found] {
        if (m_job == job) {
            m_job = nullptr;
            m_overlay->showPlan(planOf(std::move(*found), m_dragged.elsewhere));
        }
        job->deleteLater(); // not by us before its end: that would wait
    });
    job->start();
}

void DropCatcher::forget()
{
    if (m_job) {
        m_job->requestStop();
        m_job = nullptr;
    }
    m_left.stop();
    m_inside = false;
    m_dragged = {};
    m_overlay->hide();
}

} // namespace streamdesk::ui
