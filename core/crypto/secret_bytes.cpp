#include "core/crypto/secret_bytes.h"

#include "core/crypto/sodium.h"

#include <atomic>
#include <new>
#include <sodium.h>
#include <utility>

namespace streamdesk::crypto {

namespace {

std::atomic<bool> lockRefused = false;

} // namespace

SecretBytes::SecretBytes(std::size_t size)
{
    requireSodium();
    m_data = static_cast<std::byte *>(sodium_malloc(size));
    if (m_data == nullptr) {
        throw std::bad_alloc();
    }
    m_size = size;
    // sodium_malloc() swallows a refused lock; asking again for the same pages tells.
    if (sodium_mlock(m_data, size) != 0) {
        lockRefused = true;
    }
    wipe();
}

SecretBytes::~SecretBytes()
{
    sodium_free(m_data);
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    SecretBytes taken(std::move(other)); // so that what was here is wiped now
    std::swap(m_data, taken.m_data);
    std::swap(m_size, taken.m_size);
    return *this;
}

void SecretBytes::wipe() noexcept
{
    crypto::wipe(bytes());
}

bool SecretBytes::lockingRefused() noexcept
{
    return lockRefused;
}

void wipe(std::span<std::byte> bytes) noexcept
{
    sodium_memzero(bytes.data(), bytes.size());
}

} // namespace streamdesk::crypto
