// What a table of a package's chunks shows of each, kept small: 56 bytes a chunk when its files are called as the
// reference calls them and its id is one; texts that are otherwise cost their own length.
#pragma once

#include "core/crypto/sha256.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace streamdesk::package {

inline constexpr std::uint32_t mostSavedChunks = 4'000'000;

// Positions are 0, 1, … in the order of add(), at most 2³²−1 of them. Reading is safe from several threads while nobody
// adds.
class ChunkIndex
{
public:
    struct Chunk
    {
        std::uint64_t index = 0;
        std::string_view envelopeName{};
        std::string_view chunkId{};        // as the envelope states it; empty when it could not be read
        std::string_view ciphertextName{}; // empty when there is none
        std::uint64_t ciphertextSize = 0;
        std::string_view recipients{}; // as Package::recipients()
        bool isRead = true;            // false: nothing but the names is known yet
    };

    ChunkIndex() = default;

    void reserve(std::size_t chunks) { m_rows.reserve(chunks); }
    void add(const Chunk &chunk);
    // How many chunks the manifest says there are, where it says so.
    void setTotalChunks(std::optional<std::uint64_t> chunks) noexcept { m_totalChunks = chunks; }

    [[nodiscard]] std::size_t count() const noexcept { return m_rows.size(); }
    [[nodiscard]] std::optional<std::uint64_t> totalChunks() const noexcept { return m_totalChunks; }
    [[nodiscard]] std::uint64_t index(std::size_t position) const { return m_rows[position].index; }
    [[nodiscard]] bool isRead(std::size_t position) const { return has(position, IsRead); }
    [[nodiscard]] bool hasCiphertext(std::size_t position) const { return has(position, HasCiphertext); }
    [[nodiscard]] std::uint64_t ciphertextSize(std::size_t position) const { return m_rows[position].ciphertextSize; }
    [[nodiscard]] std::string envelopeName(std::size_t position) const;
    [[nodiscard]] std::string ciphertextName(std::size_t position) const; // what it would be when there is none
    [[nodiscard]] std::string chunkId(std::size_t position) const;
    [[nodiscard]] const std::string &recipients(std::size_t position) const
    {
        return m_recipientLists[m_rows[position].recipients];
    }
    // A number for sorting by ids: of two texts the one with the lower number comes first; equal numbers say nothing.
    [[nodiscard]] std::uint64_t idOrder(std::size_t position) const;

    // Appends all of it to `bytes`, some 53 bytes a chunk, in a form that only this program reads. All chunks must have
    // been read (isRead()).
    void appendTo(std::string &bytes) const;
    // The way back. Nothing when anything about `bytes` is wrong: cut, too long, numbers or texts beyond measure,
    // chunks out of order, more than `mostSavedChunks`. Takes no more memory than some four times `bytes`.
    [[nodiscard]] static std::optional<ChunkIndex> fromBytes(std::string_view bytes);

private:
    enum Flag : std::uint8_t {
        IsRead = 1,
        HasCiphertext = 2,
        OddEnvelope = 4,   // the name is in m_oddEnvelopes
        OddCiphertext = 8, //
        OddId = 16,        //
    };
    struct Row
    {
        std::uint64_t index;
        std::uint64_t ciphertextSize;
        crypto::Digest id;
        std::uint32_t recipients; // in m_recipientLists
        std::uint8_t flags;
    };
    using Texts = std::unordered_map<std::uint32_t, std::string>; // by position

    [[nodiscard]] bool has(std::size_t position, Flag flag) const { return (m_rows[position].flags & flag) != 0; }

    std::vector<Row> m_rows;
    std::vector<std::string> m_recipientLists = {{}}; // each once; most packages have one
    std::unordered_map<std::string, std::uint32_t> m_recipientNumbers = {{{}, 0}};
    Texts m_oddEnvelopes;
    Texts m_oddCiphertexts;
    Texts m_oddIds;
    std::optional<std::uint64_t> m_totalChunks;
};

} // namespace streamdesk::package
