#include "core/stream/finding.h"

#include <algorithm>

namespace streamdesk::stream {

Gravity gravityOf(FindingCode code) noexcept
{
    switch (code) {
    case FindingCode::NoChunks:
    case FindingCode::NoCiphertextAtAll:
    case FindingCode::UnknownSchema:
    case FindingCode::RobotDialect:
        return Gravity::NotCheckable;
    case FindingCode::EnvelopeUnreadable:
    case FindingCode::FieldMissing:
    case FindingCode::FieldWrongType:
    case FindingCode::SchemaDiffers:
    case FindingCode::DialectDiffers:
    case FindingCode::DuplicateIndex:
    case FindingCode::FirstLinkNotNull:
    case FindingCode::LinkMismatch:
    case FindingCode::CiphertextUnreadable:
    case FindingCode::HashMismatch:
    case FindingCode::ChunkIdMismatch:
    case FindingCode::IdentityBlank:
    case FindingCode::SignatureInvalid:
    case FindingCode::MoreThanManifest:
        return Gravity::Damaged;
    case FindingCode::WorthlessKey:
    case FindingCode::SeveralKeys:
    case FindingCode::SeveralDids:
    case FindingCode::ManifestDidDiffers:
    case FindingCode::KeyContradictsTrust:
    case FindingCode::KeyRevoked:
    case FindingCode::SignerDiffersFromSight:
        return Gravity::SignerChanged;
    case FindingCode::CodeMismatch:
        return Gravity::CodeMismatch;
    case FindingCode::RolledBack:
        return Gravity::RolledBack;
    case FindingCode::ChunkMissing:
    case FindingCode::CiphertextMissing:
    case FindingCode::FewerThanManifest:
        return Gravity::Incomplete;
    case FindingCode::ManifestMissing:
    case FindingCode::ManifestUnreadable:
    case FindingCode::UnknownAlgorithm:
    case FindingCode::GrownSincePin:
    case FindingCode::CopyUsed:
    case FindingCode::CopyPassedOver:
        return Gravity::Remark;
    }
    return Gravity::NotCheckable;
}

std::string_view reasonOf(FindingCode code) noexcept
{
    switch (code) {
    case FindingCode::NoChunks:
        return "Chunk chain is empty";
    case FindingCode::NoCiphertextAtAll:
        return "no-ciphertext";
    case FindingCode::UnknownSchema:
    case FindingCode::SchemaDiffers:
        return "unsupported-schema";
    case FindingCode::RobotDialect:
    case FindingCode::DialectDiffers:
        return "robot-dialect";
    case FindingCode::EnvelopeUnreadable:
        return "envelope-unreadable";
    case FindingCode::FieldMissing:
        return "field-missing";
    case FindingCode::FieldWrongType:
        return "field-wrong-type";
    case FindingCode::DuplicateIndex:
    case FindingCode::ChunkMissing:
        return "Chunk index is not sequential";
    case FindingCode::FirstLinkNotNull:
        return "First chunk must have null previous_chunk_id";
    case FindingCode::LinkMismatch:
        return "previous_chunk_id does not match preceding chunk_id";
    case FindingCode::CiphertextMissing:
        return "encrypted_data sidecar missing for chunk";
    case FindingCode::CiphertextUnreadable:
        return "ciphertext-unreadable";
    case FindingCode::HashMismatch:
        return "hash_mismatch";
    case FindingCode::ChunkIdMismatch:
        return "chunk_id does not match linkage fields";
    case FindingCode::IdentityBlank:
    case FindingCode::SignatureInvalid:
        return "invalid_signature";
    case FindingCode::MoreThanManifest:
        return "more-than-manifest";
    case FindingCode::WorthlessKey:
        return "worthless-key";
    case FindingCode::SeveralKeys:
        return "several-keys";
    case FindingCode::SeveralDids:
        return "several-dids";
    case FindingCode::ManifestDidDiffers:
        return "manifest-did-differs";
    case FindingCode::KeyContradictsTrust:
        return "key-contradicts-trust";
    case FindingCode::KeyRevoked:
        return "key-revoked";
    case FindingCode::SignerDiffersFromSight:
        return "signer-differs-from-sight";
    case FindingCode::CodeMismatch:
        return "code-mismatch";
    case FindingCode::RolledBack:
        return "rolled-back";
    case FindingCode::FewerThanManifest:
        return "fewer-than-manifest";
    case FindingCode::GrownSincePin:
        return "grown-since-pin";
    case FindingCode::ManifestMissing:
        return "manifest-missing";
    case FindingCode::ManifestUnreadable:
        return "manifest-unreadable";
    case FindingCode::UnknownAlgorithm:
        return "unknown-algorithm";
    case FindingCode::CopyUsed:
        return "copy-used";
    case FindingCode::CopyPassedOver:
        return "copy-passed-over";
    }
    return "";
}

std::string_view differenceName(Difference difference) noexcept
{
    switch (difference) {
    case Difference::None:
        return "";
    case Difference::Truncated:
        return "truncated";
    case Difference::Extended:
        return "extended";
    case Difference::Altered:
        return "altered";
    case Difference::EnvelopeChanged:
        return "envelope-changed";
    case Difference::Swapped:
        return "swapped";
    case Difference::Relinked:
        return "relinked";
    }
    return "";
}

namespace {

bool goesOnWith(const Stretch &stretch, const Finding &next)
{
    const Finding &first = *stretch.finding;
    return first.code == next.code && first.difference == next.difference && first.difference != Difference::Swapped
           && first.field == next.field && first.index && next.index && stretch.last + 1 == *next.index;
}

} // namespace

std::vector<Stretch> stretches(const std::vector<Finding> &findings)
{
    constexpr std::ptrdiff_t kindsAtOnce = 8; // a chunk may have several findings, and so may its neighbours
    std::vector<Stretch> list;
    for (const Finding &finding : findings) {
        const auto from = list.end() - std::min<std::ptrdiff_t>(list.end() - list.begin(), kindsAtOnce);
        const auto open = std::find_if(from, list.end(), [&](const Stretch &s) { return goesOnWith(s, finding); });
        if (open != list.end()) {
            open->last = finding.last;
        } else {
            list.push_back(Stretch{.finding = &finding, .last = finding.last});
        }
    }
    return list;
}

} // namespace streamdesk::stream
