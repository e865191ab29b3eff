#include "trust.h"

#include "core/base/utc.h"
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
        say("  " + fingerprint(key));
    }
    return exitDone;
}

void addRemoveOptions(CLI::App &command, MachineOptions &options)
{
    command.footer("Without --key everything that is known of the machine is forgotten: its keys, which of them were "
                   "revoked, and how far its chains went. To stop trusting a key, revoke it instead.\n\n"
                   "Example:\n"
                   "  stream-desk-cli trust remove --did did:peaq:1");
    addMachineOptions(command, options);
    command.get_option("--did")->required();
}

int remove(Session &session, const MachineOptions &options)
{
    keys::TrustStore().update([&](keys::TrustFile &file) {
        if (options.key.empty()) {
            keys::removeMachine(file, options.did);
        } else {
            keys::removeKey(file, options.did, givenKey(options.key));
        }
    });
    if (!session.quiet) {
        say((options.key.empty() ? "Forgotten: " : "Key forgotten for ") + options.did + ".");
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
    addCommand<MachineOptions>(trust, session, "remove", "Forget a machine, or one of its keys.", addRemoveOptions,
                               remove);
}

} // namespace streamdesk::cli
