// The kit of small broken packages (tests/data/kit, written by tests/kit/make-kit.py): what verify and consume say of
// each, and what consume releases.
#include "tests/support/package_fixture.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QTest>

using namespace streamdesk;

namespace {

struct Outcome
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

Outcome run(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral(CLI_PROGRAM), arguments);
    Outcome outcome;
    if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit) {
        outcome.exitCode = process.exitCode();
    }
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

QStringList optionsOf(const QJsonObject &kitCase, const QString &command)
{
    QStringList options;
    for (const QJsonValueRef option : kitCase[QStringLiteral("options")].toObject()[command].toArray()) {
        options.append(option.toString());
    }
    return options;
}

void apply(const QJsonObject &edit, const std::filesystem::path &folder)
{
    const std::filesystem::path path = folder / edit[QStringLiteral("file")].toString().toStdString();
    if (edit.contains(QStringLiteral("remove"))) {
        std::filesystem::remove(path);
    } else if (edit.contains(QStringLiteral("folder"))) {
        std::filesystem::remove(path);
        std::filesystem::create_directory(path);
    } else {
        const QString name = QString::fromStdString(path.string());
        QByteArray content = QFile::exists(name) ? test::readFile(name) : QByteArray();
        const QByteArray put = edit.contains(QStringLiteral("putBase64"))
                                   ? QByteArray::fromBase64(edit[QStringLiteral("putBase64")].toString().toLatin1())
                                   : edit[QStringLiteral("put")].toString().toLatin1();
        content.replace(edit[QStringLiteral("at")].toInt(), edit[QStringLiteral("take")].toInt(),
                        put.repeated(edit[QStringLiteral("times")].toInt(1)));
        test::writeFile(name, content);
    }
}

} // namespace

class TestKit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holds()
    {
        const auto count = QDir(test::dataPath(QStringLiteral("kit"))).entryList({QStringLiteral("*.json")}).size();
        QVERIFY2(count >= 360, "cases are missing");
    }

    void says_data()
    {
        QTest::addColumn<QJsonObject>("kitCase");
        const QDir kit(test::dataPath(QStringLiteral("kit")));
        for (const QString &name : kit.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
            QTest::newRow(qPrintable(name)) << QJsonDocument::fromJson(test::readFile(kit.filePath(name))).object();
        }
    }
    void says()
    {
        QFETCH(QJsonObject, kitCase);
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("text-utf8"));
        scratch.copy(golden, "package");
        scratch.copy(golden, "access");
        std::filesystem::create_directory(scratch.path("out"));
        test::setText(
            scratch.path("buyer.key"),
            golden.keys[QStringLiteral("buyer")].toObject()[QStringLiteral("privateKeyHex")].toString().toStdString());
        for (const QJsonValueRef edit : kitCase[QStringLiteral("edits")].toArray()) {
            apply(edit.toObject(), scratch.path(""));
        }

        const QJsonObject verify = kitCase[QStringLiteral("verify")].toObject();
        const Outcome verified = run(scratch.qpath(""), QStringList{QStringLiteral("verify"), QStringLiteral("package"),
                                                                    QStringLiteral("--json")}
                                                            + optionsOf(kitCase, QStringLiteral("verify")));
        const QString verdict = QJsonDocument::fromJson(verified.out).object()[QStringLiteral("verdict")].toString();
        QVERIFY2(verified.exitCode == verify[QStringLiteral("exit")].toInt(), verified.err + verified.out);
        QCOMPARE(verdict, verify[QStringLiteral("verdict")].toString());

        const QJsonObject consume = kitCase[QStringLiteral("consume")].toObject();
        const Outcome consumed =
            run(scratch.qpath(""),
                QStringList{QStringLiteral("consume"), QStringLiteral("--chunk-dir"), QStringLiteral("package"),
                            QStringLiteral("--data-dir"), QStringLiteral("package"), QStringLiteral("--access-dir"),
                            QStringLiteral("access"), QStringLiteral("--buyer-id"), QStringLiteral("buyer-1"),
                            QStringLiteral("--buyer-private-key-file"), QStringLiteral("buyer.key"),
                            QStringLiteral("--output"), QStringLiteral("out/data"), QStringLiteral("--no-sync")}
                    + optionsOf(kitCase, QStringLiteral("consume")));
        const QJsonValue released = consume[QStringLiteral("releasedSha256")];
        const QStringList names = test::namesIn(scratch.path("out"));
        QVERIFY2(consumed.exitCode == consume[QStringLiteral("exit")].toInt(), consumed.err);
        QCOMPARE(names, released.isNull() ? QStringList() : QStringList{QStringLiteral("data")});
        if (!released.isNull()) {
            QCOMPARE(QString::fromLatin1(
                         QCryptographicHash::hash(test::readFile(scratch.qpath("out/data")), QCryptographicHash::Sha256)
                             .toHex()),
                     released.toString());
        } else {
            QVERIFY2(consumed.err.contains("Error: "), consumed.err);
        }
    }
};

QTEST_GUILESS_MAIN(TestKit)
#include "test_kit.moc"
