#include "core/keys/key_backup.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/crypto/base64.h"
#include "core/crypto/hex.h"
#include "core/crypto/random.h"
#include "core/io/file.h"
#include "core/keys/key_list.h"
#include "core/keys/key_secret.h"

#include <algorithm>

namespace streamdesk::keys {

namespace {

constexpr std::string_view kdfName = "argon2id";
constexpr std::string_view cipherName = "xchacha20-poly1305";
constexpr std::size_t lengthBytes = 4;

[[noreturn]] void refuse(const std::string &field, std::string_view message, ErrorCode code = ErrorCode::InvalidBackup)
{
    throw StreamError(code, message, ErrorContext{.file = {}, .field = field, .chunk = {}});
}

[[noreturn]] void refuseChanged()
{
    refuse({}, "was changed or damaged since it was made");
}

std::string_view textOf(json::Value object, std::string_view name)
{
    const auto value = object.find(name);
    if (!value || !value->string()) {
        refuse(std::string(name), "must be text");
    }
    return *value->string();
}

std::uint64_t numberOf(json::Value object, std::string_view name, std::uint64_t least, std::uint64_t most)
{
    const auto value = object.find(name);
    const auto number = value ? value->unsignedInteger() : std::nullopt;
    if (!number || *number < least || *number > most) {
        refuse(std::string(name), "must be a number from " + std::to_string(least) + " to " + std::to_string(most));
    }
    return *number;
}

// Only the spelling that is written: every other file with the same meaning was changed.
template <std::size_t N>
void readHex(json::Value object, std::string_view name, std::array<std::byte, N> &out)
{
    const std::string_view text = textOf(object, name);
    if (!crypto::decodeHex(text, out) || crypto::toHex(out) != text) {
        refuse(std::string(name), "must be " + std::to_string(2 * N) + " hex digits in lower case");
    }
}

void requireName(json::Value object, std::string_view member, std::string_view expected)
{
    if (textOf(object, member) != expected) {
        refuse(std::string(member), "must be \"" + std::string(expected) + "\"");
    }
}

// Everything that stands outside the box.
std::string associatedData(const crypto::PassphraseCost &cost, const crypto::PassphraseSalt &salt,
                           const std::array<std::byte, crypto::keySize> &check, const crypto::BoxNonce &nonce,
                           const std::string &created)
{
    std::string text;
    for (const std::string &part :
         {std::string(keyBackupSchema), created, std::string(kdfName), std::to_string(cost.passes),
          std::to_string(cost.memory), crypto::toHex(salt), crypto::toHex(check), std::string(cipherName)}) {
        text += part + "\n";
    }
    return text + crypto::toHex(nonce);
}

std::string recordsText(std::span<const KeyWithSecret> keys)
{
    std::string text;
    json::Writer writer(text, json::Writer::Style::Compact);
    writer.beginArray();
    for (const KeyWithSecret &key : keys) {
        writeKeyRecord(writer, key.record);
    }
    writer.endArray();
    return text;
}

// Length of the records in four bytes, big-endian; the records; the secrets behind each other.
crypto::SecretBytes contentOf(std::span<const KeyWithSecret> keys)
{
    const std::string records = recordsText(keys);
    crypto::SecretBytes content(lengthBytes + records.size() + keys.size() * crypto::keySize);
    auto out = content.bytes().begin();
    for (std::size_t i = 0; i < lengthBytes; ++i) {
        *out++ = static_cast<std::byte>(records.size() >> (8U * (lengthBytes - 1 - i)));
    }
    out = std::ranges::copy(std::as_bytes(std::span(records)), out).out;
    for (const KeyWithSecret &key : keys) {
        out = std::ranges::copy(key.secret.bytes(), out).out;
    }
    return content;
}

std::vector<KeyRecord> readRecords(std::string text)
{
    json::Document document;
    document.parse(std::move(text));
    if (!document.root().isArray() || document.root().size() > mostKeys) {
        refuse("keys", "must be a list of keys");
    }
    std::vector<KeyRecord> records;
    document.root().forEachElement([&](json::Value element) {
        records.push_back(readKeyRecord(element, "keys[" + std::to_string(records.size()) + "]"));
    });
    return records;
}

// What is in the box was written by whoever knows the passphrase, and is judged all the same.
std::vector<KeyWithSecret> readContent(std::span<const std::byte> rest)
{
    std::size_t length = 0;
    if (rest.size() < lengthBytes) {
        refuse({}, "holds no keys");
    }
    for (const std::byte byte : rest.first(lengthBytes)) {
        length = length << 8U | std::to_integer<std::size_t>(byte);
    }
    rest = rest.subspan(lengthBytes);
    if (rest.size() < length) {
        refuse({}, "holds no keys");
    }
    const auto *const text = reinterpret_cast<const char *>(rest.data());
    std::vector<KeyRecord> records = readRecords({text, length});
    rest = rest.subspan(length);
    if (rest.size() != records.size() * crypto::keySize) {
        refuse({}, "does not hold one secret for each key");
    }
    std::vector<KeyWithSecret> keys;
    for (KeyRecord &record : records) {
        KeyWithSecret key{.record = std::move(record), .secret = crypto::SecretBytes(crypto::keySize)};
        std::ranges::copy(rest.first(crypto::keySize), key.secret.bytes().begin());
        rest = rest.subspan(crypto::keySize);
        if (publicPartOf(key.record.kind, key.secret) != key.record.publicPart) {
            refuse("keys", "the key \"" + key.record.label + "\" in it does not belong to its public part");
        }
        keys.push_back(std::move(key));
    }
    return keys;
}

} // namespace

BackupKey makeBackupKey(const crypto::SecretBytes &passphrase, const crypto::PassphraseCost &cost)
{
    if (passphrase.size() == 0) {
        throw StreamValidationError(ErrorCode::EmptyValue, "must not be empty", "passphrase", "not empty");
    }
    BackupKey key{.cost = cost};
    crypto::randomBytes(key.salt);
    key.box = crypto::keyFromPassphrase(passphrase.bytes(), key.salt, cost);
    return key;
}

KeyBackup KeyBackup::parse(std::string text, const BackupLimits &limits)
{
    json::Document document;
    document.parse(std::move(text), {.maxBytes = limits.maxBytes});
    const json::Value root = document.root();
    if (!root.isObject()) {
        refuse({}, "is no key backup");
    }
    const std::string_view schema = textOf(root, "schemaVersion");
    if (schema != keyBackupSchema) {
        const bool newer = schema.starts_with("streamdesk.key-backup.v");
        refuse("schemaVersion",
               newer ? "this backup was made by a newer version of the program"
                     : "must be \"" + std::string(keyBackupSchema) + "\"",
               newer ? ErrorCode::UnsupportedSchema : ErrorCode::InvalidBackup);
    }
    KeyBackup backup;
    backup.m_created = textOf(root, "created");
    requireName(root, "kdf", kdfName);
    backup.m_cost.passes = numberOf(root, "passes", crypto::leastCost.passes, limits.maxPasses);
    backup.m_cost.memory = numberOf(root, "memoryBytes", crypto::leastCost.memory, limits.maxMemory);
    readHex(root, "salt", backup.m_salt);
    readHex(root, "check", backup.m_check);
    requireName(root, "cipher", cipherName);
    readHex(root, "nonce", backup.m_nonce);
    auto sealed = crypto::fromBase64(textOf(root, "sealed"));
    if (!sealed) {
        refuse("sealed", "must be base64");
    }
    backup.m_sealed = std::move(*sealed);
    return backup;
}

KeyBackup KeyBackup::read(const std::filesystem::path &path, const BackupLimits &limits)
{
    std::string text;
    io::readTextFile(path, limits.maxBytes, text);
    try {
        return parse(std::move(text), limits);
    } catch (StreamError &error) {
        error.addContext(ErrorContext{.file = displayPath(path), .field = {}, .chunk = {}});
        throw;
    }
}

BackupKey KeyBackup::keyFor(const crypto::SecretBytes &passphrase) const
{
    BackupKey key{.cost = m_cost, .salt = m_salt, .box = crypto::keyFromPassphrase(passphrase.bytes(), m_salt, m_cost)};
    if (!fits(key)) {
        throw StreamError(ErrorCode::WrongPassphrase, "does not open with this passphrase");
    }
    return key;
}

bool KeyBackup::fits(const BackupKey &key) const noexcept
{
    return key.salt == m_salt && key.cost == m_cost && key.box.check == m_check;
}

std::vector<KeyWithSecret> KeyBackup::open(const BackupKey &key) const
{
    if (!fits(key)) {
        throw StreamError(ErrorCode::WrongPassphrase, "does not open with this passphrase");
    }
    const std::string around = associatedData(m_cost, m_salt, m_check, m_nonce, m_created);
    const auto content =
        crypto::openBox(key.box, m_nonce, std::as_bytes(std::span(m_sealed)), std::as_bytes(std::span(around)));
    if (!content) {
        refuseChanged();
    }
    return readBackupContent(content->bytes());
}

std::vector<KeyWithSecret> readBackupContent(std::span<const std::byte> content)
{
    try {
        return readContent(content);
    } catch (const StreamError &error) {
        throw error.as(ErrorCode::InvalidBackup);
    }
}

std::string keyBackupText(std::span<const KeyWithSecret> keys, const BackupKey &key, const std::string &created)
{
    crypto::BoxNonce nonce{};
    crypto::randomBytes(nonce);
    const std::string around = associatedData(key.cost, key.salt, key.box.check, nonce, created);
    const auto sealed = crypto::sealBox(key.box, nonce, contentOf(keys).bytes(), std::as_bytes(std::span(around)));
    std::string text;
    json::Writer(text, json::Writer::Style::Pretty)
        .beginObject()
        .member("schemaVersion", keyBackupSchema)
        .member("created", created)
        .member("kdf", kdfName)
        .member("passes", key.cost.passes)
        .member("memoryBytes", key.cost.memory)
        .member("salt", crypto::toHex(key.salt))
        .member("check", crypto::toHex(key.box.check))
        .member("cipher", cipherName)
        .member("nonce", crypto::toHex(nonce))
        .member("sealed", crypto::toBase64({reinterpret_cast<const char *>(sealed.data()), sealed.size()}))
        .endObject();
    return text + "\n";
}

} // namespace streamdesk::keys
