// What the other side stated of a machine or a package, as a person typed, pasted or scanned it: a public key, which is
// its own fingerprint, or a package code.
#pragma once

#include "core/crypto/keys.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace streamdesk::keys {

// The key's 64 hex digits in groups of four, for people to compare.
[[nodiscard]] std::string fingerprint(const crypto::Ed25519PublicKey &key);

// The way back: spaces, line breaks, colons, dashes and case do not matter. Nothing when it is not 64 hex digits.
[[nodiscard]] std::optional<crypto::Ed25519PublicKey> keyFromFingerprint(std::string_view text);

struct Statement
{
    enum class Kind {
        Empty,
        Code,       // `code`
        Key,        // `key`
        PartOfCode, // `missing` characters more and it may be one
        PartOfKey,  // `missing` digits more and it may be one
        Mistyped,   // as long as a code, but its check character does not fit
        Unknown,
    };
    Kind kind = Kind::Empty;
    std::string code{}; // as stream::normalizePackageCode() gives it
    crypto::Ed25519PublicKey key{};
    std::size_t missing = 0;
};

// Reads what stands alone, and else looks for it between other words, as in a mail. UTF-8; the first 64 KiB.
[[nodiscard]] Statement readStatement(std::string_view text);

} // namespace streamdesk::keys
