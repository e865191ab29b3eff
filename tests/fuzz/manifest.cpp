// A manifest, read, written, read again and judged beside a chain.
#include "core/stream/verdict.h"
#include "tests/fuzz/property.h"

using namespace streamdesk;
using fuzz::require;

namespace {

void checkVerdict(const stream::Manifest &manifest)
{
    stream::ChainReport report;
    report.valid = true;
    report.chunks = 3;
    report.length = 3;
    report.dids = {"did:peaq:1"};
    report.keyIds = {"key-1"};
    report.signers.resize(1);
    const stream::Judgement judgement =
        judge(report, {.manifest = manifest, .problem = {}}, {}, stream::CodeCheck::NotGiven);
    const bool others = manifest.machineDid && manifest.machineDid != report.dids.front();
    const bool counted = manifest.totalChunks && manifest.totalChunks != report.length;
    require(isIntact(judgement.verdict) == (!others && !counted), "a verdict knows what the manifest contradicts");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    stream::Manifest manifest;
    const auto error = fuzz::mayThrow({ErrorCode::InvalidJson, ErrorCode::JsonLimit, ErrorCode::WrongType},
                                      [&] { manifest = stream::readManifest(fuzz::textOf(data, size)); });
    if (!error) {
        const std::string text = writeManifest(manifest);
        require(writeManifest(stream::readManifest(text)) == text, "a manifest reads as it was written");
        checkVerdict(manifest);
    }
    return 0;
}
