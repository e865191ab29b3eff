#include "core/stream/chain_verifier.h"

#include "core/base/errors.h"
#include "core/crypto/chunk_cipher.h"
#include "core/crypto/hex.h"
#include "core/jobs/pipeline.h"

#include <algorithm>
#include <map>

namespace streamdesk::stream {

namespace {

constexpr std::size_t blockSize = std::size_t{256} << 10U; // read at once; stays in the second-level cache
constexpr std::size_t maxNamed = 100;

template <typename T>
void addOnce(std::vector<T> &list, const T &value)
{
    if (list.size() < maxNamed && std::find(list.begin(), list.end(), value) == list.end()) {
        list.push_back(value);
    }
}

} // namespace

void ChainVerifier::resumeAfter(std::uint64_t index, std::optional<std::string> chunkId)
{
    m_report.length = index + 1;
    m_before = Neighbour{.chunkId = chunkId.value_or(""), .known = chunkId.has_value()};
}

void ChainVerifier::expectSigner(const ChunkSignature &signature)
{
    m_report.dids.push_back(signature.machineDid);
    if (const auto key = crypto::fromHex<crypto::keySize>(signature.publicKeyHex)) {
        m_report.signers.push_back(crypto::Ed25519PublicKey{*key});
    }
}

Gravity ChainVerifier::add(ChunkCheck check)
{
    m_gravity = Gravity::Remark;
    checkOrder(check);
    if (check.readable) {
        checkLink(check);
    }
    checkCiphertextPresence(check);
    checkKind(check);
    checkSigner(check);
    for (Finding &finding : check.findings) {
        if (finding.file.empty()) {
            finding.file = check.envelopeName;
        }
        note(std::move(finding));
    }
    remember(check);
    return m_gravity;
}

// The reference wants index and position to agree; a gap, a repetition and a list out of order all break that.
void ChainVerifier::checkOrder(const ChunkCheck &check)
{
    const std::uint64_t expected = m_report.length;
    if (check.index > expected) {
        note(Finding{
            .code = FindingCode::ChunkMissing, .index = expected, .last = check.index - 1, .refusedByReference = true});
        m_before.known = false;
    } else if (check.index < expected) {
        note(Finding{.code = FindingCode::DuplicateIndex,
                     .index = check.index,
                     .last = check.index,
                     .file = check.envelopeName,
                     .refusedByReference = true});
        m_before.known = false;
    }
}

void ChainVerifier::checkLink(const ChunkCheck &check)
{
    const bool first = check.index == 0;
    const bool fits = first ? !check.previousChunkId : check.previousChunkId == m_before.chunkId;
    if (fits || (!first && !m_before.known)) {
        return;
    }
    note(Finding{.code = first ? FindingCode::FirstLinkNotNull : FindingCode::LinkMismatch,
                 .index = check.index,
                 .last = check.index,
                 .file = check.envelopeName,
                 .field = "previousChunkId",
                 .expected = first ? "null" : m_before.chunkId,
                 .actual = check.previousChunkId.value_or("null"),
                 .difference = Difference::Relinked,
                 .refusedByReference = true});
}

void ChainVerifier::checkCiphertextPresence(const ChunkCheck &check)
{
    if (!check.ciphertextPresent) {
        note(Finding{.code = FindingCode::CiphertextMissing,
                     .index = check.index,
                     .last = check.index,
                     .refusedByReference = true});
    }
}

void ChainVerifier::checkKind(const ChunkCheck &check)
{
    if (check.robotDialect || check.otherSchema) {
        note(Finding{.code = check.robotDialect ? FindingCode::DialectDiffers : FindingCode::SchemaDiffers,
                     .index = check.index,
                     .last = check.index,
                     .file = check.envelopeName,
                     .refusedByReference = true});
    }
}

// One chain, one machine, one key. Said once each, at the first chunk that differs from those before it.
void ChainVerifier::checkSigner(const ChunkCheck &check)
{
    if (!check.readable) {
        return;
    }
    const auto differs = [&](FindingCode code, bool &said, const std::string &expected, const std::string &actual) {
        if (!said) {
            note(Finding{.code = code,
                         .index = check.index,
                         .last = check.index,
                         .file = check.envelopeName,
                         .expected = expected,
                         .actual = actual});
        }
        said = true;
        lower(code);
    };
    if (!m_report.dids.empty() && check.machineDid != m_report.dids.front()) {
        differs(FindingCode::SeveralDids, m_saidSeveralDids, m_report.dids.front(), check.machineDid);
    }
    if (check.signer && !m_report.signers.empty() && *check.signer != m_report.signers.front()) {
        differs(FindingCode::SeveralKeys, m_saidSeveralKeys, crypto::toHex(m_report.signers.front().bytes),
                crypto::toHex(check.signer->bytes));
    }
}

void ChainVerifier::lower(FindingCode code)
{
    m_gravity = std::min(m_gravity, gravityOf(code));
}

void ChainVerifier::note(Finding finding)
{
    if (finding.code != FindingCode::ChunkMissing) { // which is said of those before
        lower(finding.code);
    }
    if (finding.refusedByReference && !m_report.failedAt) {
        m_report.failedAt = m_report.chunks; // the position, as the reference counts
        m_report.failedReason = reasonOf(finding.code);
    }
    if (!m_report.findings.empty()) {
        // Neighbouring chunks that are simply not here make one finding.
        Finding &before = m_report.findings.back();
        const bool joins = finding.code == FindingCode::CiphertextMissing || finding.code == FindingCode::ChunkMissing;
        if (joins && before.code == finding.code && before.last + 1 == finding.index) {
            before.last = finding.last;
            return;
        }
    }
    m_report.findings.push_back(std::move(finding));
}

void ChainVerifier::remember(const ChunkCheck &check)
{
    if (check.readable) {
        addOnce(m_report.dids, check.machineDid);
        addOnce(m_report.keyIds, check.keyId);
        if (check.signer) {
            addOnce(m_report.signers, *check.signer);
        }
        if (check.declaredHash) {
            m_declared.emplace_back(check.index, *check.declaredHash);
        }
        if (check.index == 0 && m_report.firstChunkId.empty()) {
            m_report.firstChunkId = check.chunkId;
        }
    }
    if (check.index >= m_report.length) {
        m_report.length = check.index + 1;
        m_report.headChunkId = check.chunkId;
        m_before = Neighbour{.chunkId = check.chunkId, .known = check.readable};
    }
    m_robotChunks += check.robotDialect ? 1 : 0;
    m_otherSchemaChunks += check.otherSchema ? 1 : 0;
    m_withCiphertext += check.ciphertextPresent ? 1 : 0;
    m_report.ciphertextBytes += check.ciphertext ? check.ciphertext->size : 0;
    ++m_report.chunks;
}

// A ciphertext with the wrong hash may be another chunk's, or one that was cut.
void ChainVerifier::classifyMismatches()
{
    std::map<crypto::Digest, std::uint64_t> owners;
    for (const auto &[index, hash] : m_declared) {
        owners.emplace(hash, index);
    }
    for (Finding &finding : m_report.findings) {
        if (finding.code != FindingCode::HashMismatch || finding.difference != Difference::Altered) {
            continue;
        }
        const auto actual = crypto::fromHex<32>(finding.actual);
        const auto owner = actual ? owners.find(*actual) : owners.end();
        if (owner != owners.end() && owner->second != *finding.index) {
            finding.difference = Difference::Swapped;
            finding.other = owner->second;
        } else if (m_chunkSize) {
            const std::uint64_t whole = *m_chunkSize + crypto::chunkTagSize;
            const bool isLast = *finding.index + 1 == m_report.length; // which may well be shorter
            if (finding.actualSize > whole || (finding.actualSize < whole && !isLast)) {
                finding.difference = finding.actualSize > whole ? Difference::Extended : Difference::Truncated;
            }
            if (finding.difference != Difference::Altered || finding.actualSize == whole) {
                finding.expectedSize = whole;
            }
        }
    }
}

void ChainVerifier::judgeWhole()
{
    const auto replaceAll = [this](FindingCode code) {
        m_report.findings = {Finding{.code = code, .refusedByReference = true}};
    };
    if (m_report.chunks == 0) {
        m_report.failedAt = 0;
        m_report.failedReason = reasonOf(FindingCode::NoChunks);
        replaceAll(FindingCode::NoChunks);
    } else if (m_robotChunks == m_report.chunks) {
        replaceAll(FindingCode::RobotDialect);
    } else if (m_otherSchemaChunks == m_report.chunks) {
        replaceAll(FindingCode::UnknownSchema);
    } else if (m_withCiphertext == 0) {
        m_report.findings.push_back(Finding{.code = FindingCode::NoCiphertextAtAll});
    }
}

ChainReport ChainVerifier::finish()
{
    classifyMismatches();
    judgeWhole();
    m_report.valid = !m_report.failedAt;
    return std::move(m_report);
}

std::vector<Finding> ChainVerifier::finishPart()
{
    classifyMismatches();
    return std::move(m_report.findings);
}

namespace {

// Examines the chunks at `positions` (all when there are none given) with all cores and adds them in their order.
void addChunks(ChainVerifier &verifier, const ChunkStream &chunks,
               const std::optional<std::span<const std::size_t>> &positions, const CheckedFunction &checked,
               const jobs::JobControl &control)
{
    struct Slot
    {
        std::size_t position = 0;
        json::Document document;
        std::vector<std::byte> buffer = std::vector<std::byte>(blockSize);
        EnvelopeReading reading;
        ChunkCheck check;
        std::optional<std::string> idBefore;
    };

    const std::size_t count = positions ? positions->size() : chunks.count();
    const auto positionOf = [&](std::size_t n) { return positions ? (*positions)[n] : n; };
    jobs::Progress progress{.bytesTotal = 0, .chunksTotal = count};
    for (std::size_t n = 0; n < count; ++n) {
        progress.bytesTotal += chunks.ciphertextSize(positionOf(n));
    }
    const auto readIdBefore = [&](Slot &slot) -> std::optional<std::string> {
        const std::size_t before = slot.position - 1;
        if (slot.position == 0 || chunks.index(before) + 1 != chunks.index(slot.position)) {
            return std::nullopt;
        }
        try {
            return chunks.envelope(before, slot.document).envelope.chunkId;
        } catch (const StreamError &) {
            return std::nullopt; // a link to what cannot be read cannot be compared
        }
    };

    std::size_t next = 0;
    jobs::runPipeline(
        jobs::PipelineShape::fitting(blockSize, std::size_t{32} << 20U), control,
        [] { return std::make_unique<Slot>(); },
        [&](std::unique_ptr<Slot> &slot) {
            if (next == count) {
                return false;
            }
            slot->position = positionOf(next++);
            return true;
        },
        [&](std::unique_ptr<Slot> &slot) {
            slot->check = examineChunk(
                chunks, slot->position, slot->document, slot->reading,
                [&](const CiphertextReader &reader) { return hashCiphertext(reader, slot->buffer, control); });
            slot->idBefore = positions ? readIdBefore(*slot) : std::nullopt;
        },
        [&](std::unique_ptr<Slot> &slot) {
            progress.bytesDone += chunks.ciphertextSize(slot->position);
            ++progress.chunksDone;
            if (positions && slot->check.index > 0) {
                verifier.resumeAfter(slot->check.index - 1, std::move(slot->idBefore));
            }
            const std::size_t said = verifier.findings().size();
            const Gravity gravity = verifier.add(std::move(slot->check));
            if (checked) {
                checked(CheckedChunk{.position = slot->position,
                                     .gravity = gravity,
                                     .findings = std::span(verifier.findings()).subspan(said)});
            }
            control.report(progress);
        });
}

} // namespace

ChainReport verifyChunkChain(const ChunkStream &chunks, const ChainOptions &options, const jobs::JobControl &control)
{
    ChainVerifier verifier(options.chunkSize);
    addChunks(verifier, chunks, std::nullopt, options.checked, control);
    return verifier.finish();
}

std::vector<Finding> verifyChunks(const ChunkStream &chunks, std::span<const std::size_t> positions,
                                  const ChainOptions &options, const jobs::JobControl &control)
{
    ChainVerifier verifier(options.chunkSize);
    json::Document document;
    for (std::size_t first = 0; first < chunks.count(); ++first) {
        control.checkStop();
        try {
            verifier.expectSigner(chunks.envelope(first, document).envelope.signature);
            break;
        } catch (const StreamError &) {
            continue; // one that cannot be read names nobody
        }
    }
    addChunks(verifier, chunks, positions, options.checked, control);
    return verifier.finishPart();
}

} // namespace streamdesk::stream
