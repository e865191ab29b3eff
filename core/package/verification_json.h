// A verification for programs: all of it as JSON, its findings as a table. The command line prints them, the window
// saves them.
#pragma once

#include "core/package/verify.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace streamdesk::package {

// A finding in one sentence for people, UTF-8, without its chunk.
using DescribeFunction = std::function<std::string(const stream::Finding &)>;

// Indented, ends with a line feed. "failures" are the findings that count against the package, "warnings" the remarks.
[[nodiscard]] std::string verificationJson(const Verification &verification,
                                           const std::optional<stream::Manifest> &manifest,
                                           const DescribeFunction &describe);

// RFC 4180 in UTF-8: a line of names, then one line for each finding. `other_chunk` is set when the ciphertext is that
// of another chunk. Names and values come from whoever made the package, so a cell that a spreadsheet would take for a
// formula begins with an apostrophe.
[[nodiscard]] std::string findingsCsv(const std::vector<stream::Finding> &findings);

} // namespace streamdesk::package
