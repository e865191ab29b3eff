#include "core/keys/trust_file.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/crypto/hex.h"
#include "core/io/file.h"
#include "core/json/document.h"
#include "core/json/writer.h"

#include <algorithm>

namespace streamdesk::keys {

namespace {

using json::Value;

constexpr std::size_t maxBytes = std::size_t{16} << 20U;

[[noreturn]] void refuse(const std::string &field, std::string_view message)
{
    throw StreamError(ErrorCode::InvalidTrustFile, message, ErrorContext{.file = {}, .field = field, .chunk = {}});
}

std::string requireText(Value object, std::string_view name, const std::string &where)
{
    const auto value = object.find(name);
    if (!value || !value->string() || value->string()->empty()) {
        refuse(where + "." + std::string(name), "must be text that is not empty");
    }
    return std::string(*value->string());
}

// Words for people: absent, null or empty is all the same.
std::string optionalText(Value object, std::string_view name, const std::string &where)
{
    const auto value = object.find(name);
    if (!value || value->isNull()) {
        return {};
    }
    if (!value->string()) {
        refuse(where + "." + std::string(name), "must be text");
    }
    return std::string(*value->string());
}

void writeOptional(json::Writer &writer, std::string_view name, const std::string &text)
{
    if (!text.empty()) {
        writer.member(name, text);
    }
}

// An absent list is an empty one.
template <typename Read>
void readList(Value object, std::string_view name, const std::string &where, Read read)
{
    const auto list = object.find(name);
    if (!list) {
        return;
    }
    const std::string path = (where.empty() ? "" : where + ".") + std::string(name);
    if (!list->isArray()) {
        refuse(path, "must be a list");
    }
    std::size_t position = 0;
    list->forEachElement([&](Value element) {
        const std::string element_path = path + "[" + std::to_string(position++) + "]";
        if (!element.isObject()) {
            refuse(element_path, "must be an object");
        }
        read(element, element_path);
    });
}

crypto::Ed25519PublicKey readPublicKey(Value value, const std::string &where)
{
    const auto bytes = crypto::fromHex<crypto::keySize>(requireText(value, "publicKeyHex", where));
    if (!bytes) {
        refuse(where + ".publicKeyHex", "must be a public key of 64 hex digits");
    }
    return {*bytes};
}

TrustedKey readKey(Value value, const std::string &where)
{
    const crypto::Ed25519PublicKey key = readPublicKey(value, where);
    const std::string state = requireText(value, "state", where);
    if (state != "trusted" && state != "revoked") {
        refuse(where + ".state", "must be \"trusted\" or \"revoked\"");
    }
    return TrustedKey{.key = key,
                      .state = state == "trusted" ? TrustedKey::State::Trusted : TrustedKey::State::Revoked,
                      .firstSeen = optionalText(value, "firstSeen", where),
                      .note = optionalText(value, "note", where),
                      .pinnedBy = optionalText(value, "pinnedBy", where)};
}

PinnedChain readChain(Value value, const std::string &where)
{
    const auto total = value.find("totalChunks");
    if (!total || !total->unsignedInteger()) {
        refuse(where + ".totalChunks", "must be a whole number");
    }
    return PinnedChain{.firstChunkId = requireText(value, "firstChunkId", where),
                       .headChunkId = requireText(value, "headChunkId", where),
                       .totalChunks = *total->unsignedInteger(),
                       .seen = optionalText(value, "seen", where)};
}

void writeChain(json::Writer &writer, const PinnedChain &chain)
{
    writer.member("firstChunkId", chain.firstChunkId)
        .member("headChunkId", chain.headChunkId)
        .member("totalChunks", chain.totalChunks);
    writeOptional(writer, "seen", chain.seen);
}

stream::SignerTrust::Pin pinOf(const PinnedChain &chain)
{
    return {.headChunkId = chain.headChunkId, .totalChunks = chain.totalChunks};
}

} // namespace

TrustFile parseTrustFile(std::string text)
{
    json::Document document;
    document.parse(std::move(text), json::Limits{.maxBytes = maxBytes, .maxValues = 1'000'000, .maxDepth = 16});
    const Value root = document.root();
    const auto version = root.find("schemaVersion");
    if (!version || version->string() != trustSchema) {
        refuse("schemaVersion",
               "is not " + std::string(trustSchema) + ": this is no trust file, or one of a newer program");
    }
    TrustFile file;
    readList(root, "machines", "", [&](Value value, const std::string &where) {
        TrustedMachine machine{.did = requireText(value, "did", where),
                               .keys = {},
                               .chains = {},
                               .seen = {},
                               .label = optionalText(value, "label", where)};
        readList(value, "keys", where,
                 [&](Value key, const std::string &path) { machine.keys.push_back(readKey(key, path)); });
        readList(value, "chains", where,
                 [&](Value chain, const std::string &path) { machine.chains.push_back(readChain(chain, path)); });
        readList(value, "seen", where, [&](Value chain, const std::string &path) {
            machine.seen.push_back({.chain = readChain(chain, path), .signer = readPublicKey(chain, path)});
        });
        file.machines.push_back(std::move(machine));
    });
    return file;
}

stream::SignerTrust TrustFile::lookUp(const std::string &did, const crypto::Ed25519PublicKey &key,
                                      const std::string &firstChunkId) const
{
    using Key = stream::SignerTrust::Key;
    stream::SignerTrust trust;
    for (const TrustedMachine &machine : machines) {
        if (machine.did != did) {
            continue;
        }
        for (const TrustedKey &known : machine.keys) {
            if (known.key == key) {
                // A withdrawal counts, whatever else stands elsewhere in the file.
                const bool revoked = known.state == TrustedKey::State::Revoked;
                trust.key = revoked || trust.key == Key::Revoked ? Key::Revoked : Key::Trusted;
                trust.note = revoked || trust.key == Key::Trusted ? known.note : trust.note;
            } else if (known.state == TrustedKey::State::Trusted && trust.key == Key::Unknown) {
                trust.key = Key::Contradicted;
            }
        }
        for (const PinnedChain &chain : machine.chains) {
            if (chain.firstChunkId == firstChunkId) {
                trust.pin = pinOf(chain);
            }
        }
        for (const SeenChain &seen : machine.seen) {
            if (seen.chain.firstChunkId == firstChunkId) {
                trust.sight = stream::SignerTrust::Sight{
                    .end = pinOf(seen.chain), .signer = seen.signer, .when = seen.chain.seen};
            }
        }
    }
    return trust;
}

std::string trustFileText(const TrustFile &file)
{
    std::string text;
    json::Writer writer(text, json::Writer::Style::Pretty);
    writer.beginObject().member("schemaVersion", trustSchema).key("machines").beginArray();
    for (const TrustedMachine &machine : file.machines) {
        writer.beginObject().member("did", machine.did);
        writeOptional(writer, "label", machine.label);
        writer.key("keys").beginArray();
        for (const TrustedKey &key : machine.keys) {
            writer.beginObject()
                .member("publicKeyHex", crypto::toHex(key.key.bytes))
                .member("state", key.state == TrustedKey::State::Trusted ? "trusted" : "revoked");
            writeOptional(writer, "firstSeen", key.firstSeen);
            writeOptional(writer, "note", key.note);
            writeOptional(writer, "pinnedBy", key.pinnedBy);
            writer.endObject();
        }
        writer.endArray().key("chains").beginArray();
        for (const PinnedChain &chain : machine.chains) {
            writeChain(writer.beginObject(), chain);
            writer.endObject();
        }
        writer.endArray();
        if (!machine.seen.empty()) {
            writer.key("seen").beginArray();
            for (const SeenChain &seen : machine.seen) {
                writeChain(writer.beginObject(), seen.chain);
                writer.member("publicKeyHex", crypto::toHex(seen.signer.bytes)).endObject();
            }
            writer.endArray();
        }
        writer.endObject();
    }
    writer.endArray().endObject();
    return text + "\n";
}

TrustFile readTrustFile(const std::filesystem::path &path)
{
    try {
        std::string text;
        io::readTextFile(path, maxBytes, text);
        return parseTrustFile(std::move(text));
    } catch (StreamError &error) {
        error.addContext(ErrorContext{.file = displayPath(path), .field = {}, .chunk = {}});
        throw;
    }
}

} // namespace streamdesk::keys
