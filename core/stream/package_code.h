// The package code: a short text by which two people compare a whole chain, signer, content and order at once
// (docs/format.md, "Package code").
#pragma once

#include "core/stream/chain_verifier.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace streamdesk::stream {

// The code of a chain, "K7QD-…" in upper case with its check character, or nothing when the chain has not exactly one
// DID and one key or lacks its first or last chunk.
[[nodiscard]] std::optional<std::string> packageCode(const ChainReport &report);

// Without dashes: 20 and the check character.
inline constexpr std::size_t packageCodeCharacters = 21;

// What a person typed or pasted, brought into the form packageCode() gives: case, spaces and dashes do not matter, O
// reads as 0 and I and L as 1. Throws StreamValidationError InvalidCode when a character is wrong, missing or too many.
[[nodiscard]] std::string normalizePackageCode(std::string_view typed);

} // namespace streamdesk::stream
