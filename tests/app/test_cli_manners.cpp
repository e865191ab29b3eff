// How the program behaves to people: what it says of itself, what it logs, and a page about a package worth reading.
#include "tests/support/package_fixture.h"
#include "tests/support/program.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <sys/stat.h>

using namespace streamdesk;
using test::Outcome;
using test::run;
using test::runCommand;

namespace {

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

// What a terminal of this width gets to see, with its escape sequences.
QString onTerminal(int columns, const QStringList &arguments, const char *environment = "LANG=C.UTF-8 TERM=xterm")
{
    QString command = QStringLiteral("stty cols %1; env -u LC_ALL -u LC_CTYPE -u NO_COLOR ").arg(columns);
    command += QString::fromLatin1(environment) + QStringLiteral(" '" CLI_PROGRAM "'");
    for (const QString &argument : arguments) {
        command += QStringLiteral(" '") + argument + QLatin1Char('\'');
    }
    QString text =
        runCommand({QStringLiteral("script"), QStringLiteral("-qec"), command, QStringLiteral("/dev/null")}).out;
    return text.remove(QLatin1Char('\r'));
}

const QRegularExpression escapes(QStringLiteral("\x1b\\[[0-9;]*[mK]"));

qsizetype widest(QString text)
{
    qsizetype columns = 0;
    for (const QString &line : text.remove(escapes).split(QLatin1Char('\n'))) {
        columns = std::max(columns, line.size());
    }
    return columns;
}

} // namespace

class TestCliManners : public QObject
{
    Q_OBJECT

private:
    const test::GoldenPackage m_golden{QStringLiteral("csv")};
    std::unique_ptr<test::Scratch> m_scratch;

    QString path(const char *name) const { return m_scratch->qpath(name); }
    QString inspect(const QStringList &options = {}) const
    {
        return run(QStringList{QStringLiteral("inspect"), path("package")} + options).out;
    }
    QString secret(const char *role) const
    {
        return m_golden.keys[QLatin1String(role)].toObject()[QStringLiteral("privateKeyHex")].toString();
    }
    QStringList consume() const
    {
        return QStringList{QStringLiteral("consume"),
                           QStringLiteral("--chunk-dir"),
                           path("package"),
                           QStringLiteral("--data-dir"),
                           path("package"),
                           QStringLiteral("--access-dir"),
                           path("access"),
                           QStringLiteral("--buyer-private-key-file"),
                           path("buyer.key"),
                           QStringLiteral("--output"),
                           path("out"),
                           QStringLiteral("--buyer-id"),
                           QStringLiteral("buyer-1")};
    }

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<test::Scratch>();
        m_scratch->copy(m_golden, "package");
        m_scratch->copy(m_golden, "access");
        for (const char *role : {"owner", "buyer"}) {
            test::writeFile(path((std::string(role) + ".key").c_str()), secret(role).toLatin1() + '\n');
        }
    }

    // help

    void everyHelpEndsWithAnExampleAndFitsTheTerminal_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"",
                                    "publish",
                                    "grant",
                                    "verify",
                                    "repair",
                                    "consume",
                                    "code",
                                    "inspect",
                                    "chunk-id",
                                    "keys",
                                    "keys generate",
                                    "keys import",
                                    "keys list",
                                    "keys show",
                                    "keys rename",
                                    "keys export",
                                    "keys delete",
                                    "keys backup",
                                    "keys restore",
                                    "keys drill",
                                    "keys home"}) {
            QTest::newRow(command) << QString::fromLatin1(command);
        }
    }
    void everyHelpEndsWithAnExampleAndFitsTheTerminal()
    {
        QFETCH(QString, command);
        QStringList arguments = command.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        arguments << QStringLiteral("--help");
        const QString text = run(arguments).out;
        const qsizetype example = text.lastIndexOf(QStringLiteral("\nExample"));
        QVERIFY(example > 0);
        QVERIFY(text.mid(example).contains(QStringLiteral("\n  stream-desk-cli ") + command));
        QVERIFY(!text.mid(example).contains(QStringLiteral("\n\nOptions")));
        QVERIFY2(widest(text) <= 88, qPrintable(text)); // examples stand as they are
        QVERIFY(!text.contains(QStringLiteral("help-text")));
        for (const QString &line : onTerminal(60, arguments).split(QLatin1Char('\n'))) {
            QVERIFY2(line.size() <= 60 || line.startsWith(QStringLiteral("  ")), qPrintable(line));
        }
    }

    // man page and completions

    void theManPageIsClean()
    {
        const Outcome page = run(words("help-text man --date 2026-11-22"));
        QCOMPARE(page.exitCode, 0);
        for (const char *section : {".SS stream\\-desk\\-cli publish\n", ".SS stream\\-desk\\-cli chunk\\-id\n",
                                    "\\fB\\-\\-log\\-level\\fR \\fILEVEL\\fR\n"}) {
            QVERIFY2(page.out.contains(QLatin1String(section)), section);
        }
        const Outcome lint = runCommand(words("mandoc -Tlint"), page.out.toUtf8());
        QVERIFY2(lint.exitCode == 0 && lint.out.isEmpty(), qPrintable(lint.out));
        const Outcome groff = runCommand(words("groff -man -ww -Tutf8 -z"), page.out.toUtf8());
        QVERIFY2(groff.err.isEmpty(), qPrintable(groff.err));
    }

    void theCompletionsAreReadByTheirShells()
    {
        for (const char *shell : {"bash", "zsh", "fish"}) {
            const Outcome script = run(QStringList{QStringLiteral("help-text"), QLatin1String(shell)});
            test::writeFile(path(shell), script.out.toUtf8());
            const Outcome read = runCommand({QLatin1String(shell), QStringLiteral("-n"), path(shell)});
            QVERIFY2(read.exitCode == 0 && read.err.isEmpty(), qPrintable(read.err));
            QVERIFY(!script.out.contains(QStringLiteral("--s3"))); // offers nothing that only comes later
            QVERIFY(!script.out.contains(QStringLiteral("help-text")));
        }
        const Outcome offered = runCommand(
            {QStringLiteral("bash"), QStringLiteral("--norc"), QStringLiteral("-c"),
             QStringLiteral("source \"$1\"; COMP_WORDS=(stream-desk-cli -q consume --accept-verdict s); COMP_CWORD=4; "
                            "_stream_desk_cli; echo ${COMPREPLY[@]}"),
             QStringLiteral("bash"), path("bash")});
        QCOMPARE(offered.out, QStringLiteral("signer-changed\n"));
    }

    void installingPutsEverythingWhereItIsLookedFor()
    {
        const Outcome installed =
            runCommand({QStringLiteral(CMAKE_PROGRAM), QStringLiteral("--install"), QStringLiteral(BUILD_FOLDER),
                        QStringLiteral("--prefix"), path("prefix")});
        QVERIFY2(installed.exitCode == 0, qPrintable(installed.err));
        QCOMPARE(runCommand({path("prefix/bin/stream-desk-cli"), QStringLiteral("--version")}).exitCode, 0);
        QVERIFY(test::textOf(m_scratch->path("prefix/share/man/man1/stream-desk-cli.1")).starts_with(".TH "));
        QVERIFY(test::textOf(m_scratch->path("prefix/share/zsh/site-functions/_stream-desk-cli"))
                    .starts_with("#compdef stream-desk-cli\n"));
        for (const char *file : {"bash-completion/completions/stream-desk-cli",
                                 "fish/vendor_completions.d/stream-desk-cli.fish", "doc/stream-desk/format.md"}) {
            QVERIFY2(!test::textOf(m_scratch->path("prefix/share/" + std::string(file))).empty(), file);
        }
    }

    // log

    void nothingIsLoggedUnlessAsked()
    {
        QVERIFY(!run({QStringLiteral("verify"), path("package")}).err.contains(QStringLiteral(" info ")));
        QVERIFY(!run(words("--log-level off verify") << path("package")).err.contains(QStringLiteral(" error ")));
    }

    void aVerificationIsLoggedStepByStep()
    {
        const QString text = run(words("-q --log-level trace verify") << path("package")).err;
        static const QRegularExpression line(
            QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (info|debug|trace) [a-z]+: .+$"));
        for (const QString &each : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            QVERIFY2(line.match(each).hasMatch(), qPrintable(each));
        }
        for (const char *says :
             {" info cli: stream-desk-cli ", " info package: opened 6 envelopes in ", " debug jobs: working with ",
              " trace package: reading chunk 5 from chunk-5.json", " info package: verified ",
              " info package: verdict intact-untrusted, 0 findings", " info cli: ends with exit code 0 "}) {
            QVERIFY2(text.contains(QLatin1String(says)), says);
        }
    }

    void theLogFileIsAddedToAndIsForItsOwnerOnly()
    {
        const QStringList twice = QStringList{QStringLiteral("--log-file"), path("log"), QStringLiteral("-q")};
        QCOMPARE(run(twice + QStringList{QStringLiteral("verify"), path("package")}).err, QString());
        (void)run(twice + QStringList{QStringLiteral("verify"), path("nowhere")});
        const std::string text = test::textOf(m_scratch->path("log"));
        QVERIFY(text.find("opened 6 envelopes") != std::string::npos);
        QVERIFY(text.find(" error cli: NotFound: ") > text.find("ends with exit code 0"));
        QVERIFY(text.find(" debug ") == std::string::npos); // a file alone means info
        struct stat status = {};
        QCOMPARE(::stat(m_scratch->path("log").c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
        QCOMPARE(run({QStringLiteral("--log-file"), path("no/such/log"), QStringLiteral("verify"), path("package")})
                     .exitCode,
                 1);
        QCOMPARE(run(words("--log-level loud verify") << path("package")).exitCode, 2);
    }

    void aFullDiskForTheLogStopsNoWork()
    {
        // A limit on file sizes stands for the disk; the write then fails as it would there.
        const Outcome outcome = runCommand({QStringLiteral("bash"), QStringLiteral("-c"),
                                            QStringLiteral("trap '' XFSZ; ulimit -f 0; \"$@\""), QStringLiteral("bash"),
                                            QStringLiteral(CLI_PROGRAM), QStringLiteral("--log-file"), path("log"),
                                            QStringLiteral("verify"), path("package")});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.err.contains(QStringLiteral("the log could not be written to its end")),
                 qPrintable(outcome.err));
        QVERIFY(outcome.err.contains(QStringLiteral("Intact")));
    }

    void savingIsLoggedWithItsDurability()
    {
        QString text = run(words("--log-level debug") + consume()).err;
        for (const char *says :
             {"decrypting 6 chunks to ", "fsync of ", " in its place", "fsync of the folder ", "decrypted "}) {
            QVERIFY2(text.contains(QLatin1String(says)), says);
        }
        text = run(words("--log-level debug") + consume() + words("--no-sync")).err;
        QVERIFY(!text.contains(QStringLiteral("fsync")));
    }

    void noKeyIsEverLogged()
    {
        QString text = run(words("--log-level trace") + consume()).err;
        for (const char *option : {"--buyer-id", "--buyer-private-key-file", "--output", "--access-dir"}) {
            QStringList arguments = consume();
            arguments[arguments.indexOf(QLatin1String(option)) + 1] = secret("buyer");
            const Outcome outcome = runCommand(
                QStringList{QStringLiteral("env"), QStringLiteral("-C"), path(""), QStringLiteral(CLI_PROGRAM)}
                + words("--log-level trace --log-file log") + arguments);
            text += outcome.out + QString::fromStdString(test::textOf(m_scratch->path("log")));
        }
        QVERIFY(text.contains(QStringLiteral(" trace ")));
        for (const char *role : {"owner", "buyer"}) {
            QVERIFY(!text.contains(secret(role), Qt::CaseInsensitive));
        }
    }

    // inspect

    void theOverviewFitsEveryWidth()
    {
        for (const int columns : {40, 60, 80, 120}) {
            const QString text = onTerminal(columns, {QStringLiteral("inspect"), path("package")});
            QVERIFY(text.contains(QStringLiteral("did:peaq:4294967297")));
            QVERIFY2(widest(text) <= columns, qPrintable(text));
        }
        QVERIFY(widest(inspect()) <= 80);
    }

    void theOverviewSaysWhatThePackageSays()
    {
        const QString text = inspect();
        for (const char *says :
             {"Machine     did:peaq:4294967297\n", "Created     2026-11-22 09:00:00 UTC\n", "Chunks      6 of 6\n",
              "Size        10.9 KiB encrypted, in chunks of 2.0 KiB\n",
              "Signed with dae1 1174 7853 768a b9ce b274 28e8 20d9\n", "owner: owner-1, key ",
              "Manifest    names 6 chunks and the hash of all the data\n",
              "\n      5   884 bytes  0x1d502a...4807  owner, operator, machine\n", "nothing was checked"}) {
            QVERIFY2(text.contains(QLatin1String(says)), says);
        }
        QVERIFY(!text.contains(QLatin1String("  ! ")));
        QVERIFY(text.endsWith(QStringLiteral("To check it: stream-desk-cli verify ") + path("package")
                              + QLatin1Char('\n')));
    }

    void linesAndEmphasisAreForTerminalsOnly()
    {
        const QStringList arguments{QStringLiteral("inspect"), path("package")};
        QVERIFY(onTerminal(80, arguments).contains(escapes));
        QVERIFY(onTerminal(80, arguments).contains(QChar(0x2500)));
        QVERIFY(!onTerminal(80, arguments, "LANG=C.UTF-8 TERM=xterm NO_COLOR=1").contains(escapes));
        QVERIFY(!onTerminal(80, arguments, "LANG=C.UTF-8 TERM=dumb").contains(escapes));
        const QString ascii = onTerminal(80, arguments, "LANG=C TERM=xterm");
        QVERIFY(!ascii.contains(QChar(0x2500)) && ascii.contains(QStringLiteral("-----")));
        for (const QChar c : inspect()) {
            QVERIFY(c.unicode() < 0x80 && (c.unicode() >= 0x20 || c == QLatin1Char('\n')));
        }
    }

    void whatIsOddIsSaidInWords()
    {
        const std::filesystem::path package = m_scratch->path("package");
        std::filesystem::remove(package / "chunk-1.json");
        std::filesystem::copy_file(package / "chunk-2.json", package / "chunk-2b.json");
        test::replaceText(package / "chunk-2b.json", "owner-1", "owner-2");
        std::filesystem::copy_file(package / "chunk-0.json", package / "chunk-0 (1).json");
        std::filesystem::remove(package / "chunk-3.bin");
        test::replaceText(package / "chunk-4.json", "chunks.v1", "chunks.v9");
        test::setText(package / "chunk-5.bin", std::string(5000, 'x'));
        const QString text = inspect();
        for (const char *says :
             {"  ! Chunk 1: no envelope is here.\n", "  ! Chunk 2: here more than once.\n",
              "  ! Chunk 3: the encrypted data is not here.\n", "  ! Chunk 5: the encrypted data has another size",
              "  ! chunk-0 (1).json is the same as chunk-0.json and was passed over.\n",
              "  ! chunk-4.json: schemaVersion", "another kind: peaq.stream.chunks.v9", "no data"}) {
            QVERIFY2(text.contains(QLatin1String(says)), says);
        }
        test::setText(package / "chunk-0.json", "{");
        QVERIFY(inspect().contains(QStringLiteral("envelope cannot be read")));
        std::filesystem::remove(package / "manifest.json");
        QVERIFY(inspect().contains(QStringLiteral("There is no manifest")));
    }

    void accessFilesBesideThePackageAreSeen()
    {
        const QString text = run({QStringLiteral("inspect"), path("")}).out;
        QVERIFY2(text.contains(QStringLiteral("Access      1 file for buyer-1, key ")), qPrintable(text));
        const QJsonObject json =
            QJsonDocument::fromJson(run({QStringLiteral("inspect"), path(""), QStringLiteral("--json")}).out.toUtf8())
                .object();
        QCOMPARE(json[QStringLiteral("buyers")].toArray().size(), 1);
    }

    void oneChunkIsShownInFull()
    {
        const QString text = inspect(words("--chunk 3"));
        for (const char *field : {"schemaVersion", "chunkId", "previousChunkId", "encryptedDataHash", "plaintextHash",
                                  "storageRef", "keyCommitment", "keyRecipients", "wrappedKeyHex", "machineDid"}) {
            QVERIFY2(text.contains(QLatin1String(field)), field);
        }
        const auto envelope = QJsonDocument::fromJson(test::readFile(path("package/chunk-3.json"))).object();
        QVERIFY(QString(text)
                    .remove(QRegularExpression(QStringLiteral("\\s+")))
                    .contains(envelope[QStringLiteral("chunkId")].toString()));
        QVERIFY(widest(text) <= 80);
        QCOMPARE(
            run({QStringLiteral("inspect"), path("package"), QStringLiteral("--chunk"), QStringLiteral("6")}).exitCode,
            1);
        QCOMPARE(
            run({QStringLiteral("inspect"), path("package"), QStringLiteral("--chunk"), QStringLiteral("-1")}).exitCode,
            1);
        QCOMPARE(run(QStringList{QStringLiteral("inspect"), path("package")} + words("--chunk 3 --json")).exitCode, 2);
    }

    void manyChunksAreCutUnlessAllAreWanted()
    {
        const std::string text = test::textOf(m_scratch->path("package/chunk-1.json"));
        const std::size_t at = text.find("\"index\": 1");
        QVERIFY(at != std::string::npos);
        for (int i = 6; i < 1200; ++i) {
            test::setText(m_scratch->path("package/chunk-" + std::to_string(i) + ".json"),
                          std::string(text).replace(at, 10, "\"index\": " + std::to_string(i)));
        }
        const QString cut = inspect();
        QVERIFY2(cut.contains(QStringLiteral("1,192 more; --all shows them")), qPrintable(cut));
        QVERIFY(cut.contains(QStringLiteral("\n  1,199 ")) && cut.contains(QStringLiteral("\n      4 ")));
        QVERIFY(cut.count(QLatin1Char('\n')) < 50);
        const QString all = inspect(words("--all"));
        QVERIFY(all.count(QLatin1Char('\n')) > 1200);
        QVERIFY(!all.contains(QStringLiteral("--all shows them")));
    }

    void aHostilePackageCannotSpoilThePage()
    {
        test::replaceText(m_scratch->path("package/chunk-0.json"), "did:peaq:4294967297",
                          "\\u001b[2J\\u202e\\u2028" + std::string(100000, 'A'));
        test::replaceText(m_scratch->path("package/chunk-0.json"), "owner-1", std::string(50, '\x7f') + "\xe6\x9c\xba");
        for (const QStringList &options : {QStringList(), words("--chunk 0")}) {
            const QString text = inspect(options);
            QVERIFY(widest(text) <= 80);
            QVERIFY(text.size() < 20000);
            for (const char16_t c : {u'\x1b', u'\x7f', u'\u202e', u'\u2028'}) {
                QVERIFY(!text.contains(QChar(c)));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestCliManners)
#include "test_cli_manners.moc"
