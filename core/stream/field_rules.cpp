#include "core/stream/field_rules.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/stream/anonymize.h"
#include "core/stream/data_limits.h"
#include "core/stream/field_encryption.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>

namespace streamdesk::stream {

namespace {

constexpr std::size_t longestShown = 200; // bytes of a path in a message; a name may be as long as the whole file

// Calls `each` for the parts of a path between its dots; an empty path has one empty part.
template <typename F>
void forEachSegment(std::string_view path, F &&each)
{
    for (std::size_t at = 0;;) {
        const std::size_t dot = path.find('.', at);
        each(path.substr(at, dot - at));
        if (dot == std::string_view::npos) {
            return;
        }
        at = dot + 1;
    }
}

// Finds the governing rule of a path while walking down, without comparing it with every rule. A path may be as deep as
// a file is long, so the nodes lie side by side: inside each other they could not be freed without exhausting the
// stack.
class RuleTree
{
    struct Node
    {
        std::map<std::string, std::size_t, std::less<>> inside; // where their nodes are
        std::size_t rule = none;                                // the first one for exactly this path
    };

public:
    static constexpr std::size_t none = SIZE_MAX;

    // A place in the reading: the node of the same path, if any, and the rule that governs it.
    struct Place
    {
        std::size_t node = 0;
        std::size_t rule = none;
    };

    explicit RuleTree(const std::vector<FieldRule> &rules)
    {
        for (std::size_t i = 0; i < rules.size(); ++i) {
            std::size_t node = 0;
            forEachSegment(rules[i].fieldPath, [&](std::string_view segment) {
                const auto [next, isNew] = m_nodes[node].inside.try_emplace(std::string(segment), m_nodes.size());
                node = next->second;
                if (isNew) {
                    m_nodes.emplace_back();
                }
            });
            m_nodes[node].rule = std::min(m_nodes[node].rule, i);
        }
    }

    // A name that contains dots goes down several steps at once, as the reference's paths do.
    [[nodiscard]] Place inside(Place place, std::string_view name) const
    {
        if (place.node == none) {
            return place;
        }
        forEachSegment(name, [&](std::string_view segment) {
            if (place.node != none) {
                const Node &node = m_nodes[place.node];
                const auto found = node.inside.find(segment);
                place.node = found == node.inside.end() ? none : found->second;
                place.rule = place.node == none ? place.rule : std::min(place.rule, m_nodes[place.node].rule);
            }
        });
        return place;
    }

private:
    std::vector<Node> m_nodes = std::vector<Node>(1); // the first is the reading itself
};

const json::Tree::Object *nonEmptyObject(const json::Tree &value)
{
    const json::Tree::Object *members = value.object();
    return members == nullptr || members->empty() ? nullptr : members;
}

// The rule that all leaves of a value have in common; nothing when they differ. Lists are leaves.
std::optional<std::size_t> commonRule(const json::Tree &value, const RuleTree &tree, const RuleTree::Place &place)
{
    const json::Tree::Object *members = nonEmptyObject(value);
    if (members == nullptr || place.node == RuleTree::none) {
        return place.rule; // nothing inside is named by a rule
    }
    std::optional<std::size_t> common;
    for (const auto &[name, member] : *members) {
        const auto rule = commonRule(member, tree, tree.inside(place, name));
        if (!rule || (common && *common != *rule)) {
            return std::nullopt;
        }
        common = rule;
    }
    return common;
}

// Writes and removes by dotted path in the way the reference does.
json::Tree::Object *parentOf(json::Tree::Object &root, std::span<const std::string_view> path, bool make)
{
    json::Tree::Object *current = &root;
    for (const std::string_view segment : path.first(path.size() - 1)) {
        auto next = current->find(segment);
        if (next == current->end() || next->second.object() == nullptr) {
            if (!make) {
                return nullptr;
            }
            next = current->insert_or_assign(std::string(segment), json::Tree(json::Tree::Object())).first;
        }
        current = next->second.object();
    }
    return current;
}

class RuleEngine
{
public:
    RuleEngine(const FieldRules &rules, const crypto::FieldKey *key, RuleMode mode)
        : m_rules(rules), m_tree(rules.rules), m_key(key), m_mode(mode)
    {
    }

    [[nodiscard]] json::Tree apply(const json::Tree &fields)
    {
        json::Tree output = fields;
        m_output = output.object();
        for (const auto &[name, value] : *fields.object()) {
            if (!value.isNull()) {
                process(name, value, RuleTree::Place());
            }
        }
        return output;
    }

private:
    void process(std::string_view name, const json::Tree &value, const RuleTree::Place &parent)
    {
        m_names.push_back(name);
        const RuleTree::Place place = m_tree.inside(parent, name);
        const json::Tree::Object *members = nonEmptyObject(value);
        if (members != nullptr && commonRule(value, m_tree, place) != place.rule) {
            for (const auto &[childName, child] : *members) {
                process(childName, child, place);
            }
        } else {
            act(value, place.rule == RuleTree::none ? nullptr : &m_rules.rules[place.rule]);
        }
        m_names.pop_back();
    }

    void act(const json::Tree &value, const FieldRule *rule)
    {
        const std::string &action = rule != nullptr ? rule->action : m_rules.defaultAction;
        if (action == "exclude") {
            requireReachable();
            remove();
        } else if (action == "encrypt") {
            requireReachable();
            if (m_key == nullptr) {
                throw StreamValidationError(ErrorCode::EmptyValue, "is to be encrypted, but there is no key for that",
                                            path(), "an encryption key");
            }
            put(encryptedField(value, *m_key));
        } else if (action == "anonymize") {
            requireReachable();
            if (rule == nullptr || rule->strategy.empty()) {
                throw StreamValidationError(ErrorCode::InvalidRule,
                                            "is to be anonymized, but the rule does not say how (anonymizeStrategy)",
                                            path(), "hash, generalize or redact");
            }
            put(anonymizedHere(value, rule->strategy));
        }
    }

    [[nodiscard]] json::Tree anonymizedHere(const json::Tree &value, const std::string &strategy) const
    {
        try {
            return anonymized(value, strategy);
        } catch (StreamError &error) {
            error.addContext(ErrorContext{.file = {}, .field = path(), .chunk = {}});
            throw;
        }
    }

    // The reference cuts paths at dots, so it looks for a name that contains one in another place, and it takes the
    // empty path for none at all: the field stays as it was.
    void requireReachable() const
    {
        if (m_mode == RuleMode::AsReference) {
            return;
        }
        const bool dotted = std::any_of(m_names.begin(), m_names.end(),
                                        [](std::string_view name) { return name.find('.') != std::string_view::npos; });
        if (dotted || (m_names.size() == 1 && m_names.front().empty())) {
            throw StreamValidationError(ErrorCode::LeakingRule,
                                        std::string(dotted ? "has a dot in its name" : "has an empty name")
                                            + ", so a rule cannot hide it: it would be published in the clear",
                                        "\"" + path() + "\"", "names without dots");
        }
    }

    [[nodiscard]] std::string path() const
    {
        std::string text;
        for (const std::string_view &name : m_names) {
            text += &name == m_names.data() ? "" : ".";
            text += name;
        }
        return shortened(text, longestShown);
    }

    [[nodiscard]] std::vector<std::string_view> segments() const
    {
        std::vector<std::string_view> all;
        for (const std::string_view name : m_names) {
            forEachSegment(name, [&](std::string_view segment) { all.push_back(segment); });
        }
        if (all.size() > dataPackageLimits.maxDepth) {
            throw StreamValidationError(ErrorCode::JsonLimit, "has more dots in its name than a package can be deep",
                                        path(), "at most " + std::to_string(dataPackageLimits.maxDepth) + " levels");
        }
        return all;
    }

    [[nodiscard]] bool isTopEmptyName() const { return m_names.size() == 1 && m_names.front().empty(); }

    void remove()
    {
        const auto where = segments();
        json::Tree::Object *parent = isTopEmptyName() ? nullptr : parentOf(*m_output, where, false);
        if (parent != nullptr) {
            if (const auto found = parent->find(where.back()); found != parent->end()) {
                parent->erase(found);
            }
        }
    }

    void put(json::Tree value)
    {
        if (!isTopEmptyName()) {
            const auto where = segments();
            parentOf(*m_output, where, true)->insert_or_assign(std::string(where.back()), std::move(value));
        }
    }

    const FieldRules &m_rules;
    const RuleTree m_tree;
    const crypto::FieldKey *m_key;
    const RuleMode m_mode;
    json::Tree::Object *m_output = nullptr;
    std::vector<std::string_view> m_names; // down to the field at hand
};

std::string textField(const json::Value &object, std::string_view name, std::string_view otherName,
                      const std::string &where, bool required)
{
    const auto value = object.find(name, otherName);
    const std::string field = where + std::string(name);
    if (!value || (value->isNull() && !required)) {
        if (required) {
            throw StreamValidationError(ErrorCode::MissingField, "is missing", field, "text");
        }
        return {};
    }
    const auto text = value->string();
    if (!text) {
        throw StreamValidationError(
            ErrorCode::WrongType, "must be text, but is " + std::string(json::kindName(value->kind())), field, "text");
    }
    return std::string(*text);
}

void requireKnown(const std::string &field, std::string_view value, std::span<const std::string_view> known)
{
    if (std::find(known.begin(), known.end(), value) == known.end()) {
        std::string choice;
        for (const std::string_view word : known) {
            choice += choice.empty() ? "" : word == known.back() ? " or " : ", ";
            choice += word;
        }
        throw StreamValidationError(ErrorCode::InvalidRule, "must be " + choice, field, choice);
    }
}

} // namespace

FieldRules readFieldRules(std::string text)
{
    json::Document document;
    document.parse(std::move(text), json::Limits{.maxBytes = maxRulesBytes});
    const json::Value root = document.root();
    const auto list = root.find("rules");
    if (!root.isObject() || !list) {
        throw StreamValidationError(ErrorCode::MissingField, "is missing", "rules", "a list of rules");
    }
    if (!list->isArray()) {
        throw StreamValidationError(ErrorCode::WrongType,
                                    "must be a list, but is " + std::string(json::kindName(list->kind())), "rules",
                                    "a list of rules");
    }
    FieldRules rules;
    rules.topic = textField(root, "topic", "topic", {}, false);
    rules.defaultAction = textField(root, "defaultAction", "default_action", {}, false);
    list->forEachElement([&](const json::Value &item) {
        const std::string where = "rules[" + std::to_string(rules.rules.size()) + "].";
        rules.rules.push_back(
            FieldRule{.fieldPath = textField(item, "fieldPath", "field_path", where, true),
                      .action = textField(item, "action", "action", where, true),
                      .strategy = textField(item, "anonymizeStrategy", "anonymize_strategy", where, false)});
    });
    return rules;
}

void checkFieldRules(const FieldRules &rules)
{
    constexpr std::array<std::string_view, 4> actions = {"include", "exclude", "encrypt", "anonymize"};
    constexpr std::array<std::string_view, 3> strategies = {"hash", "generalize", "redact"};

    for (std::size_t i = 0; i < rules.rules.size(); ++i) {
        const FieldRule &rule = rules.rules[i];
        const std::string where = "rules[" + std::to_string(i) + "].";
        requireKnown(where + "action", rule.action, actions);
        if (rule.action == "anonymize") {
            requireKnown(where + "anonymizeStrategy", rule.strategy, strategies);
        }
    }
    if (!rules.defaultAction.empty()) {
        // Not anonymize: there is no strategy for what no rule names.
        requireKnown("defaultAction", rules.defaultAction, std::span(actions).first(3));
    }
}

json::Tree applyFieldRules(const json::Tree &fields, const FieldRules &rules, const crypto::FieldKey *key,
                           RuleMode mode)
{
    if (fields.object() == nullptr) {
        throw StreamError(ErrorCode::WrongType, "a reading must be an object with fields");
    }
    if (mode == RuleMode::Careful) {
        checkFieldRules(rules);
    }
    return RuleEngine(rules, key, mode).apply(fields);
}

} // namespace streamdesk::stream
