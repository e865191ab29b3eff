// What a verification found, in words for the window. The command line has its own, in English and on one line.
#pragma once

#include "core/package/chunk_ranges.h"
#include "core/stream/finding.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace streamdesk::ui {

// "1,097" or "1,097–1,103", grouped as the locale does.
[[nodiscard]] QString chunkList(std::uint64_t first, std::uint64_t last);

// "2,402 and 2,403", "7, 9–12 and 30 more"; of ranges as joinedRanges() gives them.
[[nodiscard]] QString chunkLists(const std::vector<package::ChunkRange> &ranges);

// A finding in a few words without its chunk, for a table cell: "ciphertext differs from its signed hash".
[[nodiscard]] QString shortText(const stream::Finding &finding);

// A finding at length.
struct FindingWords
{
    QString kind;    // one or two words that may stand out: "Altered."; may be empty
    QString differs; // the rest of what differs: "Same length, other bytes."
    QString expected;
    QString found;
    bool areCodes = false; // `expected` and `found` are hashes, ids or keys, and not sentences
    QString whatToDo;      // "Ask the seller for chunk-1097.bin … chunk-1103.bin again; the others can stay."
};

// `last` is the last chunk of the stretch that shares the finding, see stream::stretches(); passed over for findings
// about the whole.
[[nodiscard]] FindingWords wordsFor(const stream::Finding &finding, std::uint64_t last);

// The files to ask for again, "chunk-7.json and chunk-7.bin"; empty where no file would help.
[[nodiscard]] QString filesToAskFor(const stream::Finding &finding, std::uint64_t last);

} // namespace streamdesk::ui
