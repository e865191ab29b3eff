#include "core/keys/key_record.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/crypto/hex.h"
#include "core/crypto/keys.h"
#include "core/crypto/random.h"

#include <algorithm>
#include <array>

namespace streamdesk::keys {

namespace {

constexpr std::size_t longestLabel = 100;
constexpr std::size_t idBytes = 16;

template <typename T>
struct Named
{
    T value;
    std::string_view name;
};

constexpr std::array<Named<KeyKind>, 4> kinds = {{{KeyKind::X25519, "x25519"},
                                                  {KeyKind::Ed25519, "ed25519"},
                                                  {KeyKind::Secp256k1, "secp256k1"},
                                                  {KeyKind::Aes256, "aes256"}}};
constexpr std::array<Named<Purpose>, 7> purposes = {{{Purpose::Owner, "owner"},
                                                     {Purpose::Operator, "operator"},
                                                     {Purpose::Machine, "machine"},
                                                     {Purpose::Buyer, "buyer"},
                                                     {Purpose::Signing, "signing"},
                                                     {Purpose::Data, "data"},
                                                     {Purpose::Field, "field"}}};
constexpr std::array<Named<HomeKind>, 2> homes = {{{HomeKind::Keychain, "keychain"}, {HomeKind::File, "file"}}};

template <typename T, std::size_t N>
std::string_view nameIn(const std::array<Named<T>, N> &names, T value) noexcept
{
    return std::ranges::find(names, value, &Named<T>::value)->name;
}

template <typename T, std::size_t N>
std::optional<T> valueIn(const std::array<Named<T>, N> &names, std::string_view name) noexcept
{
    const auto *const found = std::ranges::find(names, name, &Named<T>::name);
    return found == names.end() ? std::nullopt : std::optional(found->value);
}

[[noreturn]] void refuse(const std::string &field, std::string_view message)
{
    throw StreamError(ErrorCode::InvalidKeyList, message, ErrorContext{.file = {}, .field = field, .chunk = {}});
}

std::string textOf(json::Value object, const std::string &where, std::string_view name, bool needed)
{
    const auto value = object.find(name);
    if (!value && !needed) {
        return {};
    }
    if (!value || !value->string() || (needed && value->string()->empty())) {
        refuse(where + "." + std::string(name), "must be text that is not empty");
    }
    return std::string(*value->string());
}

template <typename T, std::size_t N>
T oneOf(const std::array<Named<T>, N> &names, json::Value object, const std::string &where, std::string_view name)
{
    const auto value = valueIn(names, textOf(object, where, name, true));
    if (!value) {
        refuse(where + "." + std::string(name), "is of a kind that this version does not know");
    }
    return *value;
}

bool isPublicPart(KeyKind kind, const std::string &text)
{
    const bool address = kind == KeyKind::Secp256k1;
    const auto bytes = crypto::hexLength(text);
    const std::size_t expected = address ? 20 : kind == KeyKind::Aes256 ? 16 : crypto::keySize;
    return bytes == expected && text.starts_with("0x") == address;
}

} // namespace

KeyKind kindOf(Purpose purpose) noexcept
{
    switch (purpose) {
    case Purpose::Signing:
        return KeyKind::Ed25519;
    case Purpose::Data:
        return KeyKind::Secp256k1;
    case Purpose::Field:
        return KeyKind::Aes256;
    default:
        return KeyKind::X25519;
    }
}

std::string_view name(KeyKind kind) noexcept
{
    return nameIn(kinds, kind);
}

std::string_view name(Purpose purpose) noexcept
{
    return nameIn(purposes, purpose);
}

std::string_view name(HomeKind home) noexcept
{
    return nameIn(homes, home);
}

std::optional<KeyKind> kindFromName(std::string_view name) noexcept
{
    return valueIn(kinds, name);
}

std::optional<Purpose> purposeFromName(std::string_view name) noexcept
{
    return valueIn(purposes, name);
}

std::optional<HomeKind> homeFromName(std::string_view name) noexcept
{
    return valueIn(homes, name);
}

std::string newKeyId()
{
    std::array<std::byte, idBytes> bytes{};
    crypto::randomBytes(bytes);
    return crypto::toHex(bytes);
}

std::string checkedLabel(std::string_view label)
{
    std::string text(trimmed(label));
    if (text.empty()) {
        throw StreamValidationError(ErrorCode::EmptyValue, "must not be empty", "label", "not empty");
    }
    if (!isUtf8(text) || printable(text) != text || text.size() > longestLabel) {
        throw StreamValidationError(ErrorCode::InvalidText, "must be a name of one line, at most 100 bytes long",
                                    "label", "one line");
    }
    if (redact(text) != text) {
        throw StreamValidationError(ErrorCode::InvalidText, "looks like a key; choose a name instead", "label",
                                    "no key");
    }
    return text;
}

void writeKeyRecord(json::Writer &writer, const KeyRecord &record)
{
    const auto writeUnlessEmpty = [&writer](std::string_view member, const std::string &text) {
        if (!text.empty()) {
            writer.member(member, text);
        }
    };
    writer.beginObject()
        .member("id", record.id)
        .member("label", record.label)
        .member("kind", name(record.kind))
        .member("purpose", name(record.purpose))
        .member("publicPart", record.publicPart);
    writeUnlessEmpty("created", record.created);
    writeUnlessEmpty("lastUsed", record.lastUsed);
    writeUnlessEmpty("lastProven", record.lastProven);
    writer.member("home", name(record.home)).endObject();
}

KeyRecord readKeyRecord(json::Value object, const std::string &where)
{
    if (!object.isObject()) {
        refuse(where, "must be an object");
    }
    KeyRecord record{.id = textOf(object, where, "id", true),
                     .label = textOf(object, where, "label", true),
                     .kind = oneOf(kinds, object, where, "kind"),
                     .purpose = oneOf(purposes, object, where, "purpose"),
                     .publicPart = textOf(object, where, "publicPart", true),
                     .created = textOf(object, where, "created", false),
                     .lastUsed = textOf(object, where, "lastUsed", false),
                     .lastProven = textOf(object, where, "lastProven", false),
                     .home = oneOf(homes, object, where, "home")};
    if (crypto::hexLength(record.id) != idBytes || record.id.starts_with("0x")) {
        refuse(where + ".id", "must be 32 hex digits");
    }
    try {
        record.label = checkedLabel(record.label);
    } catch (const StreamError &error) {
        refuse(where + ".label", error.code() == ErrorCode::EmptyValue ? "must not be empty" : "cannot be a label");
    }
    if (kindOf(record.purpose) != record.kind) {
        refuse(where + ".purpose", "does not go with the kind of the key");
    }
    if (!isPublicPart(record.kind, record.publicPart)) {
        refuse(where + ".publicPart", "is not what a key of this kind has");
    }
    return record;
}

} // namespace streamdesk::keys
