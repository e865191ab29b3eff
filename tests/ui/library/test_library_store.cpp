// What is remembered of opened packages, and that it outlives the program.
#include "ui/library/library_store.h"

#include "tests/support/sample_copy.h"

#include <QSignalSpy>
#include <QTest>

#ifdef Q_OS_UNIX
#include "tests/support/unprivileged.h"
#endif

using namespace streamdesk;
using ui::LibraryEntry;
using ui::LibraryStore;

class TestLibraryStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void remembers()
    {
        const test::SampleCopy copy(QStringLiteral("cell 12 – 100% größe"));
        const LibraryEntry::Verified verified{.when = QDateTime::currentDateTimeUtc(),
                                              .verdict = QStringLiteral("intact-untrusted"),
                                              .chunks = 7,
                                              .footprint = QStringLiteral("sha256:00")};
        {
            LibraryStore store(file());
            QVERIFY(store.entries().isEmpty());
            const QString path = store.noteOpened(copy.path(), LibraryEntry::Kind::Package);
            QCOMPARE(store.find(path)->title, QStringLiteral("cell 12 – 100% größe"));
            store.rename(path, QStringLiteral(" arm-07,\nweek = 46; \"ü\" "));
            store.setNote(path, QStringLiteral("line 1\nline 2; % [x]"));
            store.setVerified(path, verified);
        }
        const LibraryStore again(file());
        QCOMPARE(again.entries().size(), 1);
        const LibraryEntry entry = again.entries().constFirst();
        QCOMPARE(entry.path, copy.path());
        QCOMPARE(entry.title, QStringLiteral("arm-07, week = 46; \"ü\""));
        QCOMPARE(entry.note, QStringLiteral("line 1\nline 2; % [x]"));
        QVERIFY(entry.added.isValid() && entry.lastOpened.isValid());
        QVERIFY(entry.verified.has_value());
        QCOMPARE(entry.verified->verdict, verified.verdict);
        QCOMPARE(entry.verified->chunks, verified.chunks);
        QCOMPARE(entry.verified->footprint, verified.footprint);
        QCOMPARE(entry.verified->when, verified.when);
    }

    void otherSpellingsAreTheSame()
    {
        const test::SampleCopy copy;
        LibraryStore store(file());
        const QString path = store.noteOpened(copy.path(), LibraryEntry::Kind::Package);
        const QString link = m_folder->filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(copy.path(), link));
        QStringList spellings{copy.path() + QLatin1Char('/'), link, copy.path() + QStringLiteral("/../package"),
                              QDir::current().relativeFilePath(copy.path())};
        for (const QString &spelling : spellings) {
            QCOMPARE(store.noteOpened(spelling, LibraryEntry::Kind::Package), path);
            QVERIFY(store.find(path).has_value());
        }
        QCOMPARE(store.entries().size(), 1);
    }

    void theLastOpenedComesFirst()
    {
        LibraryStore store(file());
        const QStringList names{QStringLiteral("/x/a"), QStringLiteral("/x/b.zip"), QStringLiteral("/x/c")};
        for (const QString &name : names) {
            (void)store.noteOpened(name, LibraryEntry::Kind::Readings);
            QTest::qWait(3); // so that the times differ
        }
        (void)store.noteOpened(names[0], LibraryEntry::Kind::Readings);
        QCOMPARE(titles(store.entries()), (QStringList{QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("b")}));
        QCOMPARE(titles(store.recent(2)), (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
        QVERIFY(store.recent(0).isEmpty());
        QCOMPARE(titles(LibraryStore(file()).entries()), titles(store.entries()));
        QVERIFY(store.entries().constFirst().kind == LibraryEntry::Kind::Readings);
    }

    void tellsOfChanges()
    {
        LibraryStore store(file());
        QSignalSpy added(&store, &LibraryStore::added);
        QSignalSpy changed(&store, &LibraryStore::changed);
        QSignalSpy removed(&store, &LibraryStore::removed);
        const QString path = store.noteOpened(QStringLiteral("/x/a"), LibraryEntry::Kind::Package);
        QCOMPARE(added.size(), 1);
        QCOMPARE(added[0][0].toString(), path);
        store.rename(path, QStringLiteral("b"));
        (void)store.noteOpened(path, LibraryEntry::Kind::Package);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(store.find(path)->title, QStringLiteral("b")); // opening again keeps the name
        store.rename(path, QStringLiteral("  "));
        QCOMPARE(store.find(path)->title, QStringLiteral("a"));
        store.rename(QStringLiteral("/nobody"), QStringLiteral("b"));
        QCOMPARE(changed.size(), 3);
        store.forget(path);
        QCOMPARE(removed.size(), 1);
        store.forget(path);
        QCOMPARE(removed.size(), 1);
    }

    void forgettingLeavesTheFiles()
    {
        const test::SampleCopy copy;
        LibraryStore store(file());
        store.forget(store.noteOpened(copy.path(), LibraryEntry::Kind::Package));
        QVERIFY(QFile::exists(copy.file(QStringLiteral("chunk-0.json"))));
        QVERIFY(LibraryStore(file()).entries().isEmpty());
    }

    void aNewerProgramsFileIsLeftAlone()
    {
        {
            LibraryStore store(file());
            (void)store.noteOpened(QStringLiteral("/x/a"), LibraryEntry::Kind::Package);
        }
        QSettings settings(file(), QSettings::IniFormat);
        settings.setValue(QStringLiteral("library/version"), 2);
        settings.sync();
        const QByteArray before = content();
        LibraryStore store(file());
        QVERIFY(store.trouble() == LibraryStore::Trouble::NewerVersion);
        QVERIFY(store.isReadOnly());
        QCOMPARE(store.entries().size(), 1);
        (void)store.noteOpened(QStringLiteral("/x/b"), LibraryEntry::Kind::Package);
        store.forget(QStringLiteral("/x/a"));
        QCOMPARE(titles(store.entries()), QStringList{QStringLiteral("b")}); // for this run
        QCOMPARE(content(), before);
    }

    void aFileOfSomethingElseIsLeftAlone()
    {
        QFile broken(file());
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("[library]\nversion=soon\n");
        broken.close();
        const QByteArray before = content();
        LibraryStore store(file());
        QVERIFY(store.trouble() == LibraryStore::Trouble::Broken);
        (void)store.noteOpened(QStringLiteral("/x/b"), LibraryEntry::Kind::Package);
        QCOMPARE(content(), before);
    }

    void entriesOfTwoProgramsDoNotCollide()
    {
        LibraryStore one(file());
        LibraryStore other(file());
        (void)one.noteOpened(QStringLiteral("/x/a"), LibraryEntry::Kind::Package);
        (void)other.noteOpened(QStringLiteral("/x/b"), LibraryEntry::Kind::Package);
        QCOMPARE(LibraryStore(file()).entries().size(), 2);
    }

#ifdef Q_OS_UNIX
    void whatCannotBeSavedIsSaid()
    {
        const QString closed = m_folder->filePath(QStringLiteral("closed"));
        QVERIFY(QDir().mkdir(closed));
        test::Unprivileged::open(m_folder->path().toStdString());
        QVERIFY(QFile::setPermissions(closed, QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
        const test::Unprivileged nobody;
        LibraryStore store(closed + QStringLiteral("/library.ini"));
        QSignalSpy told(&store, &LibraryStore::troubleChanged);
        (void)store.noteOpened(QStringLiteral("/x/a"), LibraryEntry::Kind::Package);
        QVERIFY(store.trouble() == LibraryStore::Trouble::NotWritten);
        QCOMPARE(told.size(), 1);
        QCOMPARE(store.entries().size(), 1);
    }
#endif

    void liesInTheSettingsFolder()
    {
        QVERIFY(LibraryStore().fileName().endsWith(QStringLiteral("/streamdesk/library.ini")));
    }

private:
    [[nodiscard]] QString file() const
    {
        return m_folder->filePath(QStringLiteral("library.ini"));
    }
    [[nodiscard]] QByteArray content() const
    {
        QFile opened(file());
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    static QStringList titles(const QVector<LibraryEntry> &entries)
    {
        QStringList all;
        for (const LibraryEntry &entry : entries) {
            all.append(entry.title);
        }
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(TestLibraryStore)

#include "test_library_store.moc"
