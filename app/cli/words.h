// Facts in words. Core says what it found by codes; here they become sentences a person can use.
#pragma once

#include "core/base/errors.h"
#include "core/package/verify.h"

#include <string>

namespace streamdesk::cli {

// What to do about an error; empty when the error's own sentence says it all.
[[nodiscard]] std::string nextStep(ErrorCode code);

// One finding in one sentence, without its chunk: "ciphertext: other bytes than were signed".
[[nodiscard]] std::string describe(const stream::Finding &finding);
// Verdict, explanation and findings, to standard error.
void sayVerification(const package::Verification &verification);

} // namespace streamdesk::cli
