// Which packages and readings were opened on this desk, and what is remembered of them. Nothing here touches the files
// themselves.
#pragma once

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QVector>

#include <optional>

namespace streamdesk::ui {

struct LibraryEntry
{
    enum class Kind { Package, Readings };

    // The end of a verification, as it was then: never a present verdict.
    struct Verified
    {
        QDateTime when;
        QString verdict; // stream::verdictName()
        quint64 chunks = 0;
        QString footprint; // package::footprint(): whether files are still what they were
    };

    QString path; // absolute, without links where it existed
    Kind kind = Kind::Package;
    QString title;
    QString note;
    QDateTime added;
    QDateTime lastOpened;
    std::optional<Verified> verified;
};

// Kept in an INI file, written after each change. One process at a time is expected; another's entries are not lost.
// GUI thread.
class LibraryStore : public QObject
{
    Q_OBJECT

public:
    enum class Trouble {
        None,
        NewerVersion, // written by a newer program: shown as far as understood, and left as it is
        Broken,       // not readable as what it should be: left as it is
        NotWritten,   // the last change could not be saved and is known until the program ends
    };

    // `file`: where to keep it; the person's own settings folder when empty.
    explicit LibraryStore(const QString &file = {}, QObject *parent = nullptr);

    [[nodiscard]] Trouble trouble() const noexcept { return m_trouble; }
    // Changes are then kept until the program ends and not written.
    [[nodiscard]] bool isReadOnly() const noexcept;
    [[nodiscard]] QString fileName() const { return m_settings.fileName(); }

    // The last opened first.
    [[nodiscard]] QVector<LibraryEntry> entries() const;
    [[nodiscard]] QVector<LibraryEntry> recent(int most) const;
    // `path` here and below is the one that it is kept under; the disk is not looked at.
    [[nodiscard]] std::optional<LibraryEntry> find(const QString &path) const;

    // Notes that what lies at `path`, however it is spelt, was opened now, and returns the path it is kept under. A new
    // one gets its folder's or file's name for a title.
    QString noteOpened(const QString &path, LibraryEntry::Kind kind);
    // Takes in an entry of another desk; false when there is one at its path already. The disk is not looked at.
    bool add(const LibraryEntry &entry);
    // An empty title brings back the name of the folder or file.
    void rename(const QString &path, const QString &title);
    void setNote(const QString &path, const QString &note);
    void setVerified(const QString &path, const LibraryEntry::Verified &verified);
    // Takes the entry out of the list; the files stay.
    void forget(const QString &path);

    // The one spelling of a path under which things are kept; looks at the disk.
    [[nodiscard]] static QString canonical(const QString &path);
    // The name of the folder or file, fit to be shown.
    [[nodiscard]] static QString defaultTitle(const QString &path);

Q_SIGNALS:
    void added(const QString &path);
    void changed(const QString &path);
    void removed(const QString &path);
    void troubleChanged();

private:
    struct Stored
    {
        QString id; // its group in the file
        LibraryEntry entry;
    };

    void read();
    [[nodiscard]] std::optional<Stored> readEntry(const QString &id);
    void write(const Stored &stored);
    void flush();
    void setTrouble(Trouble trouble);
    template <typename Change>
    void change(const QString &path, Change apply);

    QSettings m_settings;
    QHash<QString, Stored> m_entries; // by path
    Trouble m_trouble = Trouble::None;
};

} // namespace streamdesk::ui
