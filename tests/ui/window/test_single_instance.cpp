// The second start hands over to the first: with real processes, killed and stopped ones, and strangers at the socket.
#include "ui/window/single_instance.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <algorithm>
#include <cstdio>
#include <memory>
#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

using namespace streamdesk;
using ui::SingleInstance;

namespace {

const QByteArray magic = QByteArrayLiteral("streamdesk1\n");

const char *roleName(SingleInstance::Role role)
{
    switch (role) {
    case SingleInstance::Role::First:
        return "first\n";
    case SingleInstance::Role::HandedOver:
        return "handed over\n";
    case SingleInstance::Role::Alone:
        break;
    }
    return "alone\n";
}

// What a second process does: --start NAME PATH…; stays when it is the first, until it is killed.
int startAsProcess(const QStringList &arguments)
{
    SingleInstance instance(arguments[2]);
    const SingleInstance::Role role = instance.start(arguments.mid(3));
    std::fputs(roleName(role), stdout);
    std::fflush(stdout);
    return role == SingleInstance::Role::First ? QCoreApplication::exec() : 0;
}

QByteArray number(quint32 value)
{
    const quint32 big = qToBigEndian(value);
    return {reinterpret_cast<const char *>(&big), sizeof big};
}

QByteArray texts(const QByteArrayList &list)
{
    QByteArray all;
    for (const QByteArray &text : list) {
        all += number(quint32(text.size())) + text;
    }
    return all;
}

QByteArray message(const QByteArrayList &list)
{
    return magic + number(quint32(texts(list).size())) + texts(list);
}

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_name = m_folder->filePath(QStringLiteral("socket"));
    }

    void handsOverItsPaths()
    {
        SingleInstance first(m_name);
        QVERIFY(first.start({}) == SingleInstance::Role::First);
        QSignalSpy activated(&first, &SingleInstance::activated);
        const QString odd = QStringLiteral("a b/100%25 größe 🚀.zip");
        const auto second = run({odd, QStringLiteral("/tmp/x"), QStringLiteral("-")}, QStringLiteral("token-1"));
        QTRY_COMPARE(activated.size(), 1);
        QTRY_COMPARE(second->state(), QProcess::NotRunning);
        QCOMPARE(second->readAllStandardOutput(), QByteArray("handed over\n"));
        const QDir here(QFileInfo(m_folder->path()).canonicalFilePath());
        QCOMPARE(activated[0][0].toStringList(),
                 (QStringList{here.filePath(odd), QStringLiteral("/tmp/x"), here.filePath(QStringLiteral("-"))}));
        QCOMPARE(activated[0][1].toByteArray(), QByteArray("token-1"));

        const auto third = run({});
        QTRY_COMPARE(activated.size(), 2);
        QCOMPARE(activated[1][0].toStringList(), QStringList());
    }

    void theNextOneIsFirstWhenTheFirstEnded()
    {
        {
            SingleInstance first(m_name);
            QVERIFY(first.start({}) == SingleInstance::Role::First);
            SingleInstance other(m_name + QStringLiteral("-another-screen"));
            QVERIFY(other.start({}) == SingleInstance::Role::First);
        }
        QVERIFY(!QFileInfo::exists(m_name));
        SingleInstance next(m_name);
        QVERIFY(next.start({}) == SingleInstance::Role::First);
    }

    void twoAtOnceAreOne()
    {
        const auto one = run({});
        const auto other = run({});
        QByteArrayList said;
        for (QProcess *const process : {one.get(), other.get()}) {
            QVERIFY(process->waitForReadyRead());
            said.append(process->readAllStandardOutput());
        }
        std::sort(said.begin(), said.end());
        QCOMPARE(said, (QByteArrayList{"first\n", "handed over\n"}));
    }

#ifdef Q_OS_UNIX
    void aKilledOwnerIsReplaced()
    {
        const auto owner = run({});
        QVERIFY(owner->waitForReadyRead());
        QCOMPARE(owner->readAllStandardOutput(), QByteArray("first\n"));
        owner->kill();
        QVERIFY(owner->waitForFinished());
        QVERIFY(QFileInfo::exists(m_name)); // the socket outlives it
        SingleInstance next(m_name);
        QVERIFY(next.start({}) == SingleInstance::Role::First);
        QSignalSpy activated(&next, &SingleInstance::activated);
        const auto second = run({QStringLiteral("/x")});
        QTRY_COMPARE(activated.size(), 1);
    }

    void anOwnerThatHangsIsNotWaitedForLong()
    {
        const auto owner = run({});
        QVERIFY(owner->waitForReadyRead());
        QCOMPARE(::kill(pid_t(owner->processId()), SIGSTOP), 0);
        QElapsedTimer clock;
        clock.start();
        SingleInstance next(m_name);
        QVERIFY(next.start({QStringLiteral("/x")}) == SingleInstance::Role::Alone);
        QVERIFY(clock.elapsed() >= 1900);
        QVERIFY(clock.elapsed() < 4000);
        ::kill(pid_t(owner->processId()), SIGCONT);
    }

    void aSocketWithoutAnOwnerIsReplaced()
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray path = QFile::encodeName(m_name);
        std::copy_n(path.constData(), path.size() + 1, address.sun_path);
        const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QCOMPARE(::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        ::close(socket);
        SingleInstance first(m_name);
        QVERIFY(first.start({}) == SingleInstance::Role::First);
        QSignalSpy activated(&first, &SingleInstance::activated);
        const auto second = run({});
        QTRY_COMPARE(activated.size(), 1);
    }

    void isForItsUserOnly()
    {
        SingleInstance first(m_name);
        QVERIFY(first.start({}) == SingleInstance::Role::First);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY((QFile::permissions(m_name) & others) == QFile::Permissions());
    }
#endif

    void strangersAreTurnedAway_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("garbage") << QByteArray("GET / HTTP/1.1\r\n\r\n");
        QTest::newRow("zeros") << QByteArray(100'000, '\0');
        QTest::newRow("a wrong ending of the magic") << QByteArray("streamdesk2\n");
        QTest::newRow("too long") << magic + number((1U << 20U) + 1);
        QTest::newRow("longest number") << magic + number(0xFFFFFFFF) + "abc";
        QTest::newRow("no texts") << magic + number(0);
        QTest::newRow("a text that goes on behind the end") << magic + number(4) + number(100);
        QTest::newRow("half a number") << magic + number(2) + "ab";
        QTest::newRow("relative path") << message({"", "a/b"});
        QTest::newRow("a resource") << message({"", ":/icons/drop.svg"});
        QTest::newRow("a zero in a path") << message({"", QByteArray("/a\0b", 4)});
        QTest::newRow("a long token") << message({QByteArray(2000, 'x'), "/a"});
        QByteArrayList many(10'002, "/a");
        QTest::newRow("too many paths") << message(many);
    }

    void strangersAreTurnedAway()
    {
        QFETCH(QByteArray, bytes);
        SingleInstance first(m_name);
        QVERIFY(first.start({}) == SingleInstance::Role::First);
        QSignalSpy activated(&first, &SingleInstance::activated);
        QLocalSocket stranger;
        stranger.connectToServer(m_name);
        stranger.write(bytes);
        QTRY_COMPARE_WITH_TIMEOUT(stranger.state(), QLocalSocket::UnconnectedState, 1500); // not only by the timer
        QCOMPARE(stranger.readAll(), QByteArray());
        QCOMPARE(activated.size(), 0);
        const auto second = run({QStringLiteral("/x")}); // and goes on
        QTRY_COMPARE(activated.size(), 1);
    }

    void whoSaysNothingIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a message") << message({"", "/a"}).chopped(1);
    }

    void whoSaysNothingIsCutOff()
    {
        QFETCH(QByteArray, bytes);
        SingleInstance first(m_name);
        QVERIFY(first.start({}) == SingleInstance::Role::First);
        QLocalSocket silent;
        silent.connectToServer(m_name);
        silent.write(bytes);
        QVERIFY(silent.waitForConnected());
        QElapsedTimer clock;
        clock.start();
        QTRY_COMPARE(silent.state(), QLocalSocket::UnconnectedState);
        QVERIFY(clock.elapsed() > 1500);
        QVERIFY(first.findChildren<QLocalSocket *>().isEmpty());
    }

    void aMessageInPiecesIsRead()
    {
        SingleInstance first(m_name);
        QVERIFY(first.start({}) == SingleInstance::Role::First);
        QSignalSpy activated(&first, &SingleInstance::activated);
        QLocalSocket slow;
        slow.connectToServer(m_name);
        for (const char byte : message({"", "/a b", "/ü"})) {
            slow.write(&byte, 1);
            slow.flush();
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].toStringList(), (QStringList{QStringLiteral("/a b"), QStringLiteral("/ü")}));
        QByteArray answer;
        QTRY_VERIFY((answer += slow.readAll()) == "taken\n");
    }

    void manyStrangersDoNotCrowdItOut()
    {
        SingleInstance first(m_name);
        QVERIFY(first.start({}) == SingleInstance::Role::First);
        std::vector<std::unique_ptr<QLocalSocket>> crowd;
        for (int i = 0; i < 40; ++i) {
            crowd.push_back(std::make_unique<QLocalSocket>());
            crowd.back()->connectToServer(m_name);
            QCoreApplication::processEvents();
        }
        QVERIFY(first.findChildren<QLocalSocket *>(QString(), Qt::FindDirectChildrenOnly).size() <= 17);
        QSignalSpy activated(&first, &SingleInstance::activated);
        QTRY_VERIFY(first.findChildren<QLocalSocket *>(QString(), Qt::FindDirectChildrenOnly).isEmpty());
        const auto second = run({});
        QTRY_COMPARE(activated.size(), 1);
    }

    void screensHaveTheirOwn()
    {
        const QByteArray display = qgetenv("DISPLAY");
        const QByteArray wayland = qgetenv("WAYLAND_DISPLAY");
        qunsetenv("WAYLAND_DISPLAY");
        qputenv("DISPLAY", ":0");
        const QString zero = SingleInstance::defaultName();
        qputenv("DISPLAY", ":1");
        const QString one = SingleInstance::defaultName();
        qputenv("WAYLAND_DISPLAY", QByteArray(300, 'w'));
        const QString third = SingleInstance::defaultName();
        QVERIFY(zero != one && one != third);
        QVERIFY(third.size() <= 107);
        QVERIFY(zero.contains(QStringLiteral("io.github.streamdesk.StreamDesk")));
        qputenv("DISPLAY", display);
        wayland.isEmpty() ? qunsetenv("WAYLAND_DISPLAY") : qputenv("WAYLAND_DISPLAY", wayland);
    }

private:
    struct Kill
    {
        void operator()(QProcess *process) const
        {
            process->kill();
            process->waitForFinished();
            delete process;
        }
    };

    // A process of its own, killed at the end of the test.
    [[nodiscard]] std::unique_ptr<QProcess, Kill> run(const QStringList &paths, const QString &token = {})
    {
        std::unique_ptr<QProcess, Kill> process(new QProcess);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("XDG_ACTIVATION_TOKEN"));
        environment.insert(QStringLiteral("DESKTOP_STARTUP_ID"), token);
        process->setProcessEnvironment(environment);
        process->setWorkingDirectory(m_folder->path());
        process->start(QCoreApplication::applicationFilePath(), QStringList{QStringLiteral("--start"), m_name} + paths);
        return process;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_name;
};

int main(int argc, char **argv)
{
    if (argc > 2 && QByteArray(argv[1]) == "--start") {
        QCoreApplication program(argc, argv);
        return startAsProcess(QCoreApplication::arguments());
    }
    QCoreApplication tests(argc, argv);
    TestSingleInstance test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_single_instance.moc"
