// New files come into being beside the place where they will stand and move there in one step when they are whole.
// Whatever goes wrong before that leaves the old files as they were and nothing new behind.
#pragma once

#include "core/io/file.h"

#include <filesystem>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace streamdesk::io {

// Whether saving waits until the data is on the device (a power cut then cannot undo it).
enum class Durability { Synced, NotSynced };

// Whether this is the name of something under construction, here or in a run that was killed: it ends in
// `.<10 hex digits>.part`. Nobody reads such a file or folder as anything else.
[[nodiscard]] bool isStagingName(std::string_view name) noexcept;

// Folders made on the way to a target. Those that are empty go again unless keep() is called.
class MadeFolders
{
public:
    MadeFolders() = default;
    // As makeDirectories().
    explicit MadeFolders(const std::filesystem::path &directory) : m_made(makeDirectories(directory)) {}
    ~MadeFolders();
    MadeFolders(MadeFolders &&other) noexcept : m_made(std::exchange(other.m_made, {})) {}
    MadeFolders &operator=(MadeFolders &&other) noexcept
    {
        std::swap(m_made, other.m_made);
        return *this;
    }
    MadeFolders(const MadeFolders &) = delete;
    MadeFolders &operator=(const MadeFolders &) = delete;

    void keep(Durability durability);

private:
    std::vector<std::filesystem::path> m_made; // the innermost first
};

// One file under construction, `<target>.<random>.part` until commit(). One thread at a time. Removed when it goes
// without a commit.
class PartFile
{
public:
    explicit PartFile(std::filesystem::path target, Access access = Access::Usual);
    ~PartFile();
    PartFile(PartFile &&other) noexcept;
    PartFile &operator=(PartFile &&) = delete;
    PartFile(const PartFile &) = delete;
    PartFile &operator=(const PartFile &) = delete;

    [[nodiscard]] File &file() noexcept { return m_file; }
    [[nodiscard]] const std::filesystem::path &target() const noexcept { return m_target; }

    // Nothing more will be written: brings it to the disk and closes it, so that many can wait for their commit.
    void finishWriting(Durability durability);
    // Puts the file in place of the target, after finishWriting(). Throws IoError and removes the new file when it
    // cannot.
    void commit(Durability durability);

private:
    std::filesystem::path m_target;
    MadeFolders m_made;
    std::filesystem::path m_part; // empty when there is nothing to remove
    File m_file;
};

// Puts a file with this content in place of `target` in one step, through a PartFile. Throws as that does.
void putFile(const std::filesystem::path &target, std::span<const std::byte> content, Durability durability,
             Access access = Access::Usual);

// A folder of files under construction: a hidden folder beside the target when the target does not exist, inside it
// when it does. Names may be made from several threads. Removed with everything in it when it goes without a commit.
class StagedFolder
{
public:
    explicit StagedFolder(const std::filesystem::path &target);
    ~StagedFolder();
    StagedFolder(const StagedFolder &) = delete;
    StagedFolder &operator=(const StagedFolder &) = delete;

    // Where a file of this name is to be written now.
    [[nodiscard]] std::filesystem::path path(const std::string &name) const { return m_stage / name; }
    [[nodiscard]] const std::filesystem::path &target() const noexcept { return m_target; }

    // Makes the target hold every staged file, and none of `obsolete` that is not staged. What else lies in an existing
    // target stays. Throws IoError, and then the target is as it was.
    //
    // A new target appears in one step. An existing one is exchanged for the new folder in one step where makeAlike()
    // and exchangeFolders() allow it and it holds no folders. Elsewhere file after file moves: `last` leaves first and
    // comes at the very end, so that even when the machine stops in between it never stands beside an incomplete set.
    void commit(Durability durability, const std::optional<std::string> &last,
                const std::vector<std::string> &obsolete);

private:
    using NameSet = std::set<std::filesystem::path>;

    // `leaving` is everything that the new files take the place of.
    [[nodiscard]] bool exchange(Durability durability, const NameSet &leaving);
    void merge(Durability durability, const std::optional<std::string> &last, const NameSet &staged,
               const NameSet &leaving);

    std::filesystem::path m_target;
    MadeFolders m_made;
    std::filesystem::path m_stage;
    bool m_targetExists = false;
};

} // namespace streamdesk::io
