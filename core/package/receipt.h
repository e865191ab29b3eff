// A receipt: what a verification found, signed by the one who made it, to be kept and shown to others (docs/format.md,
// "Receipt").
#pragma once

#include "core/crypto/ed25519.h"
#include "core/io/staging.h"
#include "core/package/verify.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace streamdesk::package {

inline constexpr std::string_view receiptSchema = "streamdesk.receipt.v1";
inline constexpr std::size_t maxReceiptBytes = std::size_t{16} << 20U;
inline constexpr std::size_t maxReceiptRanges = 100'000;

// Why the signer of a package was believed.
enum class TrustBasis { None, TrustedKey, Pin, PackageCode };
// "none", "trusted-key", "pin", "package-code".
[[nodiscard]] std::string_view trustBasisName(TrustBasis basis) noexcept;

struct Receipt
{
    // Chunks of which the same is to be said, in their order and without overlap: "intact", the gravest finding by its
    // name (stream::reasonOf), or "not-checked" in a package that is not checkable. Chunks that are missing are among
    // them.
    struct Range
    {
        std::uint64_t first;
        std::uint64_t last;
        std::string result;

        bool operator==(const Range &) const = default;
    };

    // The package: as its chain says, and the hash of its manifest's bytes. Empty where there is none, or several.
    std::string machineDid{};
    std::string firstChunkId{};
    std::string headChunkId{};
    std::uint64_t totalChunks = 0; // the last index and one
    std::string manifestHash{};
    std::vector<std::string> signingKeys{}; // that signed it, in hex

    stream::Verdict verdict = stream::Verdict::NotCheckable;
    std::vector<Range> results{};
    std::vector<std::string> findings{}; // of the whole, by name, each once
    TrustBasis trust = TrustBasis::None;
    bool completeAndInOrder = false;

    std::string program{};   // "stream-desk-cli 0.1.0"
    std::string checkedAt{}; // UTC, by the clock of the one who checked: "2026-11-22T09:00:00Z"
};

// What is to be said of this verification. `code`: the package code that was given, when one was. Throws StreamError
// TooLarge when it takes more than maxReceiptRanges to say it.
[[nodiscard]] Receipt receiptOf(const Verification &verification, const Package &package,
                                const std::optional<std::string> &code, const std::string &program,
                                const std::string &checkedAt);

// The receipt's file: JSON, signed with `key`.
[[nodiscard]] std::string signReceipt(const Receipt &receipt, const crypto::Ed25519KeyPair &key);
// Signs it and puts it into `file`. Throws IoError; InTheWay when something is there and may not be replaced.
void writeReceipt(const Receipt &receipt, const crypto::Ed25519KeyPair &key, const std::filesystem::path &file,
                  bool replace, io::Durability durability);

struct SignedReceipt
{
    Receipt receipt;
    crypto::Ed25519PublicKey signer{};
    crypto::SignatureCheck check = crypto::SignatureCheck::Invalid; // of all that stands in the file
};

// Reads a receipt and checks its signature, which covers members of later versions too. A signature that does not fit
// is no error. Throws StreamError for what is no receipt: InvalidJson, JsonLimit, UnsupportedSchema, MissingField,
// WrongType, InvalidHex, InvalidNumber; IoError for the file, TooLarge.
[[nodiscard]] SignedReceipt parseReceipt(std::string text);
[[nodiscard]] SignedReceipt readReceipt(const std::filesystem::path &file);

// How a package looks beside a receipt.
enum class ReceiptMatch {
    Same,          // the same chunks by the same keys in the same state, and the same manifest
    OtherManifest, // the same but for the manifest, which nobody signed
    OtherState,    // the same chain, but something in it has changed since
    OtherPackage,  // another chain
};
// "same", "other-manifest", "other-state", "other-package".
[[nodiscard]] std::string_view receiptMatchName(ReceiptMatch match) noexcept;

// Whether the package that was verified just now is the one of the receipt. Verdict and trust are not compared: another
// desk may trust others.
[[nodiscard]] ReceiptMatch isReceiptOf(const Receipt &receipt, const Verification &verification,
                                       const Package &package);

} // namespace streamdesk::package
