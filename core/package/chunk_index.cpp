#include "core/package/chunk_index.h"

#include "core/crypto/hex.h"

#include <algorithm>

namespace streamdesk::package {

namespace {

// "chunk-<index><extension>", without making a text to compare with.
bool isPlainName(std::string_view name, std::uint64_t index, std::string_view extension)
{
    constexpr std::string_view prefix = "chunk-";
    if (!name.starts_with(prefix) || !name.ends_with(extension) || name.size() <= prefix.size() + extension.size()) {
        return false;
    }
    std::string_view digits = name.substr(prefix.size(), name.size() - prefix.size() - extension.size());
    do {
        if (digits.empty() || digits.back() != char('0' + index % 10)) {
            return false;
        }
        digits.remove_suffix(1);
        index /= 10;
    } while (index > 0);
    return digits.empty();
}

// hashText()'s spelling and no other, so that the text can be made again.
bool isPlainId(std::string_view id)
{
    return id.size() == 66 && id.starts_with("0x") && std::all_of(id.begin() + 2, id.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

std::string plainName(std::uint64_t index, const char *extension)
{
    return "chunk-" + std::to_string(index) + extension;
}

} // namespace

void ChunkIndex::add(const Chunk &chunk)
{
    const auto position = std::uint32_t(m_rows.size());
    Row row{.index = chunk.index, .ciphertextSize = chunk.ciphertextSize, .id = {}, .recipients = 0, .flags = 0};
    unsigned flags = chunk.isRead ? unsigned(IsRead) : 0U;
    if (!isPlainName(chunk.envelopeName, chunk.index, ".json")) {
        flags |= OddEnvelope;
        m_oddEnvelopes.emplace(position, chunk.envelopeName);
    }
    if (!chunk.ciphertextName.empty()) {
        flags |= HasCiphertext;
        if (!isPlainName(chunk.ciphertextName, chunk.index, ".bin")) {
            flags |= OddCiphertext;
            m_oddCiphertexts.emplace(position, chunk.ciphertextName);
        }
    }
    if (!isPlainId(chunk.chunkId) || !crypto::decodeHex(chunk.chunkId, row.id)) {
        flags |= OddId;
        if (!chunk.chunkId.empty()) {
            m_oddIds.emplace(position, chunk.chunkId);
        }
    }
    if (!chunk.recipients.empty()) {
        const auto [known, isNew] =
            m_recipientNumbers.try_emplace(std::string(chunk.recipients), std::uint32_t(m_recipientLists.size()));
        if (isNew) {
            m_recipientLists.push_back(known->first);
        }
        row.recipients = known->second;
    }
    row.flags = std::uint8_t(flags);
    m_rows.push_back(row);
}

std::string ChunkIndex::envelopeName(std::size_t position) const
{
    return has(position, OddEnvelope) ? m_oddEnvelopes.at(std::uint32_t(position))
                                      : plainName(m_rows[position].index, ".json");
}

std::string ChunkIndex::ciphertextName(std::size_t position) const
{
    return has(position, OddCiphertext) ? m_oddCiphertexts.at(std::uint32_t(position))
                                        : plainName(m_rows[position].index, ".bin");
}

std::string ChunkIndex::chunkId(std::size_t position) const
{
    if (!has(position, OddId)) {
        return crypto::hashText(m_rows[position].id);
    }
    const auto odd = m_oddIds.find(std::uint32_t(position));
    return odd == m_oddIds.end() ? std::string() : odd->second;
}

std::uint64_t ChunkIndex::idOrder(std::size_t position) const
{
    // The first characters of the text behind "0x", the first of them in front: for a plain id these are its hex
    // digits.
    std::string digits;
    std::string_view varies;
    if (has(position, OddId)) {
        const auto odd = m_oddIds.find(std::uint32_t(position));
        varies = odd == m_oddIds.end() ? std::string_view() : std::string_view(odd->second);
        varies.remove_prefix(varies.starts_with("0x") ? 2 : 0);
    } else {
        crypto::appendHex(digits, std::span(m_rows[position].id).first(sizeof(std::uint64_t) / 2));
        varies = digits;
    }
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i) {
        number = (number << 8U) + (i < varies.size() ? std::uint8_t(varies[i]) : 0U);
    }
    return number;
}

} // namespace streamdesk::package
