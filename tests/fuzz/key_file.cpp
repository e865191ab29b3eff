// The text of a key file.
#include "core/keys/key_file.h"
#include "core/base/text.h"
#include "core/crypto/hex.h"
#include "tests/fuzz/property.h"

#include <set>

using namespace streamdesk;
using fuzz::require;

namespace {

struct Outcome
{
    std::string digits; // of the key
    std::string refusal;

    bool operator==(const Outcome &) const = default;
};

template <typename PrivateKey>
Outcome outcomeOf(std::string_view text)
{
    Outcome outcome;
    const auto error = fuzz::mayThrow(
        {ErrorCode::InvalidKeyFile}, [&] { outcome.digits = crypto::toHex(keys::parseKey<PrivateKey>(text).bytes()); });
    outcome.refusal = error ? error->what() : "";
    return outcome;
}

std::string lowerCase(std::string_view digits)
{
    std::string text(digits);
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text = fuzz::textOf(data, size);
    const Outcome outcome = outcomeOf<crypto::X25519PrivateKey>(text);
    require(outcome == outcomeOf<crypto::Ed25519PrivateKey>(text)
                && outcome == outcomeOf<crypto::Secp256k1PrivateKey>(text),
            "all kinds of private key are read alike");
    const Outcome ofField = outcomeOf<crypto::FieldKey>(text);
    require(ofField == outcome || (outcome.digits.empty() && text.find("0X") != std::string::npos),
            "a field key may also stand behind 0X");
    if (outcome.refusal.empty()) {
        std::string_view digits = trimmed(text);
        digits.remove_prefix(digits.starts_with("0x") ? 2 : 0);
        require(outcome.digits == lowerCase(digits), "the key is the one in the text");
    }
    static std::set<std::string> refusals;
    refusals.insert(outcome.refusal);
    require(refusals.size() <= 3, "a refusal is one of two sentences, whatever the text holds");
    return 0;
}
