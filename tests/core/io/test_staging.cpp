#include "core/base/errors.h"
#include "core/io/staging.h"
#include "tests/support/bytes.h"
#include "tests/support/expect.h"
#include "tests/support/files.h"

#include <QTest>
#include <fstream>
#include <thread>

#ifdef Q_OS_LINUX
#include "tests/support/unprivileged.h"

#include <sys/inotify.h>
#include <unistd.h>
#endif

using namespace streamdesk;
using io::Durability;
using io::PartFile;
using io::StagedFolder;
namespace fs = std::filesystem;
using test::asBytes;
using test::contentOf;
using test::Folder;
using test::Names;
using test::namesIn;
using test::putFile;
using test::thrownBy;

namespace {

#ifdef Q_OS_LINUX

// What happens to the names in a folder, in order: "-name" went, "+name" came by a rename.
class FolderEvents
{
public:
    explicit FolderEvents(const fs::path &folder) : m_fd(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        if (m_fd < 0 || ::inotify_add_watch(m_fd, folder.c_str(), IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO) < 0) {
            throw std::runtime_error("cannot watch the folder");
        }
    }
    ~FolderEvents() { ::close(m_fd); }
    FolderEvents(const FolderEvents &) = delete;
    FolderEvents &operator=(const FolderEvents &) = delete;

    [[nodiscard]] Names take() const
    {
        Names events;
        alignas(inotify_event) std::array<char, 65536> buffer;
        for (ssize_t size = 0; (size = ::read(m_fd, buffer.data(), buffer.size())) > 0;) {
            for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
                const auto *const event = reinterpret_cast<const inotify_event *>(buffer.data() + at);
                if ((event->mask & IN_ISDIR) == 0) {
                    events.push_back(((event->mask & IN_MOVED_TO) == 0 ? "-" : "+") + std::string(event->name));
                }
                at += sizeof(inotify_event) + event->len;
            }
        }
        return events;
    }

private:
    int m_fd;
};

#endif

void stage(const StagedFolder &folder, const std::string &name, std::string_view content)
{
    putFile(folder.path(name), content);
}

} // namespace

class TestStaging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partStandsBesideTheTargetUntilCommit_data();
    void partStandsBesideTheTargetUntilCommit();
    void committedPartReplacesTheOldFile_data();
    void committedPartReplacesTheOldFile();
    void droppedPartLeavesTheOldFileAndNothingElse();
    void partMakesTheFoldersItNeeds();
    void foldersMadeForNothingGoAgain();
    void partsOfOneTargetDoNotMeet();
    void movedPartIsRemovedOnce();
    void failedCommitLeavesTheOldFile();
    void longestNameIsStagedToo();
    void partThatCannotBeCreatedLeavesNothing_data();
    void partThatCannotBeCreatedLeavesNothing();
    void partInTheWorkingFolder();

    void newFolderAppearsWhole_data();
    void newFolderAppearsWhole();
    void droppedNewFolderLeavesNothing();
    void newFolderThatAppearedMeanwhileIsLeftAlone();
    void trailingSlashIsTheSameFolder();
    void filesMoveIntoAnExistingFolder_data();
    void filesMoveIntoAnExistingFolder();
    void stagedFilesHideInAnExistingFolder();
    void droppedStageLeavesAnExistingFolderAsItWas();
    void lastGoesFirstAndComesLast();
    void lastThatWasNotStagedIsRemoved();
    void withoutALastOnlyTheObsoleteGo();
    void obsoleteFilesThatAreMissingOrStagedAreNoTrouble();
    void commitThatFailsLeavesTheOldFiles();
    void existingFolderIsExchangedInOneStep();
    void othersKeepTheirFilesInAnExchange();
    void workingFolderIsNotExchanged();
    void namesOfStagingAreKnown_data();
    void namesOfStagingAreKnown();
    void thousandsOfFilesMove();
    void fileInTheWayOfAFolderIsRefused();
    void emptyStageCommits();
    void namesMayBeMadeFromThreads();
};

namespace {

void bothDurabilities()
{
    QTest::addColumn<Durability>("durability");
    QTest::newRow("synced") << Durability::Synced;
    QTest::newRow("not synced") << Durability::NotSynced;
}

} // namespace

void TestStaging::partStandsBesideTheTargetUntilCommit_data()
{
    bothDurabilities();
}

void TestStaging::partStandsBesideTheTargetUntilCommit()
{
    QFETCH(Durability, durability);
    const Folder folder;
    PartFile part(folder / "out.csv");
    QVERIFY(part.target() == folder / "out.csv");
    const Names names = namesIn(folder.path());
    QCOMPARE(names.size(), std::size_t{1});
    QVERIFY2(names[0].starts_with("out.csv.") && names[0].ends_with(".part"), names[0].c_str());

    part.file().write(asBytes("whole"));
    part.finishWriting(durability);
    QVERIFY(namesIn(folder.path()) == names); // finished, but not yet in place
    part.commit(durability);
    QVERIFY(namesIn(folder.path()) == Names{"out.csv"});
    QCOMPARE(contentOf(folder / "out.csv"), std::string("whole"));
}

void TestStaging::committedPartReplacesTheOldFile_data()
{
    bothDurabilities();
}

void TestStaging::committedPartReplacesTheOldFile()
{
    QFETCH(Durability, durability);
    const Folder folder;
    putFile(folder / "out", "the old and longer content");
    {
        PartFile part(folder / "out");
        part.file().write(asBytes("new"));
        QCOMPARE(contentOf(folder / "out"), std::string("the old and longer content"));
        part.finishWriting(durability);
        QCOMPARE(contentOf(folder / "out"), std::string("the old and longer content"));
        part.commit(durability);
        QCOMPARE(contentOf(folder / "out"), std::string("new"));
    }
    QVERIFY(namesIn(folder.path()) == Names{"out"});
}

void TestStaging::droppedPartLeavesTheOldFileAndNothingElse()
{
    const Folder folder;
    putFile(folder / "out", "old");
    {
        PartFile unfinished(folder / "out");
        unfinished.file().write(asBytes("new"));
        PartFile finished(folder / "out");
        finished.file().write(asBytes("new"));
        finished.finishWriting(Durability::NotSynced);
        PartFile untouched(folder / "another");
        QCOMPARE(namesIn(folder.path()).size(), std::size_t{4});
    }
    QVERIFY(namesIn(folder.path()) == Names{"out"});
    QCOMPARE(contentOf(folder / "out"), std::string("old"));
}

void TestStaging::partMakesTheFoldersItNeeds()
{
    const Folder folder;
    PartFile part(folder / "a" / "b" / "out");
    part.finishWriting(Durability::NotSynced);
    part.commit(Durability::NotSynced);
    QVERIFY(namesIn(folder / "a" / "b") == Names{"out"});
    QCOMPARE(contentOf(folder / "a" / "b" / "out"), std::string());
}

void TestStaging::foldersMadeForNothingGoAgain()
{
    const Folder folder;
    {
        const PartFile part(folder / "a" / "b" / "out");
        const StagedFolder staged(folder / "c" / "d" / "out");
        QVERIFY(fs::exists(folder / "a" / "b"));
        QVERIFY(fs::exists(folder / "c" / "d"));
    }
    QVERIFY(namesIn(folder.path()).empty());
    {
        const PartFile part(folder / "a" / "b" / "out");
        putFile(folder / "a" / "theirs", "x");
    }
    QVERIFY(namesIn(folder / "a") == Names{"theirs"});
}

void TestStaging::partsOfOneTargetDoNotMeet()
{
    const Folder folder;
    PartFile first(folder / "out");
    PartFile second(folder / "out");
    first.file().write(asBytes("first"));
    second.file().write(asBytes("second"));
    first.finishWriting(Durability::NotSynced);
    second.finishWriting(Durability::NotSynced);
    second.commit(Durability::NotSynced);
    QCOMPARE(contentOf(folder / "out"), std::string("second"));
    first.commit(Durability::NotSynced);
    QCOMPARE(contentOf(folder / "out"), std::string("first"));
    QVERIFY(namesIn(folder.path()) == Names{"out"});
}

void TestStaging::movedPartIsRemovedOnce()
{
    const Folder folder;
    {
        PartFile first(folder / "out");
        first.file().write(asBytes("a"));
        std::vector<PartFile> parts;
        parts.push_back(std::move(first));
        parts[0].file().write(asBytes("b"));
        QVERIFY(parts[0].target() == folder / "out");
        parts[0].finishWriting(Durability::NotSynced);
        parts[0].commit(Durability::NotSynced);
        parts.push_back(PartFile(folder / "other"));
        QCOMPARE(namesIn(folder.path()).size(), std::size_t{2});
    }
    QVERIFY(namesIn(folder.path()) == Names{"out"});
    QCOMPARE(contentOf(folder / "out"), std::string("ab"));
}

void TestStaging::failedCommitLeavesTheOldFile()
{
    const Folder folder;
    fs::create_directory(folder / "out"); // a folder cannot be replaced by a file
    putFile(folder / "out" / "kept", "old");
    {
        PartFile part(folder / "out");
        part.file().write(asBytes("new"));
        part.finishWriting(Durability::Synced);
        const auto error = thrownBy<IoError>([&] { part.commit(Durability::Synced); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::NotAFile);
        QCOMPARE(error->context().file, (folder / "out").string());
    }
    QVERIFY(namesIn(folder.path()) == Names{"out"});
    QCOMPARE(contentOf(folder / "out" / "kept"), std::string("old"));
#ifdef Q_OS_LINUX
    const Folder closed;
    putFile(closed / "out", "old");
    test::Unprivileged::open(closed.path());
    {
        // Created while that is allowed, committed when it is not any more.
        PartFile part(closed / "out");
        part.file().write(asBytes("new"));
        part.finishWriting(Durability::NotSynced);
        fs::permissions(closed.path(), fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_exec);
        std::optional<IoError> error;
        {
            const test::Unprivileged unprivileged;
            error = thrownBy<IoError>([&] { part.commit(Durability::NotSynced); });
        }
        fs::permissions(closed.path(), fs::perms::owner_all);
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::NotWritable);
    }
    QVERIFY(namesIn(closed.path()) == Names{"out"});
    QCOMPARE(contentOf(closed / "out"), std::string("old"));
#endif
}

void TestStaging::longestNameIsStagedToo()
{
    const Folder folder;
    const std::string name(255, 'x');
    PartFile part(folder / name);
    part.finishWriting(io::Durability::NotSynced);
    part.commit(io::Durability::NotSynced);
    QVERIFY(namesIn(folder.path()) == Names{name});
}

void TestStaging::partThatCannotBeCreatedLeavesNothing_data()
{
    QTest::addColumn<std::string>("name");
    QTest::newRow("file as a folder") << std::string("file/out");
    QTest::newRow("file as a folder's folder") << std::string("file/sub/out");
    QTest::newRow("name too long") << std::string(5000, 'x');
}

void TestStaging::partThatCannotBeCreatedLeavesNothing()
{
    QFETCH(std::string, name);
    const Folder folder;
    putFile(folder / "file", "old");
    const auto error = thrownBy<IoError>([&] { const PartFile part(folder / name); });
    QVERIFY(error);
    QVERIFY(!error->context().file.empty());
    QVERIFY(namesIn(folder.path()) == Names{"file"});
    QCOMPARE(contentOf(folder / "file"), std::string("old"));
}

void TestStaging::partInTheWorkingFolder()
{
    const Folder folder;
    const fs::path before = fs::current_path();
    fs::current_path(folder.path());
    {
        PartFile part("out");
        part.file().write(asBytes("new"));
        part.finishWriting(Durability::Synced);
        part.commit(Durability::Synced);
    }
    fs::current_path(before);
    QVERIFY(namesIn(folder.path()) == Names{"out"});
    QCOMPARE(contentOf(folder / "out"), std::string("new"));
}

void TestStaging::newFolderAppearsWhole_data()
{
    bothDurabilities();
}

void TestStaging::newFolderAppearsWhole()
{
    QFETCH(Durability, durability);
    const Folder folder;
    {
        StagedFolder staged(folder / "made" / "out");
        QVERIFY(staged.target() == folder / "made" / "out");
        stage(staged, "chunk-0.json", "0");
        stage(staged, "manifest.json", "m");
        QVERIFY(!fs::exists(folder / "made" / "out"));
        QCOMPARE(namesIn(folder / "made").size(), std::size_t{1});
        // Obsolete names mean nothing where nothing stood before.
        staged.commit(durability, "manifest.json", {"chunk-0.json"});
        QVERIFY(namesIn(folder / "made") == Names{"out"});
    }
    QVERIFY(namesIn(folder / "made") == Names{"out"});
    QVERIFY((namesIn(folder / "made" / "out") == Names{"chunk-0.json", "manifest.json"}));
    QCOMPARE(contentOf(folder / "made" / "out" / "chunk-0.json"), std::string("0"));
    QCOMPARE(contentOf(folder / "made" / "out" / "manifest.json"), std::string("m"));
}

void TestStaging::droppedNewFolderLeavesNothing()
{
    const Folder folder;
    {
        const StagedFolder staged(folder / "out");
        stage(staged, "chunk-0.json", "0");
        fs::create_directory(staged.path("sub"));
        putFile(staged.path("sub") / "f", "x");
        QCOMPARE(namesIn(folder.path()).size(), std::size_t{1});
    }
    QVERIFY(namesIn(folder.path()).empty());
}

void TestStaging::newFolderThatAppearedMeanwhileIsLeftAlone()
{
    const Folder folder;
    {
        StagedFolder staged(folder / "out");
        stage(staged, "chunk-0.json", "ours");
        fs::create_directory(folder / "out");
        putFile(folder / "out" / "chunk-0.json", "theirs");
        const auto error = thrownBy<IoError>([&] { staged.commit(Durability::NotSynced, "manifest.json", {}); });
        QVERIFY(error);
        QCOMPARE(error->context().file, (folder / "out").string());
    }
    QVERIFY(namesIn(folder.path()) == Names{"out"});
    QVERIFY(namesIn(folder / "out") == Names{"chunk-0.json"});
    QCOMPARE(contentOf(folder / "out" / "chunk-0.json"), std::string("theirs"));
}

void TestStaging::trailingSlashIsTheSameFolder()
{
    const Folder folder;
    {
        StagedFolder fresh(folder / "out" / "");
        QVERIFY(fresh.target() == folder / "out");
        stage(fresh, "a", "1");
        fresh.commit(Durability::NotSynced, "last", {});
    }
    {
        StagedFolder again(folder / "out" / "");
        stage(again, "b", "2");
        again.commit(Durability::NotSynced, "last", {});
    }
    QVERIFY(namesIn(folder.path()) == Names{"out"});
    QVERIFY((namesIn(folder / "out") == Names{"a", "b"}));
}

void TestStaging::filesMoveIntoAnExistingFolder_data()
{
    bothDurabilities();
}

void TestStaging::filesMoveIntoAnExistingFolder()
{
    QFETCH(Durability, durability);
    const Folder folder;
    putFile(folder / "chunk-0.json", "old 0");
    putFile(folder / "chunk-1.json", "old 1");
    putFile(folder / "chunk-2.json", "old 2");
    putFile(folder / "manifest.json", "old m");
    putFile(folder / "notes.txt", "mine");
    fs::create_directory(folder / "sub");
    putFile(folder / "sub" / "chunk-0.json", "mine too");
    {
        StagedFolder staged(folder.path());
        stage(staged, "chunk-0.json", "new 0");
        stage(staged, "chunk-00.json", "new 00");
        stage(staged, "manifest.json", "new m");
        staged.commit(durability, "manifest.json", {"chunk-1.json", "chunk-2.json"});
    }
    QVERIFY((namesIn(folder.path()) == Names{"chunk-0.json", "chunk-00.json", "manifest.json", "notes.txt", "sub"}));
    QCOMPARE(contentOf(folder / "chunk-0.json"), std::string("new 0"));
    QCOMPARE(contentOf(folder / "chunk-00.json"), std::string("new 00"));
    QCOMPARE(contentOf(folder / "manifest.json"), std::string("new m"));
    QCOMPARE(contentOf(folder / "notes.txt"), std::string("mine"));
    QCOMPARE(contentOf(folder / "sub" / "chunk-0.json"), std::string("mine too"));
}

void TestStaging::stagedFilesHideInAnExistingFolder()
{
    const Folder folder;
    putFile(folder / "chunk-0.json", "old");
    const StagedFolder staged(folder.path());
    stage(staged, "chunk-0.json", "new");
    stage(staged, "chunk-1.json", "new");
    const Names names = namesIn(folder.path());
    QCOMPARE(names.size(), std::size_t{2});
    QVERIFY2(names[0].starts_with(".") && names[0].ends_with(".part"), names[0].c_str());
    QCOMPARE(names[1], std::string("chunk-0.json"));
    QCOMPARE(contentOf(folder / "chunk-0.json"), std::string("old"));
}

void TestStaging::droppedStageLeavesAnExistingFolderAsItWas()
{
    const Folder folder;
    putFile(folder / "chunk-0.json", "old");
    putFile(folder / "manifest.json", "old m");
    {
        const StagedFolder staged(folder.path());
        stage(staged, "chunk-0.json", "new");
        stage(staged, "manifest.json", "new m");
    }
    QVERIFY((namesIn(folder.path()) == Names{"chunk-0.json", "manifest.json"}));
    QCOMPARE(contentOf(folder / "chunk-0.json"), std::string("old"));
    QCOMPARE(contentOf(folder / "manifest.json"), std::string("old m"));
}

void TestStaging::lastGoesFirstAndComesLast()
{
#ifdef Q_OS_LINUX
    const Folder folder;
    fs::create_directory(folder / "sub"); // so that file after file moves
    for (const char *name : {"a", "b", "c", "manifest.json", "zz"}) {
        putFile(folder / name, "old");
    }
    StagedFolder staged(folder.path());
    for (const char *name : {"a", "m", "manifest.json", "z"}) {
        stage(staged, name, "new");
    }
    const FolderEvents events(folder.path());
    staged.commit(Durability::Synced, "manifest.json", {"b", "zz"});

    // Between the first and the last, in any order.
    Names seen = events.take();
    QCOMPARE(seen.size(), std::size_t{8});
    QCOMPARE(seen.front(), std::string("-manifest.json"));
    QCOMPARE(seen.back(), std::string("+manifest.json"));
    std::sort(seen.begin() + 1, seen.end() - 1);
    QVERIFY((Names(seen.begin() + 1, seen.end() - 1) == Names{"+a", "+m", "+z", "-a", "-b", "-zz"}));
#else
    QSKIP("watches the folder by inotify");
#endif
}

void TestStaging::lastThatWasNotStagedIsRemoved()
{
    const Folder folder;
    putFile(folder / "manifest.json", "of other chunks");
    {
        StagedFolder staged(folder.path());
        stage(staged, "chunk-0.json", "new");
        staged.commit(Durability::NotSynced, "manifest.json", {});
    }
    QVERIFY(namesIn(folder.path()) == Names{"chunk-0.json"});
}

void TestStaging::withoutALastOnlyTheObsoleteGo()
{
    const Folder folder;
    putFile(folder / "manifest.json", "kept");
    putFile(folder / "chunk-1.json", "old");
    {
        StagedFolder staged(folder.path());
        stage(staged, "chunk-0.json", "new");
        staged.commit(Durability::NotSynced, std::nullopt, {"chunk-1.json"});
    }
    QVERIFY((namesIn(folder.path()) == Names{"chunk-0.json", "manifest.json"}));
    QCOMPARE(contentOf(folder / "manifest.json"), std::string("kept"));
}

void TestStaging::obsoleteFilesThatAreMissingOrStagedAreNoTrouble()
{
    const Folder folder;
    putFile(folder / "a", "old");
    {
        StagedFolder staged(folder.path());
        stage(staged, "a", "new");
        staged.commit(Durability::NotSynced, "manifest.json", {"never there", "a"});
    }
    // What is both obsolete and staged is the new one.
    QVERIFY(namesIn(folder.path()) == Names{"a"});
    QCOMPARE(contentOf(folder / "a"), std::string("new"));
}

void TestStaging::commitThatFailsLeavesTheOldFiles()
{
    const Folder folder;
    putFile(folder / "manifest.json", "old");
    putFile(folder / "notes.txt", "mine");
    fs::create_directory(folder / "chunk-0.json"); // no file can take its place
    putFile(folder / "chunk-0.json" / "f", "x");
    {
        StagedFolder staged(folder.path());
        stage(staged, "chunk-0.json", "new");
        stage(staged, "manifest.json", "new");
        const auto error = thrownBy<IoError>([&] { staged.commit(Durability::NotSynced, "manifest.json", {}); });
        QVERIFY(error);
        QCOMPARE(error->context().file, (folder / "chunk-0.json").string());
    }
    QVERIFY((namesIn(folder.path()) == Names{"chunk-0.json", "manifest.json", "notes.txt"}));
    QVERIFY(fs::is_directory(folder / "chunk-0.json"));
    QCOMPARE(contentOf(folder / "manifest.json"), std::string("old"));
    QCOMPARE(contentOf(folder / "notes.txt"), std::string("mine"));
}

void TestStaging::existingFolderIsExchangedInOneStep()
{
#ifdef Q_OS_LINUX
    const Folder folder;
    const fs::path target = folder / "out";
    fs::create_directory(target);
    fs::permissions(target, fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec);
    for (const char *name : {"a", "b", "manifest.json"}) {
        putFile(target / name, "old");
    }
    fs::create_directory_symlink("out", folder / "link");
    const FolderEvents events(target);
    {
        StagedFolder staged(folder / "link");
        stage(staged, "a", "new");
        stage(staged, "manifest.json", "new");
        staged.commit(Durability::Synced, "manifest.json", {"b"});
        QVERIFY(events.take() == Names{}); // the old folder saw nothing of it before it was taken apart
    }
    QVERIFY((namesIn(folder.path()) == Names{"link", "out"}));
    QVERIFY(fs::is_symlink(folder / "link"));
    QVERIFY((namesIn(target) == Names{"a", "manifest.json"}));
    QCOMPARE(contentOf(target / "a"), std::string("new"));
    QVERIFY(fs::status(target).permissions() == (fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec));
#else
    QSKIP("other systems have no such call");
#endif
}

void TestStaging::othersKeepTheirFilesInAnExchange()
{
    const Folder folder;
    const fs::path target = folder / "out";
    fs::create_directory(target);
    putFile(target / "notes.txt", "mine");
    putFile(target / "a", "old");
    std::ofstream open(target / "notes.txt", std::ios::app);
    {
        StagedFolder staged(target);
        stage(staged, "a", "new");
        staged.commit(Durability::NotSynced, std::nullopt, {});
    }
    open << ", and more";
    open.close();
    QVERIFY((namesIn(target) == Names{"a", "notes.txt"}));
    QCOMPARE(contentOf(target / "a"), std::string("new"));
    QCOMPARE(contentOf(target / "notes.txt"), std::string("mine, and more"));
    QVERIFY(namesIn(folder.path()) == Names{"out"});
}

// A shell that stands in it would be left in a folder that is gone.
void TestStaging::workingFolderIsNotExchanged()
{
    const Folder folder;
    putFile(folder / "a", "old");
    const fs::path before = fs::current_path();
    fs::current_path(folder.path());
    {
        StagedFolder staged(".");
        stage(staged, "a", "new");
        staged.commit(Durability::NotSynced, std::nullopt, {});
    }
    const bool stillThere = fs::exists("a") && contentOf("a") == "new";
    fs::current_path(before);
    QVERIFY(stillThere);
    QVERIFY(namesIn(folder.path()) == Names{"a"});
}

void TestStaging::namesOfStagingAreKnown_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<bool>("known");
    QTest::newRow("of a file") << std::string("trip.csv.0123456789.part") << true;
    QTest::newRow("inside a folder") << std::string(".abcdef0123.part") << true;
    QTest::newRow("upper case") << std::string(".ABCDEF0123.part") << false;
    QTest::newRow("no hex") << std::string(".abcdefg123.part") << false;
    QTest::newRow("too short") << std::string(".abcdef012.part") << false;
    QTest::newRow("no dot") << std::string("abcdef01234.part") << false;
    QTest::newRow("a person's") << std::string("gear.part") << false;
    QTest::newRow("another ending") << std::string(".abcdef0123.partial") << false;
    QTest::newRow("empty") << std::string() << false;
}

void TestStaging::namesOfStagingAreKnown()
{
    QFETCH(std::string, name);
    QFETCH(bool, known);
    QCOMPARE(io::isStagingName(name), known);
}

// More than a folder is listed at once, while it empties.
void TestStaging::thousandsOfFilesMove()
{
    const Folder folder;
    constexpr int count = 5000;
    StagedFolder staged(folder.path());
    for (int i = 0; i < count; ++i) {
        stage(staged, "chunk-" + std::to_string(i) + ".json", std::to_string(i));
    }
    stage(staged, "manifest.json", "m");
    staged.commit(Durability::NotSynced, "manifest.json", {});
    int right = 0;
    for (int i = 0; i < count; ++i) {
        const fs::path path = folder / ("chunk-" + std::to_string(i) + ".json");
        right += fs::exists(path) && contentOf(path) == std::to_string(i) ? 1 : 0;
    }
    QCOMPARE(right, count);
    QCOMPARE(contentOf(folder / "manifest.json"), std::string("m"));
}

void TestStaging::fileInTheWayOfAFolderIsRefused()
{
    const Folder folder;
    putFile(folder / "out", "old");
    const auto error = thrownBy<IoError>([&] { const StagedFolder staged(folder / "out"); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::InTheWay);
    const auto below = thrownBy<IoError>([&] { const StagedFolder staged(folder / "out" / "sub"); });
    QVERIFY(below);
    QVERIFY(namesIn(folder.path()) == Names{"out"});
    QCOMPARE(contentOf(folder / "out"), std::string("old"));
}

void TestStaging::emptyStageCommits()
{
    const Folder folder;
    {
        StagedFolder fresh(folder / "out");
        fresh.commit(Durability::NotSynced, "last", {});
    }
    QVERIFY(fs::is_directory(folder / "out"));
    putFile(folder / "out" / "f", "x");
    {
        StagedFolder again(folder / "out");
        again.commit(Durability::NotSynced, "last", {});
    }
    QVERIFY(namesIn(folder / "out") == Names{"f"});
}

void TestStaging::namesMayBeMadeFromThreads()
{
    const Folder folder;
    StagedFolder staged(folder / "out");
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&staged, t] {
            for (int i = 0; i < 50; ++i) {
                const std::string name = std::to_string(t) + "-" + std::to_string(i);
                io::writeTextFile(staged.path(name), name);
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    staged.commit(Durability::NotSynced, "last", {});
    QCOMPARE(namesIn(folder / "out").size(), std::size_t{200});
    QCOMPARE(contentOf(folder / "out" / "3-49"), std::string("3-49"));
}

QTEST_APPLESS_MAIN(TestStaging)
#include "test_staging.moc"
