#include "core/keys/key_file.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/crypto/hex.h"
#include "core/io/file.h"

#include <string_view>

namespace streamdesk::keys {

namespace {

constexpr std::size_t maxKeyFileBytes = 4096; // a key and generous white space

[[noreturn]] void refuse(const std::filesystem::path &path, std::string_view message)
{
    throw StreamError(ErrorCode::InvalidKeyFile, message,
                      ErrorContext{.file = displayPath(path), .field = {}, .chunk = {}});
}

} // namespace

template <typename PrivateKey>
PrivateKey readKeyFile(const std::filesystem::path &path)
{
    const io::File file = io::File::openForReading(path);
    if (file.size() > maxKeyFileBytes) {
        refuse(path, "is too large for a key file: it should hold one key of 64 hex digits");
    }
    crypto::SecretBytes content(maxKeyFileBytes);
    const std::size_t size = file.readAt(content.bytes(), 0);
    const std::string_view text(reinterpret_cast<const char *>(content.bytes().data()), size);
    if (text.starts_with("\xef\xbb\xbf")) {
        refuse(path, "begins with a byte-order mark; save it as plain text without one");
    }
    PrivateKey key;
    if (!crypto::decodeHex(trimmed(text), key.bytes())) {
        refuse(path, "does not hold a private key: expected 64 hex digits, optionally after 0x, and nothing else");
    }
    return key;
}

template crypto::X25519PrivateKey readKeyFile(const std::filesystem::path &);
template crypto::Ed25519PrivateKey readKeyFile(const std::filesystem::path &);

} // namespace streamdesk::keys
