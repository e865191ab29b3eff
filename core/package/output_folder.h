// What already lies where package or access files, or a ZIP file of them, are to be written.
#pragma once

#include "core/base/errors.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace streamdesk::package {

struct FolderContents
{
    std::vector<std::string> packageFiles; // chunk-*.json, chunk-<n>.bin, manifest.json
    std::vector<std::string> accessFiles;  // <64 hex digits>-<n>.json, 0x allowed
};

// True for "<64 hex digits>-<n>.json": a buyer access file by its name.
[[nodiscard]] bool isAccessName(std::string_view name);

// Empty when the folder does not exist. Throws IoError when it cannot be read or is no folder.
[[nodiscard]] FolderContents surveyFolder(const std::filesystem::path &folder);

// The error that names what is in the way.
[[nodiscard]] IoError inTheWay(const std::filesystem::path &folder, const FolderContents &contents);

// Throws IoError InTheWay when `file` exists and may not be replaced, or is a folder.
void requireFree(const std::filesystem::path &file, bool replace);

} // namespace streamdesk::package
