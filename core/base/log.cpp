#include "core/base/log.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/base/utc.h"

#include <array>
#include <cstdio>
#include <mutex>

namespace streamdesk::log {

namespace {

constexpr std::array<std::string_view, 6> names = {"off", "error", "warning", "info", "debug", "trace"};

std::mutex writing;

Sink &sink()
{
    static Sink theSink;
    return theSink;
}

} // namespace

namespace detail {

std::atomic<Level> wanted = Level::Off;

void Piece::appendTo(std::string &message) const
{
    switch (m_kind) {
    case Kind::Text:
        message += m_text;
        break;
    case Kind::Number:
        message += std::to_string(m_number);
        break;
    case Kind::Path:
        message += displayPath(*m_path);
        break;
    }
}

void write(Level level, std::string_view part, std::initializer_list<Piece> message) noexcept
{
    try {
        std::string text;
        for (const Piece &piece : message) {
            piece.appendTo(text);
        }
        std::string line = " ";
        line += levelName(level);
        line += " ";
        line += part;
        line += ": ";
        line += printable(redact(text));
        line += "\n";
        const std::lock_guard lock(writing);
        if (enabled(level) && sink()) {
            sink()(utcNow(TimePrecision::Milliseconds)
                   + line); // the time is taken here, so that lines stand in its order
        }
    } catch (...) {
        wanted.store(Level::Off, std::memory_order_relaxed);
    }
}

} // namespace detail

std::string_view levelName(Level level) noexcept
{
    return names[static_cast<std::size_t>(level)];
}

std::optional<Level> levelFromName(std::string_view name) noexcept
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) {
            return static_cast<Level>(i);
        }
    }
    return std::nullopt;
}

void start(Level level, Sink newSink)
{
    const std::lock_guard lock(writing);
    sink() = std::move(newSink);
    detail::wanted.store(level, std::memory_order_relaxed);
}

void stop() noexcept
{
    detail::wanted.store(Level::Off, std::memory_order_relaxed);
    const std::lock_guard lock(writing);
    sink() = nullptr;
}

} // namespace streamdesk::log
