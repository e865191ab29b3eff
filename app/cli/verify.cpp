#include "command.h"

#include "core/package/verification_json.h"
#include "progress_bar.h"
#include "words.h"

namespace streamdesk::cli {

namespace {

struct Options
{
    std::string package;
    ExpectationOptions expectations;
    bool json = false;
};

void addOptions(CLI::App &command, Options &options)
{
    command.footer(
        "Says one of: intact (signer trusted, or not yet trusted), incomplete, damaged, signer changed, not what "
        "was announced, rolled back, not checkable; and lists what it found, chunk by chunk. Exit code 0 when "
        "the package is intact, 2 when it is not.\n\n"
        "Example: with the code that the seller told you by telephone\n"
        "  stream-desk-cli verify package --code RDWH-K958-H94H-8MNR-M10Q-Y");
    command.add_option("package", options.package, "Folder or ZIP file of the package.")->type_name("PATH")->required();
    addExpectationOptions(command, options.expectations);
    addJsonFlag(command, options.json);
}

int run(Session &session, const Options &options)
{
    const package::Expectations expectations = makeExpectations(options.expectations);
    ProgressBar bar(session, "Verifying");
    const package::Package package = package::Package::openFolder(givenPath(options.package), bar.control());
    const package::Verification verification = package::verify(package, expectations, bar.control());
    bar.finish();

    if (options.json) {
        print(package::verificationJson(verification, package.manifest().manifest, describe));
    } else if (!session.quiet) {
        sayVerification(verification);
    }
    return isIntact(verification.judgement.verdict) ? exitDone : exitFailed;
}

} // namespace

void addVerify(CLI::App &app, Session &session)
{
    addCommand<Options>(app, session, "verify",
                        "Anyone: check that nothing in a package was changed, and say who signed it.", addOptions, run);
}

} // namespace streamdesk::cli
