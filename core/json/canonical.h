// JSON in the one spelling that signatures and hashes are made over (docs/format.md, "Canonical JSON").
#pragma once

#include "core/json/tree.h"

#include <string>

namespace streamdesk::json {

enum class CanonicalForm {
    Python,  // what the reference signs: ASCII, Python's numbers, names by code point
    Rfc8785, // what ECMAScript programs write: raw UTF-8, ECMAScript's numbers, names by UTF-16 unit
};

// Throws StreamValidationError InvalidNumber for a number that is not finite as a double, or, in Python's form, a whole
// number of more than 4,300 digits, where Python itself stops.
[[nodiscard]] std::string canonicalJson(const Tree &value, CanonicalForm form);

} // namespace streamdesk::json
