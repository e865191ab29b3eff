// One chunk's envelope, read, written, read again and checked.
#include "core/stream/envelope.h"
#include "core/stream/chunk_check.h"
#include "tests/fuzz/property.h"

using namespace streamdesk;
using fuzz::require;
using stream::EnvelopeReading;

namespace {

void checkProblems(const EnvelopeReading &reading)
{
    for (const stream::FieldProblem &problem : reading.problems) {
        require(!problem.field.empty() && !fuzz::hasControlCharacter(problem.field), "a problem names its field");
        require(!problem.constraint.empty() && !fuzz::hasControlCharacter(problem.constraint), "a problem has a rule");
    }
}

// What was read says the same when it was written and read again.
void checkWriting(const EnvelopeReading &reading, json::Document &document)
{
    const std::string text = writeEnvelope(reading.envelope);
    const EnvelopeReading again = stream::readEnvelope(text, document);
    require(again.complete() && again.hasIndex, "an envelope that was written is whole");
    require(writeEnvelope(again.envelope) == text, "an envelope reads as it was written");
    require(again.robotDialect == reading.robotDialect, "the dialect is that of the ids");
}

void checkFindings(const EnvelopeReading &reading)
{
    const auto facts = stream::CiphertextFacts{.hash = crypto::sha256(""), .size = 0};
    for (const auto &ciphertext : {std::optional<stream::CiphertextFacts>(), std::optional(facts)}) {
        const stream::ChunkCheck check = checkChunk(reading, ciphertext);
        require(check.index == reading.envelope.index, "a check is of its chunk");
        bool differs = false;
        for (const stream::Finding &finding : check.findings) {
            require(!reasonOf(finding.code).empty(), "a finding has a reason");
            differs = differs || finding.code == stream::FindingCode::HashMismatch;
        }
        const bool same = reading.envelope.encryptedDataHash == crypto::hashText(facts.hash);
        require(differs == (check.readable && ciphertext && !same), "a hash that differs is found, and no other");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    json::Document document;
    EnvelopeReading reading;
    const auto error = fuzz::mayThrow({ErrorCode::InvalidJson, ErrorCode::JsonLimit, ErrorCode::WrongType},
                                      [&] { reading = stream::readEnvelope(fuzz::textOf(data, size), document); });
    if (!error) {
        checkProblems(reading);
        checkWriting(reading, document);
        checkFindings(reading);
    }
    return 0;
}
