#include "ui/window/notification.h"

#ifdef STREAMDESK_DESKTOP_PORTAL
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QVariantMap>
#else
#include <QApplication>
#include <QSystemTrayIcon>
#endif

namespace streamdesk::ui {

#ifdef STREAMDESK_DESKTOP_PORTAL

void showNotification(const QString &title, const QString &text)
{
    QDBusMessage notify = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("io.github.streamdesk.StreamDesk")}};
    notify << QStringLiteral("Stream Desk") << 0U << QStringLiteral("io.github.streamdesk.StreamDesk") << title
           << text.toHtmlEscaped() << QStringList() << hints << -1;
    QDBusConnection::sessionBus().asyncCall(notify);
}

#else

void showNotification(const QString &title, const QString &text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable()) {
        return;
    }
    static QSystemTrayIcon *const tray = new QSystemTrayIcon(QApplication::windowIcon(), qApp);
    tray->show();
    tray->showMessage(title, text);
}

#endif

} // namespace streamdesk::ui
