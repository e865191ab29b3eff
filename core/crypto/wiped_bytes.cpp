#include "core/crypto/wiped_bytes.h"

#include "core/crypto/secret_bytes.h"

#include <algorithm>
#include <utility>

namespace streamdesk::crypto {

WipedBytes::WipedBytes(std::size_t capacity) : m_data(new std::byte[capacity]), m_capacity(capacity) {}

WipedBytes::~WipedBytes()
{
    cut(0);
}

WipedBytes::WipedBytes(WipedBytes &&other) noexcept
    : m_data(std::move(other.m_data)), m_capacity(std::exchange(other.m_capacity, 0)),
      m_size(std::exchange(other.m_size, 0))
{
}

WipedBytes &WipedBytes::operator=(WipedBytes &&other) noexcept
{
    WipedBytes taken(std::move(other));
    std::swap(m_data, taken.m_data);
    std::swap(m_capacity, taken.m_capacity);
    std::swap(m_size, taken.m_size);
    return *this;
}

std::span<std::byte> WipedBytes::append(std::size_t count) noexcept
{
    const std::span<std::byte> added(m_data.get() + m_size, std::min(count, room()));
    m_size += added.size();
    return added;
}

void WipedBytes::cut(std::size_t size) noexcept
{
    if (size < m_size) {
        wipe({m_data.get() + size, m_size - size});
        m_size = size;
    }
}

} // namespace streamdesk::crypto
