// From a package and a buyer's key to the data.
#pragma once

#include "core/crypto/sealed_box.h"
#include "core/io/staging.h"
#include "core/package/grant.h"
#include "core/package/verify.h"
#include "core/stream/buyer_access.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace streamdesk::package {

struct ConsumeParams
{
    stream::BuyerAccess access;
    std::string buyerId; // for messages
    crypto::X25519KeyPair buyer;
    std::filesystem::path output;
    // Decrypt what was granted, each contiguous range into OUTPUT.<first>-<last>.
    bool partial = false;
    // Pass the chain over. Keys, commitments, content and the whole-data hash are checked all the same.
    bool skipVerify = false;
    Expectations expectations;
    std::set<stream::Verdict> acceptedVerdicts; // that would otherwise refuse
    bool acceptOtherData = false;               // whole-data hash differs from the manifest's
    io::Durability durability = io::Durability::Synced;
};

enum class DataCheck { Matches, Differs, NothingToCompare };

// Why nothing was released although every chunk could be decrypted.
enum class Refusal { None, ChainInvalid, Verdict, OtherData };

struct ConsumeResult
{
    struct Output
    {
        std::filesystem::path path;
        ChunkRange chunks;
        std::uint64_t bytes;
    };
    Refusal refusal = Refusal::None; // with anything else nothing was written
    std::vector<Output> outputs;
    std::uint64_t totalBytes = 0;
    std::uint64_t chunkCount = 0;             // decrypted
    std::optional<Verification> verification; // none with skipVerify
    DataCheck data = DataCheck::NothingToCompare;
};

// "OUTPUT.<first>-<last>", where a contiguous range goes when only a part is decrypted.
[[nodiscard]] std::filesystem::path rangeFile(const std::filesystem::path &output, const ChunkRange &range);

// Checks and decrypts in one pass with all cores, in memory that does not grow with the data, into files that get their
// names only when everything about them was found right. The package must have passed requireWhole() (with gaps, when
// partial) and requireCiphertext(). Throws StreamError before anything is decrypted: MissingCiphertext, NotGranted;
// later UnwrapFailed, CommitmentMismatch, DecryptionFailed and PlaintextHashMismatch with the chunk named, FileChanged,
// IoError, Stopped. Whatever it throws, no output file was made or replaced.
[[nodiscard]] ConsumeResult consume(const Package &package, const ConsumeParams &params,
                                    const jobs::JobControl &control);

} // namespace streamdesk::package
