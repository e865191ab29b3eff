// Memory for what was decrypted, where there is too much of it to be locked: ordinary, of a size that never changes,
// and wiped when it goes. Keys belong into SecretBytes.
#pragma once

#include <cstddef>
#include <memory>
#include <span>

namespace streamdesk::crypto {

// Room for `capacity` bytes, of which the first size() are there. Move-only; a moved-from one is empty. One thread at a
// time.
class WipedBytes
{
public:
    WipedBytes() = default;
    explicit WipedBytes(std::size_t capacity);
    ~WipedBytes();
    WipedBytes(WipedBytes &&other) noexcept;
    WipedBytes &operator=(WipedBytes &&other) noexcept;
    WipedBytes(const WipedBytes &) = delete;
    WipedBytes &operator=(const WipedBytes &) = delete;

    [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return {m_data.get(), m_size}; }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    // Bytes that still fit in.
    [[nodiscard]] std::size_t room() const noexcept { return m_capacity - m_size; }
    // `count` bytes more, at most room(), to be filled.
    [[nodiscard]] std::span<std::byte> append(std::size_t count) noexcept;
    // Wipes and forgets all behind the first `size` bytes.
    void cut(std::size_t size) noexcept;

private:
    std::unique_ptr<std::byte[]> m_data;
    std::size_t m_capacity = 0;
    std::size_t m_size = 0;
};

} // namespace streamdesk::crypto
