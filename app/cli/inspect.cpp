#include "command.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/json/writer.h"
#include "overview.h"
#include "progress_bar.h"

namespace streamdesk::cli {

namespace {

struct Options
{
    std::string package;
    std::string chunk;
    bool all = false;
    bool json = false;
};

void addOptions(CLI::App &command, Options &options)
{
    command.footer("Shows what a package says of itself. Nothing is checked; verify does that.\n\n"
                   "Example: one chunk with the meaning of each field\n"
                   "  stream-desk-cli inspect package --chunk 3");
    command.add_option("package", options.package, "Folder or ZIP file of the package.")->type_name("PATH")->required();
    CLI::Option *const chunk =
        command.add_option("--chunk", options.chunk, "Show this chunk in full, and what each field means.")
            ->transform(wholeNumber());
    CLI::Option *const all =
        command.add_flag("--all", options.all, "List all chunks, not only the first and the last ones.")
            ->disable_flag_override()
            ->excludes(chunk);
    addJsonFlag(command, options.json);
    command.get_option("--json")->excludes(chunk)->excludes(all);
}

void writeRanges(json::Writer &writer, std::string_view name, const std::vector<package::ChunkRange> &ranges)
{
    writer.key(name).beginArray();
    for (const package::ChunkRange &range : ranges) {
        writer.beginObject().member("first", range.first).member("last", range.last).endObject();
    }
    writer.endArray();
}

void printJson(const PackageFacts &facts)
{
    std::string text;
    json::Writer writer(text, json::Writer::Style::Pretty);
    const auto optionalNumber = [&writer](std::string_view name, const std::optional<std::uint64_t> &value) {
        writer.key(name);
        value ? writer.number(*value) : writer.null();
    };
    const stream::Manifest manifest = facts.manifest.manifest.value_or(stream::Manifest{});
    writer.beginObject()
        .member("chunks", facts.chunks)
        .member("encryptedBytes", facts.encryptedBytes)
        .key("manifest")
        .beginObject()
        .member("present", facts.manifest.manifest.has_value())
        .member("sourceHash", manifest.sourceHash);
    optionalNumber("totalChunks", manifest.totalChunks);
    optionalNumber("chunkSize", manifest.chunkSize);
    writer.member("machineDid", manifest.machineDid).member("createdAt", manifest.createdAt).endObject();
    writeRanges(writer, "missingData", facts.withoutData);
    writeRanges(writer, "missingEnvelopes", facts.withoutEnvelope);
    writeRanges(writer, "duplicates", facts.twice);
    writer.key("recipients").beginArray();
    if (facts.first) {
        for (const stream::KeyRecipient &recipient : facts.first->encryption.keyRecipients) {
            writer.beginObject()
                .member("recipientType", recipient.recipientType)
                .member("recipientId", recipient.recipientId)
                .member("publicKeyHex", recipient.publicKeyHex)
                .endObject();
        }
    }
    writer.endArray().key("buyers").beginArray();
    for (const BuyerSeen &buyer : facts.buyers) {
        writer.beginObject().member("publicKeyHex", buyer.publicKeyHex).member("accessFiles", buyer.files).endObject();
    }
    writer.endArray().endObject();
    print(text + "\n");
}

int run(Session &session, const Options &options)
{
    if (options.chunk.starts_with("-")) {
        refuse("--chunk", "must be 0 or more");
    }
    ProgressBar bar(session, "Reading");
    const package::Package package = package::Package::openFolder(givenPath(options.package), bar.control());
    if (package.count() == 0) {
        package.requireWhole();
    }
    bar.finish();
    if (!options.chunk.empty()) {
        printChunk(package, *parseUnsigned(options.chunk));
        return exitDone;
    }
    const PackageFacts facts = gatherFacts(package);
    if (options.json) {
        printJson(facts);
    } else {
        printOverview(package, facts, displayPath(givenPath(options.package)), options.all);
    }
    return exitDone;
}

} // namespace

void addInspect(CLI::App &app, Session &session)
{
    addCommand<Options>(app, session, "inspect", "Anyone: show what a package says of itself, without checking it.",
                        addOptions, run);
}

} // namespace streamdesk::cli
