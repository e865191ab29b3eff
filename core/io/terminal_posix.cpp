#include "core/io/terminal.h"

#include "core/base/errors.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace streamdesk::io {

namespace {

constexpr std::size_t longestLine = 4096;

class TerminalHandle
{
public:
    TerminalHandle() : m_fd(::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)) {}
    ~TerminalHandle()
    {
        if (m_hidden) {
            ::tcsetattr(m_fd, TCSAFLUSH, &m_before);
            write("\n"); // the one that was typed did not show
        }
        if (isOpen()) {
            ::close(m_fd);
        }
    }
    TerminalHandle(const TerminalHandle &) = delete;
    TerminalHandle &operator=(const TerminalHandle &) = delete;

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    [[nodiscard]] bool hide()
    {
        termios without = {};
        if (::tcgetattr(m_fd, &m_before) != 0) {
            return false;
        }
        without = m_before;
        without.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_hidden = ::tcsetattr(m_fd, TCSAFLUSH, &without) == 0;
        return m_hidden;
    }
    void write(std::string_view text) const
    {
        while (!text.empty()) {
            const ssize_t n = ::write(m_fd, text.data(), text.size());
            if (n < 0 && errno != EINTR) {
                return;
            }
            text.remove_prefix(n > 0 ? static_cast<std::size_t>(n) : 0);
        }
    }
    // One byte; false at the end.
    [[nodiscard]] bool read(std::byte &byte, const std::function<bool()> &stopped) const
    {
        for (;;) {
            if (stopped && stopped()) {
                throw StreamError(ErrorCode::Stopped, "stopped");
            }
            pollfd ready = {.fd = m_fd, .events = POLLIN, .revents = 0};
            if (::poll(&ready, 1, 50) <= 0) {
                continue;
            }
            const ssize_t n = ::read(m_fd, &byte, 1);
            if (n >= 0 || (errno != EINTR && errno != EAGAIN)) {
                return n == 1;
            }
        }
    }

private:
    int m_fd;
    bool m_hidden = false;
    termios m_before = {};
};

} // namespace

std::optional<crypto::SecretBytes> askTerminal(std::string_view question, Echo echo,
                                               const std::function<bool()> &stopped)
{
    TerminalHandle terminal;
    if (!terminal.isOpen() || (echo == Echo::Hidden && !terminal.hide())) {
        return std::nullopt;
    }
    terminal.write(question);
    crypto::SecretBytes line(longestLine);
    std::size_t size = 0;
    bool ended = false;
    for (std::byte byte{}; !ended && terminal.read(byte, stopped);) {
        ended = byte == std::byte{'\n'};
        if (!ended && size < longestLine) {
            line.bytes()[size++] = byte;
        }
    }
    if (!ended && size == 0) {
        return std::nullopt;
    }
    crypto::SecretBytes typed(size);
    std::ranges::copy(line.bytes().first(size), typed.bytes().begin());
    return typed;
}

} // namespace streamdesk::io
