// Files, with every failure told by an IoError that names the path. The platform's own calls are in file_posix.cpp and
// file_windows.cpp and nowhere else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>

namespace streamdesk::io {

// An open file. Move-only, closed when it goes. Reading at an offset may run in several threads at once; everything
// else one thread at a time.
class File
{
public:
    File() = default;
    ~File();
    File(File &&other) noexcept;
    File &operator=(File &&other) noexcept;
    File(const File &) = delete;
    File &operator=(const File &) = delete;

    // Opens a regular file for reading; anything else (folder, pipe, device) throws IoError NotAFile, without waiting
    // for a writer at the other end of a pipe. Also NotFound, NotReadable.
    [[nodiscard]] static File openForReading(const std::filesystem::path &path);
    // Creates a file that must not exist yet (InTheWay), for writing.
    [[nodiscard]] static File create(const std::filesystem::path &path);
    // The standard input of this process, for reading only. The descriptor is not closed.
    [[nodiscard]] static File standardInput();

    // Reads up to out.size() bytes from where the last read() ended; fewer only at the end of the file. Between pieces
    // asks `stopped`, also while a pipe has nothing to offer, and returns early when it says true.
    [[nodiscard]] std::size_t read(std::span<std::byte> out, const std::function<bool()> &stopped = {});
    // Reads up to out.size() bytes from `offset`; fewer only at the end of the file.
    [[nodiscard]] std::size_t readAt(std::span<std::byte> out, std::uint64_t offset) const;
    // Writes all of `bytes` behind what was written before, or throws (DiskFull, IoFailed).
    void write(std::span<const std::byte> bytes);

    // The size in bytes, now.
    [[nodiscard]] std::uint64_t size() const;
    // Returns when the content is on the device.
    void sync();
    // Closes, telling of errors that only show then. The destructor closes in silence.
    void close();

    [[nodiscard]] const std::filesystem::path &path() const noexcept { return m_path; }

private:
    File(std::intptr_t handle, std::filesystem::path path, bool owned);

    std::intptr_t m_handle = -1;
    std::filesystem::path m_path;
    bool m_owned = false;
};

// The whole content of a regular file of at most `maxBytes` bytes (TooLarge), put into `text`, whose memory is reused.
void readTextFile(const std::filesystem::path &path, std::size_t maxBytes, std::string &text);
// Creates a file with this content.
void writeTextFile(const std::filesystem::path &path, std::string_view text, bool sync = false);

// Makes renames and new names in `directory` last. Does nothing on Windows, which has no such call.
void syncDirectory(const std::filesystem::path &directory);
// Makes everything written below `directory` last: one call for the whole file system where there is one (Linux), each
// file by itself elsewhere.
void syncTree(const std::filesystem::path &directory);
// Puts `from` in place of `to` in one step; `to` may exist.
void replaceFile(const std::filesystem::path &from, const std::filesystem::path &to);
// Makes `directory` and its parents; NotWritable, NotADirectory or InTheWay when it cannot.
void makeDirectories(const std::filesystem::path &directory);

// False when the folder or file exists and this user may not read it.
[[nodiscard]] bool isReadable(const std::filesystem::path &path) noexcept;
// True when standard error goes to a terminal.
[[nodiscard]] bool errorIsTerminal() noexcept;

} // namespace streamdesk::io
