#include "keys.h"

#include "core/base/errors.h"
#include "core/io/terminal.h"

namespace streamdesk::cli {

void addKeyArgument(CLI::App &command, std::string &key)
{
    command.add_option("key", key, "Name of the key (see keys list), or its public key.")
        ->type_name("NAME")
        ->required();
}

void addHomeOption(CLI::App &command, std::string &home)
{
    command
        .add_option("--home", home,
                    "Where the secret is kept: the keychain of this system, or an encrypted key file. Without it where "
                    "keys home says.")
        ->type_name("HOME")
        ->check(CLI::IsMember({"keychain", "file"}));
}

keys::HomeKind givenHome(const keys::KeyStore &store, const std::string &home)
{
    return home.empty() ? store.usualHome() : keys::homeFromName(home).value_or(keys::HomeKind::Keychain);
}

void addLabelOption(CLI::App &command, std::string &label)
{
    command.add_option("--label", label, "A name for the key, for yourself. No two keys have the same.")
        ->type_name("NAME")
        ->required();
}

CLI::Option *addPurposeOption(CLI::App &command, std::string &purpose)
{
    return command
        .add_option(
            "--purpose", purpose,
            "What it is for. An owner grants access, a buyer opens what was granted, operator and machine can read "
            "packages (X25519); signing signs chunks (Ed25519), data signs readings (secp256k1), field "
            "encrypts fields of readings (AES-256).")
        ->type_name("PURPOSE")
        ->check(CLI::IsMember({"owner", "operator", "machine", "buyer", "signing", "data", "field"}));
}

std::string homeName(keys::HomeKind home)
{
    return home == keys::HomeKind::Keychain ? "keychain of this system" : "encrypted key file";
}

std::string publicPartName(keys::KeyKind kind)
{
    switch (kind) {
    case keys::KeyKind::Secp256k1:
        return "address";
    case keys::KeyKind::Aes256:
        return "check value";
    default:
        return "public key";
    }
}

std::string recordJson(const keys::KeyRecord &record)
{
    std::string text;
    json::Writer writer(text, json::Writer::Style::Pretty);
    writeKeyRecord(writer, record);
    return text + "\n";
}

void printNewKey(const Session &session, const keys::KeyRecord &record, const std::string &happened, bool json)
{
    if (json) {
        print(recordJson(record));
        return;
    }
    if (!session.quiet) {
        say(happened + " \"" + record.label + "\": " + std::string(name(record.purpose)) + " key ("
            + std::string(name(record.kind)) + ") in the " + homeName(record.home) + ".");
        say("  Its " + publicPartName(record.kind) + ":");
    }
    print(record.publicPart + "\n");
}

void confirm(const Session &session, bool yes, const keys::KeyRecord &record, const std::string &warning)
{
    if (yes) {
        return;
    }
    const auto typed = io::askTerminal(warning + "\nType the name of the key to go on: ", io::Echo::Shown,
                                       [&session] { return session.stop.stopRequested(); });
    if (!typed) {
        refuse("--yes", "is needed where nobody can be asked");
    }
    const std::string_view text{reinterpret_cast<const char *>(typed->bytes().data()), typed->size()};
    if (trimmed(text) != record.label) {
        refuse("key", "another name was typed; nothing was done");
    }
}

void addKeys(CLI::App &app, Session &session)
{
    CLI::App *const keys = app.add_subcommand(
        "keys", "Your keys: in the keychain of this system or an encrypted file, instead of files anyone can read.");
    keys->require_subcommand(1);
    keys->footer("A key is used by its name, for example with consume --buyer-key or grant --owner-key.\n\n"
                 "Example: a buyer's first key, kept safe and proven\n"
                 "  stream-desk-cli keys generate --purpose buyer --label \"Lab\"\n"
                 "  stream-desk-cli keys backup lab-keys.json\n"
                 "  stream-desk-cli keys drill lab-keys.json\n\n"
                 "and keys that lie in files\n"
                 "  stream-desk-cli keys import owner.key --purpose owner --label \"Fleet\"");
    addKeysGenerate(*keys, session);
    addKeysImport(*keys, session);
    addKeysList(*keys, session);
    addKeysShow(*keys, session);
    addKeysRename(*keys, session);
    addKeysExport(*keys, session);
    addKeysDelete(*keys, session);
    addKeysBackup(*keys, session);
    addKeysRestore(*keys, session);
    addKeysDrill(*keys, session);
    addKeysHome(*keys, session);
}

} // namespace streamdesk::cli
