// ECDSA over secp256k1 with recovery, through libsecp256k1, and what Ethereum builds on it: addresses and personal
// messages (EIP-191). For signed data packages (docs/format.md).
#pragma once

#include "core/crypto/keys.h"
#include "core/crypto/sha256.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace streamdesk::crypto {

// The last 20 bytes of the Keccak-256 of a public key.
struct EthereumAddress
{
    std::array<std::byte, 20> bytes{};

    auto operator<=>(const EthereumAddress &) const = default;
};

// "0x" and 40 hex digits whose case is a checksum (EIP-55).
[[nodiscard]] std::string addressText(const EthereumAddress &address);

struct RecoverableSignature
{
    std::array<std::byte, 64> rs{}; // r, then s, both big-endian
    unsigned parity = 0;            // 0 or 1: of the y coordinate of the nonce's point
};

// False for the two kinds of 32 bytes that are no private key: zero, and the group's order or more.
[[nodiscard]] bool isUsable(const Secp256k1PrivateKey &key);
// Throws StreamSigningError when the key is not usable.
[[nodiscard]] EthereumAddress addressOf(const Secp256k1PrivateKey &key);
// Deterministic (RFC 6979), with the lower s. Throws StreamSigningError when the key is not usable.
[[nodiscard]] RecoverableSignature sign(const Digest &digest, const Secp256k1PrivateKey &key);
// The address whose key made this signature, with the lower or the higher s; nothing when no key can have made it.
[[nodiscard]] std::optional<EthereumAddress> recoverAddress(const Digest &digest,
                                                            const RecoverableSignature &signature);

// What is signed when an Ethereum wallet signs a text or bytes for a person (EIP-191, version 0x45).
[[nodiscard]] Digest personalMessageDigest(std::string_view message);

} // namespace streamdesk::crypto
