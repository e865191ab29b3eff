// How far a job is, on one line of a terminal.
#pragma once

#include "command.h"

#include <chrono>
#include <string>

namespace streamdesk::cli {

// Draws on standard error when that is a terminal, nothing asked for quiet and no log goes there; else does nothing.
// Leaves a clean line. Must outlive the control it gave out.
class ProgressBar
{
public:
    // `action`: what is being done, "Verifying".
    ProgressBar(Session &session, std::string action);
    ~ProgressBar();
    ProgressBar(const ProgressBar &) = delete;
    ProgressBar &operator=(const ProgressBar &) = delete;

    // For a job: this bar and the session's stop flag.
    [[nodiscard]] jobs::JobControl control();
    // Takes the bar off the screen, before anything else is said there.
    void finish();

private:
    using Clock = std::chrono::steady_clock;

    void draw(const jobs::Progress &progress);

    Session &m_session;
    std::string m_action;
    bool m_visible;
    bool m_drawn = false;
    Clock::time_point m_start = Clock::now();
    Clock::time_point m_lastDrawn = m_start;
};

} // namespace streamdesk::cli
