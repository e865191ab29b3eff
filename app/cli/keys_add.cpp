#include "desk_keys.h"
#include "keys.h"

#include "core/base/errors.h"
#include "core/io/file.h"
#include "core/io/terminal.h"
#include "core/keys/key_import.h"

namespace streamdesk::cli {

namespace {

using keys::KeyImport;
using keys::Purpose;

struct GenerateOptions
{
    std::string purpose;
    std::string label;
    std::string home;
    std::string passphraseFile;
    bool json = false;
};

void addGenerateOptions(CLI::App &command, GenerateOptions &options)
{
    command.footer("The public key is printed on standard output: give it to the other side. Make a backup (keys "
                   "backup): a key that is lost opens nothing any more, and nobody can make it again.\n\n"
                   "Example:\n"
                   "  stream-desk-cli keys generate --purpose buyer --label \"Lab\"");
    addPurposeOption(command, options.purpose)->required();
    addLabelOption(command, options.label);
    addHomeOption(command, options.home);
    addPassphraseOption(command, options.passphraseFile);
    addJsonFlag(command, options.json);
}

int generate(Session &session, const GenerateOptions &options)
{
    keys::KeyStore store = openDeskKeys(session, options.passphraseFile);
    const keys::KeyRecord made = store.generate(keys::purposeFromName(options.purpose).value_or(Purpose::Buyer),
                                                options.label, givenHome(store, options.home));
    printNewKey(session, made, "Made", options.json);
    return exitDone;
}

struct ImportOptions
{
    std::string file;
    std::string purpose;
    std::string label;
    std::string home;
    std::string passphraseFile;
    bool json = false;
};

void addImportOptions(CLI::App &command, ImportOptions &options)
{
    command.footer(
        "The file stays where it is: delete it when the key is backed up and the backup proven (keys backup, "
        "keys drill).\n\n"
        "Example:\n"
        "  stream-desk-cli keys import owner.key --purpose owner --label \"Fleet\"");
    command
        .add_option("file", options.file,
                    "A key file (64 hex digits, or the on-robot agent's JSON), or - to type or paste the key, or to "
                    "read it from standard input.")
        ->type_name("FILE")
        ->required();
    addPurposeOption(command, options.purpose);
    addLabelOption(command, options.label);
    addHomeOption(command, options.home);
    addPassphraseOption(command, options.passphraseFile);
    addJsonFlag(command, options.json);
}

// Typed at the terminal without showing, or whatever comes through a pipe.
KeyImport importFromInput(const Session &session)
{
    const auto stopped = [&session] { return session.stop.stopRequested(); };
    crypto::SecretBytes content;
    if (io::inputIsTerminal()) {
        auto typed = io::askTerminal("Private key (64 hex digits): ", io::Echo::Hidden, stopped);
        content = typed ? std::move(*typed) : crypto::SecretBytes();
    } else {
        constexpr std::size_t most = 64 << 10;
        content = crypto::SecretBytes(most);
        io::File input = io::File::standardInput();
        const std::size_t size = input.read(content.bytes(), stopped);
        return keys::readKeyImport(std::span<const std::byte>(content.bytes()).first(size));
    }
    return keys::readKeyImport(std::span<const std::byte>(content.bytes()));
}

// What the person said, or the one purpose that goes with a kind that the file names.
Purpose purposeOf(const ImportOptions &options, const KeyImport &import)
{
    if (const auto given = keys::purposeFromName(options.purpose)) {
        if (import.kind && keys::kindOf(*given) != *import.kind) {
            throw StreamError(ErrorCode::WrongKeyKind,
                              "is a key of the kind " + std::string(name(*import.kind))
                                  + ", which is not for this purpose",
                              ErrorContext{.file = options.file, .field = {}, .chunk = {}});
        }
        return *given;
    }
    if (import.kind == keys::KeyKind::Ed25519) {
        return Purpose::Signing;
    }
    if (import.kind == keys::KeyKind::Secp256k1) {
        return Purpose::Data;
    }
    refuse("--purpose", "is needed: the file does not say what the key is for");
}

int import(Session &session, const ImportOptions &options)
{
    keys::KeyStore store = openDeskKeys(session, options.passphraseFile);
    const KeyImport import =
        options.file == "-" ? importFromInput(session) : keys::readKeyImport(givenPath(options.file));
    if (import.source == KeyImport::Source::Backup) {
        refuse("file", "is a key backup; take its keys over with keys restore");
    }
    const keys::KeyRecord taken =
        store.import(import.secret, purposeOf(options, import), options.label, givenHome(store, options.home));
    printNewKey(session, taken, "Imported", options.json);
    if (!session.quiet && !options.json && options.file != "-") {
        say("The file is still there. When a backup is made and proven (keys backup, keys drill), delete it.");
    }
    return exitDone;
}

} // namespace

void addKeysGenerate(CLI::App &keys, Session &session)
{
    addCommand<GenerateOptions>(keys, session, "generate", "Make a key.", addGenerateOptions, generate);
}

void addKeysImport(CLI::App &keys, Session &session)
{
    addCommand<ImportOptions>(keys, session, "import", "Take in a key from a file, or typed.", addImportOptions,
                              import);
}

} // namespace streamdesk::cli
