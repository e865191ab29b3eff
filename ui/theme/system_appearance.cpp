#include "ui/theme/system_appearance.h"

#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>

#ifdef STREAMDESK_DESKTOP_PORTAL
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <algorithm>
#include <array>
#elif defined(Q_OS_WIN)
#include <qt_windows.h>
#endif

namespace streamdesk::ui {

#ifdef STREAMDESK_DESKTOP_PORTAL

// Qt before 6.5 does not know; the desktop portal does (org.freedesktop.portal.Settings).
namespace {

constexpr const char *service = "org.freedesktop.portal.Desktop";
constexpr const char *path = "/org/freedesktop/portal/desktop";
constexpr const char *interface = "org.freedesktop.portal.Settings";

struct PortalSetting
{
    const char *group;
    const char *key;
    int asks; // the value, as a number, with which it asks for what its key says
};

constexpr PortalSetting dark = {"org.freedesktop.appearance", "color-scheme", 1};
// Newer portals say it for every desktop, older ones pass on GNOME's own settings.
constexpr std::array<PortalSetting, 2> contrast = {
    {{"org.freedesktop.appearance", "contrast", 1}, {"org.gnome.desktop.a11y.interface", "high-contrast", 1}}};
constexpr std::array<PortalSetting, 2> motion = {
    {{"org.freedesktop.appearance", "reduced-motion", 1}, {"org.gnome.desktop.interface", "enable-animations", 0}}};
constexpr std::array<PortalSetting, 5> all = {{dark, contrast[0], contrast[1], motion[0], motion[1]}};

QString nameOf(const QString &group, const QString &key)
{
    return group + u' ' + key;
}

QString nameOf(const PortalSetting &setting)
{
    return nameOf(QString::fromLatin1(setting.group), QString::fromLatin1(setting.key));
}

int number(QVariant value)
{
    while (value.userType() == qMetaTypeId<QDBusVariant>()) { // Read() wraps it twice
        value = value.value<QDBusVariant>().variant();
    }
    return value.toInt();
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
    for (const PortalSetting &setting : all) {
        ask(QString::fromLatin1(setting.group), QString::fromLatin1(setting.key));
    }
}

// The portal answers with an error for what it does not know, and the setting then asks for nothing.
void SystemAppearance::ask(const QString &group, const QString &key)
{
    constexpr int patienceMs = 2000;
    QDBusMessage read = QDBusMessage::createMethodCall(QString::fromLatin1(service), QString::fromLatin1(path),
                                                       QString::fromLatin1(interface), QStringLiteral("Read"));
    read << group << key;
    auto *const watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(read, patienceMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, group, key] {
        const QDBusPendingReply<QVariant> reply = *watcher;
        if (!reply.isError()) {
            portalSettingChanged(group, key, QDBusVariant(reply.value()));
        }
        watcher->deleteLater();
    });
}

void SystemAppearance::portalSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    const auto setting =
        std::ranges::find_if(all, [&](const PortalSetting &one) { return nameOf(one) == nameOf(group, key); });
    if (setting == all.end()) {
        return;
    }
    m_said[nameOf(*setting)] = number(QVariant::fromValue(value)) == setting->asks;
    const auto asked = [this](const PortalSetting &one) { return m_said.value(nameOf(one)); };
    set(m_said.contains(nameOf(dark)) ? asked(dark) : m_dark, std::ranges::any_of(contrast, asked),
        std::ranges::any_of(motion, asked));
}

#else

namespace {

bool systemWantsHighContrast()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
    return QGuiApplication::styleHints()->accessibility()->contrastPreference() == Qt::ContrastPreference::HighContrast;
#elif defined(Q_OS_WIN)
    HIGHCONTRASTW contrast{};
    contrast.cbSize = sizeof(contrast);
    return SystemParametersInfoW(SPI_GETHIGHCONTRAST, sizeof(contrast), &contrast, 0) != FALSE
           && (contrast.dwFlags & HCF_HIGHCONTRASTON) != 0;
#else
    return false;
#endif
}

bool systemWantsLessMotion()
{
#ifdef Q_OS_WIN
    BOOL animations = TRUE;
    return SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, &animations, 0) != FALSE && animations == FALSE;
#else
    return false;
#endif
}

} // namespace

SystemAppearance::SystemAppearance(QObject *parent) : QObject(parent)
{
    m_highContrast = systemWantsHighContrast();
    m_lessMotion = systemWantsLessMotion();
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    m_dark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this](Qt::ColorScheme scheme) {
        set(scheme == Qt::ColorScheme::Dark, systemWantsHighContrast(), systemWantsLessMotion());
    });
#else
    m_dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
#endif
}

#endif

void SystemAppearance::set(bool dark, bool highContrast, bool lessMotion)
{
    if (dark != m_dark || highContrast != m_highContrast || lessMotion != m_lessMotion) {
        m_dark = dark;
        m_highContrast = highContrast;
        m_lessMotion = lessMotion;
        Q_EMIT changed();
    }
}

} // namespace streamdesk::ui
