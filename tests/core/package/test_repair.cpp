#include "core/package/repair.h"

#include "core/io/file.h"
#include "tests/support/repair_fixture.h"

#include <QTest>

#ifdef Q_OS_UNIX
#include "tests/support/unprivileged.h"
#endif

using namespace streamdesk;
using package::RepairParams;
using package::RepairPlan;
using package::RepairResult;
using stream::Verdict;
using test::filesIn;
using test::planFrom;
using test::Verified;
namespace fs = std::filesystem;

class TestRepair : public QObject
{
    Q_OBJECT

private:
    const test::GoldenPackage m_golden{QStringLiteral("csv")};
    std::unique_ptr<test::Scratch> m_scratch;
    fs::path m_package;

    [[nodiscard]] fs::path file(const std::string &name) const { return m_package / name; }
    RepairResult repairFrom(const std::vector<fs::path> &copies, const RepairParams &params = {}) const
    {
        const Verified verified(m_package);
        return package::repair(verified.package, planFrom(verified, copies), params, {});
    }
    // Three kinds of damage, and one chunk that is away.
    void damage() const
    {
        test::flipBit(file("chunk-1.bin"), 9);
        test::setText(file("chunk-3.json"), "{");
        fs::remove(file("chunk-4.json"));
        fs::remove(file("chunk-4.bin"));
    }
    [[nodiscard]] fs::path keptFolder() const
    {
        for (const QString &name : test::namesIn(m_scratch->path(""))) {
            if (name.startsWith(QStringLiteral("package replaced 20"))) {
                return m_scratch->path(name.toStdString());
            }
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<test::Scratch>();
        m_package = m_scratch->copy(m_golden, "package");
    }

    void makesThePackageWhole_data()
    {
        QTest::addColumn<bool>("zip");
        QTest::newRow("from a folder") << false;
        QTest::newRow("from a ZIP file") << true;
    }
    void makesThePackageWhole()
    {
        QFETCH(bool, zip);
        damage();
        fs::path copy = m_golden.package();
        if (zip) {
            copy = m_scratch->path("copy.zip");
            test::packFolder(m_golden.package(), copy);
        }
        const auto before = filesIn(m_package);
        const RepairResult result = repairFrom({copy});
        QCOMPARE(filesIn(m_package), filesIn(m_golden.package()));
        QCOMPARE(int(Verified(result.package).verdict()), int(Verdict::IntactUntrusted));
        QCOMPARE(result.written,
                 (std::vector<std::string>{"chunk-1.bin", "chunk-3.json", "chunk-4.bin", "chunk-4.json"}));
        QCOMPARE(result.replacedFolder, keptFolder());
        QCOMPARE(filesIn(keptFolder()), (std::map<std::string, std::string>{{"chunk-1.bin", before.at("chunk-1.bin")},
                                                                            {"chunk-3.json", "{"}}));
    }

    // Every damage the reference knows of, but for what it takes to be intact, and for two that are written with each
    // envelope under another chunk's name.
    void mendsTheReferencesMutations_data()
    {
        QTest::addColumn<QString>("name");
        const QString names = QStringLiteral(
            "bitflip-0 bitflip-1 bitflip-2 bitflip-3 bitflip-4 bitflip-5 truncated extended emptied ciphertext-missing "
            "cut-at-end indices-swapped ciphertexts-swapped link-null link-uppercase first-link-empty-string id-zeroed "
            "signature-of-another signature-zero signature-not-hex key-replaced did-blank");
        for (const QString &name : names.split(QLatin1Char(' '))) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }
    void mendsTheReferencesMutations()
    {
        QFETCH(QString, name);
        fs::remove_all(m_package);
        test::writeMutation(name, m_package);
        const Verified before(m_package);
        QVERIFY(!isIntact(before.verdict()));
        const RepairPlan plan = planFrom(before, {m_golden.package()});
        QVERIFY2(plan.left.empty() && plan.changesAnything(), "not to be mended");
        (void)package::repair(before.package, plan, {}, {});
        QCOMPARE(int(Verified(m_package).verdict()), int(Verdict::IntactUntrusted));
        for (const auto &[file, content] : filesIn(m_golden.package())) {
            if (file.ends_with(".bin")) {
                QCOMPARE(test::textOf(m_package / file), content);
            }
        }
    }

    void keepsWhatItIsToldTo()
    {
        damage();
        const RepairResult result = repairFrom({m_golden.package()}, {.output = {}, .keepReplaced = false});
        QCOMPARE(filesIn(m_package), filesIn(m_golden.package()));
        QVERIFY(result.replacedFolder.empty());
        QCOMPARE(test::namesIn(m_scratch->path("")), QStringList{QStringLiteral("package")});
    }

    void makesNoFolderWhereNothingStood()
    {
        fs::remove(file("chunk-4.bin"));
        QVERIFY(repairFrom({m_golden.package()}).replacedFolder.empty());
        QCOMPARE(test::namesIn(m_scratch->path("")), QStringList{QStringLiteral("package")});
    }

    void keepsEachRepairsFilesApart()
    {
        test::flipBit(file("chunk-1.bin"), 9);
        const fs::path first = repairFrom({m_golden.package()}).replacedFolder;
        test::flipBit(file("chunk-2.bin"), 9);
        const fs::path second = repairFrom({m_golden.package()}).replacedFolder;
        QCOMPARE(second.filename().string(), first.filename().string() + " (2)");
        QCOMPARE(test::namesIn(second), QStringList{QStringLiteral("chunk-2.bin")});
    }

    void namesTheFolderAfterThePackage_data()
    {
        QTest::addColumn<QString>("spelling");
        QTest::newRow("with a slash") << QStringLiteral("package/");
        QTest::newRow("with dots") << QStringLiteral("package/../package/.");
    }
    void namesTheFolderAfterThePackage()
    {
        QFETCH(QString, spelling);
        test::flipBit(file("chunk-1.bin"), 9);
        m_package = m_scratch->path(spelling.toStdString());
        const fs::path kept = repairFrom({m_golden.package()}).replacedFolder;
        QCOMPARE(kept, keptFolder());
        QCOMPARE(test::namesIn(kept), QStringList{QStringLiteral("chunk-1.bin")});
    }

    void takesWrongTwinsAway()
    {
        fs::rename(file("chunk-3.json"), file("chunk-3 (1).json"));
        test::setText(file("chunk-3.json"), test::textOf(file("chunk-3 (1).json")));
        test::editEnvelope(file("chunk-3.json"), [](auto &e) { e.signature.value = std::string(128, '0'); });
        const RepairResult result = repairFrom({m_golden.package()});
        QCOMPARE(result.takenAway, std::vector<std::string>{"chunk-3.json"});
        QCOMPARE(int(Verified(m_package).verdict()), int(Verdict::IntactUntrusted));
        QVERIFY(fs::exists(keptFolder() / "chunk-3.json") && fs::exists(file("chunk-3 (1).json")));
    }

    void takesAllNamesOfAChunkAway()
    {
        fs::rename(file("chunk-2.bin"), file("chunk-002.bin"));
        test::flipBit(file("chunk-002.bin"), 3);
        fs::rename(file("chunk-3.json"), file("chunk-three.json"));
        test::editEnvelope(file("chunk-three.json"), [](auto &e) { e.signature.value = std::string(128, '0'); });
        fs::copy_file(file("chunk-three.json"), file("chunk-three (1).json"));
        (void)repairFrom({m_golden.package()});
        QCOMPARE(filesIn(m_package), filesIn(m_golden.package()));
        QCOMPARE(test::namesIn(keptFolder()),
                 (QStringList{QStringLiteral("chunk-002.bin"), QStringLiteral("chunk-three (1).json"),
                              QStringLiteral("chunk-three.json")}));
    }

    void repairsWhereTheFilesAre()
    {
        const fs::path bundle = m_scratch->path("bundle");
        fs::create_directory(bundle);
        fs::create_directory(bundle / "access");
        test::setText(bundle / "access/note.txt", "mine");
        fs::rename(m_package, bundle / "package");
        m_package = bundle;
        test::flipBit(bundle / "package/chunk-1.bin", 9);
        fs::remove(bundle / "package/chunk-4.json");
        const RepairResult result = repairFrom({m_golden.package()});
        QCOMPARE(filesIn(bundle / "package"), filesIn(m_golden.package()));
        QCOMPARE(test::namesIn(bundle), (QStringList{QStringLiteral("access"), QStringLiteral("package")}));
        QVERIFY(result.replacedFolder.filename().string().starts_with("bundle replaced "));
        QCOMPARE(int(Verified(bundle).verdict()), int(Verdict::IntactUntrusted));
    }

    void takesOnlyWhatIsStillAsItWas_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("grown");
        QTest::newRow("chunk-1.bin, grown") << QStringLiteral("chunk-1.bin") << true;
        for (const char *const name : {"chunk-1.bin", "chunk-3.json", "chunk-4.json", "chunk-4.bin", "manifest.json"}) {
            QTest::newRow(name) << QString::fromLatin1(name) << false;
        }
    }
    void takesOnlyWhatIsStillAsItWas()
    {
        QFETCH(QString, file);
        QFETCH(bool, grown);
        damage();
        fs::remove(this->file("manifest.json"));
        test::copyFolder(m_golden.package(), m_scratch->path("copy"));
        const auto before = filesIn(m_package);
        const Verified verified(m_package);
        const RepairPlan plan = planFrom(verified, {m_scratch->path("copy")});
        const fs::path changed = m_scratch->path("copy") / file.toStdString();
        if (file == QStringLiteral("manifest.json")) {
            test::setText(changed, "{\"machineDid\": \"did:other\"}");
        } else if (file.endsWith(QStringLiteral(".json"))) {
            test::signAgain(changed, crypto::generateEd25519KeyPair());
        } else if (grown) {
            test::setText(changed, test::textOf(changed) + "more");
        } else {
            test::flipBit(changed, 5);
        }
        QVERIFY(test::errorOf([&] { (void)package::repair(verified.package, plan, {}, {}); })
                == ErrorCode::FileChanged);
        QCOMPARE(filesIn(m_package), before);
        QVERIFY(keptFolder().empty());
    }

    void stopsWithoutATrace_data()
    {
        QTest::addColumn<int>("reports");
        for (int reports = 1; reports < 5; ++reports) {
            QTest::addRow("after %d", reports) << reports;
        }
    }
    void stopsWithoutATrace()
    {
        QFETCH(int, reports);
        damage();
        const auto before = filesIn(m_package);
        const Verified verified(m_package);
        const RepairPlan plan = planFrom(verified, {m_golden.package()});
        jobs::StopFlag stop;
        jobs::Progress last;
        const jobs::JobControl control{.stop = &stop, .progress = [&](const jobs::Progress &progress) {
                                           last = progress;
                                           if (--reports == 0) {
                                               stop.requestStop();
                                           }
                                       }};
        QVERIFY(test::errorOf([&] { (void)package::repair(verified.package, plan, {}, control); })
                == ErrorCode::Stopped);
        QCOMPARE(last.bytesTotal, plan.bytes());
        QCOMPARE(filesIn(m_package), before);
        QVERIFY(keptFolder().empty());
    }

    void writesANewZipFile_data()
    {
        QTest::addColumn<bool>("zip");
        QTest::newRow("of a folder") << false;
        QTest::newRow("of a ZIP file") << true;
    }
    void writesANewZipFile()
    {
        QFETCH(bool, zip);
        damage();
        test::setText(file("for-me.txt"), "a note");
        fs::path old = m_package;
        if (zip) {
            old = m_scratch->path("package.zip");
            test::packFolder(m_package, old);
            fs::remove_all(m_package);
        }
        const std::string before = zip ? test::textOf(old) : std::string();
        const Verified verified(old);
        const RepairPlan plan = planFrom(verified, {m_golden.package()});
        const fs::path output = package::repairedName(m_scratch->path("package.zip"));
        QCOMPARE(output.filename().string(), std::string("package repaired.zip"));
        if (zip) {
            const auto refused = test::errorOf([&] { (void)package::repair(verified.package, plan, {}, {}); });
            QVERIFY(refused == ErrorCode::NotADirectory);
        }
        const RepairResult result = package::repair(verified.package, plan, {.output = output}, {});
        QCOMPARE(result.package, output);
        const Verified after(output);
        QCOMPARE(int(after.verdict()), int(Verdict::IntactUntrusted));
        QVERIFY(after.package.envelopeStore().contains("for-me.txt"));
        if (zip) {
            QCOMPARE(test::textOf(old), before);
            QCOMPARE(test::namesIn(m_scratch->path("")),
                     (QStringList{QStringLiteral("package repaired.zip"), QStringLiteral("package.zip")}));
        } else {
            QCOMPARE(test::textOf(file("chunk-3.json")), std::string("{"));
        }
        QVERIFY(test::errorOf([&] { (void)package::repair(verified.package, plan, {.output = output}, {}); })
                == ErrorCode::InTheWay);
        (void)package::repair(verified.package, plan, {.output = output, .replaceOutput = true}, {});
    }

    void bringsTheManifestBack()
    {
        fs::remove(file("manifest.json"));
        (void)repairFrom({m_golden.package()});
        QCOMPARE(filesIn(m_package), filesIn(m_golden.package()));
    }

#ifdef Q_OS_UNIX
    void followsNoLinkOutOfThePackage()
    {
        test::setText(m_scratch->path("outside"), "outside");
        fs::remove(file("chunk-1.bin"));
        fs::create_symlink(m_scratch->path("outside"), file("chunk-1.bin"));
        fs::remove(file("chunk-3.json"));
        fs::create_symlink(m_scratch->path("nowhere"), file("chunk-3.json"));
        const RepairResult result = repairFrom({m_golden.package()});
        QCOMPARE(filesIn(m_package), filesIn(m_golden.package()));
        QVERIFY(!fs::is_symlink(file("chunk-1.bin")) && !fs::is_symlink(file("chunk-3.json")));
        QCOMPARE(test::textOf(m_scratch->path("outside")), std::string("outside"));
        QVERIFY(!fs::exists(m_scratch->path("nowhere")));
        QVERIFY(fs::is_symlink(result.replacedFolder / "chunk-1.bin"));
    }

    void saysWhenThePackageCannotBeWrittenTo()
    {
        damage();
        const auto before = filesIn(m_package);
        const Verified verified(m_package);
        const RepairPlan plan = planFrom(verified, {m_golden.package()});
        test::Unprivileged::open(m_scratch->path(""));
        fs::permissions(m_package, fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read
                                       | fs::perms::others_exec);
        {
            const test::Unprivileged nobody;
            QVERIFY(test::errorOf([&] { (void)package::repair(verified.package, plan, {}, {}); })
                    == ErrorCode::NotWritable);
        }
        fs::permissions(m_package, fs::perms::owner_all);
        QCOMPARE(filesIn(m_package), before);
        QVERIFY(keptFolder().empty());
    }
#endif
};

QTEST_GUILESS_MAIN(TestRepair)
#include "test_repair.moc"
