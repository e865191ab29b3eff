// Which fields of a reading leave the machine, and how (docs/format.md, "Field rules").
#pragma once

#include "core/crypto/keys.h"
#include "core/json/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace streamdesk::stream {

struct FieldRule
{
    std::string fieldPath; // names with dots between them
    std::string action;    // "include", "exclude", "encrypt" or "anonymize"
    std::string strategy;  // of "anonymize": "hash", "generalize" or "redact"; empty when there is none
};

// The rules for one kind of reading. They are tried in order; the first one that names a field, or something it is
// inside of, governs it.
struct FieldRules
{
    std::string topic;
    std::vector<FieldRule> rules;
    std::string defaultAction; // for all other fields; empty means "include"
};

// Whether to do what the reference does even where that leaves in plain sight what a rule should have hidden: fields
// whose name contains a dot (it looks elsewhere for them), actions and strategies it does not know (it lets them pass
// or redacts).
enum class RuleMode { Careful, AsReference };

inline constexpr std::size_t maxRulesBytes = std::size_t{1} << 20U;

// Reads {"topic", "rules": [{"fieldPath", "action", "anonymizeStrategy"}], "defaultAction"}, in snake_case too; topic,
// strategy and default may be absent. Throws StreamError: InvalidJson, JsonLimit, MissingField, WrongType.
[[nodiscard]] FieldRules readFieldRules(std::string text);
// Throws StreamValidationError InvalidRule, naming the rule, for an action or strategy that does not exist.
void checkFieldRules(const FieldRules &rules);

// Applies the rules to a reading's fields. `key` is needed only when a field is to be encrypted. Throws
// StreamValidationError with the rule or the field named: InvalidRule, LeakingRule, EmptyValue (no key), InvalidNumber;
// and StreamError WrongType when `fields` is no object.
[[nodiscard]] json::Tree applyFieldRules(const json::Tree &fields, const FieldRules &rules, const crypto::FieldKey *key,
                                         RuleMode mode);

} // namespace streamdesk::stream
