// Secrets for the tests of keys, and a passphrase's cost that costs next to nothing.
#pragma once

#include "core/crypto/passphrase_box.h"
#include "tests/support/bytes.h"

#include <span>
#include <string_view>

namespace streamdesk::test {

inline constexpr auto quickCost = crypto::leastCost;

[[nodiscard]] inline crypto::SecretBytes secretFrom(std::span<const std::byte> bytes)
{
    crypto::SecretBytes secret(bytes.size());
    fill(secret.bytes(), bytes);
    return secret;
}

[[nodiscard]] inline crypto::SecretBytes secretFromHex(std::string_view hex)
{
    return secretFrom(unhex(hex));
}

[[nodiscard]] inline crypto::SecretBytes passphrase(std::string_view text)
{
    return secretFrom(asBytes(text));
}

} // namespace streamdesk::test
