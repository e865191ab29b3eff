#include "core/crypto/chunk_cipher.h"

#include "core/base/errors.h"
#include "core/crypto/raw.h"
#include "core/crypto/sodium.h"

#include <algorithm>
#include <openssl/evp.h>
#include <sodium.h>

namespace streamdesk::crypto {

namespace {

const EVP_CIPHER *algorithm()
{
    static const EVP_CIPHER *const cipher = EVP_CIPHER_fetch(nullptr, "ChaCha20-Poly1305", nullptr);
    return cipher;
}

void require(int result)
{
    if (result != 1) {
        throw StreamSigningError(ErrorCode::IoFailed, "the ChaCha20-Poly1305 of the system's OpenSSL failed");
    }
}

} // namespace

struct ChunkCipher::State
{
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    SecretBytes subkey{crypto_core_hchacha20_OUTPUTBYTES};

    State() = default;
    ~State() { EVP_CIPHER_CTX_free(context); }
    State(const State &) = delete;
    State &operator=(const State &) = delete;
};

ChunkCipher::ChunkCipher() : m_state(std::make_unique<State>()) {}
ChunkCipher::~ChunkCipher() = default;
ChunkCipher::ChunkCipher(ChunkCipher &&) noexcept = default;
ChunkCipher &ChunkCipher::operator=(ChunkCipher &&) noexcept = default;

void ChunkCipher::begin(Direction direction, const ChunkKey &key, const ChunkNonce &nonce,
                        std::span<const std::byte> associatedData)
{
    requireSodium();
    crypto_core_hchacha20(raw(m_state->subkey.bytes()), raw(readable(nonce)), raw(key.bytes()), nullptr);
    // draft-irtf-cfrg-xchacha, 2.3: the first 16 bytes of the nonce went into the subkey; 4 zero bytes and the last 8
    // make the 12-byte nonce.
    std::array<std::byte, 12> shortNonce{};
    std::copy(nonce.begin() + 16, nonce.end(), shortNonce.begin() + 4);
    require(EVP_CipherInit_ex2(m_state->context, algorithm(), raw(m_state->subkey.bytes()), raw(readable(shortNonce)),
                               static_cast<int>(direction), nullptr));
    m_state->subkey.wipe();
    if (!associatedData.empty()) {
        int ignored = 0;
        require(EVP_CipherUpdate(m_state->context, nullptr, &ignored, raw(associatedData),
                                 static_cast<int>(associatedData.size())));
    }
}

void ChunkCipher::beginEncrypt(const ChunkKey &key, const ChunkNonce &nonce, std::span<const std::byte> associatedData)
{
    begin(Direction::Encrypt, key, nonce, associatedData);
}

void ChunkCipher::beginDecrypt(const ChunkKey &key, const ChunkNonce &nonce, std::span<const std::byte> associatedData)
{
    begin(Direction::Decrypt, key, nonce, associatedData);
}

void ChunkCipher::update(std::span<std::byte> bytes)
{
    constexpr std::size_t atOnce = std::size_t{1} << 30U; // OpenSSL counts in int
    while (!bytes.empty()) {
        const std::span<std::byte> part = bytes.first(std::min(bytes.size(), atOnce));
        int written = 0;
        require(EVP_CipherUpdate(m_state->context, raw(part), &written, raw(part), static_cast<int>(part.size())));
        bytes = bytes.subspan(part.size());
    }
}

ChunkTag ChunkCipher::finishEncrypt()
{
    ChunkTag tag;
    std::array<unsigned char, chunkTagSize> rest{};
    int written = 0;
    require(EVP_CipherFinal_ex(m_state->context, rest.data(), &written));
    require(EVP_CIPHER_CTX_ctrl(m_state->context, EVP_CTRL_AEAD_GET_TAG, static_cast<int>(tag.size()), tag.data()));
    return tag;
}

bool ChunkCipher::finishDecrypt(const ChunkTag &tag)
{
    ChunkTag copy = tag;
    std::array<unsigned char, chunkTagSize> rest{};
    int written = 0;
    require(EVP_CIPHER_CTX_ctrl(m_state->context, EVP_CTRL_AEAD_SET_TAG, static_cast<int>(copy.size()), copy.data()));
    return EVP_CipherFinal_ex(m_state->context, rest.data(), &written) == 1;
}

} // namespace streamdesk::crypto
