#include "data.h"
#include "desk_keys.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/base/utc.h"
#include "core/io/file.h"
#include "core/stream/data_limits.h"
#include "core/stream/data_package.h"

#include <algorithm>
#include <optional>

namespace streamdesk::cli {

namespace {

struct Options
{
    InputOptions input;
    ResultOptions result;
    KeyOption signingKey;
    std::string did;
    std::string keyId = "machine-signing-key-1";
    std::string schemaVersion = "1.0";
    std::string sequenceNumber = "1";
    std::string capturedAt;
    std::string capturedAtField;
    std::string rulesFile;
    KeyOption fieldKey;
    std::string passphraseFile;
    bool compatible = false;
    bool anyDid = false;
};

void addOptions(CLI::App &command, Options &options)
{
    command.footer(
        "Example: sign a day of readings, without the driver's name\n"
        "  stream-desk-cli data sign day.jsonl --signing-key-file machine.key --rules rules.json \\\n"
        "    --captured-at-field time --output day-signed.jsonl\n\n"
        "A rules file:\n"
        "  {\"rules\": [{\"fieldPath\": \"driver\", \"action\": \"exclude\"},\n"
        "             {\"fieldPath\": \"gps\", \"action\": \"anonymize\", \"anonymizeStrategy\": \"generalize\"}]}");
    addInputOptions(command, options.input, "Readings, each an object with fields");
    const AddedKeyOption key = addKeyOption(command, options.signingKey,
                                            {.file = "--signing-key-file",
                                             .label = "--signing-key",
                                             .description = "the machine's private key (secp256k1, 64 hex digits)"});
    requireOneOf(command, {{key.file, key.label}});
    command.add_option("--did", options.did, "DID of the machine. Without it the one that belongs to the key.");
    command.add_option("--key-id", options.keyId, "Name of the key; it is not covered by the signature.")
        ->capture_default_str();
    command.add_option("--schema-version", options.schemaVersion, "Version of the readings' format.")
        ->capture_default_str();
    command
        .add_option("--sequence-number", options.sequenceNumber, "Number of the first reading; the next ones count up.")
        ->transform(wholeNumber())
        ->capture_default_str();
    command.add_option("--captured-at", options.capturedAt, "When it was captured (ISO 8601). Without it: now.");
    command
        .add_option("--captured-at-field", options.capturedAtField,
                    "Name of the reading's own field that says when it was captured.")
        ->excludes("--captured-at");
    command
        .add_option("--rules", options.rulesFile, "File with the field rules: what is left out, encrypted, anonymized.")
        ->check(existingPath());
    (void)addKeyOption(command, options.fieldKey,
                       {.file = "--field-key-file",
                        .label = "--field-key",
                        .description = "the key for encrypted fields (AES-256, 64 hex digits)"});
    addPassphraseOption(command, options.passphraseFile);
    addFlag(command, "--compatible", options.compatible,
            "Treat rules as the reference does, even where that publishes what they should hide.");
    addFlag(command, "--any-did", options.anyDid, "Sign for a DID that is not the key's. Nobody can verify that.");
    addResultOptions(command, options.result);
}

// The text of one member of a reading.
std::string memberText(const json::Tree &fields, const std::string &name)
{
    const json::Tree::Object *members = fields.object();
    const auto found = members == nullptr ? json::Tree::Object::const_iterator() : members->find(name);
    if (members == nullptr || found == members->end() || found->second.string() == nullptr) {
        throw StreamError(ErrorCode::MissingField, "is to say when the reading was captured, but holds no text",
                          ErrorContext{.file = {}, .field = name, .chunk = {}});
    }
    return *found->second.string();
}

class Signer
{
public:
    Signer(const Session &session, const Options &options)
        : m_signing{.privateKey =
                        fetchKey<crypto::Secp256k1PrivateKey>(session, options.signingKey, options.passphraseFile),
                    .did = options.did,
                    .keyId = options.keyId},
          m_capturedAt(options.capturedAt.empty() ? utcNow(TimePrecision::Milliseconds) : options.capturedAt),
          m_capturedAtField(options.capturedAtField)
    {
        if (options.sequenceNumber.starts_with("-")) {
            refuse("--sequence-number", "must be 0 or more");
        }
        if (!crypto::isUsable(m_signing.privateKey)) {
            throw StreamError(ErrorCode::UnusableKey, "holds no private key: it is zero or too large",
                              ErrorContext{.file = options.signingKey.told(), .field = {}, .chunk = {}});
        }
        if (m_signing.did.empty()) {
            m_signing.did = stream::didOf(crypto::addressOf(m_signing.privateKey));
        }
        m_params = {.schemaVersion = options.schemaVersion,
                    .sequenceNumber = *parseUnsigned(options.sequenceNumber),
                    .mode = options.compatible ? stream::RuleMode::AsReference : stream::RuleMode::Careful,
                    .anyDid = options.anyDid};
        if (!options.rulesFile.empty()) {
            m_rules = readRules(givenPath(options.rulesFile), m_params.mode);
            m_params.rules = &m_rules;
        }
        if (options.fieldKey.isGiven()) {
            m_encryption = stream::EncryptionContext{
                fetchKey<crypto::FieldKey>(session, options.fieldKey, options.passphraseFile)};
            m_params.encryption = &*m_encryption;
        } else if (encrypts(m_rules)) {
            refuse("--field-key-file", "is needed: these rules encrypt fields");
        }
    }
    Signer(const Signer &) = delete;
    Signer &operator=(const Signer &) = delete;

    [[nodiscard]] const std::string &did() const { return m_signing.did; }

    [[nodiscard]] std::string sign(const package::Reading &reading, std::uint64_t number, bool pretty) const
    {
        json::Document document;
        document.parse(reading.text, stream::dataPackageLimits);
        stream::UnsignedDataPayload payload{
            .topic = m_rules.topic, .fields = json::Tree(document.root()), .capturedAt = m_capturedAt};
        if (!m_capturedAtField.empty()) {
            payload.capturedAt = memberText(payload.fields, m_capturedAtField);
        }
        stream::BuildDataPackageParams params = m_params;
        params.sequenceNumber += number;
        std::string text =
            stream::writeDataPackage(stream::buildSignedDataPackage(payload, m_signing, params),
                                     pretty ? json::Writer::Style::Pretty : json::Writer::Style::Compact);
        requireReadable(text);
        return text;
    }

private:
    // Rules and escapes make a reading larger than it was: what nobody would read again must not be signed.
    static void requireReadable(const std::string &text)
    {
        try {
            (void)stream::readDataPackage(text);
        } catch (const StreamError &error) {
            throw StreamError(ErrorCode::JsonLimit, std::string("is too large once it is signed: ") + error.what());
        }
    }

    static stream::FieldRules readRules(const std::filesystem::path &path, stream::RuleMode mode)
    {
        try {
            std::string text;
            io::readTextFile(path, stream::maxRulesBytes, text);
            stream::FieldRules rules = stream::readFieldRules(std::move(text));
            if (mode == stream::RuleMode::Careful) {
                stream::checkFieldRules(rules);
            }
            return rules;
        } catch (StreamError &error) {
            error.addContext(ErrorContext{.file = displayPath(path), .field = {}, .chunk = {}});
            if (error.code() == ErrorCode::MissingField || error.code() == ErrorCode::WrongType) {
                throw error.as(ErrorCode::InvalidRule); // somebody wrote this file by hand
            }
            throw;
        }
    }

    static bool encrypts(const stream::FieldRules &rules)
    {
        return rules.defaultAction == "encrypt"
               || std::any_of(rules.rules.begin(), rules.rules.end(),
                              [](const stream::FieldRule &rule) { return rule.action == "encrypt"; });
    }

    stream::SigningContext m_signing;
    std::string m_capturedAt;
    std::string m_capturedAtField;
    stream::FieldRules m_rules;
    std::optional<stream::EncryptionContext> m_encryption;
    stream::BuildDataPackageParams m_params;
};

int run(Session &session, const Options &options)
{
    const Signer signer(session, options);
    const std::uint64_t count = convertReadings(session, options.input, options.result,
                                                [&](const package::Reading &reading, std::uint64_t number,
                                                    bool pretty) { return signer.sign(reading, number, pretty); });
    if (!session.quiet) {
        say("Signed " + grouped(count) + (count == 1 ? " reading as " : " readings as ") + signer.did() + ".");
    }
    return exitDone;
}

} // namespace

void addDataSign(CLI::App &data, Session &session)
{
    addCommand<Options>(data, session, "sign", "Machine: sign readings, after rules about what may leave it.",
                        addOptions, run);
}

} // namespace streamdesk::cli
