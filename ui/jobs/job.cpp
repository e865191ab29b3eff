#include "ui/jobs/job.h"

#include <QThread>

#include <algorithm>
#include <cmath>

namespace streamdesk::ui {

namespace {

constexpr int tickMs = 50;
constexpr qint64 settledMs = 300; // before that a rate says nothing

} // namespace

Job::Job(QString title, Work work, QObject *parent)
    : QObject(parent), m_title(std::move(title)), m_work(std::move(work))
{
    m_timer.setInterval(tickMs);
    connect(&m_timer, &QTimer::timeout, this, &Job::tick);
}

Job::~Job()
{
    m_stop.requestStop();
    if (m_thread) {
        m_thread->wait();
    }
}

void Job::start()
{
    Q_ASSERT(!m_thread);
    m_running = true;
    m_clock.start();
    m_timer.start();
    m_thread.reset(QThread::create([this] {
        const jobs::JobControl control{.stop = &m_stop, .progress = [this](const jobs::Progress &progress) {
                                           const std::lock_guard lock(m_mutex);
                                           m_latest = progress;
                                       }};
        try {
            const Work work = std::move(m_work); // what it holds goes in this thread
            work(control);
        } catch (const StreamError &error) {
            m_error = error;
        } catch (const std::exception &error) {
            m_error = StreamError(ErrorCode::IoFailed, error.what());
        }
    }));
    connect(m_thread.get(), &QThread::finished, this, &Job::end);
    m_thread->start();
}

void Job::requestStop()
{
    m_stop.requestStop();
}

void Job::abandon(std::unique_ptr<Job> job)
{
    if (job && job->isRunning()) {
        Job *const abandoned = job.release();
        abandoned->disconnect();
        abandoned->requestStop();
        connect(abandoned, &Job::finished, abandoned, &QObject::deleteLater);
    }
}

bool Job::wasStopped() const noexcept
{
    return m_error && m_error->code() == ErrorCode::Stopped;
}

jobs::Progress Job::progress() const
{
    const std::lock_guard lock(m_mutex);
    return m_latest;
}

std::optional<qint64> Job::secondsLeft() const
{
    const jobs::Progress now = progress();
    if (m_rate <= 0 || now.bytesTotal == 0) {
        return std::nullopt;
    }
    return std::llround(double(now.bytesTotal - now.bytesDone) / m_rate);
}

void Job::tick()
{
    m_elapsedMs = m_clock.elapsed();
    if (m_elapsedMs > settledMs) {
        m_rate = double(progress().bytesDone) * 1000 / double(m_elapsedMs);
    }
    Q_EMIT progressed();
}

void Job::end()
{
    m_timer.stop();
    m_elapsedMs = m_clock.elapsed();
    m_rate = m_elapsedMs > 0 ? double(progress().bytesDone) * 1000 / double(m_elapsedMs) : 0;
    m_running = false;
    Q_EMIT finished();
}

} // namespace streamdesk::ui
