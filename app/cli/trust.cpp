#include "trust.h"

#include "core/keys/statement.h"

namespace streamdesk::cli {

CLI::Option *addMachineOptions(CLI::App &command, MachineOptions &options)
{
    command.add_option("--did", options.did, "DID of the machine, as its packages name it.")->type_name("DID");
    return command
        .add_option("--key", options.key,
                    "The machine's public signing key, or fingerprint: 64 hex digits. Spaces and case do not matter.")
        ->type_name("HEX");
}

crypto::Ed25519PublicKey givenKey(const std::string &text)
{
    const auto key = keys::keyFromFingerprint(text);
    if (!key) {
        refuse("--key", "must be a public key of 64 hex digits");
    }
    return *key;
}

void addTrust(CLI::App &app, Session &session)
{
    CLI::App *const trust =
        app.add_subcommand("trust", "Machines whose signing keys you trust: what verify and consume go by.");
    trust->require_subcommand(1);
    trust->footer("Example: the seller read you the package code, and later tells you that a key was stolen\n"
                  "  stream-desk-cli trust add package --code RDWH-K958-H94H-8MNR-M10Q-Y --label \"Rover 7\"\n"
                  "  stream-desk-cli trust list\n"
                  "  stream-desk-cli trust revoke --did did:peaq:1 --key 3d40…660c --note \"stolen\"");
    addTrustAdd(*trust, session);
    addTrustList(*trust, session);
    addTrustRevoke(*trust, session);
    addTrustRemove(*trust, session);
    addTrustImport(*trust, session);
    addTrustExport(*trust, session);
}

} // namespace streamdesk::cli
