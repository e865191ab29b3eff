#include "core/package/verify.h"

#include "core/base/log.h"
#include "core/crypto/hex.h"
#include "core/stream/package_code.h"

namespace streamdesk::package {

namespace {

bool hasInPlace(const Package &package, const stream::SignerTrust::Pin &pin)
{
    for (std::size_t position = 0; position < package.count(); ++position) {
        if (package.index(position) == pin.totalChunks - 1 && package.chunkId(position) == pin.headChunkId) {
            return true;
        }
    }
    return false;
}

// Where several keys signed, which changes the verdict by itself.
void nameRevokedKeys(const stream::ChainReport &report, const Expectations &expectations,
                     std::vector<stream::Finding> &findings)
{
    for (const crypto::Ed25519PublicKey &key : report.signers) {
        const stream::SignerTrust trust = expectations.trust(report.dids.front(), key, report.firstChunkId);
        if (trust.key == stream::SignerTrust::Key::Revoked) {
            findings.push_back(stream::Finding{
                .code = stream::FindingCode::KeyRevoked, .expected = trust.note, .actual = crypto::toHex(key.bytes)});
        }
    }
}

} // namespace

Verification conclude(stream::ChainReport report, const Package &package, const stream::ManifestReading &manifest,
                      const Expectations &expectations)
{
    stream::SignerTrust trust;
    if (expectations.trust && report.oneSigner()) {
        trust = expectations.trust(report.dids.front(), report.signers.front(), report.firstChunkId);
        if (trust.pin) {
            trust.pin->headInPlace = hasInPlace(package, *trust.pin);
        }
        if (trust.sight) {
            trust.sight->end.headInPlace = hasInPlace(package, trust.sight->end);
        }
    }
    Verification verification;
    verification.code = stream::packageCode(report);
    stream::CodeCheck check = stream::CodeCheck::NotGiven;
    if (expectations.code) {
        check = verification.code == expectations.code ? stream::CodeCheck::Matches : stream::CodeCheck::Differs;
    }
    verification.judgement = stream::judge(report, manifest, trust, check);
    if (expectations.trust && report.signers.size() > 1 && !report.dids.empty()) {
        nameRevokedKeys(report, expectations, verification.judgement.findings);
    }
    verification.report = std::move(report);
    log::info("package", "verdict ", stream::verdictName(verification.judgement.verdict), ", ",
              verification.judgement.findings.size(), " findings; signer ",
              verification.judgement.signerTrusted ? "trusted" : "not known to be trusted", ", trust ",
              expectations.trust ? "asked for" : "not asked for", ", code ",
              check == stream::CodeCheck::NotGiven  ? "not given"
              : check == stream::CodeCheck::Matches ? "matches"
                                                    : "differs");
    return verification;
}

namespace {

std::optional<std::uint64_t> chunkSizeOf(const Package &package)
{
    const auto &manifest = package.manifest().manifest;
    return manifest ? manifest->chunkSize : std::nullopt;
}

} // namespace

Verification verify(const Package &package, const Expectations &expectations, const jobs::JobControl &control,
                    const stream::CheckedFunction &checked)
{
    const log::Stopwatch watch;
    log::info("package", "verifying ", package.count(), " chunks");
    stream::ChainReport report =
        stream::verifyChunkChain(package, {.chunkSize = chunkSizeOf(package), .checked = checked}, control);
    for (const stream::Finding &stray : package.strays()) {
        report.valid = false;
        report.findings.push_back(stray);
    }
    for (const stream::Finding &notice : package.notices()) {
        if (report.valid) {
            report.valid = false;
            report.failedAt = notice.index;
            report.failedReason = stream::reasonOf(notice.code);
        }
        report.findings.push_back(notice);
    }
    log::info("package", "verified ", package.totalCiphertextBytes(), " bytes in ", watch.milliseconds(), " ms");
    return conclude(std::move(report), package, package.manifest(), expectations);
}

std::vector<stream::Finding> recheck(const Package &package, std::span<const std::size_t> positions,
                                     const jobs::JobControl &control, const stream::CheckedFunction &checked)
{
    return stream::verifyChunks(package, positions, {.chunkSize = chunkSizeOf(package), .checked = checked}, control);
}

} // namespace streamdesk::package
