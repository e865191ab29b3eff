#include "command.h"

#include "core/base/utc.h"
#include "core/keys/statement.h"
#include "core/package/output_folder.h"
#include "core/package/receipt.h"
#include "core/package/verification_json.h"
#include "desk_keys.h"
#include "progress_bar.h"
#include "words.h"

#include <optional>

namespace streamdesk::cli {

namespace {

struct Options
{
    std::string package;
    ExpectationOptions expectations;
    std::string receipt;
    KeyOption signingKey;
    std::string passphraseFile;
    bool replace = false;
    bool json = false;
};

void addOptions(CLI::App &command, Options &options)
{
    command.footer(
        "Says one of: intact (signer trusted, or not yet trusted), incomplete, damaged, signer changed, not what "
        "was announced, rolled back, not checkable; and lists what it found, chunk by chunk. Exit code 0 when "
        "the package is intact, 2 when it is not.\n\n"
        "Example: with the code that the seller told you by telephone\n"
        "  stream-desk-cli verify package --code RDWH-K958-H94H-8MNR-M10Q-Y");
    command.add_option("package", options.package, "Folder or ZIP file of the package.")->type_name("PATH")->required();
    addExpectationOptions(command, options.expectations);
    CLI::Option *const receipt =
        command
            .add_option("--receipt", options.receipt,
                        "Write what was found into this file, signed with your key: a receipt to keep or to show, "
                        "whatever the verdict (see verify-receipt).")
            ->type_name("FILE");
    const AddedKeyOption key =
        addKeyOption(command, options.signingKey,
                     {.file = "--signing-key-file",
                      .label = "--signing-key",
                      .description = "your own signing key (Ed25519 private key, 64 hex digits), for the receipt"});
    key.file->needs(receipt);
    key.label->needs(receipt);
    command.parse_complete_callback([receipt, key] {
        if (receipt->count() > 0 && key.file->count() + key.label->count() == 0) {
            throw CLI::RequiredError("--receipt needs --signing-key-file or --signing-key, which");
        }
    });
    addPassphraseOption(command, options.passphraseFile);
    addFlag(command, "--replace", options.replace, "Replace a receipt that is there.");
    command.get_option("--replace")->needs(receipt);
    addJsonFlag(command, options.json);
}

// All that can fail of a receipt fails before the package is read.
std::optional<crypto::Ed25519KeyPair> keyForReceipt(const Session &session, const Options &options)
{
    if (options.receipt.empty()) {
        return std::nullopt;
    }
    package::requireFree(givenPath(options.receipt), options.replace);
    return crypto::keyPairOf(fetchKey<crypto::Ed25519PrivateKey>(session, options.signingKey, options.passphraseFile));
}

int run(Session &session, const Options &options)
{
    const package::Expectations expectations = makeExpectations(options.expectations);
    const auto key = keyForReceipt(session, options);
    ProgressBar bar(session, "Verifying");
    const package::Package package = package::Package::openFolder(givenPath(options.package), bar.control());
    const package::Verification verification = package::verify(package, expectations, bar.control());
    bar.finish();
    if (key) {
        const package::Receipt receipt =
            receiptOf(verification, package, expectations.code, "stream-desk-cli " STREAMDESK_VERSION,
                      utcNow(TimePrecision::Seconds));
        writeReceipt(receipt, *key, givenPath(options.receipt), options.replace, io::Durability::Synced);
    }

    if (options.json) {
        print(package::verificationJson(verification, package.manifest().manifest, describe));
    } else if (!session.quiet) {
        sayVerification(verification);
        if (key) {
            say("Wrote the receipt to " + displayPath(givenPath(options.receipt)) + ", signed by "
                + keys::fingerprint(key->publicKey));
        }
    }
    return isIntact(verification.judgement.verdict) ? exitDone : exitFailed;
}

} // namespace

void addVerify(CLI::App &app, Session &session)
{
    addCommand<Options>(app, session, "verify",
                        "Anyone: check that nothing in a package was changed, and say who signed it.", addOptions, run);
}

} // namespace streamdesk::cli
