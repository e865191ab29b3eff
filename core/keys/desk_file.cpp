#include "core/keys/desk_file.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/io/file.h"
#include "core/json/writer.h"

namespace streamdesk::keys {

namespace {

constexpr std::size_t maxBytes = std::size_t{32} << 20U;
constexpr json::Limits limits{.maxBytes = maxBytes, .maxValues = 2'000'000, .maxDepth = 24};

[[noreturn]] void refuse(ErrorCode code, std::string_view field, std::string_view message)
{
    throw StreamError(code, message, ErrorContext{.file = {}, .field = std::string(field), .chunk = {}});
}

json::Value member(json::Value root, std::string_view name, json::Kind kind)
{
    const auto value = root.find(name);
    if (!value) {
        refuse(ErrorCode::MissingField, name, "is missing");
    }
    if (value->kind() != kind) {
        refuse(ErrorCode::WrongType, name, "must be " + std::string(json::kindName(kind)));
    }
    return *value;
}

std::string textOf(json::Value value)
{
    std::string text;
    json::Writer writer(text, json::Writer::Style::Compact);
    json::Tree(value).write(writer);
    return text;
}

json::Tree treeOf(std::string text)
{
    json::Document document;
    document.parse(std::move(text), limits);
    return json::Tree(document.root());
}

} // namespace

DeskFile parseDeskFile(std::string text)
{
    json::Document document;
    document.parse(std::move(text), limits);
    const json::Value root = document.root();
    const auto schema = root.find("schemaVersion");
    if (!schema || schema->string() != deskSchema) {
        refuse(ErrorCode::UnsupportedSchema, "schemaVersion",
               "is not " + std::string(deskSchema) + ": this is no desk file, or one of a newer program");
    }
    return {.created = std::string(*member(root, "created", json::Kind::String).string()),
            .trust = parseTrustFile(textOf(member(root, "trust", json::Kind::Object))),
            .keys = parseKeyList(textOf(member(root, "keys", json::Kind::Object))),
            .settings = json::Tree(member(root, "settings", json::Kind::Object)),
            .library = json::Tree(member(root, "library", json::Kind::Array))};
}

DeskFile readDeskFile(const std::filesystem::path &path)
{
    try {
        std::string text;
        io::readTextFile(path, maxBytes, text);
        return parseDeskFile(std::move(text));
    } catch (StreamError &error) {
        error.addContext(ErrorContext{.file = displayPath(path), .field = {}, .chunk = {}});
        throw;
    }
}

std::string deskFileText(const DeskFile &file)
{
    std::string text;
    json::Writer writer(text, json::Writer::Style::Pretty);
    writer.beginObject().member("schemaVersion", deskSchema).member("created", file.created).key("settings");
    file.settings.write(writer);
    writer.key("library");
    file.library.write(writer);
    writer.key("trust");
    treeOf(trustFileText(file.trust)).write(writer);
    writer.key("keys");
    treeOf(keyListText(file.keys)).write(writer);
    writer.endObject();
    return text + "\n";
}

} // namespace streamdesk::keys
