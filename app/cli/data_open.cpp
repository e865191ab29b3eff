#include "data.h"
#include "desk_keys.h"

#include "core/base/errors.h"
#include "core/json/writer.h"
#include "core/stream/data_package.h"
#include "core/stream/field_encryption.h"

#include <atomic>

namespace streamdesk::cli {

namespace {

struct Options
{
    InputOptions input;
    ResultOptions result;
    KeyOption fieldKey;
    std::string passphraseFile;
    bool partial = false;
    bool skipVerify = false;
};

void addOptions(CLI::App &command, Options &options)
{
    command.footer(
        "Example:\n  stream-desk-cli data open day-signed.jsonl --field-key-file fields.key --output day.jsonl\n\n"
        "What comes out is the reading without its signature, which no longer fits once fields are open.");
    addInputOptions(command, options.input, "Signed readings");
    const AddedKeyOption key = addKeyOption(command, options.fieldKey,
                                            {.file = "--field-key-file",
                                             .label = "--field-key",
                                             .description = "the key for encrypted fields (AES-256, 64 hex digits)"});
    addPassphraseOption(command, options.passphraseFile);
    requireOneOf(command, {{key.file, key.label}});
    addFlag(command, "--partial", options.partial, "Leave fields encrypted that this key does not open.");
    addFlag(command, "--skip-verify", options.skipVerify,
            "Do not check signatures. The content of encrypted fields is checked all the same.");
    addResultOptions(command, options.result);
}

std::string write(const stream::DataPackage &package, const json::Tree &payload, bool pretty)
{
    std::string text;
    json::Writer writer(text, pretty ? json::Writer::Style::Pretty : json::Writer::Style::Compact);
    writer.beginObject()
        .member("did", package.did)
        .member("timestamp", package.timestamp)
        .member("schemaVersion", package.schemaVersion)
        .key("sequenceNumber")
        .number(std::string_view(package.sequenceNumber));
    payload.write(writer.key("payload"));
    writer.endObject();
    return text + "\n";
}

int run(Session &session, const Options &options)
{
    const auto key = fetchKey<crypto::FieldKey>(session, options.fieldKey, options.passphraseFile);
    std::atomic<std::uint64_t> opened = 0;
    std::atomic<std::uint64_t> closed = 0;
    const std::uint64_t count = convertReadings(
        session, options.input, options.result, [&](const package::Reading &reading, std::uint64_t, bool pretty) {
            const stream::DataPackage package = stream::readDataPackage(reading.text);
            if (!options.skipVerify) {
                const stream::DataVerification verification = stream::verifyDataPackage(package);
                if (verification.verdict != stream::DataVerdict::Intact) {
                    throw StreamError(ErrorCode::VerificationFailed, verdictSentence(package, verification));
                }
            }
            const stream::OpenedFields fields = stream::openEncryptedFields(package.payload, key);
            if (!fields.closed.empty() && !options.partial) {
                throw StreamError(ErrorCode::UnwrapFailed, fields.closed.front().why,
                                  ErrorContext{.file = {}, .field = fields.closed.front().path, .chunk = {}});
            }
            opened += fields.opened.size();
            closed += fields.closed.size();
            return write(package, fields.payload, pretty);
        });
    if (!session.quiet) {
        say("Opened " + grouped(opened) + (opened == 1 ? " field in " : " fields in ") + grouped(count)
            + (count == 1 ? " reading." : " readings."));
        if (closed > 0) {
            say("  " + grouped(closed) + (closed == 1 ? " field was" : " fields were")
                + " left encrypted: this key does not open them.");
        }
    }
    return exitDone;
}

} // namespace

void addDataOpen(CLI::App &data, Session &session)
{
    addCommand<Options>(data, session, "open", "Buyer: open the encrypted fields of signed readings.", addOptions, run);
}

} // namespace streamdesk::cli
