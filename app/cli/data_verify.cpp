#include "data.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/json/writer.h"
#include "core/stream/data_package.h"
#include "core/stream/field_encryption.h"

#include <atomic>

namespace streamdesk::cli {

namespace {

using stream::DataVerdict;

struct Options
{
    InputOptions input;
    bool json = false;
};

void addOptions(CLI::App &command, Options &options)
{
    command.footer("Example:\n  stream-desk-cli data verify day-signed.jsonl");
    addInputOptions(command, options.input, "Signed readings");
    addJsonFlag(command, options.json);
}

const char *formName(json::CanonicalForm form)
{
    return form == json::CanonicalForm::Python ? "python" : "rfc8785";
}

// Names of the fields of one kind, as far as a line goes.
std::string namesOf(const json::Tree::Object &members, bool (*isOne)(const json::Tree &) noexcept)
{
    constexpr std::size_t longest = 60;
    std::string names;
    for (const auto &[name, value] : members) {
        if (isOne(value)) {
            if (names.size() > longest) {
                return names + ", …";
            }
            names += names.empty() ? "" : ", ";
            names += name.size() <= longest ? name : "…";
        }
    }
    return names;
}

std::string explain(const stream::DataPackage &package, const stream::DataVerification &verification)
{
    std::string text = verdictSentence(package, verification) + "\n";
    const auto line = [&](const char *label, const std::string &value) {
        if (!value.empty()) {
            text += "  ";
            text += label + value + "\n";
        }
    };
    line("Captured:   ", shown(package.timestamp) + ", number " + shown(package.sequenceNumber) + ", format "
                             + shown(package.schemaVersion));
    line("Encrypted:  ", namesOf(*package.payload.object(), stream::isEncryptedField));
    line("Anonymized: ", namesOf(*package.payload.object(), stream::isAnonymizedField));
    if (verification.form) {
        line("Signed as:  ", *verification.form == json::CanonicalForm::Python
                                 ? "canonical JSON as Python writes it"
                                 : "canonical JSON as ECMAScript writes it (RFC 8785)");
    }
    line("Key name:   ", shown(package.signingKeyId) + " (not covered by the signature)");
    return text;
}

std::string summary(const package::Reading &reading, bool several, const stream::DataPackage &package,
                    const stream::DataVerification &verification)
{
    std::string text;
    json::Writer writer(text, several ? json::Writer::Style::Compact : json::Writer::Style::Pretty);
    writer.beginObject();
    if (several) {
        writer.member("source", reading.name);
    }
    writer.member("valid", verification.verdict == DataVerdict::Intact)
        .member("verdict", stream::dataVerdictName(verification.verdict))
        .member("signerDid", package.did)
        .member("recovered",
                verification.recovered ? std::optional(crypto::addressText(*verification.recovered)) : std::nullopt)
        .member("form", verification.form ? std::optional<std::string>(formName(*verification.form)) : std::nullopt)
        .member("reason", verification.reason.empty() ? std::nullopt : std::optional(verification.reason))
        .endObject();
    return text + "\n";
}

std::string unreadable(const package::Reading &reading, const StreamError &error)
{
    std::string text;
    json::Writer writer(text, json::Writer::Style::Compact);
    writer.beginObject()
        .member("source", reading.name)
        .member("valid", false)
        .member("verdict", "malformed")
        .member("reason", error.what())
        .endObject();
    return text + "\n";
}

int run(Session &session, const Options &options)
{
    package::ReadingSource source = openReadings(session, options.input);
    const bool several = source.kind() != package::ReadingSource::Kind::File;
    std::atomic<std::uint64_t> bad = 0;
    std::uint64_t malformed = 0;
    const std::uint64_t count = forEachReading(
        source, jobs::JobControl{.stop = &session.stop, .progress = {}},
        [&](const package::Reading &reading, std::uint64_t) -> std::string {
            const stream::DataPackage package = stream::readDataPackage(reading.text);
            const stream::DataVerification verification = stream::verifyDataPackage(package);
            const bool intact = verification.verdict == DataVerdict::Intact;
            bad += intact ? 0 : 1;
            if (options.json) {
                return summary(reading, several, package, verification);
            }
            if (several) {
                return intact ? std::string() : reading.name + ": " + verdictSentence(package, verification);
            }
            return explain(package, verification);
        },
        [&](WorkedReading &reading) {
            if (reading.error) {
                try {
                    std::rethrow_exception(reading.error);
                } catch (const StreamError &error) {
                    if (!several || error.code() == ErrorCode::Stopped) {
                        throw;
                    }
                    ++malformed;
                    options.json ? print(unreadable(reading.reading, error)) : say(error.what());
                }
            } else if (options.json) {
                print(reading.result);
            } else if (!session.quiet || several) {
                sayLines(reading.result);
            }
        });
    if (several && !options.json && !session.quiet) {
        say(bad + malformed == 0
                ? "Intact: all " + grouped(count) + " readings are signed by the machine they name."
                : grouped(count - bad - malformed) + " of " + grouped(count) + " readings are intact.");
    }
    return bad > 0 ? exitFailed : malformed > 0 ? exitBadInput : exitDone;
}

} // namespace

void addDataVerify(CLI::App &data, Session &session)
{
    addCommand<Options>(data, session, "verify", "Was a reading changed, and did the machine sign that it names?",
                        addOptions, run);
}

} // namespace streamdesk::cli
