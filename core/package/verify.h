// A package's verdict.
#pragma once

#include "core/package/package.h"
#include "core/stream/chain_verifier.h"
#include "core/stream/verdict.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace streamdesk::package {

// What is known of the sender from elsewhere.
struct Expectations
{
    // Asked with the chain's DID, its key and its first chunk id, and for each of its keys where there are several.
    // Without it nothing is trusted.
    std::function<stream::SignerTrust(const std::string &did, const crypto::Ed25519PublicKey &key,
                                      const std::string &firstChunkId)>
        trust;
    std::optional<std::string> code; // as normalizePackageCode() gives it
};

struct Verification
{
    stream::ChainReport report;
    stream::Judgement judgement;
    std::optional<std::string> code; // this chain's package code, when it has one
};

// Judges the finished chain of this package against manifest, trust and code. Pure but for the call of
// `expectations.trust`.
[[nodiscard]] Verification conclude(stream::ChainReport report, const Package &package,
                                    const stream::ManifestReading &manifest, const Expectations &expectations);

// Checks every chunk of the package with all cores; `checked` is told of each as it goes. Bad data is a finding; throws
// Stopped only.
[[nodiscard]] Verification verify(const Package &package, const Expectations &expectations,
                                  const jobs::JobControl &control, const stream::CheckedFunction &checked = {});

// Checks some chunks again, at ascending positions, each also against the signer that the first envelope names. Says
// nothing of the whole, so there is no verdict. Throws Stopped only.
[[nodiscard]] std::vector<stream::Finding> recheck(const Package &package, std::span<const std::size_t> positions,
                                                   const jobs::JobControl &control,
                                                   const stream::CheckedFunction &checked = {});

} // namespace streamdesk::package
