#include "command.h"

#include "core/base/errors.h"
#include "core/json/writer.h"
#include "core/package/repair.h"
#include "core/package/zip_directory.h"
#include "progress_bar.h"
#include "words.h"

#include <algorithm>

namespace streamdesk::cli {

namespace {

using package::ChunkRange;
using package::CopyRefusal;
using package::LeftReason;
using package::RepairPlan;
using package::RepairRefusal;
using package::RepairResult;

struct Options
{
    std::string package;
    std::vector<std::string> copies;
    std::string output;
    bool discardReplaced = false;
    bool dryRun = false;
    ExpectationOptions expectations;
    OutputOptions files;
    bool json = false;
};

void addOptions(CLI::App &command, Options &options)
{
    command.footer(
        "Takes from the copies just the chunks that fail or are missing, and only what is signed by the package's own "
        "signer and fits its place in the chain. Everything is checked before anything is replaced; what is replaced "
        "is "
        "kept in a folder beside the package. Afterwards the package is verified anew. Exit code 0 when it is intact "
        "then, 2 when something is left or nothing could be done.\n\n"
        "Example: what a second download can mend, and then doing it\n"
        "  stream-desk-cli repair package --from download.zip --dry-run\n"
        "  stream-desk-cli repair package --from download.zip");
    command.add_option("package", options.package, "Folder or ZIP file of the package.")->type_name("PATH")->required();
    command
        .add_option("--from", options.copies,
                    "Another copy of the package, a folder or ZIP file; it may be damaged or incomplete itself.")
        ->type_name("PATH")
        ->required()
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    command
        .add_option("--output", options.output,
                    "Leave the package as it is and write the repaired one as this ZIP file. Required for a package in "
                    "a ZIP file.")
        ->type_name("FILE");
    addFlag(command, "--discard-replaced", options.discardReplaced,
            "Do not keep the files that are replaced. Without it they are found beside the package, in a folder named "
            "after it and the date.");
    addFlag(command, "--dry-run", options.dryRun, "Say what would be done, and change nothing.");
    addExpectationOptions(command, options.expectations);
    addFlag(command, "--replace", options.files.replace, "Replace the file that --output names when it is there.");
    addFlag(command, "--no-sync", options.files.noSync,
            "Do not wait until the files are safely on the disk. Faster; a power cut may lose them.");
    addJsonFlag(command, options.json);
}

// ---- in words

std::string refusalWords(RepairRefusal refusal)
{
    switch (refusal) {
    case RepairRefusal::None:
        break;
    case RepairRefusal::NothingFails:
        return "Nothing to mend: none of its chunks fails or is missing.";
    case RepairRefusal::NotCheckable:
        return "Not repaired: what cannot be verified cannot be told from a wrong copy.";
    case RepairRefusal::NothingIntact:
        return "Not repaired: none of its chunks is intact, so there is nothing to compare a copy with. Verify the "
               "copy "
               "and use that.";
    case RepairRefusal::MostFails:
        return "Not repaired: more than half of it fails. Verify the copy and use that; what it lacks may be mended "
               "from "
               "this one.";
    case RepairRefusal::SeveralSigners:
        return "Not repaired: several keys or machines signed it, and not just one of them is trusted. Trust the right "
               "key first (trust add).";
    case RepairRefusal::SignerContradicted:
        return "Not repaired: the key that signed it is not the one that is trusted for this machine. Talk to the "
               "seller by a way you trust.";
    }
    return {};
}

std::string refusalWords(const RepairPlan::Copy &copy)
{
    switch (copy.refusal) {
    case CopyRefusal::None:
        break;
    case CopyRefusal::Unreadable:
        return copy.of.error->what();
    case CopyRefusal::Itself:
        return "it is the package itself";
    case CopyRefusal::NoChunks:
        return "there are no chunk files (chunk-*.json) in it";
    case CopyRefusal::OtherKind:
        return "it is of another kind or dialect than the package";
    case CopyRefusal::OtherSigner:
        return "it is signed by another key than the package";
    case CopyRefusal::OtherMachine:
        return "it is from another machine";
    case CopyRefusal::OtherChain:
        return "it is another package of the same machine, with another first chunk";
    }
    return {};
}

std::string reasonWords(LeftReason reason)
{
    switch (reason) {
    case LeftReason::NotOffered:
        return "no copy has its envelope";
    case LeftReason::CopyFails:
        return "its envelope is damaged in the copy, too";
    case LeftReason::OtherSigner:
        return "its envelope in the copy is not by this package's signer";
    case LeftReason::DoesNotFit:
        return "its envelope in the copy does not fit its neighbours";
    case LeftReason::NothingBeside:
        return "neither neighbour is here, so nothing shows that the copy's belongs here";
    case LeftReason::FollowsLeft:
        return "it is right itself, but the chunk before it is not";
    case LeftReason::NameTaken:
        return "the name of its envelope is that of another chunk's file here";
    case LeftReason::DataNotOffered:
        return "no copy has its encrypted data";
    case LeftReason::DataFails:
        return "its encrypted data is damaged in the copy, too";
    }
    return {};
}

// What the sender should be asked for; empty when it would not help.
std::string wantedFiles(const RepairPlan::Left &left)
{
    const auto files = [&](const char *extension) {
        const std::string first = package::chunkFileName(left.chunks.first, extension);
        return left.chunks.first == left.chunks.last
                   ? first
                   : first + " to " + package::chunkFileName(left.chunks.last, extension);
    };
    switch (left.reason) {
    case LeftReason::FollowsLeft:
    case LeftReason::NameTaken:
        return {};
    case LeftReason::DataNotOffered:
    case LeftReason::DataFails:
        return files(".bin");
    default:
        return files(".json") + " and " + files(".bin");
    }
}

void sayCopies(const RepairPlan &plan)
{
    const std::uint64_t failing = chunksIn(plan.subject.failing);
    for (const RepairPlan::Copy &copy : plan.copies) {
        const std::string name = displayPath(copy.of.path);
        if (copy.refusal != CopyRefusal::None) {
            say("Not used: " + name + ": " + refusalWords(copy) + ".");
        } else if (failing > 0) {
            const std::uint64_t offered = chunksIn(copy.offers);
            say(name + " mends " + grouped(offered) + " of " + grouped(failing)
                + (offered == 0 ? "." : (offered == 1 ? ": chunk " : ": chunks ") + describeSome(copy.offers) + "."));
        }
    }
    if (plan.subject.manifestWanted && plan.manifestFrom) {
        say("The manifest comes from " + displayPath(plan.copies[*plan.manifestFrom].of.path)
            + ". Nothing in it is signed.");
    } else if (plan.manifestMisfits) {
        say("The manifest of the copy is not taken: it speaks of another machine or another number of chunks.");
    }
}

void sayLeft(const RepairPlan &plan)
{
    for (const RepairPlan::Left &left : plan.left) {
        const std::string wanted = wantedFiles(left);
        say("Left: " + chunkWords(left.chunks.first, left.chunks.last) + ": " + reasonWords(left.reason) + "."
            + (wanted.empty() ? "" : " Ask the sender for " + wanted + "."));
    }
}

void sayResult(const RepairResult &result)
{
    say("Put in place: " + grouped(result.written.size()) + (result.written.size() == 1 ? " file." : " files."));
    if (!result.replacedFolder.empty()) {
        say("What stood there before is in " + displayPath(result.replacedFolder) + ".");
    }
}

// ---- for programs

std::string_view nameOf(RepairRefusal refusal)
{
    switch (refusal) {
    case RepairRefusal::None:
        break;
    case RepairRefusal::NothingFails:
        return "nothing-fails";
    case RepairRefusal::NotCheckable:
        return "not-checkable";
    case RepairRefusal::NothingIntact:
        return "nothing-intact";
    case RepairRefusal::MostFails:
        return "most-fails";
    case RepairRefusal::SeveralSigners:
        return "several-signers";
    case RepairRefusal::SignerContradicted:
        return "signer-contradicted";
    }
    return {};
}

std::string_view nameOf(CopyRefusal refusal)
{
    switch (refusal) {
    case CopyRefusal::None:
        break;
    case CopyRefusal::Unreadable:
        return "unreadable";
    case CopyRefusal::Itself:
        return "itself";
    case CopyRefusal::NoChunks:
        return "no-chunks";
    case CopyRefusal::OtherKind:
        return "other-kind";
    case CopyRefusal::OtherSigner:
        return "other-signer";
    case CopyRefusal::OtherMachine:
        return "other-machine";
    case CopyRefusal::OtherChain:
        return "other-chain";
    }
    return {};
}

std::string_view nameOf(LeftReason reason)
{
    switch (reason) {
    case LeftReason::NotOffered:
        return "not-offered";
    case LeftReason::CopyFails:
        return "copy-fails";
    case LeftReason::OtherSigner:
        return "other-signer";
    case LeftReason::DoesNotFit:
        return "does-not-fit";
    case LeftReason::NothingBeside:
        return "nothing-beside";
    case LeftReason::FollowsLeft:
        return "follows-left";
    case LeftReason::NameTaken:
        return "name-taken";
    case LeftReason::DataNotOffered:
        return "data-not-offered";
    case LeftReason::DataFails:
        return "data-fails";
    }
    return {};
}

void writeRanges(json::Writer &writer, const std::vector<ChunkRange> &ranges)
{
    writer.beginArray();
    for (const ChunkRange &range : ranges) {
        writer.beginObject().member("first", range.first).member("last", range.last).endObject();
    }
    writer.endArray();
}

void writeCopies(json::Writer &writer, const RepairPlan &plan)
{
    writer.beginArray();
    for (const RepairPlan::Copy &copy : plan.copies) {
        writer.beginObject().member("path", displayPath(copy.of.path)).key("refused");
        copy.refusal == CopyRefusal::None ? writer.null() : writer.string(nameOf(copy.refusal));
        if (copy.refusal != CopyRefusal::None) {
            writer.member("detail", refusalWords(copy));
        }
        writer.key("mends");
        writeRanges(writer, copy.offers);
        writer.endObject();
    }
    writer.endArray();
}

void writeLeft(json::Writer &writer, const RepairPlan &plan)
{
    writer.beginArray();
    for (const RepairPlan::Left &left : plan.left) {
        writer.beginObject()
            .member("first", left.chunks.first)
            .member("last", left.chunks.last)
            .member("reason", nameOf(left.reason))
            .member("detail", reasonWords(left.reason))
            .endObject();
    }
    writer.endArray();
}

void printJson(const RepairPlan &plan, const std::optional<RepairResult> &result, const package::Verification &before,
               const package::Verification &after)
{
    const auto optionalPath = [](const std::filesystem::path &path) {
        return path.empty() ? std::nullopt : std::optional(displayPath(path));
    };
    std::string text;
    json::Writer writer(text, json::Writer::Style::Pretty);
    writer.beginObject()
        .member("verdictBefore", stream::verdictName(before.judgement.verdict))
        .member("verdict", stream::verdictName(after.judgement.verdict))
        .member("changed", result.has_value())
        .key("refused");
    plan.subject.refusal == RepairRefusal::None ? writer.null() : writer.string(nameOf(plan.subject.refusal));
    writer.key("failing");
    writeRanges(writer, plan.subject.failing);
    writer.key("copies");
    writeCopies(writer, plan);
    writer.key("mended");
    writeRanges(writer, plan.mended);
    writer.key("left");
    writeLeft(writer, plan);
    writer.key("manifestFrom");
    plan.manifestFrom ? writer.string(displayPath(plan.copies[*plan.manifestFrom].of.path)) : writer.null();
    writer.key("written").beginArray();
    for (const std::string &name : result ? result->written : std::vector<std::string>()) {
        writer.string(name);
    }
    writer.endArray()
        .member("package", result ? optionalPath(result->package) : std::nullopt)
        .member("replacedFolder", result ? optionalPath(result->replacedFolder) : std::nullopt)
        .endObject();
    print(text + "\n");
}

// ---- the work

std::vector<package::CopyOf> openCopies(const Options &options)
{
    std::vector<package::CopyOf> copies;
    for (const std::string &path : options.copies) {
        copies.push_back(package::openCopy(givenPath(path)));
        if (copies.back().error && copies.back().error->code() == ErrorCode::NotFound) {
            throw *copies.back().error; // a slip of the pen, and no bad copy
        }
    }
    return copies;
}

// Neither the package nor a copy may be lost to the new file.
void checkOutput(const Options &options, const std::filesystem::path &package)
{
    if (options.output.empty() && package::isZipFile(package) && !options.dryRun) {
        refuse("--output", "a package in a ZIP file is not changed itself; name the new file, such as "
                               + displayPath(package::repairedName(package)));
    }
    const std::filesystem::path output = givenPath(options.output);
    const auto isOutput = [&](const std::filesystem::path &path) {
        std::error_code ignored;
        return std::filesystem::equivalent(path, output, ignored);
    };
    if (isOutput(package) || std::any_of(options.copies.begin(), options.copies.end(), [&](const std::string &copy) {
            return isOutput(givenPath(copy));
        })) {
        refuse("--output", "would take the place of " + options.output + ", which is read here");
    }
}

bool mendsEverything(const RepairPlan &plan)
{
    return plan.subject.refusal == RepairRefusal::None && plan.left.empty() && !plan.subject.moreIsWrong;
}

int run(Session &session, const Options &options)
{
    const package::Expectations expectations = makeExpectations(options.expectations);
    const std::filesystem::path path = givenPath(options.package);
    checkOutput(options, path);
    std::vector<package::CopyOf> copies = openCopies(options);

    ProgressBar verifying(session, "Verifying");
    const package::Package package = package::Package::openFolder(path, verifying.control());
    const package::Verification before = package::verify(package, expectations, verifying.control());
    verifying.finish();
    ProgressBar looking(session, "Looking into the copies");
    const RepairPlan plan = package::planRepair(package, before, expectations, std::move(copies), looking.control());
    looking.finish();
    const bool talks = !options.json && !session.quiet;
    if (talks) {
        sayWhatIsWrong(before);
        if (plan.subject.refusal != RepairRefusal::None) {
            say(refusalWords(plan.subject.refusal));
        } else {
            sayCopies(plan);
        }
    }

    std::optional<RepairResult> result;
    std::optional<package::Verification> after;
    if (plan.changesAnything() && !options.dryRun) {
        ProgressBar repairing(session, "Repairing");
        result = package::repair(package, plan,
                                 {.output = givenPath(options.output),
                                  .replaceOutput = options.files.replace,
                                  .keepReplaced = !options.discardReplaced,
                                  .durability = options.files.durability()},
                                 repairing.control());
        repairing.finish();
        if (talks) { // now, because the verification may be stopped
            sayResult(*result);
            sayLeft(plan);
        }
        ProgressBar again(session, "Verifying");
        const package::Package repaired = package::Package::openFolder(result->package, again.control());
        after = package::verify(repaired, expectations, again.control());
    }
    if (options.json) {
        printJson(plan, result, before, after.value_or(before));
    } else if (talks && after) {
        sayVerification(*after);
    } else if (talks) {
        if (plan.changesAnything()) {
            say("Nothing was changed. " + describeBytes(plan.bytes()) + " of encrypted data would be fetched.");
        }
        sayLeft(plan);
    }
    const bool intact = isIntact(after.value_or(before).judgement.verdict);
    return intact || (options.dryRun && mendsEverything(plan)) ? exitDone : exitFailed;
}

} // namespace

void addRepair(CLI::App &app, Session &session)
{
    addCommand<Options>(app, session, "repair", "Anyone: mend a damaged or incomplete package from other copies of it.",
                        addOptions, run);
}

} // namespace streamdesk::cli
