// Completion scripts for shells: commands, options, files and folders, and fixed values.
#pragma once

#include "help_model.h"

#include <string>

namespace streamdesk::cli {

// To be sourced by bash 4.1 or newer; needs nothing else.
[[nodiscard]] std::string bashCompletion(const CommandHelp &program);
// For a folder in zsh's $fpath, as a file named _stream-desk-cli.
[[nodiscard]] std::string zshCompletion(const CommandHelp &program);
// For fish's folder of completions.
[[nodiscard]] std::string fishCompletion(const CommandHelp &program);

} // namespace streamdesk::cli
