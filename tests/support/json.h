// JSON in tests, with the spelling of numbers kept.
#pragma once

#include "core/json/canonical.h"
#include "tests/support/vectors.h"

#include <stdexcept>
#include <string>

namespace streamdesk::test {

inline json::Tree tree(std::string text)
{
    json::Document document;
    document.parse(std::move(text), json::Limits{.maxBytes = std::size_t{64} << 20U, .anyNumber = true});
    return json::Tree(document.root());
}

inline json::Tree treeOfVectors(const char *name)
{
    return tree(readFile(dataPath(QString::fromLatin1(name))).toStdString());
}

inline const json::Tree &at(const json::Tree &object, std::string_view name)
{
    const auto found = object.object()->find(name);
    if (found == object.object()->end()) {
        throw std::runtime_error("the vectors have no " + std::string(name));
    }
    return found->second;
}

inline bool has(const json::Tree &object, std::string_view name)
{
    return object.object()->contains(name);
}

inline std::string text(const json::Tree &object, std::string_view name)
{
    return *at(object, name).string();
}

inline std::string canonical(const json::Tree &value)
{
    return json::canonicalJson(value, json::CanonicalForm::Python);
}

} // namespace streamdesk::test
