// What other copies of a package can mend in it, found out before anything is changed.
#pragma once

#include "core/package/repair_envelopes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace streamdesk::package {

// Why nothing of a copy is used.
enum class CopyRefusal {
    None,
    Unreadable,   // `of.error` says why
    Itself,       // it is the very package
    NoChunks,     //
    OtherKind,    // another schema or dialect
    OtherSigner,  // signed by somebody else
    OtherMachine, //
    OtherChain,   // another recording of the same machine
};

struct RepairPlan
{
    struct Copy
    {
        CopyOf of;
        CopyRefusal refusal = CopyRefusal::None;
        std::vector<ChunkRange> offers; // failing chunks that this copy alone can mend
    };
    struct Part // a file of a copy
    {
        std::size_t copy;
        std::string name;
    };
    // New files for one chunk; what is not set is right in the package already.
    struct Mend
    {
        std::uint64_t index = 0;
        std::string chunkId;
        crypto::Digest ciphertextHash{};
        std::optional<Part> envelope;
        std::optional<Part> ciphertext;
        std::uint64_t ciphertextBytes = 0; // to be fetched
        std::vector<std::string> leaving;  // other files of the package that say they are this chunk
    };
    struct Left
    {
        ChunkRange chunks;
        LeftReason reason;
    };

    RepairSubject subject;
    std::vector<Copy> copies;                // in the order given; not looked at when the subject is refused
    std::vector<Mend> mends;                 // by index; also what a chunk gets that stays incomplete
    std::vector<ChunkRange> mended;          // failing chunks that will be whole
    std::vector<Left> left;                  // those that will not
    std::optional<std::size_t> manifestFrom; // the copy whose manifest.json is taken
    bool manifestMisfits = false;            // a copy has one for another machine or number of chunks

    [[nodiscard]] bool changesAnything() const noexcept { return !mends.empty() || manifestFrom; }
    [[nodiscard]] std::uint64_t bytes() const noexcept; // of ciphertext to be fetched
};

// Looks for each failing chunk in each copy. `package` was opened by Package::openFolder() and gave this verification;
// of the copies nothing is read but the failing chunks, chunk 0's envelope, and the manifest where it is wanted.
//
// An envelope is taken from a copy when its own checks pass, machine and key are those of the intact chunks, and its
// chunk id is the one that the chunk behind it links to or, at the end of the chain, it links to the one before it; a
// ciphertext when its hash is the one that the chunk's envelope states. An envelope that is right is never exchanged.
// A manifest, in which nothing is signed, is taken where it is wanted and names this machine and this number of chunks.
// Throws Stopped.
[[nodiscard]] RepairPlan planRepair(const Package &package, const Verification &verification,
                                    const Expectations &expectations, std::vector<CopyOf> copies,
                                    const jobs::JobControl &control);

// Whether what lies at `path` begins with the same chunk, of the same machine: only its first envelope is read. False
// for what cannot be read.
[[nodiscard]] bool isCopyOf(const std::filesystem::path &path, const ChainIdentity &identity);

// "chunk-7.json": what the files of a mended chunk are called, whatever their names in the copy.
[[nodiscard]] std::string chunkFileName(std::uint64_t index, std::string_view extension);

} // namespace streamdesk::package
