// A question that a thread at work asks a person, and waits for the answer.
#pragma once

#include "core/keys/secret_home.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace streamdesk::ui {

class AskedPassphrase
{
public:
    explicit AskedPassphrase(keys::PassphraseRequest request) : m_request(std::move(request)) {}

    [[nodiscard]] const keys::PassphraseRequest &request() const noexcept { return m_request; }
    // Any thread. The first answer counts; nothing means that there is none.
    void answer(std::optional<crypto::SecretBytes> passphrase);
    [[nodiscard]] bool isAnswered() const;
    // For the thread that asked.
    [[nodiscard]] std::optional<crypto::SecretBytes> wait();

private:
    const keys::PassphraseRequest m_request;
    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable m_answered;
    bool m_done = false;
    std::optional<crypto::SecretBytes> m_passphrase;
};

// The questions that nobody has answered yet, so that they can be put to an end together. Any thread.
class OpenQuestions
{
public:
    // Answered with nothing at once after close().
    void add(const std::shared_ptr<AskedPassphrase> &question);
    // Answers all of them with nothing.
    void refuseAll();
    void close();

private:
    std::mutex m_mutex;
    std::vector<std::weak_ptr<AskedPassphrase>> m_questions;
    bool m_closed = false;
};

} // namespace streamdesk::ui
