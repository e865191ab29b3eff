#include "core/crypto/passphrase_box.h"

#include "core/base/errors.h"
#include "core/crypto/raw.h"
#include "core/crypto/sodium.h"

#include <algorithm>
#include <cerrno>
#include <new>
#include <sodium.h>

namespace streamdesk::crypto {

static_assert(crypto_pwhash_argon2id_SALTBYTES == passphraseSaltSize);
static_assert(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES == boxNonceSize);
static_assert(crypto_aead_xchacha20poly1305_ietf_ABYTES == boxOverhead);
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == keySize);
static_assert(leastCost.passes == crypto_pwhash_argon2id_OPSLIMIT_MIN
              && leastCost.memory == crypto_pwhash_argon2id_MEMLIMIT_MIN);

BoxKey keyFromPassphrase(std::span<const std::byte> passphrase, const PassphraseSalt &salt, const PassphraseCost &cost)
{
    requireSodium();
    SecretBytes derived(2 * keySize);
    errno = 0;
    if (crypto_pwhash_argon2id(raw(derived.bytes()), derived.size(), reinterpret_cast<const char *>(passphrase.data()),
                               passphrase.size(), raw(readable(salt)), cost.passes,
                               static_cast<std::size_t>(cost.memory), crypto_pwhash_argon2id_ALG_ARGON2ID13)
        != 0) {
        if (errno == EINVAL || errno == EFBIG) {
            throw StreamSigningError(ErrorCode::InvalidNumber, "no key can be made from a passphrase at this cost");
        }
        throw std::bad_alloc();
    }
    BoxKey key;
    const std::span<const std::byte> bytes = derived.bytes();
    std::copy_n(bytes.begin(), keySize, key.key.bytes().begin());
    std::copy_n(bytes.begin() + keySize, keySize, key.check.begin());
    return key;
}

std::vector<std::byte> sealBox(const BoxKey &key, const BoxNonce &nonce, std::span<const std::byte> content,
                               std::span<const std::byte> associatedData)
{
    requireSodium();
    std::vector<std::byte> sealed(content.size() + boxOverhead);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(std::span(sealed)), nullptr, raw(content), content.size(),
                                               raw(associatedData), associatedData.size(), nullptr,
                                               raw(readable(nonce)), raw(key.key.bytes()));
    return sealed;
}

std::optional<SecretBytes> openBox(const BoxKey &key, const BoxNonce &nonce, std::span<const std::byte> sealed,
                                   std::span<const std::byte> associatedData)
{
    requireSodium();
    if (sealed.size() < boxOverhead) {
        return std::nullopt;
    }
    SecretBytes content(sealed.size() - boxOverhead);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(content.bytes()), nullptr, nullptr, raw(sealed), sealed.size(),
                                                   raw(associatedData), associatedData.size(), raw(readable(nonce)),
                                                   raw(key.key.bytes()))
        != 0) {
        return std::nullopt;
    }
    return content;
}

} // namespace streamdesk::crypto
