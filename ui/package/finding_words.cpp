#include "ui/package/finding_words.h"

#include "ui/words/values.h"

#include <QCoreApplication>

#include <array>
#include <cstddef>
#include <string>

namespace streamdesk::ui {

namespace {

using stream::Difference;
using stream::Finding;
using stream::FindingCode;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

// What core says in English of a field that is wrong. Each is looked up when it is shown.
[[maybe_unused]] constexpr std::array corePhrases = {
    QT_TRANSLATE_NOOP("Words", "text"),
    QT_TRANSLATE_NOOP("Words", "text or null"),
    QT_TRANSLATE_NOOP("Words", "a number"),
    QT_TRANSLATE_NOOP("Words", "a whole number, 0 or more"),
    QT_TRANSLATE_NOOP("Words", "a list"),
    QT_TRANSLATE_NOOP("Words", "an object"),
    QT_TRANSLATE_NOOP("Words", "null"),
    QT_TRANSLATE_NOOP("Words", "true"),
    QT_TRANSLATE_NOOP("Words", "false"),
    QT_TRANSLATE_NOOP("Words", "a signature of 64 bytes in hex"),
    QT_TRANSLATE_NOOP("Words", "a key of 32 bytes in hex"),
};

QString phrase(const QString &english)
{
    return QCoreApplication::translate("Words", english.toUtf8().constData());
}

QString bytes(std::uint64_t count)
{
    return Words::tr("%1 bytes").arg(grouped(count));
}

// "must be text, not a number" comes apart into what is wanted and what is there.
void setConstraint(FindingWords &words, const std::string &constraint)
{
    const QString whole = shown(constraint);
    const QString mustBe = QStringLiteral("must be ");
    const auto butIs = whole.lastIndexOf(QStringLiteral(", not "));
    if (whole.startsWith(mustBe) && butIs > 0) {
        words.expected = phrase(whole.mid(mustBe.size(), butIs - mustBe.size()));
        words.found = phrase(whole.mid(butIs + 6));
    } else {
        words.expected = phrase(whole);
    }
}

// Which files another copy of would help.
enum class Wanted { Nothing, Envelope, Ciphertext, Both };

Wanted wantedFor(const Finding &finding)
{
    switch (finding.code) {
    case FindingCode::HashMismatch:
        return finding.difference == Difference::EnvelopeChanged ? Wanted::Envelope : Wanted::Ciphertext;
    case FindingCode::CiphertextUnreadable:
    case FindingCode::CiphertextMissing:
        return Wanted::Ciphertext;
    case FindingCode::ChunkMissing:
    case FindingCode::FewerThanManifest:
        return Wanted::Both;
    case FindingCode::EnvelopeUnreadable:
    case FindingCode::FieldMissing:
    case FindingCode::FieldWrongType:
    case FindingCode::SchemaDiffers:
    case FindingCode::DialectDiffers:
    case FindingCode::FirstLinkNotNull:
    case FindingCode::LinkMismatch:
    case FindingCode::ChunkIdMismatch:
    case FindingCode::IdentityBlank:
    case FindingCode::SignatureInvalid:
        return Wanted::Envelope;
    default:
        return Wanted::Nothing;
    }
}

QString mismatchKind(Difference difference)
{
    switch (difference) {
    case Difference::Truncated:
        return Words::tr("Cut off:");
    case Difference::Extended:
        return Words::tr("Too long:");
    case Difference::Swapped:
        return Words::tr("Swapped.");
    case Difference::EnvelopeChanged:
        return Words::tr("Envelope changed.");
    default:
        return Words::tr("Altered.");
    }
}

QString mismatchText(const Finding &finding)
{
    switch (finding.difference) {
    case Difference::Truncated:
        return Words::tr("%1 of %2.").arg(grouped(finding.actualSize), bytes(finding.expectedSize));
    case Difference::Extended:
        return Words::tr("%1 instead of %2.").arg(grouped(finding.actualSize), bytes(finding.expectedSize));
    case Difference::Swapped:
        return Words::tr("This is the data of chunk %1.").arg(grouped(finding.other));
    case Difference::EnvelopeChanged:
        return Words::tr("The ciphertext is what was signed, but the envelope names another hash.");
    default:
        return finding.actualSize == finding.expectedSize ? Words::tr("Same length, other bytes.")
                                                          : Words::tr("Other bytes than were signed.");
    }
}

QString mismatchShort(const Finding &finding)
{
    switch (finding.difference) {
    case Difference::Truncated:
        return Words::tr("ciphertext is cut off: %1 of %2")
            .arg(grouped(finding.actualSize), bytes(finding.expectedSize));
    case Difference::Extended:
        return Words::tr("ciphertext is too long: %1 instead of %2")
            .arg(grouped(finding.actualSize), bytes(finding.expectedSize));
    case Difference::Swapped:
        return Words::tr("ciphertext is that of chunk %1").arg(grouped(finding.other));
    case Difference::EnvelopeChanged:
        return Words::tr("envelope names another hash than was signed");
    default:
        return Words::tr("differs from its signed hash");
    }
}

// What differs, at length.
QString differs(const Finding &finding)
{
    switch (finding.code) {
    case FindingCode::NoChunks:
        return Words::tr("There are no chunk files (chunk-*.json) here.");
    case FindingCode::NoCiphertextAtAll:
        return Words::tr("None of the encrypted data (chunk-*.bin) is here.");
    case FindingCode::UnknownSchema:
        return Words::tr("The chunks are of a kind that this version does not know.");
    case FindingCode::RobotDialect:
        return Words::tr("Written by the on-robot agent, whose dialect is not verified yet. That says nothing against "
                         "it.");
    case FindingCode::EnvelopeUnreadable:
        return Words::tr("The envelope %1 cannot be read.").arg(shown(finding.file));
    case FindingCode::FieldMissing:
        return Words::tr("The envelope has no %1.").arg(shown(finding.field));
    case FindingCode::FieldWrongType:
        return Words::tr("The envelope's %1 is not what it must be.").arg(shown(finding.field));
    case FindingCode::SchemaDiffers:
        return Words::tr("The envelope is of another kind than the rest of the chain.");
    case FindingCode::DialectDiffers:
        return Words::tr("The envelope is in the on-robot agent's dialect, unlike the rest of the chain.");
    case FindingCode::DuplicateIndex:
        return Words::tr("Several envelopes claim this place in the chain. This one is %1.").arg(shown(finding.file));
    case FindingCode::FirstLinkNotNull:
        return Words::tr("The first chunk points back to another one.");
    case FindingCode::LinkMismatch:
        return Words::tr("Its link does not name the chunk before it.");
    case FindingCode::CiphertextUnreadable:
        return Words::tr("The ciphertext %1 cannot be read.").arg(shown(finding.file));
    case FindingCode::HashMismatch:
        return mismatchText(finding);
    case FindingCode::ChunkIdMismatch:
        return Words::tr("Its id does not fit its own content and place.");
    case FindingCode::IdentityBlank:
        return Words::tr("The envelope's %1 is blank.").arg(shown(finding.field));
    case FindingCode::SignatureInvalid:
        return finding.expected.empty()
                   ? Words::tr("The signature does not fit the hash in the envelope.")
                   : Words::tr("The envelope's %1 is not what it must be.").arg(shown(finding.field));
    case FindingCode::MoreThanManifest:
        return Words::tr("There are more chunks than the manifest says.");
    case FindingCode::WorthlessKey:
        return Words::tr("Signed with a key that fits any content and so proves nothing.");
    case FindingCode::SeveralKeys:
        return Words::tr("Signed with another key than the chunks before.");
    case FindingCode::SeveralDids:
        return Words::tr("Names another machine than the chunks before.");
    case FindingCode::ManifestDidDiffers:
        return Words::tr("The manifest names another machine than the chunks.");
    case FindingCode::KeyContradictsTrust:
        return Words::tr("Other keys are trusted for this machine, and this one is not among them.");
    case FindingCode::KeyRevoked:
        return finding.expected.empty()
                   ? Words::tr("The key was revoked for this machine.")
                   : Words::tr("The key was revoked for this machine (%1).").arg(shown(finding.expected));
    case FindingCode::SignerDiffersFromSight:
        return Words::tr("When this chain was verified here before, another key had signed it.");
    case FindingCode::CodeMismatch:
        return Words::tr("The package code is not the one of this package: another signer, other chunks or another "
                         "order.");
    case FindingCode::RolledBack:
        return Words::tr("This chain was seen before with other chunks at its end.");
    case FindingCode::ChunkMissing:
        return Words::tr("Envelope and ciphertext are not here.");
    case FindingCode::CiphertextMissing:
        return Words::tr("The ciphertext is not here; the envelope is.");
    case FindingCode::FewerThanManifest:
        return Words::tr("Not here, though the manifest counts on it.");
    case FindingCode::ManifestMissing:
        return Words::tr("There is no manifest: how many chunks there should be, and what all the data should be, is "
                         "not known.");
    case FindingCode::ManifestUnreadable:
        return Words::tr("The manifest cannot be used.");
    case FindingCode::UnknownAlgorithm:
        return Words::tr("%1 names an algorithm that this version does not know.").arg(shown(finding.field));
    case FindingCode::GrownSincePin:
        return Words::tr("All that was seen of this chain before is here, and more behind it.");
    case FindingCode::CopyUsed:
        return Words::tr("%1 was used, whose content is the right one.").arg(shown(finding.file));
    case FindingCode::CopyPassedOver:
        return Words::tr("%1 is the same as %2 and was passed over.").arg(shown(finding.file), shown(finding.expected));
    }
    return {};
}

QString kindOf(const Finding &finding)
{
    switch (finding.code) {
    case FindingCode::HashMismatch:
        return mismatchKind(finding.difference);
    case FindingCode::FirstLinkNotNull:
    case FindingCode::LinkMismatch:
        return Words::tr("Relinked.");
    case FindingCode::ChunkMissing:
    case FindingCode::CiphertextMissing:
    case FindingCode::FewerThanManifest:
        return Words::tr("Missing.");
    case FindingCode::SeveralKeys:
    case FindingCode::SeveralDids:
    case FindingCode::WorthlessKey:
        return Words::tr("Other signer.");
    case FindingCode::DuplicateIndex:
        return Words::tr("Twice.");
    default:
        return {};
    }
}

QString askAgain(const Finding &finding, std::uint64_t last)
{
    const QString files = filesToAskFor(finding, last);
    if (finding.code == FindingCode::HashMismatch && finding.difference == Difference::Swapped) {
        return Words::tr("If files were renamed, give them back their names. Otherwise ask the seller for %1 again; "
                         "the others can stay.")
            .arg(files);
    }
    const bool wasNeverHere = wantedFor(finding) == Wanted::Both || finding.code == FindingCode::CiphertextMissing;
    return wasNeverHere ? Words::tr("Ask the seller for %1; the others can stay.").arg(files)
                        : Words::tr("Ask the seller for %1 again; the others can stay.").arg(files);
}

QString whatToDo(const Finding &finding, std::uint64_t last)
{
    switch (finding.code) {
    case FindingCode::NoChunks:
    case FindingCode::NoCiphertextAtAll:
        return Words::tr("Check that this is the package's folder and that everything in it has arrived.");
    case FindingCode::UnknownSchema:
    case FindingCode::UnknownAlgorithm:
        return Words::tr("It may need a newer version of this program.");
    case FindingCode::RobotDialect:
        return Words::tr("Ask the seller for the package as published for buyers.");
    case FindingCode::DuplicateIndex:
        return Words::tr("Keep the right file of each and move the other away, then verify again.");
    case FindingCode::MoreThanManifest:
    case FindingCode::ManifestDidDiffers:
    case FindingCode::ManifestMissing:
    case FindingCode::ManifestUnreadable:
        return Words::tr("Ask the seller for manifest.json, and how many chunks there should be.");
    case FindingCode::WorthlessKey:
    case FindingCode::SeveralKeys:
    case FindingCode::SeveralDids:
    case FindingCode::KeyContradictsTrust:
    case FindingCode::KeyRevoked:
    case FindingCode::SignerDiffersFromSight:
    case FindingCode::CodeMismatch:
    case FindingCode::RolledBack:
        return Words::tr("Do not use this data before you have talked to the seller by a way you trust.");
    case FindingCode::GrownSincePin:
        return Words::tr("Ask the seller for the package code of now: it settles what came later.");
    case FindingCode::CopyUsed:
    case FindingCode::CopyPassedOver:
        return Words::tr("Nothing. Other programs may want the file under its plain name.");
    default:
        return askAgain(finding, last);
    }
}

} // namespace

QString chunkList(std::uint64_t first, std::uint64_t last)
{
    return first == last ? grouped(first)
                         : Words::tr("%1–%2", "a stretch of chunks").arg(grouped(first), grouped(last));
}

QString chunkLists(const std::vector<package::ChunkRange> &ranges)
{
    constexpr std::size_t most = 4;
    QStringList parts;
    for (std::size_t i = 0; i < ranges.size() && i < most; ++i) {
        parts.append(chunkList(ranges[i].first, ranges[i].last));
    }
    if (ranges.size() > most) {
        const std::uint64_t rest =
            package::chunksIn(ranges) - package::chunksIn({ranges.begin(), ranges.begin() + std::ptrdiff_t(most)});
        return Words::tr("%1 and %2 more", "chunks").arg(parts.join(Words::tr(", ", "between chunks")), grouped(rest));
    }
    if (parts.size() <= 1) {
        return parts.value(0);
    }
    const QString last = parts.takeLast();
    return Words::tr("%1 and %2", "chunks").arg(parts.join(Words::tr(", ", "between chunks")), last);
}

QString filesToAskFor(const Finding &finding, std::uint64_t last)
{
    const Wanted wanted = wantedFor(finding);
    if (!finding.index || wanted == Wanted::Nothing) {
        return wanted == Wanted::Envelope ? shown(finding.file) : QString();
    }
    const std::uint64_t first = *finding.index;
    const auto files = [&](const QString &extension) {
        const auto name = [&](std::uint64_t index) { return QStringLiteral("chunk-%1%2").arg(index).arg(extension); };
        if (first == last) {
            return name(first);
        }
        return last - first == 1 ? Words::tr("%1 and %2", "two files").arg(name(first), name(last))
                                 : Words::tr("%1 … %2", "from file to file").arg(name(first), name(last));
    };
    const QString envelopes = first == last && !finding.file.empty() && wanted == Wanted::Envelope
                                  ? shown(finding.file)
                                  : files(QStringLiteral(".json"));
    const QString ciphertexts = files(QStringLiteral(".bin"));
    switch (wanted) {
    case Wanted::Envelope:
        return envelopes;
    case Wanted::Ciphertext:
        return ciphertexts;
    default:
        return Words::tr("%1 and %2", "envelopes and ciphertexts").arg(envelopes, ciphertexts);
    }
}

QString shortText(const Finding &finding)
{
    switch (finding.code) {
    case FindingCode::NoChunks:
        return Words::tr("no chunk files");
    case FindingCode::NoCiphertextAtAll:
        return Words::tr("no ciphertext at all");
    case FindingCode::UnknownSchema:
        return Words::tr("kind of chunks not known");
    case FindingCode::RobotDialect:
        return Words::tr("on-robot dialect, not verified yet");
    case FindingCode::EnvelopeUnreadable:
        return Words::tr("envelope cannot be read");
    case FindingCode::FieldMissing:
        return Words::tr("%1 is missing in the envelope").arg(shown(finding.field));
    case FindingCode::FieldWrongType:
        return Words::tr("%1 is not what it must be").arg(shown(finding.field));
    case FindingCode::SchemaDiffers:
        return Words::tr("another kind than the rest");
    case FindingCode::DialectDiffers:
        return Words::tr("on-robot dialect, unlike the rest");
    case FindingCode::DuplicateIndex:
        return Words::tr("here more than once");
    case FindingCode::FirstLinkNotNull:
        return Words::tr("first chunk points back to another one");
    case FindingCode::LinkMismatch:
        return Words::tr("does not follow the chunk before it");
    case FindingCode::CiphertextUnreadable:
        return Words::tr("ciphertext cannot be read");
    case FindingCode::HashMismatch:
        return mismatchShort(finding);
    case FindingCode::ChunkIdMismatch:
        return Words::tr("id does not fit content and place");
    case FindingCode::IdentityBlank:
        return Words::tr("%1 is blank").arg(shown(finding.field));
    case FindingCode::SignatureInvalid:
        return finding.expected.empty() ? Words::tr("signature does not fit")
                                        : Words::tr("%1 is not what it must be").arg(shown(finding.field));
    case FindingCode::MoreThanManifest:
        return Words::tr("more than the manifest says");
    case FindingCode::WorthlessKey:
        return Words::tr("signed with a key that proves nothing");
    case FindingCode::SeveralKeys:
        return Words::tr("signed with another key");
    case FindingCode::SeveralDids:
        return Words::tr("names another machine");
    case FindingCode::ManifestDidDiffers:
        return Words::tr("manifest names another machine");
    case FindingCode::KeyContradictsTrust:
        return Words::tr("key is not the trusted one");
    case FindingCode::KeyRevoked:
        return Words::tr("key was revoked");
    case FindingCode::SignerDiffersFromSight:
        return Words::tr("signed by another key before");
    case FindingCode::CodeMismatch:
        return Words::tr("package code does not match");
    case FindingCode::RolledBack:
        return Words::tr("seen before with another end");
    case FindingCode::ChunkMissing:
        return Words::tr("no envelope and no ciphertext file");
    case FindingCode::CiphertextMissing:
        return Words::tr("no ciphertext file");
    case FindingCode::FewerThanManifest:
        return Words::tr("not here, though the manifest counts on it");
    case FindingCode::ManifestMissing:
        return Words::tr("no manifest");
    case FindingCode::ManifestUnreadable:
        return Words::tr("manifest cannot be used");
    case FindingCode::UnknownAlgorithm:
        return Words::tr("unknown algorithm “%1”").arg(shown(finding.actual));
    case FindingCode::GrownSincePin:
        return Words::tr("longer than when it was seen before");
    case FindingCode::CopyUsed:
        return Words::tr("a copy was used: %1").arg(shown(finding.file));
    case FindingCode::CopyPassedOver:
        return Words::tr("a copy was passed over: %1").arg(shown(finding.file));
    }
    return {};
}

FindingWords wordsFor(const Finding &finding, std::uint64_t last)
{
    FindingWords words{.kind = kindOf(finding),
                       .differs = differs(finding),
                       .expected = shown(finding.expected),
                       .found = shown(finding.actual),
                       .areCodes = false,
                       .whatToDo = whatToDo(finding, last)};
    switch (finding.code) {
    case FindingCode::FieldMissing:
        words.expected.clear();
        break;
    case FindingCode::FieldWrongType:
        setConstraint(words, finding.expected);
        break;
    case FindingCode::SignatureInvalid:
        setConstraint(words, finding.expected);
        words.areCodes = finding.expected.empty();
        break;
    case FindingCode::FirstLinkNotNull:
    case FindingCode::LinkMismatch: {
        const QString null = QStringLiteral("null");
        words.expected = words.expected == null ? Words::tr("no link") : words.expected;
        words.found = words.found == null ? Words::tr("no link") : words.found;
        words.areCodes = true;
        break;
    }
    case FindingCode::MoreThanManifest:
    case FindingCode::FewerThanManifest:
        words.expected = Words::tr("%1 chunks in all").arg(grouped(words.expected.toULongLong()));
        words.found = Words::tr("%1 chunks").arg(grouped(words.found.toULongLong()));
        break;
    case FindingCode::CopyPassedOver:
        words.expected.clear();
        break;
    case FindingCode::HashMismatch:
    case FindingCode::ChunkIdMismatch:
    case FindingCode::WorthlessKey:
    case FindingCode::SeveralKeys:
    case FindingCode::SeveralDids:
    case FindingCode::ManifestDidDiffers:
    case FindingCode::KeyContradictsTrust:
    case FindingCode::SignerDiffersFromSight:
        words.areCodes = true;
        break;
    case FindingCode::KeyRevoked:
        words.expected.clear();
        words.areCodes = true;
        break;
    default:
        break;
    }
    return words;
}

} // namespace streamdesk::ui
