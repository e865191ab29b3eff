// Making a value less telling (docs/format.md, "Field rules").
#pragma once

#include "core/json/tree.h"

#include <string_view>

namespace streamdesk::stream {

// {"__anonymized": true, "value": …, "strategy": …} by one of the strategies "hash" (SHA-256 of the canonical JSON),
// "generalize" (a range for a number, first and last letters of a text) or "redact"; any other redacts, as in the
// reference. Throws StreamValidationError InvalidNumber for a number that is not finite.
[[nodiscard]] json::Tree anonymized(const json::Tree &value, std::string_view strategy);

} // namespace streamdesk::stream
