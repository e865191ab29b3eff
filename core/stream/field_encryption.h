// Encrypted fields of a data package (docs/format.md, "Field rules"): written as the reference does, and opened again,
// which the reference cannot.
#pragma once

#include "core/crypto/keys.h"
#include "core/json/tree.h"

#include <string>
#include <vector>

namespace streamdesk::stream {

// {"__encrypted": true, "ciphertext": …, "algorithm": "AES-256-GCM"} of the value's canonical JSON.
[[nodiscard]] json::Tree encryptedField(const json::Tree &value, const crypto::FieldKey &key);
// Whether a value is such a wrapper, of whatever algorithm.
[[nodiscard]] bool isEncryptedField(const json::Tree &value) noexcept;
[[nodiscard]] bool isAnonymizedField(const json::Tree &value) noexcept;

struct OpenedFields
{
    json::Tree payload;              // with the content of those that were opened in their place
    std::vector<std::string> opened; // dotted paths, in the payload's order
    struct Closed
    {
        std::string path;
        std::string why;
    };
    std::vector<Closed> closed; // not opened, and left as they are
};

// Opens every encrypted field of `payload` that this key opens. What is inside an opened field is not opened again.
[[nodiscard]] OpenedFields openEncryptedFields(json::Tree payload, const crypto::FieldKey &key);

} // namespace streamdesk::stream
