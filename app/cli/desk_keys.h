// The keys of this desk at the command line: by name wherever a key file is taken, passphrases from a file or from the
// person at the terminal.
#pragma once

#include "command.h"

#include "core/keys/file_home.h"
#include "core/keys/key_file.h"
#include "core/keys/key_store.h"

#include <optional>
#include <string>

namespace streamdesk::cli {

// --passphrase-file: of the encrypted key file. Once a command.
void addPassphraseOption(CLI::App &command, std::string &file);

// The first line of a file of at most 4 KiB. Throws StreamError.
[[nodiscard]] crypto::SecretBytes readPassphraseFile(const std::string &file);

// Asks without showing what is typed; twice when `isNew`, until both are the same. Nothing when there is no terminal.
[[nodiscard]] std::optional<crypto::SecretBytes> askPassphrase(const Session &session, const std::string &question,
                                                               bool isNew);

// The store with both homes. `passphraseFile` may be empty.
[[nodiscard]] keys::KeyStore openDeskKeys(const Session &session, const std::string &passphraseFile);

// A private key that is needed for one command: in a file, or on this desk under a name.
struct KeyOption
{
    std::string file;
    std::string label;

    [[nodiscard]] bool isGiven() const { return !file.empty() || !label.empty(); }
    // For errors about the key itself.
    [[nodiscard]] const std::string &told() const { return file.empty() ? label : file; }
};

struct KeyOptionNames
{
    const char *file;        // "--signing-key-file"
    const char *label;       // "--signing-key"
    const char *description; // "the machine's signing key (Ed25519 private key, 64 hex digits)"
};

// Adds both options, of which at most one may be given.
struct AddedKeyOption
{
    CLI::Option *file;
    CLI::Option *label;
};
AddedKeyOption addKeyOption(CLI::App &command, KeyOption &option, const KeyOptionNames &names);

// Fetches it. A key of this desk is noted as used. `passphraseFile` as above.
template <typename PrivateKey>
[[nodiscard]] PrivateKey fetchKey(const Session &session, const KeyOption &option, const std::string &passphraseFile)
{
    return option.label.empty() ? keys::readKeyFile<PrivateKey>(givenPath(option.file))
                                : openDeskKeys(session, passphraseFile).privateKey<PrivateKey>(option.label);
}

} // namespace streamdesk::cli
