// What can be said of one chunk without its neighbours.
#pragma once

#include "core/crypto/keys.h"
#include "core/crypto/sha256.h"
#include "core/jobs/job.h"
#include "core/stream/chunk_stream.h"
#include "core/stream/finding.h"

#include <optional>
#include <string>
#include <vector>

namespace streamdesk::stream {

// A ciphertext that was read to its end.
struct CiphertextFacts
{
    crypto::Digest hash;
    std::uint64_t size; // bytes
};

struct ChunkCheck
{
    std::uint64_t index = 0;
    std::string envelopeName;
    bool readable = false; // an envelope of the known schema and dialect; only then the fields below say something
    bool otherSchema = false;
    bool robotDialect = false;
    std::string chunkId;
    std::optional<std::string> previousChunkId;
    std::string machineDid;
    std::string keyId;
    std::optional<crypto::Ed25519PublicKey> signer;
    std::optional<crypto::Digest> declaredHash; // encryptedDataHash, when it is one
    std::optional<CiphertextFacts> ciphertext;
    bool ciphertextPresent = false; // here, though perhaps unreadable
    std::vector<Finding> findings;
};

// Judges a chunk: fields, hash, id, identity, signature, in the order of format.md, "Verifying a chain". Pass what was
// read of the ciphertext, or nothing when there is none. Pure; any thread.
[[nodiscard]] ChunkCheck checkChunk(const EnvelopeReading &reading, const std::optional<CiphertextFacts> &ciphertext);

// Reads the chunk at `position` and judges it: the envelope goes into `reading`, the ciphertext is read to its end by
// `readCiphertext`, which is not called when there is none. What cannot be read is a finding; only Stopped is thrown.
// `document` is memory to use. Any thread.
[[nodiscard]] ChunkCheck examineChunk(const ChunkStream &chunks, std::size_t position, json::Document &document,
                                      EnvelopeReading &reading,
                                      const std::function<CiphertextFacts(const CiphertextReader &)> &readCiphertext);

// Hashes a ciphertext in blocks through `buffer`, which is working memory of any size over 0. Throws IoError, Stopped.
[[nodiscard]] CiphertextFacts hashCiphertext(const CiphertextReader &reader, std::span<std::byte> buffer,
                                             const jobs::JobControl &control);

} // namespace streamdesk::stream
