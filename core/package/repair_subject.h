// What of a verified package is to be repaired, and whose chain it is.
#pragma once

#include "core/package/chunk_ranges.h"
#include "core/package/verify.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace streamdesk::package {

// By the chunks that are intact.
struct ChainIdentity
{
    std::string machineDid;
    crypto::Ed25519PublicKey signer;
    std::string firstChunkId; // empty when nothing intact tells
};

// Why nothing of a package can be repaired, whatever the copies.
enum class RepairRefusal {
    None,
    NothingFails,
    NotCheckable,       // what cannot be verified cannot be told from a wrong copy
    NothingIntact,      // nothing to compare a copy with
    MostFails,          // more than half: the copy itself is the better package
    SeveralSigners,     // and not just one of them is trusted
    SignerContradicted, // another key is trusted for this machine, or this one was revoked
};

// What of a failing chunk fails. With nothing set the chunk is by another signer, or its envelope fails by itself.
struct ChunkFailure
{
    bool link = false;       // this chunk and the one before it do not fit
    bool ciphertext = false; // it does not fit the envelope, or is not here
    bool claimed = false;    // by more than one file
};

struct RepairSubject
{
    RepairRefusal refusal = RepairRefusal::None;
    std::optional<ChainIdentity> identity; // none when refused before it was clear
    std::vector<ChunkRange> failing;
    bool manifestWanted = false; // there is none, or it cannot be read
    bool moreIsWrong = false;    // than copies of chunks can mend: too many chunks, files that belong to none, …
    // Each failing chunk, and the files that have its number and cannot be read or repeat another; empty when refused.
    std::map<std::uint64_t, ChunkFailure> failures;
    std::map<std::uint64_t, std::vector<std::string>> strays;
};

// Of several signers the one that `expectations` trusts counts, and the chunks of the others fail. Reads envelopes of
// the package. Throws Stopped.
[[nodiscard]] RepairSubject repairSubject(const Package &package, const Verification &verification,
                                          const Expectations &expectations, const jobs::JobControl &control);

// The positions of this chunk's envelopes: the first, and one past the last.
[[nodiscard]] std::pair<std::size_t, std::size_t> positionsOf(const Package &package, std::uint64_t index);
// An envelope of the package checked by itself; nothing when it cannot be read.
[[nodiscard]] std::optional<stream::ChunkCheck> checkEnvelope(const Package &package, std::size_t position,
                                                              json::Document &document);

} // namespace streamdesk::package
