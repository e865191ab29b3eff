// The types of a chunk chain, with the format's own names (format.md, "Chunk envelope").
#pragma once

#include "core/crypto/keys.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace streamdesk::stream {

inline constexpr std::string_view chunkSchema = "peaq.stream.chunks.v1";
inline constexpr std::string_view buyerAccessSchema = "peaq.stream.buyer-access.v1";
inline constexpr std::string_view chunkAlgorithm = "xchacha20-poly1305";
inline constexpr std::string_view signatureAlgorithm = "ed25519";
inline constexpr std::string_view wrapAlgorithm = "x25519-sealedbox";
inline constexpr std::uint64_t defaultChunkSize = 262144;      // bytes of plaintext
inline constexpr std::uint64_t largestIndex = INT64_MAX;       // so that counting to it cannot overflow
inline constexpr std::uint64_t defaultAccessFileSize = 512000; // bytes, by the reference's arithmetic

struct KeyRecipient
{
    std::string recipientId;
    std::string recipientType; // owner, operator, machine or buyer
    std::string algorithm;
    std::string publicKeyHex; // as it was given
    std::string wrappedKeyHex;
};

struct ChunkEncryption
{
    std::string algorithm;
    std::string nonce;
    std::string keyCommitment;
    std::vector<KeyRecipient> keyRecipients;
};

struct ChunkSignature
{
    std::string algorithm;
    std::string machineDid;
    std::string keyId;
    std::string publicKeyHex;
    std::string value;
};

// What stands in one chunk-<index>.json. Text as it was written; nothing here has been checked.
struct ChunkEnvelope
{
    std::string chunkId;
    std::optional<std::string> previousChunkId;
    std::uint64_t index = 0;
    std::string indexText; // the index as its chunk id was computed over; "1.0" where the file says so
    std::string encryptedDataHash;
    std::string plaintextHash;
    std::optional<std::string> storageRef;
    ChunkEncryption encryption;
    ChunkSignature signature;
};

struct ChunkingConfig
{
    std::uint64_t chunkSize = defaultChunkSize; // bytes of plaintext, at least 1
    std::string hashAlgorithm = "sha-256";      // the only one there is
};

// A recipient's public key with the spelling it was given in, which goes into the JSON unchanged.
struct RecipientKey
{
    crypto::X25519PublicKey key;
    std::string spelling;

    // Throws StreamValidationError with `field` for anything but 32 bytes of hex to which a key can be sealed. The text
    // is never repeated in the message: it may be a private key in the wrong place.
    [[nodiscard]] static RecipientKey parse(std::string_view text, const std::string &field);
};

// The chunk's identifier (format.md, "Chunk envelope"): over the strings as written, `index` in decimal.
[[nodiscard]] std::string computeChunkId(const std::optional<std::string> &previousChunkId,
                                         std::string_view encryptedDataHash, std::string_view index);

// "sha256:" and the hash of the 32-byte chunk key.
[[nodiscard]] std::string computeKeyCommitment(const crypto::ChunkKey &key);

} // namespace streamdesk::stream
