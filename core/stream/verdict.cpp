#include "core/stream/verdict.h"

#include "core/crypto/hex.h"

#include <algorithm>
#include <array>
#include <utility>

namespace streamdesk::stream {

namespace {

constexpr std::array<std::pair<Verdict, std::string_view>, 8> names = {{
    {Verdict::NotCheckable, "not-checkable"},
    {Verdict::Damaged, "damaged"},
    {Verdict::SignerChanged, "signer-changed"},
    {Verdict::CodeMismatch, "code-mismatch"},
    {Verdict::RolledBack, "rolled-back"},
    {Verdict::Incomplete, "incomplete"},
    {Verdict::IntactTrusted, "intact-trusted"},
    {Verdict::IntactUntrusted, "intact-untrusted"},
}};

void compareManifest(const ChainReport &report, const ManifestReading &reading, std::vector<Finding> &findings)
{
    constexpr const char *file = "manifest.json";
    if (!reading.manifest) {
        const bool missing = reading.problem.empty();
        findings.push_back(Finding{.code = missing ? FindingCode::ManifestMissing : FindingCode::ManifestUnreadable,
                                   .file = file,
                                   .actual = reading.problem});
        return;
    }
    const Manifest &manifest = *reading.manifest;
    if (manifest.totalChunks && *manifest.totalChunks != report.length) {
        const bool fewer = report.length < *manifest.totalChunks;
        findings.push_back(Finding{
            .code = fewer ? FindingCode::FewerThanManifest : FindingCode::MoreThanManifest,
            .index = fewer ? report.length : *manifest.totalChunks,
            .last = (fewer ? *manifest.totalChunks : report.length) - 1,
            .file = file,
            .field = "totalChunks",
            .expected = std::to_string(*manifest.totalChunks),
            .actual = std::to_string(report.length),
        });
    }
    if (manifest.machineDid && !report.dids.empty() && report.dids.front() != *manifest.machineDid) {
        findings.push_back(Finding{.code = FindingCode::ManifestDidDiffers,
                                   .file = file,
                                   .field = "machineDid",
                                   .expected = report.dids.front(),
                                   .actual = *manifest.machineDid});
    }
}

bool isAsPinned(const ChainReport &report, const SignerTrust::Pin &pin)
{
    return pin.headChunkId == report.headChunkId && pin.totalChunks == report.length;
}

void compareTrust(const ChainReport &report, const SignerTrust &trust, std::vector<Finding> &findings)
{
    if (!report.signers.empty()
        && (trust.key == SignerTrust::Key::Contradicted || trust.key == SignerTrust::Key::Revoked)) {
        const bool revoked = trust.key == SignerTrust::Key::Revoked;
        findings.push_back(Finding{.code = revoked ? FindingCode::KeyRevoked : FindingCode::KeyContradictsTrust,
                                   .actual = crypto::toHex(report.signers.front().bytes)});
    }
    if (trust.pin && !isAsPinned(report, *trust.pin)) {
        const bool grown = report.length > trust.pin->totalChunks && trust.pin->headInPlace;
        const auto text = [](std::uint64_t count, const std::string &head) {
            return std::to_string(count) + " chunks ending in " + head;
        };
        findings.push_back(Finding{.code = grown ? FindingCode::GrownSincePin : FindingCode::RolledBack,
                                   .expected = text(trust.pin->totalChunks, trust.pin->headChunkId),
                                   .actual = text(report.length, report.headChunkId)});
    }
}

Gravity gravest(const std::vector<Finding> &findings)
{
    Gravity gravity = Gravity::Remark;
    for (const Finding &finding : findings) {
        gravity = std::min(gravity, gravityOf(finding.code));
    }
    return gravity;
}

} // namespace

std::string_view verdictName(Verdict verdict) noexcept
{
    return std::find_if(names.begin(), names.end(), [&](const auto &pair) { return pair.first == verdict; })->second;
}

std::optional<Verdict> verdictFromName(std::string_view name) noexcept
{
    const auto *const found =
        std::find_if(names.begin(), names.end(), [&](const auto &pair) { return pair.second == name; });
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

Judgement judge(const ChainReport &report, const ManifestReading &manifest, const SignerTrust &trust, CodeCheck code)
{
    Judgement judgement{.findings = report.findings};
    compareManifest(report, manifest, judgement.findings);
    compareTrust(report, trust, judgement.findings);
    if (code == CodeCheck::Differs) {
        judgement.findings.push_back(Finding{.code = FindingCode::CodeMismatch});
    }

    const bool confirmed = code == CodeCheck::Matches;
    judgement.signerTrusted = trust.key == SignerTrust::Key::Trusted || confirmed;
    switch (gravest(judgement.findings)) {
    case Gravity::NotCheckable:
        judgement.verdict = Verdict::NotCheckable;
        break;
    case Gravity::Damaged:
        judgement.verdict = Verdict::Damaged;
        break;
    case Gravity::SignerChanged:
        judgement.verdict = Verdict::SignerChanged;
        break;
    case Gravity::CodeMismatch:
        judgement.verdict = Verdict::CodeMismatch;
        break;
    case Gravity::RolledBack:
        judgement.verdict = Verdict::RolledBack;
        break;
    case Gravity::Incomplete:
        judgement.verdict = Verdict::Incomplete;
        break;
    case Gravity::Remark:
        judgement.verdict = judgement.signerTrusted ? Verdict::IntactTrusted : Verdict::IntactUntrusted;
        judgement.completeAndInOrder = confirmed || (trust.pin && isAsPinned(report, *trust.pin));
        break;
    }
    return judgement;
}

} // namespace streamdesk::stream
