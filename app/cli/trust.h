// What the `trust` subcommands share: the trust store, and how a machine and its key are given.
#pragma once

#include "command.h"

#include "core/keys/trust_store.h"

#include <string>

namespace streamdesk::cli {

void addTrustAdd(CLI::App &trust, Session &session);
void addTrustList(CLI::App &trust, Session &session);
void addTrustRevoke(CLI::App &trust, Session &session);
void addTrustRemove(CLI::App &trust, Session &session);
void addTrustImport(CLI::App &trust, Session &session);
void addTrustExport(CLI::App &trust, Session &session);

struct MachineOptions
{
    std::string did;
    std::string key;
};
// --did and --key; returns the latter.
CLI::Option *addMachineOptions(CLI::App &command, MachineOptions &options);

// A signing key as a person gives it: hex digits in any case; spaces, colons and dashes between them do not matter.
// Refused with exit code 1 when it is none.
[[nodiscard]] crypto::Ed25519PublicKey givenKey(const std::string &text);

} // namespace streamdesk::cli
