#include "ui/lock/lock_watch.h"

#include <QCoreApplication>
#include <QEvent>

#ifdef STREAMDESK_DESKTOP_PORTAL
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

namespace streamdesk::ui {

LockWatch::LockWatch(QObject *parent) : QObject(parent)
{
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &LockWatch::lockWanted);
    QCoreApplication::instance()->installEventFilter(this);
    watchSession();
}

void LockWatch::setIdleTime(std::chrono::milliseconds time)
{
    time.count() > 0 ? m_idle.start(time) : m_idle.stop();
}

bool LockWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        if (m_idle.isActive()) {
            m_idle.start();
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void LockWatch::screenSaverChanged(bool active)
{
    if (active) {
        Q_EMIT lockWanted();
    }
}

void LockWatch::sessionLocked()
{
    Q_EMIT lockWanted();
}

#ifdef STREAMDESK_DESKTOP_PORTAL

// A screen saver that becomes active says so on the session bus; a session that is locked, on the system bus
// (org.freedesktop.login1, "Lock" of this process's session).
void LockWatch::watchSession()
{
    QDBusConnection session = QDBusConnection::sessionBus();
    for (const char *const name : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"}) {
        session.connect({}, {}, QString::fromLatin1(name), QStringLiteral("ActiveChanged"), this,
                        SLOT(screenSaverChanged(bool)));
    }
    QDBusConnection system = QDBusConnection::systemBus();
    if (!system.isConnected()) {
        return;
    }
    const QString service = QStringLiteral("org.freedesktop.login1");
    QDBusMessage ask = QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/login1"),
                                                      QStringLiteral("org.freedesktop.login1.Manager"),
                                                      QStringLiteral("GetSessionByPID"));
    ask << uint(QCoreApplication::applicationPid());
    auto *const watcher = new QDBusPendingCallWatcher(system.asyncCall(ask), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, system, service]() mutable {
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (!reply.isError()) {
            system.connect(service, reply.value().path(), QStringLiteral("org.freedesktop.login1.Session"),
                           QStringLiteral("Lock"), this, SLOT(sessionLocked()));
        }
        watcher->deleteLater();
    });
}

#else

void LockWatch::watchSession() {} // locked by idleness and by hand only

#endif

} // namespace streamdesk::ui
