// What a desk knows, but for secrets, to be taken to another computer: streamdesk.desk.v1 (docs/format.md, "Desk
// file").
#pragma once

#include "core/json/tree.h"
#include "core/keys/key_list.h"
#include "core/keys/trust_file.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace streamdesk::keys {

inline constexpr std::string_view deskSchema = "streamdesk.desk.v1";

struct DeskFile
{
    std::string created; // a time in UTC, as utcNow() writes it
    TrustFile trust{};
    KeyList keys{};
    json::Tree settings{json::Tree::Object{}}; // an object; what is in it is the window's
    json::Tree library{json::Tree::Array{}};   // an array of objects; likewise
};

// Throws StreamError with the field: InvalidJson, JsonLimit, WrongType, MissingField, those of parseTrustFile() and
// parseKeyList(), and UnsupportedSchema for the file of a newer program or of another kind. Nothing is half-read.
[[nodiscard]] DeskFile parseDeskFile(std::string text);
// The same from a file, which errors name. Also throws IoError.
[[nodiscard]] DeskFile readDeskFile(const std::filesystem::path &path);
// The text that parseDeskFile() reads, indented, with a line break at its end.
[[nodiscard]] std::string deskFileText(const DeskFile &file);

} // namespace streamdesk::keys
