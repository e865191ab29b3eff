// The files in a ZIP file, read where they are: nothing is unpacked to the disk.
#pragma once

#include "core/package/file_store.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace streamdesk::package {

class ZipHandles;

// Files may lie at the root or in one folder that wraps all of them, and there also one folder further down when no
// envelope is higher up, as in package/ and access/. Each thread that reads gets a libzip handle of its own while it
// reads; a reader holds one for as long as it lives, so no thread may have two at once. What is read is checked against
// the stated size and checksum at its end: InvalidArchive, and what was read before is not to be used.
class ZipStore : public FileStore
{
public:
    // Reads the directory. Throws what readZipDirectory() throws, NotFound and its like, and DuplicateChunk when two
    // folders in it hold the same file of a chunk.
    explicit ZipStore(const std::filesystem::path &path);

    [[nodiscard]] std::string displayName() const override;
    [[nodiscard]] std::filesystem::path path() const override { return m_path; }
    [[nodiscard]] std::vector<std::string> names() const override;
    [[nodiscard]] bool contains(const std::string &name) const override;
    [[nodiscard]] bool isFile(const std::string &name) const override { return contains(name); }
    [[nodiscard]] std::uint64_t size(const std::string &name) const override;
    void readText(const std::string &name, std::size_t maxBytes, std::string &text) const override;
    // The reader may be used in any thread, one at a time. Going back in it starts to unpack anew.
    [[nodiscard]] std::unique_ptr<stream::CiphertextReader> open(const std::string &name) const override;

private:
    struct Place
    {
        std::string name;
        std::uint64_t entry = 0; // in the ZIP's directory
        std::uint64_t size = 0;  // bytes unpacked
    };

    [[nodiscard]] const Place *find(const std::string &name) const;
    [[nodiscard]] const Place &require(const std::string &name) const;

    std::filesystem::path m_path;
    std::vector<Place> m_places; // sorted by name
    std::shared_ptr<ZipHandles> m_handles;
};

} // namespace streamdesk::package
