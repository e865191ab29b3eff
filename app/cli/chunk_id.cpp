#include "command.h"

#include "core/json/writer.h"
#include "core/stream/chunk.h"

namespace streamdesk::cli {

namespace {

struct Options
{
    std::string previousChunkId;
    std::string encryptedDataHash;
    std::string index;
    bool json = false;
};

void addOptions(CLI::App &command, Options &options)
{
    command.footer("For finding faults: compare the result with chunkId in the chunk's envelope.\n\n"
                   "Example: the first chunk of a chain\n"
                   "  stream-desk-cli chunk-id --index 0 --encrypted-data-hash 0x6b1d…");
    command
        .add_option("--encrypted-data-hash", options.encryptedDataHash, "The chunk's encryptedDataHash, as written.")
        ->type_name("HASH")
        ->required();
    command.add_option("--index", options.index, "The chunk's index.")->required()->transform(wholeNumber());
    command
        .add_option("--previous-chunk-id", options.previousChunkId,
                    "The id of the chunk before; leave out for the first one.")
        ->type_name("ID");
    addJsonFlag(command, options.json);
}

int run(Session &, const Options &options)
{
    if (options.index.starts_with("-")) {
        refuse("--index", "must be 0 or more");
    }
    const std::string id = stream::computeChunkId(options.previousChunkId, options.encryptedDataHash, options.index);
    if (options.json) {
        std::string text;
        json::Writer(text, json::Writer::Style::Pretty).beginObject().member("chunkId", id).endObject();
        print(text + "\n");
    } else {
        print(id + "\n");
    }
    return exitDone;
}

} // namespace

void addChunkId(CLI::App &app, Session &session)
{
    addCommand<Options>(app, session, "chunk-id", "Anyone: compute a chunk's identifier from its parts.", addOptions,
                        run);
}

} // namespace streamdesk::cli
