#include "core/keys/key_list.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/keys/settings_file.h"

#include <algorithm>
#include <set>

namespace streamdesk::keys {

namespace {

constexpr std::size_t maxBytes = std::size_t{16} << 20U;

[[noreturn]] void refuse(ErrorCode code, const std::string &field, std::string_view message)
{
    throw StreamError(code, message, ErrorContext{.file = {}, .field = field, .chunk = {}});
}

void checkSchema(json::Value root)
{
    const auto schema = root.find("schemaVersion");
    const std::string_view name = schema && schema->string() ? *schema->string() : std::string_view();
    if (name == keyListSchema) {
        return;
    }
    if (name.starts_with("streamdesk.keys.v")) {
        refuse(ErrorCode::UnsupportedSchema, "schemaVersion",
               "this list of keys was written by a newer version of the program; it is left as it is");
    }
    refuse(ErrorCode::InvalidKeyList, "schemaVersion", "must be \"" + std::string(keyListSchema) + "\"");
}

} // namespace

const KeyRecord *KeyList::find(std::string_view idOrLabelOrPublicPart) const noexcept
{
    for (std::string KeyRecord::*const member : {&KeyRecord::label, &KeyRecord::id, &KeyRecord::publicPart}) {
        const auto found = std::ranges::find(keys, idOrLabelOrPublicPart, member);
        if (found != keys.end()) {
            return &*found;
        }
    }
    return nullptr;
}

KeyList parseKeyList(std::string text)
{
    json::Document document;
    document.parse(std::move(text), {.maxBytes = maxBytes});
    const json::Value root = document.root();
    if (!root.isObject()) {
        refuse(ErrorCode::InvalidKeyList, {}, "must be an object");
    }
    checkSchema(root);
    KeyList list;
    if (const auto home = root.find("usualHome")) {
        list.usualHome = homeFromName(home->string().value_or(""));
        if (!list.usualHome) {
            refuse(ErrorCode::InvalidKeyList, "usualHome", "must be \"keychain\" or \"file\"");
        }
    }
    const auto keys = root.find("keys");
    if (!keys || !keys->isArray() || keys->size() > mostKeys) {
        refuse(ErrorCode::InvalidKeyList, "keys", "must be a list of at most " + std::to_string(mostKeys) + " keys");
    }
    std::set<std::string> seen;
    keys->forEachElement([&](json::Value element) {
        const std::string where = "keys[" + std::to_string(list.keys.size()) + "]";
        list.keys.push_back(readKeyRecord(element, where));
        const KeyRecord &key = list.keys.back();
        if (!seen.insert("id " + key.id).second || !seen.insert("label " + key.label).second) {
            refuse(ErrorCode::InvalidKeyList, where, "has the id or the label of another key");
        }
    });
    return list;
}

std::string keyListText(const KeyList &list)
{
    std::string text;
    json::Writer writer(text, json::Writer::Style::Pretty);
    writer.beginObject().member("schemaVersion", keyListSchema);
    if (list.usualHome) {
        writer.member("usualHome", name(*list.usualHome));
    }
    writer.key("keys").beginArray();
    for (const KeyRecord &key : list.keys) {
        writeKeyRecord(writer, key);
    }
    writer.endArray().endObject();
    return text + "\n";
}

std::filesystem::path KeyListFile::usualPath()
{
    return settingsFolder() / "keys.json";
}

KeyList KeyListFile::read() const
{
    if (!settingsFileExists(m_path)) {
        return {};
    }
    std::string text;
    io::readTextFile(m_path, maxBytes, text);
    try {
        return parseKeyList(std::move(text));
    } catch (StreamError &error) {
        error.addContext(ErrorContext{.file = displayPath(m_path), .field = {}, .chunk = {}});
        throw;
    }
}

void KeyListFile::update(const std::function<void(KeyList &)> &edit) const
{
    changeSettingsFile(m_path, io::Access::OwnerOnly, [&]() -> std::optional<std::string> {
        KeyList list = read();
        const std::string before = keyListText(list);
        edit(list);
        std::string text = keyListText(list);
        return text == before ? std::nullopt : std::optional(std::move(text));
    });
}

} // namespace streamdesk::keys
