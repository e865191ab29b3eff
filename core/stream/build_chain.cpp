#include "core/stream/build_chain.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/crypto/chunk_cipher.h"
#include "core/crypto/hex.h"
#include "core/crypto/random.h"
#include "core/crypto/sealed_box.h"
#include "core/crypto/sha256.h"
#include "core/jobs/pipeline.h"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace streamdesk::stream {

namespace {

// A chunk up to this size is held whole and worked on in parallel with others. A larger one flows through a block of
// this size on one core.
constexpr std::uint64_t largestBufferedChunk = std::uint64_t{8} << 20U;
constexpr std::size_t memoryBudget = std::size_t{32} << 20U;

void requireText(const std::string &text, const std::string &field)
{
    if (trimmed(text).empty()) {
        throw StreamValidationError(ErrorCode::EmptyValue, "must not be empty", field, "text that is not blank");
    }
    if (!isUtf8(text)) {
        throw StreamValidationError(ErrorCode::InvalidText, "is not valid UTF-8", field, "UTF-8 text");
    }
}

void validate(const BuildChunkChainParams &params)
{
    requireText(params.machineDid, "machineDid");
    requireText(params.machineKeyId, "machineKeyId");
    if (params.config.chunkSize == 0) {
        throw StreamValidationError(ErrorCode::InvalidNumber, "must be at least 1", "chunkSize", "a positive number");
    }
    if (params.config.hashAlgorithm != "sha-256") {
        throw StreamValidationError(ErrorCode::UnsupportedHashAlgorithm, "is not known", "hashAlgorithm", "sha-256");
    }
}

// One chunk on its way: encrypts, hashes both sides, writes, and in the end fills in the envelope.
class ChunkMaker
{
public:
    explicit ChunkMaker(std::size_t blockSize) : m_buffer(blockSize + crypto::chunkTagSize) {}

    // Room for a block of plaintext.
    [[nodiscard]] std::span<std::byte> block() noexcept
    {
        return std::span(m_buffer).first(m_buffer.size() - crypto::chunkTagSize);
    }
    [[nodiscard]] ChunkEnvelope &envelope() noexcept { return m_envelope; }
    [[nodiscard]] std::uint64_t plaintextBytes() const noexcept { return m_plaintextBytes; }
    // Bytes in block() that still wait to be encrypted.
    void setPending(std::size_t bytes) noexcept { m_pending = bytes; }

    void begin(std::uint64_t index)
    {
        m_envelope = ChunkEnvelope{};
        m_envelope.index = index;
        m_plaintextBytes = 0;
        crypto::randomBytes(m_key.bytes());
        crypto::randomBytes(m_nonce);
        m_cipher.beginEncrypt(m_key, m_nonce);
        m_writer = nullptr;
    }

    // Encrypts what setPending() announced and writes it out. More of the chunk follows.
    void flush(ChunkSink &sink)
    {
        encryptPending();
        writeOut(m_pending, sink);
    }

    // Does the same with the last of the chunk, and completes the envelope but for its place in the chain.
    void finish(ChunkSink &sink, const BuildChunkChainParams &params)
    {
        encryptPending();
        const crypto::ChunkTag tag = m_cipher.finishEncrypt();
        std::copy(tag.begin(), tag.end(), m_buffer.begin() + static_cast<std::ptrdiff_t>(m_pending));
        writeOut(m_pending + tag.size(), sink);
        m_writer->close();
        m_writer = nullptr;

        m_envelope.plaintextHash = crypto::hashText(m_plaintextHash.finish());
        m_envelope.encryptedDataHash = crypto::hashText(m_ciphertextHash.finish());
        m_envelope.encryption.algorithm = chunkAlgorithm;
        m_envelope.encryption.nonce = crypto::toHex(m_nonce);
        m_envelope.encryption.keyCommitment = computeKeyCommitment(m_key);
        m_envelope.encryption.keyRecipients = {
            recipient(params.ownerRecipientId, "owner", params.owner),
            recipient(params.operatorRecipientId, "operator", params.operatorKey),
            recipient(params.machineRecipientId, "machine", params.machine),
        };
        m_envelope.signature = {
            .algorithm = std::string(signatureAlgorithm),
            .machineDid = params.machineDid,
            .keyId = params.machineKeyId,
            .publicKeyHex = crypto::toHex(params.signingKey.publicKey.bytes),
            .value = crypto::toHex(crypto::sign(m_envelope.encryptedDataHash, params.signingKey)),
        };
    }

private:
    void encryptPending()
    {
        const std::span<std::byte> part = std::span(m_buffer).first(m_pending);
        m_plaintextHash.update(part);
        m_cipher.update(part);
        m_plaintextBytes += m_pending;
    }

    // One call to the system for what lies together.
    void writeOut(std::size_t bytes, ChunkSink &sink)
    {
        if (!m_writer) {
            m_writer = sink.newCiphertext(m_envelope.index);
        }
        const std::span<const std::byte> part = std::span(m_buffer).first(bytes);
        m_ciphertextHash.update(part);
        m_writer->write(part);
        m_pending = 0;
    }

    [[nodiscard]] KeyRecipient recipient(const std::string &id, std::string_view type, const RecipientKey &to) const
    {
        return KeyRecipient{.recipientId = id,
                            .recipientType = std::string(type),
                            .algorithm = std::string(wrapAlgorithm),
                            .publicKeyHex = to.spelling,
                            .wrappedKeyHex = crypto::toHex(crypto::sealKey(m_key, to.key))};
    }

    std::vector<std::byte> m_buffer;
    std::size_t m_pending = 0;
    std::uint64_t m_plaintextBytes = 0;
    crypto::ChunkKey m_key;
    crypto::ChunkNonce m_nonce{};
    crypto::ChunkCipher m_cipher;
    crypto::Sha256 m_plaintextHash;
    crypto::Sha256 m_ciphertextHash;
    std::unique_ptr<CiphertextWriter> m_writer;
    ChunkEnvelope m_envelope;
};

// Reads the data once from front to end, chunk by chunk.
class ChunkReader
{
public:
    ChunkReader(ByteSource &source, ChunkSink &sink, std::uint64_t chunkSize, const jobs::JobControl &control)
        : m_source(source), m_sink(sink), m_chunkSize(chunkSize), m_control(control)
    {
    }

    // Puts the next chunk into `maker`: whole, when its buffer holds it, else passing all but the last block on.
    // False at the end of the data.
    [[nodiscard]] bool next(ChunkMaker &maker)
    {
        if (m_ended) {
            return false;
        }
        maker.begin(m_index);
        std::uint64_t inChunk = 0;
        while (inChunk < m_chunkSize && !m_ended) {
            m_control.checkStop();
            if (inChunk > 0) {
                maker.flush(m_sink);
            }
            const std::span<std::byte> block = maker.block().first(
                static_cast<std::size_t>(std::min<std::uint64_t>(maker.block().size(), m_chunkSize - inChunk)));
            const std::size_t n = m_source.read(block);
            m_sourceHash.update(block.first(n));
            maker.setPending(n);
            inChunk += n;
            m_ended = n < block.size();
        }
        m_control.checkStop(); // a source that was told to stop ends early
        if (inChunk == 0 && m_index > 0) {
            return false; // the data ended exactly with the chunk before
        }
        ++m_index;
        m_bytes += inChunk;
        return true;
    }

    [[nodiscard]] BuiltChain result()
    {
        return BuiltChain{
            .sourceHash = crypto::hashText(m_sourceHash.finish()), .totalChunks = m_index, .totalBytes = m_bytes};
    }

private:
    ByteSource &m_source;
    ChunkSink &m_sink;
    std::uint64_t m_chunkSize;
    const jobs::JobControl &m_control;
    crypto::Sha256 m_sourceHash;
    std::uint64_t m_index = 0;
    std::uint64_t m_bytes = 0;
    bool m_ended = false;
};

} // namespace

BuiltChain buildChunkChain(ByteSource &source, ChunkSink &sink, const BuildChunkChainParams &params,
                           std::uint64_t expectedBytes, const jobs::JobControl &control)
{
    validate(params);
    const std::uint64_t chunkSize = params.config.chunkSize;
    const auto bufferSize = static_cast<std::size_t>(std::min(chunkSize, largestBufferedChunk));
    ChunkReader reader(source, sink, chunkSize, control);
    std::optional<std::string> previousChunkId;
    jobs::Progress progress{.bytesTotal = expectedBytes, .chunksTotal = (expectedBytes + chunkSize - 1) / chunkSize};

    jobs::runPipeline(
        jobs::PipelineShape::fitting(bufferSize, memoryBudget), control,
        [&] { return std::make_unique<ChunkMaker>(bufferSize); },
        [&](std::unique_ptr<ChunkMaker> &maker) { return reader.next(*maker); },
        [&](std::unique_ptr<ChunkMaker> &maker) { maker->finish(sink, params); },
        [&](std::unique_ptr<ChunkMaker> &maker) {
            ChunkEnvelope &envelope = maker->envelope();
            envelope.previousChunkId = previousChunkId;
            envelope.indexText = std::to_string(envelope.index);
            envelope.chunkId = computeChunkId(previousChunkId, envelope.encryptedDataHash, envelope.indexText);
            previousChunkId = envelope.chunkId;
            sink.addEnvelope(envelope);
            progress.bytesDone += maker->plaintextBytes();
            ++progress.chunksDone;
            control.report(progress);
        });
    return reader.result();
}

} // namespace streamdesk::stream
