// A saved index, which anybody may have put into the cache folder: as a file, and as what a checksum that fits would
// let through.
#include "core/package/saved_index.h"
#include "tests/fuzz/property.h"

using namespace streamdesk;
using fuzz::require;
using package::ChunkIndex;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string input = fuzz::textOf(data, size);
    if (const auto index = package::decodeIndex(input, "/data/arm", "0x12")) {
        require(index->count() <= package::mostSavedChunks, "no more chunks than may be");
    }
    const auto index = ChunkIndex::fromBytes(input);
    if (!index) {
        return 0;
    }
    std::size_t texts = 0;
    for (std::size_t position = 0; position < index->count(); ++position) {
        require(position == 0 || index->index(position - 1) <= index->index(position), "chunks ascend");
        texts += index->envelopeName(position).size() + index->chunkId(position).size()
                 + index->ciphertextName(position).size() + index->recipients(position).size();
        require(index->idOrder(position) == index->idOrder(position), "an id has its place");
    }
    require(texts < (input.size() + 1) * 4200, "texts have a measure");
    std::string again;
    index->appendTo(again);
    const auto back = ChunkIndex::fromBytes(again);
    require(back.has_value() && again == input, "an index says the same when written down again");
    const auto whole = package::decodeIndex(package::encodeIndex(*index, "p", "f"), "p", "f");
    require(whole.has_value() && whole->count() == index->count(), "an index that was saved comes back");
    return 0;
}
