#include "core/keys/key_file.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/crypto/hex.h"
#include "core/io/file.h"

#include <type_traits>

namespace streamdesk::keys {

namespace {

constexpr std::size_t maxKeyFileBytes = 4096; // a key and generous white space

[[noreturn]] void refuse(std::string_view message)
{
    throw StreamError(ErrorCode::InvalidKeyFile, message);
}

} // namespace

template <typename PrivateKey>
PrivateKey parseKey(std::string_view text)
{
    if (text.starts_with("\xef\xbb\xbf")) {
        refuse("begins with a byte-order mark; save it as plain text without one");
    }
    std::string_view digits = trimmed(text);
    if (std::is_same_v<PrivateKey, crypto::FieldKey> && digits.starts_with("0X")
        && digits.size() == 2 + 2 * crypto::keySize) {
        digits.remove_prefix(2); // the reference takes it for this kind of key only
    }
    PrivateKey key;
    if (!crypto::decodeHex(digits, key.bytes())) {
        refuse("does not hold a private key: expected 64 hex digits, optionally after 0x, and nothing else");
    }
    return key;
}

template <typename PrivateKey>
PrivateKey readKeyFile(const std::filesystem::path &path)
{
    const io::File file = io::File::openForReading(path);
    try {
        if (file.size() > maxKeyFileBytes) {
            refuse("is too large for a key file: it should hold one key of 64 hex digits");
        }
        crypto::SecretBytes content(maxKeyFileBytes);
        const std::size_t size = file.readAt(content.bytes(), 0);
        return parseKey<PrivateKey>({reinterpret_cast<const char *>(content.bytes().data()), size});
    } catch (StreamError &error) {
        error.addContext(ErrorContext{.file = displayPath(path), .field = {}, .chunk = {}});
        throw;
    }
}

crypto::SecretBytes keyFileText(const crypto::SecretBytes &secret)
{
    constexpr std::string_view digits = "0123456789abcdef";
    crypto::SecretBytes text(2 * secret.size() + 1);
    std::size_t at = 0;
    for (const std::byte byte : secret.bytes()) {
        text.bytes()[at++] = std::byte(digits[std::to_integer<std::size_t>(byte >> 4)]);
        text.bytes()[at++] = std::byte(digits[std::to_integer<std::size_t>(byte & std::byte{15})]);
    }
    text.bytes()[at] = std::byte{'\n'};
    return text;
}

template crypto::X25519PrivateKey parseKey(std::string_view);
template crypto::Ed25519PrivateKey parseKey(std::string_view);
template crypto::Secp256k1PrivateKey parseKey(std::string_view);
template crypto::FieldKey parseKey(std::string_view);
template crypto::X25519PrivateKey readKeyFile(const std::filesystem::path &);
template crypto::Ed25519PrivateKey readKeyFile(const std::filesystem::path &);
template crypto::Secp256k1PrivateKey readKeyFile(const std::filesystem::path &);
template crypto::FieldKey readKeyFile(const std::filesystem::path &);

} // namespace streamdesk::keys
