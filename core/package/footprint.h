// Whether files are still what they were, as far as can be told without reading them.
#pragma once

#include <filesystem>
#include <string>

namespace streamdesk::package {

// A text that changes when in the folder (one level of subfolders included) or the ZIP file at `path` anything comes,
// goes, is written to or gets another size. It proves nothing: sizes and times can be set at will. Throws IoError.
[[nodiscard]] std::string footprint(const std::filesystem::path &path);

} // namespace streamdesk::package
