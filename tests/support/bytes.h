// Bytes for tests: from hex, from text and reproducibly random.
#pragma once

#include <QByteArray>
#include <cstddef>
#include <random>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace streamdesk::test {

// Decoded by Qt, so that a mistake in core's own hex cannot hide itself.
[[nodiscard]] inline std::vector<std::byte> unhex(std::string_view hex)
{
    const QByteArray raw = QByteArray::fromHex(QByteArray(hex.data(), static_cast<qsizetype>(hex.size())));
    if (static_cast<std::size_t>(raw.size()) * 2 != hex.size()) {
        throw std::runtime_error("not hex: " + std::string(hex));
    }
    const auto bytes = std::as_bytes(std::span(raw.constData(), static_cast<std::size_t>(raw.size())));
    return {bytes.begin(), bytes.end()};
}

[[nodiscard]] inline std::string hexOf(std::span<const std::byte> bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()))
        .toHex()
        .toStdString();
}

[[nodiscard]] inline std::span<const std::byte> asBytes(std::string_view text)
{
    return std::as_bytes(std::span(text));
}

// Copies bytes into a fixed array or a key's bytes; throws when the sizes differ.
inline void fill(std::span<std::byte> out, std::span<const std::byte> bytes)
{
    if (out.size() != bytes.size()) {
        throw std::runtime_error("a wrong number of bytes");
    }
    std::copy(bytes.begin(), bytes.end(), out.begin());
}

// The same bytes in every run.
class RandomBytes
{
public:
    explicit RandomBytes(std::uint64_t seed) : m_engine(seed) {}

    void fill(std::span<std::byte> out)
    {
        for (std::byte &byte : out) {
            byte = static_cast<std::byte>(m_engine() & 0xFFU);
        }
    }
    [[nodiscard]] std::vector<std::byte> take(std::size_t size)
    {
        std::vector<std::byte> bytes(size);
        fill(bytes);
        return bytes;
    }
    // From 0 up to and including `most`.
    [[nodiscard]] std::size_t upTo(std::size_t most) { return m_engine() % (most + 1); }

private:
    std::mt19937_64 m_engine;
};

// For the C libraries: to be read, and to be written.
[[nodiscard]] inline const unsigned char *raw(std::span<const std::byte> bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

[[nodiscard]] inline unsigned char *rawOut(std::span<std::byte> bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

} // namespace streamdesk::test
