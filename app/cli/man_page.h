// The man page stream-desk-cli(1), in roff with the man macros, ASCII only.
#pragma once

#include "help_model.h"

#include <string>
#include <string_view>

namespace streamdesk::cli {

// `date` as YYYY-MM-DD, `version` as "0.1.0".
[[nodiscard]] std::string manPage(const CommandHelp &program, std::string_view version, std::string_view date);

// Text that roff prints as it is here: backslashes, dashes, quotes, a dot at the beginning of a line, Unicode. One
// line.
[[nodiscard]] std::string roffEscaped(std::string_view text);

} // namespace streamdesk::cli
