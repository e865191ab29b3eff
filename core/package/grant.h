// Access files for a buyer, on disk; and a buyer's access files, read.
#pragma once

#include "core/io/staging.h"
#include "core/package/chunk_ranges.h"
#include "core/package/package.h"
#include "core/stream/buyer_access.h"

#include <filesystem>
#include <string>
#include <vector>

namespace streamdesk::package {

struct GrantParams
{
    std::vector<ChunkRange> chunks; // empty: all
    std::filesystem::path outputFolder;
    bool replace = false; // whether this buyer's earlier access files may go, and whether a package may lie beside
    io::Durability durability = io::Durability::Synced;
    stream::BuyerAccessParams access;
    // When set, a release package is written as this one ZIP file, and nothing into the folder; `replace` is then about
    // the file.
    std::filesystem::path release{};
};

struct GrantResult
{
    struct File
    {
        std::string name;
        std::uint64_t bytes;
    };
    std::vector<File> files; // of access
    std::vector<ChunkRange> chunks;
    std::uint64_t chunkCount = 0;
};

// Throws what Package::requireWhole() and createBuyerAccessEntry() throw, InvalidRange for chunks the package has not,
// IoError InTheWay. Whatever goes wrong leaves the folder as it was. A release package holds all the buyer needs, under
// flat names: manifest, every envelope, the buyer's access files, and the ciphertext of what was granted, all of which
// must be here (MissingCiphertext).
[[nodiscard]] GrantResult grant(const Package &package, const GrantParams &params, const jobs::JobControl &control);

struct AccessReading
{
    stream::BuyerAccess access;
    std::uint64_t replaced = 0; // entries that came after another for the same chunk
    std::uint64_t others = 0;   // entries for another buyer
};

// Reads the access files among `store`'s files, in file-name order. Strict: every *.json must be one, as the reference
// wants it. Otherwise what says of itself that it is no access file is passed over, as in a folder of all kinds. Throws
// StreamError NoAccessFiles or the first file's problem.
enum class AccessFolder { OnlyAccessFiles, Mixed };
[[nodiscard]] AccessReading readAccess(const FileStore &store, const std::string &buyerId, AccessFolder kind);

} // namespace streamdesk::package
