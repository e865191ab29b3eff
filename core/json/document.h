// A JSON text, parsed once and read through views. Numbers keep the spelling they were written with; what RFC 8259
// refuses is refused (leading zeros, trailing commas, NaN, text after the end), and so are lone surrogates, which have
// no UTF-8 form. Parsing is RapidJSON's; this file and its .cpp are all that knows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace streamdesk::json {

// What a text may cost before it is refused with ErrorCode::JsonLimit.
struct Limits
{
    std::size_t maxBytes = std::size_t{4} << 20U;
    std::size_t maxValues = 200'000; // keys count as values
    unsigned maxDepth = 64;
    bool anyNumber = false; // take numbers beyond 10^308 too, at the price of one more pass over the text
};

enum class Kind : std::uint8_t { Null, False, True, Number, String, Array, Object };

namespace detail {

// A value and, right behind it, everything inside it. `span` is the number of nodes it takes up, itself included.
struct Node
{
    std::string_view text; // of a string or a number
    std::uint32_t span = 1;
    std::uint32_t count = 0; // elements or members
    Kind kind = Kind::Null;
};

} // namespace detail

// A view of one value. Valid while its Document lives and is not parsed anew.
class Value
{
public:
    explicit Value(const detail::Node *node) noexcept : m_node(node) {}

    [[nodiscard]] Kind kind() const noexcept { return m_node->kind; }
    [[nodiscard]] bool isObject() const noexcept { return kind() == Kind::Object; }
    [[nodiscard]] bool isArray() const noexcept { return kind() == Kind::Array; }
    [[nodiscard]] bool isNull() const noexcept { return kind() == Kind::Null; }
    // The text of a string, decoded, UTF-8; nothing for any other kind.
    [[nodiscard]] std::optional<std::string_view> string() const noexcept;
    // A number as it was written; nothing for any other kind.
    [[nodiscard]] std::optional<std::string_view> number() const noexcept;
    // A number that was written as a whole number of 0 or more (no sign, point or exponent) and fits.
    [[nodiscard]] std::optional<std::uint64_t> unsignedInteger() const noexcept;

    // Elements of an array or members of an object; 0 for any other kind.
    [[nodiscard]] std::size_t size() const noexcept { return m_node->count; }
    // The member of an object; of duplicates the last, as Python's json module reads them. Nothing when there is none
    // or this is no object.
    [[nodiscard]] std::optional<Value> find(std::string_view key) const noexcept { return find(key, key); }
    // The same for a member that has two names; whichever stands last counts.
    [[nodiscard]] std::optional<Value> find(std::string_view name, std::string_view otherName) const noexcept;

    // Calls `each(Value)` for every element of an array in order. Nothing is called for any other kind.
    template <typename F>
    void forEachElement(F &&each) const
    {
        if (isArray()) {
            const detail::Node *at = m_node + 1;
            for (std::size_t i = 0; i < size(); ++i, at += at->span) {
                each(Value(at));
            }
        }
    }
    // Calls `each(std::string_view name, Value)` for every member of an object in order, duplicates too. Nothing is
    // called for any other kind.
    template <typename F>
    void forEachMember(F &&each) const
    {
        if (isObject()) {
            const detail::Node *name = m_node + 1;
            for (std::size_t i = 0; i < size(); ++i) {
                each(name->text, Value(name + 1));
                name += 1 + name[1].span;
            }
        }
    }

private:
    const detail::Node *m_node;
};

// A parsed text. Stays where it is, because views point into it; may be parsed again, which reuses its memory.
class Document
{
public:
    Document() = default;
    ~Document() = default;
    Document(const Document &) = delete;
    Document &operator=(const Document &) = delete;

    // Takes the text over and parses it. Throws StreamError: InvalidJson with the offset in bytes, or JsonLimit.
    void parse(std::string text, const Limits &limits = {});
    // The buffer for the next text, to be filled and passed to parse() by move, so that it is reused.
    [[nodiscard]] std::string takeBuffer() noexcept { return std::move(m_text); }

    // The outermost value. Only after parse() returned.
    [[nodiscard]] Value root() const noexcept { return Value(m_nodes.data()); }

private:
    std::string m_text;
    std::vector<detail::Node> m_nodes;
    std::unordered_map<const char *, std::string> m_longNumbers; // by their place in m_text
};

// The name of a kind for messages: "text", "a number", "a list", …
[[nodiscard]] std::string_view kindName(Kind kind) noexcept;

} // namespace streamdesk::json
