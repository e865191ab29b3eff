// Key files: one 32-byte key as 64 hex digits (format.md, "Hex inputs").
#pragma once

#include "core/crypto/keys.h"

#include <filesystem>

namespace streamdesk::keys {

// Optional 0x, surrounding white space ignored, a byte-order mark refused. The text is wiped from memory afterwards and
// is never part of a message. Throws IoError, or StreamError InvalidKeyFile with the path.
template <typename PrivateKey>
[[nodiscard]] PrivateKey readKeyFile(const std::filesystem::path &path);

extern template crypto::X25519PrivateKey readKeyFile(const std::filesystem::path &);
extern template crypto::Ed25519PrivateKey readKeyFile(const std::filesystem::path &);

} // namespace streamdesk::keys
