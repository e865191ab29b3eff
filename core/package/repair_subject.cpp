#include "core/package/repair_subject.h"

#include "core/base/errors.h"

#include <algorithm>

namespace streamdesk::package {

namespace {

using stream::Finding;
using stream::FindingCode;
using stream::Gravity;
using Key = stream::SignerTrust::Key;

// Of certain chunks, and for a copy to mend.
bool failsAChunk(const Finding &finding)
{
    switch (finding.code) {
    case FindingCode::MoreThanManifest: // nothing of them is wrong
    case FindingCode::SeveralKeys:      // said of the first alone
    case FindingCode::SeveralDids:
        return false;
    default:
        break;
    }
    const Gravity gravity = gravityOf(finding.code);
    return finding.index
           && (gravity == Gravity::Damaged || gravity == Gravity::SignerChanged || gravity == Gravity::Incomplete);
}

// Whatever chunks are mended.
bool staysWrong(const Finding &finding)
{
    return finding.code == FindingCode::MoreThanManifest || finding.code == FindingCode::ManifestDidDiffers
           || (!finding.index && gravityOf(finding.code) == Gravity::Damaged);
}

bool isLink(FindingCode code)
{
    return code == FindingCode::LinkMismatch || code == FindingCode::FirstLinkNotNull;
}

bool isCiphertext(FindingCode code)
{
    return code == FindingCode::HashMismatch || code == FindingCode::CiphertextMissing
           || code == FindingCode::CiphertextUnreadable;
}

// The chunk whose number a file has in which there was no index.
std::optional<std::uint64_t> strayOf(const Finding &finding)
{
    return !finding.index && finding.code == FindingCode::EnvelopeUnreadable ? chunkNumber(finding.file, ".json")
                                                                             : std::nullopt;
}

class Examination
{
public:
    Examination(const Package &package, const Verification &verification, const Expectations &expectations,
                const jobs::JobControl &control)
        : m_package(package), m_findings(verification.judgement.findings), m_report(verification.report),
          m_expectations(expectations), m_control(control)
    {
    }

    RepairSubject run()
    {
        m_subject.manifestWanted = !m_package.manifest().manifest;
        for (const Finding &finding : m_findings) {
            if (failsAChunk(finding)) {
                m_subject.failing.push_back({*finding.index, finding.last});
                if (!isLink(finding.code)) {
                    m_inside.push_back({*finding.index, finding.last});
                }
            } else if (const auto stray = strayOf(finding); stray && isHere(*stray)) {
                m_subject.failing.push_back({*stray, *stray});
            } else if (staysWrong(finding)) {
                m_subject.moreIsWrong = true;
            }
        }
        joinRanges();
        m_subject.refusal = refusal();
        if (m_signer) {
            m_subject.identity = ChainIdentity{
                .machineDid = m_signer->second, .signer = m_signer->first, .firstChunkId = m_firstChunkId};
        }
        if (m_subject.refusal == RepairRefusal::None) {
            listFailures();
        }
        return std::move(m_subject);
    }

private:
    using Signer = std::pair<crypto::Ed25519PublicKey, std::string>;

    [[nodiscard]] bool isHere(std::uint64_t index) const
    {
        const auto [first, last] = positionsOf(m_package, index);
        return first != last;
    }

    void joinRanges()
    {
        m_subject.failing = joinedRanges(std::move(m_subject.failing));
        m_inside = joinedRanges(std::move(m_inside));
    }

    RepairRefusal refusal()
    {
        const bool notCheckable = std::any_of(m_findings.begin(), m_findings.end(), [](const Finding &finding) {
            return finding.code == FindingCode::NoChunks || finding.code == FindingCode::RobotDialect
                   || finding.code == FindingCode::UnknownSchema;
        });
        if (notCheckable) {
            return RepairRefusal::NotCheckable;
        }
        if (const RepairRefusal few = tooFewIntact(); few != RepairRefusal::None) {
            return few;
        }
        findFirstChunk();
        if (!chooseSigner()) {
            return RepairRefusal::SeveralSigners;
        }
        if (const Key trust = trustIn(*m_signer); trust == Key::Contradicted || trust == Key::Revoked) {
            return RepairRefusal::SignerContradicted;
        }
        if (m_subject.failing.empty() && !m_subject.manifestWanted) {
            return RepairRefusal::NothingFails;
        }
        return tooFewIntact();
    }

    [[nodiscard]] RepairRefusal tooFewIntact() const
    {
        std::uint64_t intact = 0;
        for (std::size_t position = 0; position < m_package.count(); ++position) {
            const bool again = position > 0 && m_package.index(position) == m_package.index(position - 1);
            intact += !again && !isIn(m_inside, m_package.index(position)) ? 1 : 0;
        }
        if (intact == 0) {
            return RepairRefusal::NothingIntact;
        }
        return chunksIn(m_inside) > intact ? RepairRefusal::MostFails : RepairRefusal::None;
    }

    void findFirstChunk()
    {
        const auto intact = [this](std::uint64_t index) { return isHere(index) && !isIn(m_subject.failing, index); };
        const std::size_t second = positionsOf(m_package, 1).first;
        if (intact(0)) {
            m_firstChunkId = m_package.chunkId(0);
        } else if (const auto check = intact(1) ? checkEnvelope(m_package, second, m_document) : std::nullopt) {
            m_firstChunkId = check->previousChunkId.value_or("");
        }
    }

    [[nodiscard]] Key trustIn(const Signer &signer) const
    {
        return m_expectations.trust ? m_expectations.trust(signer.second, signer.first, m_firstChunkId).key
                                    : Key::Unknown;
    }

    bool chooseSigner()
    {
        if (m_report.oneSigner()) {
            m_signer = Signer(m_report.signers.front(), m_report.dids.front());
            return true;
        }
        const auto signers = signersOfIntact();
        std::vector<Signer> possible;
        for (const auto &[signer, chunks] : signers) {
            if (signers.size() == 1 || trustIn(signer) == Key::Trusted) {
                possible.push_back(signer);
            }
        }
        if (possible.size() != 1) {
            return false;
        }
        m_signer = possible.front();
        for (const auto &[signer, chunks] : signers) {
            if (signer != *m_signer) {
                m_inside.insert(m_inside.end(), chunks.begin(), chunks.end());
                m_subject.failing.insert(m_subject.failing.end(), chunks.begin(), chunks.end());
            }
        }
        joinRanges();
        return true;
    }

    [[nodiscard]] std::vector<std::pair<Signer, std::vector<ChunkRange>>> signersOfIntact()
    {
        std::vector<std::pair<Signer, std::vector<ChunkRange>>> signers;
        for (std::size_t position = 0; position < m_package.count(); ++position) {
            m_control.checkStop();
            const std::uint64_t index = m_package.index(position);
            const auto check = isIn(m_inside, index) ? std::nullopt : checkEnvelope(m_package, position, m_document);
            if (!check || !check->signer) {
                continue;
            }
            const Signer signer(*check->signer, check->machineDid);
            auto known = std::find_if(signers.begin(), signers.end(), [&](const auto &s) { return s.first == signer; });
            if (known == signers.end()) {
                known = signers.insert(known, {signer, {}});
            }
            appendToRanges(known->second, index);
        }
        return signers;
    }

    void listFailures()
    {
        for (const ChunkRange &range : m_subject.failing) {
            for (std::uint64_t index = range.first; index <= range.last; ++index) {
                m_subject.failures[index];
            }
        }
        for (const Finding &finding : m_findings) {
            if (const auto stray = strayOf(finding); stray && m_subject.failures.contains(*stray)) {
                m_subject.failures[*stray].claimed = true;
                m_subject.strays[*stray].push_back(finding.file);
            }
            if (!failsAChunk(finding)) {
                continue;
            }
            for (std::uint64_t index = *finding.index; index <= finding.last; ++index) {
                ChunkFailure &failure = m_subject.failures[index];
                failure.link = failure.link || isLink(finding.code);
                failure.ciphertext = failure.ciphertext || isCiphertext(finding.code);
                failure.claimed = failure.claimed || finding.code == FindingCode::DuplicateIndex;
            }
        }
        for (const Finding &notice : m_package.notices()) {
            if (notice.code == FindingCode::CopyPassedOver && m_subject.failures.contains(*notice.index)) {
                m_subject.strays[*notice.index].push_back(notice.file);
            }
        }
    }

    const Package &m_package;
    const std::vector<Finding> &m_findings;
    const stream::ChainReport &m_report;
    const Expectations &m_expectations;
    const jobs::JobControl &m_control;
    json::Document m_document;
    RepairSubject m_subject;
    std::vector<ChunkRange> m_inside; // failing chunks, without those of which only the link fails
    std::string m_firstChunkId;
    std::optional<Signer> m_signer;
};

} // namespace

RepairSubject repairSubject(const Package &package, const Verification &verification, const Expectations &expectations,
                            const jobs::JobControl &control)
{
    return Examination(package, verification, expectations, control).run();
}

std::pair<std::size_t, std::size_t> positionsOf(const Package &package, std::uint64_t index)
{
    std::size_t first = 0;
    for (std::size_t count = package.count(); count > 0;) {
        const std::size_t half = count / 2;
        if (package.index(first + half) < index) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    std::size_t last = first;
    while (last < package.count() && package.index(last) == index) {
        ++last;
    }
    return {first, last};
}

std::optional<stream::ChunkCheck> checkEnvelope(const Package &package, std::size_t position, json::Document &document)
{
    try {
        stream::EnvelopeReading reading = package.envelope(position, document);
        reading.envelope.index = package.index(position);
        return stream::checkChunk(reading, std::nullopt);
    } catch (const StreamError &) {
        return std::nullopt;
    }
}

} // namespace streamdesk::package
