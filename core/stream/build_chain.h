// Making a chunk chain from data (format.md, "Chunk envelope").
#pragma once

#include "core/crypto/ed25519.h"
#include "core/jobs/job.h"
#include "core/stream/chunk_stream.h"

#include <cstdint>
#include <string>

namespace streamdesk::stream {

struct BuildChunkChainParams
{
    RecipientKey owner;
    RecipientKey operatorKey;
    RecipientKey machine;
    std::string ownerRecipientId = "owner-1";
    std::string operatorRecipientId = "operator-1";
    std::string machineRecipientId = "machine-1";
    crypto::Ed25519KeyPair signingKey;
    std::string machineDid;   // not blank
    std::string machineKeyId; // not blank
    ChunkingConfig config;
};

struct BuiltChain
{
    std::string sourceHash; // "0x…" over all plaintext
    std::uint64_t totalChunks = 0;
    std::uint64_t totalBytes = 0; // of plaintext
};

// Cuts the data into chunks, encrypts each with a fresh key, wraps the key for the three recipients, signs and links,
// with all cores. Memory is a few chunks, and for chunks over 8 MiB a few blocks. Empty data makes one empty chunk.
// `expectedBytes` is for the progress only; 0 when unknown. Throws StreamValidationError for the parameters (before
// anything is read), what source and sink throw, StreamSigningError, Stopped.
[[nodiscard]] BuiltChain buildChunkChain(ByteSource &source, ChunkSink &sink, const BuildChunkChainParams &params,
                                         std::uint64_t expectedBytes, const jobs::JobControl &control);

} // namespace streamdesk::stream
