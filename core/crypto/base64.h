// Base64 with padding (RFC 4648, section 4), through libsodium.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace streamdesk::crypto {

[[nodiscard]] std::string toBase64(std::string_view bytes);
// Nothing when `text` is anything else than what toBase64() makes.
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);

} // namespace streamdesk::crypto
