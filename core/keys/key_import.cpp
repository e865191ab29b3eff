#include "core/keys/key_import.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/crypto/hex.h"
#include "core/io/file.h"
#include "core/keys/key_file.h"
#include "core/keys/key_secret.h"

namespace streamdesk::keys {

namespace {

[[noreturn]] void refuse(const std::string &field, std::string_view message)
{
    throw StreamError(ErrorCode::InvalidKeyFile, message, ErrorContext{.file = {}, .field = field, .chunk = {}});
}

// Parsing needs an ordinary text; it is wiped when this goes.
class WipedDocument
{
public:
    explicit WipedDocument(std::string text)
    {
        try {
            m_document.parse(std::move(text), {.maxBytes = BackupLimits{}.maxBytes, .maxValues = 1000});
        } catch (...) {
            wipe();
            throw;
        }
    }
    ~WipedDocument() { wipe(); }
    WipedDocument(const WipedDocument &) = delete;
    WipedDocument &operator=(const WipedDocument &) = delete;

    [[nodiscard]] json::Value root() const { return m_document.root(); }

private:
    void wipe()
    {
        std::string text = m_document.takeBuffer();
        crypto::wipe(std::as_writable_bytes(std::span(text)));
    }

    json::Document m_document;
};

std::string_view textOf(json::Value object, std::string_view camel, std::string_view snake)
{
    const auto value = object.find(camel, snake);
    return value && value->string() ? *value->string() : std::string_view();
}

KeyImport ofAgent(json::Value root)
{
    const auto kind = kindFromName(textOf(root, "algorithm", "algorithm"));
    if (!kind) {
        refuse("algorithm", "names no kind of key that is known here");
    }
    KeyImport import{.source = KeyImport::Source::Agent, .secret = crypto::SecretBytes(crypto::keySize), .kind = kind};
    if (!crypto::decodeHex(textOf(root, "privateKeyHex", "private_key_hex"), import.secret.bytes())) {
        refuse("privateKeyHex", "must be 64 hex digits");
    }
    import.publicPart = publicPartOf(*kind, import.secret);
    const std::string_view told = textOf(root, "publicKeyHex", "public_key_hex");
    const bool comparable = *kind == KeyKind::X25519 || *kind == KeyKind::Ed25519;
    const auto bytes = crypto::fromHex<crypto::keySize>(told);
    if (comparable && !told.empty() && (!bytes || crypto::toHex(*bytes) != import.publicPart)) {
        refuse("publicKeyHex", "is not the public key of the private key beside it");
    }
    return import;
}

KeyImport ofJson(std::span<const std::byte> content)
{
    std::string text(reinterpret_cast<const char *>(content.data()), content.size());
    const WipedDocument document(text);
    const json::Value root = document.root();
    if (textOf(root, "schemaVersion", "schemaVersion").starts_with("streamdesk.key-backup.v")) {
        return KeyImport{.source = KeyImport::Source::Backup, .backup = KeyBackup::parse(std::move(text))};
    }
    crypto::wipe(std::as_writable_bytes(std::span(text)));
    if (!root.find("privateKeyHex", "private_key_hex")) {
        refuse({}, "holds no private key: expected 64 hex digits, the on-robot agent's key file, or a key backup");
    }
    return ofAgent(root);
}

KeyImport ofHex(std::span<const std::byte> content)
{
    const auto key = parseKey<crypto::FieldKey>({reinterpret_cast<const char *>(content.data()), content.size()});
    return KeyImport{.source = KeyImport::Source::Hex, .secret = secretOf(key)};
}

} // namespace

KeyImport readKeyImport(std::span<const std::byte> content)
{
    const std::string_view text = trimmed({reinterpret_cast<const char *>(content.data()), content.size()});
    if (!text.starts_with('{')) {
        return ofHex(content);
    }
    try {
        return ofJson(content);
    } catch (const StreamError &error) {
        const bool noJson = error.code() == ErrorCode::InvalidJson || error.code() == ErrorCode::JsonLimit;
        if (noJson) { // its own words might quote what is in it
            refuse({}, "begins like a JSON file and is none; it may have been cut off");
        }
        throw;
    }
}

KeyImport readKeyImport(const std::filesystem::path &path)
{
    constexpr std::size_t maxBytes = BackupLimits{}.maxBytes;
    const io::File file = io::File::openForReading(path);
    try {
        const std::uint64_t size = file.size();
        if (size > maxBytes) {
            refuse({}, "is too large for a key file or a key backup");
        }
        crypto::SecretBytes content(static_cast<std::size_t>(size) + 1);
        const std::size_t got = file.readAt(content.bytes().first(static_cast<std::size_t>(size)), 0);
        return readKeyImport(std::span<const std::byte>(content.bytes()).first(got));
    } catch (StreamError &error) {
        error.addContext(ErrorContext{.file = displayPath(path), .field = {}, .chunk = {}});
        throw;
    }
}

} // namespace streamdesk::keys
