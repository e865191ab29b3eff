// The program as scripts and people see it: exit codes, what goes where, sentences with a next step, and no key.
#include "tests/support/package_fixture.h"
#include "tests/support/program.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace streamdesk;
using test::jsonOf;
using test::Outcome;
using test::run;

namespace {

QString words(const QStringList &arguments)
{
    return run(arguments).err;
}

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private:
    const test::GoldenPackage m_golden{QStringLiteral("csv")};
    std::unique_ptr<test::Scratch> m_scratch;

    QString path(const char *name) const { return m_scratch->qpath(name); }
    QString secret(const char *role) const
    {
        return m_golden.keys[QLatin1String(role)].toObject()[QStringLiteral("privateKeyHex")].toString();
    }
    QStringList publishArguments(const QString &input, const QString &output) const
    {
        return {QStringLiteral("publish"),
                QStringLiteral("--input"),
                input,
                QStringLiteral("--output-dir"),
                output,
                QStringLiteral("--owner-public-key"),
                m_golden.publicKey(QStringLiteral("owner")),
                QStringLiteral("--operator-public-key"),
                m_golden.publicKey(QStringLiteral("operator")),
                QStringLiteral("--machine-public-key"),
                m_golden.publicKey(QStringLiteral("machine")),
                QStringLiteral("--signing-key-file"),
                path("signing.key"),
                QStringLiteral("--machine-did"),
                QStringLiteral("did:peaq:1"),
                QStringLiteral("--machine-key-id"),
                QStringLiteral("did:peaq:1#k"),
                QStringLiteral("--no-sync")};
    }
    QStringList grantArguments() const
    {
        return {QStringLiteral("grant"),
                QStringLiteral("--chunk-dir"),
                path("package"),
                QStringLiteral("--output-dir"),
                path("granted"),
                QStringLiteral("--buyer-id"),
                QStringLiteral("buyer-1"),
                QStringLiteral("--buyer-public-key"),
                m_golden.publicKey(QStringLiteral("buyer")),
                QStringLiteral("--owner-private-key-file"),
                path("owner.key"),
                QStringLiteral("--no-sync")};
    }
    QStringList consumeArguments() const
    {
        return {QStringLiteral("consume"),
                QStringLiteral("--chunk-dir"),
                path("package"),
                QStringLiteral("--data-dir"),
                path("package"),
                QStringLiteral("--access-dir"),
                path("access"),
                QStringLiteral("--buyer-id"),
                QStringLiteral("buyer-1"),
                QStringLiteral("--buyer-private-key-file"),
                path("buyer.key"),
                QStringLiteral("--output"),
                path("out"),
                QStringLiteral("--no-sync")};
    }
    // The same with the value of one option replaced, or the option left out.
    static QStringList with(QStringList arguments, const char *option, const QString &value)
    {
        const qsizetype at = arguments.indexOf(QLatin1String(option));
        if (at < 0) {
            return arguments << QLatin1String(option) << value;
        }
        arguments[at + 1] = value;
        return arguments;
    }
    static QStringList without(QStringList arguments, const char *option)
    {
        arguments.remove(arguments.indexOf(QLatin1String(option)), 2);
        return arguments;
    }

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<test::Scratch>();
        m_scratch->copy(m_golden, "package");
        m_scratch->copy(m_golden, "access");
        for (const char *role : {"owner", "buyer", "signing", "stranger"}) {
            test::writeFile(path((std::string(role) + ".key").c_str()), secret(role).toLatin1() + '\n');
        }
    }

    void helpIsForNewcomers()
    {
        const Outcome bare = run({});
        QCOMPARE(bare.exitCode, 0);
        for (const char *command : {"publish", "grant", "verify", "consume", "code", "inspect", "chunk-id"}) {
            QVERIFY(bare.out.contains(QLatin1String(command)));
            const Outcome help = run({QLatin1String(command), QStringLiteral("--help")});
            QCOMPARE(help.exitCode, 0);
            QVERIFY(help.out.contains(QStringLiteral("Usage: stream-desk-cli ") + QLatin1String(command)));
        }
        QVERIFY(run({QStringLiteral("--version")}).out.startsWith(QStringLiteral("stream-desk-cli ")));
        QCOMPARE(run({QStringLiteral("-h")}).exitCode, 0);
    }

    void publishPrintsTheManifestsPathOrTheManifest()
    {
        test::writeFile(path("data"), "some data");
        const Outcome plain = run(publishArguments(path("data"), path("new")));
        QCOMPARE(plain.exitCode, 0);
        QCOMPARE(plain.out, path("new/manifest.json") + QLatin1Char('\n'));
        QVERIFY(plain.err.contains(QStringLiteral("9 bytes")));
        const Outcome json = run(publishArguments(path("data"), path("other")) << QStringLiteral("--json"));
        QCOMPARE(json.out, QString::fromStdString(test::textOf(m_scratch->path("other/manifest.json"))));
        QStringList quietly = publishArguments(path("data"), path("third"));
        quietly.prepend(QStringLiteral("-q"));
        QVERIFY(run(quietly).err.isEmpty());
    }

    void publishReadsStandardInput()
    {
        const QByteArray data(700000, 'd');
        const Outcome outcome =
            run(publishArguments(QStringLiteral("-"), path("new")) << QStringLiteral("--json"), data);
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(jsonOf(outcome)[QStringLiteral("totalChunks")].toInt(), 3);
        QCOMPARE(jsonOf(outcome)[QStringLiteral("sourceHash")].toString(),
                 QString::fromStdString(crypto::hashText(crypto::sha256(test::bytesOf(data)))));
    }

    void grantAndConsumeGiveTheDataBack()
    {
        const Outcome granted = run(grantArguments() << QStringLiteral("--json"));
        QCOMPARE(granted.exitCode, 0);
        QCOMPARE(jsonOf(granted)[QStringLiteral("chunkCount")].toInt(), 6);
        QCOMPARE(jsonOf(granted)[QStringLiteral("fileCount")].toInt(), 1);
        const Outcome consumed =
            run(with(consumeArguments(), "--access-dir", path("granted")) << QStringLiteral("--json"));
        QCOMPARE(consumed.exitCode, 0);
        QCOMPARE(test::readFile(path("out")), m_golden.source());
        QCOMPARE(jsonOf(consumed)[QStringLiteral("totalBytes")].toInt(), int(m_golden.source().size()));
        QCOMPARE(jsonOf(consumed)[QStringLiteral("verdict")].toString(), QStringLiteral("intact-untrusted"));
        QCOMPARE(jsonOf(consumed)[QStringLiteral("dataMatchesManifest")].toBool(), true);
    }

    void oneFolderHoldsAllThreeKinds()
    {
        for (const char *layout : {"flat", "subfolders"}) {
            const auto folder = m_scratch->path(layout);
            std::filesystem::create_directory(folder);
            const bool flat = std::string(layout) == "flat";
            test::copyFolder(m_scratch->path("package"), flat ? folder : folder / "package");
            test::copyFolder(m_scratch->path("access"), flat ? folder : folder / "access");
            const Outcome outcome = run({QStringLiteral("consume"), path(layout), QStringLiteral("--buyer-id"),
                                         QStringLiteral("buyer-1"), QStringLiteral("--buyer-private-key-file"),
                                         path("buyer.key"), QStringLiteral("--output"), path("out")});
            QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
            QCOMPARE(test::readFile(path("out")), m_golden.source());
            QFile::remove(path("out"));
        }
    }

    void verifyTellsEachVerdict_data()
    {
        QTest::addColumn<QString>("mutation");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("says");
        QTest::addColumn<int>("exitCode");
        const auto row = [](const char *mutation, const char *verdict, const char *says, int exitCode) {
            QTest::newRow(mutation) << QString::fromLatin1(mutation) << QString::fromLatin1(verdict)
                                    << QString::fromUtf8(says) << exitCode;
        };
        row("untouched", "intact-untrusted", "signer not yet trusted", 0);
        row("bitflip-3", "damaged", "chunk 3: encrypted data was changed after signing", 2);
        row("truncated", "damaged", "chunk 1: encrypted data is cut off: 2,063 of 2,064 bytes", 2);
        row("ciphertexts-swapped", "damaged", "chunk 1: encrypted data is that of chunk 2", 2);
        row("link-null", "damaged", "does not follow the chunk before it", 2);
        row("ciphertext-missing", "incomplete", "chunk 2: encrypted data is not here", 2);
        row("cut-at-end", "incomplete", "1 chunk is missing. What is here is intact", 2);
        row("gap", "incomplete", "chunk 1: envelope and data are not here", 2);
        row("one-chunk-forged-NOT-DETECTED", "signer-changed", "parts of it are signed with another key", 2);
        row("did-replaced-NOT-DETECTED", "signer-changed", "parts of it name another machine", 2);
        row("identity-key-signs-anything-NOT-DETECTED", "signer-changed", "a key of small order", 2);
        row("empty-chain", "not-checkable", "no chunk files", 2);
    }
    void verifyTellsEachVerdict()
    {
        QFETCH(QString, mutation);
        QFETCH(QString, verdict);
        QFETCH(QString, says);
        QFETCH(int, exitCode);
        test::writeMutation(mutation, m_scratch->path("case"));
        const Outcome json = run({QStringLiteral("verify"), path("case"), QStringLiteral("--json")});
        QCOMPARE(json.exitCode, exitCode);
        QCOMPARE(jsonOf(json)[QStringLiteral("verdict")].toString(), verdict);
        const Outcome plain = run({QStringLiteral("verify"), path("case")});
        QCOMPARE(plain.exitCode, exitCode);
        QVERIFY(plain.out.isEmpty());
        QVERIFY2(plain.err.contains(says), qPrintable(plain.err));
    }

    void aCodeConfirmsAndCatches()
    {
        const Outcome code = run({QStringLiteral("code"), path("package")});
        QCOMPARE(code.exitCode, 0);
        const QString text = code.out.trimmed();
        QVERIFY(QRegularExpression(QStringLiteral("^([0-9A-Z]{4}-){5}[0-9A-Z*~$=]$")).match(text).hasMatch());
        const Outcome good = run({QStringLiteral("verify"), path("package"), QStringLiteral("--code"), text.toLower(),
                                  QStringLiteral("--json")});
        QCOMPARE(good.exitCode, 0);
        QCOMPARE(jsonOf(good)[QStringLiteral("verdict")].toString(), QStringLiteral("intact-trusted"));
        QVERIFY(jsonOf(good)[QStringLiteral("completeAndInOrder")].toBool());
        QVERIFY(words({QStringLiteral("verify"), path("package"), QStringLiteral("--code"), text})
                    .contains(QStringLiteral("complete and in order")));

        test::writeMutation(QStringLiteral("chunks-reordered-and-relinked-NOT-DETECTED"), m_scratch->path("case"));
        const Outcome caught =
            run({QStringLiteral("verify"), path("case"), QStringLiteral("--code"), text, QStringLiteral("--json")});
        QCOMPARE(caught.exitCode, 2);
        QCOMPARE(jsonOf(caught)[QStringLiteral("verdict")].toString(), QStringLiteral("code-mismatch"));
        QVERIFY(jsonOf(caught)[QStringLiteral("valid")].toBool());

        const Outcome typo = run({QStringLiteral("verify"), path("package"), QStringLiteral("--code"),
                                  QStringLiteral("0000-0000-0000-0000-0000-1")});
        QCOMPARE(typo.exitCode, 1);
        QVERIFY(typo.err.contains(QStringLiteral("typing error")));
        test::flipBit(m_scratch->path("package/chunk-0.bin"), 1);
        QCOMPARE(run({QStringLiteral("code"), path("package")}).exitCode, 2);
    }

    void aTrustFileDecides()
    {
        const auto trust = [&](const QString &key, const char *state) {
            test::writeFile(
                path("trust.json"),
                QJsonDocument(
                    QJsonObject{{QStringLiteral("schemaVersion"), QStringLiteral("streamdesk.trust.v1")},
                                {QStringLiteral("machines"),
                                 QJsonArray{QJsonObject{
                                     {QStringLiteral("did"), m_golden.keys[QStringLiteral("machineDid")]},
                                     {QStringLiteral("keys"),
                                      QJsonArray{QJsonObject{{QStringLiteral("publicKeyHex"), key},
                                                             {QStringLiteral("state"), QLatin1String(state)}}}}}}}})
                    .toJson());
            return jsonOf(run({QStringLiteral("verify"), path("package"), QStringLiteral("--trusted"),
                               path("trust.json"), QStringLiteral("--json")}))[QStringLiteral("verdict")]
                .toString();
        };
        const QString key = m_golden.publicKey(QStringLiteral("signing"));
        QCOMPARE(trust(key, "trusted"), QStringLiteral("intact-trusted"));
        QCOMPARE(trust(QStringLiteral("0x") + key.toUpper(), "trusted"), QStringLiteral("intact-trusted"));
        QCOMPARE(trust(key, "revoked"), QStringLiteral("signer-changed"));
        QCOMPARE(trust(QStringLiteral("ab").repeated(32), "trusted"), QStringLiteral("signer-changed"));
        test::writeFile(path("trust.json"), "{}");
        QCOMPARE(
            run({QStringLiteral("verify"), path("package"), QStringLiteral("--trusted"), path("trust.json")}).exitCode,
            1);
    }

    void theWholeDataHashIsCompared()
    {
        test::writeMutation(QStringLiteral("chunks-reordered-and-relinked-NOT-DETECTED"), m_scratch->path("case"));
        QCOMPARE(run(with(grantArguments(), "--chunk-dir", path("case"))).exitCode, 0);
        QStringList arguments = with(consumeArguments(), "--access-dir", path("granted"));
        arguments = with(with(arguments, "--chunk-dir", path("case")), "--data-dir", path("case"));
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(outcome.err.contains(QStringLiteral("not the data that the manifest names")));
        QVERIFY(!QFile::exists(path("out")));
        QCOMPARE(run(arguments << QStringLiteral("--accept-verdict") << QStringLiteral("data-differs")).exitCode, 0);
        QVERIFY(QFile::exists(path("out")));
    }

    void partialConsumeNamesItsFiles()
    {
        QCOMPARE(run(grantArguments() << QStringLiteral("--chunks") << QStringLiteral("0-1,4")).exitCode, 0);
        const QStringList arguments = with(consumeArguments(), "--access-dir", path("granted"));
        const Outcome whole = run(arguments);
        QCOMPARE(whole.exitCode, 2);
        QVERIFY2(whole.err.contains(QStringLiteral("chunk 2–3, 5")), qPrintable(whole.err));
        const Outcome part = run(arguments + QStringList{QStringLiteral("--partial"), QStringLiteral("--json")});
        QCOMPARE(part.exitCode, 0);
        QCOMPARE(jsonOf(part)[QStringLiteral("files")].toArray().size(), 2);
        QCOMPARE(test::readFile(path("out.0-1")), m_golden.source().left(4096));
        QCOMPARE(test::readFile(path("out.4-4")), m_golden.source().mid(4 * 2048, 2048));
        QVERIFY(!QFile::exists(path("out")));
    }

    void misusesGetASentenceAndANextStep_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *what, int exitCode, const char *says) {
            QTest::newRow(what) << QString::fromLatin1(what) << exitCode << QString::fromLatin1(says);
        };
        row("unknown command", 2, "--help");
        row("unknown option", 2, "--help");
        row("missing option", 2, "--buyer-id");
        row("no such package", 1, "does not exist");
        row("package is a file", 1, "is no folder");
        row("output is a folder", 1, "is a folder");
        row("wrong buyer key", 2, "it is for the public key 88851271c00c");
        row("wrong owner key", 2, "chunk-0.json");
        row("envelope missing", 1, "no envelope for chunk 3");
        row("ciphertext missing", 2, "missing encrypted data for chunk 3");
        row("ciphertext changed", 2, "chunk 3");
        row("access for somebody else", 2, "--buyer-id");
        row("no access files", 1, "access files");
        row("access file cut", 1, "not JSON");
        row("key file is a folder", 1, "owner.key");
        row("key file is no key", 1, "64 hex digits");
        row("earlier package in the way", 1, "--replace");
        row("url as input", 1, "not available in this version");
        row("later option", 1, "not available in this version");
        row("input is a pipe", 1, "no ordinary file");
        row("chunks beyond the end", 1, "0 to 5");
    }
    void misusesGetASentenceAndANextStep()
    {
        QFETCH(QString, what);
        QFETCH(int, exitCode);
        QFETCH(QString, says);
        const auto arguments = [&]() -> QStringList {
            const auto is = [&](const char *name) { return what == QLatin1String(name); };
            const auto package = m_scratch->path("package");
            if (is("unknown command")) {
                return {QStringLiteral("frobnicate")};
            }
            if (is("unknown option")) {
                return consumeArguments() << QStringLiteral("--frobnicate");
            }
            if (is("missing option")) {
                return without(consumeArguments(), "--buyer-id");
            }
            if (is("no such package")) {
                return {QStringLiteral("verify"), path("nowhere")};
            }
            if (is("package is a file")) {
                return {QStringLiteral("verify"), path("owner.key")};
            }
            if (is("output is a folder")) {
                return with(consumeArguments(), "--output", path("access"));
            }
            if (is("wrong buyer key")) {
                return with(consumeArguments(), "--buyer-private-key-file", path("stranger.key"));
            }
            if (is("wrong owner key")) {
                return with(grantArguments(), "--owner-private-key-file", path("stranger.key"));
            }
            if (is("envelope missing")) {
                std::filesystem::remove(package / "chunk-3.json");
                return consumeArguments();
            }
            if (is("ciphertext missing")) {
                std::filesystem::remove(package / "chunk-3.bin");
                return consumeArguments();
            }
            if (is("ciphertext changed")) {
                test::flipBit(package / "chunk-3.bin", 77);
                return consumeArguments();
            }
            if (is("access for somebody else")) {
                return with(consumeArguments(), "--buyer-id", QStringLiteral("buyer-2"));
            }
            if (is("no access files")) {
                std::filesystem::create_directory(m_scratch->path("empty"));
                return with(consumeArguments(), "--access-dir", path("empty"));
            }
            if (is("access file cut")) {
                const QString file = QDir(path("access")).filePath(test::namesIn(m_scratch->path("access")).at(0));
                test::writeFile(file, test::readFile(file).left(300));
                return consumeArguments();
            }
            if (is("key file is a folder")) {
                std::filesystem::remove(m_scratch->path("owner.key"));
                std::filesystem::create_directory(m_scratch->path("owner.key"));
                return grantArguments();
            }
            if (is("key file is no key")) {
                test::writeFile(path("owner.key"), secret("owner").left(60).toLatin1());
                return grantArguments();
            }
            if (is("earlier package in the way")) {
                return publishArguments(path("owner.key"), path("package"));
            }
            if (is("url as input")) {
                return publishArguments(QStringLiteral("https://example.org/x"), path("new"));
            }
            if (is("later option")) {
                return with(consumeArguments(), "--download-url", QStringLiteral("https://example.org/x"));
            }
            if (is("input is a pipe")) {
                ::mkfifo(qPrintable(path("pipe")), 0600);
                return publishArguments(path("pipe"), path("new"));
            }
            return grantArguments() << QStringLiteral("--chunks") << QStringLiteral("3-6");
        }();
        const QStringList before = test::namesIn(m_scratch->path(""));
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
        QVERIFY(outcome.err.contains(QStringLiteral("Error: ")));
        QCOMPARE(test::namesIn(m_scratch->path("")), before); // nothing half-written
        for (const char *role : {"owner", "buyer", "signing", "stranger"}) {
            QVERIFY(!outcome.err.contains(secret(role)));
        }
    }

    void aKeyInTheWrongPlaceIsNotRepeated_data()
    {
        QTest::addColumn<QString>("option");
        for (const char *option : {"--owner-public-key", "--chunk-size", "--frobnicate", "--input", "--machine-did",
                                   "--signing-key-file", "--s3"}) {
            QTest::newRow(option) << QString::fromLatin1(option);
        }
        QTest::newRow("as a command") << QString();
    }
    void aKeyInTheWrongPlaceIsNotRepeated()
    {
        QFETCH(QString, option);
        const QString key = secret("owner");
        for (const QString &spelling : {key, QStringLiteral("0x") + key, key.toUpper(), key + QStringLiteral("zz")}) {
            const Outcome outcome =
                option.isEmpty()
                    ? run({spelling})
                    : run(QStringList{QStringLiteral("-v")}
                          + with(publishArguments(path("data"), path("new")), qPrintable(option), spelling));
            QVERIFY(outcome.exitCode != 0);
            QVERIFY2(!outcome.err.contains(key, Qt::CaseInsensitive), qPrintable(outcome.err));
        }
    }

    void aPackageCannotSteerTheTerminal()
    {
        test::replaceText(m_scratch->path("package/chunk-1.json"), "did:peaq:4294967297", "\\u001b[31mred\\u009b");
        const QString text = words({QStringLiteral("verify"), path("package")});
        QVERIFY(text.contains(QStringLiteral("red")));
        QVERIFY(!text.contains(QLatin1Char('\x1b')));
        QVERIFY(!text.contains(QChar(0x9b)));
    }

    void verboseSaysMoreAndQuietNothing()
    {
        QVERIFY(
            words({QStringLiteral("-v"), QStringLiteral("verify"), path("package")}).contains(QStringLiteral("Took ")));
        QVERIFY(words({QStringLiteral("-q"), QStringLiteral("verify"), path("package")}).isEmpty());
        QCOMPARE(run({QStringLiteral("-q"), QStringLiteral("-v"), QStringLiteral("verify"), path("package")}).exitCode,
                 2);
    }

    void thereIsNoProgressBarInAPipe()
    {
        const QString text = words({QStringLiteral("verify"), path("package")});
        QVERIFY(!text.contains(QLatin1Char('\r')));
        QVERIFY(!text.contains(QLatin1Char('%')));
    }

    void filesWithoutPermissionAreNamed()
    {
        // To root nothing is forbidden; so root hands the work to nobody.
        const bool root = ::geteuid() == 0;
        const QString through =
            root ? QStringLiteral("setpriv --reuid=65534 --regid=65534 --clear-groups --") : QString();
        ::chmod(qPrintable(path("")), 0755);
        ::chmod(qPrintable(path("package")), 0755);
        ::chmod(qPrintable(path("package/chunk-2.json")), 0);
        const Outcome envelope = run({QStringLiteral("verify"), path("package")}, {}, through);
        QCOMPARE(envelope.exitCode, 2);
        QVERIFY2(envelope.err.contains(QStringLiteral("chunk 2: envelope cannot be read")), qPrintable(envelope.err));

        ::chmod(qPrintable(path("package/chunk-2.json")), 0644);
        ::chmod(qPrintable(path("package/chunk-3.bin")), 0);
        const Outcome data = run({QStringLiteral("verify"), path("package")}, {}, through);
        QVERIFY2(data.err.contains(QStringLiteral("chunk 3: encrypted data cannot be read")), qPrintable(data.err));

        ::chmod(qPrintable(path("package")), 0);
        const Outcome folder = run({QStringLiteral("verify"), path("package")}, {}, through);
        QCOMPARE(folder.exitCode, 1);
        QVERIFY(folder.err.contains(QStringLiteral("cannot be read")));
        ::chmod(qPrintable(path("package")), 0755);

        ::chmod(qPrintable(path("package/chunk-3.bin")), 0644);
        ::chmod(qPrintable(path("buyer.key")), 0644);
        std::filesystem::create_directory(m_scratch->path("locked"));
        ::chmod(qPrintable(path("locked")), 0555);
        const Outcome output = run(with(consumeArguments(), "--output", path("locked/out")), {}, through);
        QCOMPARE(output.exitCode, 1);
        QVERIFY2(output.err.contains(QStringLiteral("locked")), qPrintable(output.err));
    }

    void ctrlCStopsSoonAndLeavesNothing()
    {
        QProcess process;
        process.start(QStringLiteral(CLI_PROGRAM), publishArguments(QStringLiteral("-"), path("new")));
        process.write(QByteArray(3 << 20, 'x')); // some chunks, and then silence
        QTRY_VERIFY(!test::namesIn(m_scratch->path("")).filter(QStringLiteral(".part")).isEmpty());
        QElapsedTimer timer;
        timer.start();
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(5000));
        QVERIFY2(timer.elapsed() < 1000, "stopping took too long");
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(process.readAllStandardError().contains("Stopped"));
        QVERIFY(test::namesIn(m_scratch->path("")).filter(QStringLiteral("new")).isEmpty());
    }

    void inspectShowsWhatThePackageSays()
    {
        const Outcome plain = run({QStringLiteral("inspect"), path("package")});
        QCOMPARE(plain.exitCode, 0);
        QVERIFY(plain.out.contains(QStringLiteral("did:peaq:4294967297")));
        QVERIFY(plain.out.contains(QStringLiteral("6 of 6")));
        const QJsonObject json = jsonOf(run({QStringLiteral("inspect"), path("package"), QStringLiteral("--json")}));
        QCOMPARE(json[QStringLiteral("chunks")].toInt(), 6);
        QCOMPARE(json[QStringLiteral("recipients")].toArray().size(), 3);
        QCOMPARE(run({QStringLiteral("inspect"), path("nowhere")}).exitCode, 1);
    }

    void chunkIdIsTheOneInTheEnvelope()
    {
        const QJsonObject first = QJsonDocument::fromJson(test::readFile(path("package/chunk-0.json"))).object();
        const QJsonObject second = QJsonDocument::fromJson(test::readFile(path("package/chunk-1.json"))).object();
        const auto hash = [](const QJsonObject &envelope) {
            return envelope[QStringLiteral("encryptedDataHash")].toString();
        };
        const auto id = [](const QJsonObject &envelope) { return envelope[QStringLiteral("chunkId")].toString(); };
        QCOMPARE(run({QStringLiteral("chunk-id"), QStringLiteral("--encrypted-data-hash"), hash(first),
                      QStringLiteral("--index"), QStringLiteral("0")})
                     .out.trimmed(),
                 id(first));
        QCOMPARE(jsonOf(run({QStringLiteral("chunk-id"), QStringLiteral("--encrypted-data-hash"), hash(second),
                             QStringLiteral("--index"), QStringLiteral("1"), QStringLiteral("--previous-chunk-id"),
                             id(first), QStringLiteral("--json")}))[QStringLiteral("chunkId")]
                     .toString(),
                 id(second));
    }

    void aReadingThatWasChangedIsNotOpened()
    {
        test::writeFile(path("machine.key"), QByteArray(64, '7'));
        test::writeFile(path("fields.key"), QByteArray(64, '4'));
        test::writeFile(path("rules.json"), R"({"rules": [{"fieldPath": "driver", "action": "encrypt"}]})");
        test::writeFile(path("reading.json"), R"({"driver": "Alice Example", "speed": 21.5})");
        const auto open = [this] {
            return run({QStringLiteral("data"), QStringLiteral("open"), path("signed.json"),
                        QStringLiteral("--field-key-file"), path("fields.key"), QStringLiteral("--output"),
                        path("opened.json"), QStringLiteral("--no-sync")});
        };
        QCOMPARE(run({QStringLiteral("data"), QStringLiteral("sign"), path("reading.json"),
                      QStringLiteral("--signing-key-file"), path("machine.key"), QStringLiteral("--field-key-file"),
                      path("fields.key"), QStringLiteral("--rules"), path("rules.json"), QStringLiteral("--output"),
                      path("signed.json"), QStringLiteral("--no-sync")})
                     .exitCode,
                 0);
        QVERIFY(!test::readFile(path("signed.json")).contains("Alice"));
        QCOMPARE(open().exitCode, 0);
        QVERIFY(test::readFile(path("opened.json")).contains("Alice Example"));

        QVERIFY(QFile::remove(path("opened.json")));
        test::replaceText(m_scratch->path("signed.json"), "21.5", "51.5");
        const Outcome changed = open(); // ErrorCode::VerificationFailed
        QCOMPARE(changed.exitCode, 2);
        QVERIFY2(changed.err.contains(QStringLiteral("Not signed by did:peaq:0x")), qPrintable(changed.err));
        QVERIFY(!QFile::exists(path("opened.json")));
    }

    void theSampleIsIntact()
    {
        const QString sample = QStringLiteral(SAMPLE_PACKAGE "/package");
        QCOMPARE(run({QStringLiteral("verify"), sample}).exitCode, 0);
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "test_cli.moc"
