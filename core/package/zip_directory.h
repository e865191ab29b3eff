// A ZIP file's directory: read and judged before anything else in the file is. What no package has is refused here, and
// nothing is believed that the file's own bytes contradict.
#pragma once

#include "core/io/file.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace streamdesk::package {

inline constexpr std::uint64_t maxZipEntries = 100'000;
inline constexpr std::uint64_t maxZipEntryBytes = std::uint64_t{4} << 30U;     // one entry, unpacked
inline constexpr std::uint64_t maxZipTotalBytes = std::uint64_t{64} << 30U;    // all entries, unpacked
inline constexpr std::uint64_t maxZipRatio = 200;                              // unpacked to packed …
inline constexpr std::uint64_t zipRatioAppliesAbove = std::uint64_t{1} << 20U; // … in entries of more bytes than this
inline constexpr std::uint64_t maxZipDirectoryBytes = std::uint64_t{64} << 20U; // of the directory itself

// An entry as the directory states it.
struct ZipEntry
{
    std::string name;       // safe (whyUnsafe()), UTF-8, parts joined by one slash each; a folder's without the last
    std::uint64_t size = 0; // bytes unpacked
    std::uint64_t packedSize = 0; // bytes in the file
    bool folder = false;
};

// True when the file at `path` begins as a ZIP file does. False for everything else, also for what is not there.
[[nodiscard]] bool isZipFile(const std::filesystem::path &path) noexcept;

// All entries, in the directory's order. Throws IoError: ArchiveLimit for the limits above, UnsafeName for names that
// lead elsewhere or stand twice (case does not count), for links and for special files, InvalidArchive for what is
// damaged, encrypted, overlapping, in several parts, or packed by another method than deflate. Each sentence names the
// file, and the entry where there is one.
[[nodiscard]] std::vector<ZipEntry> readZipDirectory(const io::File &file);

} // namespace streamdesk::package
