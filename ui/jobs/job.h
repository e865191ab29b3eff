// A long piece of work in a thread of its own, as the window sees it: how far, how fast, how long still, and a stop.
#pragma once

#include "core/base/errors.h"
#include "core/jobs/job.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

class QThread;

namespace streamdesk::ui {

// Lives in the GUI thread. Destroying it stops the work and waits for its end, which takes up to 100 ms.
class Job : public QObject
{
    Q_OBJECT

public:
    // Runs in the job's thread. What it throws is kept as error().
    using Work = std::function<void(const jobs::JobControl &)>;

    // `title` says in the reader's words what is being done: "Verifying arm-07".
    Job(QString title, Work work, QObject *parent = nullptr);
    ~Job() override;

    void start();
    void requestStop();
    // Stops it without waiting for its end, of which nobody hears; it goes then. Its work must not use what may go
    // before. nullptr is none.
    static void abandon(std::unique_ptr<Job> job);

    [[nodiscard]] const QString &title() const noexcept { return m_title; }
    [[nodiscard]] bool isRunning() const noexcept { return m_running; }
    [[nodiscard]] bool wasStopped() const noexcept;
    // After finished(): what went wrong; Stopped when it was.
    [[nodiscard]] const std::optional<StreamError> &error() const noexcept { return m_error; }

    [[nodiscard]] jobs::Progress progress() const;
    [[nodiscard]] double bytesPerSecond() const noexcept { return m_rate; }
    [[nodiscard]] std::optional<qint64> secondsLeft() const; // nothing while nobody can know
    [[nodiscard]] qint64 elapsedMs() const noexcept { return m_elapsedMs; }

Q_SIGNALS:
    void progressed(); // some 20 times a second while there is progress
    void finished();   // once, in the GUI thread

private:
    void tick();
    void end();

    QString m_title;
    Work m_work;
    jobs::StopFlag m_stop;
    mutable std::mutex m_mutex; // guards m_latest
    jobs::Progress m_latest;
    std::optional<StreamError> m_error;
    std::unique_ptr<QThread> m_thread;
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_elapsedMs = 0;
    double m_rate = 0;
    bool m_running = false;
};

} // namespace streamdesk::ui
