// What is known of a key of this desk without its secret: what people see, and what ordinary settings hold.
#pragma once

#include "core/json/document.h"
#include "core/json/writer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace streamdesk::keys {

enum class KeyKind : std::uint8_t { X25519, Ed25519, Secp256k1, Aes256 };

// What a person uses the key for; each goes with one kind.
enum class Purpose : std::uint8_t {
    Owner,    // X25519: grants buyers access
    Operator, // X25519
    Machine,  // X25519
    Buyer,    // X25519: opens what was granted
    Signing,  // Ed25519: signs chunks
    Data,     // secp256k1: signs readings
    Field,    // AES-256: encrypted fields of readings
};

// Where the secret is kept.
enum class HomeKind : std::uint8_t { Keychain, File };

[[nodiscard]] KeyKind kindOf(Purpose purpose) noexcept;
// As files and the command line write them: "x25519", "owner", "keychain".
[[nodiscard]] std::string_view name(KeyKind kind) noexcept;
[[nodiscard]] std::string_view name(Purpose purpose) noexcept;
[[nodiscard]] std::string_view name(HomeKind home) noexcept;
[[nodiscard]] std::optional<KeyKind> kindFromName(std::string_view name) noexcept;
[[nodiscard]] std::optional<Purpose> purposeFromName(std::string_view name) noexcept;
[[nodiscard]] std::optional<HomeKind> homeFromName(std::string_view name) noexcept;

struct KeyRecord
{
    std::string id;    // 32 hex digits; the name of the secret in its home
    std::string label; // for people; no two keys of a desk have the same
    KeyKind kind = KeyKind::X25519;
    Purpose purpose = Purpose::Owner;
    // What others may know: of X25519 and Ed25519 the public key (64 hex digits), of secp256k1 the Ethereum address
    // (0x and 40 hex digits), of AES-256 a check value (32 hex digits, docs/format.md) that tells keys apart.
    std::string publicPart;
    // Times as utcNow() writes them; the last two are empty until it happened.
    std::string created{};
    std::string lastUsed{};
    std::string lastProven{}; // a drill brought the same key out of a backup
    HomeKind home = HomeKind::Keychain;

    bool operator==(const KeyRecord &) const = default;
};

// A fresh id.
[[nodiscard]] std::string newKeyId();

// The label without white space at its ends. Throws StreamValidationError EmptyValue when nothing is left, InvalidText
// when it is longer than 100 bytes, no UTF-8, or holds what would steer a terminal.
[[nodiscard]] std::string checkedLabel(std::string_view label);

// One object of the list of keys and of backups (docs/format.md, "List of keys"). `where` names it in errors:
// StreamError InvalidKeyList with the field.
void writeKeyRecord(json::Writer &writer, const KeyRecord &record);
[[nodiscard]] KeyRecord readKeyRecord(json::Value object, const std::string &where);

} // namespace streamdesk::keys
