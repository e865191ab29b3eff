// The C libraries' unsigned char pointers, for the files of this room only.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace streamdesk::crypto {

template <std::size_t N>
unsigned char *raw(std::span<std::byte, N> bytes) noexcept
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

template <std::size_t N>
const unsigned char *raw(std::span<const std::byte, N> bytes) noexcept
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

inline const unsigned char *raw(std::string_view text) noexcept
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

// An array may be read or written; these two say which.
template <std::size_t N>
std::span<std::byte> writable(std::array<std::byte, N> &bytes) noexcept
{
    return bytes;
}

template <std::size_t N>
std::span<const std::byte> readable(const std::array<std::byte, N> &bytes) noexcept
{
    return bytes;
}

} // namespace streamdesk::crypto
