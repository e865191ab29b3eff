#include "command.h"

#include "core/base/text.h"
#include "progress_bar.h"
#include "words.h"

namespace streamdesk::cli {

namespace {

struct Options
{
    std::string package;
};

void addOptions(CLI::App &command, Options &options)
{
    command.footer("Tell the code to the buyer by another way than the package takes: by telephone, on paper, in a "
                   "signed mail. The buyer passes it to verify or consume as --code.\n\n"
                   "Example:\n"
                   "  stream-desk-cli code package");
    command.add_option("package", options.package, "Folder or ZIP file of the package.")->type_name("PATH")->required();
}

int run(Session &session, const Options &options)
{
    ProgressBar bar(session, "Verifying");
    const package::Package package = package::Package::openFolder(givenPath(options.package), bar.control());
    const package::Verification verification = package::verify(package, {}, bar.control());
    bar.finish();

    if (!isIntact(verification.judgement.verdict) || !verification.code) {
        say("Error: a code is only given for a package that is whole.");
        sayVerification(verification);
        return exitFailed;
    }
    print(*verification.code + "\n");
    return exitDone;
}

} // namespace

void addCode(CLI::App &app, Session &session)
{
    addCommand<Options>(app, session, "code",
                        "Seller: print the package code, by which a buyer recognises exactly this package.", addOptions,
                        run);
}

} // namespace streamdesk::cli
