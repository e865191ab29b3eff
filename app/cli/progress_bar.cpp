#include "progress_bar.h"

#include "core/io/file.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace streamdesk::cli {

namespace {

constexpr std::size_t barWidth = 24;
constexpr auto between = std::chrono::milliseconds(100);

std::string describeSeconds(double seconds)
{
    const auto whole = std::lround(seconds);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%ld:%02ld", whole / 60, whole % 60);
    return text.data();
}

} // namespace

ProgressBar::ProgressBar(Session &session, std::string action)
    : m_session(session), m_action(std::move(action)),
      m_visible(!session.quiet && !session.logsToError && io::errorIsTerminal())
{
}

ProgressBar::~ProgressBar()
{
    finish();
}

void ProgressBar::finish()
{
    if (m_drawn) {
        std::fputs("\r\x1b[K", stderr);
        m_drawn = false;
    }
}

jobs::JobControl ProgressBar::control()
{
    jobs::JobControl control{.stop = &m_session.stop, .progress = {}};
    if (m_visible) {
        control.progress = [this](const jobs::Progress &progress) { draw(progress); };
    }
    return control;
}

void ProgressBar::draw(const jobs::Progress &progress)
{
    const Clock::time_point now = Clock::now();
    if (now - m_lastDrawn < between) {
        return;
    }
    m_lastDrawn = now;
    m_drawn = true;

    const bool byBytes = progress.bytesDone > 0;
    const double seconds = std::chrono::duration<double>(now - m_start).count();
    const auto done = static_cast<double>(byBytes ? progress.bytesDone : progress.chunksDone);
    const auto total = static_cast<double>(byBytes ? progress.bytesTotal : progress.chunksTotal);
    const auto amount = [&](std::uint64_t n) { return byBytes ? describeBytes(n) : grouped(n) + " chunks"; };

    std::string line = "\r\x1b[K" + m_action + "  ";
    if (total > 0) {
        const double share = std::min(done / total, 1.0);
        const auto filled = static_cast<std::size_t>(share * barWidth);
        line += "[" + std::string(filled, '#') + std::string(barWidth - filled, '.') + "] ";
        line += std::to_string(static_cast<int>(share * 100)) + " %  ";
        line += amount(static_cast<std::uint64_t>(done)) + " of " + amount(static_cast<std::uint64_t>(total));
    } else {
        line += amount(static_cast<std::uint64_t>(done));
    }
    if (byBytes && seconds > 0) {
        line += "  " + describeBytes(static_cast<std::uint64_t>(done / seconds)) + "/s";
    }
    if (total > 0 && done > 0) {
        line += "  " + describeSeconds(seconds * (total - done) / done) + " left";
    }
    std::fputs(line.c_str(), stderr);
    std::fflush(stderr);
}

} // namespace streamdesk::cli
