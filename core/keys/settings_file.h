// A file of this user's settings that several programs may change at the same time.
#pragma once

#include "core/io/file.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace streamdesk::keys {

// Where the window and the command line keep their files: "streamdesk" in this user's settings folder.
[[nodiscard]] std::filesystem::path settingsFolder();

// False when there is no such file yet. A settings folder that may not be entered is another user's.
[[nodiscard]] bool settingsFileExists(const std::filesystem::path &path);

// Calls `change`, and puts the text that it returns in place of the file in one step, while every other program that
// does the same waits. Nothing is written when it returns nothing or throws. Waits for some seconds at most: throws
// IoError Busy when another program does not come to an end; also other IoErrors.
void changeSettingsFile(const std::filesystem::path &path, io::Access access,
                        const std::function<std::optional<std::string>()> &change);

} // namespace streamdesk::keys
