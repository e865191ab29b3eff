#include "command.h"

#include "core/base/text.h"
#include "core/crypto/hex.h"
#include "core/json/writer.h"
#include "progress_bar.h"
#include "words.h"

namespace streamdesk::cli {

namespace {

struct Options
{
    std::string package;
    ExpectationOptions expectations;
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
    addJsonFlag(command, options.json);
}

void writeFindings(json::Writer &writer, const std::vector<stream::Finding> &findings, bool remarks)
{
    writer.beginArray();
    for (const stream::Finding &finding : findings) {
        if ((gravityOf(finding.code) == stream::Gravity::Remark) != remarks) {
            continue;
        }
        writer.beginObject();
        writer.key("index");
        if (finding.index) {
            writer.number(*finding.index);
        } else {
            writer.null();
        }
        if (finding.index && finding.last != *finding.index) {
            writer.member("lastIndex", finding.last);
        }
        writer.member("reason", stream::reasonOf(finding.code)).member("detail", describe(finding));
        if (finding.difference != stream::Difference::None) {
            writer.member("difference", stream::differenceName(finding.difference));
        }
        const auto optional = [&writer](std::string_view name, const std::string &text) {
            if (!text.empty()) {
                writer.member(name, text);
            }
        };
        optional("file", finding.file);
        optional("field", finding.field);
        optional("expected", finding.expected);
        optional("actual", finding.actual);
        writer.endObject();
    }
    writer.endArray();
}

void writeSigner(json::Writer &writer, const package::Verification &verification)
{
    const auto &report = verification.report;
    writer.beginObject().key("did");
    report.dids.empty() ? writer.null() : writer.string(report.dids.front());
    writer.key("publicKeyHex");
    report.signers.empty() ? writer.null() : writer.string(crypto::toHex(report.signers.front().bytes));
    writer.key("keyIds").beginArray();
    for (const std::string &keyId : report.keyIds) {
        writer.string(keyId);
    }
    writer.endArray().member("trusted", verification.judgement.signerTrusted).endObject();
}

void writeManifest(json::Writer &writer, const std::optional<stream::Manifest> &manifest)
{
    if (!manifest) {
        writer.null();
        return;
    }
    const auto number = [&writer](std::string_view name, const std::optional<std::uint64_t> &value) {
        writer.key(name);
        value ? writer.number(*value) : writer.null();
    };
    writer.beginObject().member("sourceHash", manifest->sourceHash);
    number("totalChunks", manifest->totalChunks);
    number("chunkSize", manifest->chunkSize);
    writer.member("machineDid", manifest->machineDid).member("createdAt", manifest->createdAt).endObject();
}

void printJson(const package::Package &package, const package::Verification &verification)
{
    const auto &report = verification.report;
    const auto &findings = verification.judgement.findings;
    const bool robot = std::any_of(findings.begin(), findings.end(), [](const stream::Finding &finding) {
        return finding.code == stream::FindingCode::RobotDialect;
    });
    std::string text;
    json::Writer writer(text, json::Writer::Style::Pretty);
    writer.beginObject()
        .member("verdict", stream::verdictName(verification.judgement.verdict))
        .member("valid", report.valid)
        .member("totalChunks", report.chunks);
    if (!report.valid) {
        writer.member("failedAtIndex", report.failedAt.value_or(0)).member("reason", report.failedReason);
    }
    writer.key("failures");
    writeFindings(writer, findings, false);
    writer.key("warnings");
    writeFindings(writer, findings, true);
    writer.key("signer");
    writeSigner(writer, verification);
    writer.key("manifest");
    writeManifest(writer, package.manifest().manifest);
    writer.member("completeAndInOrder", verification.judgement.completeAndInOrder)
        .member("code", verification.code)
        .member("dialect", robot ? "on-robot-agent" : "chunks.v1")
        .endObject();
    print(text + "\n");
}

int run(Session &session, const Options &options)
{
    const package::Expectations expectations = makeExpectations(options.expectations);
    ProgressBar bar(session, "Verifying");
    const package::Package package = package::Package::openFolder(givenPath(options.package), bar.control());
    const package::Verification verification = package::verify(package, expectations, bar.control());
    bar.finish();

    if (options.json) {
        printJson(package, verification);
    } else if (!session.quiet) {
        sayVerification(verification);
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
