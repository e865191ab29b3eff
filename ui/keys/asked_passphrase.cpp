#include "ui/keys/asked_passphrase.h"

namespace streamdesk::ui {

void AskedPassphrase::answer(std::optional<crypto::SecretBytes> passphrase)
{
    {
        const std::lock_guard guard(m_mutex);
        if (m_done) {
            return;
        }
        m_done = true;
        m_passphrase = std::move(passphrase);
    }
    m_answered.notify_all();
}

bool AskedPassphrase::isAnswered() const
{
    const std::lock_guard guard(m_mutex);
    return m_done;
}

std::optional<crypto::SecretBytes> AskedPassphrase::wait()
{
    std::unique_lock guard(m_mutex);
    m_answered.wait(guard, [this] { return m_done; });
    return std::move(m_passphrase);
}

void OpenQuestions::add(const std::shared_ptr<AskedPassphrase> &question)
{
    const std::lock_guard guard(m_mutex);
    if (m_closed) {
        question->answer(std::nullopt);
        return;
    }
    std::erase_if(m_questions, [](const auto &one) { return one.expired(); });
    m_questions.push_back(question);
}

void OpenQuestions::refuseAll()
{
    const std::lock_guard guard(m_mutex);
    for (const auto &one : m_questions) {
        if (const auto question = one.lock()) {
            question->answer(std::nullopt);
        }
    }
    m_questions.clear();
}

void OpenQuestions::close()
{
    {
        const std::lock_guard guard(m_mutex);
        m_closed = true;
    }
    refuseAll();
}

} // namespace streamdesk::ui
