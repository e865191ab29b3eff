#include "desk_keys.h"
#include "keys.h"
#include "page.h"

namespace streamdesk::cli {

namespace {

struct ListOptions
{
    bool json = false;
};

std::string day(const std::string &time)
{
    return time.empty() ? "never" : time.substr(0, 10);
}

int list(Session &session, const ListOptions &options)
{
    const keys::KeyList list = keys::KeyListFile().read();
    if (options.json) {
        print(keys::keyListText(list));
        return exitDone;
    }
    if (list.keys.empty()) {
        if (!session.quiet) {
            say("There is no key on this desk yet. See stream-desk-cli keys generate --help, or keys import --help.");
        }
        return exitDone;
    }
    constexpr std::size_t nameWidth = 18;
    Page page(nameWidth);
    page.tableHead({{.title = "Name", .width = nameWidth},
                    {.title = "Purpose", .width = 8},
                    {.title = "Kept in", .width = 9},
                    {.title = "Used", .width = 10},
                    {.title = "Proven", .width = 10},
                    {.title = "Public", .width = 14}});
    for (const keys::KeyRecord &key : list.keys) {
        page.tableRow({key.label, std::string(name(key.purpose)), std::string(name(key.home)), day(key.lastUsed),
                       day(key.lastProven), page.shortId(key.publicPart)});
    }
    return exitDone;
}

struct ShowOptions
{
    std::string key;
    bool publicOnly = false;
    bool json = false;
};

void addShowOptions(CLI::App &command, ShowOptions &options)
{
    command.footer("Shows everything but the secret, for which there is keys export.\n\n"
                   "Example: the public key alone, for a script\n"
                   "  stream-desk-cli keys show \"Lab\" --public");
    addKeyArgument(command, options.key);
    addFlag(command, "--public", options.publicOnly, "Print the public key, or address, and nothing else.");
    addJsonFlag(command, options.json);
}

int show(Session &session, const ShowOptions &options)
{
    const keys::KeyRecord key = openDeskKeys(session, {}).find(options.key);
    if (options.json) {
        print(recordJson(key));
    } else if (options.publicOnly) {
        print(key.publicPart + "\n");
    } else {
        Page page(16);
        page.heading(key.label);
        page.row("Purpose", std::string(name(key.purpose)) + " (" + std::string(name(key.kind)) + ")");
        page.row(key.kind == keys::KeyKind::Secp256k1 ? "Address"
                 : key.kind == keys::KeyKind::Aes256  ? "Check value"
                                                      : "Public key",
                 key.publicPart);
        page.row("Kept in", homeName(key.home));
        page.row("Made", key.created);
        page.row("Last used", key.lastUsed.empty() ? "never" : key.lastUsed);
        page.row("Last proven", key.lastProven.empty() ? "never; see keys drill" : key.lastProven);
    }
    return exitDone;
}

} // namespace

void addKeysList(CLI::App &keys, Session &session)
{
    addCommand<ListOptions>(
        keys, session, "list", "Print the keys of this desk, without their secrets.",
        [](CLI::App &command, ListOptions &options) {
            command.footer("Example:\n"
                           "  stream-desk-cli keys list");
            addJsonFlag(command, options.json);
        },
        list);
}

void addKeysShow(CLI::App &keys, Session &session)
{
    addCommand<ShowOptions>(keys, session, "show", "Print what is known of a key.", addShowOptions, show);
}

} // namespace streamdesk::cli
