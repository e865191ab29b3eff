// Numbers and texts in files that only this program writes and reads: little-endian, texts with their length in front.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace streamdesk::package {

template <typename Number>
void appendNumber(std::string &bytes, Number number)
{
    for (std::size_t i = 0; i < sizeof number; ++i) {
        bytes.push_back(static_cast<char>((std::uint64_t{number} >> (8 * i)) & 0xFFU));
    }
}

inline void appendText(std::string &bytes, std::string_view text)
{
    appendNumber(bytes, std::uint32_t(text.size()));
    bytes += text;
}

// What is asked for beyond the end, or longer than it may be, is zero or empty and sets failed(), which stays.
class ByteReader
{
public:
    explicit ByteReader(std::string_view bytes) : m_left(bytes) {}

    [[nodiscard]] std::string_view take(std::size_t count)
    {
        if (count > m_left.size()) {
            m_failed = true;
            m_left = {};
            return {};
        }
        const std::string_view taken = m_left.substr(0, count);
        m_left.remove_prefix(count);
        return taken;
    }
    template <typename Number>
    [[nodiscard]] Number number()
    {
        const std::string_view taken = take(sizeof(Number));
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < taken.size(); ++i) {
            value |= std::uint64_t{static_cast<unsigned char>(taken[i])} << (8 * i);
        }
        return static_cast<Number>(value);
    }
    [[nodiscard]] std::string_view text(std::size_t mostBytes)
    {
        const auto length = number<std::uint32_t>();
        m_failed = m_failed || length > mostBytes;
        return m_failed ? std::string_view() : take(length);
    }

    [[nodiscard]] bool failed() const noexcept { return m_failed; }
    [[nodiscard]] std::size_t left() const noexcept { return m_left.size(); }

private:
    std::string_view m_left;
    bool m_failed = false;
};

} // namespace streamdesk::package
