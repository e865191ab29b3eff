// `repair` at the command line: what it says, what it leaves behind, how it ends.
#include "tests/support/program.h"
#include "tests/support/repair_fixture.h"

#include <QJsonArray>
#include <QTest>

using namespace streamdesk;
using test::filesIn;
using test::jsonOf;
using test::Outcome;
using test::run;
namespace fs = std::filesystem;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class TestCliRepair : public QObject
{
    Q_OBJECT

private:
    const test::GoldenPackage m_golden{QStringLiteral("csv")};
    std::unique_ptr<test::Scratch> m_scratch;

    QString path(const char *name) const { return m_scratch->qpath(name); }
    fs::path file(const std::string &name) const { return m_scratch->path("package/" + name); }
    fs::path copyOfGolden(const std::string &name) const
    {
        test::copyFolder(m_golden.package(), m_scratch->path(name));
        return m_scratch->path(name);
    }
    Outcome repair(const QStringList &options, const char *package = "package") const
    {
        return run(QStringList{QStringLiteral("repair"), path(package)} + options);
    }
    QStringList from(const char *copy) const { return {QStringLiteral("--from"), path(copy)}; }
    void damage() const
    {
        test::flipBit(file("chunk-1.bin"), 9);
        fs::remove(file("chunk-4.json"));
        fs::remove(file("chunk-4.bin"));
    }

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<test::Scratch>();
        m_scratch->copy(m_golden, "package");
        qputenv("XDG_CONFIG_HOME", path("config").toLocal8Bit());
    }

    void saysWhatIsWrongWhereItWasFoundAndWhatBecameOfIt()
    {
        damage();
        copyOfGolden("copy");
        const Outcome outcome = repair(from("copy"));
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.out.isEmpty());
        for (const char *const sentence :
             {"Damaged: 1 of 6 chunks", "chunk 1: encrypted data was changed after signing",
              "chunk 4: envelope and data are not here", "copy mends 2 of 2: chunks 1, 4.", "Put in place: 3 files.",
              "What stood there before is in ", "package replaced 20", "Intact, signer not yet trusted: 6 chunks."}) {
            QVERIFY2(outcome.err.contains(QString::fromUtf8(sentence)), qPrintable(outcome.err));
        }
        QCOMPARE(run({QStringLiteral("verify"), path("package")}).exitCode, 0);
        QVERIFY(filesIn(m_scratch->path("package")) == filesIn(m_golden.package()));
    }

    void changesNothingInADryRun()
    {
        damage();
        copyOfGolden("copy");
        const auto before = filesIn(m_scratch->path("package"));
        Outcome outcome = repair(from("copy") + words("--dry-run"));
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.err.contains(QStringLiteral("mends 2 of 2")));
        QVERIFY(outcome.err.contains(QStringLiteral("Nothing was changed.")));
        QVERIFY(!outcome.err.contains(QStringLiteral("Put in place")));
        QVERIFY(filesIn(m_scratch->path("package")) == before);
        QCOMPARE(test::namesIn(m_scratch->path("")), (QStringList{QStringLiteral("copy"), QStringLiteral("package")}));
        fs::remove(m_scratch->path("copy/chunk-4.bin"));
        outcome = repair(from("copy") + words("--dry-run"));
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains(
                     QStringLiteral("Left: chunk 4: no copy has its encrypted data. Ask the sender for chunk-4.bin.")),
                 qPrintable(outcome.err));
    }

    void saysWhatIsLeftAndWhatToAskFor()
    {
        damage();
        fs::remove(file("chunk-3.json"));
        const fs::path copy = copyOfGolden("copy");
        fs::remove(copy / "chunk-3.json");
        fs::remove(copy / "chunk-4.json");
        const Outcome outcome = repair(from("copy"));
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(outcome.err.contains(QStringLiteral("copy mends 1 of 3: chunk 1.")));
        QVERIFY2(outcome.err.contains(
                     QString::fromUtf8("Left: chunks 3–4: no copy has its envelope. Ask the sender for chunk-3.json to "
                                       "chunk-4.json and chunk-3.bin to chunk-4.bin.")),
                 qPrintable(outcome.err));
        QVERIFY(outcome.err.contains(QStringLiteral("Incomplete: 2 chunks are missing.")));
    }

    void tellsProgramsTheSame()
    {
        damage();
        const fs::path copy = copyOfGolden("copy");
        fs::remove(copy / "chunk-4.json");
        test::signAllAgain(copyOfGolden("stranger"));
        const QJsonObject json = jsonOf(repair(from("stranger") + from("copy") + words("--json")));
        QCOMPARE(json[QStringLiteral("verdictBefore")].toString(), QStringLiteral("damaged"));
        QCOMPARE(json[QStringLiteral("verdict")].toString(), QStringLiteral("incomplete"));
        QVERIFY(json[QStringLiteral("changed")].toBool() && json[QStringLiteral("refused")].isNull());
        QCOMPARE(json[QStringLiteral("failing")].toArray().size(), 2);
        const QJsonObject stranger = json[QStringLiteral("copies")][0].toObject();
        QCOMPARE(stranger[QStringLiteral("path")].toString(), path("stranger"));
        QCOMPARE(stranger[QStringLiteral("refused")].toString(), QStringLiteral("other-signer"));
        const QJsonObject good = json[QStringLiteral("copies")][1].toObject();
        QVERIFY(good[QStringLiteral("refused")].isNull());
        QCOMPARE(good[QStringLiteral("mends")][0][QStringLiteral("first")].toInt(), 1);
        QCOMPARE(json[QStringLiteral("left")][0][QStringLiteral("reason")].toString(), QStringLiteral("not-offered"));
        QCOMPARE(json[QStringLiteral("written")].toArray(), QJsonArray{QStringLiteral("chunk-1.bin")});
        QCOMPARE(json[QStringLiteral("package")].toString(), path("package"));
        const QString kept = json[QStringLiteral("replacedFolder")].toString();
        QCOMPARE(test::namesIn(kept.toStdString()), QStringList{QStringLiteral("chunk-1.bin")});
    }

    void usesNoStrangersCopy()
    {
        damage();
        const auto before = filesIn(m_scratch->path("package"));
        test::signAllAgain(copyOfGolden("stranger"));
        const Outcome outcome = repair(from("stranger"));
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains(QStringLiteral("stranger: it is signed by another key than the package.")),
                 qPrintable(outcome.err));
        QVERIFY(filesIn(m_scratch->path("package")) == before);
    }

    void refusesWhatItCannotRepair_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *what, int exitCode, const char *sentence) {
            QTest::newRow(what) << QString::fromLatin1(what) << exitCode << QString::fromLatin1(sentence);
        };
        row("intact", 0, "Nothing to mend");
        row("most fails", 2, "more than half of it fails");
        row("nothing intact", 2, "none of its chunks is intact");
        row("no package", 2, "cannot be verified");
        row("several signers", 2, "Trust the right key first");
        row("contradicted", 2, "not the one that is trusted");
    }
    void refusesWhatItCannotRepair()
    {
        QFETCH(QString, what);
        QFETCH(int, exitCode);
        QFETCH(QString, sentence);
        copyOfGolden("copy");
        for (int i = 0; i < 6; ++i) {
            const std::string name = "chunk-" + std::to_string(i);
            if ((what == QStringLiteral("most fails") && i > 1) || what == QStringLiteral("nothing intact")) {
                test::flipBit(file(name + ".bin"), 3);
            } else if (what == QStringLiteral("no package")) {
                fs::remove(file(name + ".json"));
            }
        }
        if (what == QStringLiteral("several signers")) {
            test::signAgain(file("chunk-2.json"), crypto::generateEd25519KeyPair());
        } else if (what == QStringLiteral("contradicted")) {
            fs::remove(file("chunk-2.bin"));
            const QString did = m_golden.keys[QStringLiteral("machineDid")].toString();
            QCOMPARE(
                run(words("trust add --did") << did << QStringLiteral("--key") << QStringLiteral("ab").repeated(32))
                    .exitCode,
                0);
        }
        const auto before = filesIn(m_scratch->path("package"));
        const Outcome outcome = repair(from("copy"));
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY2(outcome.err.contains(sentence), qPrintable(outcome.err));
        QVERIFY(filesIn(m_scratch->path("package")) == before);
        QCOMPARE(jsonOf(repair(from("copy") + words("--json")))[QStringLiteral("changed")].toBool(true), false);
    }

    void goesByTheTrustedKeyAndTheCode()
    {
        const QString code = run(words("code") << path("package")).out.trimmed();
        const QString did = m_golden.keys[QStringLiteral("machineDid")].toString();
        QCOMPARE(run(words("trust add --did")
                     << did << QStringLiteral("--key") << m_golden.publicKey(QStringLiteral("signing")))
                     .exitCode,
                 0);
        test::signAgain(file("chunk-2.json"), crypto::generateEd25519KeyPair());
        copyOfGolden("copy");
        const Outcome outcome = repair(from("copy") + words("--code") + QStringList{code});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.err.contains(QStringLiteral("signer trusted: 6 chunks, complete and in order")),
                 qPrintable(outcome.err));
    }

    void writesTheRepairedZipFileBesideTheOldOne()
    {
        damage();
        test::packFolder(m_scratch->path("package"), m_scratch->path("package.zip"));
        const std::string before = test::textOf(m_scratch->path("package.zip"));
        test::packFolder(m_golden.package(), m_scratch->path("copy.zip"));
        Outcome outcome = repair(from("copy.zip"), "package.zip");
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains(QStringLiteral("package repaired.zip")), qPrintable(outcome.err));
        QCOMPARE(repair(from("copy.zip") + words("--dry-run"), "package.zip").exitCode, 0);
        const QStringList output = {QStringLiteral("--output"), path("new.zip")};
        outcome = repair(from("copy.zip") + output, "package.zip");
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(run({QStringLiteral("verify"), path("new.zip")}).exitCode, 0);
        QVERIFY(test::textOf(m_scratch->path("package.zip")) == before);
        outcome = repair(from("copy.zip") + output, "package.zip");
        QCOMPARE(outcome.exitCode, 1); // InTheWay
        QVERIFY(outcome.err.contains(QStringLiteral("already exists")));
        QCOMPARE(repair(from("copy.zip") + output + words("--replace"), "package.zip").exitCode, 0);
        for (const char *const read : {"package.zip", "copy.zip"}) {
            outcome = repair(from("copy.zip") + words("--replace --output") + QStringList{path(read)}, "package.zip");
            QCOMPARE(outcome.exitCode, 1);
            QVERIFY(outcome.err.contains(QStringLiteral("which is read here")));
        }
        QVERIFY(test::textOf(m_scratch->path("package.zip")) == before);
    }

    void keepsNothingWhenToldSo()
    {
        damage();
        copyOfGolden("copy");
        QCOMPARE(repair(from("copy") + words("--discard-replaced --no-sync")).exitCode, 0);
        QCOMPARE(test::namesIn(m_scratch->path("")), (QStringList{QStringLiteral("copy"), QStringLiteral("package")}));
    }

    void isQuietWhenAsked()
    {
        damage();
        copyOfGolden("copy");
        const Outcome outcome = run(words("-q repair") << path("package") << from("copy"));
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.err.isEmpty() && outcome.out.isEmpty(), qPrintable(outcome.err));
    }

    void endsWithOneForWrongPathsAndWithTwoForUsage()
    {
        damage();
        Outcome outcome = repair(from("nowhere"));
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(outcome.err.contains(QStringLiteral("nowhere: does not exist")));
        copyOfGolden("copy");
        QCOMPARE(repair(from("copy"), "nowhere").exitCode, 1);
        outcome = repair({});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(outcome.err.contains(QStringLiteral("--from")));
        QCOMPARE(repair(from("copy") + words("--code XXXX")).exitCode, 1);
    }

    void goesOnWithoutACopyThatIsNone()
    {
        damage();
        copyOfGolden("copy");
        test::setText(m_scratch->path("broken.zip"), "PK\3\4 and nothing behind it");
        const Outcome outcome = repair(from("broken.zip") + from("copy"));
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.err.contains(QStringLiteral("Not used: ")), qPrintable(outcome.err));
    }

    void namesFilesHarmlessly()
    {
        damage();
        copyOfGolden("co\x1b[31mpy");
        const Outcome outcome = repair({QStringLiteral("--from"), m_scratch->qpath("co\x1b[31mpy")});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(!outcome.err.contains(QLatin1Char('\x1b')));
    }
};

QTEST_GUILESS_MAIN(TestCliRepair)
#include "test_cli_repair.moc"
