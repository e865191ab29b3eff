#include "core/stream/envelope.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/json/writer.h"

#include <algorithm>

namespace streamdesk::stream {

namespace {

using json::Value;

// A field's two spellings.
struct Name
{
    std::string_view camel;
    std::string_view snake;
};

// Takes fields out of one object and notes what is wrong with them.
class FieldReader
{
public:
    FieldReader(Value object, std::string prefix, std::vector<FieldProblem> &problems)
        : m_object(object), m_prefix(std::move(prefix)), m_problems(problems)
    {
    }

    [[nodiscard]] std::optional<Value> find(const Name &name) const { return m_object.find(name.camel, name.snake); }

    [[nodiscard]] std::optional<Value> require(const Name &name)
    {
        const auto value = find(name);
        if (!value) {
            note(FieldProblem::Kind::Missing, name, "is missing", true);
        }
        return value;
    }

    // `judged`: whether the reference's verification uses this text, so that anything else makes it fail.
    void text(const Name &name, std::string &out, bool judged)
    {
        const auto value = require(name);
        if (value && value->string()) {
            out = *value->string();
        } else if (value) {
            note(FieldProblem::Kind::WrongType, name, mustBe("text", *value), judged);
        }
    }

    void optionalText(const Name &name, std::optional<std::string> &out, bool judged)
    {
        const auto value = find(name);
        if (value && value->string()) {
            out = *value->string();
        } else if (value && !value->isNull()) {
            note(FieldProblem::Kind::WrongType, name, mustBe("text or null", *value), judged);
        }
    }

    void note(FieldProblem::Kind kind, const Name &name, std::string constraint, bool judged)
    {
        m_problems.push_back(FieldProblem{.kind = kind,
                                          .field = m_prefix + std::string(name.camel),
                                          .constraint = std::move(constraint),
                                          .refusedByReference = judged});
    }

    [[nodiscard]] static std::string mustBe(std::string_view wanted, Value found)
    {
        return "must be " + std::string(wanted) + ", not " + std::string(json::kindName(found.kind()));
    }

private:
    Value m_object;
    std::string m_prefix;
    std::vector<FieldProblem> &m_problems;
};

void readRecipient(Value value, const std::string &prefix, EnvelopeReading &reading)
{
    if (!value.isObject()) {
        reading.problems.push_back(FieldProblem{.kind = FieldProblem::Kind::WrongType,
                                                .field = prefix,
                                                .constraint = FieldReader::mustBe("an object", value),
                                                .refusedByReference = true});
        return;
    }
    FieldReader fields(value, prefix + ".", reading.problems);
    KeyRecipient recipient;
    fields.text({"recipientId", "recipient_id"}, recipient.recipientId, false);
    fields.text({"recipientType", "recipient_type"}, recipient.recipientType, false);
    fields.text({"algorithm", "algorithm"}, recipient.algorithm, false);
    fields.text({"publicKeyHex", "public_key_hex"}, recipient.publicKeyHex, false);
    fields.text({"wrappedKeyHex", "wrapped_key_hex"}, recipient.wrappedKeyHex, false);
    reading.envelope.encryption.keyRecipients.push_back(std::move(recipient));
}

void readEncryption(Value value, EnvelopeReading &reading)
{
    FieldReader fields(value, "encryption.", reading.problems);
    ChunkEncryption &encryption = reading.envelope.encryption;
    fields.text({"algorithm", "algorithm"}, encryption.algorithm, false);
    fields.text({"nonce", "nonce"}, encryption.nonce, false);
    fields.text({"keyCommitment", "key_commitment"}, encryption.keyCommitment, false);
    const Name name{"keyRecipients", "key_recipients"};
    const auto recipients = fields.require(name);
    if (recipients && !recipients->isArray()) {
        fields.note(FieldProblem::Kind::WrongType, name, FieldReader::mustBe("a list", *recipients), true);
    } else if (recipients) {
        std::size_t position = 0;
        recipients->forEachElement([&](Value recipient) {
            readRecipient(recipient, "encryption.keyRecipients[" + std::to_string(position++) + "]", reading);
        });
    }
}

void readSignature(Value value, EnvelopeReading &reading)
{
    FieldReader fields(value, "signature.", reading.problems);
    ChunkSignature &signature = reading.envelope.signature;
    fields.text({"algorithm", "algorithm"}, signature.algorithm, false);
    fields.text({"machineDid", "machine_did"}, signature.machineDid, true);
    fields.text({"keyId", "key_id"}, signature.keyId, true);
    fields.text({"publicKeyHex", "public_key_hex"}, signature.publicKeyHex, true);
    fields.text({"value", "value"}, signature.value, true);
}

// "1.0" as 1: the reference sorts it there and then finds that the chunk id does not fit. "-0" is its 0.
std::optional<std::uint64_t> wholeNumber(std::string_view number)
{
    if (number == "-0") {
        return 0;
    }
    const std::size_t point = std::min(number.find('.'), number.size());
    const bool onlyZeros = number.find_first_not_of(".0", point) == std::string_view::npos;
    const auto value = onlyZeros ? parseUnsigned(number.substr(0, point)) : std::nullopt;
    return value && *value <= largestIndex ? value : std::nullopt;
}

void readIndex(FieldReader &fields, EnvelopeReading &reading)
{
    const Name name{"index", "index"};
    const auto value = fields.require(name);
    const auto index = value && value->number() ? wholeNumber(*value->number()) : std::nullopt;
    if (index) {
        reading.envelope.index = *index;
        reading.envelope.indexText = *value->number() == "-0" ? "0" : *value->number();
        reading.hasIndex = true;
    } else if (value) {
        fields.note(FieldProblem::Kind::WrongType, name, FieldReader::mustBe("a whole number, 0 or more", *value),
                    true);
    }
}

template <typename Read>
void readObject(FieldReader &fields, const Name &name, EnvelopeReading &reading, Read read)
{
    const auto value = fields.require(name);
    if (value && value->isObject()) {
        read(*value, reading);
    } else if (value) {
        fields.note(FieldProblem::Kind::WrongType, name, FieldReader::mustBe("an object", *value), true);
    }
}

} // namespace

EnvelopeReading readEnvelope(std::string text, json::Document &document)
{
    document.parse(std::move(text), json::Limits{.maxBytes = maxEnvelopeBytes});
    const Value root = document.root();
    if (!root.isObject()) {
        throw StreamError(ErrorCode::WrongType, FieldReader::mustBe("a JSON object", root));
    }

    EnvelopeReading reading;
    FieldReader fields(root, "", reading.problems);
    fields.text({"schemaVersion", "schema_version"}, reading.schemaVersion, true);
    reading.knownSchema = reading.schemaVersion == chunkSchema;

    ChunkEnvelope &envelope = reading.envelope;
    readIndex(fields, reading);
    fields.text({"chunkId", "chunk_id"}, envelope.chunkId, true);
    fields.optionalText({"previousChunkId", "previous_chunk_id"}, envelope.previousChunkId, true);
    fields.text({"encryptedDataHash", "encrypted_data_hash"}, envelope.encryptedDataHash, true);
    fields.text({"plaintextHash", "plaintext_hash"}, envelope.plaintextHash, false);
    fields.optionalText({"storageRef", "storage_ref"}, envelope.storageRef, false);
    readObject(fields, {"encryption", "encryption"}, reading, readEncryption);
    readObject(fields, {"signature", "signature"}, reading, readSignature);
    reading.robotDialect = envelope.chunkId.starts_with("sha256:") && envelope.encryptedDataHash.starts_with("sha256:");
    return reading;
}

std::string writeEnvelope(const ChunkEnvelope &envelope)
{
    std::string text;
    text.reserve(3072);
    json::Writer writer(text, json::Writer::Style::Pretty);
    writer.beginObject()
        .member("schemaVersion", chunkSchema)
        .member("chunkId", envelope.chunkId)
        .member("previousChunkId", envelope.previousChunkId)
        .member("index", envelope.index)
        .member("encryptedDataHash", envelope.encryptedDataHash)
        .member("plaintextHash", envelope.plaintextHash)
        .member("storageRef", envelope.storageRef);

    writer.key("encryption")
        .beginObject()
        .member("algorithm", envelope.encryption.algorithm)
        .member("nonce", envelope.encryption.nonce)
        .member("keyCommitment", envelope.encryption.keyCommitment)
        .key("keyRecipients")
        .beginArray();
    for (const KeyRecipient &recipient : envelope.encryption.keyRecipients) {
        writer.beginObject()
            .member("recipientId", recipient.recipientId)
            .member("recipientType", recipient.recipientType)
            .member("algorithm", recipient.algorithm)
            .member("publicKeyHex", recipient.publicKeyHex)
            .member("wrappedKeyHex", recipient.wrappedKeyHex)
            .endObject();
    }
    writer.endArray().endObject();

    writer.key("signature")
        .beginObject()
        .member("algorithm", envelope.signature.algorithm)
        .member("machineDid", envelope.signature.machineDid)
        .member("keyId", envelope.signature.keyId)
        .member("publicKeyHex", envelope.signature.publicKeyHex)
        .member("value", envelope.signature.value)
        .endObject()
        .endObject();
    text += '\n';
    return text;
}

Manifest readManifest(std::string text)
{
    json::Document document;
    document.parse(std::move(text), json::Limits{.maxBytes = maxManifestBytes, .maxValues = 2'000'000, .maxDepth = 64});
    const Value root = document.root();
    if (!root.isObject()) {
        throw StreamError(ErrorCode::WrongType, FieldReader::mustBe("a JSON object", root));
    }
    const auto textOf = [&root](std::string_view name) -> std::optional<std::string> {
        const auto value = root.find(name);
        return value && value->string() ? std::optional<std::string>(*value->string()) : std::nullopt;
    };
    const auto numberOf = [&root](std::string_view name) {
        const auto value = root.find(name);
        return value ? value->unsignedInteger() : std::nullopt;
    };
    return Manifest{.schemaVersion = textOf("schemaVersion"),
                    .sourceHash = textOf("sourceHash"),
                    .totalChunks = numberOf("totalChunks"),
                    .chunkSize = numberOf("chunkSize"),
                    .machineDid = textOf("machineDid"),
                    .createdAt = textOf("createdAt"),
                    .s3Bucket = textOf("s3Bucket"),
                    .s3Prefix = textOf("s3Prefix")};
}

std::string writeManifest(const Manifest &manifest)
{
    std::string text;
    json::Writer writer(text, json::Writer::Style::Pretty);
    const auto member = [&writer](std::string_view name, const auto &value) {
        if (value) {
            writer.member(name, *value);
        }
    };
    writer.beginObject();
    member("schemaVersion", manifest.schemaVersion);
    member("sourceHash", manifest.sourceHash);
    member("totalChunks", manifest.totalChunks);
    member("chunkSize", manifest.chunkSize);
    member("machineDid", manifest.machineDid);
    member("createdAt", manifest.createdAt);
    member("s3Bucket", manifest.s3Bucket);
    member("s3Prefix", manifest.s3Prefix);
    writer.endObject();
    text += '\n';
    return text;
}

} // namespace streamdesk::stream
