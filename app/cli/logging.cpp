#include "logging.h"

#include "core/base/log.h"
#include "core/io/file.h"

#include <cstdio>

namespace streamdesk::cli {

namespace {

bool failed = false;

log::Sink fileSink(const std::string &name)
{
    const auto file = std::make_shared<io::File>(io::File::openForAppending(givenPath(name)));
    return [file](std::string_view line) {
        try {
            file->write(std::as_bytes(std::span(line)));
        } catch (...) {
            failed = true;
            throw;
        }
    };
}

} // namespace

void addLogOptions(CLI::App &app, LogOptions &options)
{
    app.add_option("--log-level", options.level, "Log what is done, with times, for finding faults. Holds no keys.")
        ->type_name("LEVEL")
        ->check(CLI::IsMember({"off", "error", "warning", "info", "debug", "trace"}));
    app.add_option("--log-file", options.file,
                   "Add the log to this file instead of writing it to standard error. Without --log-level: info.")
        ->type_name("FILE");
}

void startLog(const LogOptions &options, Session &session)
{
    const std::string name = !options.level.empty() ? options.level : options.file.empty() ? "off" : "info";
    const log::Level level = log::levelFromName(name).value_or(log::Level::Off);
    if (level == log::Level::Off) {
        return;
    }
    if (!options.file.empty()) {
        log::start(level, fileSink(options.file));
    } else {
        session.logsToError = true;
        log::start(level, [](std::string_view line) { std::fwrite(line.data(), 1, line.size(), stderr); });
    }
}

void endLog()
{
    log::stop();
    if (failed) {
        say("Warning: the log could not be written to its end.");
    }
}

} // namespace streamdesk::cli
