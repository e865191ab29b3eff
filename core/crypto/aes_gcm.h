// AES-256-GCM through OpenSSL, for encrypted fields of data packages (docs/format.md, "Signed data package").
#pragma once

#include "core/crypto/keys.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace streamdesk::crypto {

inline constexpr std::size_t gcmNonceSize = 12;
inline constexpr std::size_t gcmTagSize = 16;

using GcmNonce = std::array<std::byte, gcmNonceSize>;

// Nonce, ciphertext and tag behind each other, as the format packs them. A nonce may serve a key only once.
[[nodiscard]] std::string sealAesGcm(const FieldKey &key, const GcmNonce &nonce, std::string_view plaintext,
                                     std::string_view associatedData = {});

// What was sealed; nothing when it is too short, was sealed with another key or data, or was changed.
[[nodiscard]] std::optional<std::string> openAesGcm(const FieldKey &key, std::string_view sealed,
                                                    std::string_view associatedData = {});

} // namespace streamdesk::crypto
