// The list of this desk's keys, streamdesk.keys.v1 (docs/format.md, "List of keys"). It holds no secret.
#pragma once

#include "core/keys/key_record.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace streamdesk::keys {

inline constexpr std::string_view keyListSchema = "streamdesk.keys.v1";
inline constexpr std::size_t mostKeys = 10'000;

struct KeyList
{
    std::vector<KeyRecord> keys;       // in the order in which they came
    std::optional<HomeKind> usualHome; // where new keys go; nothing when nobody chose

    // The key of this id, label or public part, nullptr when there is none.
    [[nodiscard]] const KeyRecord *find(std::string_view idOrLabelOrPublicPart) const noexcept;
};

// Throws StreamError with the field: InvalidJson, JsonLimit, InvalidKeyList, and UnsupportedSchema for the list of a
// newer program.
[[nodiscard]] KeyList parseKeyList(std::string text);
// The text that parseKeyList() reads, indented, with a line break at its end.
[[nodiscard]] std::string keyListText(const KeyList &list);

// The file that window and command line share. Any thread; nothing is kept open between the calls.
class KeyListFile
{
public:
    // keys.json in the settings folder of this user.
    [[nodiscard]] static std::filesystem::path usualPath();

    explicit KeyListFile(std::filesystem::path path = usualPath()) : m_path(std::move(path)) {}

    [[nodiscard]] const std::filesystem::path &path() const noexcept { return m_path; }

    // What it says now; an empty list when there is no such file yet. Throws as parseKeyList() does, with the path, and
    // IoError.
    [[nodiscard]] KeyList read() const;
    // Reads, lets `edit` change it, and replaces the file in one step (see changeSettingsFile()). A file that cannot
    // be read, or is of a newer program, is never replaced.
    void update(const std::function<void(KeyList &)> &edit) const;

private:
    std::filesystem::path m_path;
};

} // namespace streamdesk::keys
