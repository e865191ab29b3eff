// Memory for secrets: locked into RAM where the system allows it, fenced by guard pages, wiped when it goes, and
// without any way to print, compare by text or copy it by accident.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <span>

namespace streamdesk::crypto {

// A block of `size` secret bytes. Move-only; a moved-from block is empty. One thread at a time.
// Each costs a few system calls and at least two pages: keep one and overwrite it rather than make thousands.
class SecretBytes
{
public:
    SecretBytes() = default;
    // `size` zero bytes. Throws std::bad_alloc.
    explicit SecretBytes(std::size_t size);
    ~SecretBytes();
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;

    [[nodiscard]] std::span<std::byte> bytes() noexcept { return {m_data, m_size}; }
    [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return {m_data, m_size}; }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

    // Overwrites the content with zeros; the size stays.
    void wipe() noexcept;

    // True when the system refused to lock some block of this process (a small RLIMIT_MEMLOCK): its secrets may reach
    // the swap file. Any thread.
    [[nodiscard]] static bool lockingRefused() noexcept;

private:
    std::byte *m_data = nullptr;
    std::size_t m_size = 0;
};

// Printing a secret must not compile.
std::ostream &operator<<(std::ostream &, const SecretBytes &) = delete;

// Overwrites ordinary memory that held a secret for a moment; never optimised away.
void wipe(std::span<std::byte> bytes) noexcept;

} // namespace streamdesk::crypto
