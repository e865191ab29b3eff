// Where chunks come from and where they go. The engine never holds more than a few at a time; a folder, a ZIP or a
// download is behind these interfaces (core/package).
#pragma once

#include "core/stream/chunk.h"
#include "core/stream/envelope.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace streamdesk::stream {

// Plaintext to be published.
class ByteSource
{
public:
    virtual ~ByteSource() = default;
    // Fills `out`; fewer bytes only at the end. One thread at a time. Throws IoError.
    [[nodiscard]] virtual std::size_t read(std::span<std::byte> out) = 0;
};

// One chunk's ciphertext, open for reading. One thread at a time.
class CiphertextReader
{
public:
    virtual ~CiphertextReader() = default;
    [[nodiscard]] virtual std::uint64_t size() const = 0; // bytes, the tag included
    // Fills `out` from `offset`; fewer bytes only at the end. Throws IoError.
    [[nodiscard]] virtual std::size_t readAt(std::span<std::byte> out, std::uint64_t offset) const = 0;
};

// The chunks at hand, in the order in which they are to be judged. All functions may be called from several threads.
class ChunkStream
{
public:
    virtual ~ChunkStream() = default;
    [[nodiscard]] virtual std::size_t count() const = 0;
    // The index the envelope at this position had when the stream was made; what the name of its file says when it has
    // none to read.
    [[nodiscard]] virtual std::uint64_t index(std::size_t position) const = 0;
    // The file the envelope at this position came from, for messages.
    [[nodiscard]] virtual std::string envelopeName(std::size_t position) const = 0;
    [[nodiscard]] virtual std::string ciphertextName(std::size_t position) const = 0;
    // Throws StreamError for what cannot be read as an envelope at all. `document` is memory to use.
    [[nodiscard]] virtual EnvelopeReading envelope(std::size_t position, json::Document &document) const = 0;
    // nullptr when there is none. Throws IoError when it is there and cannot be opened.
    [[nodiscard]] virtual std::unique_ptr<CiphertextReader> ciphertext(std::size_t position) const = 0;
    // Bytes of ciphertext at this position as far as is known without opening it; 0 when there is none.
    [[nodiscard]] virtual std::uint64_t ciphertextSize(std::size_t position) const = 0;
};

// One chunk's ciphertext under construction. One thread at a time.
class CiphertextWriter
{
public:
    virtual ~CiphertextWriter() = default;
    virtual void write(std::span<const std::byte> bytes) = 0;
    virtual void close() = 0;
};

// Takes the chunks that building makes.
class ChunkSink
{
public:
    virtual ~ChunkSink() = default;
    // Called from several threads, once for each index.
    [[nodiscard]] virtual std::unique_ptr<CiphertextWriter> newCiphertext(std::uint64_t index) = 0;
    // Called in index order, one thread at a time, after the chunk's ciphertext was closed.
    virtual void addEnvelope(const ChunkEnvelope &envelope) = 0;
};

} // namespace streamdesk::stream
