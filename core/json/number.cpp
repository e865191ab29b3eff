#include "core/json/number.h"

#include <QByteArray>
#include <QLocale>

#include <cmath>

namespace streamdesk::json {

namespace {

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

// Moves `at` over digits; false when there is none.
bool skipDigits(std::string_view text, std::size_t &at) noexcept
{
    const std::size_t begin = at;
    while (at < text.size() && isDigit(text[at])) {
        ++at;
    }
    return at > begin;
}

// The shortest decimal: 0.digits × 10^point.
struct Decimal
{
    bool negative = false;
    std::string digits;
    int point = 0;
};

Decimal shortest(double value)
{
    const QByteArray text = QByteArray::number(std::fabs(value), 'e', QLocale::FloatingPointShortest);
    const qsizetype exponent = text.indexOf('e');
    Decimal decimal{.negative = std::signbit(value), .digits = {}, .point = text.mid(exponent + 1).toInt() + 1};
    for (const char c : text.first(exponent)) {
        if (isDigit(c)) {
            decimal.digits += c;
        }
    }
    return decimal;
}

// Digits with the point where it belongs, or behind as many zeros as it takes.
std::string positional(const Decimal &decimal)
{
    const int count = static_cast<int>(decimal.digits.size());
    if (decimal.point <= 0) {
        return "0." + std::string(static_cast<std::size_t>(-decimal.point), '0') + decimal.digits;
    }
    if (decimal.point >= count) {
        return decimal.digits + std::string(static_cast<std::size_t>(decimal.point - count), '0');
    }
    return std::string(decimal.digits).insert(static_cast<std::size_t>(decimal.point), ".");
}

std::string scientific(const Decimal &decimal, std::size_t exponentDigits)
{
    std::string text = decimal.digits;
    if (text.size() > 1) {
        text.insert(1, ".");
    }
    const int exponent = decimal.point - 1;
    std::string digits = std::to_string(std::abs(exponent));
    digits.insert(0, exponentDigits - std::min(exponentDigits, digits.size()), '0');
    text += exponent < 0 ? "e-" : "e+";
    return text + digits;
}

} // namespace

bool isNumber(std::string_view text) noexcept
{
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const std::size_t whole = at;
    if (!skipDigits(text, at) || (text[whole] == '0' && at > whole + 1)) {
        return false;
    }
    if (at < text.size() && text[at] == '.' && !skipDigits(text, ++at)) {
        return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) {
            ++at;
        }
        if (!skipDigits(text, at)) {
            return false;
        }
    }
    return at == text.size();
}

bool isWhole(std::string_view number) noexcept
{
    return number.find_first_of(".eE") == std::string_view::npos;
}

std::optional<double> toDouble(std::string_view number)
{
    bool fits = false;
    double value = QByteArrayView(number.data(), static_cast<qsizetype>(number.size())).toDouble(&fits);
    if (!fits) {
        // Slower, and tells too large (infinite) from too small (zero).
        value = QLocale::c().toDouble(QLatin1StringView(number.data(), static_cast<qsizetype>(number.size())));
    }
    if (!std::isfinite(value)) {
        return std::nullopt;
    }
    return std::copysign(value, number.starts_with('-') ? -1.0 : 1.0);
}

std::string pythonSpelling(double value)
{
    const Decimal decimal = shortest(value);
    std::string text;
    if (value == 0) {
        text = "0.0";
    } else if (decimal.point <= -4 || decimal.point > 16) {
        text = scientific(decimal, 2);
    } else {
        text = positional(decimal);
        text += isWhole(text) ? ".0" : "";
    }
    return decimal.negative ? "-" + text : text;
}

std::string ecmaScriptSpelling(double value)
{
    if (value == 0) {
        return "0"; // of either sign
    }
    const Decimal decimal = shortest(value);
    std::string text = decimal.point <= -6 || decimal.point > 21 ? scientific(decimal, 1) : positional(decimal);
    return decimal.negative ? "-" + text : text;
}

std::string roundedSpelling(double value)
{
    std::string text = QByteArray::number(value, 'f', 10).toStdString();
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) {
        text.pop_back();
    }
    return text;
}

} // namespace streamdesk::json
