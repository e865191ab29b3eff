// What the window has to say of one chunk: from what was read of it and what was found, to lines of words.
#pragma once

#include "core/base/errors.h"
#include "core/package/package.h"
#include "core/stream/envelope.h"
#include "ui/widgets/fact_list.h"

#include <memory>
#include <optional>
#include <string>

namespace streamdesk::ui {

class PackageSession;
struct ChunkRow;

// A chunk's envelope and what the next one says of it.
struct ChunkReading
{
    std::string text; // of the envelope's file; empty when it could not be read
    std::optional<stream::EnvelopeReading> envelope;
    std::optional<StreamError> error;
    std::optional<stream::EnvelopeReading> next;
};

// Reads the envelopes at a position and, where it says so, at the next one. What cannot be read is in the result. Any
// thread.
[[nodiscard]] ChunkReading readChunk(const package::Package &package, std::size_t position,
                                     std::optional<std::size_t> next);

// The row of the chunk before or behind a row, by index; -1 when there is none.
[[nodiscard]] int rowBefore(const PackageSession &session, int row);
[[nodiscard]] int rowBehind(const PackageSession &session, int row);

enum class Link {
    None,    // an end of the chain
    Fits,    //
    Broken,  // names another chunk
    Unknown, // one of the two is not here or cannot be read
};
[[nodiscard]] Link linkBefore(const PackageSession &session, int row, const ChunkReading &reading);
[[nodiscard]] Link linkBehind(const PackageSession &session, int row, const ChunkReading &reading);

// For the row of the session; `reading` is empty for what is not here.
[[nodiscard]] QVector<Fact> chunkFacts(const PackageSession &session, int row, const ChunkReading &reading);
[[nodiscard]] QVector<Fact> recipientFacts(const ChunkReading &reading);

} // namespace streamdesk::ui
