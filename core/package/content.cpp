#include "core/package/content.h"

#include "core/base/log.h"
#include "core/package/openable.h"
#include "core/stream/decrypt.h"

#include <algorithm>
#include <array>

namespace streamdesk::package {

namespace {

constexpr std::size_t blockSize = std::size_t{256} << 10U;
constexpr std::size_t longestLine = std::size_t{64} << 10U;

// Opens chunks one after the other with the same memory.
class ChunkOpener
{
public:
    ChunkOpener(const Package &package, const crypto::X25519KeyPair &key, const stream::BuyerAccess &granted,
                const jobs::JobControl &control)
        : m_package(package), m_key(key), m_granted(granted), m_control(control), m_block(blockSize)
    {
    }

    // Whether a wrapped key for this key pair is here at all.
    [[nodiscard]] bool isForKey(std::size_t position) { return recipientFor(read(position)) != nullptr; }

    // Appends the first bytes of the chunk's data to `out`, as many as have room, when all of it is authentic. Gives
    // the last byte of the chunk's data, whether it had room or not; nothing when there is none.
    std::optional<std::byte> open(std::size_t position, crypto::WipedBytes &out)
    {
        const std::size_t before = out.size();
        try {
            return tryOpen(position, out);
        } catch (StreamError &error) {
            out.cut(before);
            error.addContext(ErrorContext{.file = {}, .field = {}, .chunk = m_package.index(position)});
            if (error.code() == ErrorCode::InvalidHex) { // no mistake of a person who typed, but of the package
                throw error.as(ErrorCode::DecryptionFailed);
            }
            throw;
        }
    }

    // Bytes of data in the chunk, as far as the size of its ciphertext tells.
    [[nodiscard]] std::uint64_t sizeOf(std::size_t position) const
    {
        const std::uint64_t size = m_package.ciphertextSize(position);
        return size - std::min<std::uint64_t>(size, crypto::chunkTagSize);
    }

private:
    const stream::ChunkEnvelope &read(std::size_t position)
    {
        m_reading = m_package.envelope(position, m_document);
        return m_reading.envelope;
    }

    [[nodiscard]] const stream::KeyRecipient *recipientFor(const stream::ChunkEnvelope &envelope) const
    {
        if (const auto *recipient = recipientOf(envelope, m_key.publicKey)) {
            return recipient;
        }
        const auto entry = m_granted.find(envelope.chunkId);
        return entry == m_granted.end() ? nullptr : &entry->second;
    }

    std::optional<std::byte> tryOpen(std::size_t position, crypto::WipedBytes &out)
    {
        const stream::ChunkEnvelope &envelope = read(position);
        const stream::KeyRecipient *const recipient = recipientFor(envelope);
        if (recipient == nullptr) {
            throw StreamError(ErrorCode::NotGranted, "this chunk's key is not wrapped for the key that is held here");
        }
        const auto reader = m_package.ciphertext(position);
        if (!reader) {
            throw StreamError(ErrorCode::MissingCiphertext, "missing encrypted data");
        }
        stream::unwrapChunkKey(envelope, *recipient, m_key, m_chunkKey);
        const std::uint64_t size = reader->size();
        if (size < crypto::chunkTagSize) {
            throw StreamError(ErrorCode::DecryptionFailed, "the ciphertext is shorter than the 16 bytes of its tag");
        }
        return decrypt(envelope, *reader, size - crypto::chunkTagSize, out);
    }

    std::optional<std::byte> decrypt(const stream::ChunkEnvelope &envelope, const stream::CiphertextReader &reader,
                                     std::uint64_t size, crypto::WipedBytes &out)
    {
        const auto readAll = [&reader](std::span<std::byte> into, std::uint64_t offset) {
            if (reader.readAt(into, offset) != into.size()) {
                throw StreamError(ErrorCode::FileChanged, "changed while it was being read");
            }
        };
        std::optional<std::byte> last;
        m_decryptor.begin(envelope, m_chunkKey);
        for (std::uint64_t offset = 0; offset < size;) {
            m_control.checkStop();
            const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(blockSize, size - offset));
            m_block.cut(0);
            const std::span<std::byte> block =
                out.room() > 0 ? out.append(std::min(wanted, out.room())) : m_block.append(wanted);
            readAll(block, offset);
            m_decryptor.update(block);
            last = block.back();
            offset += block.size();
        }
        m_block.cut(0);
        crypto::ChunkTag tag{};
        readAll(tag, size);
        m_decryptor.finish(envelope, tag);
        return last;
    }

    const Package &m_package;
    const crypto::X25519KeyPair &m_key;
    const stream::BuyerAccess &m_granted;
    const jobs::JobControl &m_control;
    crypto::WipedBytes m_block; // for what is read to be authenticated and not kept
    json::Document m_document;
    stream::EnvelopeReading m_reading;
    crypto::ChunkKey m_chunkKey;
    stream::ChunkDecryptor m_decryptor;
};

class ContentReader
{
public:
    ContentReader(const Package &package, const crypto::X25519KeyPair &key, const stream::BuyerAccess &granted,
                  std::uint64_t limit, const jobs::JobControl &control)
        : m_package(package), m_limit(limit), m_opener(package, key, granted, control)
    {
    }

    Content run(std::size_t position)
    {
        const auto room = static_cast<std::size_t>(std::min(m_limit, bytesFrom(position)));
        m_content.bytes = crypto::WipedBytes(room);
        m_content.firstChunk = m_content.lastChunk = m_package.index(position);
        (void)m_opener.open(position, m_content.bytes);
        m_content.lastChunkCut = m_opener.sizeOf(position) > m_content.bytes.size();
        goOn(position);
        lookBefore(position);
        return std::move(m_content);
    }

private:
    // All there is from here on, at most what is asked for.
    [[nodiscard]] std::uint64_t bytesFrom(std::size_t position) const
    {
        std::uint64_t bytes = 0;
        for (; position < m_package.count() && bytes < m_limit; ++position) {
            bytes += m_opener.sizeOf(position);
        }
        return bytes;
    }

    void goOn(std::size_t position)
    {
        while (m_content.end == Content::End::OfData && ++position < m_package.count()) {
            if (m_package.index(position) == m_content.lastChunk) {
                continue; // the same index in another file: the first one counts
            }
            m_content.end = next(position);
        }
    }

    // OfData when the chunk was taken and may be followed by others.
    Content::End next(std::size_t position)
    {
        if (m_package.index(position) != m_content.lastChunk + 1 || !m_package.hasCiphertext(position)) {
            return Content::End::Missing;
        }
        try {
            if (!m_opener.isForKey(position)) {
                return Content::End::NotOpened;
            }
            const bool tooMany = m_content.lastChunk - m_content.firstChunk + 1 >= mostContentChunks;
            if (tooMany || m_content.lastChunkCut || m_opener.sizeOf(position) > m_content.bytes.room()) {
                return Content::End::Limit;
            }
            (void)m_opener.open(position, m_content.bytes);
        } catch (const StreamError &error) {
            if (error.code() == ErrorCode::Stopped) {
                throw;
            }
            m_content.failure = error;
            return Content::End::Failed;
        }
        m_content.lastChunk = m_package.index(position);
        return Content::End::OfData;
    }

    void lookBefore(std::size_t position)
    {
        if (m_package.index(position) == 0) {
            m_content.begin = Content::Begin::OfData;
            return;
        }
        crypto::WipedBytes nothing;
        if (position > 0 && m_package.index(position - 1) + 1 == m_package.index(position)) {
            if (const auto byte = openQuietly(position - 1, nothing)) {
                m_content.begin = *byte == std::byte{'\n'} ? Content::Begin::OfLine : Content::Begin::InLine;
            }
        }
        if (position > 0 && m_package.index(0) == 0) {
            readFirstLine();
        }
    }

    void readFirstLine()
    {
        crypto::WipedBytes head(static_cast<std::size_t>(std::min<std::uint64_t>(longestLine, m_opener.sizeOf(0))));
        (void)openQuietly(0, head);
        const auto bytes = head.bytes();
        const auto end = std::find(bytes.begin(), bytes.end(), std::byte{'\n'});
        if (end == bytes.end()) {
            return;
        }
        auto length = static_cast<std::size_t>(end - bytes.begin());
        length -= length > 0 && bytes[length - 1] == std::byte{'\r'} ? 1 : 0;
        head.cut(length);
        m_content.firstLine = std::move(head);
    }

    // Of a chunk that is only looked at for the sake of another: what does not open is as if it were not here, and what
    // is too large is not worth it.
    std::optional<std::byte> openQuietly(std::size_t position, crypto::WipedBytes &out)
    {
        if (!m_package.hasCiphertext(position) || m_opener.sizeOf(position) > m_limit) {
            return std::nullopt;
        }
        try {
            return m_opener.open(position, out);
        } catch (const StreamError &error) {
            if (error.code() == ErrorCode::Stopped) {
                throw;
            }
            return std::nullopt;
        }
    }

    const Package &m_package;
    std::uint64_t m_limit;
    ChunkOpener m_opener;
    Content m_content;
};

} // namespace

Content readContent(const Package &package, std::size_t position, std::uint64_t limitBytes,
                    const crypto::X25519KeyPair &key, const stream::BuyerAccess &granted,
                    const jobs::JobControl &control)
{
    const log::Stopwatch watch;
    Content content = ContentReader(package, key, granted, limitBytes, control).run(position);
    log::info("package", "read the content of chunks ", content.firstChunk, " to ", content.lastChunk, ", ",
              content.bytes.size(), " bytes, in ", watch.milliseconds(), " ms");
    return content;
}

} // namespace streamdesk::package
