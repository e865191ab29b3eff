#include "ui/package/verdict_words.h"

#include "core/keys/statement.h"
#include "core/package/chunk_ranges.h"
#include "ui/package/finding_words.h"
#include "ui/words/values.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <utility>
#include <vector>

namespace streamdesk::ui {

namespace {

using stream::Difference;
using stream::Finding;
using stream::FindingCode;
using stream::Gravity;
using stream::Verdict;
using Tone = VerdictBanner::Tone;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(VerdictWords)
};

// Chunks, in ranges that ascend and do not touch.
class ChunkSet
{
public:
    void add(std::uint64_t first, std::uint64_t last) { m_ranges.push_back({first, last}); }
    void join() { m_ranges = package::joinedRanges(std::move(m_ranges)); }
    [[nodiscard]] std::uint64_t count() const { return package::chunksIn(m_ranges); }
    [[nodiscard]] bool isEmpty() const { return m_ranges.empty(); }
    [[nodiscard]] QString text() const { return chunkLists(m_ranges); }

private:
    std::vector<package::ChunkRange> m_ranges;
};

ChunkSet chunksWith(const std::vector<Finding> &findings, auto &&wanted)
{
    ChunkSet set;
    for (const Finding &finding : findings) {
        if (finding.index && wanted(finding)) {
            set.add(*finding.index, finding.last);
        }
    }
    set.join();
    return set;
}

bool has(const std::vector<Finding> &findings, FindingCode code)
{
    return std::any_of(findings.begin(), findings.end(), [code](const Finding &f) { return f.code == code; });
}

// In what way chunks fail, the most telling first; each with its sentence.
QStringList damageSentences(const std::vector<Finding> &findings)
{
    const auto with = [&](FindingCode code, std::initializer_list<Difference> differences = {}) {
        return chunksWith(findings, [&](const Finding &finding) {
            return finding.code == code
                   && (differences.size() == 0
                       || std::find(differences.begin(), differences.end(), finding.difference) != differences.end());
        });
    };
    QStringList sentences;
    const auto say = [&](const ChunkSet &set, const char *sentence) {
        if (!set.isEmpty()) {
            sentences.append(Words::tr(sentence, nullptr, pluralCount(set.count())).arg(set.text()));
        }
    };
    say(with(FindingCode::HashMismatch, {Difference::Altered, Difference::None}),
        QT_TRANSLATE_N_NOOP("VerdictWords", "Chunk(s) %1 were changed after signing."));
    say(with(FindingCode::HashMismatch, {Difference::Truncated}),
        QT_TRANSLATE_N_NOOP("VerdictWords", "Chunk(s) %1 are cut off."));
    say(with(FindingCode::HashMismatch, {Difference::Extended}),
        QT_TRANSLATE_N_NOOP("VerdictWords", "Chunk(s) %1 are longer than they should be."));
    say(with(FindingCode::HashMismatch, {Difference::Swapped}),
        QT_TRANSLATE_N_NOOP("VerdictWords", "Chunk(s) %1 hold the data of other chunks."));
    say(with(FindingCode::HashMismatch, {Difference::EnvelopeChanged}),
        QT_TRANSLATE_N_NOOP("VerdictWords",
                            "The description(s) of chunk(s) %1 were changed; the data is as it was signed."));
    say(with(FindingCode::SignatureInvalid),
        QT_TRANSLATE_N_NOOP("VerdictWords", "The signature(s) of chunk(s) %1 do not fit."));
    say(with(FindingCode::LinkMismatch),
        QT_TRANSLATE_N_NOOP("VerdictWords", "Chunk(s) %1 do not follow the chunk before."));
    say(with(FindingCode::FirstLinkNotNull),
        QT_TRANSLATE_N_NOOP("VerdictWords", "The first chunk points back to another one."));
    say(with(FindingCode::ChunkIdMismatch),
        QT_TRANSLATE_N_NOOP("VerdictWords", "The id(s) of chunk(s) %1 do not fit content and place."));
    say(with(FindingCode::DuplicateIndex), QT_TRANSLATE_N_NOOP("VerdictWords", "Chunk(s) %1 are here more than once."));
    say(with(FindingCode::MoreThanManifest),
        QT_TRANSLATE_N_NOOP("VerdictWords", "Chunk(s) %1 are more than the manifest says."));
    const auto unreadable = chunksWith(findings, [](const Finding &finding) {
        return finding.code == FindingCode::EnvelopeUnreadable || finding.code == FindingCode::CiphertextUnreadable;
    });
    say(unreadable, QT_TRANSLATE_N_NOOP("VerdictWords", "Chunk(s) %1 cannot be read."));
    const auto malformed = chunksWith(findings, [](const Finding &finding) {
        return finding.code == FindingCode::FieldMissing || finding.code == FindingCode::FieldWrongType
               || finding.code == FindingCode::IdentityBlank || finding.code == FindingCode::SchemaDiffers
               || finding.code == FindingCode::DialectDiffers;
    });
    say(malformed, QT_TRANSLATE_N_NOOP("VerdictWords", "The description(s) of chunk(s) %1 are not as they must be."));
    return sentences;
}

QString restSentence(std::uint64_t rest, bool trusted)
{
    if (rest == 0) {
        return {};
    }
    const int form = pluralCount(rest);
    return trusted ? Words::tr("The other %1 chunk(s) are intact and from the machine you trust.", nullptr, form)
                         .arg(grouped(rest))
                   : Words::tr("The other %1 chunk(s) are intact.", nullptr, form).arg(grouped(rest));
}

// How many chunks there should be, as far as anything says so.
std::uint64_t lengthOf(const package::Verification &verification)
{
    std::uint64_t length = verification.report.length;
    for (const Finding &finding : verification.judgement.findings) {
        length = finding.index ? std::max(length, finding.last + 1) : length;
    }
    return length;
}

VerdictText damaged(const package::Verification &verification)
{
    constexpr int mostSentences = 3;
    const auto &findings = verification.judgement.findings;
    const ChunkSet bad = chunksWith(findings, [](const Finding &f) { return gravityOf(f.code) == Gravity::Damaged; });
    const ChunkSet missing =
        chunksWith(findings, [](const Finding &f) { return gravityOf(f.code) == Gravity::Incomplete; });
    const ChunkSet unusable = chunksWith(findings, [](const Finding &f) {
        return gravityOf(f.code) == Gravity::Damaged || gravityOf(f.code) == Gravity::Incomplete;
    });
    const std::uint64_t total = lengthOf(verification);
    VerdictText text{.tone = Tone::Broken, .icon = QStringLiteral("damaged"), .title = {}, .text = {}};
    text.title = unusable.isEmpty()
                     ? Words::tr("Damaged: not every file of this package can be used")
                     : Words::tr("Damaged: %1 of %2 chunk(s) cannot be used", nullptr, pluralCount(total))
                           .arg(grouped(unusable.count()), grouped(total));
    QStringList sentences = damageSentences(findings);
    if (sentences.size() > mostSentences) {
        sentences = sentences.mid(0, mostSentences);
        sentences.append(Words::tr("More is in the list below."));
    }
    if (!missing.isEmpty()) {
        sentences.append(
            Words::tr("Chunk(s) %1 are not here.", nullptr, pluralCount(missing.count())).arg(missing.text()));
    }
    if (!bad.isEmpty()) {
        sentences.append(restSentence(total - unusable.count(), verification.judgement.signerTrusted));
    }
    text.text = sentences.join(QLatin1Char(' '));
    return text;
}

VerdictText incomplete(const package::Verification &verification)
{
    const auto &findings = verification.judgement.findings;
    const ChunkSet missing =
        chunksWith(findings, [](const Finding &f) { return gravityOf(f.code) == Gravity::Incomplete; });
    const std::uint64_t total = lengthOf(verification);
    VerdictText text{.tone = Tone::Attention, .icon = QStringLiteral("incomplete"), .title = {}, .text = {}};
    text.title = Words::tr("Incomplete: %1 of %2 chunk(s) missing", nullptr, pluralCount(total))
                     .arg(grouped(missing.count()), grouped(total));
    text.text = Words::tr("Ask the sender for chunk(s) %1.", nullptr, pluralCount(missing.count())).arg(missing.text())
                + QLatin1Char(' ') + restSentence(total - missing.count(), verification.judgement.signerTrusted);
    return text;
}

QString signerChangedReason(const std::vector<Finding> &findings)
{
    if (has(findings, FindingCode::WorthlessKey)) {
        const ChunkSet worthless =
            chunksWith(findings, [](const Finding &f) { return f.code == FindingCode::WorthlessKey; });
        return Words::tr("Chunk(s) %1 are signed with a key that fits any content and proves nothing.", nullptr,
                         pluralCount(worthless.count()))
            .arg(worthless.text());
    }
    if (has(findings, FindingCode::SeveralKeys)) {
        const auto first = std::find_if(findings.begin(), findings.end(),
                                        [](const Finding &f) { return f.code == FindingCode::SeveralKeys; });
        return Words::tr("Parts of it are signed with another key, from chunk %1 on.").arg(grouped(*first->index));
    }
    if (has(findings, FindingCode::SeveralDids)) {
        return Words::tr("Parts of it name another machine.");
    }
    if (has(findings, FindingCode::ManifestDidDiffers)) {
        return Words::tr("The manifest names another machine than the chunks.");
    }
    const auto revoked = std::ranges::find(findings, FindingCode::KeyRevoked, &Finding::code);
    if (revoked != findings.end()) {
        return revoked->expected.empty() ? Words::tr("It is signed with a key that was revoked for this machine.")
                                         : Words::tr("It is signed with a key that was revoked for this machine (%1).")
                                               .arg(shown(revoked->expected));
    }
    return has(findings, FindingCode::KeyContradictsTrust)
               ? Words::tr("You trust another key for this machine than the one that signed this.")
               : Words::tr("When you verified this chain before, another key had signed it.");
}

QString rolledBackReason(const std::vector<Finding> &findings)
{
    const auto found = std::ranges::find(findings, FindingCode::RolledBack, &Finding::code);
    const QString then = grouped(found->countThen);
    const QString now = grouped(found->countNow);
    if (found->countNow < found->countThen) {
        return Words::tr("It had %1 chunks then and has %2 now: chunks were taken away.").arg(then, now);
    }
    return found->countNow == found->countThen
               ? Words::tr("It has as many chunks as then, but not the same ones in the same order.")
               : Words::tr("It has %1 chunks now, but the %2 of then are not all there in the same order.")
                     .arg(now, then);
}

// Where nobody has said that it is complete, it helps a little that it did not change in this person's hands.
QString unchangedSentence(const stream::Judgement &judgement)
{
    const QDateTime when =
        judgement.unchangedSince
            ? QDateTime::fromString(QString::fromStdString(*judgement.unchangedSince), Qt::ISODate).toLocalTime()
            : QDateTime();
    return when.isValid() && when.date() < QDate::currentDate()
               ? QLatin1Char(' ')
                     + Words::tr("It is as it was on %1.").arg(QLocale().toString(when.date(), QLocale::ShortFormat))
               : QString();
}

VerdictText notCheckable(const std::vector<Finding> &findings)
{
    VerdictText text{.tone = Tone::Neutral, .icon = QStringLiteral("not-checkable"), .title = {}, .text = {}};
    if (has(findings, FindingCode::RobotDialect)) {
        text.title = Words::tr("Not checkable: written by the on-robot agent");
        text.text = Words::tr("This version does not verify that dialect. It says nothing against the data. Ask the "
                              "sender for the package as the owner's tools publish it.");
    } else if (has(findings, FindingCode::UnknownSchema)) {
        text.title = Words::tr("Not checkable: its chunks are of an unknown kind");
        text.text = Words::tr("They may come from a newer program. Look for a newer version of Stream Desk, or ask the "
                              "sender what wrote them.");
    } else if (has(findings, FindingCode::NoChunks)) {
        text.title = Words::tr("Not checkable: there are no chunks here");
        text.text = Words::tr("A package has files called chunk-0.json, chunk-1.json and so on. Check that this is "
                              "the right folder and that everything has arrived.");
    } else {
        text.title = Words::tr("Not checkable: the encrypted data is not here");
        text.text = Words::tr("The descriptions of the chunks are here, their data (chunk-*.bin) is not. Ask the "
                              "sender for it, or put it into the same folder.");
    }
    return text;
}

} // namespace

VerdictText verdictText(const package::Verification &verification)
{
    const auto &judgement = verification.judgement;
    const int chunks = pluralCount(verification.report.chunks);
    const QString keepAway = Words::tr("Do not use this data before you have talked to the seller by a way you trust.");
    switch (judgement.verdict) {
    case Verdict::NotCheckable:
        return notCheckable(judgement.findings);
    case Verdict::Damaged:
        return damaged(verification);
    case Verdict::Incomplete:
        return incomplete(verification);
    case Verdict::SignerChanged:
        return {.tone = Tone::Broken,
                .icon = verdictIcon(judgement.verdict),
                .title = Words::tr("Signer changed: this is how a forgery looks"),
                .text = signerChangedReason(judgement.findings) + QLatin1Char(' ') + keepAway};
    case Verdict::CodeMismatch:
        return {.tone = Tone::Broken,
                .icon = verdictIcon(judgement.verdict),
                .title = Words::tr("Not what was announced: the package code does not match"),
                .text = (judgement.signerTrusted
                             ? Words::tr("Every chunk is signed by the machine you trust, so the code is that of "
                                         "another package, or chunks were left out, added, repeated or put in another "
                                         "order.")
                             : Words::tr("It has another signer, other chunks or another order than the package the "
                                         "code belongs to."))
                        + QLatin1Char(' ') + keepAway};
    case Verdict::RolledBack:
        return {.tone = Tone::Broken,
                .icon = verdictIcon(judgement.verdict),
                .title = Words::tr("Rolled back: this chain was seen before with another end"),
                .text = rolledBackReason(judgement.findings) + QLatin1Char(' ') + keepAway};
    case Verdict::IntactTrusted:
        return {.tone = Tone::Intact,
                .icon = verdictIcon(judgement.verdict),
                .title = verdictTitle(judgement.verdict),
                .text = judgement.completeAndInOrder
                            ? Words::tr("%Ln chunk(s), complete and in order, all signed by the machine you trust.",
                                        nullptr, chunks)
                            : Words::tr("%Ln chunk(s), all signed by the machine you trust. Order and completeness are "
                                        "as the sender arranged them.",
                                        nullptr, chunks)
                                  + unchangedSentence(judgement)};
    case Verdict::IntactUntrusted:
        return {.tone = Tone::Accent,
                .icon = verdictIcon(judgement.verdict),
                .title = verdictTitle(judgement.verdict),
                .text = Words::tr("%Ln chunk(s), none changed since signing. One key signed them all, but you have not "
                                  "confirmed that it belongs to this machine. Compare it with what the seller says.",
                                  nullptr, chunks)
                        + unchangedSentence(judgement)};
    }
    return {};
}

QString verdictTitle(stream::Verdict verdict)
{
    switch (verdict) {
    case Verdict::NotCheckable:
        return Words::tr("Not checkable");
    case Verdict::Damaged:
        return Words::tr("Damaged");
    case Verdict::SignerChanged:
        return Words::tr("Signer changed");
    case Verdict::CodeMismatch:
        return Words::tr("Not what was announced");
    case Verdict::RolledBack:
        return Words::tr("Rolled back");
    case Verdict::Incomplete:
        return Words::tr("Incomplete");
    case Verdict::IntactTrusted:
        return Words::tr("Intact, signer trusted");
    case Verdict::IntactUntrusted:
        return Words::tr("Intact, signer not yet trusted");
    }
    return {};
}

QString verdictIcon(stream::Verdict verdict)
{
    const std::string_view name = verdictName(verdict); // icons are called like the verdicts
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

QColor Colours::*verdictColour(stream::Verdict verdict)
{
    switch (verdict) {
    case Verdict::NotCheckable:
        return &Colours::muted;
    case Verdict::Incomplete:
        return &Colours::attention;
    case Verdict::IntactTrusted:
        return &Colours::intact;
    case Verdict::IntactUntrusted:
        return &Colours::accent;
    default:
        return &Colours::broken;
    }
}

QString fingerprint(const crypto::Ed25519PublicKey &key)
{
    return QString::fromStdString(keys::fingerprint(key));
}

} // namespace streamdesk::ui
