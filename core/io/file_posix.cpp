#include "core/io/file.h"

#include "core/base/errors.h"
#include "core/base/log.h"
#include "core/base/text.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <poll.h>
#include <string_view>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#ifdef __linux__
#include <linux/fs.h>
#include <sys/xattr.h>
#endif

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

void requireRegular(int fd, const std::filesystem::path &path, std::string_view action, ErrorCode otherwise)
{
    struct stat status = {};
    if (::fstat(fd, &status) != 0) {
        fail(path, action, otherwise);
    }
    if (!S_ISREG(status.st_mode)) {
        fail(path, "is no ordinary file", ErrorCode::NotAFile, S_ISDIR(status.st_mode) ? EISDIR : EINVAL);
    }
}

#ifdef __linux__

// Access lists and security labels, which no chmod carries over: names and values.
std::string attributesOf(const std::filesystem::path &path)
{
    const auto fetch = [](const auto &call) {
        const ssize_t size = call(nullptr, 0);
        std::string bytes(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
        const ssize_t got = size > 0 ? call(bytes.data(), bytes.size()) : 0;
        bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return bytes;
    };
    const std::string names = fetch([&](char *out, std::size_t size) { return ::listxattr(path.c_str(), out, size); });
    std::string all = names;
    for (std::size_t at = 0; at < names.size(); at = names.find('\0', at) + 1) {
        const char *const name = names.c_str() + at;
        all += fetch([&](char *out, std::size_t size) { return ::getxattr(path.c_str(), name, out, size); });
    }
    return all;
}

#endif

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
    requireRegular(fd, path, "cannot be read", ErrorCode::NotReadable);
    return file;
}

File File::openForAppending(const std::filesystem::path &path)
{
    const int fd = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0600);
    if (fd < 0) {
        fail(path, "cannot be written", ErrorCode::NotWritable);
    }
    File file(fd, path, true);
    requireRegular(fd, path, "cannot be written", ErrorCode::NotWritable);
    return file;
}

File File::create(const std::filesystem::path &path, Access access)
{
    const mode_t mode = access == Access::OwnerOnly ? 0600 : 0666;
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
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

void File::writeAt(std::span<const std::byte> bytes, std::uint64_t offset)
{
    while (!bytes.empty()) {
        const ssize_t n = ::pwrite(static_cast<int>(m_handle), bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (n < 0 && errno != EINTR) {
            fail(m_path, "cannot be written", ErrorCode::IoFailed);
        }
        const std::size_t written = n > 0 ? static_cast<std::size_t>(n) : 0;
        bytes = bytes.subspan(written);
        offset += written;
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

void File::beginSync() noexcept
{
#ifdef __linux__
    (void)::sync_file_range(static_cast<int>(m_handle), 0, 0, SYNC_FILE_RANGE_WRITE);
#endif
}

void File::sync()
{
    if (::fsync(static_cast<int>(m_handle)) != 0) {
        fail(m_path, "could not be brought to the disk", ErrorCode::IoFailed);
    }
    log::debug("io", "fsync of ", m_path);
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
    log::debug("io", "fsync of the folder ", directory);
}

void syncTree(const std::filesystem::path &directory)
{
#ifdef __linux__
    withDirectory(directory, ::syncfs);
    log::debug("io", "syncfs of the file system of ", directory);
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

bool exchangeFolders(const std::filesystem::path &one, const std::filesystem::path &other) noexcept
{
#ifdef __linux__
    return ::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0;
#else
    return false;
#endif
}

bool makeAlike(const std::filesystem::path &folder, const std::filesystem::path &other)
{
#ifdef __linux__
    struct stat ours = {};
    struct stat theirs = {};
    struct stat working = {};
    if (::stat(folder.c_str(), &ours) != 0 || ::lstat(other.c_str(), &theirs) != 0 || ::stat(".", &working) != 0
        || !S_ISDIR(theirs.st_mode)) {
        return false;
    }
    const bool isWorkingFolder = theirs.st_dev == working.st_dev && theirs.st_ino == working.st_ino;
    return !isWorkingFolder && attributesOf(folder) == attributesOf(other) && ours.st_dev == theirs.st_dev
           && ours.st_uid == theirs.st_uid && ours.st_gid == theirs.st_gid
           && ::chmod(folder.c_str(), theirs.st_mode & 07777U) == 0;
#else
    return false;
#endif
}

namespace {

FileMark markIn(const struct stat &status)
{
#ifdef __APPLE__
    const timespec time = status.st_mtimespec;
#else
    const timespec time = status.st_mtim;
#endif
    constexpr std::int64_t perSecond = 1'000'000'000;
    return {.size = std::uint64_t(status.st_size), .modified = time.tv_sec * perSecond + time.tv_nsec};
}

struct FolderCloser
{
    void operator()(DIR *folder) const { ::closedir(folder); }
};

[[noreturn]] void failListing(const std::filesystem::path &folder, int error)
{
    const ErrorContext here{.file = displayPath(folder), .field = {}, .chunk = {}};
    switch (error) {
    case ENOENT:
        throw IoError(ErrorCode::NotFound, "does not exist", here);
    case ENOTDIR:
        throw IoError(ErrorCode::NotADirectory, "is no folder", here);
    default:
        throw IoError(ErrorCode::NotReadable, "cannot be read: " + std::generic_category().message(error), here);
    }
}

} // namespace

std::optional<FileMark> markOf(const std::filesystem::path &path) noexcept
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 ? std::optional(markIn(status)) : std::nullopt;
}

std::vector<FolderEntry> listFolder(const std::filesystem::path &folder, Marks marks)
{
    const std::unique_ptr<DIR, FolderCloser> open(::opendir(folder.c_str()));
    if (!open) {
        failListing(folder, errno);
    }
    const int handle = ::dirfd(open.get());
    std::vector<FolderEntry> entries;
    for (;;) {
        errno = 0;
        const dirent *const entry = ::readdir(open.get()); // each thread has its own DIR
        if (entry == nullptr) {
            if (errno != 0) {
                failListing(folder, errno);
            }
            return entries;
        }
        const std::string_view name = entry->d_name;
        if (name == "." || name == "..") {
            continue;
        }
        FolderEntry added{.name = std::string(name), .isFolder = entry->d_type == DT_DIR};
        const bool typeIsOpen = entry->d_type == DT_UNKNOWN || entry->d_type == DT_LNK;
        struct stat status = {};
        if ((typeIsOpen || marks == Marks::Asked) && ::fstatat(handle, entry->d_name, &status, 0) == 0) {
            added.isFolder = S_ISDIR(status.st_mode);
            added.mark = marks == Marks::Asked ? std::optional(markIn(status)) : std::nullopt;
        }
        entries.push_back(std::move(added));
    }
}

bool isReadable(const std::filesystem::path &path) noexcept
{
    return ::access(path.c_str(), R_OK) == 0;
}

bool inputIsTerminal() noexcept
{
    return ::isatty(STDIN_FILENO) == 1;
}

bool errorIsTerminal() noexcept
{
    return ::isatty(STDERR_FILENO) == 1;
}

std::optional<Terminal> outputTerminal() noexcept
{
    if (::isatty(STDOUT_FILENO) != 1) {
        return std::nullopt;
    }
    Terminal terminal;
    winsize size = {};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
        terminal.columns = size.ws_col;
    }
    for (const char *const name : {"LC_ALL", "LC_CTYPE", "LANG"}) { // the first that is set decides
        const char *const locale = std::getenv(name);
        if (locale != nullptr && *locale != '\0') {
            const std::string_view text = locale;
            const auto names = [text](const char *spelling) { return text.find(spelling) != std::string_view::npos; };
            terminal.utf8 = names("UTF-8") || names("utf8") || names("UTF8") || names("utf-8");
            break;
        }
    }
    return terminal;
}

} // namespace streamdesk::io
