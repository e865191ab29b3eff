#include "core/io/file.h"

#include "core/base/errors.h"
#include "core/base/text.h"

#include <algorithm>
#include <io.h>
#include <system_error>
#include <utility>
#include <windows.h>

namespace streamdesk::io {

namespace {

constexpr DWORD atOnce = 1U << 30U; // ReadFile and WriteFile count in 32 bits

ErrorCode codeOf(DWORD error, ErrorCode otherwise)
{
    switch (error) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
        return ErrorCode::NotFound;
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS:
        return ErrorCode::InTheWay;
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
        return ErrorCode::DiskFull;
    default:
        return otherwise;
    }
}

[[noreturn]] void fail(const std::filesystem::path &path, std::string_view action, ErrorCode otherwise,
                       DWORD error = GetLastError())
{
    throw IoError(codeOf(error, otherwise),
                  std::string(action) + ": " + std::system_category().message(static_cast<int>(error)),
                  ErrorContext{.file = displayPath(path), .field = {}, .chunk = {}});
}

HANDLE handleOf(std::intptr_t handle)
{
    return reinterpret_cast<HANDLE>(handle);
}

OVERLAPPED at(std::uint64_t offset)
{
    OVERLAPPED place = {};
    place.Offset = static_cast<DWORD>(offset);
    place.OffsetHigh = static_cast<DWORD>(offset >> 32U);
    return place;
}

} // namespace

File::~File()
{
    if (m_owned) {
        CloseHandle(handleOf(m_handle));
    }
}

File File::openForReading(const std::filesystem::path &path)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        fail(path, "is no ordinary file", ErrorCode::NotAFile, ERROR_DIRECTORY);
    }
    const HANDLE handle =
        CreateFileW(path.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                    OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        fail(path, "cannot be read", ErrorCode::NotReadable);
    }
    File file(reinterpret_cast<std::intptr_t>(handle), path, true);
    if (GetFileType(handle) != FILE_TYPE_DISK) {
        fail(path, "is no ordinary file", ErrorCode::NotAFile, ERROR_INVALID_HANDLE);
    }
    return file;
}

File File::openForAppending(const std::filesystem::path &path)
{
    const HANDLE handle = CreateFileW(path.c_str(), FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                                      OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        fail(path, "cannot be written", ErrorCode::NotWritable);
    }
    File file(reinterpret_cast<std::intptr_t>(handle), path, true);
    if (GetFileType(handle) != FILE_TYPE_DISK) {
        fail(path, "is no ordinary file", ErrorCode::NotAFile, ERROR_INVALID_HANDLE);
    }
    return file;
}

File File::create(const std::filesystem::path &path, Access /*access*/)
{
    const HANDLE handle =
        CreateFileW(path.c_str(), GENERIC_WRITE, FILE_SHARE_READ, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        fail(path, "cannot be created", ErrorCode::NotWritable);
    }
    return File(reinterpret_cast<std::intptr_t>(handle), path, true);
}

File File::standardInput()
{
    return File(reinterpret_cast<std::intptr_t>(GetStdHandle(STD_INPUT_HANDLE)), "standard input", false);
}

std::size_t File::read(std::span<std::byte> out, const std::function<bool()> &stopped)
{
    std::size_t done = 0;
    while (done < out.size() && !(stopped && stopped())) {
        DWORD n = 0;
        const auto wanted = static_cast<DWORD>(std::min<std::size_t>(out.size() - done, atOnce));
        if (!ReadFile(handleOf(m_handle), out.data() + done, wanted, &n, nullptr)
            && GetLastError() != ERROR_BROKEN_PIPE) {
            fail(m_path, "cannot be read", ErrorCode::IoFailed);
        }
        if (n == 0) {
            break;
        }
        done += n;
    }
    return done;
}

std::size_t File::readAt(std::span<std::byte> out, std::uint64_t offset) const
{
    std::size_t done = 0;
    while (done < out.size()) {
        DWORD n = 0;
        OVERLAPPED place = at(offset + done);
        const auto wanted = static_cast<DWORD>(std::min<std::size_t>(out.size() - done, atOnce));
        if (!ReadFile(handleOf(m_handle), out.data() + done, wanted, &n, &place)
            && GetLastError() != ERROR_HANDLE_EOF) {
            fail(m_path, "cannot be read", ErrorCode::IoFailed);
        }
        if (n == 0) {
            break;
        }
        done += n;
    }
    return done;
}

void File::write(std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        DWORD n = 0;
        const auto wanted = static_cast<DWORD>(std::min<std::size_t>(bytes.size(), atOnce));
        if (!WriteFile(handleOf(m_handle), bytes.data(), wanted, &n, nullptr)) {
            fail(m_path, "cannot be written", ErrorCode::IoFailed);
        }
        bytes = bytes.subspan(n);
    }
}

void File::writeAt(std::span<const std::byte> bytes, std::uint64_t offset)
{
    while (!bytes.empty()) {
        DWORD n = 0;
        OVERLAPPED place = at(offset);
        const auto wanted = static_cast<DWORD>(std::min<std::size_t>(bytes.size(), atOnce));
        if (!WriteFile(handleOf(m_handle), bytes.data(), wanted, &n, &place)) {
            fail(m_path, "cannot be written", ErrorCode::IoFailed);
        }
        bytes = bytes.subspan(n);
        offset += n;
    }
}

std::uint64_t File::size() const
{
    LARGE_INTEGER size = {};
    if (!GetFileSizeEx(handleOf(m_handle), &size)) {
        fail(m_path, "cannot be read", ErrorCode::IoFailed);
    }
    return static_cast<std::uint64_t>(size.QuadPart);
}

void File::beginSync() noexcept {}

void File::sync()
{
    if (!FlushFileBuffers(handleOf(m_handle))) {
        fail(m_path, "could not be brought to the disk", ErrorCode::IoFailed);
    }
}

void File::close()
{
    const HANDLE handle = handleOf(std::exchange(m_handle, -1));
    if (std::exchange(m_owned, false) && !CloseHandle(handle)) {
        fail(m_path, "cannot be written", ErrorCode::IoFailed);
    }
}

void syncDirectory(const std::filesystem::path &)
{
    // NTFS keeps its own journal of names.
}

void syncTree(const std::filesystem::path &directory)
{
    for (const auto &entry : std::filesystem::directory_iterator(directory)) {
        const HANDLE handle = CreateFileW(entry.path().c_str(), GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING,
                                          FILE_ATTRIBUTE_NORMAL, nullptr);
        const bool flushed = handle != INVALID_HANDLE_VALUE && FlushFileBuffers(handle);
        const DWORD error = GetLastError();
        if (handle != INVALID_HANDLE_VALUE) {
            CloseHandle(handle);
        }
        if (!flushed) {
            fail(entry.path(), "could not be brought to the disk", ErrorCode::IoFailed, error);
        }
    }
}

void replaceFile(const std::filesystem::path &from, const std::filesystem::path &to)
{
    if (!MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH)) {
        fail(to, "cannot be put in place", ErrorCode::NotWritable);
    }
}

bool exchangeFolders(const std::filesystem::path &, const std::filesystem::path &) noexcept
{
    return false;
}

bool makeAlike(const std::filesystem::path &, const std::filesystem::path &)
{
    return false;
}

std::optional<FileMark> markOf(const std::filesystem::path &path) noexcept
{
    WIN32_FILE_ATTRIBUTE_DATA data;
    if (GetFileAttributesExW(path.c_str(), GetFileExInfoStandard, &data) == 0) {
        return std::nullopt;
    }
    const auto joined = [](DWORD high, DWORD low) { return (std::uint64_t{high} << 32U) | low; };
    return FileMark{.size = joined(data.nFileSizeHigh, data.nFileSizeLow),
                    .modified = static_cast<std::int64_t>(
                        joined(data.ftLastWriteTime.dwHighDateTime, data.ftLastWriteTime.dwLowDateTime))};
}

std::vector<FolderEntry> listFolder(const std::filesystem::path &folder, Marks marks)
{
    const ErrorContext here{.file = displayPath(folder), .field = {}, .chunk = {}};
    std::vector<FolderEntry> entries;
    std::error_code error;
    std::filesystem::directory_iterator files(folder, error);
    for (; !error && files != std::filesystem::directory_iterator(); files.increment(error)) {
        std::error_code ignored;
        const std::u8string name = files->path().filename().u8string();
        entries.push_back({.name = std::string(reinterpret_cast<const char *>(name.data()), name.size()),
                           .isFolder = files->is_directory(ignored),
                           .mark = marks == Marks::Asked ? markOf(files->path()) : std::nullopt});
    }
    if (error == std::errc::no_such_file_or_directory) {
        throw IoError(ErrorCode::NotFound, "does not exist", here);
    }
    if (error == std::errc::not_a_directory) {
        throw IoError(ErrorCode::NotADirectory, "is no folder", here);
    }
    if (error) {
        throw IoError(ErrorCode::NotReadable, "cannot be read: " + error.message(), here);
    }
    return entries;
}

bool isReadable(const std::filesystem::path &path) noexcept
{
    return _waccess(path.c_str(), 4) == 0;
}

bool inputIsTerminal() noexcept
{
    return _isatty(_fileno(stdin)) != 0;
}

bool errorIsTerminal() noexcept
{
    return _isatty(_fileno(stderr)) != 0;
}

std::optional<Terminal> outputTerminal() noexcept
{
    if (_isatty(_fileno(stdout)) == 0) {
        return std::nullopt;
    }
    Terminal terminal{.columns = 0, .utf8 = GetConsoleOutputCP() == CP_UTF8};
    CONSOLE_SCREEN_BUFFER_INFO screen = {};
    if (GetConsoleScreenBufferInfo(GetStdHandle(STD_OUTPUT_HANDLE), &screen)) {
        terminal.columns = static_cast<std::size_t>(screen.srWindow.Right - screen.srWindow.Left + 1);
    }
    return terminal;
}

} // namespace streamdesk::io
