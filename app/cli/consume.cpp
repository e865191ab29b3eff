#include "command.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/json/writer.h"
#include "core/package/consume.h"
#include "core/package/output_folder.h"
#include "core/package/zip_directory.h"
#include "desk_keys.h"
#include "progress_bar.h"
#include "words.h"

#include <algorithm>

namespace streamdesk::cli {

namespace {

constexpr const char *otherDataName = "data-differs";

struct Options
{
    std::string package;
    std::string chunkDir;
    std::string accessDir;
    std::string dataDir;
    KeyOption buyerKey;
    std::string passphraseFile;
    std::string buyerId;
    std::string output;
    bool partial = false;
    bool skipVerify = false;
    bool json = false;
    bool noSync = false;
    ExpectationOptions expectations;
    std::vector<std::string> acceptedVerdicts;
    std::string downloadUrl;
    std::string workDir;
    bool keepFiles = false;
};

void addOptions(CLI::App &command, Options &options)
{
    command.footer("Nothing is written before every chunk was checked and decrypted.\n\n"
                   "Example: everything that the seller sent is in one folder\n"
                   "  stream-desk-cli consume received --buyer-id did:peaq:0xcd… \\\n"
                   "    --buyer-private-key-file buyer.key --output trip.csv");
    command
        .add_option("package", options.package,
                    "One folder or ZIP file with everything the seller sent: package and access files, side by side or "
                    "in subfolders. Instead of --chunk-dir, --data-dir and --access-dir.")
        ->type_name("PATH");
    command.add_option("--chunk-dir", options.chunkDir, "Folder or ZIP file with the envelopes (chunk-*.json).")
        ->check(notAnyExistingFile());
    command.add_option("--data-dir", options.dataDir, "Folder or ZIP file with the encrypted data (chunk-*.bin).")
        ->check(notAnyExistingFile());
    command.add_option("--access-dir", options.accessDir, "Folder or ZIP file with your access files (*.json).")
        ->check(notAnyExistingFile());
    const AddedKeyOption key = addKeyOption(command, options.buyerKey,
                                            {.file = "--buyer-private-key-file",
                                             .label = "--buyer-key",
                                             .description = "your private key (X25519, 64 hex digits)"});
    addPassphraseOption(command, options.passphraseFile);
    requireOneOf(command, {{key.file, key.label}});
    command.add_option("--buyer-id", options.buyerId, "Your name in the access files; the seller knows it.")
        ->type_name("NAME")
        ->required();
    command
        .add_option("--output", options.output,
                    "File to write the data to. One that is there is replaced when everything was right.")
        ->type_name("FILE")
        ->required();
    addFlag(command, "--partial", options.partial,
            "Decrypt what was granted when that is not everything: one file for each run of chunks, named "
            "by its first and last, such as trip.csv.0-99.");
    addExpectationOptions(command, options.expectations);
    command
        .add_option("--accept-verdict", options.acceptedVerdicts,
                    "Decrypt although the verdict is this one, or although the data differs from the manifest "
                    "(data-differs). Only when you have settled it with the seller.")
        ->type_name("VERDICT")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->expected(1)
        ->check(CLI::IsMember({"signer-changed", "code-mismatch", "rolled-back", otherDataName}));
    addFlag(command, "--skip-verify", options.skipVerify,
            "Do not check signatures and order (for finding faults). Keys and content are still checked.");
    addFlag(command, "--no-sync", options.noSync,
            "Do not wait until the file is safely on the disk. Faster; a power cut may lose it.");
    addJsonFlag(command, options.json);
    addLaterOption(command, options.downloadUrl, "--download-url");
    addLaterOption(command, options.workDir, "--work-dir");
    command.add_flag("--keep-files", options.keepFiles, "Not available in this version.")
        ->disable_flag_override()
        ->group(laterGroup);
}

void requireFolder(const std::string &folder, const std::string &option)
{
    if (folder.empty()) {
        refuse(option, "is required when no single folder is given");
    }
    std::error_code ignored;
    if (!std::filesystem::exists(givenPath(folder), ignored)) {
        refuse(option, "the folder " + folder + " does not exist");
    }
}

// The output may lie in a folder that is read, but not take the place of what is read from there.
void keepInput(const Options &options)
{
    const std::filesystem::path output = givenPath(options.output);
    const std::filesystem::path folder = output.has_parent_path() ? output.parent_path() : ".";
    const std::string name = displayPath(output.filename());
    const auto isIn = [&](const std::string &given) {
        std::error_code ignored;
        return !given.empty()
               && (std::filesystem::equivalent(folder, givenPath(given), ignored)
                   || (&given == &options.package
                       && std::filesystem::equivalent(folder / "..", givenPath(given), ignored)));
    };
    std::error_code ignored;
    bool isInput = std::filesystem::equivalent(output, givenPath(options.buyerKey.file), ignored);
    if (std::filesystem::exists(std::filesystem::symlink_status(output, ignored))) {
        if (isIn(options.package) || isIn(options.chunkDir) || isIn(options.dataDir) || isIn(options.accessDir)) {
            const package::FolderContents contents = package::surveyFolder(folder);
            const auto holds = [&](const std::vector<std::string> &names) {
                return std::find(names.begin(), names.end(), name) != names.end();
            };
            isInput = isInput || holds(contents.packageFiles) || holds(contents.accessFiles);
        }
        isInput = isInput || (isIn(options.accessDir) && name.ends_with(".json"));
    }
    if (isInput && !options.partial) {
        refuse("--output", "would take the place of " + displayPath(output) + ", which is read here");
    }
}

void checkOptions(const Options &options)
{
    refuseLater(options.downloadUrl, "--download-url");
    refuseLater(options.workDir, "--work-dir");
    if (options.keepFiles) {
        refuse("--keep-files", "is not available in this version; it comes with a later one");
    }
    const bool folders = !options.chunkDir.empty() || !options.dataDir.empty() || !options.accessDir.empty();
    if (options.package.starts_with("http://") || options.package.starts_with("https://")) {
        refuse("package", "a web address is not available in this version; download it first");
    }
    if (options.package.empty()) {
        requireFolder(options.chunkDir, "--chunk-dir");
        requireFolder(options.accessDir, "--access-dir");
        requireFolder(options.dataDir, "--data-dir");
    } else if (folders) {
        refuse("package", "give one folder, or --chunk-dir, --data-dir and --access-dir, not both");
    }
    if (trimmed(options.buyerId).empty()) {
        refuse("--buyer-id", "must not be empty");
    }
    std::error_code ignored;
    if (std::filesystem::is_directory(givenPath(options.output), ignored)) {
        refuse("--output", "must be a file, but " + options.output + " is a folder");
    }
    keepInput(options);
}

using package::FolderStore;

package::Package openPackage(const Options &options, const jobs::JobControl &control)
{
    const auto open = [&](const auto &envelopes, const auto &ciphertexts) {
        package::Package package = package::Package::open(envelopes, ciphertexts, control);
        package.requireWhole(options.partial);
        package.requireCiphertext();
        return package;
    };
    if (!options.package.empty()) {
        const auto store = package::openStore(givenPath(options.package), FolderStore::Reach::Nested);
        return open(store, store);
    }
    const auto envelopes = package::openStore(givenPath(options.chunkDir), FolderStore::Reach::Flat);
    return open(envelopes, options.dataDir == options.chunkDir
                               ? envelopes
                               : package::openStore(givenPath(options.dataDir), FolderStore::Reach::Flat));
}

stream::BuyerAccess readAccess(const Options &options, const package::Package &package, const std::string &buyerId,
                               const Session &session)
{
    using package::AccessFolder;
    const package::AccessReading reading = [&] {
        if (!options.package.empty()) {
            return package::readAccess(package.envelopeStore(), buyerId, AccessFolder::Mixed);
        }
        // Nobody can point into a ZIP file, so one may hold more than access files.
        const std::filesystem::path path = givenPath(options.accessDir);
        return package::readAccess(*package::openStore(path, FolderStore::Reach::Flat), buyerId,
                                   package::isZipFile(path) ? AccessFolder::Mixed : AccessFolder::OnlyAccessFiles);
    }();
    if (!session.quiet && !options.json && reading.replaced > 0) {
        say("Note: " + grouped(reading.replaced) + " access entries came twice; the last ones count.");
    }
    if (!session.quiet && !options.json && reading.others > 0) {
        say("Note: " + grouped(reading.others) + " access entries are for somebody else than " + redact(buyerId) + ".");
    }
    return reading.access;
}

int sayRefusal(const package::ConsumeResult &result)
{
    if (result.refusal == package::Refusal::ChainInvalid) {
        const auto &report = result.verification->report;
        say("Error: Chain verification failed at chunk " + std::to_string(report.failedAt.value_or(0)) + ": "
            + std::string(report.failedReason));
        sayVerification(*result.verification);
    } else if (result.refusal == package::Refusal::Verdict) {
        say("Error: nothing was written.");
        sayVerification(*result.verification);
        say("  If you have settled this with the seller: --accept-verdict "
            + std::string(verdictName(result.verification->judgement.verdict)));
    } else {
        say("Error: nothing was written: every chunk could be decrypted, but together they are not the data that the "
            "manifest names.");
        say("  Chunks were left out, repeated or reordered, or the manifest was changed. Ask the seller for the "
            "package again;");
        say("  if you have settled it with them: --accept-verdict data-differs");
    }
    return exitFailed;
}

void printSummary(const Options &options, const std::string &buyerId, const package::Package &package,
                  const package::ConsumeResult &result)
{
    const auto &manifest = package.manifest().manifest;
    std::string text;
    json::Writer writer(text, json::Writer::Style::Pretty);
    writer.beginObject()
        .member("output", displayPath(givenPath(options.output)))
        .member("totalBytes", result.totalBytes)
        .member("chunkCount", result.chunkCount)
        .member("sourceHash", manifest && manifest->sourceHash ? *manifest->sourceHash : std::string())
        .member("buyerId", buyerId)
        .member("verified", result.verification.has_value());
    writer.key("verdict");
    if (result.verification) {
        writer.string(verdictName(result.verification->judgement.verdict));
    } else {
        writer.null();
    }
    writer.key("dataMatchesManifest");
    if (result.data == package::DataCheck::NothingToCompare) {
        writer.null();
    } else {
        writer.boolean(result.data == package::DataCheck::Matches);
    }
    writer.key("files").beginArray();
    for (const auto &output : result.outputs) {
        writer.beginObject()
            .member("path", displayPath(output.path))
            .member("firstChunk", output.chunks.first)
            .member("lastChunk", output.chunks.last)
            .member("bytes", output.bytes)
            .endObject();
    }
    writer.endArray().endObject();
    print(text + "\n");
}

void sayResult(const package::Package &package, const package::ConsumeResult &result)
{
    if (result.verification) {
        sayVerification(*result.verification);
    }
    for (const auto &output : result.outputs) {
        say("Wrote " + describeBytes(output.bytes) + " to " + displayPath(output.path) + " (chunks "
            + package::describeRanges({output.chunks}) + ").");
    }
    switch (result.data) {
    case package::DataCheck::Matches:
        say("The whole data is what the manifest names.");
        break;
    case package::DataCheck::Differs:
        say("Accepted although the whole data is not what the manifest names.");
        break;
    case package::DataCheck::NothingToCompare:
        say(result.chunkCount < package.count()
                ? "Only a part was decrypted, so the whole cannot be compared with the manifest."
                : "There is no manifest that names the whole data, so it could not be compared.");
        break;
    }
}

int run(Session &session, const Options &options)
{
    checkOptions(options);
    const std::string buyerId(trimmed(options.buyerId));
    package::ConsumeParams params{.access = {},
                                  .buyerId = buyerId,
                                  .buyer = crypto::keyPairOf(fetchKey<crypto::X25519PrivateKey>(
                                      session, options.buyerKey, options.passphraseFile)),
                                  .output = givenPath(options.output),
                                  .partial = options.partial,
                                  .skipVerify = options.skipVerify,
                                  .expectations = makeExpectations(options.expectations),
                                  .acceptedVerdicts = {},
                                  .durability = options.noSync ? io::Durability::NotSynced : io::Durability::Synced};
    for (const std::string &name : options.acceptedVerdicts) {
        if (const auto verdict = stream::verdictFromName(name)) {
            params.acceptedVerdicts.insert(*verdict);
        } else {
            params.acceptOtherData = true;
        }
    }

    ProgressBar bar(session, "Decrypting");
    const package::Package package = openPackage(options, bar.control());
    params.access = readAccess(options, package, buyerId, session);
    const package::ConsumeResult result = package::consume(package, params, bar.control());
    bar.finish();

    if (result.refusal != package::Refusal::None) {
        return sayRefusal(result);
    }
    if (options.json) {
        printSummary(options, buyerId, package, result);
    } else if (!session.quiet) {
        sayResult(package, result);
    }
    return exitDone;
}

} // namespace

void addConsume(CLI::App &app, Session &session)
{
    addCommand<Options>(app, session, "consume", "Buyer: check a package, decrypt it and write the data to a file.",
                        addOptions, run);
}

} // namespace streamdesk::cli
