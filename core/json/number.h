// Numbers between their spelling in JSON and the doubles they stand for, exactly and whatever the locale.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace streamdesk::json {

// True when `text` is a number by the grammar of RFC 8259, from end to end.
[[nodiscard]] bool isNumber(std::string_view text) noexcept;
// True for a number that is written without point and exponent.
[[nodiscard]] bool isWhole(std::string_view number) noexcept;

// The double nearest to a number; nothing when it is not finite. Keeps the sign of zero.
[[nodiscard]] std::optional<double> toDouble(std::string_view number);

// The shortest decimal that reads back as this finite double, as Python's repr() lays it out: "100.0", "1e+16".
[[nodiscard]] std::string pythonSpelling(double value);
// The same as ECMAScript's Number::toString does: "100", "10000000000000000", "1e+21".
[[nodiscard]] std::string ecmaScriptSpelling(double value);
// With ten digits after the point, of which zeros at the end go, and then the point.
[[nodiscard]] std::string roundedSpelling(double value);

} // namespace streamdesk::json
