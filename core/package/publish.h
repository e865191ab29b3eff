// From data to a package on disk.
#pragma once

#include "core/io/staging.h"
#include "core/stream/build_chain.h"
#include "core/stream/envelope.h"

#include <filesystem>

namespace streamdesk::package {

struct PublishParams
{
    std::filesystem::path outputFolder;
    bool replace = false; // whether a package that is already there may go
    io::Durability durability = io::Durability::Synced;
    std::uint64_t expectedBytes = 0; // for the progress; 0 when unknown
    stream::BuildChunkChainParams chain;
    // When set, the package is written as this one ZIP file and not into the folder; `replace` is then about the file.
    std::filesystem::path outputArchive{};
};

struct PublishResult
{
    stream::Manifest manifest;
    std::filesystem::path path;   // of the manifest, or of the ZIP file
    std::uint64_t totalBytes = 0; // of plaintext
};

// Throws IoError InTheWay, before anything is read, when the folder holds package or access files and `replace` is not
// set; ArchiveLimit for more chunks than a ZIP package may have. The manifest comes last, so that it never stands over
// an incomplete package; whatever goes wrong leaves what was there before and nothing else. A ZIP file is packed from a
// folder beside it that lives meanwhile, so that the disk holds the data twice.
[[nodiscard]] PublishResult publish(stream::ByteSource &source, const PublishParams &params,
                                    const jobs::JobControl &control);

} // namespace streamdesk::package
