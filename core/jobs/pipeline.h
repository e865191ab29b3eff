// The bounded parallel pipeline that build, verify, grant and decrypt share. Items are produced one after the other,
// worked on by all cores at once, and committed one after the other in the order they were produced:
//
//     produce (in order) → work (parallel) → commit (in order)
//
// Memory is the slots and nothing else: a slot is made once, goes through the three stages, and is used again. The
// thread that produced an item works on it while it is warm in the cache; whoever finds the next item in line ready
// commits it, so no thread waits for a role.
#pragma once

#include "core/base/log.h"
#include "core/jobs/job.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace streamdesk::jobs {

struct PipelineShape
{
    unsigned threads = 1;  // at least 1
    std::size_t slots = 1; // at least 1, and at least `threads` to keep all of them busy

    // One thread for each core; twice as many slots, but together not over `memoryBudget` bytes when each slot takes
    // `slotBytes`, and never fewer than one.
    [[nodiscard]] static PipelineShape fitting(std::size_t slotBytes, std::size_t memoryBudget);
};

namespace detail {

// The bookkeeping that does not depend on the slot's type. Slots are used in a ring: item n lives in slot n modulo the
// number of slots. Only one item is next to be produced and one next to be committed, so while their slots are being
// worked on nobody else can take either role.
class Schedule
{
public:
    explicit Schedule(std::size_t slots) : m_states(slots, State::Free) {}

    enum class Role { Commit, Produce, Leave };
    struct Turn
    {
        Role role;
        std::size_t slot;
    };

    // Waits until this thread is needed and says for what.
    [[nodiscard]] Turn next();
    // Produce ended: the slot holds an item, or there are no more.
    void produced(std::size_t slot, bool hasItem);
    void worked(std::size_t slot);
    void committed(std::size_t slot);
    // Ends the pipeline with this error; the first one stays.
    void fail(std::exception_ptr error);
    void rethrow() const;

private:
    enum class State { Free, Producing, Working, Ready, Committing };

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<State> m_states;
    std::uint64_t m_nextToProduce = 0;
    std::uint64_t m_nextToCommit = 0;
    bool m_exhausted = false;
    std::exception_ptr m_error;
};

} // namespace detail

// Runs the pipeline to its end in `shape.threads` threads while the calling thread waits.
//   makeSlot() → Slot          called shape.slots times, before anything else
//   produce(Slot &) → bool     false when there are no more items; never two at once
//   work(Slot &)               any thread, many at once
//   commit(Slot &)             in the order of produce; never two at once
// What a stage throws ends the pipeline and is thrown here; an error of work is kept until its item's turn to be
// committed, so that of several the one that comes first in the data is told, every time. A stop throws Stopped.
template <typename MakeSlot, typename Produce, typename Work, typename Commit>
void runPipeline(const PipelineShape &shape, const JobControl &control, MakeSlot makeSlot, Produce produce, Work work,
                 Commit commit)
{
    struct Place
    {
        decltype(makeSlot()) slot;
        std::exception_ptr error;
    };
    std::vector<Place> places;
    places.reserve(shape.slots);
    for (std::size_t i = 0; i < shape.slots; ++i) {
        places.push_back(Place{makeSlot(), nullptr});
    }
    detail::Schedule schedule(shape.slots);

    const auto produceAndWork = [&](std::size_t at) {
        control.checkStop();
        const bool hasItem = produce(places[at].slot);
        schedule.produced(at, hasItem);
        if (!hasItem) {
            return;
        }
        try {
            control.checkStop();
            work(places[at].slot);
        } catch (...) {
            places[at].error = std::current_exception();
        }
        schedule.worked(at);
    };
    const auto commitOne = [&](std::size_t at) {
        control.checkStop();
        if (places[at].error) {
            std::rethrow_exception(places[at].error);
        }
        commit(places[at].slot);
        schedule.committed(at);
    };
    const auto run = [&] {
        try {
            for (;;) {
                const detail::Schedule::Turn turn = schedule.next();
                switch (turn.role) {
                case detail::Schedule::Role::Commit:
                    commitOne(turn.slot);
                    break;
                case detail::Schedule::Role::Produce:
                    produceAndWork(turn.slot);
                    break;
                case detail::Schedule::Role::Leave:
                    return;
                }
            }
        } catch (...) {
            schedule.fail(std::current_exception());
        }
    };

    std::vector<std::thread> threads;
    threads.reserve(shape.threads);
    try {
        for (unsigned i = 0; i < shape.threads; ++i) {
            threads.emplace_back(run);
        }
    } catch (const std::system_error &) {
        if (threads.empty()) {
            throw;
        } // the system has no more threads to give: fewer do the same work
    }
    log::debug("jobs", "working with ", threads.size(), " threads and ", shape.slots, " slots");
    for (std::thread &thread : threads) {
        thread.join();
    }
    schedule.rethrow();
}

} // namespace streamdesk::jobs
