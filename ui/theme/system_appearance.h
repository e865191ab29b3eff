// How the system wants windows to look and to move, and when it changes its mind. Platform code; the only place that
// asks.
#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#ifdef STREAMDESK_DESKTOP_PORTAL
#include <QDBusVariant>
#endif

namespace streamdesk::ui {

class SystemAppearance : public QObject
{
    Q_OBJECT

public:
    explicit SystemAppearance(QObject *parent = nullptr);

    [[nodiscard]] bool isDark() const noexcept { return m_dark; }
    [[nodiscard]] bool wantsHighContrast() const noexcept { return m_highContrast; }
    [[nodiscard]] bool wantsLessMotion() const noexcept { return m_lessMotion; }

Q_SIGNALS:
    void changed();

#ifdef STREAMDESK_DESKTOP_PORTAL
private Q_SLOTS:
    void portalSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
#endif

private:
    void set(bool dark, bool highContrast, bool lessMotion);

    bool m_dark = false;
    bool m_highContrast = false;
    bool m_lessMotion = false;
#ifdef STREAMDESK_DESKTOP_PORTAL
    void ask(const QString &group, const QString &key);
    QHash<QString, bool> m_said; // what each setting asks for
#endif
};

} // namespace streamdesk::ui
