// Everything that can fail in a decryption, tried before the first byte is written.
#pragma once

#include "core/package/chunk_ranges.h"
#include "core/package/package.h"
#include "core/stream/buyer_access.h"

#include <filesystem>
#include <vector>

namespace streamdesk::package {

struct Preflight
{
    struct Problem
    {
        StreamError error;              // of the first chunk that has it, or of the target
        std::vector<ChunkRange> chunks; // all that have it; empty when it concerns the target
    };
    std::vector<Problem> problems; // empty: it can begin

    std::vector<ChunkRange> chunks;              // that will be decrypted
    std::uint64_t bytes = 0;                     // of data in them
    std::vector<std::filesystem::path> files;    // that will be written, in the order of the chunks
    std::vector<std::filesystem::path> replaced; // of them, those that are there
};

// What consume() with the same access, key and output would run into: what Package::requireWhole() (with gaps, when
// `partial`) and requireCiphertext() throw, chunks without access (NotGranted, when not
// `partial` or when none has it) or without ciphertext (MissingCiphertext), wrapped keys that do not open or are not
// the ones committed to (UnwrapFailed, CommitmentMismatch; every one is tried, and none without a `key`), a target that
// is a folder or a file of the package itself (InTheWay, NotAFile), a folder in which nothing can be made (NotWritable
// and others), too little space (DiskFull). Makes an empty file where the data will be and removes it again. Throws
// Stopped.
[[nodiscard]] Preflight preflight(const Package &package, const stream::BuyerAccess &access,
                                  const crypto::X25519KeyPair *key, const std::filesystem::path &output, bool partial,
                                  const jobs::JobControl &control);

} // namespace streamdesk::package
