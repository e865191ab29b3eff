// Ed25519 as the reference judges it, and one thing it does not say.
#pragma once

#include "core/crypto/keys.h"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace streamdesk::crypto {

using Ed25519Signature = std::array<std::byte, 64>;

struct Ed25519KeyPair
{
    Ed25519PrivateKey privateKey;
    Ed25519PublicKey publicKey;
};

[[nodiscard]] Ed25519KeyPair keyPairOf(Ed25519PrivateKey privateKey);
[[nodiscard]] Ed25519KeyPair generateEd25519KeyPair();

// Deterministic (RFC 8032). Throws StreamSigningError when the library fails.
[[nodiscard]] Ed25519Signature sign(std::string_view message, const Ed25519KeyPair &key);

enum class SignatureCheck {
    Valid,
    Invalid,
    // OpenSSL, and so the reference, accepts it; libsodium refuses the key or the signature as of small order or not
    // canonical. Such a signature holds for messages nobody signed: it proves nothing.
    Worthless,
};

// Valid and Worthless are what the reference calls valid (format.md, "Verifying a chain").
[[nodiscard]] SignatureCheck verify(std::string_view message, const Ed25519Signature &signature,
                                    const Ed25519PublicKey &key);

} // namespace streamdesk::crypto
