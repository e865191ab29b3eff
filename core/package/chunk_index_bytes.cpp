// ChunkIndex as bytes: the manifest's count and one (0: none), the lists of recipients, then chunk after chunk its
// index, size, list and flags, its id, and the names that are not as the reference gives them.
#include "core/package/byte_reader.h"
#include "core/package/chunk_index.h"
#include "core/stream/chunk.h"

#include <algorithm>
#include <cstring>

namespace streamdesk::package {

namespace {

constexpr std::size_t mostTextBytes = 4096;
constexpr std::size_t leastRowBytes = 8 + 8 + 4 + 1 + 4;
constexpr std::uint64_t largestNumber = stream::largestIndex;

} // namespace

void ChunkIndex::appendTo(std::string &bytes) const
{
    constexpr std::size_t plainRowBytes = 8 + 8 + 4 + 1 + 32;
    bytes.reserve(bytes.size() + m_rows.size() * plainRowBytes + 1024);
    appendNumber(bytes, m_totalChunks ? *m_totalChunks + 1 : std::uint64_t{0});
    appendNumber(bytes, std::uint32_t(m_recipientLists.size()));
    for (const std::string &list : m_recipientLists) {
        appendText(bytes, list);
    }
    appendNumber(bytes, std::uint32_t(m_rows.size()));
    for (std::uint32_t position = 0; position < m_rows.size(); ++position) {
        const Row &row = m_rows[position];
        appendNumber(bytes, row.index);
        appendNumber(bytes, row.ciphertextSize);
        appendNumber(bytes, row.recipients);
        appendNumber(bytes, row.flags);
        if (has(position, OddId)) {
            appendText(bytes, chunkId(position));
        } else {
            bytes.append(reinterpret_cast<const char *>(row.id.data()), row.id.size());
        }
        for (const auto &[flag, names] :
             {std::pair(OddEnvelope, &m_oddEnvelopes), std::pair(OddCiphertext, &m_oddCiphertexts)}) {
            if (has(position, flag)) {
                appendText(bytes, names->at(position));
            }
        }
    }
}

std::optional<ChunkIndex> ChunkIndex::fromBytes(std::string_view bytes)
{
    ByteReader reader(bytes);
    ChunkIndex index;
    const auto total = reader.number<std::uint64_t>();
    if (total > largestNumber) {
        return std::nullopt;
    }
    index.m_totalChunks = total > 0 ? std::optional(total - 1) : std::nullopt;

    const auto lists = reader.number<std::uint32_t>();
    if (lists == 0 || lists > reader.left() / sizeof(std::uint32_t) || !reader.text(0).empty()) { // the first is empty
        return std::nullopt;
    }
    for (std::uint32_t list = 1; list < lists && !reader.failed(); ++list) {
        const std::string_view text = reader.text(mostTextBytes);
        if (!index.m_recipientNumbers.emplace(text, list).second) {
            return std::nullopt;
        }
        index.m_recipientLists.emplace_back(text);
    }

    const auto count = reader.number<std::uint32_t>();
    if (reader.failed() || count > mostSavedChunks || count > reader.left() / leastRowBytes) {
        return std::nullopt;
    }
    index.m_rows.reserve(count);
    std::uint64_t least = 0;
    for (std::uint32_t position = 0; position < count; ++position) {
        Row row{.index = reader.number<std::uint64_t>(),
                .ciphertextSize = reader.number<std::uint64_t>(),
                .id = {},
                .recipients = reader.number<std::uint32_t>(),
                .flags = reader.number<std::uint8_t>()};
        constexpr unsigned known = IsRead | HasCiphertext | OddEnvelope | OddCiphertext | OddId;
        const unsigned flags = row.flags;
        if (row.index < least || row.index > largestNumber || row.ciphertextSize > largestNumber
            || row.recipients >= lists || (flags & ~known) != 0 || (flags & IsRead) == 0
            || ((flags & OddCiphertext) != 0 && (flags & HasCiphertext) == 0)) {
            return std::nullopt;
        }
        least = row.index;
        if ((flags & OddId) != 0) {
            if (const std::string_view id = reader.text(mostTextBytes); !id.empty()) {
                index.m_oddIds.emplace(position, id);
            }
        } else if (const std::string_view id = reader.take(row.id.size()); id.size() == row.id.size()) {
            std::memcpy(row.id.data(), id.data(), id.size());
        }
        for (const auto &[flag, names] :
             {std::pair(OddEnvelope, &index.m_oddEnvelopes), std::pair(OddCiphertext, &index.m_oddCiphertexts)}) {
            if ((flags & flag) != 0) {
                names->emplace(position, reader.text(mostTextBytes));
            }
        }
        if (reader.failed()) {
            return std::nullopt;
        }
        index.m_rows.push_back(row);
    }
    return reader.left() == 0 ? std::optional(std::move(index)) : std::nullopt;
}

} // namespace streamdesk::package
