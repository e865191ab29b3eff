#include "command.h"

#include "core/crypto/hex.h"
#include "core/json/writer.h"
#include "core/keys/statement.h"
#include "core/package/receipt.h"
#include "progress_bar.h"
#include "trust.h"

#include <optional>

namespace streamdesk::cli {

namespace {

using package::Receipt;
using package::ReceiptMatch;
using package::SignedReceipt;

struct Options
{
    std::string receipt;
    std::string package;
    std::string key;
    bool json = false;
};

void addOptions(CLI::App &command, Options &options)
{
    command.footer("Exit code 0 when the signature fits, by the key that was given, and the package is the one of the "
                   "receipt, in the same state; else 2.\n\n"
                   "Example:\n"
                   "  stream-desk-cli verify package --receipt trip.receipt.json --signing-key-file desk.key\n"
                   "  stream-desk-cli verify-receipt trip.receipt.json package");
    command.add_option("file", options.receipt, "The receipt.")->type_name("FILE")->required();
    command
        .add_option("package", options.package,
                    "Folder or ZIP file of a package, to be verified and compared with the receipt.")
        ->type_name("PATH");
    command
        .add_option("--key", options.key,
                    "Public key (Ed25519, 64 hex digits) of the one who should have signed the receipt.")
        ->type_name("HEX");
    addJsonFlag(command, options.json);
}

// What was found out about a receipt.
struct Check
{
    SignedReceipt receipt;
    std::optional<bool> keyFits;
    std::optional<ReceiptMatch> match;

    [[nodiscard]] bool holds() const
    {
        return receipt.check == crypto::SignatureCheck::Valid && keyFits.value_or(true)
               && match.value_or(ReceiptMatch::Same) == ReceiptMatch::Same;
    }
};

std::string_view signatureName(crypto::SignatureCheck check)
{
    switch (check) {
    case crypto::SignatureCheck::Valid:
        return "valid";
    case crypto::SignatureCheck::Worthless:
        return "worthless";
    case crypto::SignatureCheck::Invalid:
        break;
    }
    return "invalid";
}

void printJson(const Check &check)
{
    const Receipt &receipt = check.receipt.receipt;
    std::string text;
    json::Writer writer(text, json::Writer::Style::Pretty);
    writer.beginObject()
        .member("holds", check.holds())
        .member("signature", signatureName(check.receipt.check))
        .member("signedBy", crypto::toHex(check.receipt.signer.bytes));
    writer.key("keyFits");
    check.keyFits ? writer.boolean(*check.keyFits) : writer.null();
    writer.key("package");
    check.match ? writer.string(receiptMatchName(*check.match)) : writer.null();
    writer.member("verdict", stream::verdictName(receipt.verdict))
        .member("trust", trustBasisName(receipt.trust))
        .member("completeAndInOrder", receipt.completeAndInOrder)
        .member("checkedAt", receipt.checkedAt)
        .member("program", receipt.program)
        .member("machineDid", receipt.machineDid)
        .member("firstChunkId", receipt.firstChunkId)
        .member("headChunkId", receipt.headChunkId)
        .member("totalChunks", receipt.totalChunks)
        .endObject();
    print(text + "\n");
}

void sayBasis(const Receipt &receipt)
{
    switch (receipt.trust) {
    case package::TrustBasis::PackageCode:
        say("  The machine's key was confirmed by the package code.");
        break;
    case package::TrustBasis::Pin:
    case package::TrustBasis::TrustedKey:
        say("  The machine's key was trusted on the desk that wrote it.");
        break;
    case package::TrustBasis::None:
        say("  The machine's key was not known there.");
        break;
    }
    if (receipt.completeAndInOrder) {
        say("  Complete and in order, by what the seller had stated elsewhere.");
    }
}

void sayMatch(ReceiptMatch match)
{
    switch (match) {
    case ReceiptMatch::Same:
        say("The package here is the one of the receipt, in the same state.");
        break;
    case ReceiptMatch::OtherManifest:
        say("The chunks here are those of the receipt; the manifest, which nobody signs, is another.");
        break;
    case ReceiptMatch::OtherState:
        say("The package here is the one of the receipt, but not in the same state: something changed since.");
        say("  See what differs: stream-desk-cli verify");
        break;
    case ReceiptMatch::OtherPackage:
        say("The package here is another one than that of the receipt.");
        break;
    }
}

void sayCheck(const Check &check)
{
    const Receipt &receipt = check.receipt.receipt;
    switch (check.receipt.check) {
    case crypto::SignatureCheck::Valid:
        say("The receipt is as it was signed.");
        break;
    case crypto::SignatureCheck::Worthless:
        say("Error: the receipt is signed with a key that proves nothing.");
        return;
    case crypto::SignatureCheck::Invalid:
        say("Error: the receipt was changed after it was signed, or never signed with this key.");
        return;
    }
    say("  Signed by:    " + keys::fingerprint(check.receipt.signer));
    if (check.keyFits == false) {
        say("Error: that is another key than the one that was given.");
        return;
    }
    say("  Checked at:   " + receipt.checkedAt + ", by the clock of the one who signed");
    say("  With:         " + receipt.program);
    say("  Machine:      " + (receipt.machineDid.empty() ? "none, or several" : receipt.machineDid));
    say("  Chunks:       " + grouped(receipt.totalChunks));
    say("  Verdict then: " + std::string(stream::verdictName(receipt.verdict)));
    sayBasis(receipt);
    if (check.match) {
        sayMatch(*check.match);
    } else {
        say("Whether a package is the one of the receipt: give its folder or ZIP file too.");
    }
}

int run(Session &session, const Options &options)
{
    Check check{.receipt = package::readReceipt(givenPath(options.receipt)), .keyFits = {}, .match = {}};
    if (!options.key.empty()) {
        check.keyFits = givenKey(options.key) == check.receipt.signer;
    }
    if (!options.package.empty()) {
        ProgressBar bar(session, "Verifying");
        const package::Package package = package::Package::openFolder(givenPath(options.package), bar.control());
        const package::Verification verification = package::verify(package, {}, bar.control());
        bar.finish();
        check.match = isReceiptOf(check.receipt.receipt, verification, package);
    }
    if (options.json) {
        printJson(check);
    } else if (!session.quiet) {
        sayCheck(check);
    }
    return check.holds() ? exitDone : exitFailed;
}

} // namespace

void addVerifyReceipt(CLI::App &app, Session &session)
{
    addCommand<Options>(app, session, "verify-receipt",
                        "Anyone: check the receipt of a verification, and whether a package is the one of it.",
                        addOptions, run);
}

} // namespace streamdesk::cli
