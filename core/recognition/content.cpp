#include "core/recognition/content.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/crypto/secret_bytes.h"
#include "core/io/file.h"
#include "core/keys/desk_file.h"
#include "core/keys/key_backup.h"
#include "core/keys/key_file.h"
#include "core/keys/trust_file.h"
#include "core/package/receipt.h"
#include "core/stream/buyer_access.h"
#include "core/stream/data_limits.h"
#include "core/stream/envelope.h"

#include <algorithm>
#include <array>
#include <span>

namespace streamdesk::recognition {

namespace {

using json::Value;

constexpr std::size_t headBytes = std::size_t{64} << 10U;
constexpr std::size_t longestSubject = 80;
constexpr std::string_view white = " \t\r\n";

// A text that may hold a key: wiped wherever it ends.
class WipedText
{
public:
    WipedText() = default;
    explicit WipedText(std::string text) : m_text(std::move(text)) {}
    ~WipedText() { crypto::wipe(std::as_writable_bytes(std::span(m_text))); }
    WipedText(const WipedText &) = delete;
    WipedText &operator=(const WipedText &) = delete;

    [[nodiscard]] std::string_view view() const noexcept { return m_text; }
    [[nodiscard]] std::string take() noexcept { return std::move(m_text); }
    // The first `most` bytes of a file.
    void read(const io::File &file, std::size_t most)
    {
        m_text.resize(most);
        m_text.resize(file.readAt(std::as_writable_bytes(std::span(m_text)), 0));
    }

private:
    std::string m_text;
};

class WipedDocument
{
public:
    WipedDocument() = default;
    WipedDocument(const WipedDocument &) = delete;
    WipedDocument &operator=(const WipedDocument &) = delete;
    ~WipedDocument() { const WipedText rest(document.takeBuffer()); }

    json::Document document;
};

Content unknown(Reason reason, std::string subject = {})
{
    return Content{.reason = reason, .subject = std::move(subject)};
}

std::string forOneLine(std::string_view text)
{
    return shortened(printable(text), longestSubject);
}

std::optional<std::string_view> textOf(Value object, std::string_view camel, std::string_view snake)
{
    const auto value = object.find(camel, snake);
    return value ? value->string() : std::nullopt;
}

std::string lineOf(std::optional<std::string_view> text)
{
    return text ? forOneLine(*text) : std::string();
}

Content ofAccessFile(Value root)
{
    Content content{.kind = Kind::AccessFile};
    if (const auto entries = root.find("entries")) {
        content.count = entries->size();
        bool first = true;
        entries->forEachElement([&](Value entry) {
            const auto buyer = entry.find("buyer");
            const std::string id = buyer ? lineOf(textOf(*buyer, "recipientId", "recipient_id")) : std::string();
            if (!first && id != content.subject) {
                content.subject.clear();
            } else if (first) {
                content.subject = id;
            }
            first = false;
        });
    }
    return content;
}

Content ofEnvelope(Value root)
{
    Content content{.kind = Kind::Envelope};
    if (const auto index = root.find("index")) {
        content.index = index->unsignedInteger();
    }
    if (const auto signature = root.find("signature")) {
        content.subject = lineOf(textOf(*signature, "machineDid", "machine_did"));
    }
    return content;
}

Content ofReceipt(Value root)
{
    Content content{.kind = Kind::Receipt};
    if (const auto package = root.find("package")) {
        content.subject = lineOf(textOf(*package, "machineDid", "machineDid"));
        const auto total = package->find("totalChunks");
        content.count = total ? total->unsignedInteger() : std::nullopt;
    }
    return content;
}

bool isEnvelope(Value root, std::string_view schema)
{
    const bool named = textOf(root, "chunkId", "chunk_id").has_value();
    const bool hashed = textOf(root, "encryptedDataHash", "encrypted_data_hash").has_value();
    return (named && hashed) || (schema == stream::chunkSchema && (named || hashed || root.find("index")));
}

bool isManifest(Value root, std::string_view schema)
{
    const auto has = [&root](std::string_view name) { return root.find(name).has_value(); };
    const bool counted = has("sourceHash") && has("totalChunks");
    return counted || (schema == stream::chunkSchema && (has("sourceHash") || has("totalChunks") || has("machineDid")));
}

bool isDataPackage(Value root)
{
    const auto payload = root.find("payload");
    return payload && payload->isObject() && textOf(root, "did", "did") && textOf(root, "signature", "signature");
}

Content ofJson(Value root)
{
    if (!root.isObject()) {
        return unknown(Reason::UnknownJson);
    }
    const std::string_view schema = textOf(root, "schemaVersion", "schema_version").value_or("");
    if (schema == stream::buyerAccessSchema) {
        return ofAccessFile(root);
    }
    if (schema == keys::trustSchema) {
        const auto machines = root.find("machines");
        return Content{.kind = Kind::TrustFile, .count = machines ? machines->size() : 0};
    }
    if (schema == keys::keyBackupSchema) {
        return Content{.kind = Kind::KeyBackup};
    }
    if (schema == keys::deskSchema) {
        return Content{.kind = Kind::DeskFile};
    }
    if (root.find("privateKeyHex", "private_key_hex")) {
        return Content{.kind = Kind::KeyFile};
    }
    if (schema == package::receiptSchema) {
        return ofReceipt(root);
    }
    if (isEnvelope(root, schema)) {
        return ofEnvelope(root);
    }
    if (isManifest(root, schema)) {
        return Content{.kind = Kind::Manifest, .subject = lineOf(textOf(root, "machineDid", "machineDid"))};
    }
    if (isDataPackage(root)) {
        return Content{.kind = Kind::DataPackage, .subject = lineOf(textOf(root, "did", "did")), .count = 1};
    }
    return schema.empty() ? unknown(Reason::UnknownJson) : unknown(Reason::OtherSchema, forOneLine(schema));
}

// What a file may cost that is parsed to learn what it is: a word in its beginning names the format it may be of.
json::Limits limitsFor(std::string_view head)
{
    struct Hint
    {
        std::string_view word;
        std::size_t maxBytes;
        std::size_t maxValues;
    };
    static constexpr std::array<Hint, 7> hints = {{
        {"\"buyerPublicKeyHex\"", stream::maxAccessFileBytes, 4'000'000},
        {"\"buyer_public_key_hex\"", stream::maxAccessFileBytes, 4'000'000},
        {stream::buyerAccessSchema, stream::maxAccessFileBytes, 4'000'000},
        {package::receiptSchema, package::maxReceiptBytes, 1'000'000},
        {"\"totalChunks\"", stream::maxManifestBytes, 2'000'000},
        {"\"sourceHash\"", stream::maxManifestBytes, 2'000'000},
        {keys::trustSchema, stream::dataPackageLimits.maxBytes, 1'000'000},
    }};
    json::Limits limits = stream::dataPackageLimits;
    for (const Hint &hint : hints) {
        if (head.find(hint.word) != std::string_view::npos) {
            limits.maxBytes = hint.maxBytes;
            limits.maxValues = hint.maxValues;
            break;
        }
    }
    return limits;
}

Content parsed(std::string text, const json::Limits &limits)
{
    WipedDocument wiped;
    try {
        wiped.document.parse(std::move(text), limits);
        return ofJson(wiped.document.root());
    } catch (const StreamError &error) {
        return unknown(error.code() == ErrorCode::JsonLimit ? Reason::TooLarge : Reason::BrokenJson);
    }
}

std::uint64_t countLines(std::string_view text)
{
    std::uint64_t lines = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines += trimmed(text.substr(at, end - at)).empty() ? 0 : 1;
        at = end + 1;
    }
    return lines;
}

// The first line by itself, where there are more: readings stand one a line. `text` begins a file of `size` bytes.
std::optional<Content> firstOfLines(std::string_view text, std::uint64_t size)
{
    const std::size_t begin = text.find_first_not_of(white);
    const std::size_t end = text.find('\n', begin);
    const bool whole = text.size() == size;
    if (end == std::string_view::npos || (whole && text.find_first_not_of(white, end) == std::string_view::npos)) {
        return std::nullopt;
    }
    Content first = parsed(std::string(text.substr(begin, end - begin)), stream::dataPackageLimits);
    if (first.kind != Kind::DataPackage) {
        return std::nullopt;
    }
    first.kind = Kind::DataPackageLines;
    first.count = whole && size <= headBytes ? std::optional(countLines(text)) : std::nullopt;
    return first;
}

bool beginsAsJson(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(white);
    return begin != std::string_view::npos && (text[begin] == '{' || text[begin] == '[');
}

Content ofJsonFile(const io::File &file, std::uint64_t size, const WipedText &head)
{
    if (auto lines = firstOfLines(head.view(), size)) {
        lines->bytesRead = head.view().size();
        return *lines;
    }
    const json::Limits limits = limitsFor(head.view());
    const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(size, limits.maxBytes));
    Content content = unknown(Reason::TooLarge);
    if (size <= limits.maxBytes) {
        WipedText text;
        text.read(file, most);
        content = parsed(text.take(), limits);
    }
    if (content.kind == Kind::Unknown && size > headBytes) { // its first line may be longer than what was read before
        WipedText text;
        text.read(file, static_cast<std::size_t>(std::min<std::uint64_t>(size, stream::dataPackageLimits.maxBytes)));
        content = firstOfLines(text.view(), size).value_or(content);
    }
    content.bytesRead = most;
    return content;
}

bool isKey(const std::filesystem::path &file)
{
    try {
        (void)keys::readKeyFile<crypto::FieldKey>(file);
        return true;
    } catch (const StreamError &) {
        return false;
    }
}

Reason reasonFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
    case ErrorCode::NotADirectory: // on the way to it
        return Reason::NotFound;
    case ErrorCode::NotAFile:
        return Reason::SpecialFile;
    default:
        return Reason::NotReadable;
    }
}

} // namespace

Content contentOf(std::string text)
{
    WipedText whole(std::move(text));
    if (!beginsAsJson(whole.view())) {
        return unknown(whole.view().empty() ? Reason::EmptyFile : Reason::NotJson);
    }
    const json::Limits limits = limitsFor(whole.view().substr(0, headBytes));
    return parsed(whole.take(), limits);
}

Content contentOf(const std::filesystem::path &file)
{
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(file, error);
    if (status.type() == std::filesystem::file_type::not_found) {
        return unknown(Reason::NotFound);
    }
    if (error) {
        return unknown(Reason::NotReadable);
    }
    if (!std::filesystem::is_regular_file(status)) {
        return unknown(Reason::SpecialFile);
    }
    try {
        const io::File opened = io::File::openForReading(file);
        const std::uint64_t size = opened.size();
        WipedText head;
        head.read(opened, headBytes);
        if (head.view().empty()) {
            return unknown(Reason::EmptyFile);
        }
        if (beginsAsJson(head.view())) {
            return ofJsonFile(opened, size, head);
        }
        Content content = isKey(file) ? Content{.kind = Kind::KeyFile} : unknown(Reason::NotJson);
        content.bytesRead = head.view().size();
        return content;
    } catch (const StreamError &failed) {
        return unknown(reasonFor(failed.code()));
    }
}

} // namespace streamdesk::recognition
