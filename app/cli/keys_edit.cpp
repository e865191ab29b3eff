#include "desk_keys.h"
#include "keys.h"

#include "core/io/staging.h"
#include "core/keys/key_file.h"

namespace streamdesk::cli {

namespace {

struct RenameOptions
{
    std::string key;
    std::string label;
};

int rename(Session &session, const RenameOptions &options)
{
    openDeskKeys(session, {}).rename(options.key, options.label);
    return exitDone;
}

struct HomeOptions
{
    std::string home;
};

int home(Session &session, const HomeOptions &options)
{
    const keys::KeyStore store = openDeskKeys(session, {});
    if (options.home.empty()) {
        print(std::string(name(store.usualHome())) + "\n");
    } else {
        store.setUsualHome(givenHome(store, options.home));
    }
    return exitDone;
}

struct ExportOptions
{
    std::string key;
    std::string file;
    std::string passphraseFile;
    bool yes = false;
    bool replace = false;
};

void addExportOptions(CLI::App &command, ExportOptions &options)
{
    command.footer(
        "Whoever reads the file has the key: reads your data, or signs in your name. It is written so that "
        "only you can read it (mode 0600), and not encrypted. To keep a key safe make a backup instead (keys "
        "backup).\n\n"
        "Example: for a program that only takes key files\n"
        "  stream-desk-cli keys export \"Fleet\" owner.key");
    addKeyArgument(command, options.key);
    command.add_option("file", options.file, "Where to.")->type_name("FILE")->required();
    addPassphraseOption(command, options.passphraseFile);
    addFlag(command, "--yes", options.yes, "Do not ask.");
    addFlag(command, "--replace", options.replace, "Replace a file that is there.");
}

int exportTo(Session &session, const ExportOptions &options)
{
    keys::KeyStore store = openDeskKeys(session, options.passphraseFile);
    const keys::KeyRecord record = store.find(options.key);
    const std::filesystem::path target = freePath(options.file, options.replace);
    confirm(session, options.yes, record,
            "Whoever reads the file has the key \"" + record.label + "\". It will not be encrypted.");
    io::putFile(target, keys::keyFileText(store.secret(record.id)).bytes(), io::Durability::Synced,
                io::Access::OwnerOnly);
    store.markUsed(record.id);
    if (!session.quiet) {
        say("Wrote the private key \"" + record.label + "\" to " + displayPath(target)
            + ". Delete the file when it has served.");
    }
    return exitDone;
}

struct DeleteOptions
{
    std::string key;
    std::string passphraseFile;
    bool yes = false;
};

void addDeleteOptions(CLI::App &command, DeleteOptions &options)
{
    command.footer("What was encrypted to the key cannot be opened any more, unless there is a backup.\n\n"
                   "Example:\n"
                   "  stream-desk-cli keys delete \"Lab\"");
    addKeyArgument(command, options.key);
    addPassphraseOption(command, options.passphraseFile);
    addFlag(command, "--yes", options.yes, "Do not ask.");
}

int deleteKey(Session &session, const DeleteOptions &options)
{
    keys::KeyStore store = openDeskKeys(session, options.passphraseFile);
    const keys::KeyRecord record = store.find(options.key);
    confirm(session, options.yes, record,
            "Deletes the key \"" + record.label + "\" from the " + homeName(record.home)
                + ". Without a backup nobody can bring it back, and what was encrypted to it stays closed.");
    store.remove(record.id);
    if (!session.quiet) {
        say("Deleted \"" + record.label + "\".");
    }
    return exitDone;
}

} // namespace

void addKeysRename(CLI::App &keys, Session &session)
{
    addCommand<RenameOptions>(
        keys, session, "rename", "Give a key another name.",
        [](CLI::App &command, RenameOptions &options) {
            command.footer("Example:\n"
                           "  stream-desk-cli keys rename \"Lab\" \"Lab 2026\"");
            addKeyArgument(command, options.key);
            command.add_option("label", options.label, "The new name.")->type_name("NAME")->required();
        },
        rename);
}

void addKeysHome(CLI::App &keys, Session &session)
{
    addCommand<HomeOptions>(
        keys, session, "home", "Print or choose where new keys are kept.",
        [](CLI::App &command, HomeOptions &options) {
            command.footer("Keys that are there stay where they are. The encrypted key file is for machines without a "
                           "keychain, such as servers.\n\n"
                           "Example:\n"
                           "  stream-desk-cli keys home file");
            command.add_option("home", options.home, "Keychain of this system, or encrypted key file.")
                ->type_name("HOME")
                ->check(CLI::IsMember({"keychain", "file"}));
        },
        home);
}

void addKeysExport(CLI::App &keys, Session &session)
{
    addCommand<ExportOptions>(keys, session, "export", "Write a private key to a file, as other programs read it.",
                              addExportOptions, exportTo);
}

void addKeysDelete(CLI::App &keys, Session &session)
{
    addCommand<DeleteOptions>(keys, session, "delete", "Delete a key and its secret.", addDeleteOptions, deleteKey);
}

} // namespace streamdesk::cli
