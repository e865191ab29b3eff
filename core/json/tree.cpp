#include "core/json/tree.h"

namespace streamdesk::json {

Tree::Tree(const Value &value)
{
    switch (value.kind()) {
    case Kind::Null:
        break;
    case Kind::False:
    case Kind::True:
        m_value = value.kind() == Kind::True;
        break;
    case Kind::Number:
        m_value = Number{std::string(*value.number())};
        break;
    case Kind::String:
        m_value = std::string(*value.string());
        break;
    case Kind::Array: {
        Array elements;
        elements.reserve(value.size());
        value.forEachElement([&](const Value &element) { elements.emplace_back(element); });
        m_value = std::move(elements);
        break;
    }
    case Kind::Object: {
        Object members;
        value.forEachMember([&](std::string_view name, const Value &member) {
            members.insert_or_assign(std::string(name), Tree(member));
        });
        m_value = std::move(members);
        break;
    }
    }
}

void Tree::write(Writer &writer) const
{
    if (const bool *flag = boolean()) {
        writer.boolean(*flag);
    } else if (const Number *numeral = number()) {
        writer.number(numeral->spelling);
    } else if (const std::string *text = string()) {
        writer.string(*text);
    } else if (const Array *elements = array()) {
        writer.beginArray();
        for (const Tree &element : *elements) {
            element.write(writer);
        }
        writer.endArray();
    } else if (const Object *members = object()) {
        writer.beginObject();
        for (const auto &[name, member] : *members) {
            member.write(writer.key(name));
        }
        writer.endObject();
    } else {
        writer.null();
    }
}

} // namespace streamdesk::json
