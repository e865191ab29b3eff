#include "core/stream/chunk.h"

#include "core/base/errors.h"
#include "core/crypto/hex.h"
#include "core/crypto/sealed_box.h"
#include "core/crypto/sha256.h"

namespace streamdesk::stream {

RecipientKey RecipientKey::parse(std::string_view text, const std::string &field)
{
    const auto length = crypto::hexLength(text);
    if (!length) {
        throw StreamValidationError(ErrorCode::InvalidHex, "is not hexadecimal (0-9, a-f, optionally after 0x)", field,
                                    "64 hex digits");
    }
    const auto bytes = crypto::fromHex<crypto::keySize>(text);
    if (!bytes) {
        throw StreamValidationError(ErrorCode::InvalidKeyLength,
                                    "must be 32 bytes, which is 64 hex digits; this has " + std::to_string(*length * 2),
                                    field, "64 hex digits");
    }
    RecipientKey key{.key = crypto::X25519PublicKey{*bytes}, .spelling = std::string(text)};
    if (!crypto::canSealTo(key.key)) {
        throw StreamValidationError(ErrorCode::UnusableKey,
                                    "is one of the few keys that belong to nobody (small order): nothing can be "
                                    "encrypted to it",
                                    field, "an X25519 public key");
    }
    return key;
}

std::string computeChunkId(const std::optional<std::string> &previousChunkId, std::string_view encryptedDataHash,
                           std::string_view index)
{
    std::string material = previousChunkId.value_or("");
    material += '|';
    material += encryptedDataHash;
    material += '|';
    material += index;
    return crypto::hashText(crypto::sha256(material));
}

std::string computeKeyCommitment(const crypto::ChunkKey &key)
{
    return "sha256:" + crypto::toHex(crypto::sha256(key.bytes()));
}

} // namespace streamdesk::stream
