#include "core/stream/decrypt.h"

#include "core/base/errors.h"
#include "core/crypto/hex.h"

#include <algorithm>
#include <vector>

namespace streamdesk::stream {

namespace {

// The two most likely reasons look alike to the cipher, but not to a person: another key, or a changed file.
std::string whyNotOpened(const KeyRecipient &recipient, const crypto::X25519PublicKey &held)
{
    const auto granted = crypto::fromHex<crypto::keySize>(recipient.publicKeyHex);
    if (!granted || *granted == held.bytes) {
        return "this private key does not open the wrapped chunk key, although it is said to be for it";
    }
    const auto shortened = [](const auto &bytes) { return crypto::toHex(bytes).substr(0, 12) + "…"; };
    return "this private key does not open the wrapped chunk key: it is for the public key " + shortened(*granted)
           + ", and the one held here is " + shortened(held.bytes);
}

} // namespace

void unwrapChunkKey(const ChunkEnvelope &envelope, const KeyRecipient &recipient,
                    const crypto::X25519KeyPair &privateKey, crypto::ChunkKey &key)
{
    const auto length = crypto::hexLength(recipient.wrappedKeyHex);
    if (!length) {
        throw StreamValidationError(ErrorCode::InvalidHex, "is not hexadecimal", "wrappedKeyHex", "hex of even length");
    }
    crypto::WrappedKey sealed;
    if (!crypto::decodeHex(recipient.wrappedKeyHex, sealed) || !crypto::openKey(sealed, privateKey, key)) {
        throw StreamValidationError(ErrorCode::UnwrapFailed, whyNotOpened(recipient, privateKey.publicKey),
                                    "wrappedKeyHex", "a sealed box for this key pair");
    }
    if (computeKeyCommitment(key) != envelope.encryption.keyCommitment) {
        throw StreamValidationError(ErrorCode::CommitmentMismatch,
                                    "the key that was given is not the one the chunk commits to",
                                    "encryption.keyCommitment", "SHA-256 of the chunk key");
    }
}

void ChunkDecryptor::begin(const ChunkEnvelope &envelope, const crypto::ChunkKey &key)
{
    const auto nonce = crypto::fromHex<crypto::chunkNonceSize>(envelope.encryption.nonce);
    if (!nonce) {
        throw StreamValidationError(ErrorCode::InvalidHex, "must be 24 bytes in hex", "encryption.nonce",
                                    "48 hex digits");
    }
    m_cipher.beginDecrypt(key, *nonce);
    m_plaintextHash = crypto::Sha256();
}

void ChunkDecryptor::update(std::span<std::byte> bytes)
{
    m_cipher.update(bytes);
    m_plaintextHash.update(bytes);
}

void ChunkDecryptor::finish(const ChunkEnvelope &envelope, const crypto::ChunkTag &tag)
{
    if (!m_cipher.finishDecrypt(tag)) {
        throw StreamError(ErrorCode::DecryptionFailed, "the ciphertext does not fit its key and nonce");
    }
    if (crypto::hashText(m_plaintextHash.finish()) != envelope.plaintextHash) {
        throw StreamValidationError(ErrorCode::PlaintextHashMismatch,
                                    "the decrypted content is not what the envelope says", "plaintextHash",
                                    "SHA-256 of the decrypted content");
    }
}

std::span<std::byte> decryptChunk(const ChunkEnvelope &envelope, const crypto::ChunkKey &key,
                                  std::span<std::byte> ciphertext, ChunkDecryptor &decryptor)
{
    if (ciphertext.size() < crypto::chunkTagSize) {
        throw StreamError(ErrorCode::DecryptionFailed, "the ciphertext is shorter than the 16 bytes of its tag");
    }
    const std::span<std::byte> content = ciphertext.first(ciphertext.size() - crypto::chunkTagSize);
    crypto::ChunkTag tag;
    std::copy_n(ciphertext.end() - crypto::chunkTagSize, crypto::chunkTagSize, tag.begin());
    decryptor.begin(envelope, key);
    decryptor.update(content);
    try {
        decryptor.finish(envelope, tag);
    } catch (...) {
        crypto::wipe(content);
        throw;
    }
    return content;
}

} // namespace streamdesk::stream
