// ZIP files through the program: each command reads one where it reads a folder, and what is hostile is refused.
#include "tests/support/package_fixture.h"
#include "tests/support/program.h"
#include "tests/support/zip_file.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace streamdesk;
using test::jsonOf;
using test::Outcome;
using test::run;
using test::ZipBuilder;

namespace {

QStringList words(std::initializer_list<const char *> list)
{
    QStringList made;
    for (const char *word : list) {
        made << QString::fromUtf8(word);
    }
    return made;
}

} // namespace

class TestCliZip : public QObject
{
    Q_OBJECT

private:
    const test::GoldenPackage m_golden{QStringLiteral("csv")};
    std::unique_ptr<test::Scratch> m_scratch;

    QString path(const char *name) const { return m_scratch->qpath(name); }

    // The golden package's part as a ZIP file.
    ZipBuilder zipOf(std::initializer_list<const char *> parts) const
    {
        ZipBuilder zip;
        for (const char *part : parts) {
            const std::filesystem::path folder = m_golden.folder.toStdString() + "/" + part;
            for (const QString &name : test::namesIn(folder)) {
                zip.add({.name = "trip/" + name.toStdString(),
                         .content = test::textOf(folder / name.toStdString()),
                         .method = std::uint16_t(name.endsWith(QStringLiteral(".json")) ? 8 : 0)});
            }
        }
        return zip;
    }

    QStringList publish(const QString &input) const
    {
        return words({"publish", "--machine-did", "did:peaq:1", "--machine-key-id", "did:peaq:1#k"})
               << QStringLiteral("--input") << input << QStringLiteral("--owner-public-key")
               << m_golden.publicKey(QStringLiteral("owner")) << QStringLiteral("--operator-public-key")
               << m_golden.publicKey(QStringLiteral("operator")) << QStringLiteral("--machine-public-key")
               << m_golden.publicKey(QStringLiteral("machine")) << QStringLiteral("--signing-key-file")
               << path("signing.key");
    }
    QStringList grant(const char *package) const
    {
        return words({"grant", "--buyer-id", "buyer-1"})
               << QStringLiteral("--chunk-dir") << path(package) << QStringLiteral("--buyer-public-key")
               << m_golden.publicKey(QStringLiteral("buyer")) << QStringLiteral("--owner-private-key-file")
               << path("owner.key");
    }
    QStringList consume() const
    {
        return words({"consume", "--buyer-id", "buyer-1", "--no-sync"})
               << QStringLiteral("--buyer-private-key-file") << path("buyer.key") << QStringLiteral("--output")
               << path("out");
    }
    void consumed(const QStringList &arguments, const QByteArray &expected)
    {
        QFile::remove(path("out"));
        const Outcome outcome = run(arguments);
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        QCOMPARE(test::readFile(path("out")), expected);
    }

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<test::Scratch>();
        for (const char *role : {"owner", "buyer", "signing"}) {
            test::setText(m_scratch->path(std::string(role) + ".key"), m_golden.keys[QLatin1String(role)]
                                                                           .toObject()[QStringLiteral("privateKeyHex")]
                                                                           .toString()
                                                                           .toStdString());
        }
        test::setText(m_scratch->path("package.zip"), zipOf({"package"}).build());
        test::setText(m_scratch->path("access.dat"), zipOf({"access"}).build()); // the name does not matter
        test::setText(m_scratch->path("all.zip"), zipOf({"package", "access"}).build());
    }

    void everyCommandReadsAZip()
    {
        const Outcome verified = run(words({"verify", "--json"}) << path("package.zip"));
        QCOMPARE(verified.exitCode, 0);
        QVERIFY(jsonOf(verified)[QStringLiteral("valid")].toBool());
        QCOMPARE(jsonOf(verified)[QStringLiteral("totalChunks")].toInt(), 6);
        QCOMPARE(run(words({"code"}) << path("all.zip")).out,
                 run(words({"code"}) << m_golden.folder + QStringLiteral("/package")).out);
        QCOMPARE(run(words({"inspect", "--json"}) << path("package.zip")).out,
                 run(words({"inspect", "--json"}) << m_golden.folder + QStringLiteral("/package")).out);

        consumed(consume() << path("all.zip"), m_golden.source());
        for (const auto &[package, access] : {std::pair("package.zip", "access.dat"), {"all.zip", "all.zip"}}) {
            consumed(consume() << QStringLiteral("--chunk-dir") << path(package) << QStringLiteral("--data-dir")
                               << path(package) << QStringLiteral("--access-dir") << path(access),
                     m_golden.source());
        }
        const Outcome granted = run(grant("package.zip") << QStringLiteral("--output-dir") << path("access"));
        QVERIFY2(granted.exitCode == 0, qPrintable(granted.err));
        consumed(consume() << QStringLiteral("--chunk-dir") << path("package.zip") << QStringLiteral("--data-dir")
                           << m_golden.folder + QStringLiteral("/package") << QStringLiteral("--access-dir")
                           << path("access"),
                 m_golden.source());
    }

    void whatIsNoFolderAndNoZipKeepsItsExitCode()
    {
        QCOMPARE(run(words({"verify"}) << path("owner.key")).exitCode, 1);
        QCOMPARE(run(grant("owner.key") << QStringLiteral("--output-dir") << path("access")).exitCode, 2);
        QCOMPARE(run(grant("package.zip") << QStringLiteral("--output-dir") << path("package.zip")).exitCode, 2);
        QCOMPARE(run(grant("package.zip")).exitCode, 2);
        QCOMPARE(run(consume() << QStringLiteral("--chunk-dir") << path("owner.key")).exitCode, 2);
    }

    void publishesAZip()
    {
        const QByteArray data(700000, 'd');
        test::writeFile(path("data"), data);
        const QStringList arguments = publish(path("data")) << QStringLiteral("--zip") << path("new/trip.zip");
        const Outcome outcome = run(arguments);
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        QCOMPARE(outcome.out, path("new/trip.zip") + QLatin1Char('\n'));
        QCOMPARE(test::namesIn(m_scratch->path("new")), words({"trip.zip"}));
        const QJsonObject verdict = jsonOf(run(words({"verify", "--json"}) << path("new/trip.zip")));
        QVERIFY(verdict[QStringLiteral("valid")].toBool());
        QCOMPARE(verdict[QStringLiteral("totalChunks")].toInt(), 3);

        const QByteArray before = test::readFile(path("new/trip.zip"));
        const Outcome again = run(arguments);
        QCOMPARE(again.exitCode, 1);
        QVERIFY2(again.err.contains(QStringLiteral("--replace")), qPrintable(again.err));
        QCOMPARE(test::readFile(path("new/trip.zip")), before);
        QCOMPARE(run(arguments + words({"--replace", "--no-sync"})).exitCode, 0);
        QVERIFY(test::readFile(path("new/trip.zip")) != before);
        QCOMPARE(run(publish(path("data")) << QStringLiteral("--zip") << path("new")).exitCode, 1);
        QCOMPARE(run(publish(path("data"))
                     << QStringLiteral("--zip") << path("a") << QStringLiteral("--output-dir") << path("b"))
                     .exitCode,
                 2);
        QCOMPARE(run(publish(path("data"))).exitCode, 2);
    }

    void tooManyChunksForAZipAreRefusedAtOnce()
    {
        test::writeFile(path("data"), QByteArray(60000, 'd'));
        const QStringList before = test::namesIn(m_scratch->path(""));
        const Outcome outcome = run(publish(path("data")) + words({"--chunk-size", "1", "--zip"}) << path("new.zip"));
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains(QStringLiteral("make the chunks larger")), qPrintable(outcome.err));
        QCOMPARE(test::namesIn(m_scratch->path("")), before);
    }

    void aStopLeavesNothing()
    {
        const QStringList before = test::namesIn(m_scratch->path(""));
        QProcess process;
        process.start(QStringLiteral(CLI_PROGRAM), publish(QStringLiteral("-"))
                                                       << QStringLiteral("--zip") << path("new.zip"));
        process.write(QByteArray(3 << 20, 'x'));
        QTRY_VERIFY(test::namesIn(m_scratch->path("")).filter(QStringLiteral(".part")).size() == 2);
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(5000));
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(test::namesIn(m_scratch->path("")), before);
    }

    void aReleaseHoldsAllABuyerNeeds_data()
    {
        QTest::addColumn<QString>("from");
        QTest::newRow("from a folder") << m_golden.folder + QStringLiteral("/package");
        QTest::newRow("from a ZIP file") << QString();
    }
    void aReleaseHoldsAllABuyerNeeds()
    {
        QFETCH(QString, from);
        QStringList arguments = grant("package.zip");
        if (!from.isEmpty()) {
            arguments[arguments.indexOf(QStringLiteral("--chunk-dir")) + 1] = from;
        }
        const Outcome outcome = run(arguments + words({"--json", "--release"}) << path("for-buyer.zip"));
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        QCOMPARE(jsonOf(outcome)[QStringLiteral("release")].toString(), path("for-buyer.zip"));
        QCOMPARE(run(words({"verify"}) << path("for-buyer.zip")).exitCode, 0);
        consumed(consume() << path("for-buyer.zip"), m_golden.source());
        QCOMPARE(run(arguments << QStringLiteral("--release") << path("for-buyer.zip")).exitCode, 1);
    }

    void aReleaseOfAPartHoldsThatPart()
    {
        const Outcome outcome = run(grant("package.zip") + words({"--chunks", "1-2", "--release"}) << path("part.zip"));
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        const package::Package package = package::Package::openFolder(m_scratch->path("part.zip"), {});
        QCOMPARE(package.count(), std::size_t{6});
        for (std::size_t i = 0; i < 6; ++i) {
            QCOMPARE(package.hasCiphertext(i), i == 1 || i == 2);
        }
        const Outcome partial = run(consume() + words({"--partial"}) << path("part.zip"));
        QVERIFY2(partial.exitCode == 0, qPrintable(partial.err));
        QVERIFY(m_golden.source().contains(test::readFile(path("out.1-2"))));
    }

    void aReleaseNeedsTheData()
    {
        m_scratch->copy(m_golden, "package");
        std::filesystem::remove(m_scratch->path("package/chunk-4.bin"));
        const Outcome outcome = run(grant("package") << QStringLiteral("--release") << path("x.zip"));
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains(QStringLiteral("chunk 4")), qPrintable(outcome.err));
        QVERIFY(!QFile::exists(path("x.zip")));
    }

    void aHostileZipIsRefusedByEveryCommand()
    {
        ZipBuilder zip = zipOf({"package", "access"});
        zip.add({.name = "../../escaped", .content = "x"});
        test::setText(m_scratch->path("bad.zip"), zip.build());
        const QStringList before = test::namesIn(m_scratch->path(""));
        const QString bad = path("bad.zip");
        for (const QStringList &arguments :
             {words({"verify"}) << bad, words({"code"}) << bad, words({"inspect"}) << bad, consume() << bad,
              grant("bad.zip") << QStringLiteral("--output-dir") << path("new"),
              consume() << QStringLiteral("--chunk-dir") << path("all.zip") << QStringLiteral("--data-dir")
                        << path("all.zip") << QStringLiteral("--access-dir") << bad}) {
            const Outcome outcome = run(arguments);
            QCOMPARE(outcome.exitCode, 1);
            QVERIFY(outcome.out.isEmpty());
            QVERIFY2(outcome.err.contains(QStringLiteral("\"../../escaped\" leads out of the folder")),
                     qPrintable(outcome.err));
            QVERIFY(outcome.err.count(QLatin1Char('\n')) == 2); // and what to do
        }
        QCOMPARE(test::namesIn(m_scratch->path("")), before);
    }

    void aDamagedEntryReleasesNothing()
    {
        const QByteArray good = test::readFile(path("all.zip"));
        QByteArray bytes = good;
        const QByteArray ciphertext = test::readFile(m_golden.folder + QStringLiteral("/package/chunk-5.bin"));
        const qsizetype at = bytes.indexOf(ciphertext);
        QVERIFY(at > 0);
        bytes[at + 3] = char(bytes[at + 3] ^ 1);
        test::writeFile(path("all.zip"), bytes);
        for (const char *more : {"", "--skip-verify"}) {
            QStringList arguments = consume() << path("all.zip");
            if (*more != '\0') {
                arguments << QString::fromLatin1(more);
            }
            QCOMPARE(run(arguments).exitCode, 2);
            QVERIFY(!QFile::exists(path("out")));
        }
        const Outcome verified = run(words({"verify"}) << path("all.zip"));
        QCOMPARE(verified.exitCode, 2);
        QVERIFY2(verified.err.contains(QStringLiteral("checksum")), qPrintable(verified.err));
    }

    void copiesAreUsedAndSaid()
    {
        m_scratch->copy(m_golden, "package");
        m_scratch->copy(m_golden, "access");
        for (const char *name : {"chunk-3", "chunk-4"}) {
            std::filesystem::rename(m_scratch->path(std::string("package/") + name + ".bin"),
                                    m_scratch->path(std::string("package/") + name + " (1).bin"));
        }
        std::filesystem::copy(m_scratch->path("package/chunk-1.json"), m_scratch->path("package/chunk-1 (1).json"));
        const Outcome verified = run(words({"verify"}) << path("package"));
        QCOMPARE(verified.exitCode, 0);
        QVERIFY2(verified.err.contains(
                     QStringLiteral("chunks 3–4: used chunk-3 (1).bin, whose content is the right one; and so on")),
                 qPrintable(verified.err));
        QVERIFY2(verified.err.contains(
                     QStringLiteral("chunk 1: chunk-1 (1).json is the same as chunk-1.json and was passed over")),
                 qPrintable(verified.err));
        const QJsonObject json = jsonOf(run(words({"verify", "--json"}) << path("package")));
        QCOMPARE(json[QStringLiteral("verdict")].toString(), QStringLiteral("intact-untrusted"));
        QCOMPARE(json[QStringLiteral("valid")].toBool(true), false);
        QCOMPARE(json[QStringLiteral("warnings")].toArray().size(), 3);
        consumed(consume() << QStringLiteral("--chunk-dir") << path("package") << QStringLiteral("--data-dir")
                           << path("package") << QStringLiteral("--access-dir") << path("access"),
                 m_golden.source());
    }
};

QTEST_GUILESS_MAIN(TestCliZip)
#include "test_cli_zip.moc"
