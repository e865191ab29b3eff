#include "core/jobs/pipeline.h"

#include <algorithm>

namespace streamdesk::jobs {

PipelineShape PipelineShape::fitting(std::size_t slotBytes, std::size_t memoryBudget)
{
    const unsigned threads = std::clamp(std::thread::hardware_concurrency(), 1U, 64U);
    const std::size_t affordable = memoryBudget / std::max<std::size_t>(slotBytes, 1);
    const std::size_t slots = std::clamp<std::size_t>(affordable, 1, std::size_t{2} * threads);
    return PipelineShape{.threads = static_cast<unsigned>(std::min<std::size_t>(threads, slots)), .slots = slots};
}

namespace detail {

Schedule::Turn Schedule::next()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        const std::size_t commitSlot = m_nextToCommit % m_states.size();
        const std::size_t produceSlot = m_nextToProduce % m_states.size();
        if (m_error || (m_exhausted && m_nextToCommit == m_nextToProduce)) {
            return Turn{Role::Leave, 0};
        }
        if (m_states[commitSlot] == State::Ready) {
            m_states[commitSlot] = State::Committing;
            return Turn{Role::Commit, commitSlot};
        }
        if (!m_exhausted && m_states[produceSlot] == State::Free) {
            m_states[produceSlot] = State::Producing;
            return Turn{Role::Produce, produceSlot};
        }
        m_changed.wait(lock);
    }
}

void Schedule::produced(std::size_t slot, bool hasItem)
{
    {
        const std::lock_guard lock(m_mutex);
        m_states[slot] = hasItem ? State::Working : State::Free;
        m_exhausted = !hasItem;
        m_nextToProduce += hasItem ? 1 : 0;
    }
    m_changed.notify_all();
}

void Schedule::worked(std::size_t slot)
{
    {
        const std::lock_guard lock(m_mutex);
        m_states[slot] = State::Ready;
    }
    m_changed.notify_all();
}

void Schedule::committed(std::size_t slot)
{
    {
        const std::lock_guard lock(m_mutex);
        m_states[slot] = State::Free;
        ++m_nextToCommit;
    }
    m_changed.notify_all();
}

void Schedule::fail(std::exception_ptr error)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_error) {
            m_error = std::move(error);
        }
    }
    m_changed.notify_all();
}

void Schedule::rethrow() const
{
    if (m_error) {
        std::rethrow_exception(m_error);
    }
}

} // namespace detail

} // namespace streamdesk::jobs
