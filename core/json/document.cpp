#include "core/json/document.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/json/number.h"

#include <algorithm>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

namespace streamdesk::json {

namespace {

using detail::Node;

using LongNumbers = std::unordered_map<const char *, std::string>;

// Takes those numbers out of `text` that RapidJSON's arithmetic refuses although only their spelling is wanted, and
// puts a 0 and white space in their place. Returns what stood where. Stops after `most`: the text is refused anyway
// then.
LongNumbers takeLongNumbers(std::string &text, std::size_t most)
{
    constexpr std::size_t surelyFits = 300; // digits, when there is no exponent
    LongNumbers taken;
    bool inString = false;
    for (std::size_t at = 0; at < text.size() && taken.size() <= most; ++at) {
        if (text[at] == '"') {
            inString = !inString;
        } else if (inString) {
            at += text[at] == '\\' ? 1 : 0;
        } else if (text[at] == '-' || (text[at] >= '0' && text[at] <= '9')) {
            const std::size_t end = std::min(text.find_first_not_of("+-.0123456789Ee", at), text.size());
            const std::string_view number = std::string_view(text).substr(at, end - at);
            const bool mayBeRefused =
                number.size() > surelyFits || number.find_first_of("eE") != std::string_view::npos;
            if (mayBeRefused && isNumber(number)) {
                taken.emplace(text.data() + at, number);
                text.replace(at, end - at, "0" + std::string(end - at - 1, ' '));
            }
            at = end - 1;
        }
    }
    return taken;
}

// Receives RapidJSON's events and lays the values out one behind the other.
class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder>
{
public:
    Builder(std::vector<Node> &nodes, const LongNumbers &longNumbers, const Limits &limits)
        : m_nodes(nodes), m_longNumbers(longNumbers), m_limits(limits)
    {
    }

    [[nodiscard]] const std::string &refusal() const noexcept { return m_refusal; }

    bool Null() { return add(Kind::Null, {}); }
    bool Bool(bool value) { return add(value ? Kind::True : Kind::False, {}); }
    bool RawNumber(const char *text, rapidjson::SizeType length, bool)
    {
        const auto taken = m_longNumbers.empty() ? m_longNumbers.end() : m_longNumbers.find(text);
        return add(Kind::Number, taken == m_longNumbers.end() ? std::string_view(text, length) : taken->second);
    }
    bool String(const char *text, rapidjson::SizeType length, bool) { return add(Kind::String, {text, length}); }
    bool Key(const char *text, rapidjson::SizeType length, bool) { return add(Kind::String, {text, length}); }
    bool StartObject() { return open(Kind::Object); }
    bool StartArray() { return open(Kind::Array); }
    bool EndObject(rapidjson::SizeType count) { return close(count); }
    bool EndArray(rapidjson::SizeType count) { return close(count); }

private:
    bool add(Kind kind, std::string_view text)
    {
        if (m_nodes.size() >= m_limits.maxValues) {
            m_refusal = "more than " + std::to_string(m_limits.maxValues) + " values";
            return false;
        }
        m_nodes.push_back(Node{.text = text, .span = 1, .count = 0, .kind = kind});
        return true;
    }

    bool open(Kind kind)
    {
        if (m_open.size() >= m_limits.maxDepth) {
            m_refusal = "nested deeper than " + std::to_string(m_limits.maxDepth) + " levels";
            return false;
        }
        m_open.push_back(m_nodes.size());
        return add(kind, {});
    }

    bool close(rapidjson::SizeType count)
    {
        Node &node = m_nodes[m_open.back()];
        node.span = static_cast<std::uint32_t>(m_nodes.size() - m_open.back());
        node.count = count;
        m_open.pop_back();
        return true;
    }

    std::vector<Node> &m_nodes;
    const LongNumbers &m_longNumbers;
    const Limits &m_limits;
    std::vector<std::size_t> m_open;
    std::string m_refusal;
};

// RapidJSON 1.1 lets a lone low surrogate through as three bytes that are no UTF-8.
bool hasLoneSurrogate(const std::vector<Node> &nodes)
{
    return std::any_of(nodes.begin(), nodes.end(), [](const Node &node) {
        return node.kind == Kind::String && node.text.find('\xed') != std::string_view::npos && !isUtf8(node.text);
    });
}

} // namespace

std::optional<std::string_view> Value::string() const noexcept
{
    return kind() == Kind::String ? std::optional(m_node->text) : std::nullopt;
}

std::optional<std::string_view> Value::number() const noexcept
{
    return kind() == Kind::Number ? std::optional(m_node->text) : std::nullopt;
}

std::optional<std::uint64_t> Value::unsignedInteger() const noexcept
{
    return kind() == Kind::Number ? parseUnsigned(m_node->text) : std::nullopt;
}

std::optional<Value> Value::find(std::string_view name, std::string_view otherName) const noexcept
{
    std::optional<Value> found;
    if (isObject()) {
        const Node *at = m_node + 1;
        for (std::size_t i = 0; i < size(); ++i) {
            const Node *const value = at + 1;
            if (at->text == name || at->text == otherName) {
                found = Value(value);
            }
            at = value + value->span;
        }
    }
    return found;
}

void Document::parse(std::string text, const Limits &limits)
{
    m_text = std::move(text);
    m_nodes.clear();
    if (m_text.size() > limits.maxBytes) {
        throw StreamError(ErrorCode::JsonLimit,
                          "larger than the " + std::to_string(limits.maxBytes) + " bytes such a file may have");
    }
    if (const std::size_t nul = m_text.find('\0'); nul != std::string::npos) {
        throw StreamError(ErrorCode::InvalidJson, "not JSON: a zero byte (at byte " + std::to_string(nul) + ")");
    }

    // Not RapidJSON's own check: where a text ends inside a character, that one reads on behind its memory, and parsing
    // in place then writes there.
    if (!isUtf8(m_text)) {
        throw StreamError(ErrorCode::InvalidJson, "not JSON: it is not UTF-8 text");
    }

    m_longNumbers = limits.anyNumber ? takeLongNumbers(m_text, limits.maxValues) : LongNumbers();
    Builder builder(m_nodes, m_longNumbers, limits);
    rapidjson::InsituStringStream stream(m_text.data());
    rapidjson::Reader reader;
    constexpr unsigned flags = rapidjson::kParseInsituFlag | rapidjson::kParseNumbersAsStringsFlag;
    const rapidjson::ParseResult result = reader.Parse<flags>(stream, builder);
    if (result.Code() == rapidjson::kParseErrorTermination) {
        throw StreamError(ErrorCode::JsonLimit, builder.refusal());
    }
    if (result.Code() == rapidjson::kParseErrorNumberTooBig) {
        throw StreamError(ErrorCode::JsonLimit, "holds a number beyond 10^308");
    }
    if (result.IsError()) {
        throw StreamError(ErrorCode::InvalidJson, "not JSON: " + std::string(rapidjson::GetParseError_En(result.Code()))
                                                      + " (at byte " + std::to_string(result.Offset()) + " of "
                                                      + std::to_string(m_text.size()) + ")");
    }
    if (hasLoneSurrogate(m_nodes)) {
        throw StreamError(ErrorCode::InvalidJson, "not JSON: half of a surrogate pair stands alone in a text");
    }
}

std::string_view kindName(Kind kind) noexcept
{
    switch (kind) {
    case Kind::Null:
        return "null";
    case Kind::False:
    case Kind::True:
        return "true or false";
    case Kind::Number:
        return "a number";
    case Kind::String:
        return "text";
    case Kind::Array:
        return "a list";
    case Kind::Object:
        return "an object";
    }
    return "";
}

} // namespace streamdesk::json
