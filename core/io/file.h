// Files, with every failure told by an IoError that names the path. The platform's own calls are in file_posix.cpp and
// file_windows.cpp and nowhere else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace streamdesk::io {

// Who may read a new file: whoever the system lets by its usual rules, or its owner only (mode 0600; on Windows the
// folder's permissions decide).
enum class Access { Usual, OwnerOnly };

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
    [[nodiscard]] static File create(const std::filesystem::path &path, Access access = Access::Usual);
    // Opens a regular file (NotAFile otherwise) for writing behind what is there. A new one can be read and written by
    // its owner only; an old one keeps its permissions.
    [[nodiscard]] static File openForAppending(const std::filesystem::path &path);
    // The standard input of this process, for reading only. The descriptor is not closed.
    [[nodiscard]] static File standardInput();

    // Reads up to out.size() bytes from where the last read() ended; fewer only at the end of the file. Between pieces
    // asks `stopped`, also while a pipe has nothing to offer, and returns early when it says true.
    [[nodiscard]] std::size_t read(std::span<std::byte> out, const std::function<bool()> &stopped = {});
    // Reads up to out.size() bytes from `offset`; fewer only at the end of the file.
    [[nodiscard]] std::size_t readAt(std::span<std::byte> out, std::uint64_t offset) const;
    // Writes all of `bytes` behind what was written before, or throws (DiskFull, IoFailed).
    void write(std::span<const std::byte> bytes);

    // Writes all of `bytes` at `offset`, over what is there; for files that never see write(). Throws as it does.
    void writeAt(std::span<const std::byte> bytes, std::uint64_t offset);

    // The size in bytes, now.
    [[nodiscard]] std::uint64_t size() const;
    // Begins to bring to the device what was written and does not wait for it, so that a later sync() has less to do.
    // Where the system has no such call (only Linux has) nothing happens.
    void beginSync() noexcept;
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
// The check that readTextFile() makes; `name` is for the message.
void checkTextSize(const std::string &name, std::uint64_t size, std::size_t maxBytes);
// Creates a file with this content.
void writeTextFile(const std::filesystem::path &path, std::string_view text, bool sync = false);

// Makes renames and new names in `directory` last. Does nothing on Windows, which has no such call.
void syncDirectory(const std::filesystem::path &directory);
// Makes everything written below `directory` last: one call for the whole file system where there is one (Linux), each
// file by itself elsewhere.
void syncTree(const std::filesystem::path &directory);
// Puts `from` in place of `to` in one step; `to` may exist.
void replaceFile(const std::filesystem::path &from, const std::filesystem::path &to);
// Swaps two folders in one step, so that nobody ever finds one of the names missing. False, and nothing done, when the
// system or the file system has no such call or refuses.
[[nodiscard]] bool exchangeFolders(const std::filesystem::path &one, const std::filesystem::path &other) noexcept;
// Makes a folder able to stand in for another unnoticed: gives it the other's permissions. False when it could not pass
// for it: another owner, group or file system, attributes that would get lost, a mount point, this process's own
// working folder, or a system that has no exchangeFolders().
[[nodiscard]] bool makeAlike(const std::filesystem::path &folder, const std::filesystem::path &other);
// Makes `directory` and its parents and returns those that were not there, the innermost first. NotWritable, DiskFull,
// NotADirectory or InTheWay when it cannot; then none of them stays.
std::vector<std::filesystem::path> makeDirectories(const std::filesystem::path &directory);
// Makes one folder that must not exist yet in any form, not even as a link (InTheWay).
void createDirectory(const std::filesystem::path &directory);

// What a file looks like from outside, as one question to the system tells it.
struct FileMark
{
    std::uint64_t size = 0;    // bytes
    std::int64_t modified = 0; // when it was written to, in the system's own units
};
// Of what is at `path`, links followed; nothing when it cannot be told.
[[nodiscard]] std::optional<FileMark> markOf(const std::filesystem::path &path) noexcept;

struct FolderEntry
{
    std::string name; // UTF-8 on Windows, the bytes that it has elsewhere
    bool isFolder = false;
    std::optional<FileMark> mark{}; // when asked for; a link to nowhere has none
};
// All that is in a folder, in no order; links are followed. For folders of a hundred thousand files and more, where
// std::filesystem takes three times as long. Throws NotFound, NotADirectory, NotReadable.
enum class Marks { NotAsked, Asked };
[[nodiscard]] std::vector<FolderEntry> listFolder(const std::filesystem::path &folder, Marks marks);

// False when the folder or file exists and this user may not read it.
[[nodiscard]] bool isReadable(const std::filesystem::path &path) noexcept;
// True when standard input comes from a terminal.
[[nodiscard]] bool inputIsTerminal() noexcept;
// True when standard error goes to a terminal.
[[nodiscard]] bool errorIsTerminal() noexcept;
// What the terminal is like that standard output goes to.
struct Terminal
{
    std::size_t columns = 0; // 0 when it does not tell
    bool utf8 = false;       // shows all of Unicode
};
// Nothing when standard output goes elsewhere.
[[nodiscard]] std::optional<Terminal> outputTerminal() noexcept;

} // namespace streamdesk::io
