// ZIP files made byte by byte, so that a test can make any field of them lie.
#pragma once

#include <QByteArray>

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace streamdesk::test {

inline std::uint32_t crc32Of(std::string_view bytes)
{
    static const auto table = [] {
        std::array<std::uint32_t, 256> made{};
        for (std::uint32_t i = 0; i < 256; ++i) {
            std::uint32_t value = i;
            for (int bit = 0; bit < 8; ++bit) {
                value = (value >> 1U) ^ ((value & 1U) != 0 ? 0xEDB88320U : 0U);
            }
            made[i] = value;
        }
        return made;
    }();
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : bytes) {
        crc = table[(crc ^ static_cast<unsigned char>(c)) & 0xFFU] ^ (crc >> 8U);
    }
    return ~crc;
}

// Raw deflate, without zlib's header and trailer around it.
inline std::string deflated(const std::string &content)
{
    const QByteArray packed = qCompress(QByteArray::fromStdString(content), 9);
    constexpr int lengthAndHeader = 6;
    constexpr int trailer = 4;
    return packed.mid(lengthAndHeader, packed.size() - lengthAndHeader - trailer).toStdString();
}

struct ZipItem
{
    std::string name;
    std::string content{};
    std::uint16_t method = 0; // 8 packs the content
    std::uint16_t flags = 0x800;
    std::uint32_t attributes = 0100644U << 16U;
    // What the headers say instead of the truth.
    std::optional<std::uint64_t> size{};
    std::optional<std::uint64_t> packedSize{};
    std::optional<std::uint32_t> crc{};
    std::optional<std::uint64_t> offset{};
};

class ZipBuilder
{
public:
    void add(ZipItem item)
    {
        const std::string packed = item.method == 8 ? deflated(item.content) : item.content;
        const std::uint64_t offset = m_bytes.size();
        m_bytes += "PK\3\4";
        common(m_bytes, item, packed);
        m_bytes += item.name;
        m_bytes += packed;

        m_directory += "PK\1\2";
        put(m_directory, 0x031E, 2);
        const std::uint64_t size = item.size.value_or(item.content.size());
        const std::uint64_t packedSize = item.packedSize.value_or(packed.size());
        const bool wide = size >= mask32 || packedSize >= mask32;
        std::string extra;
        if (wide) {
            put(extra, 1, 2);
            put(extra, 16, 2);
            put(extra, size, 8);
            put(extra, packedSize, 8);
            item.size = item.packedSize = mask32;
        }
        common(m_directory, item, packed, static_cast<std::uint16_t>(extra.size()));
        put(m_directory, 0, 2 + 2 + 2); // comment, disk, internal attributes
        put(m_directory, item.attributes, 4);
        put(m_directory, item.offset.value_or(offset), 4);
        m_directory += item.name;
        m_directory += extra;
        ++m_count;
    }

    // Says these numbers of entries at the end instead of the truth; with `count64` there is an end in 64 bits too.
    std::optional<std::uint16_t> count{};
    std::optional<std::uint64_t> count64{};
    std::optional<std::uint64_t> directorySize64{};
    std::string comment{};

    [[nodiscard]] std::string build() const
    {
        std::string bytes = m_bytes;
        const std::uint64_t offset = bytes.size();
        bytes += m_directory;
        if (m_count > 0xFFFF || count64 || directorySize64) {
            const std::uint64_t at = bytes.size();
            bytes += "PK\6\6";
            put(bytes, 44, 8);
            put(bytes, 0x002D002D, 4);
            put(bytes, 0, 8);
            put(bytes, count64.value_or(m_count), 8);
            put(bytes, count64.value_or(m_count), 8);
            put(bytes, directorySize64.value_or(m_directory.size()), 8);
            put(bytes, offset, 8);
            bytes += "PK\6\7";
            put(bytes, 0, 4);
            put(bytes, at, 8);
            put(bytes, 1, 4);
        }
        bytes += "PK\5\6";
        put(bytes, 0, 4);
        const std::uint64_t told = count.value_or(static_cast<std::uint16_t>(std::min<std::uint64_t>(m_count, 0xFFFF)));
        put(bytes, told, 2);
        put(bytes, told, 2);
        put(bytes, m_directory.size(), 4);
        put(bytes, offset, 4);
        put(bytes, comment.size(), 2);
        return bytes + comment;
    }

private:
    static constexpr std::uint64_t mask32 = 0xFFFFFFFF;

    static void put(std::string &out, std::uint64_t value, int width)
    {
        for (int i = 0; i < width; ++i) {
            out += static_cast<char>(static_cast<unsigned char>(value >> (8U * static_cast<unsigned>(i))));
        }
    }

    // What a local header and a directory entry share, from "version needed" to "extra length".
    static void common(std::string &out, const ZipItem &item, const std::string &packed, std::uint16_t extra = 0)
    {
        put(out, 20, 2);
        put(out, item.flags, 2);
        put(out, item.method, 2);
        put(out, 0x58210000, 4); // some day
        put(out, item.crc.value_or(crc32Of(item.content)), 4);
        put(out, std::min(item.packedSize.value_or(packed.size()), mask32), 4);
        put(out, std::min(item.size.value_or(item.content.size()), mask32), 4);
        put(out, item.name.size(), 2);
        put(out, extra, 2);
    }

    std::string m_bytes;
    std::string m_directory;
    std::uint64_t m_count = 0;
};

} // namespace streamdesk::test
