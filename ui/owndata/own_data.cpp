#include "ui/owndata/own_data.h"

#include "core/keys/trust_edits.h"
#include "ui/library/library_store.h"
#include "ui/trust/trust_words.h"
#include "ui/window/settings.h"
#include "ui/words/values.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace streamdesk::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OwnData)
};

json::Tree treeOf(const QJsonDocument &document)
{
    json::Document parsed;
    parsed.parse(document.toJson(QJsonDocument::Compact).toStdString());
    return json::Tree(parsed.root());
}

QJsonDocument documentOf(const json::Tree &tree)
{
    std::string text;
    json::Writer writer(text, json::Writer::Style::Compact);
    tree.write(writer);
    return QJsonDocument::fromJson(QByteArray::fromStdString(text));
}

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

// Nothing for what is no entry.
std::optional<LibraryEntry> entryOf(const QJsonObject &object)
{
    const auto text = [&](const char *name) { return object[QLatin1String(name)].toString(); };
    LibraryEntry entry;
    entry.path = text("path");
    entry.kind = text("kind") == QLatin1String("readings") ? LibraryEntry::Kind::Readings : LibraryEntry::Kind::Package;
    entry.title = text("title");
    entry.note = text("note");
    entry.added = QDateTime::fromString(text("added"), Qt::ISODate);
    entry.lastOpened = QDateTime::fromString(text("lastOpened"), Qt::ISODate);
    return QDir::isAbsolutePath(entry.path) ? std::optional(entry) : std::nullopt;
}

QVector<LibraryEntry> entriesOf(const json::Tree &tree)
{
    QVector<LibraryEntry> entries;
    const QJsonDocument document = documentOf(tree);
    for (const QJsonValue &value : document.array()) {
        if (const auto entry = entryOf(value.toObject())) {
            entries.append(*entry);
        }
    }
    return entries;
}

const keys::KeyRecord *findKey(const std::vector<keys::KeyRecord> &keys, const keys::KeyRecord &wanted)
{
    const auto found = std::ranges::find_if(keys, [&](const keys::KeyRecord &key) {
        return key.kind == wanted.kind && key.publicPart == wanted.publicPart;
    });
    return found == keys.end() ? nullptr : &*found;
}

} // namespace

json::Tree settingsTree(const Settings &settings)
{
    return treeOf(QJsonDocument(QJsonObject::fromVariantMap(settings.all())));
}

json::Tree libraryTree(const LibraryStore &library)
{
    QJsonArray entries;
    for (const LibraryEntry &entry : library.entries()) {
        entries.append(QJsonObject{{QStringLiteral("path"), entry.path},
                                   {QStringLiteral("kind"), entry.kind == LibraryEntry::Kind::Readings
                                                                ? QStringLiteral("readings")
                                                                : QStringLiteral("package")},
                                   {QStringLiteral("title"), entry.title},
                                   {QStringLiteral("note"), entry.note},
                                   {QStringLiteral("added"), timeText(entry.added)},
                                   {QStringLiteral("lastOpened"), timeText(entry.lastOpened)}});
    }
    return treeOf(QJsonDocument(entries));
}

void takeSettings(Settings &settings, const json::Tree &tree)
{
    settings.take(documentOf(tree).object().toVariantMap());
}

int takeLibrary(LibraryStore &library, const json::Tree &tree)
{
    int taken = 0;
    for (const LibraryEntry &entry : entriesOf(tree)) {
        taken += library.add(entry) ? 1 : 0;
    }
    return taken;
}

OwnDataNews newsOf(const keys::DeskFile &theirs, const LibraryStore &library, const keys::TrustFile &trust,
                   const std::vector<keys::KeyRecord> &keys)
{
    OwnDataNews news;
    news.lines.append(Words::tr("The settings of that desk."));
    const QVector<LibraryEntry> entries = entriesOf(theirs.library);
    const auto fresh =
        std::ranges::count_if(entries, [&](const LibraryEntry &entry) { return !library.find(entry.path); });
    news.lines.append(Words::tr("%Ln new entry(s) for the library.", nullptr, pluralCount(std::uint64_t(fresh))));
    keys::TrustFile tried = trust;
    news.lines.append(importText(keys::importTrust(tried, theirs.trust)));
    std::uint64_t here = 0;
    for (const keys::KeyRecord &key : theirs.keys.keys) {
        if (findKey(keys, key) != nullptr) {
            ++here;
        } else {
            news.missingKeys.append(shown(key.label));
        }
    }
    if (here > 0) {
        news.lines.append(Words::tr("The names of %Ln key(s) that are here.", nullptr, pluralCount(here)));
    }
    return news;
}

void takeKeyNames(keys::KeyList &ours, const keys::KeyList &theirs)
{
    for (keys::KeyRecord &key : ours.keys) {
        const keys::KeyRecord *const known = findKey(theirs.keys, key);
        if (known == nullptr) {
            continue;
        }
        const bool taken = std::ranges::any_of(
            ours.keys, [&](const keys::KeyRecord &other) { return other.id != key.id && other.label == known->label; });
        key.label = taken ? key.label : known->label;
        key.created = std::min(key.created, known->created);
        key.lastProven = std::max(key.lastProven, known->lastProven);
    }
}

} // namespace streamdesk::ui
