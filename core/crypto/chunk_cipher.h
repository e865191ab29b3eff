// XChaCha20-Poly1305 over a stream (format.md, "Chunk envelope"): no associated data, the 16-byte tag at the end.
// The subkey comes from libsodium's HChaCha20 and the rest from OpenSSL's ChaCha20-Poly1305, which together are the
// same cipher at more than twice libsodium's speed (docs/performance.md).
#pragma once

#include "core/crypto/keys.h"

#include <array>
#include <cstddef>
#include <memory>
#include <span>

namespace streamdesk::crypto {

inline constexpr std::size_t chunkNonceSize = 24;
inline constexpr std::size_t chunkTagSize = 16;

using ChunkNonce = std::array<std::byte, chunkNonceSize>;
using ChunkTag = std::array<std::byte, chunkTagSize>;

// One direction of the cipher. begin(), then update() any number of times, then the finish of that direction; may be
// begun again. One thread at a time.
class ChunkCipher
{
public:
    ChunkCipher();
    ~ChunkCipher();
    ChunkCipher(ChunkCipher &&) noexcept;
    ChunkCipher &operator=(ChunkCipher &&) noexcept;
    ChunkCipher(const ChunkCipher &) = delete;
    ChunkCipher &operator=(const ChunkCipher &) = delete;

    // The format has no associated data; published test vectors do.
    void beginEncrypt(const ChunkKey &key, const ChunkNonce &nonce, std::span<const std::byte> associatedData = {});
    void beginDecrypt(const ChunkKey &key, const ChunkNonce &nonce, std::span<const std::byte> associatedData = {});
    // Encrypts or decrypts in place. What update() decrypted is not authenticated until finishDecrypt() says so.
    void update(std::span<std::byte> bytes);
    [[nodiscard]] ChunkTag finishEncrypt();
    // True when the tag fits everything that was decrypted. In constant time.
    [[nodiscard]] bool finishDecrypt(const ChunkTag &tag);

private:
    enum class Direction : int { Decrypt = 0, Encrypt = 1 };
    void begin(Direction direction, const ChunkKey &key, const ChunkNonce &nonce,
               std::span<const std::byte> associatedData);

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace streamdesk::crypto
