// What a passphrase closes: the key from Argon2id, the content in XChaCha20-Poly1305, both by libsodium
// (docs/format.md, "Key backup").
#pragma once

#include "core/crypto/keys.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace streamdesk::crypto {

inline constexpr std::size_t passphraseSaltSize = 16;
inline constexpr std::size_t boxNonceSize = 24;
inline constexpr std::size_t boxOverhead = 16; // bytes that a box is longer than its content

using PassphraseSalt = std::array<std::byte, passphraseSaltSize>;
using BoxNonce = std::array<std::byte, boxNonceSize>;

// What one guess costs. The usual one takes about a second and 256 MiB.
struct PassphraseCost
{
    std::uint64_t passes = 3;
    std::uint64_t memory = std::uint64_t{256} << 20U; // bytes

    bool operator==(const PassphraseCost &) const = default;
};

// The least that libsodium takes.
inline constexpr PassphraseCost leastCost{.passes = 1, .memory = 8192};

struct BoxKey
{
    PrivateKey<struct PassphraseBox> key{};
    // Comes from the same passphrase and says nothing of the key: kept beside a box it tells a wrong passphrase from
    // a changed box, and ties the box to one key.
    std::array<std::byte, keySize> check{};
};

// Argon2id, version 1.3, one lane: 64 bytes, of which the first 32 are the key. The same in every run. Throws
// std::bad_alloc when the memory is not to be had, StreamSigningError for a cost below the least.
[[nodiscard]] BoxKey keyFromPassphrase(std::span<const std::byte> passphrase, const PassphraseSalt &salt,
                                       const PassphraseCost &cost);

// A nonce may serve a key only once: take a random one.
[[nodiscard]] std::vector<std::byte> sealBox(const BoxKey &key, const BoxNonce &nonce,
                                             std::span<const std::byte> content,
                                             std::span<const std::byte> associatedData);

// The content; nothing when the box or the associated data were changed, or the key is another.
[[nodiscard]] std::optional<SecretBytes> openBox(const BoxKey &key, const BoxNonce &nonce,
                                                 std::span<const std::byte> sealed,
                                                 std::span<const std::byte> associatedData);

} // namespace streamdesk::crypto
