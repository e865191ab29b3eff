// Puts the checks of single chunks together: order, links, one signer, and which neighbour a stray ciphertext belongs
// to.
#pragma once

#include "core/jobs/job.h"
#include "core/stream/chunk_check.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace streamdesk::stream {

// Everything that a chain says of itself, before anything outside it was asked.
struct ChainReport
{
    // The reference's notion and its first failure: the position in the chain and its words.
    bool valid = false;
    std::optional<std::uint64_t> failedAt;
    std::string_view failedReason;

    std::uint64_t chunks = 0;          // envelopes seen
    std::uint64_t ciphertextBytes = 0; // of what was read
    std::string firstChunkId;          // of index 0; empty when it is not here
    std::string headChunkId;           // of the last chunk
    std::uint64_t length = 0;          // the last index and one, whatever is missing in between
    // Of the first hundred that differ; enough to name them.
    std::vector<std::string> dids;
    std::vector<std::string> keyIds;
    std::vector<crypto::Ed25519PublicKey> signers;
    std::vector<Finding> findings;

    [[nodiscard]] bool oneSigner() const noexcept { return signers.size() == 1 && dids.size() == 1; }
};

// What was said of one chunk when it was added. Differences of ciphertext are classified only at the end.
struct CheckedChunk
{
    std::size_t position = 0; // in the stream
    Gravity gravity = Gravity::Remark;
    std::span<const Finding> findings; // that came with it, also of what is missing before it; valid during the call
};
// Called in the order of the chain from the work's own threads, never two at once. Must be quick and must not throw.
using CheckedFunction = std::function<void(const CheckedChunk &)>;

// Add the checks in the order of the chain, then finish() once. One thread at a time. Keeps some 100 bytes a chunk.
class ChainVerifier
{
public:
    // `chunkSize`: bytes of plaintext in each chunk but the last, when somebody said so; tells a cut ciphertext from a
    // changed one.
    explicit ChainVerifier(std::optional<std::uint64_t> chunkSize = std::nullopt) : m_chunkSize(chunkSize) {}

    // Takes up the chain behind this chunk, as if all before it had been seen: for chunks that are judged by
    // themselves.
    void resumeAfter(std::uint64_t index, std::optional<std::string> chunkId);
    // Whose chain it is, as its first readable envelope says: for chunks that are judged by themselves.
    void expectSigner(const ChunkSignature &signature);
    // The gravest of what is said of this chunk itself; Remark when there is nothing.
    Gravity add(ChunkCheck check);
    // All so far.
    [[nodiscard]] const std::vector<Finding> &findings() const noexcept { return m_report.findings; }
    // False as soon as the reference would have given up.
    [[nodiscard]] bool stillValid() const noexcept { return !m_report.failedAt; }
    [[nodiscard]] ChainReport finish();
    // In place of finish() for some chunks of a chain: what is said of them, and nothing of the whole.
    [[nodiscard]] std::vector<Finding> finishPart();

private:
    void checkOrder(const ChunkCheck &check);
    void checkLink(const ChunkCheck &check);
    void checkCiphertextPresence(const ChunkCheck &check);
    void checkKind(const ChunkCheck &check);
    void checkSigner(const ChunkCheck &check);
    void note(Finding finding);
    void lower(FindingCode code);
    void remember(const ChunkCheck &check);
    void classifyMismatches();
    void judgeWhole();

    struct Neighbour
    {
        std::string chunkId;
        bool known = false; // false when the chunk before is missing or unreadable: its id cannot be compared
    };

    std::optional<std::uint64_t> m_chunkSize;
    ChainReport m_report;
    Gravity m_gravity = Gravity::Remark; // of the chunk that is being added
    Neighbour m_before;
    std::vector<std::pair<std::uint64_t, crypto::Digest>> m_declared; // index and hash, to recognise strays
    bool m_saidSeveralDids = false;
    bool m_saidSeveralKeys = false;
    std::uint64_t m_robotChunks = 0;
    std::uint64_t m_otherSchemaChunks = 0;
    std::uint64_t m_withCiphertext = 0;
};

struct ChainOptions
{
    std::optional<std::uint64_t> chunkSize; // as for ChainVerifier
    CheckedFunction checked;                // may be empty
};

// Verifies all chunks of a stream with all cores. Findings are in chain order. Memory is that of ChainVerifier and of
// the findings, whatever the size of the chunks. Throws Stopped; an unreadable file is a finding.
[[nodiscard]] ChainReport verifyChunkChain(const ChunkStream &chunks, const ChainOptions &options,
                                           const jobs::JobControl &control);

// The same for the chunks at `positions`, which ascend; the link of each to the one before it is checked as well, and
// whether it names the machine and the key of the first envelope that can be read. Says nothing of the whole: no count.
[[nodiscard]] std::vector<Finding> verifyChunks(const ChunkStream &chunks, std::span<const std::size_t> positions,
                                                const ChainOptions &options, const jobs::JobControl &control);

} // namespace streamdesk::stream
