// What every long piece of work takes from its caller: a way to be stopped and somebody to tell how far it is.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

namespace streamdesk::jobs {

// Set from any thread or from a signal handler; the work ends within 100 ms by throwing StreamError Stopped and leaves
// nothing half-written.
class StopFlag
{
public:
    void requestStop() noexcept { m_requested.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool stopRequested() const noexcept { return m_requested.load(std::memory_order_relaxed); }
    // Throws StreamError Stopped when a stop was requested.
    void check() const;

private:
    std::atomic<bool> m_requested = false;
    static_assert(std::atomic<bool>::is_always_lock_free);
};

struct Progress
{
    std::uint64_t bytesDone = 0;
    std::uint64_t bytesTotal = 0; // 0 when nobody can know
    std::uint64_t chunksDone = 0;
    std::uint64_t chunksTotal = 0; // 0 when nobody can know
};

// Called from the work's own threads, never two at once. Must be quick and must not throw.
using ProgressFunction = std::function<void(const Progress &)>;

// Passed by value to every job. The flag must outlive the job; without one it cannot be stopped.
struct JobControl
{
    const StopFlag *stop = nullptr;
    ProgressFunction progress;

    [[nodiscard]] bool stopRequested() const noexcept { return stop != nullptr && stop->stopRequested(); }
    void checkStop() const
    {
        if (stop != nullptr) {
            stop->check();
        }
    }
    void report(const Progress &state) const
    {
        if (progress) {
            progress(state);
        }
    }
};

} // namespace streamdesk::jobs
