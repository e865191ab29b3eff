#include "command.h"

#include "completion.h"
#include "man_page.h"

namespace streamdesk::cli {

namespace {

struct Options
{
    std::string kind;
    std::string date;
};

} // namespace

void addHelpText(CLI::App &app, Session &session)
{
    addCommand<Options>(
        app, session, "help-text", "Write the man page or a shell's completion to standard output.",
        [](CLI::App &command, Options &options) {
            command.group(""); // for packagers, and for the build itself
            command.footer("Example:\n  stream-desk-cli help-text bash > stream-desk-cli.bash");
            command.add_option("kind", options.kind, "What to write.")
                ->required()
                ->check(CLI::IsMember({"man", "bash", "zsh", "fish"}));
            command.add_option("--date", options.date, "The man page's date, YYYY-MM-DD.")->type_name("DATE");
        },
        [&app](Session &, const Options &options) {
            const CommandHelp program = describeCommands(app);
            if (options.kind == "man") {
                print(manPage(program, STREAMDESK_VERSION, options.date));
            } else if (options.kind == "bash") {
                print(bashCompletion(program));
            } else {
                print(options.kind == "zsh" ? zshCompletion(program) : fishCompletion(program));
            }
            return exitDone;
        });
}

} // namespace streamdesk::cli
