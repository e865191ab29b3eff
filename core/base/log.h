// What the program did, one line an event, for whoever looks for the cause of something:
//
//     2026-11-22T10:11:12.345Z info package: opened 7 envelopes in 3 ms
//
// Off unless started. A call that is not wanted costs one relaxed atomic load; nothing is put into words. No line holds
// key material: only text, numbers and paths can be passed, so SecretBytes and the key types do not compile, and what
// looks like a key all the same is redacted. Control characters from files never pass.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace streamdesk::log {

// Each includes those before it.
enum class Level { Off, Error, Warning, Info, Debug, Trace };

// "off", "error", … as people write it.
[[nodiscard]] std::string_view levelName(Level level) noexcept;
[[nodiscard]] std::optional<Level> levelFromName(std::string_view name) noexcept;

// Takes one line with its line break. Never called twice at once. What it throws ends the logging and goes no further:
// a full disk must not stop the work that is being logged.
using Sink = std::function<void(std::string_view line)>;

// start() and stop() belong to one thread, while no other thread logs; everything else may be called from any thread.
void start(Level level, Sink sink);
void stop() noexcept;

namespace detail {

extern std::atomic<Level> wanted;

// One part of a message; refers to what it was made from.
class Piece
{
public:
    template <typename T>
    requires std::is_convertible_v<const T &, std::string_view> Piece(const T &text) : m_kind(Kind::Text), m_text(text)
    {
    }
    template <typename T>
    requires(std::is_unsigned_v<T> && !std::is_same_v<T, bool>) Piece(const T &number)
        : m_kind(Kind::Number), m_number(number)
    {
    }
    template <typename T>
    requires std::is_same_v<T, std::filesystem::path> Piece(const T &path) : m_kind(Kind::Path), m_path(&path) {}

    void appendTo(std::string &message) const;

private:
    enum class Kind { Text, Number, Path };

    Kind m_kind;
    std::string_view m_text;
    std::uint64_t m_number = 0;
    const std::filesystem::path *m_path = nullptr;
};

void write(Level level, std::string_view part, std::initializer_list<Piece> message) noexcept;

} // namespace detail

// What a message may be made of: text in UTF-8, unsigned numbers, paths.
template <typename T>
concept Loggable = std::is_constructible_v<detail::Piece, const T &>;

[[nodiscard]] inline bool enabled(Level level) noexcept
{
    return level <= detail::wanted.load(std::memory_order_relaxed);
}

// Writes one line. `part` is the room that speaks: "io", "package". Never throws.
template <Loggable... Pieces>
void write(Level level, std::string_view part, const Pieces &...pieces) noexcept
{
    if (enabled(level)) {
        detail::write(level, part, {detail::Piece(pieces)...});
    }
}
template <Loggable... Pieces>
void error(std::string_view part, const Pieces &...pieces) noexcept
{
    write(Level::Error, part, pieces...);
}
template <Loggable... Pieces>
void warning(std::string_view part, const Pieces &...pieces) noexcept
{
    write(Level::Warning, part, pieces...);
}
template <Loggable... Pieces>
void info(std::string_view part, const Pieces &...pieces) noexcept
{
    write(Level::Info, part, pieces...);
}
template <Loggable... Pieces>
void debug(std::string_view part, const Pieces &...pieces) noexcept
{
    write(Level::Debug, part, pieces...);
}
template <Loggable... Pieces>
void trace(std::string_view part, const Pieces &...pieces) noexcept
{
    write(Level::Trace, part, pieces...);
}

// How long something took.
class Stopwatch
{
public:
    [[nodiscard]] std::uint64_t milliseconds() const
    {
        const auto passed = std::chrono::steady_clock::now() - m_start;
        return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(passed).count());
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace streamdesk::log
