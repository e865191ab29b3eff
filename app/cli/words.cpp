#include "words.h"

#include "command.h"
#include "core/keys/statement.h"

#include <algorithm>

namespace streamdesk::cli {

namespace {

using stream::Difference;
using stream::Finding;
using stream::FindingCode;
using stream::Verdict;

std::string chunks(std::uint64_t count)
{
    return grouped(count) + (count == 1 ? " chunk" : " chunks");
}

bool has(const std::vector<Finding> &findings, FindingCode code)
{
    return std::any_of(findings.begin(), findings.end(), [code](const Finding &f) { return f.code == code; });
}

// How many different chunks have a finding of this gravity.
std::uint64_t affected(const std::vector<Finding> &findings, stream::Gravity gravity)
{
    std::uint64_t count = 0;
    std::uint64_t counted = 0; // findings come in chain order: everything below is counted
    for (const Finding &finding : findings) {
        if (finding.index && gravityOf(finding.code) == gravity && finding.last >= counted) {
            count += finding.last - std::max(*finding.index, counted) + 1;
            counted = finding.last + 1;
        }
    }
    return count;
}

std::string signerChangedReason(const std::vector<Finding> &findings)
{
    if (has(findings, FindingCode::WorthlessKey)) {
        return "parts of it are signed with a key that proves nothing";
    }
    if (has(findings, FindingCode::SeveralKeys)) {
        return "parts of it are signed with another key";
    }
    if (has(findings, FindingCode::SeveralDids)) {
        return "parts of it name another machine";
    }
    if (has(findings, FindingCode::ManifestDidDiffers)) {
        return "the manifest names another machine than the chunks";
    }
    if (has(findings, FindingCode::KeyRevoked)) {
        return "it is signed with a key that was revoked";
    }
    return has(findings, FindingCode::KeyContradictsTrust)
               ? "another key is trusted for this machine"
               : "another key had signed this chain when it was verified here before";
}

std::string rolledBackReason(const std::vector<Finding> &findings)
{
    const auto found = std::ranges::find(findings, FindingCode::RolledBack, &Finding::code);
    const std::uint64_t then = found->countThen;
    const std::uint64_t now = found->countNow;
    if (now < then) {
        return "this chain had " + chunks(then) + " when it was seen before and has " + grouped(now)
               + " now; chunks were taken away";
    }
    return now == then ? "this chain has as many chunks as when it was seen before, but not the same ones in the same "
                         "order"
                       : "this chain has " + chunks(now) + " now, but not the " + grouped(then)
                             + " that were there first in the same order";
}

std::string notCheckableReason(const std::vector<Finding> &findings)
{
    if (has(findings, FindingCode::RobotDialect)) {
        return "it was written by the on-robot agent, and this dialect is not verified yet. That says nothing "
               "against it";
    }
    if (has(findings, FindingCode::UnknownSchema)) {
        return "its chunks are of a kind this version does not know";
    }
    return has(findings, FindingCode::NoChunks) ? "there are no chunk files (chunk-*.json) here"
                                                : "none of the encrypted data (chunk-*.bin) is here";
}

std::string describeMismatch(const Finding &finding)
{
    switch (finding.difference) {
    case Difference::Truncated:
        return "encrypted data is cut off: " + grouped(finding.actualSize) + " of " + grouped(finding.expectedSize)
               + " bytes";
    case Difference::Extended:
        return "encrypted data is too long: " + grouped(finding.actualSize) + " instead of "
               + grouped(finding.expectedSize) + " bytes";
    case Difference::Swapped:
        return "encrypted data is that of chunk " + grouped(finding.other);
    case Difference::EnvelopeChanged:
        return "encrypted data is as it was signed, but the envelope names another hash";
    default:
        return "encrypted data was changed after signing";
    }
}

} // namespace

std::string nextStep(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidHex:
    case ErrorCode::InvalidKeyLength:
        return "Keys are written as 64 hex digits. Copy the whole key, without spaces.";
    case ErrorCode::UnusableKey:
        return "Ask the other side for their public key again; this one cannot be theirs.";
    case ErrorCode::InvalidKeyFile:
        return "Choose the file that holds the private key, or make it again from your backup.";
    case ErrorCode::InvalidCode:
        return "Compare it with what the seller told you, character by character, or copy and paste it.";
    case ErrorCode::InvalidRule:
        return "Correct the rules file; until then nothing is signed.";
    case ErrorCode::LeakingRule:
        return "Rename the field, or leave it out of what is signed. --compatible would publish it, as the reference "
               "does.";
    case ErrorCode::DidNotOfKey:
        return "Leave --did out, or use the key that belongs to it. --any-did signs all the same.";
    case ErrorCode::VerificationFailed:
        return "Ask the sender for it again. --skip-verify opens it all the same.";
    case ErrorCode::InvalidJson:
    case ErrorCode::MissingField:
    case ErrorCode::WrongType:
        return "The file is damaged or is something else. Get it again from where it came from.";
    case ErrorCode::JsonLimit:
    case ErrorCode::TooLarge:
        return "No real file of this kind is that large. Check that it is the right one.";
    case ErrorCode::UnsupportedSchema:
        return "It may be from a newer program, or no file of this kind.";
    case ErrorCode::NoChunks:
    case ErrorCode::NoCiphertext:
        return "Check that this is the package's folder and that everything in it has arrived.";
    case ErrorCode::NoAccessFiles:
        return "Check the folder, or ask the seller for the access files that belong to your key.";
    case ErrorCode::MissingChunk:
    case ErrorCode::MissingCiphertext:
        return "Ask for exactly these files again; the others can stay.";
    case ErrorCode::DuplicateChunk:
        return "Keep the right file of each and move the other away.";
    case ErrorCode::NotGranted:
        return "Check --buyer-id. If you did not buy everything, use --partial; else ask the seller for access to "
               "these chunks.";
    case ErrorCode::OwnerRecipientMissing:
        return "Nobody can grant access to this chunk: the package was made without an owner.";
    case ErrorCode::UnwrapFailed:
        return "It was encrypted to another key, or was changed. Check that the key file is the one that belongs to "
               "it.";
    case ErrorCode::CommitmentMismatch:
    case ErrorCode::DecryptionFailed:
    case ErrorCode::PlaintextHashMismatch:
        return "The envelope does not belong to this data. Ask the seller for this chunk and its access file again.";
    case ErrorCode::NotReadable:
        return "Check the permissions of the file.";
    case ErrorCode::NotWritable:
        return "Check the permissions of the folder, or choose another one.";
    case ErrorCode::InTheWay:
        return "Choose another place, or use --replace if what is there may go.";
    case ErrorCode::DiskFull:
        return "Make room on the disk, or choose another one. Nothing was left behind.";
    case ErrorCode::UnsafeName:
        return "No package has such a name in it. Do not unpack this file with another program; ask who sent it.";
    case ErrorCode::ArchiveLimit:
        return "No package is like that. If it is one after all, ask for it as a folder, or in larger chunks.";
    case ErrorCode::InvalidArchive:
        return "Get the file again from where it came from, or have it packed again, without a password.";
    case ErrorCode::InvalidTrustFile:
        return "Nothing was changed in it. Get it again from where it came from, or move it away to begin a new one.";
    case ErrorCode::KeyRevoked:
        return "If it is to be trusted again all the same, remove it first: stream-desk-cli trust remove --did … --key "
               "…";
    case ErrorCode::InvalidKeyList:
        return "Nothing was changed in it. Put back an earlier copy of it; the keys themselves are still in their "
               "places.";
    case ErrorCode::InvalidBackup:
        return "Take another copy of the backup.";
    case ErrorCode::WrongPassphrase:
        return "Capital letters and spaces count. Nobody can recover a passphrase.";
    case ErrorCode::PassphraseNotGiven:
        return "Type it at a terminal, or give a file that holds it: --passphrase-file.";
    case ErrorCode::UnknownKey:
        return "See stream-desk-cli keys list for the names of your keys.";
    case ErrorCode::KeyExists:
        return "Use the key that is there, or choose another name.";
    case ErrorCode::WrongKeyKind:
        return "See stream-desk-cli keys list for keys of the kind that is needed.";
    case ErrorCode::KeyEntryMissing:
        return "Somebody removed it there. Restore the key from a backup: stream-desk-cli keys restore. Nothing was "
               "put "
               "in its place.";
    case ErrorCode::KeyEntryChanged:
        return "Somebody replaced it there. It was not used and not changed. Restore the key from a backup: "
               "stream-desk-cli "
               "keys restore.";
    case ErrorCode::KeychainAbsent:
        return "Log in to a desktop with a keychain, or keep the keys in the encrypted key file: --home file.";
    case ErrorCode::SecretTooLarge:
        return "Keep it in the encrypted key file: --home file.";
    case ErrorCode::KeychainLocked:
        return "Unlock it, or log in to the desktop, and try again. The key stays where it is.";
    case ErrorCode::KeychainCancelled:
        return "Try again and answer the question. The key stays where it is.";
    case ErrorCode::KeychainSlow:
        return "Look for a question of the keychain that waits for you, answer it, and try again.";
    case ErrorCode::KeychainGone:
        return "Try again; if it stays away, log out and in. The key stays where it is.";
    case ErrorCode::KeychainDenied:
        return "Allow this program to use the keychain in the system's settings, and try again.";
    case ErrorCode::KeychainFailed:
        return "Try again. If it goes on, look at the keychain with the system's own program.";
    case ErrorCode::Busy:
        return "Try again when that program has come to its end.";
    case ErrorCode::FileChanged:
        return "Wait until nothing writes to the package any more, and try again.";
    default:
        return {};
    }
}

std::string describe(const Finding &finding)
{
    switch (finding.code) {
    case FindingCode::NoChunks:
    case FindingCode::NoCiphertextAtAll:
    case FindingCode::UnknownSchema:
    case FindingCode::RobotDialect:
        return notCheckableReason({finding});
    case FindingCode::EnvelopeUnreadable:
        return "envelope cannot be read: " + finding.actual;
    case FindingCode::FieldMissing:
    case FindingCode::FieldWrongType:
        return finding.field + " " + finding.expected;
    case FindingCode::SchemaDiffers:
        return "is of another kind than the rest of the chain";
    case FindingCode::DialectDiffers:
        return "is written in the on-robot agent's dialect, unlike the rest of the chain";
    case FindingCode::DuplicateIndex:
        return "is here more than once";
    case FindingCode::FirstLinkNotNull:
        return "the first chunk points back to another one";
    case FindingCode::LinkMismatch:
        return "does not follow the chunk before it (its link names another chunk)";
    case FindingCode::CiphertextUnreadable:
        return "encrypted data cannot be read: " + finding.actual;
    case FindingCode::HashMismatch:
        return describeMismatch(finding);
    case FindingCode::ChunkIdMismatch:
        return "its id does not fit its own content and place";
    case FindingCode::IdentityBlank:
        return finding.field + " is blank";
    case FindingCode::SignatureInvalid:
        return finding.expected.empty() ? "the signature does not fit" : finding.field + " is not " + finding.expected;
    case FindingCode::MoreThanManifest:
        return "the manifest says " + finding.expected + " chunks in all, but " + finding.actual + " are here";
    case FindingCode::WorthlessKey:
        return "signed with a key of small order, which fits any content";
    case FindingCode::SeveralKeys:
        return "signed with another key than the chunks before: " + finding.actual;
    case FindingCode::SeveralDids:
        return "names another machine than the chunks before: " + finding.actual;
    case FindingCode::ManifestDidDiffers:
        return "names the machine " + finding.actual + ", the chunks name " + finding.expected;
    case FindingCode::KeyContradictsTrust:
        return "the key " + finding.actual + " is not among those trusted for this machine";
    case FindingCode::KeyRevoked:
        return "the key " + finding.actual + " was revoked for this machine"
               + (finding.expected.empty() ? "" : ": " + finding.expected);
    case FindingCode::SignerDiffersFromSight:
        return "verified here before with the key " + finding.expected + "; now it is " + finding.actual;
    case FindingCode::CodeMismatch:
        return "the package code is not the one of this package";
    case FindingCode::RolledBack:
        return "seen before: " + finding.expected + "; now: " + finding.actual;
    case FindingCode::ChunkMissing:
        return "envelope and data are not here";
    case FindingCode::CiphertextMissing:
        return "encrypted data is not here";
    case FindingCode::FewerThanManifest:
        return "not here, though the manifest says " + finding.expected + " chunks in all";
    case FindingCode::ManifestMissing:
        return "there is none: how many chunks there should be, and what all the data should be, is not known";
    case FindingCode::ManifestUnreadable:
        return "cannot be used: " + finding.actual;
    case FindingCode::UnknownAlgorithm:
        return finding.field + " names the unknown algorithm \"" + finding.actual + "\"";
    case FindingCode::GrownSincePin:
        return "has grown since it was seen: " + finding.expected + " then; " + finding.actual
               + " now. A new package code settles what came later";
    case FindingCode::CopyUsed:
        return "used " + finding.file + ", whose content is the right one";
    case FindingCode::CopyPassedOver:
        return finding.file + " is the same as " + finding.expected + " and was passed over";
    }
    return {};
}

std::string chunkWords(std::uint64_t first, std::uint64_t last)
{
    return first == last ? "chunk " + grouped(first) : "chunks " + grouped(first) + "–" + grouped(last);
}

namespace {

std::string headline(const package::Verification &verification)
{
    const auto &findings = verification.judgement.findings;
    const std::uint64_t total = verification.report.chunks;
    switch (verification.judgement.verdict) {
    case Verdict::NotCheckable:
        return "Not checkable: " + notCheckableReason(findings) + ".";
    case Verdict::Damaged: {
        const std::uint64_t bad = affected(findings, stream::Gravity::Damaged);
        return bad == 0 ? "Damaged: not every file of this package can be used."
                        : "Damaged: " + grouped(bad) + " of " + chunks(verification.report.length)
                              + " cannot be used as they are.";
    }
    case Verdict::SignerChanged:
        return "Signer changed: " + signerChangedReason(findings) + ". This is how a forgery looks.";
    case Verdict::CodeMismatch:
        return "Not what was announced: the package code does not match. "
               + std::string(verification.judgement.signerTrusted
                                 ? "Every chunk is signed by the machine you trust, so the code is that of another "
                                   "package, or chunks were left out, added, repeated or put in another order."
                                 : "It has another signer, other chunks or another order.");
    case Verdict::RolledBack:
        return "Rolled back: " + rolledBackReason(findings) + ".";
    case Verdict::Incomplete: {
        const std::uint64_t missing = affected(findings, stream::Gravity::Incomplete);
        return "Incomplete: " + chunks(missing) + (missing == 1 ? " is" : " are") + " missing. What is here is intact.";
    }
    case Verdict::IntactTrusted:
        return "Intact, signer trusted: " + chunks(total)
               + (verification.judgement.completeAndInOrder ? ", complete and in order." : ".");
    case Verdict::IntactUntrusted:
        return "Intact, signer not yet trusted: " + chunks(total) + ".";
    }
    return {};
}

std::vector<std::string> explanation(const package::Verification &verification)
{
    std::vector<std::string> lines;
    const auto &report = verification.report;
    if (report.oneSigner()) {
        lines.push_back("Machine:   " + report.dids.front());
        lines.push_back("Signed by: " + keys::fingerprint(report.signers.front()));
    }
    switch (verification.judgement.verdict) {
    case Verdict::IntactTrusted:
        if (!verification.judgement.completeAndInOrder) {
            lines.emplace_back("Order and completeness are as the sender arranged them. A package code (--code) from "
                               "the seller settles that too.");
        }
        break;
    case Verdict::IntactUntrusted:
        lines.emplace_back(
            "Nothing was changed since signing. Whether that key belongs to that machine is not known here: "
            "ask the seller");
        lines.emplace_back(
            "for the package code and pass it as --code, or trust the key once it is compared (trust add).");
        break;
    case Verdict::Damaged:
    case Verdict::Incomplete:
        lines.emplace_back("Ask the sender for exactly the files named below; the others can stay.");
        break;
    case Verdict::SignerChanged:
    case Verdict::CodeMismatch:
    case Verdict::RolledBack:
        lines.emplace_back("Do not use this data before you have talked to the seller by a way you trust.");
        break;
    case Verdict::NotCheckable:
        break;
    }
    return lines;
}

void sayFindings(const std::vector<Finding> &findings)
{
    for (const auto &[finding, last] : stream::stretches(findings)) {
        const std::string where = finding->index ? chunkWords(*finding->index, last) : finding->file;
        const bool namesOneFile =
            finding->code == FindingCode::CopyUsed || finding->code == FindingCode::CopyPassedOver;
        const bool others = namesOneFile && last != *finding->index;
        say("  - " + where + (where.empty() ? "" : ": ") + describe(*finding) + (others ? "; and so on" : ""));
    }
}

} // namespace

void sayVerification(const package::Verification &verification)
{
    say(headline(verification));
    for (const std::string &line : explanation(verification)) {
        say("  " + line);
    }
    sayFindings(verification.judgement.findings);
}

void sayWhatIsWrong(const package::Verification &verification)
{
    say(headline(verification));
    sayFindings(verification.judgement.findings);
}

std::string describeSome(const std::vector<package::ChunkRange> &ranges)
{
    constexpr std::size_t mostNamed = 6;
    if (ranges.size() <= mostNamed) {
        return package::describeRanges(ranges);
    }
    return package::describeRanges({ranges.begin(), ranges.begin() + mostNamed}) + " and "
           + grouped(ranges.size() - mostNamed) + " more such stretches";
}

} // namespace streamdesk::cli
