// What a package says of itself, put together and laid out. Nothing here is a check.
#pragma once

#include "core/package/grant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace streamdesk::cli {

struct BuyerSeen
{
    std::string publicKeyHex; // as the file names spell it
    std::string id;           // from the first entry of the first file; empty when that cannot be read
    std::uint64_t files = 0;
};

struct PackageFacts
{
    std::uint64_t chunks = 0; // envelopes
    std::uint64_t encryptedBytes = 0;
    std::optional<stream::ChunkEnvelope> first; // of the chunk that comes first; nothing when it cannot be read
    stream::ManifestReading manifest;
    std::vector<BuyerSeen> buyers;
    // by index
    std::vector<package::ChunkRange> withoutData;
    std::vector<package::ChunkRange> withoutEnvelope; // between the first chunk and the last
    std::vector<package::ChunkRange> twice;
    std::vector<package::ChunkRange> otherSize; // encrypted data of another size than the chunk size makes
};

// Costs as much as there are chunks, but reads only a few files.
[[nodiscard]] PackageFacts gatherFacts(const package::Package &package);

// The overview with its table: the first and the last chunks, or `all` of them. `name`: the package as it was given.
void printOverview(const package::Package &package, const PackageFacts &facts, const std::string &name, bool all);

// One chunk's envelope, field by field, each with its meaning; several when there are several of that index. Throws
// StreamValidationError when there is none.
void printChunk(const package::Package &package, std::uint64_t index);

} // namespace streamdesk::cli
