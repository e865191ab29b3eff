#include "ui/readings/field_words.h"

#include "core/base/text.h"
#include "core/stream/field_encryption.h"

#include <QCoreApplication>
#include <QLocale>

namespace streamdesk::ui {

namespace {

constexpr std::size_t longestValue = 160; // bytes in a cell
constexpr std::size_t longestName = 40;

const json::Tree *member(const json::Tree &wrapper, std::string_view name)
{
    const auto found = wrapper.object()->find(name);
    return found == wrapper.object()->end() ? nullptr : &found->second;
}

const std::string *textMember(const json::Tree &wrapper, std::string_view name)
{
    const json::Tree *found = member(wrapper, name);
    return found == nullptr ? nullptr : found->string();
}

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Field)

public:
    static QString value(const json::Tree &value)
    {
        if (stream::isEncryptedField(value)) {
            return textMember(value, "ciphertext") != nullptr ? tr("readable only with the field key")
                                                              : tr("nothing encrypted is in it");
        }
        if (stream::isAnonymizedField(value)) {
            const json::Tree *inside = member(value, "value");
            return inside == nullptr ? tr("nothing is in it") : plain(*inside);
        }
        return plain(value);
    }

    static QString kind(const json::Tree &value)
    {
        if (stream::isEncryptedField(value)) {
            const std::string *algorithm = textMember(value, "algorithm");
            return algorithm == nullptr ? tr("Encrypted, it is not said how")
                                        : tr("Encrypted (%1)").arg(oneLine(*algorithm, longestName));
        }
        if (stream::isAnonymizedField(value)) {
            return tr("Anonymized: %1").arg(strategy(value));
        }
        if (value.object() != nullptr) {
            return tr("Group");
        }
        if (value.array() != nullptr) {
            return tr("List");
        }
        if (value.string() != nullptr) {
            return tr("Text");
        }
        if (value.number() != nullptr) {
            return tr("Number");
        }
        return value.boolean() != nullptr ? tr("Yes or no") : tr("Nothing");
    }

    static QString explanation(const json::Tree &value)
    {
        if (stream::isEncryptedField(value)) {
            return tr("Only who has the field key can read it. The seller gives it out, apart from the readings.");
        }
        if (stream::isAnonymizedField(value)) {
            return tr("The machine put this in place of what it measured. What it was is not in the reading.");
        }
        return tr("Not marked as encrypted or anonymized. Whether it was made coarser before it was put here, the "
                  "reading does not say.");
    }

private:
    static QString plain(const json::Tree &value)
    {
        if (const std::string *text = value.string()) {
            return oneLine(*text, longestValue);
        }
        if (const json::Tree::Number *number = value.number()) {
            return QString::fromStdString(shortened(number->spelling, longestValue));
        }
        if (const bool *boolean = value.boolean()) {
            return *boolean ? QStringLiteral("true") : QStringLiteral("false");
        }
        if (const json::Tree::Array *elements = value.array()) {
            return elements->size() == 1 ? tr("1 value") : tr("%Ln values", nullptr, int(elements->size()));
        }
        if (const json::Tree::Object *members = value.object()) {
            return members->size() == 1 ? tr("1 field") : tr("%Ln fields", nullptr, int(members->size()));
        }
        return QStringLiteral("null");
    }

    static QString strategy(const json::Tree &value)
    {
        const std::string *name = textMember(value, "strategy");
        if (name == nullptr) {
            return tr("it is not said how");
        }
        if (*name == "hash") {
            return tr("replaced by its hash");
        }
        if (*name == "generalize") {
            return tr("made coarser");
        }
        if (*name == "redact") {
            return tr("taken out");
        }
        return tr("“%1”").arg(oneLine(*name, longestName));
    }
};

} // namespace

QString oneLine(std::string_view text, std::size_t most)
{
    return QString::fromStdString(shortened(printable(shortened(text, most)), most));
}

QString valueText(const json::Tree &value)
{
    return Words::value(value);
}

QString kindText(const json::Tree &value)
{
    return Words::kind(value);
}

QString kindExplanation(const json::Tree &value)
{
    return Words::explanation(value);
}

} // namespace streamdesk::ui
