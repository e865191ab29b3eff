#include "core/package/verification_json.h"

#include "core/base/text.h"
#include "core/crypto/hex.h"
#include "core/json/writer.h"

#include <algorithm>
#include <string_view>

namespace streamdesk::package {

namespace {

void writeFindings(json::Writer &writer, const std::vector<stream::Finding> &findings, bool remarks,
                   const DescribeFunction &describe)
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

void writeSigner(json::Writer &writer, const Verification &verification)
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

void appendCell(std::string &out, std::string_view text)
{
    constexpr std::string_view formulaBegins = "=+-@\t\r\n";
    const std::string cell = isUtf8(text) ? std::string(text) : printable(text);
    const bool formula = !cell.empty() && formulaBegins.find(cell.front()) != std::string_view::npos;
    const bool quoted = cell.find_first_of(",;\t\"\r\n") != std::string::npos;
    out += quoted ? "\"" : "";
    out += formula ? "'" : "";
    for (const char c : cell) {
        out.append(c == '"' ? 2 : 1, c);
    }
    out += quoted ? "\"" : "";
}

void appendLine(std::string &out, std::initializer_list<std::string_view> cells)
{
    for (const std::string_view &cell : cells) {
        out += &cell == cells.begin() ? "" : ",";
        appendCell(out, cell);
    }
    out += "\r\n";
}

} // namespace

std::string verificationJson(const Verification &verification, const std::optional<stream::Manifest> &manifest,
                             const DescribeFunction &describe)
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
    writeFindings(writer, findings, false, describe);
    writer.key("warnings");
    writeFindings(writer, findings, true, describe);
    writer.key("signer");
    writeSigner(writer, verification);
    writer.key("manifest");
    writeManifest(writer, manifest);
    writer.member("completeAndInOrder", verification.judgement.completeAndInOrder)
        .member("code", verification.code)
        .member("dialect", robot ? "on-robot-agent" : "chunks.v1")
        .endObject();
    text += '\n';
    return text;
}

std::string findingsCsv(const std::vector<stream::Finding> &findings)
{
    std::string text;
    appendLine(text, {"chunk_first", "chunk_last", "reason", "difference", "file", "field", "expected", "actual",
                      "other_chunk"});
    for (const stream::Finding &finding : findings) {
        const bool swapped = finding.difference == stream::Difference::Swapped;
        appendLine(text, {finding.index ? std::to_string(*finding.index) : std::string(),
                          finding.index ? std::to_string(finding.last) : std::string(), stream::reasonOf(finding.code),
                          stream::differenceName(finding.difference), finding.file, finding.field, finding.expected,
                          finding.actual, swapped ? std::to_string(finding.other) : std::string()});
    }
    return text;
}

} // namespace streamdesk::package
