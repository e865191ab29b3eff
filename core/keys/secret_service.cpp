#include "core/keys/secret_service.h"

#include <QtGlobal>

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QElapsedTimer>
#include <QLibrary>
#include <QMap>
#include <QString>
#include <QVariant>

namespace streamdesk::keys {

namespace {

using Attributes = QMap<QString, QString>;
using State = ServiceLook::State;

constexpr int longestAnswer = 5000; // milliseconds; it is asked for nothing that takes a person
const QString name = QStringLiteral("org.freedesktop.secrets");

struct Asked
{
    State state = State::Ready;
    QVariantList values{};
};

State stateOf(const QString &error, bool timedOut)
{
    if (error == QLatin1String("org.freedesktop.DBus.Error.AccessDenied")) {
        return State::Denied;
    }
    if (error == QLatin1String("org.freedesktop.DBus.Error.NoReply")
        || error == QLatin1String("org.freedesktop.DBus.Error.Timeout")
        || error == QLatin1String("org.freedesktop.DBus.Error.Disconnected")) {
        return timedOut ? State::Silent : State::Gone;
    }
    const bool nobody = error == QLatin1String("org.freedesktop.DBus.Error.ServiceUnknown")
                        || error == QLatin1String("org.freedesktop.DBus.Error.NameHasNoOwner")
                        || error.startsWith(QLatin1String("org.freedesktop.DBus.Error.Spawn."));
    return nobody ? State::NoService : State::Unknown;
}

Asked ask(const QString &path, const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(name, path, interface, method);
    message.setArguments(arguments);
    QElapsedTimer timer;
    timer.start();
    const QDBusMessage reply = QDBusConnection::sessionBus().call(message, QDBus::Block, longestAnswer);
    if (reply.type() == QDBusMessage::ReplyMessage) {
        return {.values = reply.arguments()};
    }
    return {.state = stateOf(reply.errorName(), timer.elapsed() >= longestAnswer - 100)};
}

QString ownerOfName()
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                                       QStringLiteral("org.freedesktop.DBus"), QStringLiteral("GetNameOwner"));
    message.setArguments({name});
    const QDBusMessage reply = QDBusConnection::sessionBus().call(message, QDBus::Block, longestAnswer);
    return reply.type() == QDBusMessage::ReplyMessage ? reply.arguments().value(0).toString() : QString();
}

unsigned countOf(const QVariant &paths)
{
    return static_cast<unsigned>(qdbus_cast<QList<QDBusObjectPath>>(paths).size());
}

bool isCollectionLocked()
{
    const Asked alias =
        ask(QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("org.freedesktop.Secret.Service"),
            QStringLiteral("ReadAlias"), {QStringLiteral("default")});
    const QString path = qdbus_cast<QDBusObjectPath>(alias.values.value(0)).path();
    if (alias.state != State::Ready || path == QLatin1String("/")) {
        return true;
    }
    const Asked locked = ask(path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
                             {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")});
    return locked.state != State::Ready || qdbus_cast<QDBusVariant>(locked.values.value(0)).variant().toBool();
}

// libsecret, which QtKeychain uses, goes on with the session of a service that ended and never notices that the one
// that came after it knows nothing of it.
void forgetSessionOf(const std::string &owner)
{
    static std::string last;
    if (!last.empty() && owner != last) {
        using Disconnect = void (*)();
        QLibrary library(QStringLiteral("secret-1"), 0);
        if (const auto disconnect = reinterpret_cast<Disconnect>(library.resolve("secret_service_disconnect"))) {
            disconnect();
        }
    }
    last = owner;
}

} // namespace

ServiceLook lookAtService(const std::string &service, const std::string &key)
{
    static const bool registered = qDBusRegisterMetaType<Attributes>().isValid();
    Q_UNUSED(registered)
    ServiceLook look;
    if (!QDBusConnection::sessionBus().isConnected()) {
        look.state = State::NoBus;
        return look;
    }
    const Attributes attributes = {{QStringLiteral("user"), QString::fromStdString(key)},
                                   {QStringLiteral("server"), QString::fromStdString(service)}};
    const Asked found =
        ask(QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("org.freedesktop.Secret.Service"),
            QStringLiteral("SearchItems"), {QVariant::fromValue(attributes)});
    look.state = found.state;
    if (look.state == State::Ready) {
        look.lockedEntries = countOf(found.values.value(1));
        look.entries = countOf(found.values.value(0)) + look.lockedEntries;
        look.collectionLocked = isCollectionLocked();
        look.owner = ownerOfName().toStdString();
        forgetSessionOf(look.owner);
    }
    return look;
}

} // namespace streamdesk::keys

#else

namespace streamdesk::keys {

ServiceLook lookAtService(const std::string & /*service*/, const std::string & /*key*/)
{
    return {};
}

} // namespace streamdesk::keys

#endif
