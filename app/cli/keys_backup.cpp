#include "desk_keys.h"
#include "keys.h"

#include "core/base/errors.h"
#include "core/base/utc.h"
#include "core/io/staging.h"
#include "core/keys/key_backup.h"

#include <algorithm>
#include <span>

namespace streamdesk::cli {

namespace {

using keys::DrillFinding;
using keys::KeyBackup;
using keys::KeyWithSecret;

CLI::Option *addBackupPassphraseOption(CLI::App &command, std::string &file)
{
    return command
        .add_option("--backup-passphrase-file", file,
                    "File whose first line is the passphrase of the backup, for scripts. Without it you are asked at "
                    "the terminal.")
        ->check(existingPath());
}

void addBackupArgument(CLI::App &command, std::string &file)
{
    command.add_option("file", file, "The backup.")->type_name("FILE")->required();
}

[[noreturn]] void refuseWithoutPassphrase(const std::string &file)
{
    throw StreamError(ErrorCode::PassphraseNotGiven,
                      "opens with its passphrase only: type it, or give --backup-passphrase-file",
                      ErrorContext{.file = file, .field = {}, .chunk = {}});
}

// Opens a backup: with the passphrase in the file, or the one that is typed, which may be tried three times.
std::vector<KeyWithSecret> openBackup(const Session &session, const std::string &file,
                                      const std::string &passphraseFile)
{
    const std::filesystem::path path = givenPath(file);
    const KeyBackup backup = KeyBackup::read(path);
    try {
        if (!passphraseFile.empty()) {
            return backup.open(backup.keyFor(readPassphraseFile(passphraseFile)));
        }
        constexpr unsigned mostTries = 3;
        for (unsigned tries = 1;; ++tries) {
            const auto passphrase = askPassphrase(session,
                                                  (tries == 1 ? "" : "That was not it. ")
                                                      + ("Passphrase of the backup " + displayPath(path)) + ": ",
                                                  false);
            if (!passphrase) {
                refuseWithoutPassphrase(displayPath(path));
            }
            try {
                return backup.open(backup.keyFor(*passphrase));
            } catch (const StreamError &error) {
                if (error.code() != ErrorCode::WrongPassphrase || tries == mostTries) {
                    throw;
                }
            }
        }
    } catch (StreamError &error) {
        error.addContext(ErrorContext{.file = displayPath(path), .field = {}, .chunk = {}});
        throw;
    }
}

void writeRecords(json::Writer &writer, std::string_view name, const std::vector<keys::KeyRecord> &records)
{
    writer.key(name).beginArray();
    for (const keys::KeyRecord &record : records) {
        writeKeyRecord(writer, record);
    }
    writer.endArray();
}

struct BackupOptions
{
    std::string file;
    std::vector<std::string> keys;
    std::string passphraseFile;
    std::string backupPassphraseFile;
    bool replace = false;
};

void addBackupOptions(CLI::App &command, BackupOptions &options)
{
    command.footer("The file is encrypted with a passphrase of its own and may lie anywhere. Whoever has both has the "
                   "keys; without the passphrase nobody can open it, not even you. Prove it with keys drill. How it is "
                   "encrypted stands in format.md, so that other programs can open it too.\n\n"
                   "Example: all keys\n"
                   "  stream-desk-cli keys backup keys-of-the-lab.json");
    command.add_option("file", options.file, "Where to.")->type_name("FILE")->required();
    command.add_option("keys", options.keys, "Names of the keys; all of them when none is given.")
        ->type_name("NAME")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    addPassphraseOption(command, options.passphraseFile);
    addBackupPassphraseOption(command, options.backupPassphraseFile);
    addFlag(command, "--replace", options.replace, "Replace a file that is there.");
}

int backup(Session &session, const BackupOptions &options)
{
    keys::KeyStore store = openDeskKeys(session, options.passphraseFile);
    const std::filesystem::path target = freePath(options.file, options.replace);
    std::vector<std::string> names = options.keys;
    if (names.empty()) {
        for (const keys::KeyRecord &key : store.list()) {
            names.push_back(key.id);
        }
    }
    if (names.empty()) {
        throw StreamError(ErrorCode::UnknownKey, "there is no key on this desk that could be backed up");
    }
    const std::vector<KeyWithSecret> secrets = store.secrets(names);
    auto passphrase = options.backupPassphraseFile.empty()
                          ? askPassphrase(session, "New passphrase for the backup: ", true)
                          : std::optional(readPassphraseFile(options.backupPassphraseFile));
    if (!passphrase) {
        refuseWithoutPassphrase(displayPath(target));
    }
    const std::string text = keyBackupText(secrets, keys::makeBackupKey(*passphrase), utcNow(TimePrecision::Seconds));
    io::putFile(target, std::as_bytes(std::span(text)), io::Durability::Synced, io::Access::OwnerOnly);
    if (!session.quiet) {
        say("Backed up " + grouped(secrets.size()) + (secrets.size() == 1 ? " key" : " keys") + " to "
            + displayPath(target) + ":");
        for (const KeyWithSecret &key : secrets) {
            say("  " + key.record.label);
        }
        say("Prove it: stream-desk-cli keys drill " + displayPath(target));
    }
    return exitDone;
}

struct RestoreOptions
{
    std::string file;
    std::string home;
    std::string passphraseFile;
    std::string backupPassphraseFile;
    bool json = false;
};

void addRestoreOptions(CLI::App &command, RestoreOptions &options)
{
    command.footer("Keys that are on this desk already stay as they are. An encrypted key file is a backup too.\n\n"
                   "Example: on a new computer\n"
                   "  stream-desk-cli keys restore keys-of-the-lab.json");
    addBackupArgument(command, options.file);
    addHomeOption(command, options.home);
    addPassphraseOption(command, options.passphraseFile);
    addBackupPassphraseOption(command, options.backupPassphraseFile);
    addJsonFlag(command, options.json);
}

int restore(Session &session, const RestoreOptions &options)
{
    keys::KeyStore store = openDeskKeys(session, options.passphraseFile);
    const std::vector<KeyWithSecret> secrets = openBackup(session, options.file, options.backupPassphraseFile);
    const keys::RestoreResult result = keys::restoreKeys(store, secrets, givenHome(store, options.home));
    if (options.json) {
        std::string text;
        json::Writer writer(text, json::Writer::Style::Pretty);
        writer.beginObject();
        writeRecords(writer, "restored", result.restored);
        writeRecords(writer, "there", result.there);
        writer.endObject();
        print(text + "\n");
    } else if (!session.quiet) {
        for (const keys::KeyRecord &key : result.restored) {
            say("Restored \"" + key.label + "\" to the " + homeName(key.home) + ".");
        }
        for (const keys::KeyRecord &key : result.there) {
            say("\"" + key.label + "\" is on this desk already.");
        }
    }
    return exitDone;
}

struct DrillOptions
{
    std::string file;
    std::string backupPassphraseFile;
    bool json = false;
};

void addDrillOptions(CLI::App &command, DrillOptions &options)
{
    command.footer(
        "Opens the backup, and with each key in it does what only this key can do: open a box that is closed "
        "for its public key, sign and check, encrypt and open. Nothing is taken over and no keychain is asked. "
        "The day is noted beside each key. Exit code 0 when every key of this desk that is in the backup "
        "was proven, else 2.\n\n"
        "Example:\n"
        "  stream-desk-cli keys drill keys-of-the-lab.json");
    addBackupArgument(command, options.file);
    addBackupPassphraseOption(command, options.backupPassphraseFile);
    addJsonFlag(command, options.json);
}

std::string_view outcomeName(DrillFinding::Outcome outcome)
{
    switch (outcome) {
    case DrillFinding::Outcome::Proven:
        return "proven";
    case DrillFinding::Outcome::NotOnDesk:
        return "not-on-desk";
    case DrillFinding::Outcome::Failed:
        return "failed";
    }
    return {};
}

void sayFinding(const DrillFinding &finding)
{
    const std::string label = "\"" + finding.record.label + "\"";
    switch (finding.outcome) {
    case DrillFinding::Outcome::Proven:
        say("Proven: " + label + ", the same " + publicPartName(finding.record.kind) + ", and it works.");
        break;
    case DrillFinding::Outcome::NotOnDesk:
        say("Whole, but not a key of this desk: " + label + ".");
        break;
    case DrillFinding::Outcome::Failed:
        say("Error: " + label + " in the backup does not do what this key does.");
        break;
    }
}

int drill(Session &session, const DrillOptions &options)
{
    keys::KeyStore store = openDeskKeys(session, {});
    const std::vector<DrillFinding> findings =
        keys::drill(store, openBackup(session, options.file, options.backupPassphraseFile));
    const auto count = [&](DrillFinding::Outcome outcome) {
        return std::ranges::count(findings, outcome, &DrillFinding::outcome);
    };
    const bool holds = count(DrillFinding::Outcome::Failed) == 0 && count(DrillFinding::Outcome::Proven) > 0;
    if (options.json) {
        std::string text;
        json::Writer writer(text, json::Writer::Style::Pretty);
        writer.beginObject().member("holds", holds).key("keys").beginArray();
        for (const DrillFinding &finding : findings) {
            writer.beginObject().member("outcome", outcomeName(finding.outcome)).key("key");
            writeKeyRecord(writer, finding.record);
            writer.endObject();
        }
        writer.endArray().endObject();
        print(text + "\n");
    } else if (!session.quiet) {
        for (const DrillFinding &finding : findings) {
            sayFinding(finding);
        }
        if (count(DrillFinding::Outcome::Proven) == 0) {
            say("No key of this desk is in this backup.");
        }
    }
    return holds ? exitDone : exitFailed;
}

} // namespace

void addKeysBackup(CLI::App &keys, Session &session)
{
    addCommand<BackupOptions>(keys, session, "backup", "Write keys into an encrypted file.", addBackupOptions, backup);
}

void addKeysRestore(CLI::App &keys, Session &session)
{
    addCommand<RestoreOptions>(keys, session, "restore", "Take over the keys of a backup.", addRestoreOptions, restore);
}

void addKeysDrill(CLI::App &keys, Session &session)
{
    addCommand<DrillOptions>(keys, session, "drill", "Prove that a backup brings the keys back.", addDrillOptions,
                             drill);
}

} // namespace streamdesk::cli
