#include "ui/package/repair_words.h"

#include "ui/package/finding_words.h"
#include "ui/words/problem_words.h"
#include "ui/words/values.h"

#include <QCoreApplication>

namespace streamdesk::ui {

namespace {

using package::CopyRefusal;
using package::LeftReason;
using package::RepairPlan;
using package::RepairRefusal;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RepairWords)
};

QString copyRefusalText(const RepairPlan::Copy &copy)
{
    switch (copy.refusal) {
    case CopyRefusal::Unreadable:
        return describe(*copy.of.error).sentence;
    case CopyRefusal::Itself:
        return Words::tr("not used: it is this very package");
    case CopyRefusal::NoChunks:
        return Words::tr("not used: there are no chunks in it");
    case CopyRefusal::OtherKind:
        return Words::tr("not used: it is of another kind than this package");
    case CopyRefusal::OtherSigner:
        return Words::tr("not used: it is signed by another key");
    case CopyRefusal::OtherMachine:
        return Words::tr("not used: it is from another machine");
    case CopyRefusal::OtherChain:
        return Words::tr("not used: it is another recording of the same machine");
    case CopyRefusal::None:
        break;
    }
    return {};
}

QString reasonText(const RepairPlan::Left &left)
{
    const QString chunks = chunkList(left.chunks.first, left.chunks.last);
    const int number = pluralCount(left.chunks.last - left.chunks.first + 1);
    switch (left.reason) {
    case LeftReason::NotOffered:
        return Words::tr("Chunk(s) %1: no copy has the description(s).", nullptr, number).arg(chunks);
    case LeftReason::CopyFails:
        return Words::tr("Chunk(s) %1: damaged in the copy, too.", nullptr, number).arg(chunks);
    case LeftReason::OtherSigner:
        return Words::tr("Chunk(s) %1: signed by somebody else in the copy.", nullptr, number).arg(chunks);
    case LeftReason::DoesNotFit:
        return Words::tr("Chunk(s) %1: what the copy has does not fit the chunks beside.", nullptr, number).arg(chunks);
    case LeftReason::NothingBeside:
        return Words::tr("Chunk(s) %1: the chunks beside are missing, so nothing shows that the copy's belong here.",
                         nullptr, number)
            .arg(chunks);
    case LeftReason::FollowsLeft:
        return Words::tr("Chunk(s) %1: right, but the chunk before is not.", nullptr, number).arg(chunks);
    case LeftReason::NameTaken:
        return Words::tr("Chunk(s) %1: the file's name is taken by another chunk here. Give that one its own name.",
                         nullptr, number)
            .arg(chunks);
    case LeftReason::DataNotOffered:
        return Words::tr("Chunk(s) %1: no copy has the encrypted data.", nullptr, number).arg(chunks);
    case LeftReason::DataFails:
        return Words::tr("Chunk(s) %1: the encrypted data is damaged in the copy, too.", nullptr, number).arg(chunks);
    }
    return {};
}

} // namespace

QString failingText(const package::RepairSubject &subject)
{
    const std::uint64_t count = package::chunksIn(subject.failing);
    return count == 0 ? QString()
                      : Words::tr("%1 chunk(s) fail or are missing: %2.", nullptr, pluralCount(count))
                            .arg(grouped(count), chunkLists(subject.failing));
}

QString refusalText(RepairRefusal refusal)
{
    switch (refusal) {
    case RepairRefusal::None:
        break;
    case RepairRefusal::NothingFails:
        return Words::tr("There is nothing to repair: no chunk fails or is missing.");
    case RepairRefusal::NotCheckable:
        return Words::tr("What cannot be verified cannot be told from a wrong copy, so nothing is repaired.");
    case RepairRefusal::NothingIntact:
        return Words::tr("No chunk is intact, so there is nothing to compare a copy with. Open the copy itself.");
    case RepairRefusal::MostFails:
        return Words::tr(
            "More than half of the package fails. Open the copy itself: it is the better package, and what "
            "it lacks can be mended from this one.");
    case RepairRefusal::SeveralSigners:
        return Words::tr("Several keys or machines signed this package, and nothing tells which is right. Trust the "
                         "right key first, then repair.");
    case RepairRefusal::SignerContradicted:
        return Words::tr("You trust another key for this machine than the one that signed this. Do not use this data "
                         "before you have talked to the seller by a way you trust.");
    }
    return {};
}

QString copyText(const RepairPlan &plan, std::size_t copy)
{
    const RepairPlan::Copy &one = plan.copies[copy];
    if (plan.subject.refusal != RepairRefusal::None) {
        return {};
    }
    if (one.refusal != CopyRefusal::None) {
        return copyRefusalText(one);
    }
    if (plan.subject.failing.empty()) {
        return plan.manifestFrom == copy ? Words::tr("has the manifest") : QString();
    }
    const QString of = grouped(package::chunksIn(plan.subject.failing));
    const std::uint64_t offered = package::chunksIn(one.offers);
    return offered == 0 ? Words::tr("mends none of %1").arg(of)
                        : Words::tr("mends %1 of %2: %3").arg(grouped(offered), of, chunkLists(one.offers));
}

QString summaryText(const RepairPlan &plan)
{
    const std::uint64_t failing = package::chunksIn(plan.subject.failing);
    const std::uint64_t mended = package::chunksIn(plan.mended);
    if (plan.subject.refusal != RepairRefusal::None) {
        return refusalText(plan.subject.refusal);
    }
    if (plan.copies.empty()) {
        return Words::tr("No copy is known yet. Add one, as a folder or a ZIP file.");
    }
    if (failing == 0) {
        return plan.manifestFrom ? Words::tr("The manifest can be put back.")
                                 : Words::tr("There is nothing that these copies could mend.");
    }
    if (mended == 0) {
        return plan.mends.empty() ? Words::tr("These copies can mend none of them.")
                                  : Words::tr("These copies can mend none of them as a whole, but have parts of them.");
    }
    const QString size = sizeText(plan.bytes());
    return mended == failing ? Words::tr("All of them can be mended. %1 will be fetched and checked.").arg(size)
                             : Words::tr("%1 of %2 can be mended. %3 will be fetched and checked.")
                                   .arg(grouped(mended), grouped(failing), size);
}

QString leftText(const RepairPlan::Left &left)
{
    const bool dataOnly = left.reason == LeftReason::DataNotOffered || left.reason == LeftReason::DataFails;
    const bool filesHelp = left.reason != LeftReason::FollowsLeft && left.reason != LeftReason::NameTaken;
    const stream::Finding missing{.code = dataOnly ? stream::FindingCode::CiphertextMissing
                                                   : stream::FindingCode::ChunkMissing,
                                  .index = left.chunks.first};
    const QString reason = reasonText(left);
    return filesHelp ? reason + QLatin1Char(' ')
                           + Words::tr("Ask the seller for %1.").arg(filesToAskFor(missing, left.chunks.last))
                     : reason;
}

QString manifestText(const RepairPlan &plan)
{
    if (plan.manifestFrom) {
        return Words::tr("The manifest is missing and comes from the copy. Nothing in it is signed.");
    }
    return plan.manifestMisfits ? Words::tr("The copy's manifest is not taken: it speaks of another machine or another "
                                            "number of chunks.")
                                : QString();
}

} // namespace streamdesk::ui
