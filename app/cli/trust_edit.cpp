#include "trust.h"

#include "core/base/utc.h"
#include "core/keys/statement.h"
#include "core/keys/trust_edits.h"
#include "words.h"

namespace streamdesk::cli {

namespace {

struct RevokeOptions
{
    MachineOptions machine;
    std::string note;
};

void addRevokeOptions(CLI::App &command, RevokeOptions &options)
{
    command.footer(
        "Everything this key has signed is called \"signer changed\" from now on, also what it signed "
        "before it was lost: a signature does not tell when it was made. A key that was never trusted can be "
        "revoked as well.\n\n"
        "Example:\n"
        "  stream-desk-cli trust revoke --did did:peaq:1 --key 3d40…660c --note \"stolen\"");
    addMachineOptions(command, options.machine)->required();
    command.get_option("--did")->required();
    command.add_option("--note", options.note, "Why, for yourself.");
}

int revoke(Session &session, const RevokeOptions &options)
{
    const crypto::Ed25519PublicKey key = givenKey(options.machine.key);
    keys::TrustStore().update([&](keys::TrustFile &file) {
        keys::revokeKey(file, options.machine.did,
                        {.key = key,
                         .state = keys::TrustedKey::State::Revoked,
                         .firstSeen = utcNow(TimePrecision::Seconds),
                         .note = options.note});
    });
    if (!session.quiet) {
        say("Revoked for " + options.machine.did + ":");
        say("  " + keys::fingerprint(key));
    }
    return exitDone;
}

struct RemoveOptions
{
    MachineOptions machine;
    std::string chain;
};

void addRemoveOptions(CLI::App &command, RemoveOptions &options)
{
    command.footer("Without --key and --chain everything that is known of the machine is forgotten: its keys, which of "
                   "them were revoked, and how far its chains went. To stop trusting a key, revoke it instead.\n\n"
                   "Example:\n"
                   "  stream-desk-cli trust remove --did did:peaq:1");
    CLI::Option *const key = addMachineOptions(command, options.machine);
    command.get_option("--did")->required();
    command.add_option("--chain", options.chain, "Forget only how far the chain went that begins with this chunk id.")
        ->type_name("ID")
        ->excludes(key);
}

int remove(Session &session, const RemoveOptions &options)
{
    const std::string &did = options.machine.did;
    keys::TrustStore().update([&](keys::TrustFile &file) {
        if (!options.machine.key.empty()) {
            keys::removeKey(file, did, givenKey(options.machine.key));
        } else if (!options.chain.empty()) {
            keys::removeChain(file, did, options.chain);
        } else {
            keys::removeMachine(file, did);
        }
    });
    if (!session.quiet) {
        const bool key = !options.machine.key.empty();
        say((key ? "Key forgotten for " : options.chain.empty() ? "Forgotten: " : "Chain forgotten of ") + did + ".");
    }
    return exitDone;
}

} // namespace

void addTrustRevoke(CLI::App &trust, Session &session)
{
    addCommand<RevokeOptions>(trust, session, "revoke", "Name a key as withdrawn on everything it signed.",
                              addRevokeOptions, revoke);
}

void addTrustRemove(CLI::App &trust, Session &session)
{
    addCommand<RemoveOptions>(trust, session, "remove", "Forget a machine, one of its keys, or one of its chains.",
                              addRemoveOptions, remove);
}

} // namespace streamdesk::cli
