#include "core/crypto/secp256k1.h"

#include "core/base/errors.h"
#include "core/crypto/hex.h"
#include "core/crypto/keccak.h"
#include "core/crypto/random.h"
#include "core/crypto/raw.h"

#include <algorithm>
#include <memory>
#include <secp256k1.h>
#include <secp256k1_recovery.h>

namespace streamdesk::crypto {

namespace {

struct DestroyContext
{
    void operator()(secp256k1_context *context) const { secp256k1_context_destroy(context); }
};

// Made once: blinding it against side channels costs more than a signature. Read-only afterwards, so any thread may
// use it.
const secp256k1_context *sharedContext()
{
    static const std::unique_ptr<secp256k1_context, DestroyContext> context = [] {
        std::unique_ptr<secp256k1_context, DestroyContext> made(
            secp256k1_context_create(SECP256K1_CONTEXT_SIGN | SECP256K1_CONTEXT_VERIFY));
        std::array<std::byte, 32> seed{};
        randomBytes(seed);
        if (!made || secp256k1_context_randomize(made.get(), raw(readable(seed))) != 1) {
            throw StreamSigningError(ErrorCode::IoFailed, "libsecp256k1 could not be prepared");
        }
        return made;
    }();
    return context.get();
}

[[noreturn]] void refuseKey()
{
    throw StreamSigningError(ErrorCode::UnusableKey, "is no secp256k1 private key: it is zero or too large");
}

EthereumAddress addressOf(const secp256k1_pubkey &key)
{
    std::array<std::byte, 65> point{};
    std::size_t size = point.size();
    (void)secp256k1_ec_pubkey_serialize(sharedContext(), raw(writable(point)), &size, &key, SECP256K1_EC_UNCOMPRESSED);
    const Digest digest = keccak256(std::string_view(reinterpret_cast<const char *>(point.data()) + 1, size - 1));
    EthereumAddress address;
    std::copy(digest.end() - address.bytes.size(), digest.end(), address.bytes.begin());
    return address;
}

} // namespace

std::string addressText(const EthereumAddress &address)
{
    std::string digits = toHex(address.bytes);
    const std::string checksum = toHex(keccak256(digits));
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (digits[i] >= 'a' && checksum[i] >= '8') {
            digits[i] = static_cast<char>(digits[i] - 'a' + 'A');
        }
    }
    return "0x" + digits;
}

bool isUsable(const Secp256k1PrivateKey &key)
{
    return secp256k1_ec_seckey_verify(sharedContext(), raw(key.bytes())) == 1;
}

EthereumAddress addressOf(const Secp256k1PrivateKey &key)
{
    secp256k1_pubkey publicKey;
    if (secp256k1_ec_pubkey_create(sharedContext(), &publicKey, raw(key.bytes())) != 1) {
        refuseKey();
    }
    return addressOf(publicKey);
}

RecoverableSignature sign(const Digest &digest, const Secp256k1PrivateKey &key)
{
    secp256k1_ecdsa_recoverable_signature made;
    if (secp256k1_ecdsa_sign_recoverable(sharedContext(), &made, raw(readable(digest)), raw(key.bytes()), nullptr,
                                         nullptr)
        != 1) {
        refuseKey();
    }
    RecoverableSignature signature;
    int parity = 0;
    (void)secp256k1_ecdsa_recoverable_signature_serialize_compact(sharedContext(), raw(writable(signature.rs)), &parity,
                                                                  &made);
    signature.parity = static_cast<unsigned>(parity);
    return signature;
}

std::optional<EthereumAddress> recoverAddress(const Digest &digest, const RecoverableSignature &signature)
{
    secp256k1_ecdsa_recoverable_signature parsed;
    secp256k1_pubkey key;
    if (secp256k1_ecdsa_recoverable_signature_parse_compact(sharedContext(), &parsed, raw(readable(signature.rs)),
                                                            static_cast<int>(signature.parity))
            != 1
        || secp256k1_ecdsa_recover(sharedContext(), &key, &parsed, raw(readable(digest))) != 1) {
        return std::nullopt;
    }
    return addressOf(key);
}

Digest personalMessageDigest(std::string_view message)
{
    std::string signedBytes = "\x19"
                              "Ethereum Signed Message:\n";
    signedBytes += std::to_string(message.size());
    signedBytes += message;
    return keccak256(signedBytes);
}

} // namespace streamdesk::crypto
