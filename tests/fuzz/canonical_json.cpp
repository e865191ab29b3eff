// A JSON text, brought into both canonical forms.
#include "core/base/text.h"
#include "core/json/canonical.h"
#include "core/stream/data_limits.h"
#include "tests/fuzz/property.h"

using namespace streamdesk;
using fuzz::require;
using json::CanonicalForm;
using json::Tree;

namespace {

Tree parsed(std::string text)
{
    json::Document document;
    document.parse(std::move(text), stream::dataPackageLimits);
    return Tree(document.root());
}

// Nothing when the value has a number that the form cannot write.
std::optional<std::string> canonical(const Tree &value, CanonicalForm form)
{
    std::string text;
    const auto error = fuzz::mayThrow({ErrorCode::InvalidNumber}, [&] { text = json::canonicalJson(value, form); });
    return error ? std::nullopt : std::optional(text);
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void checkForm(const Tree &value, CanonicalForm form)
{
    const auto text = canonical(value, form);
    if (text) {
        require(canonical(parsed(*text), form) == text, "what is canonical stays as it is");
        require(!fuzz::hasControlCharacter(*text) || form == CanonicalForm::Rfc8785, "nothing stands unescaped");
        require(form == CanonicalForm::Python ? isAscii(*text) : isUtf8(*text), "the text is in its encoding");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Tree value;
    const auto error = fuzz::mayThrow({ErrorCode::InvalidJson, ErrorCode::JsonLimit},
                                      [&] { value = parsed(fuzz::textOf(data, size)); });
    if (error) {
        return 0;
    }
    checkForm(value, CanonicalForm::Python);
    checkForm(value, CanonicalForm::Rfc8785);

    std::string written;
    json::Writer writer(written, json::Writer::Style::Pretty);
    value.write(writer);
    const Tree again = parsed(written);
    for (const CanonicalForm form : {CanonicalForm::Python, CanonicalForm::Rfc8785}) {
        require(canonical(again, form) == canonical(value, form), "a value says the same when it was written and read");
    }
    if (const auto python = canonical(value, CanonicalForm::Python)) {
        require(canonical(parsed(*python), CanonicalForm::Rfc8785) == canonical(value, CanonicalForm::Rfc8785),
                "Python's form loses nothing that the other one keeps");
    }
    return 0;
}
