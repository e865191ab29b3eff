#include "command.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/json/writer.h"
#include "core/package/grant.h"
#include "progress_bar.h"

namespace streamdesk::cli {

namespace {

struct Options
{
    std::string package;
    bool json = false;
};

void addOptions(CLI::App &command, Options &options)
{
    command.footer("Shows what a package says of itself. Nothing is checked; verify does that.");
    command.add_option("package", options.package, "Folder of the package.")->required();
    addJsonFlag(command, options.json);
}

// What there is to show.
struct Facts
{
    std::uint64_t chunks = 0;
    std::uint64_t ciphertextBytes = 0;
    std::vector<package::ChunkRange> withoutData;
    std::optional<stream::ChunkEnvelope> first;
    std::optional<stream::Manifest> manifest;
};

Facts gather(const package::Package &package)
{
    Facts facts{.chunks = package.count(),
                .ciphertextBytes = package.totalCiphertextBytes(),
                .withoutData = {},
                .first = {},
                .manifest = package.manifest().manifest};
    for (std::size_t position = 0; position < package.count(); ++position) {
        if (!package.hasCiphertext(position)) {
            package::appendToRanges(facts.withoutData, package.index(position));
        }
    }
    if (package.count() > 0) {
        try {
            json::Document document;
            facts.first = package.envelope(0, document).envelope;
        } catch (const StreamError &) {
            facts.first.reset(); // shown as unknown; verify tells why
        }
    }
    return facts;
}

void printJson(const Facts &facts)
{
    std::string text;
    json::Writer writer(text, json::Writer::Style::Pretty);
    const auto optionalNumber = [&writer](std::string_view name, const std::optional<std::uint64_t> &value) {
        writer.key(name);
        value ? writer.number(*value) : writer.null();
    };
    const stream::Manifest manifest = facts.manifest.value_or(stream::Manifest{});
    writer.beginObject()
        .member("chunks", facts.chunks)
        .member("encryptedBytes", facts.ciphertextBytes)
        .key("manifest")
        .beginObject()
        .member("present", facts.manifest.has_value())
        .member("sourceHash", manifest.sourceHash);
    optionalNumber("totalChunks", manifest.totalChunks);
    optionalNumber("chunkSize", manifest.chunkSize);
    writer.member("machineDid", manifest.machineDid).member("createdAt", manifest.createdAt).endObject();
    writer.key("missingData").beginArray();
    for (const package::ChunkRange &range : facts.withoutData) {
        writer.beginObject().member("first", range.first).member("last", range.last).endObject();
    }
    writer.endArray().key("recipients").beginArray();
    if (facts.first) {
        for (const stream::KeyRecipient &recipient : facts.first->encryption.keyRecipients) {
            writer.beginObject()
                .member("recipientType", recipient.recipientType)
                .member("recipientId", recipient.recipientId)
                .member("publicKeyHex", recipient.publicKeyHex)
                .endObject();
        }
    }
    writer.endArray().endObject();
    print(text + "\n");
}

void printRow(const std::string &name, const std::string &value)
{
    std::string label = name + ":";
    label.resize(std::max<std::size_t>(label.size(), 16), ' ');
    print(printable(label + value) + "\n");
}

void printWords(const Facts &facts)
{
    const auto known = [](const std::optional<std::string> &text) { return text.value_or("not stated"); };
    const stream::Manifest manifest = facts.manifest.value_or(stream::Manifest{});
    printRow("Machine", facts.first ? facts.first->signature.machineDid : known(manifest.machineDid));
    if (facts.first) {
        printRow("Signing key", facts.first->signature.publicKeyHex + "  (" + facts.first->signature.keyId + ")");
    }
    printRow("Created", known(manifest.createdAt));
    printRow("Chunks",
             grouped(facts.chunks) + (manifest.totalChunks ? " of " + grouped(*manifest.totalChunks) : std::string()));
    printRow("Chunk size", manifest.chunkSize ? describeBytes(*manifest.chunkSize) : "not stated");
    printRow("Encrypted data", describeBytes(facts.ciphertextBytes));
    if (!facts.withoutData.empty()) {
        printRow("Data missing", "chunk " + package::describeRanges(facts.withoutData));
    }
    printRow("Source hash", known(manifest.sourceHash));
    if (facts.first) {
        for (const stream::KeyRecipient &recipient : facts.first->encryption.keyRecipients) {
            printRow("Can read", recipient.recipientType + " " + recipient.recipientId + "  " + recipient.publicKeyHex);
        }
    }
}

int run(Session &session, const Options &options)
{
    ProgressBar bar(session, "Reading");
    const package::Package package = package::Package::openFolder(givenPath(options.package), bar.control());
    if (package.count() == 0) {
        package.requireWhole();
    }
    const Facts facts = gather(package);
    options.json ? printJson(facts) : printWords(facts);
    return exitDone;
}

} // namespace

void addInspect(CLI::App &app, Session &session)
{
    addCommand<Options>(app, session, "inspect", "Anyone: show what a package says of itself, without checking it.",
                        addOptions, run);
}

} // namespace streamdesk::cli
