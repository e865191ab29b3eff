// Signed readings of a machine (docs/format.md, "Signed data package").
#pragma once

#include "core/crypto/secp256k1.h"
#include "core/json/canonical.h"
#include "core/stream/field_rules.h"

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>

namespace streamdesk::stream {

struct UnsignedDataPayload
{
    std::string topic;
    json::Tree fields;      // an object
    std::string capturedAt; // ISO 8601; copied as it is
};

// With what a machine signs. Printing it shows no key.
struct SigningContext
{
    crypto::Secp256k1PrivateKey privateKey;
    std::string did;
    std::string keyId;
};
std::ostream &operator<<(std::ostream &out, const SigningContext &context);

// With what fields are encrypted. Printing it shows no key.
struct EncryptionContext
{
    crypto::FieldKey encryptionKey;
};
std::ostream &operator<<(std::ostream &out, const EncryptionContext &context);

struct DataPackage
{
    std::string did;
    std::string timestamp;
    std::string schemaVersion;
    std::string sequenceNumber; // a JSON number as it is spelled
    json::Tree payload;         // after the field rules; an object
    std::string signature;      // as it is written: "0x", r, s and v in hex
    std::string signingKeyId;   // not part of what is signed
};

struct BuildDataPackageParams
{
    const FieldRules *rules = nullptr;             // nullptr: everything is included
    const EncryptionContext *encryption = nullptr; // needed when a rule encrypts
    std::string schemaVersion;                     // not blank
    std::uint64_t sequenceNumber = 0;
    RuleMode mode = RuleMode::Careful;
    bool anyDid = false; // sign in the name of a DID that is not this key's, as the reference does unasked
};

// Applies the rules and signs the canonical JSON in Python's form as an EIP-191 personal message. Throws
// StreamValidationError: EmptyValue (schemaVersion), DidNotOfKey and what applyFieldRules() throws; StreamSigningError
// UnusableKey. Any thread.
[[nodiscard]] DataPackage buildSignedDataPackage(const UnsignedDataPayload &payload, const SigningContext &signing,
                                                 const BuildDataPackageParams &params);

// The DID that belongs to a key: "did:peaq:" and its address.
[[nodiscard]] std::string didOf(const crypto::EthereumAddress &address);

// Reads a data package in camelCase or snake_case. Throws StreamError: InvalidJson, JsonLimit, MissingField, WrongType.
[[nodiscard]] DataPackage readDataPackage(std::string text);
// Compact JSON on one line or indented by two spaces, in either case with a line break at the end.
[[nodiscard]] std::string writeDataPackage(const DataPackage &package, json::Writer::Style style);

enum class DataVerdict {
    Intact,           // signed by the key whose address is the DID
    NotSignedByDid,   // changed after signing, or signed by another key: the two cannot be told apart
    InvalidSignature, // no signature at all
    InvalidDid,       // not of the form that says whose signature to expect
    NotCheckable,     // did:peaq:<number>: which key belongs to it only the chain knows
};
[[nodiscard]] const char *dataVerdictName(DataVerdict verdict) noexcept; // as in JSON: "intact", …

struct DataVerification
{
    DataVerdict verdict = DataVerdict::InvalidSignature;
    // Whose signature it is, should the content be unchanged; with several forms Python's.
    std::optional<crypto::EthereumAddress> recovered;
    std::optional<json::CanonicalForm> form; // that matched
    std::string reason;                      // in the reference's words; empty when intact
};

// Tries the canonical forms one after the other. Never throws for what is in the package. Any thread.
[[nodiscard]] DataVerification verifyDataPackage(const DataPackage &package);

} // namespace streamdesk::stream
