#include "core/stream/anonymize.h"

#include "core/base/errors.h"
#include "core/crypto/sha256.h"
#include "core/json/canonical.h"
#include "core/json/number.h"

#include <cmath>

namespace streamdesk::stream {

namespace {

constexpr const char *unspecific = "***";

[[noreturn]] void refuseNumber(const char *size)
{
    throw StreamValidationError(ErrorCode::InvalidNumber,
                                "holds a number too " + std::string(size) + " to be generalized", {},
                                "a number whose range has bounds");
}

// The range of the number's leading digit: 123 → 100-200. The bounds are the doubles that the reference arrives at;
// where it has none, within a digit of the largest and the smallest double, it fails too.
std::string generalizedNumber(const std::string &spelling)
{
    const std::optional<double> value = json::toDouble(spelling);
    if (!value) {
        refuseNumber("large");
    }
    if (*value == 0) {
        return "0-1";
    }
    const int exponent = static_cast<int>(std::floor(std::log10(std::fabs(*value))));
    double lower = 0;
    double upper = 0;
    if (exponent >= 0) {
        // Whole numbers, exact in the reference whatever their size.
        const std::string zeros = "e" + std::to_string(exponent);
        const double digit = std::floor(*value / json::toDouble("1" + zeros).value_or(0));
        const auto bound = [&](double leading) {
            const auto rounded = json::toDouble(std::to_string(static_cast<int>(leading)) + zeros);
            return rounded ? *rounded : (refuseNumber("large"), 0.0);
        };
        lower = bound(digit);
        upper = bound(digit + 1);
    } else {
        const double step = std::pow(10.0, exponent);
        if (step == 0) {
            refuseNumber("small");
        }
        lower = std::floor(*value / step) * step;
        upper = lower + step;
    }
    return json::roundedSpelling(lower) + "-" + json::roundedSpelling(upper);
}

bool beginsCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

// The first two code points and the last; nothing of those who have only four.
std::string generalizedText(const std::string &text)
{
    std::size_t count = 0;
    std::size_t third = 0;
    std::size_t last = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (beginsCharacter(text[at])) {
            last = at;
            third = ++count == 3 ? at : third;
        }
    }
    if (count <= 1) {
        return "*";
    }
    return count <= 4 ? unspecific : text.substr(0, third) + unspecific + text.substr(last);
}

json::Tree generalized(const json::Tree &value)
{
    if (const auto *number = value.number()) {
        return json::Tree(generalizedNumber(number->spelling));
    }
    if (const auto *text = value.string()) {
        return json::Tree(generalizedText(*text));
    }
    if (const auto *elements = value.array()) {
        json::Tree::Array result;
        for (const json::Tree &element : *elements) {
            result.push_back(generalized(element));
        }
        return json::Tree(std::move(result));
    }
    if (const auto *members = value.object()) {
        json::Tree::Object result;
        for (const auto &[name, member] : *members) {
            result.emplace(name, generalized(member));
        }
        return json::Tree(std::move(result));
    }
    return json::Tree(std::string(unspecific));
}

json::Tree lessTelling(const json::Tree &value, std::string_view strategy)
{
    if (strategy == "hash") {
        const std::string canonical = json::canonicalJson(value, json::CanonicalForm::Python);
        return json::Tree(crypto::hashText(crypto::sha256(std::string_view(canonical))));
    }
    return strategy == "generalize" ? generalized(value) : json::Tree(std::string("[REDACTED]"));
}

} // namespace

json::Tree anonymized(const json::Tree &value, std::string_view strategy)
{
    json::Tree::Object wrapper;
    wrapper.emplace("__anonymized", true);
    wrapper.emplace("value", lessTelling(value, strategy));
    wrapper.emplace("strategy", std::string(strategy));
    return json::Tree(std::move(wrapper));
}

} // namespace streamdesk::stream
