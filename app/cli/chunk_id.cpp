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
    command
        .add_option("--encrypted-data-hash", options.encryptedDataHash, "The chunk's encryptedDataHash, as written.")
        ->required();
    command.add_option("--index", options.index, "The chunk's index.")->required()->transform(wholeNumber());
    command.add_option("--previous-chunk-id", options.previousChunkId,
                       "The id of the chunk before; leave out for the first one.");
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
    addCommand<Options>(app, session, "chunk-id", "Compute a chunk's identifier from its parts.", addOptions, run);
}

} // namespace streamdesk::cli
