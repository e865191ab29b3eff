// From facts to one verdict (design.md, "Verdicts"; docs/format.md says what the format can prove).
#pragma once

#include "core/stream/chain_verifier.h"
#include "core/stream/envelope.h"

#include <optional>
#include <string_view>
#include <vector>

namespace streamdesk::stream {

enum class Verdict {
    NotCheckable,
    Damaged,
    SignerChanged,
    CodeMismatch,
    RolledBack,
    Incomplete,
    IntactTrusted,
    IntactUntrusted,
};

// "not-checkable", "damaged", … as `verify --json` prints them; verdictFromName() is the way back.
[[nodiscard]] std::string_view verdictName(Verdict verdict) noexcept;
[[nodiscard]] std::optional<Verdict> verdictFromName(std::string_view name) noexcept;
[[nodiscard]] inline bool isIntact(Verdict verdict) noexcept
{
    return verdict == Verdict::IntactTrusted || verdict == Verdict::IntactUntrusted;
}

// What a trust store says of the chain's DID and key.
struct SignerTrust
{
    enum class Key {
        Unknown,      // nothing is known of this machine's keys
        Trusted,      //
        Revoked,      // this very key was withdrawn
        Contradicted, // other keys are trusted for this machine, this one is not
    };
    // Where the same chain (same DID, same first chunk) ends, as the seller stated it.
    struct Pin
    {
        std::string headChunkId;
        std::uint64_t totalChunks;
        // The chain has this very chunk in this place, and may go on behind it. For judge(); a store leaves it alone.
        bool headInPlace = false;
    };
    // The same chain as it was when it was verified here before. It may have lacked something then, too.
    struct Sight
    {
        Pin end;
        crypto::Ed25519PublicKey signer;
        std::string when{}; // a time in UTC; may be empty
    };

    Key key = Key::Unknown;
    std::optional<Pin> pin{};
    std::optional<Sight> sight{};
    std::string note{}; // on the key, for people
};

enum class CodeCheck { NotGiven, Matches, Differs };

struct Judgement
{
    Verdict verdict = Verdict::NotCheckable;
    bool signerTrusted = false;
    // A pin of the whole or a code says so; otherwise order and completeness are as the sender arranged them.
    bool completeAndInOrder = false;
    // The same chunks in the same order, by the same key, as when it was verified here before: when that was.
    std::optional<std::string> unchangedSince{};
    std::vector<Finding> findings; // the chain's own and those from manifest, trust and code
};

// Why there is no manifest to compare with, or the manifest.
struct ManifestReading
{
    std::optional<Manifest> manifest;
    std::string problem; // why it could not be read; empty when there is none or it could
    std::string hash{};  // "0x" and the hash of its bytes as they were read; empty when there is none
};

// Pure: the same input gives the same judgement. The gravest finding decides; without one, trust does.
[[nodiscard]] Judgement judge(const ChainReport &report, const ManifestReading &manifest, const SignerTrust &trust,
                              CodeCheck code);

} // namespace streamdesk::stream
