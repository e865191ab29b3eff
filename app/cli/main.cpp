// stream-desk-cli: the engine for scripts and for people at a terminal.
#include "command.h"

#include "core/base/errors.h"
#include "core/crypto/secret_bytes.h"
#include "words.h"

#include <atomic>
#include <chrono>
#include <csignal>
#include <new>

namespace {

using namespace streamdesk;
using namespace streamdesk::cli;

constexpr const char *about = R"(Stream Desk: sell and buy machine data through peaqOS Stream.

  A seller publishes data as a package and grants buyers access to it:
    stream-desk-cli publish --input trip.csv --output-dir package …
    stream-desk-cli grant --chunk-dir package --output-dir access …

  A buyer checks what came and gets the data out:
    stream-desk-cli verify package
    stream-desk-cli consume --chunk-dir package --data-dir package --access-dir access …

  Each command explains itself: stream-desk-cli COMMAND --help)";

std::atomic<jobs::StopFlag *> stopOnSignal = nullptr;

extern "C" void onSignal(int)
{
    if (jobs::StopFlag *const flag = stopOnSignal.load()) {
        flag->requestStop();
    }
}

int report(const StreamError &error)
{
    if (error.code() == ErrorCode::Stopped) {
        say("Stopped. Nothing was left half-written.");
        return exitStopped;
    }
    // What was taken for the name of a file and is none may be a key typed in the wrong place.
    say("Error: " + (error.code() == ErrorCode::NotFound ? redact(error.what()) : std::string(error.what())));
    if (const std::string step = nextStep(error.code()); !step.empty()) {
        say("  " + step);
    }
    switch (error.code()) {
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
void sayDetails(std::chrono::steady_clock::time_point start)
{
    const auto elapsed = std::chrono::steady_clock::now() - start;
    say("Took " + std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(elapsed).count()) + " ms.");
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
        say("  See stream-desk-cli " + (app.get_subcommands().empty() ? "" : app.get_subcommands()[0]->get_name() + " ")
            + "--help.");
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
    for (const auto &[theirs, ours] : {std::pair{"REQUIRED", "(required)"},
                                       {"TEXT:FOLDER", "FOLDER"},
                                       {"TEXT:PATH", "FILE"},
                                       {"TEXT:NUMBER", "NUMBER"}}) {
        app.get_formatter()->label(theirs, ours);
    }
    app.require_subcommand(0, 1);
    app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    CLI::Option *const quiet = app.add_flag("-q,--quiet", session.quiet, "Say nothing but errors.");
    app.add_flag("-v,--verbose", session.verbose, "Say more of what is being done.")->excludes(quiet);

    addPublish(app, session);
    addGrant(app, session);
    addVerify(app, session);
    addConsume(app, session);
    addCode(app, session);
    addInspect(app, session);
    addChunkId(app, session);

    const auto start = std::chrono::steady_clock::now();
    int exitCode = exitBadInput;
    try {
        exitCode = parseAndRun(app, session, argc, argv);
    } catch (const StreamError &error) {
        exitCode = report(error);
    } catch (const std::bad_alloc &) {
        say("Error: there is not enough memory.");
    } catch (const std::exception &error) {
        say("Error: " + redact(error.what()));
    }
    if (session.verbose) {
        sayDetails(start);
    }
    stopOnSignal = nullptr;
    return exitCode;
}
