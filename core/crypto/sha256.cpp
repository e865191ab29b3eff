#include "core/crypto/sha256.h"

#include "core/base/errors.h"
#include "core/crypto/hex.h"

#include <openssl/evp.h>

namespace streamdesk::crypto {

namespace {

// Fetched once: an implicit fetch for every hash costs more than hashing a short message.
const EVP_MD *algorithm()
{
    static const EVP_MD *const md = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return md;
}

void require(int result)
{
    if (result != 1) {
        throw StreamSigningError(ErrorCode::IoFailed, "the SHA-256 of the system's OpenSSL failed");
    }
}

} // namespace

struct Sha256::State
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();

    State() { require(EVP_DigestInit_ex(context, algorithm(), nullptr)); }
    ~State() { EVP_MD_CTX_free(context); }
    State(const State &) = delete;
    State &operator=(const State &) = delete;
};

Sha256::Sha256() : m_state(std::make_unique<State>()) {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::update(std::span<const std::byte> bytes)
{
    require(EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size()));
}

Digest Sha256::finish()
{
    Digest digest;
    require(EVP_DigestFinal_ex(m_state->context, reinterpret_cast<unsigned char *>(digest.data()), nullptr));
    require(EVP_DigestInit_ex(m_state->context, nullptr, nullptr));
    return digest;
}

Digest sha256(std::span<const std::byte> bytes)
{
    thread_local Sha256 hash;
    hash.update(bytes);
    return hash.finish();
}

Digest sha256(std::string_view text)
{
    return sha256(std::as_bytes(std::span(text)));
}

std::string hashText(const Digest &digest)
{
    std::string text = "0x";
    appendHex(text, digest);
    return text;
}

} // namespace streamdesk::crypto
