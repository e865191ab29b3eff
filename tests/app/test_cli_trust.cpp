// Whom to believe, at the command line: `trust`, and what verify makes of it.
#include "tests/support/package_fixture.h"
#include "tests/support/program.h"

#include <QJsonArray>
#include <QTest>

using namespace streamdesk;
using test::jsonOf;
using test::Outcome;
using test::run;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '));
}

} // namespace

class TestCliTrust : public QObject
{
    Q_OBJECT

private:
    const test::GoldenPackage m_golden{QStringLiteral("csv")};
    const QString m_did = m_golden.keys[QStringLiteral("machineDid")].toString();
    const QString m_key = m_golden.publicKey(QStringLiteral("signing"));
    const QString m_other = QStringLiteral("ab").repeated(32);
    std::unique_ptr<test::Scratch> m_scratch;

    QString path(const char *name) const { return m_scratch->qpath(name); }
    QString storeFile() const { return path("config/streamdesk/trust.json"); }
    QJsonObject stored() const { return jsonOf(run(words("trust list --json"))); }
    QJsonObject machine() const { return stored()[QStringLiteral("machines")][0].toObject(); }
    Outcome add(const QString &key) const
    {
        return run(words("trust add --did") << m_did << QStringLiteral("--key") << key);
    }
    QString code() const { return run(words("code") << path("package")).out.trimmed(); }
    QString verdictOf(const QStringList &arguments) const
    {
        return jsonOf(run(QStringList{QStringLiteral("verify"), QStringLiteral("--json")}
                          + arguments))[QStringLiteral("verdict")]
            .toString();
    }

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<test::Scratch>();
        m_scratch->copy(m_golden, "package");
        qputenv("XDG_CONFIG_HOME", path("config").toLocal8Bit());
    }

    void nothingIsTrustedAtFirst()
    {
        QCOMPARE(verdictOf({path("package")}), QStringLiteral("intact-untrusted"));
        const Outcome list = run(words("trust list"));
        QCOMPARE(list.exitCode, 0);
        QVERIFY(list.out.isEmpty() && list.err.contains(QStringLiteral("No machine is trusted yet")));
        QVERIFY2(!QFile::exists(path("config")), "looking made files");
    }

    void theCodeMakesATrustedKeyAndAPin()
    {
        const Outcome added = run(words("trust add --label Rover --code") << code() << path("package"));
        QCOMPARE(added.exitCode, 0);
        QVERIFY(added.err.contains(m_did));
        QCOMPARE(machine()[QStringLiteral("label")].toString(), QStringLiteral("Rover"));
        QCOMPARE(machine()[QStringLiteral("keys")][0][QStringLiteral("publicKeyHex")].toString(), m_key);
        QCOMPARE(machine()[QStringLiteral("chains")][0][QStringLiteral("totalChunks")].toInt(), 6);
        const Outcome verified = run(words("verify") << path("package"));
        QCOMPARE(verified.exitCode, 0);
        QVERIFY(verified.err.contains(QStringLiteral("signer trusted: 6 chunks, complete and in order")));
        const QString list = run(words("trust list")).out;
        QVERIFY(list.contains(QStringLiteral("Rover")) && list.contains(QStringLiteral("6 chunks")));
    }

    void whatDoesNotFitIsNotAdded_data()
    {
        QTest::addColumn<QString>("mutation");
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::newRow("re-signed, with the code") << "resigned-by-stranger-NOT-DETECTED"
                                                  << "--code" << QString();
        QTest::newRow("reordered, with the code") << "chunks-reordered-and-relinked-NOT-DETECTED"
                                                  << "--code" << QString();
        QTest::newRow("re-signed, with the key")
            << "resigned-by-stranger-NOT-DETECTED" << QStringLiteral("--key") << m_key;
        QTest::newRow("two signers, with the key")
            << "one-chunk-forged-NOT-DETECTED" << QStringLiteral("--key") << m_key;
        QTest::newRow("damaged, with the key") << "bitflip-3" << QStringLiteral("--key") << m_key;
    }

    void whatDoesNotFitIsNotAdded()
    {
        QFETCH(QString, mutation);
        QFETCH(QString, option);
        QFETCH(QString, value);
        test::writeMutation(mutation, m_scratch->path("case"));
        const Outcome outcome = run(words("trust add") << path("case") << option << (value.isEmpty() ? code() : value));
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains(QStringLiteral("nothing was added")), qPrintable(outcome.err));
        QVERIFY(!QFile::exists(storeFile()));
    }

    void aKeyIsReadAsPeopleWriteIt_data()
    {
        QTest::addColumn<QString>("key");
        QString groups = m_key.toUpper();
        for (qsizetype at = groups.size() - 4; at > 0; at -= 4) {
            groups.insert(at, QLatin1Char(' '));
        }
        QTest::newRow("hex") << m_key;
        QTest::newRow("groups in upper case") << groups;
        QTest::newRow("colons") << groups.replace(QLatin1Char(' '), QLatin1Char(':'));
    }

    void aKeyIsReadAsPeopleWriteIt()
    {
        QFETCH(QString, key);
        QCOMPARE(add(key).exitCode, 0);
        QCOMPARE(verdictOf({path("package")}), QStringLiteral("intact-trusted"));
        QVERIFY2(run(words("verify") << path("package")).err.contains(QStringLiteral("as the sender arranged them")),
                 "a key alone says nothing of order");
    }

    void badValuesAreRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("short key") << (words("trust add --did d --key") << m_key.left(62)) << 1;
        QTest::newRow("no key") << words("trust add --did d") << 1;
        QTest::newRow("no machine") << (words("trust add --key") << m_key) << 1;
        QTest::newRow("a code without its package") << words("trust add --code 0000") << 1;
        QTest::newRow("a package and nothing to compare") << words("trust add package") << 1;
        QTest::newRow("revoking no key") << words("trust revoke --did d") << 2;
        QTest::newRow("removing what is not there") << words("trust remove --did d") << 1;
        QTest::newRow("importing what is not there") << words("trust import nothing.json") << 2;
        QTest::newRow("nothing") << words("trust") << 2;
    }

    void badValuesAreRefused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const Outcome outcome = run(arguments);
        QVERIFY2(outcome.exitCode == exitCode, qPrintable(outcome.err));
        QVERIFY(outcome.err.startsWith(QStringLiteral("Error: ")));
        QVERIFY(!QFile::exists(storeFile()));
    }

    void aTypedKeyIsNotRepeatedInErrors()
    {
        const Outcome outcome = run(words("trust remove --did d --key") << m_other);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(!outcome.err.contains(m_other), qPrintable(outcome.err));
    }

    void aRevokedKeyIsNamedOnWhatItSigned()
    {
        QCOMPARE(add(m_key).exitCode, 0);
        QCOMPARE(run(words("trust revoke --note stolen --did") << m_did << QStringLiteral("--key") << m_key).exitCode,
                 0);
        QCOMPARE(machine()[QStringLiteral("keys")][0][QStringLiteral("note")].toString(), QStringLiteral("stolen"));
        const Outcome verified = run(words("verify") << path("package"));
        QCOMPARE(verified.exitCode, 2);
        QVERIFY(verified.err.contains(QStringLiteral("signed with a key that was revoked")));
        const Outcome again = add(m_key);
        QCOMPARE(again.exitCode, 1);
        QVERIFY(again.err.contains(QStringLiteral("was revoked"))
                && again.err.contains(QStringLiteral("trust remove")));
        QCOMPARE(run(words("trust remove --did") << m_did << QStringLiteral("--key") << m_key).exitCode, 0);
        QCOMPARE(add(m_key).exitCode, 0);
        QCOMPARE(verdictOf({path("package")}), QStringLiteral("intact-trusted"));
        QCOMPARE(run(words("trust remove --did") << m_did).exitCode, 0);
        QCOMPARE(verdictOf({path("package")}), QStringLiteral("intact-untrusted"));
    }

    void aGivenFileTakesThePlaceOfTheStore()
    {
        QCOMPARE(add(m_other).exitCode, 0);
        QCOMPARE(verdictOf({path("package")}), QStringLiteral("signer-changed"));
        test::writeFile(path("theirs.json"), "{\"schemaVersion\":\"streamdesk.trust.v1\",\"machines\":[]}");
        QCOMPARE(verdictOf({path("package"), QStringLiteral("--trusted"), path("theirs.json")}),
                 QStringLiteral("intact-untrusted"));
    }

    void aChainThatHasGrownIsNotRolledBack()
    {
        QCOMPARE(run(words("trust add --code") << code() << path("package")).exitCode, 0);
        const auto pinAt = [&](const QString &head) {
            QJsonObject trust = stored();
            QJsonObject known = machine();
            known[QStringLiteral("chains")] = QJsonArray{QJsonObject{
                {QStringLiteral("firstChunkId"), known[QStringLiteral("chains")][0][QStringLiteral("firstChunkId")]},
                {QStringLiteral("headChunkId"), head},
                {QStringLiteral("totalChunks"), 4}}};
            trust[QStringLiteral("machines")] = QJsonArray{known};
            test::writeFile(storeFile(), QJsonDocument(trust).toJson());
        };
        pinAt(QJsonDocument::fromJson(test::readFile(path("package/chunk-3.json")))[QStringLiteral("chunkId")]
                  .toString());
        const Outcome grown = run(words("verify") << path("package"));
        QCOMPARE(grown.exitCode, 0);
        QVERIFY2(grown.err.contains(QStringLiteral("has grown since")), qPrintable(grown.err));
        QVERIFY(!grown.err.contains(QStringLiteral("complete and in order")));
        pinAt(QStringLiteral("0x00"));
        QCOMPARE(verdictOf({path("package")}), QStringLiteral("rolled-back"));
    }

    void aPartThatWasBoughtIsNotRolledBack()
    {
        QCOMPARE(run(words("trust add --code") << code() << path("package")).exitCode, 0);
        const auto keyFile = [&](const char *role) {
            const QString file = path("key-") + QLatin1String(role);
            test::writeFile(
                file,
                m_golden.keys[QLatin1String(role)].toObject()[QStringLiteral("privateKeyHex")].toString().toLatin1());
            return file;
        };
        QCOMPARE(run(words("grant --no-sync --buyer-id b --chunks 0-2 --chunk-dir")
                     << path("package") << QStringLiteral("--output-dir") << path("access")
                     << QStringLiteral("--buyer-public-key") << m_golden.publicKey(QStringLiteral("buyer"))
                     << QStringLiteral("--owner-private-key-file") << keyFile("owner"))
                     .exitCode,
                 0);
        for (const char *const chunk : {"3", "4", "5"}) {
            for (const char *const kind : {".json", ".bin"}) {
                QVERIFY(QFile::remove(path("package/chunk-") + QLatin1String(chunk) + QLatin1String(kind)));
            }
        }
        QCOMPARE(verdictOf({path("package")}), QStringLiteral("rolled-back"));
        const Outcome outcome =
            run(words("consume --no-sync --partial --buyer-id b --chunk-dir")
                << path("package") << QStringLiteral("--data-dir") << path("package") << QStringLiteral("--access-dir")
                << path("access") << QStringLiteral("--buyer-private-key-file") << keyFile("buyer")
                << QStringLiteral("--output") << path("out"));
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        QVERIFY(!outcome.err.contains(QStringLiteral("complete and in order")));
    }

    void verifyNeverWritesToTheStore()
    {
        QCOMPARE(add(m_key).exitCode, 0);
        const QByteArray before = test::readFile(storeFile());
        QCOMPARE(run(words("verify --code") << code() << path("package")).exitCode, 0);
        QCOMPARE(test::readFile(storeFile()), before);
    }

    void whatIsExportedIsImportedElsewhere()
    {
        QCOMPARE(run(words("trust add --code") << code() << path("package")).exitCode, 0);
        QCOMPARE(run(words("trust export") << path("out.json")).exitCode, 0);
        const QByteArray exported = test::readFile(path("out.json"));
        QCOMPARE(run(words("trust export")).out.toUtf8(), exported);
        QVERIFY(run(words("trust export") << path("out.json")).err.contains(QStringLiteral("--replace")));
        QCOMPARE(run(words("trust export --replace") << path("out.json")).exitCode, 0);

        qputenv("XDG_CONFIG_HOME", path("elsewhere").toLocal8Bit());
        const Outcome imported = run(words("trust import") << path("out.json"));
        QCOMPARE(imported.exitCode, 0);
        QVERIFY2(imported.err.contains(QStringLiteral("1 machine, 1 trusted key, 0 revoked keys, 1 chain")),
                 qPrintable(imported.err));
        QCOMPARE(run(words("trust export")).out.toUtf8(), exported);
        QVERIFY(run(words("verify") << path("package")).err.contains(QStringLiteral("complete and in order")));
    }

    void aStoreOfANewerProgramIsLeftAlone()
    {
        QVERIFY(QDir().mkpath(path("config/streamdesk")));
        const QByteArray newer = "{\"schemaVersion\":\"streamdesk.trust.v2\",\"machines\":[]}";
        test::writeFile(storeFile(), newer);
        const Outcome added = add(m_key);
        QCOMPARE(added.exitCode, 1);
        QVERIFY2(added.err.contains(QStringLiteral("newer program")), qPrintable(added.err));
        QCOMPARE(test::readFile(storeFile()), newer);
        const Outcome verified = run(words("verify") << path("package"));
        QVERIFY2(verified.exitCode == 1 && verified.err.contains(storeFile()), qPrintable(verified.err));
    }

    // What whoever holds the files can do, and the reference calls valid.
    void eachForgeryIsCaught_data()
    {
        QTest::addColumn<QString>("mutation");
        QTest::addColumn<QString>("withTrust"); // the key is trusted and the chain was seen
        QTest::addColumn<QString>("withCode");  // nothing is known but the code
        QTest::newRow("another machine's name") << "did-replaced-NOT-DETECTED"
                                                << "signer-changed"
                                                << "signer-changed";
        QTest::newRow("signed again by a stranger") << "resigned-by-stranger-NOT-DETECTED"
                                                    << "signer-changed"
                                                    << "code-mismatch";
        QTest::newRow("one chunk of a stranger's") << "one-chunk-forged-NOT-DETECTED"
                                                   << "signer-changed"
                                                   << "signer-changed";
        QTest::newRow("a chunk dropped") << "chunk-dropped-and-relinked-NOT-DETECTED"
                                         << "rolled-back"
                                         << "code-mismatch";
        // Chunk 0 is another, and with it the chain: order is not claimed, and only the code tells.
        QTest::newRow("reordered") << "chunks-reordered-and-relinked-NOT-DETECTED"
                                   << "intact-trusted"
                                   << "code-mismatch";
        QTest::newRow("a chunk repeated") << "chunk-repeated-and-relinked-NOT-DETECTED"
                                          << "rolled-back"
                                          << "code-mismatch";
        QTest::newRow("a worthless key") << "identity-key-signs-anything-NOT-DETECTED"
                                         << "signer-changed"
                                         << "signer-changed";
    }

    void eachForgeryIsCaught()
    {
        QFETCH(QString, mutation);
        test::writeMutation(mutation, m_scratch->path("case"));
        const QString expected = code();
        QTEST(verdictOf({path("case"), QStringLiteral("--code"), expected}), "withCode");
        QCOMPARE(run(words("trust add --code") << expected << path("package")).exitCode, 0);
        QTEST(verdictOf({path("case")}), "withTrust");
    }
};

QTEST_APPLESS_MAIN(TestCliTrust)
#include "test_cli_trust.moc"
