// A key's secret without its kind in the type, as homes and backups hold it: 32 bytes that a KeyKind goes with.
#pragma once

#include "core/crypto/keys.h"
#include "core/keys/key_record.h"

#include <algorithm>
#include <concepts>
#include <span>
#include <string>

namespace streamdesk::keys {

// The kind that a type of private key is of.
template <typename PrivateKey>
[[nodiscard]] constexpr KeyKind kindOfType() noexcept
{
    if constexpr (std::same_as<PrivateKey, crypto::X25519PrivateKey>) {
        return KeyKind::X25519;
    } else if constexpr (std::same_as<PrivateKey, crypto::Ed25519PrivateKey>) {
        return KeyKind::Ed25519;
    } else if constexpr (std::same_as<PrivateKey, crypto::Secp256k1PrivateKey>) {
        return KeyKind::Secp256k1;
    } else {
        static_assert(std::same_as<PrivateKey, crypto::FieldKey>);
        return KeyKind::Aes256;
    }
}

// A fresh secret of this kind, from the system's randomness.
[[nodiscard]] crypto::SecretBytes generateSecret(KeyKind kind);

// The public part that belongs to it, as KeyRecord::publicPart says. Throws StreamError UnusableKey when these bytes
// are no key of this kind: not 32, or for secp256k1 zero or the group's order and more.
[[nodiscard]] std::string publicPartOf(KeyKind kind, const crypto::SecretBytes &secret);

// A copy of 32 secret bytes as a typed key.
template <typename PrivateKey>
[[nodiscard]] PrivateKey typedKey(const crypto::SecretBytes &secret)
{
    PrivateKey key;
    const std::span<const std::byte> from = secret.bytes();
    std::copy_n(from.begin(), std::min(from.size(), key.bytes().size()), key.bytes().begin());
    return key;
}

// And the way back.
template <typename PrivateKey>
[[nodiscard]] crypto::SecretBytes secretOf(const PrivateKey &key)
{
    crypto::SecretBytes secret(key.bytes().size());
    std::copy_n(key.bytes().begin(), secret.size(), secret.bytes().begin());
    return secret;
}

// Does one real operation that only this secret can do for that public part: opens a box that was sealed to it, checks
// a signature, opens what was encrypted. False when it does not belong to it.
[[nodiscard]] bool provesItself(KeyKind kind, const crypto::SecretBytes &secret, const std::string &publicPart);

} // namespace streamdesk::keys
