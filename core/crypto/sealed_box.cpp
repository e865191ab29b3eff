#include "core/crypto/sealed_box.h"

#include "core/base/errors.h"
#include "core/crypto/raw.h"
#include "core/crypto/sodium.h"

#include <sodium.h>

namespace streamdesk::crypto {

static_assert(crypto_box_SEALBYTES == sealOverhead && crypto_box_PUBLICKEYBYTES == keySize
              && crypto_box_SECRETKEYBYTES == keySize);

X25519KeyPair keyPairOf(X25519PrivateKey privateKey)
{
    requireSodium();
    X25519KeyPair pair{.privateKey = std::move(privateKey), .publicKey = {}};
    crypto_scalarmult_base(raw(writable(pair.publicKey.bytes)), raw(pair.privateKey.bytes()));
    return pair;
}

X25519KeyPair generateX25519KeyPair()
{
    requireSodium();
    X25519KeyPair pair;
    crypto_box_keypair(raw(writable(pair.publicKey.bytes)), raw(pair.privateKey.bytes()));
    return pair;
}

bool canSealTo(const X25519PublicKey &recipient) noexcept
{
    // A multiplication by any scalar of the clamped form gives zero exactly for the keys of small order.
    std::array<unsigned char, keySize> scalar{1};
    std::array<unsigned char, keySize> product{};
    return crypto_scalarmult(product.data(), scalar.data(), raw(readable(recipient.bytes))) == 0;
}

WrappedKey sealKey(const ChunkKey &key, const X25519PublicKey &recipient)
{
    requireSodium();
    WrappedKey sealed;
    if (crypto_box_seal(raw(writable(sealed)), raw(key.bytes()), keySize, raw(readable(recipient.bytes))) != 0) {
        throw StreamSigningError(ErrorCode::UnusableKey, "nothing can be sealed to this public key (small order)");
    }
    return sealed;
}

bool openKey(std::span<const std::byte> sealed, const X25519KeyPair &recipient, ChunkKey &key)
{
    requireSodium();
    return sealed.size() == wrappedKeySize
           && crypto_box_seal_open(raw(key.bytes()), raw(sealed), sealed.size(),
                                   raw(readable(recipient.publicKey.bytes)), raw(recipient.privateKey.bytes()))
                  == 0;
}

} // namespace streamdesk::crypto
