#include "core/io/file.h"

#include "core/base/errors.h"
#include "core/base/text.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace streamdesk::io {

namespace {

ErrorCode codeOf(int error, ErrorCode otherwise)
{
    switch (error) {
    case ENOENT:
        return ErrorCode::NotFound;
    case EEXIST:
        return ErrorCode::InTheWay;
    case ENOTDIR:
        return ErrorCode::NotADirectory;
    case EISDIR:
    case ENXIO: // a socket, or a pipe without its other end
        return ErrorCode::NotAFile;
    case ENOSPC:
    case EDQUOT:
        return ErrorCode::DiskFull;
    default:
        return otherwise;
    }
}

[[noreturn]] void fail(const std::filesystem::path &path, std::string_view action, ErrorCode otherwise,
                       int error = errno)
{
    throw IoError(codeOf(error, otherwise),
                  std::string(action) + ": " + std::error_code(error, std::generic_category()).message(),
                  ErrorContext{.file = displayPath(path), .field = {}, .chunk = {}});
}

void withDirectory(const std::filesystem::path &directory, int (*bringToDisk)(int))
{
    const int fd = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        fail(directory, "cannot be opened", ErrorCode::NotReadable);
    }
    const int error = bringToDisk(fd) == 0 ? 0 : errno;
    ::close(fd);
    if (error != 0) {
        fail(directory, "could not be brought to the disk", ErrorCode::IoFailed, error);
    }
}

} // namespace

File::~File()
{
    if (m_owned) {
        ::close(static_cast<int>(m_handle));
    }
}

File File::openForReading(const std::filesystem::path &path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        fail(path, "cannot be read", ErrorCode::NotReadable);
    }
    File file(fd, path, true);
    struct stat status = {};
    if (::fstat(fd, &status) != 0) {
        fail(path, "cannot be read", ErrorCode::NotReadable);
    }
    if (!S_ISREG(status.st_mode)) {
        fail(path, "is no ordinary file", ErrorCode::NotAFile, S_ISDIR(status.st_mode) ? EISDIR : EINVAL);
    }
    return file;
}

File File::create(const std::filesystem::path &path)
{
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0) {
        fail(path, "cannot be created", ErrorCode::NotWritable);
    }
    return File(fd, path, true);
}

File File::standardInput()
{
    return File(STDIN_FILENO, "standard input", false);
}

std::size_t File::read(std::span<std::byte> out, const std::function<bool()> &stopped)
{
    std::size_t done = 0;
    while (done < out.size() && !(stopped && stopped())) {
        if (stopped) {
            // A pipe may stay silent for long; look up often enough to stop within a tenth of a second.
            pollfd ready = {.fd = static_cast<int>(m_handle), .events = POLLIN, .revents = 0};
            if (::poll(&ready, 1, 50) == 0) {
                continue;
            }
        }
        const ssize_t n = ::read(static_cast<int>(m_handle), out.data() + done, out.size() - done);
        if (n == 0) {
            break;
        }
        if (n < 0 && errno != EINTR && errno != EAGAIN) {
            fail(m_path, "cannot be read", ErrorCode::IoFailed);
        }
        done += n > 0 ? static_cast<std::size_t>(n) : 0;
    }
    return done;
}

std::size_t File::readAt(std::span<std::byte> out, std::uint64_t offset) const
{
    std::size_t done = 0;
    while (done < out.size()) {
        const ssize_t n = ::pread(static_cast<int>(m_handle), out.data() + done, out.size() - done,
                                  static_cast<off_t>(offset + done));
        if (n == 0) {
            break;
        }
        if (n < 0 && errno != EINTR) {
            fail(m_path, "cannot be read", ErrorCode::IoFailed);
        }
        done += n > 0 ? static_cast<std::size_t>(n) : 0;
    }
    return done;
}

void File::write(std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t n = ::write(static_cast<int>(m_handle), bytes.data(), bytes.size());
        if (n < 0 && errno != EINTR) {
            fail(m_path, "cannot be written", ErrorCode::IoFailed);
        }
        bytes = bytes.subspan(n > 0 ? static_cast<std::size_t>(n) : 0);
    }
}

std::uint64_t File::size() const
{
    struct stat status = {};
    if (::fstat(static_cast<int>(m_handle), &status) != 0) {
        fail(m_path, "cannot be read", ErrorCode::IoFailed);
    }
    return static_cast<std::uint64_t>(status.st_size);
}

void File::sync()
{
    if (::fsync(static_cast<int>(m_handle)) != 0) {
        fail(m_path, "could not be brought to the disk", ErrorCode::IoFailed);
    }
}

void File::close()
{
    const int fd = static_cast<int>(std::exchange(m_handle, -1));
    if (std::exchange(m_owned, false) && ::close(fd) != 0 && errno != EINTR) {
        fail(m_path, "cannot be written", ErrorCode::IoFailed);
    }
}

void syncDirectory(const std::filesystem::path &directory)
{
    withDirectory(directory, ::fsync);
}

void syncTree(const std::filesystem::path &directory)
{
#ifdef __linux__
    withDirectory(directory, ::syncfs);
#else
    for (const auto &entry : std::filesystem::directory_iterator(directory)) {
        File::openForReading(entry.path()).sync();
    }
    syncDirectory(directory);
#endif
}

void replaceFile(const std::filesystem::path &from, const std::filesystem::path &to)
{
    if (std::rename(from.c_str(), to.c_str()) != 0) {
        fail(to, "cannot be put in place", ErrorCode::NotWritable);
    }
}

bool isReadable(const std::filesystem::path &path) noexcept
{
    return ::access(path.c_str(), R_OK) == 0;
}

bool errorIsTerminal() noexcept
{
    return ::isatty(STDERR_FILENO) == 1;
}

} // namespace streamdesk::io
