// Reading and writing chunk envelopes and manifests.
#pragma once

#include "core/json/document.h"
#include "core/stream/chunk.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace streamdesk::stream {

inline constexpr std::size_t maxEnvelopeBytes = std::size_t{4} << 20U;
inline constexpr std::size_t maxManifestBytes = std::size_t{32} << 20U;

// A field that is missing or of the wrong kind.
struct FieldProblem
{
    enum class Kind { Missing, WrongType };

    Kind kind;
    std::string field;      // dotted path, camelCase: "encryption.keyRecipients[1].wrappedKeyHex"
    std::string constraint; // what it must be
    // Whether the reference's verification fails on it too. It does not look at some fields.
    bool refusedByReference;
};

// What a file that is a JSON object says about a chunk. A field with a problem is left empty.
struct EnvelopeReading
{
    ChunkEnvelope envelope;
    std::string schemaVersion;
    bool knownSchema = false;
    bool hasIndex = false;
    // Written by the on-robot agent, whose ids and hashes are "sha256:…" over JSON (format.md, "Dialect").
    bool robotDialect = false;
    std::vector<FieldProblem> problems;

    [[nodiscard]] bool complete() const noexcept { return knownSchema && problems.empty(); }
};

// Reads an envelope in camelCase or snake_case; unknown fields are passed over. Throws StreamError for what is no JSON
// object (InvalidJson, JsonLimit, WrongType); everything else is a problem in the result. `document` is memory to use.
[[nodiscard]] EnvelopeReading readEnvelope(std::string text, json::Document &document);

// The bytes of chunk-<index>.json, as the reference writes them: two spaces, final newline.
[[nodiscard]] std::string writeEnvelope(const ChunkEnvelope &envelope);

// What stands in manifest.json. Nothing in it is signed. Fields that are absent or of the wrong kind are empty.
struct Manifest
{
    std::optional<std::string> schemaVersion;
    std::optional<std::string> sourceHash;
    std::optional<std::uint64_t> totalChunks;
    std::optional<std::uint64_t> chunkSize; // bytes
    std::optional<std::string> machineDid;
    std::optional<std::string> createdAt;
    std::optional<std::string> s3Bucket;
    std::optional<std::string> s3Prefix;
};

// Throws StreamError for what is no JSON object.
[[nodiscard]] Manifest readManifest(std::string text);

// The bytes of manifest.json, final newline included; empty fields are left out.
[[nodiscard]] std::string writeManifest(const Manifest &manifest);

} // namespace streamdesk::stream
