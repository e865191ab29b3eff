// A session bus and a Secret Service (gnome-keyring) of a test's own, which it may lock, stop and end as it likes.
// Linux.
#pragma once

#include <QByteArray>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QThread>
#include <QVariant>

#include <csignal>
#include <filesystem>
#include <memory>
#include <stdexcept>

namespace streamdesk::test {

// Ends a process with this object.
class Daemon
{
public:
    Daemon(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment,
           const QByteArray &input)
    {
        m_process.setProcessEnvironment(environment);
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(program, arguments);
        if (!m_process.waitForStarted()) {
            throw std::runtime_error("cannot be started: " + program.toStdString());
        }
        m_process.write(input);
        while (m_process.bytesToWrite() > 0 && m_process.waitForBytesWritten()) {}
        m_process.closeWriteChannel();
    }
    ~Daemon() { end(); }
    Daemon(const Daemon &) = delete;
    Daemon &operator=(const Daemon &) = delete;

    void end()
    {
        if (m_process.state() != QProcess::NotRunning) {
            signal(SIGKILL);
            m_process.waitForFinished();
        }
    }
    void signal(int number) { ::kill(static_cast<pid_t>(m_process.processId()), number); }
    [[nodiscard]] QString line()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(10000)) {}
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }

private:
    QProcess m_process;
};

class SecretService
{
public:
    enum class Bus { Open, Denied };

    explicit SecretService(Bus bus = Bus::Open) : m_kind(bus)
    {
        const QString config = path(QStringLiteral("bus.conf"));
        const char *const policy = bus == Bus::Open ? "<allow send_destination=\"*\" eavesdrop=\"true\"/>"
                                                    : "<allow send_destination=\"*\"/>"
                                                      "<deny send_destination=\"org.freedesktop.secrets\"/>";
        // Without the system's services: nobody starts what a test has ended.
        QFile file(config);
        const QByteArray text =
            QByteArray("<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN\" "
                       "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\"><busconfig>"
                       "<type>session</type><listen>unix:tmpdir=/tmp</listen>"
                       "<policy context=\"default\">")
            + policy + "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>";
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            throw std::runtime_error("no configuration for the session bus");
        }
        file.close();
        m_bus = std::make_unique<Daemon>(QStringLiteral("dbus-daemon"),
                                         QStringList{QStringLiteral("--config-file=") + config,
                                                     QStringLiteral("--nofork"), QStringLiteral("--print-address=1")},
                                         environment(), QByteArray());
        m_address = m_bus->line();
        if (m_address.isEmpty()) {
            throw std::runtime_error("no session bus");
        }
    }
    ~SecretService()
    {
        m_keyring.reset();
        QDBusConnection::disconnectFromBus(connectionName());
    }
    SecretService(const SecretService &) = delete;
    SecretService &operator=(const SecretService &) = delete;

    // Starts the service, unlocked with the test's password.
    void start()
    {
        m_keyring =
            std::make_unique<Daemon>(QStringLiteral("gnome-keyring-daemon"),
                                     QStringList{QStringLiteral("--unlock"), QStringLiteral("--components=secrets"),
                                                 QStringLiteral("--foreground")},
                                     environment(), QByteArray("the test's password"));
        for (int tries = 0; tries < 500; ++tries) { // until it answers, or at least is there
            if (m_kind == Bus::Denied ? QDBusConnection::connectToBus(m_address, connectionName())
                                            .interface()
                                            ->isServiceRegistered(QStringLiteral("org.freedesktop.secrets"))
                                            .value()
                                      : call(QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("ReadAlias"),
                                             {QStringLiteral("default")})
                                                .type()
                                            == QDBusMessage::ReplyMessage) {
                return;
            }
            QThread::msleep(20);
        }
        throw std::runtime_error("the Secret Service does not answer");
    }
    // A program that has the service's name and answers nothing that a Secret Service does.
    void startImpostor()
    {
        if (!QDBusConnection::connectToBus(m_address, connectionName())
                 .registerService(QStringLiteral("org.freedesktop.secrets"))) {
            throw std::runtime_error("the name is taken");
        }
    }
    void end() { m_keyring.reset(); }
    void kill() { m_keyring->end(); }
    void freeze() { m_keyring->signal(SIGSTOP); }
    void thaw() { m_keyring->signal(SIGCONT); }
    void lock()
    {
        const QList<QDBusObjectPath> all = {
            QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/collection/login"))};
        if (call(QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("Lock"), {QVariant::fromValue(all)}).type()
            != QDBusMessage::ReplyMessage) {
            throw std::runtime_error("the Secret Service cannot be locked");
        }
    }

    // What a program of this session has: its own home, no display.
    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *const name : {"DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION",
                                       "GNOME_KEYRING_CONTROL", "DBUS_SESSION_BUS_ADDRESS"}) {
            environment.remove(QString::fromLatin1(name));
        }
        const QString home = m_home.path();
        for (const char *const name :
             {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"}) {
            environment.insert(QString::fromLatin1(name), home);
        }
        if (!m_address.isEmpty()) {
            environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_address);
        }
        return environment;
    }
    [[nodiscard]] std::filesystem::path home() const { return m_home.path().toStdString(); }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_home.filePath(name); }
    [[nodiscard]] QString connectionName() const { return m_address; }
    QDBusMessage call(const QString &object, const QString &method, const QVariantList &arguments)
    {
        QDBusConnection bus = QDBusConnection::connectToBus(m_address, connectionName());
        QDBusMessage message = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"), object,
                                                              QStringLiteral("org.freedesktop.Secret.Service"), method);
        message.setArguments(arguments);
        return bus.call(message, QDBus::Block, 5000);
    }

    Bus m_kind;
    QTemporaryDir m_home;
    std::unique_ptr<Daemon> m_bus;
    QString m_address;
    std::unique_ptr<Daemon> m_keyring;
};

} // namespace streamdesk::test
