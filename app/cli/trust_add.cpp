#include "trust.h"

#include "core/base/errors.h"
#include "core/base/utc.h"
#include "core/keys/statement.h"
#include "core/keys/trust_edits.h"
#include "core/stream/package_code.h"
#include "progress_bar.h"
#include "words.h"

#include <optional>

namespace streamdesk::cli {

namespace {

struct Options
{
    std::string package;
    std::string code;
    MachineOptions machine;
    std::string label;
    std::string note;
};

void addOptions(CLI::App &command, Options &options)
{
    command.footer(
        "Either PACKAGE with what the seller told you by another way than the package took (--code, or --key): it is "
        "verified and compared, and trusted only when it fits. Or --did with --key, without a package.\n\n"
        "With --code, how far the chain goes is remembered too, and a later package that lacks something of it is "
        "called rolled back. A machine may have several trusted keys.\n\n"
        "Example:\n"
        "  stream-desk-cli trust add package --code RDWH-K958-H94H-8MNR-M10Q-Y --label \"Rover 7\"");
    command.add_option("package", options.package, "Folder or ZIP file of a package that the machine signed.")
        ->type_name("PATH");
    command.add_option("--code", options.code, "Package code that the seller told you.")->type_name("CODE");
    addMachineOptions(command, options.machine);
    command.add_option("--label", options.label, "A name for the machine, for yourself.");
    command.add_option("--note", options.note, "A note on the key, for yourself.");
}

// What is to be trusted, and on what grounds.
struct Found
{
    std::string did;
    keys::TrustedKey key;
    std::optional<stream::ChainReport> announced; // the package that the code belongs to
};

// Nothing when the package is not what it was said to be; why, was said then.
std::optional<Found> foundIn(Session &session, const Options &options)
{
    if (options.code.empty() && options.machine.key.empty()) {
        refuse("--code", "or --key is needed: what the seller told you by another way than the package took");
    }
    package::Expectations expectations;
    if (!options.code.empty()) {
        expectations.code = stream::normalizePackageCode(options.code);
    }
    std::optional<crypto::Ed25519PublicKey> stated;
    if (!options.machine.key.empty()) {
        stated = givenKey(options.machine.key);
    }
    ProgressBar bar(session, "Verifying");
    const package::Package package = package::Package::openFolder(givenPath(options.package), bar.control());
    const package::Verification verification = package::verify(package, expectations, bar.control());
    bar.finish();

    const stream::ChainReport &report = verification.report;
    if (!isIntact(verification.judgement.verdict) || !report.oneSigner()) {
        say("Error: nothing was added: only the signer of an intact package can be trusted.");
        sayVerification(verification);
        return std::nullopt;
    }
    if (!options.machine.did.empty() && options.machine.did != report.dids.front()) {
        say("Error: nothing was added: the package is of another machine, " + report.dids.front() + ".");
        return std::nullopt;
    }
    if (stated && *stated != report.signers.front()) {
        say("Error: nothing was added: the package is signed with another key than the one you were told.");
        say("  Signed by: " + keys::fingerprint(report.signers.front()));
        say("  Do not use this data before you have talked to the seller by a way you trust.");
        return std::nullopt;
    }
    Found found{.did = report.dids.front(),
                .key = {.key = report.signers.front(),
                        .firstSeen = utcNow(TimePrecision::Seconds),
                        .note = options.note,
                        .pinnedBy = std::string(keys::groundsFingerprint)},
                .announced = {}};
    if (expectations.code) {
        found.announced = report;
    }
    return found;
}

Found given(const Options &options)
{
    if (options.machine.did.empty() || options.machine.key.empty() || !options.code.empty()) {
        refuse("--did", "and --key are needed, or a package with --code");
    }
    return Found{.did = options.machine.did,
                 .key = {.key = givenKey(options.machine.key),
                         .firstSeen = utcNow(TimePrecision::Seconds),
                         .note = options.note,
                         .pinnedBy = std::string(keys::groundsByHand)},
                 .announced = {}};
}

int run(Session &session, const Options &options)
{
    const std::optional<Found> found = options.package.empty() ? given(options) : foundIn(session, options);
    if (!found) {
        return exitFailed;
    }
    keys::TrustStore().update([&](keys::TrustFile &file) {
        if (found->announced) {
            keys::trustByCode(file, *found->announced, found->key.firstSeen, options.label, options.note);
        } else {
            keys::trustKey(file, found->did, found->key, options.label);
        }
    });
    if (!session.quiet) {
        say("Trusted for " + found->did + ":");
        say("  " + keys::fingerprint(found->key.key));
    }
    return exitDone;
}

} // namespace

void addTrustAdd(CLI::App &trust, Session &session)
{
    addCommand<Options>(trust, session, "add", "Trust a machine's signing key, once it was compared.", addOptions, run);
}

} // namespace streamdesk::cli
