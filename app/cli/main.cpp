// stream-desk-cli: the engine for scripts and for people at a terminal.
#include "command.h"

#include "core/base/errors.h"
#include "core/base/log.h"
#include "core/crypto/secret_bytes.h"
#include "help_model.h"
#include "logging.h"
#include "words.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <new>

namespace {

using namespace streamdesk;
using namespace streamdesk::cli;

constexpr const char *about = R"(Sell and buy machine data through peaqOS Stream.

A seller publishes data as a package, a chain of encrypted and signed chunks, and gives buyers the keys to all or some of
them in small access files. A buyer checks what came and gets the data out.

Each command explains itself: stream-desk-cli COMMAND --help)";

constexpr const char *examples = R"(Example: the seller's side
  stream-desk-cli publish --input trip.csv --output-dir package …
  stream-desk-cli code package
  stream-desk-cli grant --chunk-dir package --output-dir access …

and the buyer's
  stream-desk-cli verify package
  stream-desk-cli consume --chunk-dir package --data-dir package --access-dir access …)";

std::atomic<jobs::StopFlag *> stopOnSignal = nullptr;

extern "C" void onSignal(int)
{
    if (jobs::StopFlag *const flag = stopOnSignal.load()) {
        flag->requestStop();
    }
}

void logError(const StreamError &error)
{
    const ErrorContext &context = error.context();
    log::error("cli", errorCodeName(error.code()), ": ", error.what(), "; file=", context.file,
               " field=", context.field, " chunk=", context.chunk ? std::to_string(*context.chunk) : std::string());
}

int report(const StreamError &error)
{
    if (error.code() == ErrorCode::Stopped) {
        log::warning("cli", "stopped on request");
        say("Stopped. Nothing was left half-written.");
        return exitStopped;
    }
    logError(error);
    // What was taken for the name of a file or a buyer and is none may be a key typed in the wrong place.
    const bool typed = error.code() == ErrorCode::NotFound || error.code() == ErrorCode::NotGranted;
    say("Error: " + (typed ? redact(error.what()) : std::string(error.what())));
    if (const std::string step = nextStep(error.code()); !step.empty()) {
        say("  " + step);
    }
    switch (error.code()) {
    case ErrorCode::VerificationFailed:
    case ErrorCode::MissingCiphertext:
    case ErrorCode::NotGranted:
    case ErrorCode::UnwrapFailed:
    case ErrorCode::CommitmentMismatch:
    case ErrorCode::DecryptionFailed:
    case ErrorCode::PlaintextHashMismatch:
    case ErrorCode::FileChanged:
        return exitFailed;
    default:
        return exitBadInput;
    }
}

// What -v adds: what the machine allowed, and how long it took.
void sayDetails(const log::Stopwatch &watch)
{
    say("Took " + std::to_string(watch.milliseconds()) + " ms.");
    say(crypto::SecretBytes::lockingRefused()
            ? "The system did not lock all key memory (see ulimit -l); keys may reach the swap file."
            : "Key memory was locked.");
}

int parseAndRun(CLI::App &app, Session &session, int argc, char **argv)
{
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success &wanted) { // --help or --version
        return app.exit(wanted, std::cout, std::cerr);
    } catch (const CLI::ParseError &error) {
        say("Error: " + redact(error.what()));
        std::string command = "stream-desk-cli ";
        for (const CLI::App *at = &app; !at->get_subcommands().empty();) {
            at = at->get_subcommands().front();
            command += at->get_name() + " ";
        }
        say("  See " + command + "--help.");
        return exitFailed;
    }
    if (app.get_subcommands().empty()) {
        print(app.help());
    }
    return session.exitCode;
}

} // namespace

int main(int argc, char **argv)
{
    Session session;
    stopOnSignal = &session.stop;
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);

    CLI::App app{about, "stream-desk-cli"};
    app.set_help_flag("-h,--help", "Show this help.");
    app.set_version_flag("--version", "stream-desk-cli " STREAMDESK_VERSION, "Show the version.");
    app.footer(examples);
    useOwnHelp(app);
    app.require_subcommand(0, 1);
    app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    CLI::Option *const quiet = app.add_flag("-q,--quiet", session.quiet, "Say nothing but errors.");
    app.add_flag("-v,--verbose", session.verbose, "Say at the end how long it took and what the system allowed.")
        ->excludes(quiet);
    LogOptions logOptions;
    addLogOptions(app, logOptions);
    app.parse_complete_callback([&] {
        startLog(logOptions, session);
        log::info("cli", "stream-desk-cli " STREAMDESK_VERSION " starts ",
                  app.get_subcommands().empty() ? std::string("nothing") : app.get_subcommands()[0]->get_name());
    });

    addPublish(app, session);
    addGrant(app, session);
    addVerify(app, session);
    addVerifyReceipt(app, session);
    addRepair(app, session);
    addConsume(app, session);
    addCode(app, session);
    addInspect(app, session);
    addData(app, session);
    addChunkId(app, session);
    addTrust(app, session);
    addKeys(app, session);
    addHelpText(app, session);

    const log::Stopwatch watch;
    int exitCode = exitBadInput;
    try {
        exitCode = parseAndRun(app, session, argc, argv);
    } catch (const StreamError &error) {
        exitCode = report(error);
    } catch (const std::bad_alloc &) {
        log::error("cli", "out of memory");
        say("Error: there is not enough memory.");
    } catch (const std::exception &error) {
        log::error("cli", error.what());
        say("Error: " + redact(error.what()));
    }
    if (const std::string trouble = finishPrinting(); !trouble.empty()) {
        say("Error: standard output: cannot be written: " + trouble);
        exitCode = exitCode == exitDone ? exitBadInput : exitCode;
    }
    if (session.verbose) {
        sayDetails(watch);
    }
    log::info("cli", "ends with exit code ", std::to_string(exitCode), " after ", watch.milliseconds(), " ms");
    endLog();
    stopOnSignal = nullptr;
    return exitCode;
}
