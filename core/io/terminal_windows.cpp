#include "core/io/terminal.h"

#include "core/base/errors.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <windows.h>

namespace streamdesk::io {

namespace {

constexpr std::size_t longestLine = 4096;

class Handle
{
public:
    explicit Handle(const wchar_t *name)
        : m_handle(CreateFileW(name, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                               OPEN_EXISTING, 0, nullptr))
    {
    }
    ~Handle()
    {
        if (isOpen()) {
            CloseHandle(m_handle);
        }
    }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;

    [[nodiscard]] bool isOpen() const { return m_handle != INVALID_HANDLE_VALUE; }
    [[nodiscard]] HANDLE get() const { return m_handle; }

private:
    HANDLE m_handle;
};

// Puts the console's mode back when it goes.
class Mode
{
public:
    Mode(HANDLE console, Echo echo) : m_console(console)
    {
        m_changed = GetConsoleMode(console, &m_before) != 0
                    && (echo == Echo::Shown || SetConsoleMode(console, m_before & ~DWORD{ENABLE_ECHO_INPUT}) != 0);
    }
    ~Mode()
    {
        if (m_changed) {
            SetConsoleMode(m_console, m_before);
        }
    }
    Mode(const Mode &) = delete;
    Mode &operator=(const Mode &) = delete;

    [[nodiscard]] bool isSet() const { return m_changed; }

private:
    HANDLE m_console;
    DWORD m_before = 0;
    bool m_changed = false;
};

void write(HANDLE console, std::string_view text)
{
    std::wstring wide(text.size(), L'\0');
    const int length = MultiByteToWideChar(CP_UTF8, 0, text.data(), static_cast<int>(text.size()), wide.data(),
                                           static_cast<int>(wide.size()));
    WriteConsoleW(console, wide.data(), static_cast<DWORD>(length), nullptr, nullptr);
}

} // namespace

std::optional<crypto::SecretBytes> askTerminal(std::string_view question, Echo echo,
                                               const std::function<bool()> &stopped)
{
    const Handle input(L"CONIN$");
    const Handle output(L"CONOUT$");
    if (!input.isOpen() || !output.isOpen()) {
        return std::nullopt;
    }
    const Mode mode(input.get(), echo);
    if (!mode.isSet()) {
        return std::nullopt;
    }
    write(output.get(), question);
    std::array<wchar_t, longestLine> typed{};
    DWORD count = 0;
    const bool read = ReadConsoleW(input.get(), typed.data(), static_cast<DWORD>(typed.size()), &count, nullptr) != 0;
    if (stopped && stopped()) { // Ctrl+C ends the reading
        crypto::wipe(std::as_writable_bytes(std::span(typed)));
        throw StreamError(ErrorCode::Stopped, "stopped");
    }
    const bool ended = read && count > 0;
    while (count > 0 && (typed[count - 1] == L'\n' || typed[count - 1] == L'\r')) {
        --count;
    }
    crypto::SecretBytes line(3 * std::size_t{count} + 1);
    const int size = count == 0 ? 0
                                : WideCharToMultiByte(CP_UTF8, 0, typed.data(), static_cast<int>(count),
                                                      reinterpret_cast<char *>(line.bytes().data()),
                                                      static_cast<int>(line.size()), nullptr, nullptr);
    crypto::wipe(std::as_writable_bytes(std::span(typed)));
    if (echo == Echo::Hidden) {
        write(output.get(), "\r\n");
    }
    if (!ended) {
        return std::nullopt;
    }
    crypto::SecretBytes result(static_cast<std::size_t>(size));
    std::ranges::copy(line.bytes().first(result.size()), result.bytes().begin());
    return result;
}

} // namespace streamdesk::io
