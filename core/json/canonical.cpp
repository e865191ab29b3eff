#include "core/json/canonical.h"

#include "core/base/errors.h"
#include "core/json/number.h"

#include <algorithm>

namespace streamdesk::json {

namespace {

constexpr std::size_t mostDigits = 4300;

[[noreturn]] void refuseNumber(const std::string &message, const std::string &constraint)
{
    throw StreamValidationError(ErrorCode::InvalidNumber, message, {}, constraint);
}

double finite(const std::string &spelling)
{
    const std::optional<double> value = toDouble(spelling);
    if (!value) {
        refuseNumber("holds a number beyond 10^308, for which there is no canonical JSON", "a finite number");
    }
    return *value;
}

void appendNumber(std::string &out, const std::string &spelling, CanonicalForm form)
{
    if (form == CanonicalForm::Rfc8785) {
        out += ecmaScriptSpelling(finite(spelling));
    } else if (!isWhole(spelling)) {
        out += pythonSpelling(finite(spelling));
    } else if (spelling.size() - (spelling.starts_with('-') ? 1 : 0) > mostDigits) {
        refuseNumber("holds a whole number of more than 4,300 digits", "at most 4,300 digits");
    } else {
        out += spelling == "-0" ? "0" : spelling;
    }
}

// As JSON.stringify writes a string: only what must be escaped is.
void appendUtf8Quoted(std::string &out, std::string_view text)
{
    out += '"';
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\') {
            appendEscaped(out, static_cast<unsigned char>(c));
        } else {
            out += c;
        }
    }
    out += '"';
}

// UTF-8 sorts by code point. By UTF-16 units those beyond U+FFFF, which begin with a surrogate, come before U+E000.
bool lessByUtf16(std::string_view a, std::string_view b)
{
    const auto [inA, inB] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (inA == a.end() || inB == b.end()) {
        return inA == a.end() && inB != b.end();
    }
    const auto leadA = static_cast<unsigned char>(*inA);
    const auto leadB = static_cast<unsigned char>(*inB);
    const bool beyondA = leadA >= 0xF0;
    if (beyondA != (leadB >= 0xF0)) {
        return beyondA ? leadB >= 0xEE : leadA < 0xEE;
    }
    return leadA < leadB;
}

void append(std::string &out, const Tree &value, CanonicalForm form);

void appendMembers(std::string &out, const Tree::Object &members, CanonicalForm form)
{
    std::vector<const Tree::Object::value_type *> sorted;
    sorted.reserve(members.size());
    for (const auto &member : members) {
        sorted.push_back(&member);
    }
    if (form == CanonicalForm::Rfc8785) {
        std::sort(sorted.begin(), sorted.end(),
                  [](const auto *a, const auto *b) { return lessByUtf16(a->first, b->first); });
    }
    out += '{';
    for (const auto *member : sorted) {
        out += member == sorted.front() ? "" : ",";
        form == CanonicalForm::Python ? appendQuoted(out, member->first) : appendUtf8Quoted(out, member->first);
        out += ':';
        append(out, member->second, form);
    }
    out += '}';
}

void append(std::string &out, const Tree &value, CanonicalForm form)
{
    if (const bool *flag = value.boolean()) {
        out += *flag ? "true" : "false";
    } else if (const Tree::Number *number = value.number()) {
        appendNumber(out, number->spelling, form);
    } else if (const std::string *text = value.string()) {
        form == CanonicalForm::Python ? appendQuoted(out, *text) : appendUtf8Quoted(out, *text);
    } else if (const Tree::Array *elements = value.array()) {
        out += '[';
        for (const Tree &element : *elements) {
            out += &element == &elements->front() ? "" : ",";
            append(out, element, form);
        }
        out += ']';
    } else if (const Tree::Object *members = value.object()) {
        appendMembers(out, *members, form);
    } else {
        out += "null";
    }
}

} // namespace

std::string canonicalJson(const Tree &value, CanonicalForm form)
{
    std::string text;
    append(text, value, form);
    return text;
}

} // namespace streamdesk::json
