// --log-level and --log-file.
#pragma once

#include "command.h"

namespace streamdesk::cli {

struct LogOptions
{
    std::string level;
    std::string file;
};

void addLogOptions(CLI::App &app, LogOptions &options);
// Starts the log when one is wanted, before anything worth logging happens. Throws IoError when the file cannot be
// opened.
void startLog(const LogOptions &options, Session &session);
// Ends it and says so when it could not be written to its end.
void endLog();

} // namespace streamdesk::cli
