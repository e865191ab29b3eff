#include "command.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/json/writer.h"
#include "core/package/grant.h"
#include "desk_keys.h"
#include "progress_bar.h"

namespace streamdesk::cli {

namespace {

struct Options
{
    std::string chunkDir;
    std::string buyerPublicKey;
    std::string buyerId;
    KeyOption ownerKey;
    std::string passphraseFile;
    std::string outputDir;
    std::string release;
    std::string maxFileSize = std::to_string(stream::defaultAccessFileSize);
    std::string chunks;
    bool json = false;
    OutputOptions output;
};

void addOptions(CLI::App &command, Options &options)
{
    command.footer("Access cannot be taken back: who has the files and the key can read these chunks for ever.\n\n"
                   "Example: the first hundred chunks for one buyer\n"
                   "  stream-desk-cli grant --chunk-dir package --output-dir access --chunks 0-99 \\\n"
                   "    --buyer-id did:peaq:0xcd… --buyer-public-key 8885… \\\n"
                   "    --owner-private-key-file owner.key");
    command.add_option("--chunk-dir", options.chunkDir, "Folder or ZIP file of the package (chunk-*.json).")
        ->required()
        ->check(existingPackage());
    command.add_option("--buyer-public-key", options.buyerPublicKey, "The buyer's public key (X25519, 64 hex digits).")
        ->type_name("KEY")
        ->required();
    command
        .add_option("--buyer-id", options.buyerId,
                    "Name of the buyer, such as did:peaq:0xcd…. Both sides use the same.")
        ->type_name("NAME")
        ->required();
    const AddedKeyOption key = addKeyOption(command, options.ownerKey,
                                            {.file = "--owner-private-key-file",
                                             .label = "--owner-key",
                                             .description = "the owner's private key (X25519, 64 hex digits)"});
    addPassphraseOption(command, options.passphraseFile);
    CLI::Option *const folder =
        command
            .add_option("--output-dir", options.outputDir, "Folder for the access files; made when it does not exist.")
            ->check(notAnExistingFile());
    CLI::Option *const release =
        command
            .add_option("--release", options.release,
                        "ZIP file for everything the buyer needs, instead of a folder: the access files, the "
                        "envelopes, and the data that was granted.")
            ->type_name("FILE");
    requireOneOf(command, {{key.file, key.label}, {folder, release}});
    command.add_option("--chunks", options.chunks, "Only these chunks, such as 0-9,12. Without it all of them.")
        ->type_name("RANGES");
    command
        .add_option("--max-file-size", options.maxFileSize,
                    "Largest access file in bytes. Smaller makes more files; each holds at least one entry.")
        ->transform(wholeNumber())
        ->capture_default_str();
    addJsonFlag(command, options.json);
    addOutputOptions(command, options.output);
}

package::GrantParams makeParams(const Session &session, const Options &options)
{
    if (options.maxFileSize.starts_with("-") || options.maxFileSize == "0") {
        refuse("--max-file-size", "must be greater than 0");
    }
    const std::string buyerId(trimmed(options.buyerId));
    if (buyerId.empty()) {
        refuse("--buyer-id", "must not be empty");
    }
    if (!isUtf8(buyerId)) {
        refuse("--buyer-id", "is not valid UTF-8");
    }
    return package::GrantParams{
        .chunks = options.chunks.empty() ? std::vector<package::ChunkRange>() : package::parseRanges(options.chunks),
        .outputFolder = givenPath(options.outputDir),
        .replace = options.output.replace,
        .durability = options.output.durability(),
        .access = {.owner = crypto::keyPairOf(
                       fetchKey<crypto::X25519PrivateKey>(session, options.ownerKey, options.passphraseFile)),
                   .buyerRecipientId = buyerId,
                   .buyer = stream::RecipientKey::parse(trimmed(options.buyerPublicKey), "--buyer-public-key"),
                   .maxFileSize = *parseUnsigned(options.maxFileSize)},
        .release = givenPath(options.release)};
}

void printSummary(const package::GrantParams &params, const package::GrantResult &result)
{
    std::string text;
    json::Writer writer(text, json::Writer::Style::Pretty);
    writer.beginObject()
        .member("schemaVersion", stream::buyerAccessSchema)
        .member("buyerId", params.access.buyerRecipientId)
        .member("chunkCount", result.chunkCount)
        .member("fileCount", std::uint64_t{result.files.size()})
        .member(params.release.empty() ? "outputDir" : "release",
                displayPath(params.release.empty() ? params.outputFolder : params.release))
        .key("files")
        .beginArray();
    for (const auto &file : result.files) {
        writer.beginObject().member("name", file.name).member("sizeBytes", file.bytes).endObject();
    }
    writer.endArray().endObject();
    print(text + "\n");
}

int run(Session &session, const Options &options)
{
    const package::GrantParams params = makeParams(session, options);
    const package::GrantResult result = [&] {
        ProgressBar bar(session, "Granting access");
        const auto store = package::openStore(givenPath(options.chunkDir), package::FolderStore::Reach::Flat);
        return package::grant(package::Package::open(store, store, bar.control()), params, bar.control());
    }();

    if (options.json) {
        printSummary(params, result);
    } else if (!session.quiet) {
        say(params.access.buyerRecipientId + " can now read " + (result.chunkCount == 1 ? "chunk " : "chunks ")
            + package::describeRanges(result.chunks) + " (" + grouped(result.chunkCount) + ").");
        const bool release = !params.release.empty();
        say("Wrote " + std::to_string(result.files.size())
            + (result.files.size() == 1 ? " access file" : " access files") + " to "
            + (release ? options.release + ", with the package" : options.outputDir) + ":");
        for (const auto &file : result.files) {
            say("  " + file.name + "  (" + describeBytes(file.bytes) + ")");
        }
        say(release ? "Send it to the buyer." : "Send them to the buyer, together with the package.");
    }
    return exitDone;
}

} // namespace

void addGrant(CLI::App &app, Session &session)
{
    addCommand<Options>(app, session, "grant", "Seller: give a buyer the keys to all or some chunks of a package.",
                        addOptions, run);
}

} // namespace streamdesk::cli
