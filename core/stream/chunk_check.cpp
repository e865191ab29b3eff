#include "core/stream/chunk_check.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/hex.h"

#include <algorithm>

namespace streamdesk::stream {

namespace {

std::optional<crypto::Digest> digestOf(std::string_view hashText)
{
    const auto digest = hashText.starts_with("0x") ? crypto::fromHex<32>(hashText) : std::nullopt;
    // Hashes compare as exact strings; another spelling of the same bytes is another hash.
    return digest && crypto::hashText(*digest) == hashText ? digest : std::nullopt;
}

class Checker
{
public:
    Checker(const EnvelopeReading &reading, const std::optional<CiphertextFacts> &ciphertext)
        : m_reading(reading), m_envelope(reading.envelope)
    {
        m_check.index = m_envelope.index;
        m_check.otherSchema = !reading.knownSchema;
        m_check.robotDialect = reading.robotDialect;
        m_check.readable = reading.knownSchema && !reading.robotDialect;
        m_check.ciphertext = ciphertext;
        m_check.ciphertextPresent = ciphertext.has_value();
    }

    ChunkCheck run()
    {
        if (m_check.readable) {
            noteFields();
            noteAlgorithms();
            copyIdentity();
            checkHash();
            checkId();
            checkIdentity();
            checkSignature();
        }
        return std::move(m_check);
    }

private:
    Finding &add(FindingCode code, bool refusedByReference)
    {
        return m_check.findings.emplace_back(Finding{
            .code = code, .index = m_check.index, .last = m_check.index, .refusedByReference = refusedByReference});
    }

    void noteFields()
    {
        for (const FieldProblem &problem : m_reading.problems) {
            const bool missing = problem.kind == FieldProblem::Kind::Missing;
            Finding &finding =
                add(missing ? FindingCode::FieldMissing : FindingCode::FieldWrongType, problem.refusedByReference);
            finding.field = problem.field;
            finding.expected = problem.constraint;
        }
    }

    void noteAlgorithm(const std::string &name, std::string_view known, std::string_view field)
    {
        if (name != known && !name.empty()) {
            Finding &finding = add(FindingCode::UnknownAlgorithm, false);
            finding.field = field;
            finding.expected = known;
            finding.actual = name;
        }
    }

    void noteAlgorithms()
    {
        noteAlgorithm(m_envelope.encryption.algorithm, chunkAlgorithm, "encryption.algorithm");
        noteAlgorithm(m_envelope.signature.algorithm, signatureAlgorithm, "signature.algorithm");
    }

    void copyIdentity()
    {
        m_check.chunkId = m_envelope.chunkId;
        m_check.previousChunkId = m_envelope.previousChunkId;
        m_check.machineDid = m_envelope.signature.machineDid;
        m_check.keyId = m_envelope.signature.keyId;
        m_check.declaredHash = digestOf(m_envelope.encryptedDataHash);
        if (const auto key = crypto::fromHex<crypto::keySize>(m_envelope.signature.publicKeyHex)) {
            m_check.signer = crypto::Ed25519PublicKey{*key};
        }
    }

    void checkHash()
    {
        if (m_check.ciphertext && m_check.ciphertext->hash != m_check.declaredHash) {
            Finding &finding = add(FindingCode::HashMismatch, true);
            finding.expected = m_envelope.encryptedDataHash;
            finding.actual = crypto::hashText(m_check.ciphertext->hash);
            finding.actualSize = m_check.ciphertext->size;
            finding.difference = Difference::Altered;
        }
    }

    void checkId()
    {
        const std::string expected =
            computeChunkId(m_envelope.previousChunkId, m_envelope.encryptedDataHash, m_envelope.indexText);
        if (m_envelope.chunkId != expected) {
            Finding &finding = add(FindingCode::ChunkIdMismatch, true);
            finding.expected = expected;
            finding.actual = m_envelope.chunkId;
        }
    }

    void checkIdentity()
    {
        const auto check = [this](const std::string &text, std::string_view field) {
            if (trimmed(text).empty()) {
                add(FindingCode::IdentityBlank, true).field = field;
            }
        };
        check(m_envelope.signature.machineDid, "signature.machineDid");
        check(m_envelope.signature.keyId, "signature.keyId");
    }

    void checkSignature()
    {
        const auto signature = crypto::fromHex<64>(m_envelope.signature.value);
        if (!m_check.signer || !signature) {
            Finding &finding = add(FindingCode::SignatureInvalid, true);
            finding.field = m_check.signer ? "signature.value" : "signature.publicKeyHex";
            finding.expected = m_check.signer ? "a signature of 64 bytes in hex" : "a key of 32 bytes in hex";
            return;
        }
        crypto::SignatureCheck result = crypto::verify(m_envelope.encryptedDataHash, *signature, *m_check.signer);
        if (result == crypto::SignatureCheck::Invalid && m_check.ciphertext) {
            // Perhaps the ciphertext is what was signed, and the envelope's hash is what was changed.
            const std::string actual = crypto::hashText(m_check.ciphertext->hash);
            if (actual != m_envelope.encryptedDataHash
                && crypto::verify(actual, *signature, *m_check.signer) == crypto::SignatureCheck::Valid) {
                for (Finding &finding : m_check.findings) {
                    if (finding.code == FindingCode::HashMismatch) {
                        finding.difference = Difference::EnvelopeChanged;
                    }
                }
                return;
            }
        }
        if (result == crypto::SignatureCheck::Invalid) {
            add(FindingCode::SignatureInvalid, true).actual = m_envelope.signature.value;
        } else if (result == crypto::SignatureCheck::Worthless) {
            add(FindingCode::WorthlessKey, false).actual = crypto::toHex(m_check.signer->bytes);
        }
    }

    const EnvelopeReading &m_reading;
    const ChunkEnvelope &m_envelope;
    ChunkCheck m_check;
};

} // namespace

ChunkCheck checkChunk(const EnvelopeReading &reading, const std::optional<CiphertextFacts> &ciphertext)
{
    return Checker(reading, ciphertext).run();
}

ChunkCheck examineChunk(const ChunkStream &chunks, std::size_t position, json::Document &document,
                        EnvelopeReading &reading,
                        const std::function<CiphertextFacts(const CiphertextReader &)> &readCiphertext)
{
    const std::uint64_t index = chunks.index(position);
    const auto unreadable = [&](FindingCode code, const std::string &file, const char *why) {
        return Finding{
            .code = code, .index = index, .last = index, .file = file, .actual = why, .refusedByReference = true};
    };

    std::optional<CiphertextFacts> ciphertext;
    std::optional<Finding> trouble;
    try {
        if (const auto reader = chunks.ciphertext(position)) {
            ciphertext = readCiphertext(*reader);
        }
    } catch (const IoError &error) {
        trouble = unreadable(FindingCode::CiphertextUnreadable, chunks.ciphertextName(position), error.what());
    }

    ChunkCheck check;
    try {
        reading = chunks.envelope(position, document);
        if (reading.hasIndex && reading.envelope.index != index) {
            throw StreamError(ErrorCode::FileChanged, "changed while it was being read");
        }
        reading.envelope.index = index;
        check = checkChunk(reading, ciphertext);
    } catch (const StreamError &error) {
        reading = EnvelopeReading{};
        check.index = index;
        check.ciphertext = ciphertext;
        check.findings = {unreadable(FindingCode::EnvelopeUnreadable, chunks.envelopeName(position), error.what())};
    }
    check.envelopeName = chunks.envelopeName(position);
    check.ciphertextPresent = ciphertext || trouble;
    if (trouble) {
        check.findings.insert(check.findings.begin(), std::move(*trouble));
    }
    return check;
}

CiphertextFacts hashCiphertext(const CiphertextReader &reader, std::span<std::byte> buffer,
                               const jobs::JobControl &control)
{
    crypto::Sha256 hash;
    std::uint64_t offset = 0;
    for (;;) {
        control.checkStop();
        const std::size_t n = reader.readAt(buffer, offset);
        hash.update(buffer.first(n));
        offset += n;
        if (n < buffer.size()) {
            return CiphertextFacts{.hash = hash.finish(), .size = offset};
        }
    }
}

} // namespace streamdesk::stream
