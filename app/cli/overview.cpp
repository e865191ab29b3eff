#include "overview.h"

#include "command.h"
#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/crypto/chunk_cipher.h"
#include "core/crypto/hex.h"
#include "core/json/document.h"
#include "core/package/output_folder.h"
#include "layout.h"
#include "page.h"
#include "words.h"

#include <algorithm>

namespace streamdesk::cli {

namespace {

constexpr std::size_t shownFirst = 5;
constexpr std::size_t shownLast = 3;
constexpr std::size_t labelWidth = 14; // a hash of 66 characters then fits into 80 columns
constexpr std::size_t mostNamed = 6;   // of a kind, before "and n more"

// Of the access file's first entry.
std::string buyerIdIn(const package::FileStore &store, const std::string &name)
{
    try {
        const json::Limits limits;
        std::string text;
        store.readText(name, limits.maxBytes, text);
        json::Document document;
        document.parse(std::move(text), limits);
        std::optional<std::string_view> id;
        bool first = true;
        if (const auto entries = document.root().find("entries")) {
            entries->forEachElement([&](const json::Value &entry) {
                if (const auto buyer = first ? entry.find("buyer") : std::nullopt) {
                    const auto value = buyer->find("recipientId", "recipient_id");
                    id = value ? value->string() : std::nullopt;
                }
                first = false;
            });
        }
        return std::string(id.value_or(""));
    } catch (const StreamError &) {
        return {}; // its name says enough here; consume tells what is wrong with it
    }
}

std::vector<BuyerSeen> findBuyers(const package::FileStore &store)
{
    std::vector<BuyerSeen> buyers; // names come sorted, so a buyer's files come together
    for (const std::string &name : store.names()) {
        if (!package::isAccessName(name)) {
            continue;
        }
        std::string key = name.substr(0, name.rfind('-'));
        if (buyers.empty() || buyers.back().publicKeyHex != key) {
            buyers.push_back(BuyerSeen{.publicKeyHex = std::move(key), .id = {}, .files = 0});
            if (buyers.size() <= mostNamed) {
                buyers.back().id = buyerIdIn(store, name);
            }
        }
        ++buyers.back().files;
    }
    return buyers;
}

void findSizes(const package::Package &package, PackageFacts &facts)
{
    const auto chunkSize = facts.manifest.manifest ? facts.manifest.manifest->chunkSize : std::nullopt;
    for (std::size_t position = 0; chunkSize && position < package.count(); ++position) {
        const std::uint64_t size = package.ciphertextSize(position);
        const bool last = position + 1 == package.count();
        const bool whole = size >= crypto::chunkTagSize && size - crypto::chunkTagSize == *chunkSize;
        const bool rest = last && size >= crypto::chunkTagSize && size - crypto::chunkTagSize < *chunkSize;
        if (package.hasCiphertext(position) && !whole && !rest) {
            package::appendToRanges(facts.otherSize, package.index(position));
        }
    }
}

std::string chunkWord(const std::vector<package::ChunkRange> &ranges)
{
    return ranges.size() == 1 && ranges[0].first == ranges[0].last ? "Chunk " : "Chunks ";
}

// "2026-11-22T09:00:00Z" as people write it; anything else as it is.
std::string describeTime(const std::string &text)
{
    const bool usual = text.size() == 20 && text[10] == 'T' && text.back() == 'Z';
    return usual ? text.substr(0, 10) + " " + text.substr(11, 8) + " UTC" : text;
}

std::string inGroups(const Page &page, const std::string &hex)
{
    const std::optional<std::size_t> length = crypto::hexLength(hex);
    if (length != std::size_t{32}) {
        return hex;
    }
    const std::string key = hex.starts_with("0x") ? hex.substr(2) : hex;
    const std::size_t perLine = page.valueWidth() >= 79 ? 64 : page.valueWidth() >= 39 ? 32 : 16;
    std::string text;
    for (std::size_t at = 0; at < key.size(); at += 4) {
        text += at == 0 ? "" : at % perLine == 0 ? "\n" : " ";
        text += key.substr(at, 4);
    }
    return text;
}

void printLines(Page &page, const std::string &label, const std::string &lines)
{
    std::string title = label;
    for (const std::string &line : CLI::detail::split(lines, '\n')) {
        page.row(title, line);
        title.clear();
    }
}

void printRecipients(Page &page, const std::vector<stream::KeyRecipient> &recipients)
{
    std::string label = "Can read";
    for (std::size_t i = 0; i < recipients.size(); ++i) {
        if (i == mostNamed) {
            page.row("", "and " + grouped(recipients.size() - mostNamed) + " more");
            return;
        }
        const stream::KeyRecipient &recipient = recipients[i];
        page.row(label, recipient.recipientType + ": " + recipient.recipientId + ", key "
                            + page.shortId(recipient.publicKeyHex));
        label.clear();
    }
    if (recipients.empty()) {
        page.row(label, "nobody");
    }
}

void printBuyers(Page &page, const std::vector<BuyerSeen> &buyers)
{
    std::string label = "Access";
    for (std::size_t i = 0; i < std::min(buyers.size(), mostNamed); ++i) {
        const BuyerSeen &buyer = buyers[i];
        page.row(label, grouped(buyer.files) + (buyer.files == 1 ? " file for " : " files for ")
                            + (buyer.id.empty() ? "" : buyer.id + ", ") + "key " + page.shortId(buyer.publicKeyHex));
        label.clear();
    }
    if (buyers.size() > mostNamed) {
        page.row("", "and for " + grouped(buyers.size() - mostNamed) + " more buyers");
    } else if (buyers.empty()) {
        page.row(label, "no access files here");
    }
}

std::string describeManifest(const stream::ManifestReading &reading)
{
    if (!reading.problem.empty()) {
        return "cannot be used: " + reading.problem;
    }
    if (!reading.manifest) {
        return "none here";
    }
    const stream::Manifest &manifest = *reading.manifest;
    return "names "
           + (manifest.totalChunks ? grouped(*manifest.totalChunks) + " chunks" : std::string("no number of chunks"))
           + (manifest.sourceHash ? " and the hash of all the data" : " and no hash of the data");
}

void printFacts(Page &page, const PackageFacts &facts)
{
    const stream::Manifest manifest = facts.manifest.manifest.value_or(stream::Manifest{});
    const auto known = [](const std::optional<std::string> &text) { return text.value_or("not stated"); };
    page.row("Machine", facts.first ? facts.first->signature.machineDid : known(manifest.machineDid));
    page.row("Created", describeTime(known(manifest.createdAt)));
    page.row("Chunks",
             grouped(facts.chunks) + (manifest.totalChunks ? " of " + grouped(*manifest.totalChunks) : std::string()));
    page.row("Size",
             describeBytes(facts.encryptedBytes) + " encrypted"
                 + (manifest.chunkSize ? ", in chunks of " + describeBytes(*manifest.chunkSize) : std::string()));
    if (facts.first) {
        printLines(page, "Signed with", inGroups(page, facts.first->signature.publicKeyHex));
        page.row("Key name", facts.first->signature.keyId);
        printRecipients(page, facts.first->encryption.keyRecipients);
    }
    printBuyers(page, facts.buyers);
    if (facts.first) {
        page.row("Storage", facts.first->storageRef.value_or("not stated"));
    }
    page.row("Manifest", describeManifest(facts.manifest));
    if (manifest.s3Bucket) {
        page.row("Uploaded to", "s3://" + *manifest.s3Bucket + "/" + manifest.s3Prefix.value_or(""));
    }
    if (manifest.sourceHash) {
        page.row("Data hash", *manifest.sourceHash);
    }
}

std::vector<std::string> oddities(const package::Package &package, const PackageFacts &facts)
{
    std::vector<std::string> odd;
    const auto about = [&odd](const std::vector<package::ChunkRange> &ranges, const std::string &what) {
        if (!ranges.empty()) {
            odd.push_back(chunkWord(ranges) + describeSome(ranges) + ": " + what);
        }
    };
    about(facts.withoutEnvelope, "no envelope is here.");
    about(facts.twice, "here more than once.");
    about(facts.withoutData, "the encrypted data is not here.");
    about(facts.otherSize, "the encrypted data has another size than the manifest's chunk size makes.");
    if (const auto &manifest = facts.manifest.manifest) {
        if (manifest->totalChunks && *manifest->totalChunks != facts.chunks) {
            odd.push_back("The manifest says " + grouped(*manifest->totalChunks) + " chunks; " + grouped(facts.chunks)
                          + (facts.chunks == 1 ? " is here." : " are here."));
        }
        if (facts.first && manifest->machineDid && *manifest->machineDid != facts.first->signature.machineDid) {
            odd.push_back("The manifest names another machine: " + *manifest->machineDid);
        }
    } else if (facts.manifest.problem.empty()) {
        odd.emplace_back("There is no manifest: how many chunks there should be is not known.");
    }
    const auto some = [&odd](std::size_t count, const std::string &more, auto &&sentence) {
        for (std::size_t i = 0; i < std::min(count, mostNamed); ++i) {
            odd.push_back(sentence(i));
        }
        if (count > mostNamed) {
            odd.push_back("And " + grouped(count - mostNamed) + more);
        }
    };
    const auto &problems = package.problems();
    some(problems.size(), " more envelopes that cannot be used.",
         [&](std::size_t i) { return std::string(problems[i].error.what()); });
    const auto &notices = package.notices();
    some(notices.size(), " more copies of files.", [&](std::size_t i) { return describe(notices[i]) + "."; });
    const auto &strays = package.strays();
    some(strays.size(), " more files that belong to no chunk.",
         [&](std::size_t i) { return strays[i].file + ": " + describe(strays[i]); });
    return odd;
}

// One line of the table. Of what differs from the first chunk, the gravest is told.
void printTableRow(Page &page, const package::Package &package, std::size_t position, const PackageFacts &facts,
                   json::Document &document)
{
    std::string recipients;
    std::string id = package.chunkId(position);
    try {
        const stream::EnvelopeReading reading = package.envelope(position, document);
        const stream::ChunkEnvelope &envelope = reading.envelope;
        if (!reading.knownSchema) {
            recipients = "another kind: " + reading.schemaVersion;
        } else if (!reading.problems.empty()) {
            recipients = "incomplete: " + reading.problems.front().field + " " + reading.problems.front().constraint;
        } else if (facts.first && envelope.signature.publicKeyHex != facts.first->signature.publicKeyHex) {
            recipients = "signed with another key";
        } else if (facts.first && envelope.signature.machineDid != facts.first->signature.machineDid) {
            recipients = "names another machine";
        } else {
            for (std::size_t i = 0; i < std::min(envelope.encryption.keyRecipients.size(), mostNamed); ++i) {
                recipients += (i == 0 ? "" : ", ") + envelope.encryption.keyRecipients[i].recipientType;
            }
        }
    } catch (const StreamError &) {
        recipients = "envelope cannot be read";
    }
    page.tableRow({grouped(package.index(position)),
                   package.hasCiphertext(position) ? describeBytes(package.ciphertextSize(position)) : "no data",
                   page.shortId(id), recipients});
}

void printTable(Page &page, const package::Package &package, const PackageFacts &facts, bool all)
{
    const std::size_t count = package.count();
    if (count == 0) {
        return;
    }
    const std::size_t indexWidth = std::max<std::size_t>(grouped(package.index(count - 1)).size(), 5);
    page.tableHead({{.title = "Chunk", .width = indexWidth, .right = true},
                    {.title = "Encrypted", .width = 10, .right = true},
                    {.title = "Id", .width = 12 + displayWidth(page.ellipsis()), .right = false},
                    {.title = "Can read", .width = 0, .right = false}});
    json::Document document;
    const bool cut = !all && count > shownFirst + shownLast + 1;
    for (std::size_t position = 0; position < count; ++position) {
        if (cut && position == shownFirst) {
            position = count - shownLast;
            page.tableRow({std::string(page.ellipsis()), "", "",
                           grouped(count - shownFirst - shownLast) + " more; --all shows them"},
                          true);
        }
        printTableRow(page, package, position, facts, document);
    }
}

} // namespace

PackageFacts gatherFacts(const package::Package &package)
{
    PackageFacts facts{.chunks = package.count(),
                       .encryptedBytes = package.totalCiphertextBytes(),
                       .first = {},
                       .manifest = package.manifest(),
                       .buyers = findBuyers(package.envelopeStore()),
                       .withoutData = {},
                       .withoutEnvelope = {},
                       .twice = {},
                       .otherSize = {}};
    std::uint64_t expected = 0;
    for (std::size_t position = 0; position < package.count(); ++position) {
        const std::uint64_t index = package.index(position);
        if (!package.hasCiphertext(position)) {
            package::appendToRanges(facts.withoutData, index);
        }
        if (index > expected) {
            facts.withoutEnvelope.push_back(package::ChunkRange{.first = expected, .last = index - 1});
        } else if (index < expected && (facts.twice.empty() || facts.twice.back().last != index)) {
            package::appendToRanges(facts.twice, index);
        }
        expected = index + 1;
    }
    findSizes(package, facts);
    if (package.count() > 0) {
        try {
            json::Document document;
            facts.first = package.envelope(0, document).envelope;
        } catch (const StreamError &) {
            facts.first.reset(); // the table and the list of odd things say so
        }
    }
    return facts;
}

void printOverview(const package::Package &package, const PackageFacts &facts, const std::string &name, bool all)
{
    Page page(labelWidth);
    page.heading("Package " + name);
    page.blank();
    printFacts(page, facts);
    if (const std::vector<std::string> odd = oddities(package, facts); !odd.empty()) {
        page.blank();
        for (const std::string &sentence : odd) {
            page.odd(sentence);
        }
    }
    page.blank();
    printTable(page, package, facts, all);
    page.blank();
    page.paragraph("This is what the package says of itself; nothing was checked.");
    page.paragraph("To check it: stream-desk-cli verify " + name);
}

} // namespace streamdesk::cli
