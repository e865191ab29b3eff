// Trusted machines, as `--trusted FILE` and exports hold them: streamdesk.trust.v1 (docs/format.md, "Trust file").
#pragma once

#include "core/stream/verdict.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace streamdesk::keys {

inline constexpr std::string_view trustSchema = "streamdesk.trust.v1";

// What is written as grounds of a key here; other programs and people may write others.
inline constexpr std::string_view groundsCode = "package code";
inline constexpr std::string_view groundsFingerprint = "fingerprint compared";
inline constexpr std::string_view groundsByHand = "key given by hand";
inline constexpr std::string_view groundsNotCompared = "not compared";
inline constexpr std::string_view groundsRefused = "refused";

struct TrustedKey
{
    enum class State { Trusted, Revoked };

    crypto::Ed25519PublicKey key;
    State state = State::Trusted;
    // For people; each may be empty.
    std::string firstSeen{}; // a time in UTC, as utcNow() writes it
    std::string note{};
    std::string pinnedBy{}; // on what grounds
};

struct PinnedChain
{
    std::string firstChunkId;
    std::string headChunkId;
    std::uint64_t totalChunks = 0;
    std::string seen{}; // when, as utcNow() writes it; may be empty
};

// How a chain looked when this desk verified it. Nobody else said that this is all of it.
struct SeenChain
{
    PinnedChain chain;
    crypto::Ed25519PublicKey signer;
};

struct TrustedMachine
{
    std::string did;
    std::vector<TrustedKey> keys{};
    std::vector<PinnedChain> chains{}; // which the seller stated
    std::vector<SeenChain> seen{};
    std::string label{}; // a name for people; may be empty
};

struct TrustFile
{
    std::vector<TrustedMachine> machines;

    // What is known of this machine, this key and this chain. Keys compare as bytes, whatever their spelling.
    [[nodiscard]] stream::SignerTrust lookUp(const std::string &did, const crypto::Ed25519PublicKey &key,
                                             const std::string &firstChunkId) const;
};

// Throws StreamError with the field: InvalidJson, JsonLimit, InvalidTrustFile. Nothing is half-read: a text with one
// bad entry is refused.
[[nodiscard]] TrustFile parseTrustFile(std::string text);

// The same from a file, which errors name. Also throws IoError.
[[nodiscard]] TrustFile readTrustFile(const std::filesystem::path &path);

// The text that parseTrustFile() reads, indented, with a line break at its end. What has nothing in it is left out.
[[nodiscard]] std::string trustFileText(const TrustFile &file);

} // namespace streamdesk::keys
