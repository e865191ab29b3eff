// Package::outline(): what the names in a package say.
#include "core/package/package.h"

#include <algorithm>

namespace streamdesk::package {

ChunkIndex Package::outline(const FileStore &store, std::size_t toRead, const jobs::JobControl &control)
{
    struct Named
    {
        std::uint64_t number;
        const std::string *name;
    };
    constexpr auto byNumber = [](const Named &a, const Named &b) { return a.number < b.number; };
    constexpr auto sameNumber = [](const Named &a, const Named &b) { return a.number == b.number; };
    const std::vector<std::string> names = store.names();
    std::vector<Named> envelopes;
    std::vector<Named> ciphertexts;
    for (const std::string &name : names) {
        if (const auto envelope = chunkNumber(name, ".json")) {
            envelopes.push_back({.number = *envelope, .name = &name});
        } else if (const auto ciphertext = chunkNumber(name, ".bin")) {
            ciphertexts.push_back({.number = *ciphertext, .name = &name});
        }
    }
    std::stable_sort(envelopes.begin(), envelopes.end(), byNumber); // of several with a number the first counts
    envelopes.erase(std::unique(envelopes.begin(), envelopes.end(), sameNumber), envelopes.end());
    std::stable_sort(ciphertexts.begin(), ciphertexts.end(), byNumber);

    ChunkIndex index;
    index.reserve(envelopes.size());
    json::Document document;
    auto ciphertext = ciphertexts.begin();
    for (const Named &envelope : envelopes) {
        control.checkStop();
        ciphertext = std::find_if(ciphertext, ciphertexts.end(),
                                  [&](const Named &file) { return file.number >= envelope.number; });
        const bool hasCiphertext = ciphertext != ciphertexts.end() && ciphertext->number == envelope.number;
        ChunkIndex::Chunk chunk{.index = envelope.number,
                                .envelopeName = *envelope.name,
                                .ciphertextName = hasCiphertext ? std::string_view(*ciphertext->name) : "",
                                .isRead = false};
        FileReading reading;
        if (index.count() < toRead) {
            reading = readFile(store, *envelope.name, document);
            chunk.isRead = reading.entry && reading.entry->index == envelope.number;
        }
        if (chunk.isRead) {
            chunk.chunkId = reading.entry->chunkId;
            chunk.recipients = reading.recipients;
            chunk.ciphertextSize = hasCiphertext ? store.size(*ciphertext->name) : 0;
        }
        index.add(chunk);
    }
    const stream::ManifestReading manifest = readManifestFile(store);
    index.setTotalChunks(manifest.manifest ? manifest.manifest->totalChunks : std::nullopt);
    return index;
}

} // namespace streamdesk::package
