// One or several keys in a file that a passphrase opens, streamdesk.key-backup.v1 (docs/format.md, "Key backup"). The
// encrypted key file is one of these too.
#pragma once

#include "core/crypto/passphrase_box.h"
#include "core/keys/key_record.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace streamdesk::keys {

inline constexpr std::string_view keyBackupSchema = "streamdesk.key-backup.v1";

struct KeyWithSecret
{
    KeyRecord record;
    crypto::SecretBytes secret; // 32 bytes
};

// The key that a passphrase makes, and what it takes to make it again.
struct BackupKey
{
    crypto::PassphraseCost cost{};
    crypto::PassphraseSalt salt{};
    crypto::BoxKey box{};
};

// With a fresh salt. Takes about a second at the usual cost. Throws StreamValidationError EmptyValue for an empty
// passphrase, std::bad_alloc.
[[nodiscard]] BackupKey makeBackupKey(const crypto::SecretBytes &passphrase, const crypto::PassphraseCost &cost = {});

// What opening a file may cost, whoever wrote it.
struct BackupLimits
{
    std::uint64_t maxPasses = 16;
    std::uint64_t maxMemory = std::uint64_t{1} << 30U; // bytes
    std::size_t maxBytes = std::size_t{4} << 20U;
};

// A backup that was read and not opened yet.
class KeyBackup
{
public:
    // Throws StreamError with the field: InvalidJson, JsonLimit, InvalidBackup, UnsupportedSchema (of a newer program).
    [[nodiscard]] static KeyBackup parse(std::string text, const BackupLimits &limits = {});
    // The same from a file, which errors name; also IoError.
    [[nodiscard]] static KeyBackup read(const std::filesystem::path &path, const BackupLimits &limits = {});

    // When it was made, in UTC.
    [[nodiscard]] const std::string &created() const noexcept { return m_created; }

    // Makes the key; takes as long as the backup's cost says. Throws StreamError WrongPassphrase, std::bad_alloc.
    [[nodiscard]] BackupKey keyFor(const crypto::SecretBytes &passphrase) const;
    // True when this key opens it, so that nobody has to be asked again.
    [[nodiscard]] bool fits(const BackupKey &key) const noexcept;
    // All keys in it, each checked against its public part. Throws StreamError WrongPassphrase when the key does not
    // fit, InvalidBackup when the file was changed or damaged.
    [[nodiscard]] std::vector<KeyWithSecret> open(const BackupKey &key) const;

private:
    KeyBackup() = default;

    crypto::PassphraseCost m_cost;
    crypto::PassphraseSalt m_salt{};
    std::array<std::byte, crypto::keySize> m_check{};
    crypto::BoxNonce m_nonce{};
    std::string m_created;
    std::string m_sealed;
};

// What is sealed in a backup, once it was opened: its keys, each checked against its public part. Throws StreamError
// InvalidBackup.
[[nodiscard]] std::vector<KeyWithSecret> readBackupContent(std::span<const std::byte> content);

// The text that KeyBackup::parse() reads, closed with a fresh nonce, with a line break at its end. `created` is a time
// as utcNow() writes it.
[[nodiscard]] std::string keyBackupText(std::span<const KeyWithSecret> keys, const BackupKey &key,
                                        const std::string &created);

} // namespace streamdesk::keys
