// libsodium's sealed box: a message anyone can close and only the holder of the private key can open. The format wraps
// each 32-byte chunk key in one for each recipient (format.md, "Chunk envelope").
#pragma once

#include "core/crypto/keys.h"

#include <array>
#include <cstddef>
#include <span>

namespace streamdesk::crypto {

inline constexpr std::size_t sealOverhead = 48;
inline constexpr std::size_t wrappedKeySize = keySize + sealOverhead;

using WrappedKey = std::array<std::byte, wrappedKeySize>;

// A private key with its public key beside it, which opening needs each time.
struct X25519KeyPair
{
    X25519PrivateKey privateKey;
    X25519PublicKey publicKey;
};

// The public key of `privateKey`.
[[nodiscard]] X25519KeyPair keyPairOf(X25519PrivateKey privateKey);
// A fresh pair.
[[nodiscard]] X25519KeyPair generateX25519KeyPair();

// False for the few public keys of small order, to which nothing can be sealed.
[[nodiscard]] bool canSealTo(const X25519PublicKey &recipient) noexcept;

// Seals `key` for `recipient`. Throws StreamSigningError for a key of small order: ask canSealTo() first.
[[nodiscard]] WrappedKey sealKey(const ChunkKey &key, const X25519PublicKey &recipient);

// Opens `sealed` into `key`. False, with `key` unspecified, when it was sealed for somebody else, was changed, or holds
// anything but 32 bytes.
[[nodiscard]] bool openKey(std::span<const std::byte> sealed, const X25519KeyPair &recipient, ChunkKey &key);

} // namespace streamdesk::crypto
