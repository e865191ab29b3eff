// New files come into being beside the place where they will stand and move there in one step when they are whole.
// Whatever goes wrong before that leaves the old files as they were and nothing new behind.
#pragma once

#include "core/io/file.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace streamdesk::io {

// Whether saving waits until the data is on the device (a power cut then cannot undo it).
enum class Durability { Synced, NotSynced };

// One file under construction, `<target>.<random>.part` until commit(). One thread at a time. Removed when it goes
// without a commit.
class PartFile
{
public:
    explicit PartFile(std::filesystem::path target);
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
    std::filesystem::path m_part; // empty when there is nothing to remove
    File m_file;
};

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

    // Moves every staged file into the target and removes those of `obsolete` that none of them replaced. In an
    // existing target the file `last` is removed first and the staged one of that name moves at the very end, so that
    // it never stands beside an incomplete set.
    void commit(Durability durability, const std::optional<std::string> &last,
                const std::vector<std::string> &obsolete);

private:
    std::filesystem::path m_target;
    std::filesystem::path m_stage;
    bool m_targetExists = false;
};

} // namespace streamdesk::io
