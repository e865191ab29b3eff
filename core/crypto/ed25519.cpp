#include "core/crypto/ed25519.h"

#include "core/base/errors.h"
#include "core/crypto/random.h"
#include "core/crypto/raw.h"
#include "core/crypto/sodium.h"

#include <memory>
#include <openssl/evp.h>
#include <sodium.h>

namespace streamdesk::crypto {

static_assert(crypto_sign_BYTES == sizeof(Ed25519Signature) && crypto_sign_SEEDBYTES == keySize);

namespace {

using Pkey = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using MdContext = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

bool opensslAccepts(std::string_view message, const Ed25519Signature &signature, const Ed25519PublicKey &key)
{
    const Pkey pkey(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(readable(key.bytes)), key.bytes.size()),
                    EVP_PKEY_free);
    const MdContext context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    return pkey && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, pkey.get()) == 1
           && EVP_DigestVerify(context.get(), raw(readable(signature)), signature.size(), raw(message), message.size())
                  == 1;
}

} // namespace

Ed25519KeyPair keyPairOf(Ed25519PrivateKey privateKey)
{
    requireSodium();
    Ed25519KeyPair pair{.privateKey = std::move(privateKey), .publicKey = {}};
    SecretBytes expanded(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(raw(writable(pair.publicKey.bytes)), raw(expanded.bytes()), raw(pair.privateKey.bytes()));
    return pair;
}

Ed25519KeyPair generateEd25519KeyPair()
{
    Ed25519PrivateKey seed;
    randomBytes(seed.bytes());
    return keyPairOf(std::move(seed));
}

Ed25519Signature sign(std::string_view message, const Ed25519KeyPair &key)
{
    const Pkey pkey(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, raw(key.privateKey.bytes()), keySize),
                    EVP_PKEY_free);
    const MdContext context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    Ed25519Signature signature;
    std::size_t length = signature.size();
    if (!pkey || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, pkey.get()) != 1
        || EVP_DigestSign(context.get(), raw(writable(signature)), &length, raw(message), message.size()) != 1) {
        throw StreamSigningError(ErrorCode::IoFailed, "the Ed25519 of the system's OpenSSL failed to sign");
    }
    return signature;
}

SignatureCheck verify(std::string_view message, const Ed25519Signature &signature, const Ed25519PublicKey &key)
{
    requireSodium();
    // libsodium's rules are OpenSSL's and some more, so what it accepts needs no second opinion.
    if (crypto_sign_verify_detached(raw(readable(signature)), raw(message), message.size(), raw(readable(key.bytes)))
        == 0) {
        return SignatureCheck::Valid;
    }
    return opensslAccepts(message, signature, key) ? SignatureCheck::Worthless : SignatureCheck::Invalid;
}

} // namespace streamdesk::crypto
