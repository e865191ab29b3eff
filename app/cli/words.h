// Facts in words. Core says what it found by codes; here they become sentences a person can use.
#pragma once

#include "core/base/errors.h"
#include "core/package/chunk_ranges.h"
#include "core/package/verify.h"

#include <string>
#include <vector>

namespace streamdesk::cli {

// What to do about an error; empty when the error's own sentence says it all.
[[nodiscard]] std::string nextStep(ErrorCode code);

// One finding in one sentence, without its chunk: "ciphertext: other bytes than were signed".
[[nodiscard]] std::string describe(const stream::Finding &finding);
// Verdict, explanation and findings, to standard error.
void sayVerification(const package::Verification &verification);

// The same without what to do about it.
void sayWhatIsWrong(const package::Verification &verification);

// "chunk 3", "chunks 3–1,200"
[[nodiscard]] std::string chunkWords(std::uint64_t first, std::uint64_t last);
// "0–9, 12", cut where nobody reads on.
[[nodiscard]] std::string describeSome(const std::vector<package::ChunkRange> &ranges);

} // namespace streamdesk::cli
