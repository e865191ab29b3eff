// A ZIP file under construction.
#pragma once

#include "core/io/staging.h"
#include "core/jobs/job.h"
#include "core/package/file_store.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace streamdesk::package {

// Comes into being beside its target and takes the target's name when it is whole (io::PartFile); removed when it goes
// without commit(). The entries are opened and read one after the other in commit(), in memory that depends on their
// number alone. One thread at a time.
class ZipWriter
{
public:
    // Makes the target's folder when there is none.
    explicit ZipWriter(const std::filesystem::path &target);

    // The folder the new file comes into being in.
    [[nodiscard]] std::filesystem::path folder() const;

    // An entry, in the order in which they will stand. `open` gives its `size` bytes, when it is its turn; it is
    // deflated when it is text (".json") of up to 1 MiB, else stored, as ciphertext does not shrink. Names are flat and
    // each comes once. Throws IoError ArchiveLimit for what readZipDirectory() would refuse.
    using Open = std::function<std::unique_ptr<stream::CiphertextReader>()>;
    void add(std::string name, std::uint64_t size, Open open);
    // A file of a store, which must outlive the commit.
    void add(const FileStore &store, const std::string &name, std::string entryName);

    // Writes all entries and puts the file in place of the target. Reports bytes. Throws IoError, Stopped, FileChanged
    // when an entry has not its stated size, and what `open` throws; then no ZIP file was made or replaced.
    void commit(io::Durability durability, const jobs::JobControl &control);

private:
    struct Entry
    {
        std::string name;
        std::uint64_t size;
        Open open;
    };

    io::PartFile m_part;
    std::vector<Entry> m_entries;
    std::uint64_t m_totalBytes = 0;
};

} // namespace streamdesk::package
