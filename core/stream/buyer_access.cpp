#include "core/stream/buyer_access.h"

#include "core/base/errors.h"
#include "core/crypto/hex.h"
#include "core/jobs/pipeline.h"
#include "core/json/writer.h"
#include "core/stream/decrypt.h"

#include <algorithm>
#include <array>
#include <memory>

namespace streamdesk::stream {

namespace {

using json::Value;
using json::Writer;

std::uint64_t quotedSize(std::string_view text)
{
    thread_local std::string quoted;
    quoted.clear();
    json::appendQuoted(quoted, text);
    return quoted.size();
}

std::string accessFileName(std::string_view buyerPublicKeyHex, std::uint64_t number)
{
    return std::string(buyerPublicKeyHex) + "-" + std::to_string(number) + ".json";
}

// Bytes of an entry in the reference's snake_case spelling.
std::uint64_t snakeCaseSize(const BuyerAccessEntry &entry)
{
    constexpr std::string_view frame = R"({"chunk_id":,"buyer":{"recipient_id":,"recipient_type":,"algorithm":,)"
                                       R"("public_key_hex":,"wrapped_key_hex":},"schema_version":})";
    return frame.size() + quotedSize(entry.chunkId) + quotedSize(entry.buyer.recipientId)
           + quotedSize(entry.buyer.recipientType) + quotedSize(entry.buyer.algorithm)
           + quotedSize(entry.buyer.publicKeyHex) + quotedSize(entry.buyer.wrappedKeyHex)
           + quotedSize(buyerAccessSchema);
}

// Bytes of a file without entries, in the same spelling.
std::uint64_t snakeCaseSize(const BuyerAccessFile &file)
{
    constexpr std::string_view frame = R"({"schema_version":,"file_name":,"buyer_public_key_hex":,"entries":[]})";
    return frame.size() + quotedSize(buyerAccessSchema) + quotedSize(file.fileName)
           + quotedSize(file.buyerPublicKeyHex);
}

[[noreturn]] void refuse(ErrorCode code, const std::string &field, std::string_view message)
{
    throw StreamError(code, message, ErrorContext{.file = {}, .field = field, .chunk = {}});
}

// The text of a member in camelCase or snake_case.
std::string_view requireText(Value object, std::string_view camel, std::string_view snake, const std::string &where,
                             bool mayBeEmpty = false)
{
    const auto value = object.find(camel, snake);
    const std::string field = where + std::string(camel);
    if (!value) {
        refuse(ErrorCode::MissingField, field, "is missing");
    }
    if (!value->string()) {
        refuse(ErrorCode::WrongType, field, "must be text, not " + std::string(json::kindName(value->kind())));
    }
    if (value->string()->empty() && !mayBeEmpty) {
        refuse(ErrorCode::MissingField, field, "is empty");
    }
    return *value->string();
}

std::optional<std::string_view> schemaOf(Value root)
{
    const auto schema = root.find("schemaVersion", "schema_version");
    return schema ? schema->string() : std::nullopt;
}

} // namespace

BuyerAccessEntry createBuyerAccessEntry(const ChunkEnvelope &envelope, const BuyerAccessParams &params,
                                        crypto::ChunkKey &key)
{
    const auto &recipients = envelope.encryption.keyRecipients;
    const auto owner = std::find_if(recipients.begin(), recipients.end(),
                                    [](const KeyRecipient &r) { return r.recipientType == "owner"; });
    if (owner == recipients.end()) {
        throw StreamValidationError(ErrorCode::OwnerRecipientMissing, "no recipient of type owner",
                                    "encryption.keyRecipients", "an owner recipient");
    }
    unwrapChunkKey(envelope, *owner, params.owner, key);
    const crypto::WrappedKey wrapped = crypto::sealKey(key, params.buyer.key);
    crypto::wipe(key.bytes());
    return BuyerAccessEntry{.chunkId = envelope.chunkId,
                            .buyer = {.recipientId = params.buyerRecipientId,
                                      .recipientType = "buyer",
                                      .algorithm = std::string(wrapAlgorithm),
                                      .publicKeyHex = params.buyer.spelling,
                                      .wrappedKeyHex = crypto::toHex(wrapped)}};
}

AccessFileSplitter::AccessFileSplitter(std::string buyerPublicKeyHex, std::uint64_t maxFileSize, Emit emit)
    : m_maxFileSize(maxFileSize), m_emit(std::move(emit))
{
    m_file.buyerPublicKeyHex = std::move(buyerPublicKeyHex);
    begin();
}

void AccessFileSplitter::begin()
{
    m_file.fileName = accessFileName(m_file.buyerPublicKeyHex, ++m_count);
    m_file.entries.clear();
    m_size = snakeCaseSize(m_file);
}

void AccessFileSplitter::add(BuyerAccessEntry entry)
{
    const std::uint64_t size = snakeCaseSize(entry);
    if (!m_file.entries.empty() && m_size + 1 + size > m_maxFileSize) { // 1: the comma
        m_emit(m_file);
        begin();
    }
    m_size += size + (m_file.entries.empty() ? 0 : 1);
    m_file.entries.push_back(std::move(entry));
}

void AccessFileSplitter::finish()
{
    if (!m_file.entries.empty()) {
        m_emit(m_file);
        begin();
    }
}

void buildBuyerAccessFiles(const ChunkStream &chunks, const std::vector<std::size_t> &positions,
                           const BuyerAccessParams &params, const AccessFileSplitter::Emit &emit,
                           const jobs::JobControl &control)
{
    struct Slot
    {
        std::size_t position = 0;
        json::Document document;
        crypto::ChunkKey key;
        BuyerAccessEntry entry;
    };

    AccessFileSplitter splitter(params.buyer.spelling, params.maxFileSize, emit);
    jobs::Progress progress{.chunksTotal = positions.size()};
    std::size_t next = 0;
    jobs::runPipeline(
        jobs::PipelineShape::fitting(maxEnvelopeBytes, std::size_t{64} << 20U), control,
        [] { return std::make_unique<Slot>(); },
        [&](std::unique_ptr<Slot> &slot) {
            if (next == positions.size()) {
                return false;
            }
            slot->position = positions[next++];
            return true;
        },
        [&](std::unique_ptr<Slot> &slot) {
            const ErrorContext where{.file = chunks.envelopeName(slot->position), .field = {}, .chunk = {}};
            try {
                const EnvelopeReading reading = chunks.envelope(slot->position, slot->document);
                slot->entry = createBuyerAccessEntry(reading.envelope, params, slot->key);
            } catch (StreamError &error) {
                error.addContext(where);
                throw;
            }
        },
        [&](std::unique_ptr<Slot> &slot) {
            splitter.add(std::move(slot->entry));
            ++progress.chunksDone;
            control.report(progress);
        });
    splitter.finish();
}

std::string writeBuyerAccessFile(const BuyerAccessFile &file)
{
    std::string text;
    Writer writer(text, Writer::Style::Compact);
    writer.beginObject()
        .member("schemaVersion", buyerAccessSchema)
        .member("buyerPublicKeyHex", file.buyerPublicKeyHex)
        .key("entries")
        .beginArray();
    for (const BuyerAccessEntry &entry : file.entries) {
        writer.beginObject()
            .member("chunkId", entry.chunkId)
            .key("buyer")
            .beginObject()
            .member("recipientId", entry.buyer.recipientId)
            .member("recipientType", entry.buyer.recipientType)
            .member("algorithm", entry.buyer.algorithm)
            .member("publicKeyHex", entry.buyer.publicKeyHex)
            .member("wrappedKeyHex", entry.buyer.wrappedKeyHex)
            .endObject()
            .endObject();
    }
    writer.endArray().endObject();
    return text;
}

void visitBuyerAccessFile(std::string text, const AccessVisitor &visit)
{
    json::Document document;
    document.parse(std::move(text),
                   json::Limits{.maxBytes = maxAccessFileBytes, .maxValues = 4'000'000, .maxDepth = 64});
    const Value root = document.root();
    if (!root.isObject()) {
        refuse(ErrorCode::WrongType, "", "must be a JSON object, not " + std::string(json::kindName(root.kind())));
    }
    if (schemaOf(root) != buyerAccessSchema) {
        refuse(ErrorCode::UnsupportedSchema, "schemaVersion", "is not " + std::string(buyerAccessSchema));
    }
    (void)requireText(root, "buyerPublicKeyHex", "buyer_public_key_hex", "", true); // nobody reads it
    const auto entries = root.find("entries");
    if (!entries || !entries->isArray()) {
        refuse(entries ? ErrorCode::WrongType : ErrorCode::MissingField, "entries",
               entries ? "must be a list" : "is missing");
    }

    std::size_t position = 0;
    entries->forEachElement([&](Value entry) {
        const std::string where = "entries[" + std::to_string(position++) + "]";
        if (!entry.isObject()) {
            refuse(ErrorCode::WrongType, where, "must be an object");
        }
        const std::string_view chunkId = requireText(entry, "chunkId", "chunk_id", where + ".");
        const auto buyer = entry.find("buyer");
        if (!buyer || !buyer->isObject()) {
            refuse(buyer ? ErrorCode::WrongType : ErrorCode::MissingField, where + ".buyer",
                   buyer ? "must be an object" : "is missing");
        }
        const auto textOf = [&](std::string_view camel, std::string_view snake) {
            return std::string(requireText(*buyer, camel, snake, where + ".buyer."));
        };
        visit(std::string(chunkId), KeyRecipient{.recipientId = textOf("recipientId", "recipient_id"),
                                                 .recipientType = textOf("recipientType", "recipient_type"),
                                                 .algorithm = textOf("algorithm", "algorithm"),
                                                 .publicKeyHex = textOf("publicKeyHex", "public_key_hex"),
                                                 .wrappedKeyHex = textOf("wrappedKeyHex", "wrapped_key_hex")});
    });
}

AccessFileReading readBuyerAccessFile(std::string text, std::string_view buyerId, BuyerAccess &access)
{
    AccessFileReading reading;
    visitBuyerAccessFile(std::move(text), [&](std::string chunkId, KeyRecipient recipient) {
        if (recipient.recipientId != buyerId) {
            ++reading.others;
            return;
        }
        const bool added = access.insert_or_assign(std::move(chunkId), std::move(recipient)).second;
        ++reading.accepted;
        reading.replaced += added ? 0 : 1;
    });
    return reading;
}

bool looksLikeBuyerAccessFile(std::string text)
{
    try {
        json::Document document;
        document.parse(std::move(text),
                       json::Limits{.maxBytes = maxAccessFileBytes, .maxValues = 4'000'000, .maxDepth = 64});
        return schemaOf(document.root()) == buyerAccessSchema;
    } catch (const StreamError &) {
        return false;
    }
}

} // namespace streamdesk::stream
