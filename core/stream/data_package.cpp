#include "core/stream/data_package.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/crypto/hex.h"
#include "core/stream/data_limits.h"

#include <algorithm>
#include <ostream>

namespace streamdesk::stream {

namespace {

using json::CanonicalForm;

constexpr std::string_view didPrefix = "did:peaq:";

// The canonical JSON of an object of these five members, which both forms put in this order.
std::string signedText(const DataPackage &package, CanonicalForm form)
{
    std::string text;
    const auto member = [&](const char *name, const json::Tree &value) {
        text += text.empty() ? "{\"" : ",\"";
        text += name;
        text += "\":";
        text += json::canonicalJson(value, form);
    };
    member("did", json::Tree(package.did));
    member("payload", package.payload);
    member("schemaVersion", json::Tree(package.schemaVersion));
    member("sequenceNumber", json::Tree(json::Tree::Number{package.sequenceNumber}));
    member("timestamp", json::Tree(package.timestamp));
    return text + "}";
}

// The address in "did:peaq:0x<40 hex digits>", exactly so.
std::optional<crypto::EthereumAddress> addressIn(std::string_view did)
{
    const std::string_view text = did.substr(std::min(did.size(), didPrefix.size()));
    if (!did.starts_with(didPrefix) || !text.starts_with("0x")) {
        return std::nullopt;
    }
    const auto bytes = crypto::fromHex<20>(text);
    return bytes ? std::optional(crypto::EthereumAddress{*bytes}) : std::nullopt;
}

bool isDecimalDid(std::string_view did)
{
    const std::string_view number = did.substr(std::min(did.size(), didPrefix.size()));
    return did.starts_with(didPrefix) && !number.empty()
           && std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// As the reference reads it: optional 0x or 0X, a missing first zero, v from several conventions.
std::optional<crypto::RecoverableSignature> parseSignature(std::string_view text)
{
    std::string digits(text.starts_with("0x") || text.starts_with("0X") ? text.substr(2) : text);
    if (digits.size() % 2 != 0) {
        digits.insert(0, "0");
    }
    const auto bytes = digits.starts_with("0x") ? std::nullopt : crypto::fromHex<65>(digits);
    if (!bytes) {
        return std::nullopt;
    }
    crypto::RecoverableSignature signature;
    std::copy_n(bytes->begin(), signature.rs.size(), signature.rs.begin());
    const auto v = std::to_integer<unsigned>(bytes->back());
    if (v == 27 || v == 28) {
        signature.parity = v - 27;
    } else if (v <= 1) {
        signature.parity = v;
    } else if (v >= 35) { // EIP-155: 35 + 2 × chain + parity
        signature.parity = (v - 35) % 2;
    } else {
        return std::nullopt;
    }
    return signature;
}

std::string signatureText(const crypto::RecoverableSignature &signature)
{
    std::string text = "0x" + crypto::toHex(signature.rs);
    crypto::appendHex(text, std::array{static_cast<std::byte>(27 + signature.parity)});
    return text;
}

DataVerification unverified(DataVerdict verdict, const char *reason)
{
    return DataVerification{.verdict = verdict, .recovered = {}, .form = {}, .reason = reason};
}

json::Value required(const json::Value &root, std::string_view name, std::string_view otherName, json::Kind kind)
{
    const auto value = root.find(name, otherName);
    if (!value) {
        throw StreamError(ErrorCode::MissingField, "is missing",
                          ErrorContext{.file = {}, .field = std::string(name), .chunk = {}});
    }
    if (value->kind() != kind) {
        std::string message = "must be ";
        message += json::kindName(kind);
        message += ", but is ";
        message += json::kindName(value->kind());
        throw StreamError(ErrorCode::WrongType, message,
                          ErrorContext{.file = {}, .field = std::string(name), .chunk = {}});
    }
    return *value;
}

std::string requiredText(const json::Value &root, std::string_view name, std::string_view otherName)
{
    return std::string(*required(root, name, otherName, json::Kind::String).string());
}

} // namespace

std::ostream &operator<<(std::ostream &out, const SigningContext &context)
{
    return out << "SigningContext(privateKey=[REDACTED], did=" << redact(context.did)
               << ", keyId=" << redact(context.keyId) << ")";
}

std::ostream &operator<<(std::ostream &out, const EncryptionContext &)
{
    return out << "EncryptionContext(encryptionKey=[REDACTED], algorithm=AES-256-GCM)";
}

std::string didOf(const crypto::EthereumAddress &address)
{
    return std::string(didPrefix) + crypto::addressText(address);
}

DataPackage buildSignedDataPackage(const UnsignedDataPayload &payload, const SigningContext &signing,
                                   const BuildDataPackageParams &params)
{
    if (trimmed(params.schemaVersion).empty()) {
        throw StreamValidationError(ErrorCode::EmptyValue, "must not be blank", "schemaVersion", "required");
    }
    const crypto::EthereumAddress address = crypto::addressOf(signing.privateKey);
    if (!params.anyDid && addressIn(signing.did) != address) {
        throw StreamValidationError(ErrorCode::DidNotOfKey,
                                    "is not this key's, which is " + didOf(address)
                                        + ": nobody could verify the signature",
                                    "did", "the DID of the signing key");
    }
    static const FieldRules includeAll;
    const crypto::FieldKey *fieldKey = params.encryption == nullptr ? nullptr : &params.encryption->encryptionKey;
    DataPackage package{.did = signing.did,
                        .timestamp = payload.capturedAt,
                        .schemaVersion = params.schemaVersion,
                        .sequenceNumber = std::to_string(params.sequenceNumber),
                        .payload = applyFieldRules(payload.fields, params.rules == nullptr ? includeAll : *params.rules,
                                                   fieldKey, params.mode),
                        .signature = {},
                        .signingKeyId = signing.keyId};
    const crypto::Digest digest = crypto::personalMessageDigest(signedText(package, CanonicalForm::Python));
    package.signature = signatureText(crypto::sign(digest, signing.privateKey));
    return package;
}

DataPackage readDataPackage(std::string text)
{
    json::Document document;
    document.parse(std::move(text), dataPackageLimits);
    const json::Value root = document.root();
    if (!root.isObject()) {
        throw StreamError(ErrorCode::WrongType, "is no data package: it must be an object with fields, but is "
                                                    + std::string(json::kindName(root.kind())));
    }
    return DataPackage{.did = requiredText(root, "did", "did"),
                       .timestamp = requiredText(root, "timestamp", "timestamp"),
                       .schemaVersion = requiredText(root, "schemaVersion", "schema_version"),
                       .sequenceNumber = std::string(
                           *required(root, "sequenceNumber", "sequence_number", json::Kind::Number).number()),
                       .payload = json::Tree(required(root, "payload", "payload", json::Kind::Object)),
                       .signature = requiredText(root, "signature", "signature"),
                       .signingKeyId = requiredText(root, "signingKeyId", "signing_key_id")};
}

std::string writeDataPackage(const DataPackage &package, json::Writer::Style style)
{
    std::string text;
    json::Writer writer(text, style);
    writer.beginObject()
        .member("did", package.did)
        .member("timestamp", package.timestamp)
        .member("schemaVersion", package.schemaVersion)
        .key("sequenceNumber")
        .number(std::string_view(package.sequenceNumber));
    package.payload.write(writer.key("payload"));
    writer.member("signature", package.signature).member("signingKeyId", package.signingKeyId).endObject();
    return text + "\n";
}

const char *dataVerdictName(DataVerdict verdict) noexcept
{
    switch (verdict) {
    case DataVerdict::Intact:
        return "intact";
    case DataVerdict::NotSignedByDid:
        return "not-signed-by-did";
    case DataVerdict::InvalidSignature:
        return "invalid-signature";
    case DataVerdict::InvalidDid:
        return "invalid-did";
    case DataVerdict::NotCheckable:
        return "not-checkable";
    }
    return "";
}

DataVerification verifyDataPackage(const DataPackage &package)
{
    const auto expected = addressIn(package.did);
    const bool decimal = isDecimalDid(package.did);
    if (!expected && !decimal) {
        return unverified(DataVerdict::InvalidDid, "Invalid package DID format");
    }
    const auto signature = parseSignature(package.signature);
    DataVerification result = unverified(DataVerdict::InvalidSignature, "Invalid signature");
    for (const CanonicalForm form : {CanonicalForm::Python, CanonicalForm::Rfc8785}) {
        std::optional<crypto::EthereumAddress> recovered;
        try {
            recovered =
                signature ? crypto::recoverAddress(crypto::personalMessageDigest(signedText(package, form)), *signature)
                          : std::nullopt;
        } catch (const StreamValidationError &) {
            continue; // a number that this form has no spelling for: nobody can have signed it so
        }
        if (recovered && expected == recovered) {
            return DataVerification{.verdict = DataVerdict::Intact, .recovered = recovered, .form = form, .reason = {}};
        }
        if (recovered && !result.recovered) {
            result.recovered = recovered;
        }
    }
    if (decimal) {
        result.verdict = DataVerdict::NotCheckable;
        result.reason = "Invalid package DID format";
    } else if (result.recovered) {
        result.verdict = DataVerdict::NotSignedByDid;
        result.reason = "Recovered signer does not match package DID";
    }
    return result;
}

} // namespace streamdesk::stream
