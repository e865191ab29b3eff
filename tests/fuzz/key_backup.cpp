// What a person brings as a key: hex digits, the on-robot agent's file, or a key backup, which is opened with the words
// of its author and, whatever is in it, judged.
#include "core/keys/key_import.h"
#include "core/keys/key_secret.h"
#include "tests/fuzz/property.h"

using namespace streamdesk;
using fuzz::require;
using keys::KeyBackup;
using keys::KeyImport;
using keys::KeyWithSecret;

namespace {

// One passphrase for all, at the least cost: other salts and costs are tried on a few inputs only.
constexpr keys::BackupLimits cheap{.maxPasses = 1, .maxMemory = 16384};

crypto::SecretBytes words()
{
    crypto::SecretBytes passphrase(5);
    std::ranges::copy(std::as_bytes(std::span("words", 5)), passphrase.bytes().begin());
    return passphrase;
}

void checkKeys(const std::vector<KeyWithSecret> &keys, const keys::BackupKey &key)
{
    for (const KeyWithSecret &one : keys) {
        require(keys::publicPartOf(one.record.kind, one.secret) == one.record.publicPart, "a secret is its key's");
        require(!fuzz::hasControlCharacter(one.record.label), "a label can be shown");
    }
    const KeyBackup again = KeyBackup::parse(keys::keyBackupText(keys, key, "2026-11-29T10:00:00Z"));
    const std::vector<KeyWithSecret> back = again.open(key);
    require(back.size() == keys.size(), "a backup written again holds as many keys");
    for (std::size_t i = 0; i < back.size(); ++i) {
        require(back[i].record == keys[i].record && std::ranges::equal(back[i].secret.bytes(), keys[i].secret.bytes()),
                "a backup written again holds the same keys");
    }
}

// The input as what is sealed in a backup.
void checkContent(std::span<const std::byte> content)
{
    static const keys::BackupKey key = keys::makeBackupKey(words(), crypto::leastCost);
    std::vector<KeyWithSecret> keys;
    const auto error = fuzz::mayThrow({ErrorCode::InvalidBackup}, [&] { keys = keys::readBackupContent(content); });
    if (!error) {
        checkKeys(keys, key);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::span<const std::byte> bytes = std::as_bytes(std::span(data, size));
    checkContent(bytes);
    KeyImport import;
    const auto error = fuzz::mayThrow(
        {ErrorCode::InvalidKeyFile, ErrorCode::InvalidBackup, ErrorCode::UnsupportedSchema, ErrorCode::UnusableKey},
        [&] { import = keys::readKeyImport(bytes); });
    if (error) {
        return 0;
    }
    if (import.source != KeyImport::Source::Backup) {
        require(import.secret.size() == crypto::keySize, "a key has its size");
        require(!import.kind || keys::publicPartOf(*import.kind, import.secret) == import.publicPart,
                "a public part is its key's");
        return 0;
    }
    std::optional<KeyBackup> backup;
    const auto costly =
        fuzz::mayThrow({ErrorCode::InvalidBackup}, [&] { backup = KeyBackup::parse(fuzz::textOf(data, size), cheap); });
    if (!costly) {
        (void)fuzz::mayThrow({ErrorCode::WrongPassphrase, ErrorCode::InvalidBackup}, [&] {
            const keys::BackupKey key = backup->keyFor(words());
            checkKeys(backup->open(key), key);
        });
    }
    return 0;
}
