// A type for each kind of key, so that one cannot be passed where another is wanted. Public keys are plain values;
// private keys live in SecretBytes and can only be moved.
#pragma once

#include "core/crypto/secret_bytes.h"

#include <array>
#include <compare>
#include <cstddef>
#include <span>

namespace streamdesk::crypto {

inline constexpr std::size_t keySize = 32;

template <typename Kind>
struct PublicKey
{
    std::array<std::byte, keySize> bytes{};

    auto operator<=>(const PublicKey &) const = default;
};

template <typename Kind>
class PrivateKey
{
public:
    // 32 zero bytes, to be filled through bytes().
    PrivateKey() : m_secret(keySize) {}

    [[nodiscard]] std::span<std::byte, keySize> bytes() noexcept { return m_secret.bytes().template first<keySize>(); }
    [[nodiscard]] std::span<const std::byte, keySize> bytes() const noexcept
    {
        return m_secret.bytes().template first<keySize>();
    }

private:
    SecretBytes m_secret;
};

using X25519PublicKey = PublicKey<struct X25519>;
using X25519PrivateKey = PrivateKey<struct X25519>;
using Ed25519PublicKey = PublicKey<struct Ed25519>;
using Ed25519PrivateKey = PrivateKey<struct Ed25519>; // the 32-byte seed
using ChunkKey = PrivateKey<struct XChaCha20>;
using FieldKey = PrivateKey<struct Aes256Gcm>;
using Secp256k1PrivateKey = PrivateKey<struct Secp256k1>;

} // namespace streamdesk::crypto
