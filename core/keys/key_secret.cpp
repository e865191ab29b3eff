#include "core/keys/key_secret.h"

#include "core/base/errors.h"
#include "core/crypto/aes_gcm.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/hex.h"
#include "core/crypto/random.h"
#include "core/crypto/sealed_box.h"
#include "core/crypto/secp256k1.h"

#include <algorithm>

namespace streamdesk::keys {

namespace {

constexpr std::string_view proofText = "streamdesk.key-proof.v1";
constexpr std::size_t checkValueSize = 16;

// H over a label and the key: tells two keys apart and gives nothing of a random one away.
std::string checkValue(const crypto::SecretBytes &secret)
{
    constexpr std::string_view label = "streamdesk.field-key.v1";
    crypto::Sha256 hash;
    hash.update(std::as_bytes(std::span(label)));
    hash.update(secret.bytes());
    return crypto::toHex(std::span<const std::byte>(hash.finish()).first(checkValueSize));
}

bool opensABox(const crypto::SecretBytes &secret, const std::string &publicPart)
{
    const auto bytes = crypto::fromHex<crypto::keySize>(publicPart);
    if (!bytes || !crypto::canSealTo({*bytes})) {
        return false;
    }
    crypto::ChunkKey sent;
    crypto::randomBytes(sent.bytes());
    const crypto::WrappedKey sealed = crypto::sealKey(sent, {*bytes});
    crypto::ChunkKey received;
    return crypto::openKey(sealed, crypto::keyPairOf(typedKey<crypto::X25519PrivateKey>(secret)), received)
           && std::ranges::equal(sent.bytes(), received.bytes());
}

bool signsChunks(const crypto::SecretBytes &secret, const std::string &publicPart)
{
    const auto bytes = crypto::fromHex<crypto::keySize>(publicPart);
    const auto signature = crypto::sign(proofText, crypto::keyPairOf(typedKey<crypto::Ed25519PrivateKey>(secret)));
    return bytes && crypto::verify(proofText, signature, {*bytes}) == crypto::SignatureCheck::Valid;
}

bool signsReadings(const crypto::SecretBytes &secret, const std::string &publicPart)
{
    const auto digest = crypto::personalMessageDigest(proofText);
    const auto address =
        crypto::recoverAddress(digest, crypto::sign(digest, typedKey<crypto::Secp256k1PrivateKey>(secret)));
    return address && crypto::addressText(*address) == publicPart;
}

bool encryptsFields(const crypto::SecretBytes &secret, const std::string &publicPart)
{
    const auto key = typedKey<crypto::FieldKey>(secret);
    crypto::GcmNonce nonce{};
    crypto::randomBytes(nonce);
    return crypto::openAesGcm(key, crypto::sealAesGcm(key, nonce, proofText)) == proofText
           && checkValue(secret) == publicPart;
}

} // namespace

crypto::SecretBytes generateSecret(KeyKind kind)
{
    crypto::SecretBytes secret(crypto::keySize);
    do {
        crypto::randomBytes(secret.bytes());
    } while (kind == KeyKind::Secp256k1 && !crypto::isUsable(typedKey<crypto::Secp256k1PrivateKey>(secret)));
    return secret;
}

std::string publicPartOf(KeyKind kind, const crypto::SecretBytes &secret)
{
    if (secret.size() != crypto::keySize) {
        throw StreamError(ErrorCode::UnusableKey, "is no key: it does not have 32 bytes");
    }
    switch (kind) {
    case KeyKind::X25519:
        return crypto::toHex(crypto::keyPairOf(typedKey<crypto::X25519PrivateKey>(secret)).publicKey.bytes);
    case KeyKind::Ed25519:
        return crypto::toHex(crypto::keyPairOf(typedKey<crypto::Ed25519PrivateKey>(secret)).publicKey.bytes);
    case KeyKind::Secp256k1: {
        const auto key = typedKey<crypto::Secp256k1PrivateKey>(secret);
        if (!crypto::isUsable(key)) {
            throw StreamError(ErrorCode::UnusableKey, "holds no private key: it is zero or too large");
        }
        return crypto::addressText(crypto::addressOf(key));
    }
    case KeyKind::Aes256:
        return checkValue(secret);
    }
    return {};
}

bool provesItself(KeyKind kind, const crypto::SecretBytes &secret, const std::string &publicPart)
{
    if (publicPartOf(kind, secret) != publicPart) {
        return false;
    }
    switch (kind) {
    case KeyKind::X25519:
        return opensABox(secret, publicPart);
    case KeyKind::Ed25519:
        return signsChunks(secret, publicPart);
    case KeyKind::Secp256k1:
        return signsReadings(secret, publicPart);
    case KeyKind::Aes256:
        return encryptsFields(secret, publicPart);
    }
    return false;
}

} // namespace streamdesk::keys
