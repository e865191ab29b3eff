// What the subcommands of `keys` share.
#pragma once

#include "command.h"

#include "core/keys/key_store.h"

#include <string>

namespace streamdesk::cli {

void addKeysGenerate(CLI::App &keys, Session &session);
void addKeysImport(CLI::App &keys, Session &session);
void addKeysList(CLI::App &keys, Session &session);
void addKeysShow(CLI::App &keys, Session &session);
void addKeysRename(CLI::App &keys, Session &session);
void addKeysHome(CLI::App &keys, Session &session);
void addKeysExport(CLI::App &keys, Session &session);
void addKeysDelete(CLI::App &keys, Session &session);
void addKeysBackup(CLI::App &keys, Session &session);
void addKeysRestore(CLI::App &keys, Session &session);
void addKeysDrill(CLI::App &keys, Session &session);

// The key's name as the one argument of a command.
void addKeyArgument(CLI::App &command, std::string &key);
// --home
void addHomeOption(CLI::App &command, std::string &home);
// What it says, or where new keys go when nothing was said.
[[nodiscard]] keys::HomeKind givenHome(const keys::KeyStore &store, const std::string &home);
// --label and --purpose
void addLabelOption(CLI::App &command, std::string &label);
CLI::Option *addPurposeOption(CLI::App &command, std::string &purpose);

// "keychain of this system", "encrypted key file"
[[nodiscard]] std::string homeName(keys::HomeKind home);
// "public key", or what a key of this kind has in its place.
[[nodiscard]] std::string publicPartName(keys::KeyKind kind);
// What was made or taken in: for people, or as JSON; the public part for scripts on standard output.
void printNewKey(const Session &session, const keys::KeyRecord &record, const std::string &happened, bool json);
[[nodiscard]] std::string recordJson(const keys::KeyRecord &record);

// Lets the person type the key's name before something that cannot be taken back, unless they said --yes. Throws when
// it is another name, or nobody can be asked.
void confirm(const Session &session, bool yes, const keys::KeyRecord &record, const std::string &warning);

} // namespace streamdesk::cli
