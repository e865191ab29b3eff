// Whether files are still what they were, as far as can be told without reading them.
#pragma once

#include "core/jobs/job.h"

#include <filesystem>
#include <string>

namespace streamdesk::package {

// A text that changes when in the folder (one level of subfolders included) or the ZIP file at `path` anything comes,
// goes, is written to or gets another size. It proves nothing: sizes and times can be set at will. Throws IoError, and
// Stopped.
[[nodiscard]] std::string footprint(const std::filesystem::path &path, const jobs::JobControl &control);

} // namespace streamdesk::package
