// A JSON value that can be changed, unlike the views of a Document.
#pragma once

#include "core/json/document.h"
#include "core/json/writer.h"

#include <functional>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace streamdesk::json {

class Tree
{
public:
    // As it was written; a number by the grammar of RFC 8259.
    struct Number
    {
        std::string spelling;
    };
    using Array = std::vector<Tree>;
    // Sorted by the names' bytes, which for UTF-8 is the order of code points.
    using Object = std::map<std::string, Tree, std::less<>>;

    Tree() = default; // null
    explicit Tree(bool value) : m_value(value) {}
    explicit Tree(Number number) : m_value(std::move(number)) {}
    explicit Tree(std::string text) : m_value(std::move(text)) {}
    explicit Tree(Array elements) : m_value(std::move(elements)) {}
    explicit Tree(Object members) : m_value(std::move(members)) {}
    explicit Tree(const char *) = delete; // would be a bool
    // A copy of a parsed value. Of duplicate members the last one counts.
    explicit Tree(const Value &value);

    [[nodiscard]] bool isNull() const noexcept { return std::holds_alternative<std::monostate>(m_value); }
    // The content of each kind; nullptr when it is of another.
    [[nodiscard]] const bool *boolean() const noexcept { return std::get_if<bool>(&m_value); }
    [[nodiscard]] const Number *number() const noexcept { return std::get_if<Number>(&m_value); }
    [[nodiscard]] const std::string *string() const noexcept { return std::get_if<std::string>(&m_value); }
    [[nodiscard]] const Array *array() const noexcept { return std::get_if<Array>(&m_value); }
    [[nodiscard]] const Object *object() const noexcept { return std::get_if<Object>(&m_value); }
    [[nodiscard]] Array *array() noexcept { return std::get_if<Array>(&m_value); }
    [[nodiscard]] Object *object() noexcept { return std::get_if<Object>(&m_value); }

    void write(Writer &writer) const;

private:
    std::variant<std::monostate, bool, Number, std::string, Array, Object> m_value;
};

} // namespace streamdesk::json
