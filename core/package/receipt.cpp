#include "core/package/receipt.h"

#include "core/base/text.h"
#include "core/crypto/hex.h"
#include "core/json/canonical.h"
#include "core/package/output_folder.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace streamdesk::package {

namespace {

using json::Tree;
using json::Value;

constexpr std::string_view intact = "intact";
constexpr std::string_view notChecked = "not-checked";
// What is signed begins with it, so that no signature over something else can be one over a receipt.
constexpr std::string_view label = "streamdesk.receipt.v1 signature\n";
constexpr std::string_view signatureMember = "signature";
// Stands in every receipt for the person who opens the file.
constexpr const char *limits =
    "This says what the signer's program found in these files at that time, by the signer's clock. It does not prove "
    "that the files are the same now (compare them with it), that the signer told the truth, who made the data or "
    "whether it is true, or, unless completeAndInOrder is true, that nothing was left out or put in another order.";

constexpr std::array<std::pair<TrustBasis, std::string_view>, 4> bases = {{{TrustBasis::None, "none"},
                                                                           {TrustBasis::TrustedKey, "trusted-key"},
                                                                           {TrustBasis::Pin, "pin"},
                                                                           {TrustBasis::PackageCode, "package-code"}}};

[[noreturn]] void refuse(ErrorCode code, const std::string &field, std::string_view message)
{
    throw StreamError(code, message, ErrorContext{.file = {}, .field = field, .chunk = {}});
}

// Where findings begin and end, and which is the gravest between: swept from left to right.
class ResultLine
{
public:
    ResultLine(std::uint64_t length, const stream::Judgement &judgement)
        : m_findings(judgement.findings),
          m_otherwise(judgement.verdict == stream::Verdict::NotCheckable ? notChecked : intact)
    {
        std::set<std::uint64_t> edges = {0, length};
        for (std::size_t i = 0; i < m_findings.size(); ++i) {
            const stream::Finding &finding = m_findings[i];
            if (finding.index && gravityOf(finding.code) != stream::Gravity::Remark) {
                m_begins[*finding.index].push_back(i);
                m_ends[finding.last + 1].push_back(i);
                edges.insert({*finding.index, finding.last + 1});
            }
        }
        m_edges.assign(edges.begin(), edges.end());
    }

    std::vector<Receipt::Range> ranges()
    {
        std::vector<Receipt::Range> ranges;
        for (std::size_t i = 0; i + 1 < m_edges.size(); ++i) {
            update(m_edges[i]);
            const std::string result(m_open.empty() ? m_otherwise
                                                    : stream::reasonOf(m_findings[m_open.begin()->second].code));
            if (!ranges.empty() && ranges.back().result == result) {
                ranges.back().last = m_edges[i + 1] - 1;
            } else {
                ranges.push_back(Receipt::Range{.first = m_edges[i], .last = m_edges[i + 1] - 1, .result = result});
            }
        }
        return ranges;
    }

private:
    void update(std::uint64_t edge)
    {
        const auto keyOf = [this](std::size_t at) { return std::pair(gravityOf(m_findings[at].code), at); };
        for (const std::size_t at : m_ends[edge]) {
            m_open.erase(keyOf(at));
        }
        for (const std::size_t at : m_begins[edge]) {
            m_open.insert(keyOf(at));
        }
    }

    const std::vector<stream::Finding> &m_findings;
    std::string_view m_otherwise; // what a chunk without a finding is
    std::map<std::uint64_t, std::vector<std::size_t>> m_begins;
    std::map<std::uint64_t, std::vector<std::size_t>> m_ends;
    std::vector<std::uint64_t> m_edges;
    std::set<std::pair<stream::Gravity, std::size_t>> m_open; // the gravest first
};

TrustBasis basisOf(const Verification &verification, const std::optional<std::string> &code)
{
    if (code && verification.code == code) {
        return TrustBasis::PackageCode;
    }
    if (!verification.judgement.signerTrusted) {
        return TrustBasis::None;
    }
    return verification.judgement.completeAndInOrder ? TrustBasis::Pin : TrustBasis::TrustedKey;
}

Tree number(std::uint64_t value)
{
    return Tree(Tree::Number{.spelling = std::to_string(value)});
}

Tree text(std::string_view value)
{
    return Tree(std::string(value));
}

Tree list(const std::vector<std::string> &values)
{
    Tree::Array elements;
    for (const std::string &value : values) {
        elements.push_back(text(value));
    }
    return Tree(std::move(elements));
}

// Text from a package may be no UTF-8, which JSON cannot hold.
Tree foreignText(const std::string &value)
{
    return text(isUtf8(value) ? value : printable(value));
}

Tree::Object bodyOf(const Receipt &receipt)
{
    Tree::Array results;
    for (const Receipt::Range &range : receipt.results) {
        results.emplace_back(
            Tree::Object{{"first", number(range.first)}, {"last", number(range.last)}, {"result", text(range.result)}});
    }
    Tree::Object package{
        {"machineDid", foreignText(receipt.machineDid)},   {"firstChunkId", foreignText(receipt.firstChunkId)},
        {"headChunkId", foreignText(receipt.headChunkId)}, {"totalChunks", number(receipt.totalChunks)},
        {"manifestHash", text(receipt.manifestHash)},      {"signingKeys", list(receipt.signingKeys)}};
    return Tree::Object{{"schemaVersion", text(receiptSchema)},
                        {"package", Tree(std::move(package))},
                        {"verdict", text(stream::verdictName(receipt.verdict))},
                        {"results", Tree(std::move(results))},
                        {"findings", list(receipt.findings)},
                        {"trust", text(trustBasisName(receipt.trust))},
                        {"completeAndInOrder", Tree(receipt.completeAndInOrder)},
                        {"program", text(receipt.program)},
                        {"checkedAt", text(receipt.checkedAt)},
                        {"limits", text(limits)}};
}

std::string signedText(Tree::Object body)
{
    body.erase(std::string(signatureMember));
    return std::string(label) + json::canonicalJson(Tree(std::move(body)), json::CanonicalForm::Python);
}

Value require(Value object, std::string_view name, const std::string &where, json::Kind kind)
{
    const auto value = object.find(name);
    const std::string field = where + std::string(name);
    if (!value) {
        refuse(ErrorCode::MissingField, field, "is missing");
    }
    if (value->kind() != kind) {
        refuse(ErrorCode::WrongType, field,
               "must be " + std::string(json::kindName(kind)) + ", not " + std::string(json::kindName(value->kind())));
    }
    return *value;
}

std::string requireText(Value object, std::string_view name, const std::string &where = {})
{
    return std::string(*require(object, name, where, json::Kind::String).string());
}

std::uint64_t requireNumber(Value object, std::string_view name, const std::string &where)
{
    const auto whole = require(object, name, where, json::Kind::Number).unsignedInteger();
    if (!whole) {
        refuse(ErrorCode::WrongType, where + std::string(name), "must be a whole number");
    }
    return *whole;
}

std::vector<std::string> requireTexts(Value object, std::string_view name, const std::string &where = {})
{
    std::vector<std::string> texts;
    require(object, name, where, json::Kind::Array).forEachElement([&](Value element) {
        if (!element.string()) {
            refuse(ErrorCode::WrongType, where + std::string(name), "must be a list of texts");
        }
        texts.emplace_back(*element.string());
    });
    return texts;
}

// Only in order and without overlap do they say one thing of each chunk.
void readResults(Value root, Receipt &receipt)
{
    require(root, "results", "", json::Kind::Array).forEachElement([&receipt](Value element) {
        const std::string where = "results[" + std::to_string(receipt.results.size()) + "].";
        const Receipt::Range range{.first = requireNumber(element, "first", where),
                                   .last = requireNumber(element, "last", where),
                                   .result = requireText(element, "result", where)};
        const bool inOrder =
            range.first <= range.last && (receipt.results.empty() || range.first > receipt.results.back().last);
        if (!inOrder) {
            refuse(ErrorCode::WrongType, where + "first", "must lie behind the chunks before, and not behind last");
        }
        receipt.results.push_back(range);
    });
}

Receipt readBody(Value root)
{
    Receipt receipt;
    const Value package = require(root, "package", "", json::Kind::Object);
    receipt.machineDid = requireText(package, "machineDid", "package.");
    receipt.firstChunkId = requireText(package, "firstChunkId", "package.");
    receipt.headChunkId = requireText(package, "headChunkId", "package.");
    receipt.totalChunks = requireNumber(package, "totalChunks", "package.");
    receipt.manifestHash = requireText(package, "manifestHash", "package.");
    receipt.signingKeys = requireTexts(package, "signingKeys", "package.");
    const auto verdict = stream::verdictFromName(requireText(root, "verdict"));
    if (!verdict) {
        refuse(ErrorCode::WrongType, "verdict", "is none of the verdicts");
    }
    receipt.verdict = *verdict;
    readResults(root, receipt);
    receipt.findings = requireTexts(root, "findings");
    const std::string trust = requireText(root, "trust");
    const auto *const basis = std::ranges::find(bases, trust, [](const auto &pair) { return pair.second; });
    if (basis == bases.end()) {
        refuse(ErrorCode::WrongType, "trust", "is none of the grounds for trust");
    }
    receipt.trust = basis->first;
    const auto complete = root.find("completeAndInOrder");
    if (!complete || (complete->kind() != json::Kind::True && complete->kind() != json::Kind::False)) {
        refuse(complete ? ErrorCode::WrongType : ErrorCode::MissingField, "completeAndInOrder",
               "must be true or false");
    }
    receipt.completeAndInOrder = complete->kind() == json::Kind::True;
    receipt.program = requireText(root, "program");
    receipt.checkedAt = requireText(root, "checkedAt");
    return receipt;
}

template <std::size_t N>
std::array<std::byte, N> requireHex(Value object, std::string_view name, const std::string &where)
{
    const auto bytes = crypto::fromHex<N>(requireText(object, name, where));
    if (!bytes) {
        refuse(ErrorCode::InvalidHex, where + std::string(name), "must be " + std::to_string(2 * N) + " hex digits");
    }
    return *bytes;
}

} // namespace

std::string_view trustBasisName(TrustBasis basis) noexcept
{
    return std::ranges::find(bases, basis, [](const auto &pair) { return pair.first; })->second;
}

std::string_view receiptMatchName(ReceiptMatch match) noexcept
{
    switch (match) {
    case ReceiptMatch::Same:
        return "same";
    case ReceiptMatch::OtherManifest:
        return "other-manifest";
    case ReceiptMatch::OtherState:
        return "other-state";
    case ReceiptMatch::OtherPackage:
        break;
    }
    return "other-package";
}

Receipt receiptOf(const Verification &verification, const Package &package, const std::optional<std::string> &code,
                  const std::string &program, const std::string &checkedAt)
{
    const stream::ChainReport &report = verification.report;
    const auto &findings = verification.judgement.findings;
    Receipt receipt{.machineDid = report.dids.size() == 1 ? report.dids.front() : std::string(),
                    .firstChunkId = report.firstChunkId,
                    .headChunkId = report.headChunkId,
                    .totalChunks = report.length,
                    .manifestHash = package.manifest().hash,
                    .verdict = verification.judgement.verdict,
                    .results = ResultLine(report.length, verification.judgement).ranges(),
                    .trust = basisOf(verification, code),
                    .completeAndInOrder = verification.judgement.completeAndInOrder,
                    .program = program,
                    .checkedAt = checkedAt};
    if (receipt.results.size() > maxReceiptRanges) {
        throw StreamError(ErrorCode::TooLarge, "more is to be said of this package than a receipt holds: "
                                                   + std::to_string(receipt.results.size())
                                                   + " stretches of chunks, and " + std::to_string(maxReceiptRanges)
                                                   + " are the most");
    }
    for (const crypto::Ed25519PublicKey &key : report.signers) {
        receipt.signingKeys.push_back(crypto::toHex(key.bytes));
    }
    for (const stream::Finding &finding : findings) {
        const std::string name(stream::reasonOf(finding.code));
        if (!finding.index && std::ranges::find(receipt.findings, name) == receipt.findings.end()) {
            receipt.findings.push_back(name);
        }
    }
    return receipt;
}

std::string signReceipt(const Receipt &receipt, const crypto::Ed25519KeyPair &key)
{
    Tree::Object body = bodyOf(receipt);
    const crypto::Ed25519Signature signature = crypto::sign(signedText(body), key);
    body.emplace(signatureMember, Tree(Tree::Object{{"algorithm", text(stream::signatureAlgorithm)},
                                                    {"publicKeyHex", text(crypto::toHex(key.publicKey.bytes))},
                                                    {"value", text(crypto::toHex(signature))}}));
    std::string file;
    json::Writer writer(file, json::Writer::Style::Pretty);
    Tree(std::move(body)).write(writer);
    return file + '\n';
}

void writeReceipt(const Receipt &receipt, const crypto::Ed25519KeyPair &key, const std::filesystem::path &file,
                  bool replace, io::Durability durability)
{
    requireFree(file, replace);
    const std::string content = signReceipt(receipt, key);
    io::putFile(file, std::as_bytes(std::span(content)), durability);
}

SignedReceipt parseReceipt(std::string content)
{
    json::Document document;
    document.parse(std::move(content),
                   json::Limits{.maxBytes = maxReceiptBytes, .maxValues = 1'000'000, .maxDepth = 64});
    const Value root = document.root();
    if (!root.isObject()) {
        refuse(ErrorCode::WrongType, "", "must be a JSON object, not " + std::string(json::kindName(root.kind())));
    }
    const auto schema = root.find("schemaVersion");
    if (!schema || schema->string() != receiptSchema) {
        refuse(ErrorCode::UnsupportedSchema, "schemaVersion", "is not " + std::string(receiptSchema));
    }
    SignedReceipt result{.receipt = readBody(root)};
    const Value signature = require(root, signatureMember, "", json::Kind::Object);
    const std::string where = std::string(signatureMember) + ".";
    if (requireText(signature, "algorithm", where) != stream::signatureAlgorithm) {
        refuse(ErrorCode::UnsupportedSchema, where + "algorithm", "is not " + std::string(stream::signatureAlgorithm));
    }
    result.signer.bytes = requireHex<crypto::keySize>(signature, "publicKeyHex", where);
    const auto value = requireHex<sizeof(crypto::Ed25519Signature)>(signature, "value", where);
    result.check = crypto::verify(signedText(*Tree(root).object()), value, result.signer);
    return result;
}

SignedReceipt readReceipt(const std::filesystem::path &file)
{
    try {
        std::string content;
        io::readTextFile(file, maxReceiptBytes, content);
        return parseReceipt(std::move(content));
    } catch (StreamError &error) {
        error.addContext(ErrorContext{.file = displayPath(file), .field = {}, .chunk = {}});
        throw;
    }
}

ReceiptMatch isReceiptOf(const Receipt &receipt, const Verification &verification, const Package &package)
{
    const Receipt now = receiptOf(verification, package, std::nullopt, {}, {});
    const bool sameChain = receipt.machineDid == now.machineDid && receipt.firstChunkId == now.firstChunkId
                           && receipt.headChunkId == now.headChunkId && receipt.totalChunks == now.totalChunks;
    if (!sameChain) {
        return ReceiptMatch::OtherPackage;
    }
    if (receipt.results != now.results || receipt.signingKeys != now.signingKeys) {
        return ReceiptMatch::OtherState;
    }
    return receipt.manifestHash == now.manifestHash ? ReceiptMatch::Same : ReceiptMatch::OtherManifest;
}

} // namespace streamdesk::package
