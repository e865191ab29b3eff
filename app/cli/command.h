// What every subcommand gets and gives. A subcommand is one file: a function that adds its options to the parser and
// says what to run.
#pragma once

#include "core/base/text.h"
#include "core/io/staging.h"
#include "core/jobs/job.h"
#include "core/package/verify.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace streamdesk::cli {

// Exit codes, those of the reference (design.md, "The command line").
inline constexpr int exitDone = 0;
inline constexpr int exitBadInput = 1;  // bad values, malformed packages, missing envelopes
inline constexpr int exitFailed = 2;    // usage; verification, decryption or network failures
inline constexpr int exitStopped = 130; // Ctrl+C, as shells count

// Shared by all subcommands.
struct Session
{
    bool quiet = false;
    bool verbose = false;
    bool logsToError = false;
    jobs::StopFlag stop;
    int exitCode = exitDone;
};

// Each adds one subcommand whose callback runs it and leaves the exit code in the session.
void addPublish(CLI::App &app, Session &session);
void addGrant(CLI::App &app, Session &session);
void addConsume(CLI::App &app, Session &session);
void addVerify(CLI::App &app, Session &session);
void addVerifyReceipt(CLI::App &app, Session &session);
void addRepair(CLI::App &app, Session &session);
void addCode(CLI::App &app, Session &session);
void addInspect(CLI::App &app, Session &session);
void addChunkId(CLI::App &app, Session &session);
void addData(CLI::App &app, Session &session);
void addTrust(CLI::App &app, Session &session);
void addKeys(CLI::App &app, Session &session);
void addHelpText(CLI::App &app, Session &session); // hidden

// Adds a subcommand whose options live in an `Options` that `run(Session &, const Options &)` gets; run returns the
// exit code and may throw StreamError.
template <typename Options, typename Add, typename Run>
void addCommand(CLI::App &app, Session &session, const std::string &name, const std::string &description, Add add,
                Run run)
{
    CLI::App *const command = app.add_subcommand(name, description);
    const auto options = std::make_shared<Options>();
    add(*command, *options);
    command->callback([&session, options, run] { session.exitCode = run(session, *options); });
}

// Refuses values of options with exit code 1.
[[noreturn]] void refuse(const std::string &option, const std::string &message);

// Option checks that end with exit code 2, as the reference's do.
[[nodiscard]] CLI::Validator existingPath();       // exists and can be read
[[nodiscard]] CLI::Validator existingPackage();    // exists, is a folder or a ZIP file, and can be read
[[nodiscard]] CLI::Validator notAnExistingFile();  // may not exist; if it does, is a folder
[[nodiscard]] CLI::Validator notAnyExistingFile(); // may not exist; if it does, is a folder or a ZIP file
// A whole number, perhaps negative.
[[nodiscard]] CLI::Validator wholeNumber();

// The heading of options that come later.
inline constexpr const char *laterGroup = "Not yet available";
// A flag of the reference that this version does not have yet: taken, and refused when used.
void addLaterOption(CLI::App &command, std::string &value, const std::string &name);
void refuseLater(const std::string &value, const std::string &name);

// A path as a person gave it, without the dots and doubled slashes that mean nothing: the reference prints it so.
[[nodiscard]] std::filesystem::path givenPath(std::string_view text);
// The same for a file that is to be written: throws IoError InTheWay when it is there and `replace` does not allow it.
[[nodiscard]] std::filesystem::path freePath(std::string_view text, bool replace);
// A flag that takes no value.
void addFlag(CLI::App &command, const std::string &names, bool &value, const std::string &description);
// Of each of these pairs exactly one must be given; anything else ends with exit code 2. Once a command.
using OptionPair = std::pair<CLI::Option *, CLI::Option *>;
void requireOneOf(CLI::App &command, const std::vector<OptionPair> &pairs);
// --json, --replace, --no-sync
void addJsonFlag(CLI::App &command, bool &json);
struct OutputOptions
{
    bool replace = false;
    bool noSync = false;

    [[nodiscard]] io::Durability durability() const
    {
        return noSync ? io::Durability::NotSynced : io::Durability::Synced;
    }
};
void addOutputOptions(CLI::App &command, OutputOptions &options);

// --trusted and --code
struct ExpectationOptions
{
    std::string trustFile;
    std::string code;
};
void addExpectationOptions(CLI::App &command, ExpectationOptions &options);
// Reads the trust file, or the desk's own trust store without one, and checks the code. Throws StreamError.
[[nodiscard]] package::Expectations makeExpectations(const ExpectationOptions &options);

// Lines for people go to standard error, results for programs to standard output.
void say(std::string_view line);
void sayLines(std::string_view lines);
void print(std::string_view text); // as it is, no line break added
// Brings what was printed to where standard output goes; says why when some of it did not arrive, nothing when all did.
[[nodiscard]] std::string finishPrinting();

// "1,234,567"
[[nodiscard]] std::string grouped(std::uint64_t number);
// "25.0 MiB"
[[nodiscard]] std::string describeBytes(std::uint64_t bytes);

} // namespace streamdesk::cli
