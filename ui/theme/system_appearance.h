// Whether the system wants dark windows, and when it changes its mind. Platform code; the only place that asks.
#pragma once

#include <QObject>
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

Q_SIGNALS:
    void changed(bool dark);

#ifdef STREAMDESK_DESKTOP_PORTAL
private Q_SLOTS:
    void portalSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
#endif

private:
    void set(bool dark);

    bool m_dark = false;
};

} // namespace streamdesk::ui
