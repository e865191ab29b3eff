#include "ui/library/library_store.h"

#include "ui/words/values.h"

#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace streamdesk::ui {

namespace {

constexpr int version = 1;
constexpr qsizetype longestTitle = 200;
constexpr qsizetype longestNote = 10'000;

QString settingsFile(const QString &file)
{
    const QSettings usual(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("streamdesk"),
                          QStringLiteral("stream-desk"));
    return file.isEmpty() ? QFileInfo(usual.fileName()).dir().filePath(QStringLiteral("library.ini")) : file;
}

QString versionKey()
{
    return QStringLiteral("library/version");
}

QString groupOf(const QString &id)
{
    return QStringLiteral("entries/") + id;
}

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime timeFrom(const QVariant &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

} // namespace

LibraryStore::LibraryStore(const QString &file, QObject *parent)
    : QObject(parent), m_settings(settingsFile(file), QSettings::IniFormat)
{
    read();
}

void LibraryStore::read()
{
    if (m_settings.status() != QSettings::NoError) {
        m_trouble = Trouble::Broken;
        return;
    }
    const QVariant written = m_settings.value(versionKey());
    bool isNumber = false;
    const int number = written.toInt(&isNumber);
    if (written.isValid() && (!isNumber || number < 1)) {
        m_trouble = Trouble::Broken;
        return;
    }
    if (number > version) {
        m_trouble = Trouble::NewerVersion;
    }
    m_settings.beginGroup(QStringLiteral("entries"));
    const QStringList ids = m_settings.childGroups();
    m_settings.endGroup();
    for (const QString &id : ids) {
        if (const auto stored = readEntry(id)) {
            m_entries.insert(stored->entry.path, *stored);
        }
    }
}

std::optional<LibraryStore::Stored> LibraryStore::readEntry(const QString &id)
{
    m_settings.beginGroup(groupOf(id));
    const auto text = [this](const char *name) { return m_settings.value(QLatin1String(name)).toString(); };
    const auto time = [this](const char *name) { return timeFrom(m_settings.value(QLatin1String(name))); };
    Stored stored{.id = id, .entry = {}};
    LibraryEntry &entry = stored.entry;
    entry.path = text("path");
    entry.kind = text("kind") == QLatin1String("readings") ? LibraryEntry::Kind::Readings : LibraryEntry::Kind::Package;
    entry.title = text("title").left(longestTitle);
    entry.note = text("note").left(longestNote);
    entry.added = time("added");
    entry.lastOpened = time("lastOpened");
    if (const QDateTime when = time("verifiedWhen"); when.isValid()) {
        entry.verified =
            LibraryEntry::Verified{.when = when,
                                   .verdict = text("verifiedVerdict"),
                                   .chunks = m_settings.value(QStringLiteral("verifiedChunks")).toULongLong(),
                                   .footprint = text("verifiedFootprint")};
    }
    m_settings.endGroup();
    if (!QDir::isAbsolutePath(entry.path)) {
        return std::nullopt;
    }
    if (entry.title.isEmpty()) {
        entry.title = defaultTitle(entry.path);
    }
    return stored;
}

bool LibraryStore::isReadOnly() const noexcept
{
    return m_trouble == Trouble::NewerVersion || m_trouble == Trouble::Broken;
}

QVector<LibraryEntry> LibraryStore::entries() const
{
    QVector<LibraryEntry> all;
    all.reserve(m_entries.size());
    for (const Stored &stored : m_entries) {
        all.append(stored.entry);
    }
    std::sort(all.begin(), all.end(), [](const LibraryEntry &a, const LibraryEntry &b) {
        return a.lastOpened != b.lastOpened ? a.lastOpened > b.lastOpened : a.path < b.path;
    });
    return all;
}

QVector<LibraryEntry> LibraryStore::recent(int most) const
{
    return entries().mid(0, std::max(most, 0));
}

std::optional<LibraryEntry> LibraryStore::find(const QString &path) const
{
    const auto found = m_entries.constFind(path);
    return found == m_entries.constEnd() ? std::nullopt : std::optional(found->entry);
}

QString LibraryStore::noteOpened(const QString &path, LibraryEntry::Kind kind)
{
    QString key = canonical(path);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const bool isNew = !m_entries.contains(key);
    Stored &stored = m_entries[key];
    if (isNew) {
        stored.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        stored.entry.path = key;
        stored.entry.title = defaultTitle(key);
        stored.entry.added = now;
    }
    stored.entry.kind = kind;
    stored.entry.lastOpened = now;
    write(stored);
    if (isNew) {
        Q_EMIT added(key);
    } else {
        Q_EMIT changed(key);
    }
    return key;
}

bool LibraryStore::add(const LibraryEntry &entry)
{
    const QString path = QDir::cleanPath(entry.path);
    if (m_entries.contains(path)) {
        return false;
    }
    Stored &stored = m_entries[path];
    stored.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    stored.entry = entry;
    stored.entry.path = path;
    stored.entry.title = entry.title.isEmpty() ? defaultTitle(path) : shown(entry.title).left(longestTitle);
    stored.entry.note = entry.note.left(longestNote);
    stored.entry.verified.reset(); // of files that are not these
    write(stored);
    Q_EMIT added(path);
    return true;
}

template <typename Change>
void LibraryStore::change(const QString &path, Change apply)
{
    const auto found = m_entries.find(path);
    if (found != m_entries.end()) {
        apply(found->entry);
        write(*found);
        Q_EMIT changed(path);
    }
}

void LibraryStore::rename(const QString &path, const QString &title)
{
    change(path, [&title](LibraryEntry &entry) {
        const QString wanted = title.simplified().left(longestTitle);
        entry.title = wanted.isEmpty() ? defaultTitle(entry.path) : wanted;
    });
}

void LibraryStore::setNote(const QString &path, const QString &note)
{
    change(path, [&note](LibraryEntry &entry) { entry.note = note.left(longestNote); });
}

void LibraryStore::setVerified(const QString &path, const LibraryEntry::Verified &verified)
{
    change(path, [&verified](LibraryEntry &entry) { entry.verified = verified; });
}

void LibraryStore::forget(const QString &path)
{
    const auto found = m_entries.find(path);
    if (found == m_entries.end()) {
        return;
    }
    const QString id = found->id;
    m_entries.erase(found);
    if (!isReadOnly()) {
        m_settings.remove(groupOf(id));
        flush();
    }
    Q_EMIT removed(path);
}

void LibraryStore::write(const Stored &stored)
{
    if (isReadOnly()) {
        return;
    }
    const LibraryEntry &entry = stored.entry;
    const auto set = [this](const char *name, const QVariant &value) {
        m_settings.setValue(QLatin1String(name), value);
    };
    m_settings.setValue(versionKey(), version);
    m_settings.beginGroup(groupOf(stored.id));
    set("path", entry.path);
    set("kind", entry.kind == LibraryEntry::Kind::Readings ? QStringLiteral("readings") : QStringLiteral("package"));
    set("title", entry.title);
    set("note", entry.note);
    set("added", timeText(entry.added));
    set("lastOpened", timeText(entry.lastOpened));
    if (entry.verified) {
        set("verifiedWhen", timeText(entry.verified->when));
        set("verifiedVerdict", entry.verified->verdict);
        set("verifiedChunks", entry.verified->chunks);
        set("verifiedFootprint", entry.verified->footprint);
    }
    m_settings.endGroup();
    flush();
}

void LibraryStore::flush()
{
    m_settings.sync();
    setTrouble(m_settings.status() == QSettings::NoError ? Trouble::None : Trouble::NotWritten);
}

void LibraryStore::setTrouble(Trouble trouble)
{
    if (trouble != m_trouble) {
        m_trouble = trouble;
        Q_EMIT troubleChanged();
    }
}

QString LibraryStore::canonical(const QString &path)
{
    const QFileInfo file(path);
    const QString real = file.canonicalFilePath();
    return real.isEmpty() ? QDir::cleanPath(file.absoluteFilePath()) : real;
}

QString LibraryStore::defaultTitle(const QString &path)
{
    const QFileInfo file(path);
    const bool isZip = file.suffix().compare(QLatin1String("zip"), Qt::CaseInsensitive) == 0;
    const QString name = isZip ? file.completeBaseName() : file.fileName();
    return shown(name.isEmpty() ? path : name); // the root folder has no name
}

} // namespace streamdesk::ui
