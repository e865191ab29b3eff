// Keccak-256 as Ethereum uses it (not SHA3-256), through Qt: OpenSSL 3.0 has none.
#pragma once

#include "core/crypto/sha256.h"

#include <string_view>

namespace streamdesk::crypto {

[[nodiscard]] Digest keccak256(std::string_view bytes);

} // namespace streamdesk::crypto
