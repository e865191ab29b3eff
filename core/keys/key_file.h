// Key files: one 32-byte key as 64 hex digits (format.md, "Hex inputs").
#pragma once

#include "core/crypto/keys.h"

#include <filesystem>
#include <string_view>

namespace streamdesk::keys {

// Optional 0x, surrounding white space ignored, a byte-order mark refused. The text is never part of a message. Throws
// StreamError InvalidKeyFile.
template <typename PrivateKey>
[[nodiscard]] PrivateKey parseKey(std::string_view text);

extern template crypto::X25519PrivateKey parseKey(std::string_view);
extern template crypto::Ed25519PrivateKey parseKey(std::string_view);
extern template crypto::Secp256k1PrivateKey parseKey(std::string_view);
extern template crypto::FieldKey parseKey(std::string_view);

// The key in a file of at most 4 KiB, whose content is wiped from memory afterwards. Throws IoError, or StreamError
// InvalidKeyFile with the path.
template <typename PrivateKey>
[[nodiscard]] PrivateKey readKeyFile(const std::filesystem::path &path);

// What such a file holds: the digits, in lower case, and a line break. `secret`: the bytes of any key.
[[nodiscard]] crypto::SecretBytes keyFileText(const crypto::SecretBytes &secret);

extern template crypto::X25519PrivateKey readKeyFile(const std::filesystem::path &);
extern template crypto::Ed25519PrivateKey readKeyFile(const std::filesystem::path &);
extern template crypto::Secp256k1PrivateKey readKeyFile(const std::filesystem::path &);
extern template crypto::FieldKey readKeyFile(const std::filesystem::path &);

} // namespace streamdesk::keys
