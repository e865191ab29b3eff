// What `data sign`, `data verify` and `data open` share: readings in, texts out, all cores, in order.
#pragma once

#include "command.h"

#include "core/package/readings.h"
#include "core/stream/data_package.h"

#include <functional>
#include <string>

namespace streamdesk::cli {

void addDataSign(CLI::App &data, Session &session);
void addDataVerify(CLI::App &data, Session &session);
void addDataOpen(CLI::App &data, Session &session);

struct InputOptions
{
    std::string path;
    bool lines = false;
};
// INPUT and --lines
void addInputOptions(CLI::App &command, InputOptions &options, const std::string &whatItIs);

// Where the results of signing and opening go.
struct ResultOptions
{
    std::string output;
    OutputOptions files;
};
// --output, --replace and --no-sync
void addResultOptions(CLI::App &command, ResultOptions &options);

// Opens what `options` name; waiting for a pipe ends when the session is stopped.
[[nodiscard]] package::ReadingSource openReadings(const Session &session, const InputOptions &options);

// What a verdict says to people.
[[nodiscard]] std::string verdictSentence(const stream::DataPackage &package,
                                          const stream::DataVerification &verification);
// A text from a package, which may be as long as the file, for a line on the screen.
[[nodiscard]] std::string shown(const std::string &text);

// Calls `work` for every reading on all cores and `done` for each, in order, one at a time. What `work` throws is given
// to `done`, with the reading's name in its context. Returns how many there were.
struct WorkedReading
{
    package::Reading reading;
    std::uint64_t number = 0; // from 0
    std::string result;
    std::exception_ptr error;
};
std::uint64_t forEachReading(package::ReadingSource &source, const jobs::JobControl &control,
                             const std::function<std::string(const package::Reading &, std::uint64_t)> &work,
                             const std::function<void(WorkedReading &)> &done);

// Writes what `work` makes of each reading: to the standard output, into one file, or into a folder under the same
// names. The first error ends it, and then nothing new was left behind. Returns how many there were.
std::uint64_t convertReadings(
    Session &session, const InputOptions &input, const ResultOptions &result,
    const std::function<std::string(const package::Reading &, std::uint64_t, bool pretty)> &work);

} // namespace streamdesk::cli
