// What a person brings as a key, recognised by its content: a file or pasted text.
#pragma once

#include "core/keys/key_backup.h"

#include <filesystem>
#include <optional>
#include <span>

namespace streamdesk::keys {

struct KeyImport
{
    enum class Source {
        Hex,    // 64 hex digits, as the reference's key files hold them: `secret`; of which kind nobody can tell
        Agent,  // the on-robot agent's JSON key file: `secret`, `kind` and `publicPart`
        Backup, // an encrypted backup: `backup`
    };
    Source source = Source::Hex;
    crypto::SecretBytes secret{}; // 32 bytes, or empty
    std::optional<KeyKind> kind{};
    std::string publicPart{}; // that belongs to the secret; empty when the kind is not known
    std::optional<KeyBackup> backup{};
};

// Throws StreamError: InvalidKeyFile when it is no key, or its public key belongs to another private key; for what says
// that it is a backup those of KeyBackup::parse(). No message holds a part of the content.
[[nodiscard]] KeyImport readKeyImport(std::span<const std::byte> content);

// The same from a file of at most 4 MiB, which errors name. Also throws IoError. What was read is wiped.
[[nodiscard]] KeyImport readKeyImport(const std::filesystem::path &path);

} // namespace streamdesk::keys
