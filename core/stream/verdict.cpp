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

std::optional<Finding> compareEnd(const ChainReport &report, const SignerTrust::Pin &pin)
{
    if (isAsPinned(report, pin)) {
        return std::nullopt;
    }
    const bool grown = report.length > pin.totalChunks && pin.headInPlace;
    const auto text = [](std::uint64_t count, const std::string &head) {
        return std::to_string(count) + " chunks ending in " + head;
    };
    return Finding{.code = grown ? FindingCode::GrownSincePin : FindingCode::RolledBack,
                   .expected = text(pin.totalChunks, pin.headChunkId),
                   .actual = text(report.length, report.headChunkId),
                   .countThen = pin.totalChunks,
                   .countNow = report.length};
}

// What was seen here weighs less than what the seller said: a key that is trusted may follow another one, and of what
// the manifest still counts the end is missing and not taken away.
std::optional<Finding> compareSight(const ChainReport &report, const ManifestReading &reading, const SignerTrust &trust)
{
    const SignerTrust::Sight &sight = *trust.sight;
    if (sight.signer == report.signers.front()) {
        const bool counted = reading.manifest && reading.manifest->totalChunks == sight.end.totalChunks;
        return counted && report.length < sight.end.totalChunks ? std::nullopt : compareEnd(report, sight.end);
    }
    if (trust.key == SignerTrust::Key::Trusted) {
        return std::nullopt;
    }
    return Finding{.code = FindingCode::SignerDiffersFromSight,
                   .expected = crypto::toHex(sight.signer.bytes),
                   .actual = crypto::toHex(report.signers.front().bytes)};
}

void compareTrust(const ChainReport &report, const ManifestReading &manifest, const SignerTrust &trust, bool confirmed,
                  std::vector<Finding> &findings)
{
    if (!report.signers.empty()
        && (trust.key == SignerTrust::Key::Contradicted || trust.key == SignerTrust::Key::Revoked)) {
        const bool revoked = trust.key == SignerTrust::Key::Revoked;
        findings.push_back(Finding{.code = revoked ? FindingCode::KeyRevoked : FindingCode::KeyContradictsTrust,
                                   .expected = revoked ? trust.note : std::string(),
                                   .actual = crypto::toHex(report.signers.front().bytes)});
    }
    const std::optional<Finding> pinned = trust.pin ? compareEnd(report, *trust.pin) : std::nullopt;
    if (pinned) {
        findings.push_back(*pinned);
    }
    if (trust.sight && !confirmed && report.oneSigner()) {
        const std::optional<Finding> seen = compareSight(report, manifest, trust);
        if (seen && !(pinned && pinned->code == seen->code)) {
            findings.push_back(*seen);
        }
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
    const bool confirmed = code == CodeCheck::Matches;
    compareTrust(report, manifest, trust, confirmed, judgement.findings);
    if (code == CodeCheck::Differs) {
        judgement.findings.push_back(Finding{.code = FindingCode::CodeMismatch});
    }
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
        if (trust.sight && report.oneSigner() && trust.sight->signer == report.signers.front()
            && isAsPinned(report, trust.sight->end)) {
            judgement.unchangedSince = trust.sight->when;
        }
        break;
    }
    return judgement;
}

} // namespace streamdesk::stream
