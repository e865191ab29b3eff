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
};

struct PublishResult
{
    stream::Manifest manifest;
    std::filesystem::path manifestPath;
    std::uint64_t totalBytes = 0; // of plaintext
};

// Throws IoError InTheWay, before anything is read, when the folder holds package or access files and `replace` is not
// set. The manifest comes last, so that it never stands over an incomplete package; whatever goes wrong leaves what was
// there before and nothing else.
[[nodiscard]] PublishResult publish(stream::ByteSource &source, const PublishParams &params,
                                    const jobs::JobControl &control);

} // namespace streamdesk::package
