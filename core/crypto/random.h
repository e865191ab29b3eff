// Randomness from the operating system, through libsodium.
#pragma once

#include <cstddef>
#include <span>

namespace streamdesk::crypto {

// Fills `out` with bytes fit for keys and nonces. Any thread.
void randomBytes(std::span<std::byte> out);

} // namespace streamdesk::crypto
