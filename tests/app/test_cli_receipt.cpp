// Receipts on the command line.
#include "tests/support/package_fixture.h"
#include "tests/support/program.h"

#include <QTest>

using namespace streamdesk;
using test::jsonOf;
using test::run;

class TestCliReceipt : public QObject
{
    Q_OBJECT

private:
    const test::GoldenPackage m_golden{QStringLiteral("csv")};
    std::unique_ptr<test::Scratch> m_scratch;

    QString path(const char *name) const { return m_scratch->qpath(name); }
    QStringList verifyArguments() const
    {
        return {QStringLiteral("verify"),
                path("package"),
                QStringLiteral("--receipt"),
                path("receipt.json"),
                QStringLiteral("--signing-key-file"),
                path("desk.key")};
    }
    QString key() const { return m_golden.publicKey(QStringLiteral("signing")); }

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<test::Scratch>();
        m_scratch->copy(m_golden, "package");
        test::writeFile(
            path("desk.key"),
            m_golden.keys[QStringLiteral("signing")].toObject()[QStringLiteral("privateKeyHex")].toString().toLatin1());
    }

    void isWrittenAndChecked()
    {
        const auto written = run(verifyArguments());
        QCOMPARE(written.exitCode, 0);
        QVERIFY2(written.err.contains(QStringLiteral("Wrote the receipt to")), qPrintable(written.err));
        const auto checked = run(
            {QStringLiteral("verify-receipt"), path("receipt.json"), path("package"), QStringLiteral("--key"), key()});
        QCOMPARE(checked.exitCode, 0);
        QVERIFY(checked.err.contains(QStringLiteral("The receipt is as it was signed.")));
        QVERIFY(checked.err.contains(QStringLiteral("is the one of the receipt, in the same state")));
        const auto json = jsonOf(run({QStringLiteral("verify-receipt"), path("receipt.json"), path("package"),
                                      QStringLiteral("--key"), key(), QStringLiteral("--json")}));
        QCOMPARE(json[QStringLiteral("holds")].toBool(), true);
        QCOMPARE(json[QStringLiteral("signature")].toString(), QStringLiteral("valid"));
        QCOMPARE(json[QStringLiteral("signedBy")].toString(), key());
        QCOMPARE(json[QStringLiteral("keyFits")].toBool(), true);
        QCOMPARE(json[QStringLiteral("package")].toString(), QStringLiteral("same"));
        QCOMPARE(json[QStringLiteral("verdict")].toString(), QStringLiteral("intact-untrusted"));
        QCOMPARE(json[QStringLiteral("totalChunks")].toInt(), 6);
        const auto alone =
            jsonOf(run({QStringLiteral("verify-receipt"), path("receipt.json"), QStringLiteral("--json")}));
        QVERIFY(alone[QStringLiteral("keyFits")].isNull());
        QVERIFY(alone[QStringLiteral("package")].isNull());
    }

    void isWrittenOfADamagedPackageToo()
    {
        test::flipBit(m_scratch->path("package") / "chunk-2.bin", 9);
        QCOMPARE(run(QStringList{QStringLiteral("-q")} + verifyArguments()).exitCode, 2);
        const auto checked = run({QStringLiteral("verify-receipt"), path("receipt.json"), path("package")});
        QCOMPARE(checked.exitCode, 0);
        QVERIFY(checked.err.contains(QStringLiteral("Verdict then: damaged")));
        test::flipBit(m_scratch->path("package") / "chunk-2.bin", 9);
        const auto repaired = run({QStringLiteral("verify-receipt"), path("receipt.json"), path("package")});
        QCOMPARE(repaired.exitCode, 2);
        QVERIFY(repaired.err.contains(QStringLiteral("not in the same state")));
    }

    void refusesWhatIsInTheWay()
    {
        test::writeFile(path("receipt.json"), "mine");
        const auto refused = run(verifyArguments());
        QCOMPARE(refused.exitCode, 1); // ErrorCode::InTheWay
        QCOMPARE(test::readFile(path("receipt.json")), QByteArray("mine"));
        QCOMPARE(run(verifyArguments() << QStringLiteral("--replace")).exitCode, 0);
        QCOMPARE(run({QStringLiteral("verify-receipt"), path("receipt.json")}).exitCode, 0);
    }

    void oneWithoutTheOtherIsAMistake()
    {
        QStringList arguments = verifyArguments();
        QCOMPARE(run(arguments.first(4)).exitCode, 2);
        arguments.remove(2, 2);
        QCOMPARE(run(arguments).exitCode, 2);
        QVERIFY(!QFile::exists(path("receipt.json")));
    }

    void changedReceiptAndOtherKeysDoNotHold()
    {
        QCOMPARE(run(verifyArguments()).exitCode, 0);
        const auto other = run({QStringLiteral("verify-receipt"), path("receipt.json"), QStringLiteral("--key"),
                                m_golden.publicKey(QStringLiteral("owner"))});
        QCOMPARE(other.exitCode, 2);
        QVERIFY(other.err.contains(QStringLiteral("another key than the one that was given")));
        test::replaceText(m_scratch->path("receipt.json"), "intact-untrusted", "intact-trusted");
        const auto changed = run({QStringLiteral("verify-receipt"), path("receipt.json")});
        QCOMPARE(changed.exitCode, 2);
        QVERIFY(changed.err.contains(QStringLiteral("was changed after it was signed")));
        const auto none = run({QStringLiteral("verify-receipt"), path("package/manifest.json")});
        QCOMPARE(none.exitCode, 1); // ErrorCode::UnsupportedSchema
    }
};

QTEST_GUILESS_MAIN(TestCliReceipt)

#include "test_cli_receipt.moc"
