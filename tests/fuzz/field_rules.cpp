// Rules on the first line, a reading behind it: what the rules hide is not in what leaves the machine.
#include "core/stream/field_rules.h"
#include "core/json/canonical.h"
#include "core/stream/data_limits.h"
#include "core/stream/field_encryption.h"
#include "tests/fuzz/property.h"

using namespace streamdesk;
using fuzz::require;
using json::Tree;
using stream::FieldRules;

namespace {

using Path = std::vector<std::string_view>;

const crypto::FieldKey &fieldKey()
{
    static const crypto::FieldKey key = [] {
        crypto::FieldKey made;
        std::fill(made.bytes().begin(), made.bytes().end(), std::byte{0x42});
        return made;
    }();
    return key;
}

std::string text(const Tree &value)
{
    std::string written;
    json::Writer writer(written, json::Writer::Style::Compact);
    value.write(writer);
    return written;
}

std::string dotted(const Path &path)
{
    std::string joined;
    for (std::size_t i = 0; i < path.size(); ++i) {
        joined += i == 0 ? "" : ".";
        joined += path[i];
    }
    return joined;
}

// The first rule that names the field or something it is inside of, found by asking each.
std::string_view actionFor(const FieldRules &rules, const std::string &path)
{
    for (const stream::FieldRule &rule : rules.rules) {
        if (path == rule.fieldPath || path.starts_with(rule.fieldPath + ".")) {
            return rule.action;
        }
    }
    return rules.defaultAction;
}

struct Found
{
    const Tree *value = nullptr;
    bool behindEncryption = false;
    bool behindAnonymity = false;
};

Found lookUp(const Tree &root, const Path &path)
{
    Found found{.value = &root};
    for (const std::string_view name : path) {
        const Tree::Object *members = found.value->object();
        const auto member = members == nullptr ? Tree::Object::const_iterator() : members->find(name);
        if (members == nullptr || member == members->end()) {
            found.value = nullptr;
            return found;
        }
        found.value = &member->second;
        found.behindEncryption = found.behindEncryption || stream::isEncryptedField(*found.value);
        found.behindAnonymity = found.behindAnonymity || stream::isAnonymizedField(*found.value);
        if (found.behindEncryption || found.behindAnonymity) {
            return found;
        }
    }
    return found;
}

// Calls `each(path, value)` for every field that has no fields inside it.
template <typename F>
void forEachLeaf(const Tree &value, Path &path, F &&each)
{
    const Tree::Object *members = value.object();
    if (members == nullptr || (members->empty() && !path.empty())) {
        each(path, value);
        return;
    }
    for (const auto &[name, member] : *members) {
        path.push_back(name);
        forEachLeaf(member, path, each);
        path.pop_back();
    }
}

void checkHidden(const Tree &fields, const FieldRules &rules, const Tree &output)
{
    Path path;
    forEachLeaf(fields, path, [&](const Path &leaf, const Tree &value) {
        if (value.isNull()) {
            return;
        }
        const std::string_view action = actionFor(rules, dotted(leaf));
        const Found found = lookUp(output, leaf);
        if (action == "exclude") {
            require(found.value == nullptr, "an excluded field is gone");
        } else if (action == "encrypt") {
            require(found.behindEncryption, "a field to be encrypted is");
        } else if (action == "anonymize") {
            require(found.behindAnonymity, "a field to be anonymized is");
        } else if (!found.behindEncryption && !found.behindAnonymity) {
            require(found.value != nullptr && text(*found.value) == text(value), "an included field is as it was");
        }
    });
}

void checkOpening(const Tree &fields, const FieldRules &rules, const Tree &output)
{
    const stream::OpenedFields opened = stream::openEncryptedFields(output, fieldKey());
    require(opened.closed.empty(), "all that was encrypted opens");
    Path path;
    forEachLeaf(fields, path, [&](const Path &leaf, const Tree &value) {
        if (!value.isNull() && actionFor(rules, dotted(leaf)) == "encrypt") {
            const Found found = lookUp(opened.payload, leaf);
            constexpr auto form = json::CanonicalForm::Python;
            require(found.value != nullptr && canonicalJson(*found.value, form) == canonicalJson(value, form),
                    "an encrypted field opens to what it was");
        }
    });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string input = fuzz::textOf(data, size);
    const std::size_t lineEnd = std::min(input.find('\n'), input.size());
    FieldRules rules;
    Tree fields;
    const auto unreadable = fuzz::mayThrow(
        {ErrorCode::InvalidJson, ErrorCode::JsonLimit, ErrorCode::MissingField, ErrorCode::WrongType}, [&] {
            rules = stream::readFieldRules(input.substr(0, lineEnd));
            json::Document document;
            document.parse(input.substr(std::min(lineEnd + 1, input.size())), stream::dataPackageLimits);
            fields = Tree(document.root());
        });
    if (unreadable) {
        return 0;
    }
    Tree output;
    const auto refused =
        fuzz::mayThrow({ErrorCode::InvalidRule, ErrorCode::LeakingRule, ErrorCode::InvalidNumber, ErrorCode::WrongType},
                       [&] { output = applyFieldRules(fields, rules, &fieldKey(), stream::RuleMode::Careful); });
    if (!refused) {
        checkHidden(fields, rules, output);
        if (input.find("encrypted") == std::string::npos && input.find('\\') == std::string::npos) {
            checkOpening(fields, rules, output);
        }
    }
    (void)fuzz::mayThrow({ErrorCode::InvalidRule, ErrorCode::InvalidNumber, ErrorCode::WrongType},
                         [&] { (void)applyFieldRules(fields, rules, &fieldKey(), stream::RuleMode::AsReference); });
    return 0;
}
