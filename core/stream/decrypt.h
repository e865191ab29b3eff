// Opening chunks (format.md, "Decrypting"): wrapped key → commitment → cipher → plaintext hash, in this order.
#pragma once

#include "core/crypto/chunk_cipher.h"
#include "core/crypto/sealed_box.h"
#include "core/crypto/sha256.h"
#include "core/stream/chunk.h"

#include <cstddef>
#include <span>

namespace streamdesk::stream {

// Opens `recipient`'s wrapped key with their private key and checks the key against the envelope's commitment. Throws
// StreamError InvalidHex, UnwrapFailed or CommitmentMismatch; `key` is unspecified then.
void unwrapChunkKey(const ChunkEnvelope &envelope, const KeyRecipient &recipient,
                    const crypto::X25519KeyPair &privateKey, crypto::ChunkKey &key);

// Decrypts one chunk piece by piece. Nothing that update() gave out may be released before finish() returned.
// One thread at a time; begin() starts the next chunk.
class ChunkDecryptor
{
public:
    // The key must have passed unwrapChunkKey(). Throws InvalidHex when the envelope's nonce is no 24 bytes of hex.
    void begin(const ChunkEnvelope &envelope, const crypto::ChunkKey &key);
    // Decrypts in place: ciphertext in, plaintext out. Not the tag.
    void update(std::span<std::byte> bytes);
    // Throws DecryptionFailed when the tag does not fit, PlaintextHashMismatch when the content is not what the
    // envelope says.
    void finish(const ChunkEnvelope &envelope, const crypto::ChunkTag &tag);

private:
    crypto::ChunkCipher m_cipher;
    crypto::Sha256 m_plaintextHash;
};

// Decrypts a whole chunk in place and returns the plaintext's part of `ciphertext`. Throws as above; `ciphertext` is
// then unspecified, and wiped.
[[nodiscard]] std::span<std::byte> decryptChunk(const ChunkEnvelope &envelope, const crypto::ChunkKey &key,
                                                std::span<std::byte> ciphertext, ChunkDecryptor &decryptor);

} // namespace streamdesk::stream
