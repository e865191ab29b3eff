// How long the window does not answer at the most, and how much memory it takes meanwhile.
#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <utility>

#ifdef __linux__
#include <ctime>
#endif

namespace streamdesk::test {

// Bytes of this process that are in memory; 0 where the system does not tell in Linux's way.
inline qint64 memoryInUse()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    constexpr qint64 pageBytes = 4096;
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * pageBytes : 0;
}

// What this thread has worked so far, in nanoseconds; 0 where the system does not tell in Linux's way.
inline qint64 workedNs()
{
#ifdef __linux__
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
#else
    return 0;
#endif
}

// Wants to be called every millisecond: the longest time between two calls is the longest gap between turns of the
// event loop, a millisecond of it its own. Use waitUntil() beside it: QTest's waiting sleeps between turns.
class LoopWatch : public QObject
{
public:
    LoopWatch()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &LoopWatch::turn);
        m_turn.start();
        m_worked = workedNs();
        m_timer.start(1);
    }

    // Since the last time it was asked, in milliseconds; with what is going on just now.
    [[nodiscard]] double takeLongestMs()
    {
        turn();
        return double(std::exchange(m_longest, 0)) / 1e6;
    }
    // The same of what the thread itself worked in a turn, whatever else went on on the machine.
    [[nodiscard]] double takeMostWorkMs() { return double(std::exchange(m_mostWork, 0)) / 1e6; }
    [[nodiscard]] qint64 mostMemory() const { return m_mostMemory; } // bytes

private:
    void turn()
    {
        m_longest = std::max(m_longest, m_turn.nsecsElapsed());
        const qint64 worked = workedNs();
        m_mostWork = std::max(m_mostWork, worked - std::exchange(m_worked, worked));
        if (++m_turns % 16 == 0) {
            m_mostMemory = std::max(m_mostMemory, memoryInUse());
        }
        m_turn.start();
    }

    QTimer m_timer;
    QElapsedTimer m_turn;
    qint64 m_longest = 0;
    qint64 m_worked = 0;
    qint64 m_mostWork = 0;
    qint64 m_mostMemory = 0;
    int m_turns = 0;
};

// Runs the event loop as the program's own until `done`, asked every two milliseconds. False when that takes too long.
inline bool waitUntil(const std::function<bool()> &done, int mostMs = 300'000)
{
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (done()) {
            loop.quit();
        }
    });
    look.start(2);
    bool late = false;
    QTimer::singleShot(mostMs, &loop, [&] {
        late = true;
        loop.quit();
    });
    loop.exec();
    return !late;
}

// Lets the event loop run, for what comes a little later.
inline void settle(int ms = 50)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace streamdesk::test
