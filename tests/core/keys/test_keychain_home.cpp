#include "core/base/errors.h"
#include "tests/support/bytes.h"
#include "tests/support/expect.h"
#include "tests/support/files.h"
#include "tests/support/secret_service.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace streamdesk;
using test::SecretService;

namespace {

QString nameOf(ErrorCode code)
{
    return QString::fromLatin1(errorCodeName(code));
}

// A program that uses the keychain in this session.
class Program
{
public:
    explicit Program(const SecretService &session, int patience = 20000,
                     QProcessEnvironment environment = QProcessEnvironment())
    {
        m_process.setProcessEnvironment(environment.isEmpty() ? session.environment() : environment);
        m_process.start(QStringLiteral(KEYCHAIN_PROBE),
                        {QString::fromStdString((session.home() / "streamdesk" / "keys.json").string()),
                         QString::number(patience)});
        if (!m_process.waitForStarted()) {
            throw std::runtime_error("no probe");
        }
    }
    ~Program()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(5000)) {
            qWarning("the program does not come to its end");
            m_process.kill();
            m_process.waitForFinished();
        }
    }

    void ask(const QString &command)
    {
        m_process.write(command.toUtf8() + "\n");
        while (m_process.bytesToWrite() > 0 && m_process.waitForBytesWritten()) {}
    }
    [[nodiscard]] QString answer()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(60000)) {}
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }
    [[nodiscard]] QString answerTo(const QString &command)
    {
        ask(command);
        return answer();
    }
    // Its first word: "ok" or a code.
    [[nodiscard]] QString outcomeOf(const QString &command)
    {
        return answerTo(command).section(QLatin1Char(' '), 0, 0);
    }

private:
    QProcess m_process;
};

QString secretTool(const SecretService &session, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessEnvironment(session.environment());
    process.start(QStringLiteral("secret-tool"), arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

// How others find the entry of a key.
QStringList attributes(const QString &id)
{
    const QString application = QStringLiteral("io.github.streamdesk.StreamDesk");
    return {QStringLiteral("user"),   application + QLatin1Char('/') + id,
            QStringLiteral("server"), application,
            QStringLiteral("type"),   QStringLiteral("base64")};
}

} // namespace

#define EXPECT(program, command, code)                                                                                 \
    do {                                                                                                               \
        const QString answered = (program).answerTo(QStringLiteral(command));                                          \
        QVERIFY2(answered.startsWith(nameOf(code) + QLatin1Char(' ')), qPrintable(answered));                          \
    } while (false)

class TestKeychainHome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsSecretsOneEntryAKey()
    {
        SecretService session;
        session.start();
        Program program(session);
        const QString id = program.answerTo(QStringLiteral("generate Lab")).section(QLatin1Char(' '), 1);
        QCOMPARE(id.size(), 32);
        const QString hex = program.answerTo(QStringLiteral("secret Lab")).section(QLatin1Char(' '), 1);
        QCOMPARE(hex.size(), 64);
        // Another implementation finds the same bytes.
        const QByteArray raw = QByteArray::fromHex(hex.toLatin1());
        QCOMPARE(secretTool(session, QStringList{QStringLiteral("lookup")} + attributes(id)),
                 QString::fromLatin1(raw.toBase64()));
        QCOMPARE(program.outcomeOf(QStringLiteral("generate Fleet")), QStringLiteral("ok"));
        QVERIFY(program.answerTo(QStringLiteral("secret Fleet")) != QStringLiteral("ok ") + hex);

        // No file of this person holds it, however it is spelled.
        for (const auto &entry : std::filesystem::recursive_directory_iterator(session.home())) {
            if (entry.is_regular_file()) {
                const std::string content = test::contentOf(entry.path());
                for (const QByteArray &form : {raw, raw.toHex(), raw.toHex().toUpper(), raw.toBase64()}) {
                    QVERIFY2(content.find(form.toStdString()) == std::string::npos, entry.path().c_str());
                }
            }
        }
        QCOMPARE(program.outcomeOf(QStringLiteral("remove Lab")), QStringLiteral("ok"));
        QCOMPARE(secretTool(session, QStringList{QStringLiteral("lookup")} + attributes(id)), QString());
        EXPECT(program, "secret Lab", ErrorCode::UnknownKey);
        QCOMPARE(program.outcomeOf(QStringLiteral("secret Fleet")), QStringLiteral("ok"));
    }

    void lockedIsToldFromMissing()
    {
        SecretService session;
        session.start();
        Program program(session);
        QCOMPARE(program.outcomeOf(QStringLiteral("generate Lab")), QStringLiteral("ok"));
        const QString secret = program.answerTo(QStringLiteral("secret Lab"));
        session.lock();
        EXPECT(program, "secret Lab", ErrorCode::KeychainLocked);
        EXPECT(program, "remove Lab", ErrorCode::KeychainLocked);
        EXPECT(program, "generate Fleet", ErrorCode::KeychainLocked);
        QCOMPARE(program.answerTo(QStringLiteral("count")), QStringLiteral("ok 1"));
        {
            // Where there is a display, a question that ends without an answer was closed.
            QProcessEnvironment environment = session.environment();
            environment.insert(QStringLiteral("DISPLAY"), QStringLiteral(":none"));
            Program other(session, 20000, environment);
            EXPECT(other, "secret Lab", ErrorCode::KeychainCancelled);
            EXPECT(other, "remove Lab", ErrorCode::KeychainCancelled);
        }
        session.end();
        session.start();
        QCOMPARE(program.answerTo(QStringLiteral("secret Lab")), secret);
    }

    void killedWhileItIsAsked()
    {
        SecretService session;
        session.start();
        Program program(session);
        QCOMPARE(program.outcomeOf(QStringLiteral("generate Lab")), QStringLiteral("ok"));
        const QString secret = program.answerTo(QStringLiteral("secret Lab"));
        for (const char *const command : {"secret Lab", "generate Fleet", "remove Lab"}) {
            session.freeze();
            program.ask(QString::fromLatin1(command));
            QThread::msleep(300); // long enough for the question to be on its way
            session.kill();
            const QString told = program.answer();
            QVERIFY2(told.startsWith(nameOf(ErrorCode::KeychainGone)), qPrintable(told));
            EXPECT(program, "secret Lab", ErrorCode::KeychainAbsent);
            session.start();
            QCOMPARE(program.answerTo(QStringLiteral("secret Lab")), secret);
            QCOMPARE(program.answerTo(QStringLiteral("count")), QStringLiteral("ok 1"));
        }
    }

    void slowIsGivenUpAndUndone()
    {
        SecretService session;
        session.start();
        QCOMPARE(Program(session).outcomeOf(QStringLiteral("generate Lab")), QStringLiteral("ok"));
        Program program(session, 700);
        const QString secret = program.answerTo(QStringLiteral("secret Lab"));
        session.freeze();
        QElapsedTimer timer;
        timer.start();
        EXPECT(program, "secret Lab", ErrorCode::KeychainSlow);
        QVERIFY2(timer.elapsed() >= 700 && timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
        EXPECT(program, "remove Lab", ErrorCode::KeychainSlow);
        EXPECT(program, "generate Fleet", ErrorCode::KeychainSlow);
        session.thaw();
        QTRY_COMPARE(program.outcomeOf(QStringLiteral("secret Lab")), QStringLiteral("ok"));
        QCOMPARE(program.answerTo(QStringLiteral("secret Lab")), secret);
        QCOMPARE(program.answerTo(QStringLiteral("count")), QStringLiteral("ok 1"));
    }

    // A request to store that was given up, at whatever step, comes to its end later and is undone then.
    void storingThatWasGivenUpLeavesNothing()
    {
        SecretService session;
        session.start();
        Program program(session, 700);
        const QStringList search = {QStringLiteral("search"), QStringLiteral("--all"), QStringLiteral("server"),
                                    QStringLiteral("io.github.streamdesk.StreamDesk")};
        for (int round = 0; round < 12; ++round) {
            program.ask(QStringLiteral("generate Fleet"));
            QThread::msleep(static_cast<unsigned long>(2 * round));
            session.freeze();
            QThread::msleep(900);
            session.thaw();
            if (program.answer().startsWith(QStringLiteral("ok"))) { // it was quicker
                QCOMPARE(program.outcomeOf(QStringLiteral("remove Fleet")), QStringLiteral("ok"));
            }
            QTRY_COMPARE(secretTool(session, search), QString());
        }
    }

    void absent()
    {
        const SecretService session; // a bus and no service
        Program program(session);
        EXPECT(program, "generate Lab", ErrorCode::KeychainAbsent);
        QCOMPARE(program.answerTo(QStringLiteral("count")), QStringLiteral("ok 0"));

        QProcessEnvironment environment = session.environment();
        environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        Program withoutBus(session, 20000, environment);
        EXPECT(withoutBus, "generate Lab", ErrorCode::KeychainAbsent);
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nowhere"));
        Program deadBus(session, 20000, environment);
        EXPECT(deadBus, "generate Lab", ErrorCode::KeychainAbsent);
    }

    void denied()
    {
        SecretService session(SecretService::Bus::Denied);
        session.start();
        Program program(session);
        EXPECT(program, "generate Lab", ErrorCode::KeychainDenied);
    }

    void missingStaysMissing()
    {
        SecretService session;
        session.start();
        Program program(session);
        const QString id = program.answerTo(QStringLiteral("generate Lab")).section(QLatin1Char(' '), 1);
        secretTool(session, QStringList{QStringLiteral("clear")} + attributes(id));
        EXPECT(program, "secret Lab", ErrorCode::KeyEntryMissing);
        EXPECT(program, "secret Lab", ErrorCode::KeyEntryMissing); // nothing was put in its place
        QCOMPARE(program.answerTo(QStringLiteral("count")), QStringLiteral("ok 1"));
        QCOMPARE(program.outcomeOf(QStringLiteral("remove Lab")), QStringLiteral("ok"));
    }

    void changedIsToldAndLeft_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("another key") << QByteArray(32, 'x').toBase64();
        QTest::newRow("shorter") << QByteArray(31, 'x').toBase64();
        QTest::newRow("no base64") << QByteArray("?");
    }
    void changedIsToldAndLeft()
    {
        QFETCH(QByteArray, content);
        SecretService session;
        session.start();
        Program program(session);
        const QString id = program.answerTo(QStringLiteral("generate Lab")).section(QLatin1Char(' '), 1);
        secretTool(session, QStringList{QStringLiteral("store"), QStringLiteral("--label=x")} + attributes(id),
                   content);
        EXPECT(program, "secret Lab", ErrorCode::KeyEntryChanged);
        QCOMPARE(secretTool(session, QStringList{QStringLiteral("lookup")} + attributes(id)),
                 QString::fromLatin1(content));
        QCOMPARE(program.answerTo(QStringLiteral("count")), QStringLiteral("ok 1"));
    }

    void tooLargeIsNotStored()
    {
        SecretService session;
        session.start();
        Program program(session);
        EXPECT(program, "store-large Lab", ErrorCode::SecretTooLarge);
        QCOMPARE(program.outcomeOf(QStringLiteral("store-largest Lab")), QStringLiteral("ok"));
        EXPECT(program, "store-largest Lab", ErrorCode::KeyExists);
    }

    void whateverElseIsToldInItsWords()
    {
        SecretService session;
        session.startImpostor();
        Program program(session);
        EXPECT(program, "generate Lab", ErrorCode::KeychainFailed);
    }
};

QTEST_GUILESS_MAIN(TestKeychainHome)
#include "test_keychain_home.moc"
