#include "core/io/replacing.h"

#include "core/base/errors.h"
#include "tests/support/expect.h"
#include "tests/support/files.h"

#include <QTest>

#ifdef Q_OS_UNIX
#include "tests/support/unprivileged.h"
#endif

using namespace streamdesk;
using io::Durability;
using io::Replacement;
using test::contentOf;
using test::Folder;
using test::Names;
using test::namesIn;
using test::putFile;
using test::thrownBy;
namespace fs = std::filesystem;

namespace {

// A folder with files to be replaced, and what comes in their places.
struct Scene
{
    Folder folder;
    fs::path place = folder / "package";
    fs::path stage = place / "stage";
    fs::path scratch = stage / "old";
    std::vector<Replacement> replacements;

    Scene()
    {
        fs::create_directories(scratch);
        for (const char *const name : {"a", "b", "c"}) {
            putFile(place / name, std::string("old ") + name);
            putFile(stage / name, std::string("new ") + name);
            replacements.push_back({.from = stage / name, .to = place / name});
        }
    }
    [[nodiscard]] fs::path run(
        const std::vector<fs::path> &keepAt, const std::function<void()> &between = [] {}) const
    {
        return io::replaceKeeping(replacements, scratch, keepAt, Durability::Synced, between);
    }
    [[nodiscard]] Names contents() const
    {
        Names all;
        for (const char *const name : {"a", "b", "c", "d", "e"}) {
            all.push_back(fs::exists(fs::symlink_status(place / name)) ? contentOf(place / name) : "");
        }
        return all;
    }
};

const Names oldOnes = {"old a", "old b", "old c", "", ""};
const Names newOnes = {"new a", "new b", "new c", "", ""};

} // namespace

class TestReplacing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItReplaces()
    {
        const Scene scene;
        fs::last_write_time(scene.place / "a", fs::file_time_type::clock::now() - std::chrono::hours(24));
        const auto time = fs::last_write_time(scene.place / "a");
        const fs::path kept = scene.run({scene.folder / "kept"});
        QCOMPARE(kept, scene.folder / "kept");
        QCOMPARE(scene.contents(), newOnes);
        QCOMPARE(namesIn(kept), (Names{"a", "b", "c"}));
        QCOMPARE(contentOf(kept / "b"), std::string("old b"));
        QVERIFY2(fs::last_write_time(kept / "a") == time, "a file that is kept is the old one itself, with its time");
        QCOMPARE(namesIn(scene.stage), Names{});
    }

    void makesNoFolderForNothing()
    {
        Scene scene;
        scene.replacements = {{.from = scene.stage / "a", .to = scene.place / "d"}};
        QCOMPARE(scene.run({scene.folder / "kept"}), fs::path());
        QVERIFY(!fs::exists(scene.folder / "kept"));
        QCOMPARE(contentOf(scene.place / "d"), std::string("new a"));
    }

    void takesAwayWhatHasNoSuccessor()
    {
        Scene scene;
        putFile(scene.place / "d", "old d");
        scene.replacements.push_back({.from = {}, .to = scene.place / "d"});
        scene.replacements.push_back({.from = {}, .to = scene.place / "e"}); // which is not there
        const fs::path kept = scene.run({scene.folder / "kept"});
        QCOMPARE(scene.contents(), newOnes);
        QCOMPARE(contentOf(kept / "d"), std::string("old d"));
    }

    void throwsAwayWhenNothingIsToBeKept()
    {
        const Scene scene;
        QCOMPARE(scene.run({}), fs::path());
        QCOMPARE(scene.contents(), newOnes);
        QCOMPARE(namesIn(scene.scratch), (Names{"a", "b", "c"})); // which goes with the stage
    }

    void takesTheFirstNameThatCanBeHad()
    {
        const Scene scene;
        fs::create_directory(scene.folder / "taken");
        const fs::path kept =
            scene.run({scene.folder / "taken", scene.folder / "no/such/folder", scene.place / "kept"});
        QCOMPARE(kept, scene.place / "kept");
        QCOMPARE(namesIn(kept), (Names{"a", "b", "c"}));
        QVERIFY(namesIn(scene.folder / "taken").empty());
    }

    void replacesNothingWithoutAPlaceForTheOld()
    {
        const Scene scene;
        const auto error = thrownBy<IoError>([&] { (void)scene.run({scene.folder / "no/such/folder"}); });
        QVERIFY(error && QString::fromUtf8(error->what()).contains(QStringLiteral("no/such/folder")));
        QCOMPARE(error->code(), ErrorCode::NotWritable);
        QCOMPARE(scene.contents(), oldOnes);
    }

    void putsEverythingBackWhenStopped_data()
    {
        QTest::addColumn<int>("calls");
        for (int calls = 0; calls < 10; ++calls) {
            QTest::addRow("after %d", calls) << calls;
        }
    }
    void putsEverythingBackWhenStopped()
    {
        QFETCH(int, calls);
        Scene scene;
        putFile(scene.place / "d", "old d");
        scene.replacements.push_back({.from = {}, .to = scene.place / "d"});
        scene.replacements.push_back({.from = scene.stage / "e", .to = scene.place / "e"});
        putFile(scene.stage / "e", "new e");
        const Names before = scene.contents();
        int called = 0;
        const auto stopped = thrownBy([&] {
            (void)scene.run({scene.folder / "kept"}, [&] {
                if (called++ == calls) {
                    throw StreamError(ErrorCode::Stopped, "stopped");
                }
            });
        });
        QVERIFY(stopped && stopped->code() == ErrorCode::Stopped);
        QCOMPARE(scene.contents(), before);
        QVERIFY2(!fs::exists(scene.folder / "kept"), "an empty folder stayed");
        fs::remove_all(scene.stage);
        QCOMPARE(namesIn(scene.place), (Names{"a", "b", "c", "d"}));
    }

    void putsEverythingBackWhenOneFails()
    {
        Scene scene;
        fs::remove(scene.stage / "c");
        QVERIFY(thrownBy<IoError>([&] { (void)scene.run({scene.folder / "kept"}); }));
        QCOMPARE(scene.contents(), oldOnes);
        QVERIFY(!fs::exists(scene.folder / "kept"));
    }

    void refusesOneNameTwice()
    {
        Scene scene;
        fs::create_directory(scene.place / "sub");
        putFile(scene.place / "sub/a", "another a");
        scene.replacements.push_back({.from = scene.stage / "b", .to = scene.place / "sub/a"});
        const auto error = thrownBy<IoError>([&] { (void)scene.run({scene.folder / "kept"}); });
        QVERIFY(error && error->code() == ErrorCode::InTheWay);
        QCOMPARE(scene.contents(), oldOnes);
        QCOMPARE(contentOf(scene.place / "sub/a"), std::string("another a"));
    }

#ifdef Q_OS_UNIX
    void replacesALinkAndNotWhatItLeadsTo()
    {
        const Scene scene;
        putFile(scene.folder / "outside", "outside");
        fs::remove(scene.place / "a");
        fs::create_symlink(scene.folder / "outside", scene.place / "a");
        fs::remove(scene.place / "b");
        fs::create_symlink(scene.folder / "nowhere", scene.place / "b");
        const fs::path kept = scene.run({scene.folder / "kept"});
        QCOMPARE(scene.contents(), newOnes);
        QVERIFY(!fs::is_symlink(scene.place / "a") && !fs::is_symlink(scene.place / "b"));
        QVERIFY(fs::is_symlink(kept / "a") && fs::is_symlink(kept / "b"));
        QCOMPARE(contentOf(scene.folder / "outside"), std::string("outside"));
        QVERIFY(!fs::exists(scene.folder / "nowhere"));
    }

    void replacesAFolderInThePlaceOfAFile()
    {
        const Scene scene;
        fs::remove(scene.place / "a");
        fs::create_directory(scene.place / "a");
        putFile(scene.place / "a/inside", "mine");
        const fs::path kept = scene.run({scene.folder / "kept"});
        QCOMPARE(scene.contents(), newOnes);
        QCOMPARE(contentOf(kept / "a/inside"), std::string("mine"));
    }

    void keepsInsideWhereBesideIsNotAllowed()
    {
        const Scene scene;
        test::Unprivileged::open(scene.folder.path()); // to be walked through
        for (const fs::path &open : {scene.place, scene.stage, scene.scratch}) {
            test::Unprivileged::open(open);
        }
        fs::permissions(scene.folder.path(), fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write,
                        fs::perm_options::remove);
        const test::Unprivileged nobody;
        const fs::path kept = scene.run({scene.folder / "kept", scene.place / "kept"});
        QCOMPARE(kept, scene.place / "kept");
        QCOMPARE(scene.contents(), newOnes);
        QCOMPARE(namesIn(kept), (Names{"a", "b", "c"}));
    }
#endif
};

QTEST_GUILESS_MAIN(TestReplacing)
#include "test_replacing.moc"
