#include "core/package/consume.h"

#include "core/base/errors.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/jobs/pipeline.h"
#include "core/stream/chunk_check.h"
#include "core/stream/decrypt.h"

#include <algorithm>
#include <atomic>
#include <memory>

namespace streamdesk::package {

namespace {

// As when building: a chunk up to this size is decrypted whole and in parallel, a larger one block by block.
constexpr std::uint64_t largestBufferedChunk = std::uint64_t{8} << 20U;
constexpr std::size_t blockSize = std::size_t{256} << 10U;
constexpr std::size_t memoryBudget = std::size_t{32} << 20U;
// How much is written between two requests to begin bringing it to the disk.
constexpr std::uint64_t syncStride = std::uint64_t{8} << 20U;

// One chunk on its way through the pipeline.
struct Slot
{
    explicit Slot(std::size_t bufferSize) : buffer(bufferSize) {}

    std::size_t position = 0;
    json::Document document;
    stream::EnvelopeReading reading;
    stream::ChunkCheck check;
    std::vector<std::byte> buffer;
    std::span<std::byte> plaintext; // inside buffer, when the chunk was decrypted whole
    bool wanted = false;            // granted, and nothing has failed yet
    crypto::ChunkKey key;
    stream::ChunkDecryptor decryptor;
    std::exception_ptr error;
};

// The output files, one after the other.
class RangeWriter
{
public:
    RangeWriter(const ConsumeParams &params, std::vector<ChunkRange> ranges)
        : m_params(params), m_ranges(std::move(ranges))
    {
    }
    ~RangeWriter()
    {
        while (!m_files.empty()) { // the first made the folders, so it goes last
            m_files.pop_back();
        }
    }
    RangeWriter(const RangeWriter &) = delete;
    RangeWriter &operator=(const RangeWriter &) = delete;

    void write(std::uint64_t chunk, std::span<const std::byte> bytes)
    {
        if (m_files.empty() || chunk > m_ranges[m_files.size() - 1].last) {
            endFile();
            const ChunkRange &range = m_ranges[m_files.size()];
            m_files.emplace_back(nameOf(range));
            m_outputs.push_back({.path = nameOf(range), .chunks = range, .bytes = 0});
        }
        m_files.back().file().write(bytes);
        m_outputs.back().bytes += bytes.size();
        m_notBegun += bytes.size();
        if (m_notBegun >= syncStride && m_params.durability == io::Durability::Synced) {
            m_files.back().file().beginSync();
            m_notBegun = 0;
        }
    }

    // Gives all files their names.
    [[nodiscard]] std::vector<ConsumeResult::Output> commit()
    {
        endFile();
        for (io::PartFile &file : m_files) {
            file.commit(m_params.durability);
        }
        return std::move(m_outputs);
    }

private:
    void endFile()
    {
        if (!m_files.empty()) {
            m_files.back().finishWriting(m_params.durability);
        }
    }

    [[nodiscard]] std::filesystem::path nameOf(const ChunkRange &range) const
    {
        return m_params.partial ? rangeFile(m_params.output, range) : m_params.output;
    }

    const ConsumeParams &m_params;
    std::vector<ChunkRange> m_ranges;
    std::uint64_t m_notBegun = 0;
    std::vector<io::PartFile> m_files; // those before the last wait, closed, for their names
    std::vector<ConsumeResult::Output> m_outputs;
};

class Consumption
{
public:
    Consumption(const Package &package, const ConsumeParams &params, const jobs::JobControl &control)
        : m_package(package), m_params(params), m_control(control), m_ranges(planRanges()), m_writer(params, m_ranges),
          m_verifier(manifestField(&stream::Manifest::chunkSize))
    {
    }

    ConsumeResult run()
    {
        jobs::Progress progress{.bytesTotal = m_package.totalCiphertextBytes(), .chunksTotal = m_package.count()};
        const std::size_t bufferSize = bufferSizeForLargestChunk();
        std::size_t next = 0;
        jobs::runPipeline(
            jobs::PipelineShape::fitting(bufferSize, memoryBudget), m_control,
            [&] { return std::make_unique<Slot>(bufferSize); },
            [&](std::unique_ptr<Slot> &slot) {
                slot->position = next++;
                return slot->position < m_package.count();
            },
            [&](std::unique_ptr<Slot> &slot) { checkAndDecrypt(*slot); },
            [&](std::unique_ptr<Slot> &slot) {
                release(*slot);
                progress.bytesDone += m_package.ciphertextSize(slot->position);
                ++progress.chunksDone;
                m_control.report(progress);
            });
        return conclude();
    }

private:
    [[nodiscard]] bool isGranted(std::size_t position) const
    {
        return m_params.access.contains(m_package.chunkId(position));
    }

    template <typename T>
    [[nodiscard]] std::optional<T> manifestField(std::optional<T> stream::Manifest::*field) const
    {
        const auto &manifest = m_package.manifest().manifest;
        return manifest ? (*manifest).*field : std::nullopt;
    }

    // What will be decrypted; everything that can be known to fail fails here.
    [[nodiscard]] std::vector<ChunkRange> planRanges() const
    {
        std::vector<ChunkRange> granted;
        std::vector<ChunkRange> withoutData;
        std::vector<ChunkRange> notGranted;
        for (std::size_t position = 0; position < m_package.count(); ++position) {
            const std::uint64_t index = m_package.index(position);
            appendToRanges(isGranted(position) ? granted : notGranted, index);
            if (!m_package.hasCiphertext(position) && (isGranted(position) || !m_params.partial)) {
                appendToRanges(withoutData, index);
            }
        }
        if (!withoutData.empty()) {
            throw StreamError(ErrorCode::MissingCiphertext,
                              "missing encrypted data for chunk " + describeRanges(withoutData));
        }
        if (granted.empty() || (!notGranted.empty() && !m_params.partial)) {
            throw StreamError(ErrorCode::NotGranted,
                              "no access for buyer " + m_params.buyerId + " to chunk " + describeRanges(notGranted));
        }
        return granted;
    }

    [[nodiscard]] std::size_t bufferSizeForLargestChunk() const
    {
        std::uint64_t largest = blockSize;
        for (std::size_t position = 0; position < m_package.count(); ++position) {
            if (m_package.ciphertextSize(position) <= largestBufferedChunk) {
                largest = std::max(largest, m_package.ciphertextSize(position));
            }
        }
        return static_cast<std::size_t>(largest);
    }

    // Any thread: everything about one chunk that needs no neighbour.
    void checkAndDecrypt(Slot &slot)
    {
        slot.wanted = isGranted(slot.position) && !m_givenUp;
        slot.plaintext = {};
        slot.error = nullptr;
        const bool whole = m_package.ciphertextSize(slot.position) <= slot.buffer.size();
        std::size_t size = 0;
        slot.check = stream::examineChunk(
            m_package, slot.position, slot.document, slot.reading, [&](const stream::CiphertextReader &reader) {
                if (!whole || reader.size() > slot.buffer.size()) {
                    return stream::hashCiphertext(reader, slot.buffer, m_control);
                }
                size = reader.readAt(slot.buffer, 0);
                const auto content = std::span(slot.buffer).first(size);
                return stream::CiphertextFacts{.hash = crypto::sha256(content), .size = size};
            });
        if (!slot.wanted) {
            return;
        }
        try {
            const stream::ChunkEnvelope &envelope = slot.reading.envelope;
            const auto entry = m_params.access.find(envelope.chunkId);
            if (!slot.check.ciphertext || slot.check.ciphertext->size != m_package.ciphertextSize(slot.position)
                || entry == m_params.access.end()) {
                throw StreamError(ErrorCode::FileChanged, "changed while it was being read");
            }
            stream::unwrapChunkKey(envelope, entry->second, m_params.buyer, slot.key);
            if (whole) {
                slot.plaintext =
                    stream::decryptChunk(envelope, slot.key, std::span(slot.buffer).first(size), slot.decryptor);
            }
        } catch (const StreamError &) {
            slot.error = std::current_exception();
        }
    }

    // In order: links, the first failure, the whole-data hash, the output.
    void release(Slot &slot)
    {
        m_verifier.add(std::move(slot.check));
        if (slot.error && !m_error) {
            m_error = slot.error;
            m_errorChunk = slot.reading.envelope.index;
        }
        const bool chainFailed = !m_params.skipVerify && !m_params.partial && !m_verifier.stillValid();
        m_givenUp = m_givenUp || m_error || chainFailed;
        if (m_givenUp || !slot.wanted) {
            return;
        }
        if (slot.plaintext.data() != nullptr) {
            m_dataHash.update(slot.plaintext);
            m_writer.write(slot.reading.envelope.index, slot.plaintext);
            m_bytes += slot.plaintext.size();
        } else {
            releaseInBlocks(slot);
        }
        ++m_chunks;
    }

    void releaseInBlocks(Slot &slot)
    {
        const stream::ChunkEnvelope &envelope = slot.reading.envelope;
        const auto reader = m_package.ciphertext(slot.position);
        const std::uint64_t content = m_package.ciphertextSize(slot.position) - crypto::chunkTagSize;
        try {
            slot.decryptor.begin(envelope, slot.key);
            for (std::uint64_t offset = 0; offset < content;) {
                m_control.checkStop();
                const auto block =
                    std::span(slot.buffer)
                        .first(static_cast<std::size_t>(std::min<std::uint64_t>(slot.buffer.size(), content - offset)));
                if (reader->readAt(block, offset) != block.size()) {
                    throw StreamError(ErrorCode::FileChanged, "changed while it was being read");
                }
                slot.decryptor.update(block);
                m_dataHash.update(block);
                m_writer.write(envelope.index, block);
                offset += block.size();
            }
            crypto::ChunkTag tag{};
            if (reader->readAt(tag, content) != tag.size()) {
                throw StreamError(ErrorCode::FileChanged, "changed while it was being read");
            }
            slot.decryptor.finish(envelope, tag);
            m_bytes += content;
        } catch (const StreamError &error) {
            if (error.code() == ErrorCode::Stopped) {
                throw;
            }
            m_error = std::current_exception();
            m_errorChunk = envelope.index;
            m_givenUp = true;
        }
    }

    // Whether a finding speaks of something this buyer was promised.
    [[nodiscard]] bool concernsBuyer(const stream::Finding &finding) const
    {
        if (!m_params.partial || !finding.index) {
            return true;
        }
        return std::any_of(m_ranges.begin(), m_ranges.end(), [&](const ChunkRange &range) {
            return finding.last >= range.first && *finding.index <= range.last;
        });
    }

    [[nodiscard]] stream::ChainReport buyersReport()
    {
        stream::ChainReport report = m_verifier.finish();
        if (m_params.partial) {
            std::erase_if(report.findings, [this](const stream::Finding &f) { return !concernsBuyer(f); });
            const auto failure = std::find_if(report.findings.begin(), report.findings.end(),
                                              [](const stream::Finding &f) { return f.refusedByReference; });
            report.valid = failure == report.findings.end();
            if (!report.valid) {
                report.failedAt = failure->index;
                report.failedReason = stream::reasonOf(failure->code);
            }
        }
        for (const stream::Finding &notice : m_package.notices()) {
            if (concernsBuyer(notice)) {
                report.findings.push_back(notice);
            }
        }
        return report;
    }

    // A pin or a sight of the whole says nothing against a part of it that ends earlier.
    [[nodiscard]] package::Expectations buyersExpectations(std::uint64_t length) const
    {
        package::Expectations expectations = m_params.expectations;
        if (m_params.partial && expectations.trust) {
            expectations.trust = [&ask = m_params.expectations.trust, length](const auto &...chain) {
                stream::SignerTrust trust = ask(chain...);
                if (trust.pin && trust.pin->totalChunks > length) {
                    trust.pin.reset();
                }
                if (trust.sight && trust.sight->end.totalChunks > length) {
                    trust.sight.reset();
                }
                return trust;
            };
        }
        return expectations;
    }

    [[nodiscard]] DataCheck compareData()
    {
        const auto sourceHash = manifestField(&stream::Manifest::sourceHash);
        const auto total = manifestField(&stream::Manifest::totalChunks);
        const bool everything = !m_params.partial
                                || (m_ranges.size() == 1 && m_chunks == m_package.count() && m_ranges.front().first == 0
                                    && (!total || *total == m_chunks));
        if (!sourceHash || sourceHash->empty() || !everything) {
            return DataCheck::NothingToCompare;
        }
        return crypto::hashText(m_dataHash.finish()) == *sourceHash ? DataCheck::Matches : DataCheck::Differs;
    }

    // A valid chain whose verdict says that it is not what it seems to be.
    [[nodiscard]] bool refusedByVerdict(stream::Verdict verdict) const
    {
        const bool serious = verdict == stream::Verdict::SignerChanged || verdict == stream::Verdict::CodeMismatch
                             || verdict == stream::Verdict::RolledBack;
        return serious && !m_params.acceptedVerdicts.contains(verdict);
    }

    ConsumeResult conclude()
    {
        ConsumeResult result;
        if (!m_params.skipVerify) {
            stream::ManifestReading manifest = m_package.manifest();
            if (m_params.partial && manifest.manifest) {
                manifest.manifest->totalChunks.reset(); // what was not bought is not missing
            }
            stream::ChainReport report = buyersReport();
            const package::Expectations expectations = buyersExpectations(report.length);
            result.verification = package::conclude(std::move(report), m_package, manifest, expectations);
            if (!result.verification->report.valid) {
                result.refusal = Refusal::ChainInvalid;
                return result;
            }
        }
        if (m_error) {
            try {
                std::rethrow_exception(m_error);
            } catch (StreamError &error) {
                error.addContext(ErrorContext{.file = {}, .field = {}, .chunk = m_errorChunk});
                if (error.code() == ErrorCode::InvalidHex) {
                    // Here it is no mistake of the person who typed something, but of the package.
                    throw error.as(ErrorCode::DecryptionFailed);
                }
                throw;
            }
        }
        result.data = compareData();
        if (result.verification && refusedByVerdict(result.verification->judgement.verdict)) {
            result.refusal = Refusal::Verdict;
        } else if (result.data == DataCheck::Differs && !m_params.acceptOtherData) {
            result.refusal = Refusal::OtherData;
        } else {
            result.outputs = m_writer.commit();
            result.totalBytes = m_bytes;
            result.chunkCount = m_chunks;
        }
        return result;
    }

    const Package &m_package;
    const ConsumeParams &m_params;
    const jobs::JobControl &m_control;
    std::vector<ChunkRange> m_ranges;
    RangeWriter m_writer;
    stream::ChainVerifier m_verifier;
    crypto::Sha256 m_dataHash;
    std::atomic<bool> m_givenUp = false; // verification goes on, decryption does not
    std::exception_ptr m_error;
    std::uint64_t m_errorChunk = 0;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_chunks = 0;
};

} // namespace

std::filesystem::path rangeFile(const std::filesystem::path &output, const ChunkRange &range)
{
    std::filesystem::path name = output;
    name += "." + std::to_string(range.first) + "-" + std::to_string(range.last);
    return name;
}

ConsumeResult consume(const Package &package, const ConsumeParams &params, const jobs::JobControl &control)
{
    const log::Stopwatch watch;
    log::info("package", "decrypting ", package.count(), " chunks to ", params.output);
    ConsumeResult result = Consumption(package, params, control).run();
    log::info("package", "decrypted ", result.totalBytes, " bytes of ", result.chunkCount, " chunks in ",
              watch.milliseconds(), " ms");
    return result;
}

} // namespace streamdesk::package
