#include "ui/theme/system_appearance.h"

#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>

#ifdef STREAMDESK_DESKTOP_PORTAL
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

namespace streamdesk::ui {

#ifdef STREAMDESK_DESKTOP_PORTAL

// Qt before 6.5 does not know; the desktop portal does (org.freedesktop.portal.Settings, "color-scheme": 1 is dark).
namespace {

constexpr const char *service = "org.freedesktop.portal.Desktop";
constexpr const char *path = "/org/freedesktop/portal/desktop";
constexpr const char *interface = "org.freedesktop.portal.Settings";
constexpr const char *appearanceGroup = "org.freedesktop.appearance";
constexpr const char *schemeKey = "color-scheme";

bool saysDark(QVariant value)
{
    while (value.userType() == qMetaTypeId<QDBusVariant>()) { // Read() wraps it twice
        value = value.value<QDBusVariant>().variant();
    }
    return value.toUInt() == 1;
}

} // namespace

SystemAppearance::SystemAppearance(QObject *parent) : QObject(parent)
{
    m_dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(QString::fromLatin1(service), QString::fromLatin1(path), QString::fromLatin1(interface),
                QStringLiteral("SettingChanged"), this, SLOT(portalSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(QString::fromLatin1(service), QString::fromLatin1(path),
                                                       QString::fromLatin1(interface), QStringLiteral("Read"));
    read << QString::fromLatin1(appearanceGroup) << QString::fromLatin1(schemeKey);
    auto *const watcher = new QDBusPendingCallWatcher(bus.asyncCall(read, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QVariant> reply = *watcher;
        if (!reply.isError()) {
            set(saysDark(reply.value()));
        }
        watcher->deleteLater();
    });
}

void SystemAppearance::portalSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == QLatin1String(appearanceGroup) && key == QLatin1String(schemeKey)) {
        set(saysDark(QVariant::fromValue(value)));
    }
}

#else

SystemAppearance::SystemAppearance(QObject *parent) : QObject(parent)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    m_dark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            [this](Qt::ColorScheme scheme) { set(scheme == Qt::ColorScheme::Dark); });
#else
    m_dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
#endif
}

#endif

void SystemAppearance::set(bool dark)
{
    if (dark != m_dark) {
        m_dark = dark;
        Q_EMIT changed(dark);
    }
}

} // namespace streamdesk::ui
