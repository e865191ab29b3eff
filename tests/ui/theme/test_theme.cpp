// Light and dark: chosen, or as the system wants it, also while the program runs.
#include "tests/ui/support/ui_main.h"
#include "ui/theme/colours.h"
#include "ui/theme/theme.h"

#include <QDBusConnection>
#include <QDBusVariant>
#include <QTest>
#include <QWidget>

using namespace streamdesk;
using ui::Appearance;
using ui::Theme;

// What a desktop offers: the portal's settings, on a connection of its own.
class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit Portal(uint scheme)
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("portal"))), m_scheme(scheme)
    {
        qRegisterMetaType<QDBusVariant>();
        m_works = m_bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), this,
                                       QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals)
                  && m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }
    ~Portal() override { QDBusConnection::disconnectFromBus(QStringLiteral("portal")); }

    [[nodiscard]] bool works() const noexcept { return m_works; }
    void setScheme(uint scheme)
    {
        m_scheme = scheme;
        Q_EMIT SettingChanged(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("color-scheme"),
                              QDBusVariant(scheme));
    }

public Q_SLOTS:
    QDBusVariant Read(const QString &, const QString &)
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(m_scheme)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    QDBusConnection m_bus;
    uint m_scheme;
    bool m_works = false;
};

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSystemIsFollowedWhileTheProgramRuns()
    {
        Portal portal(1);
        QVERIFY(portal.works());
        const Theme theme(Appearance::System);
        QWidget window;
        window.show();
        QTRY_VERIFY(isDark(window));
        portal.setScheme(2);
        QTRY_VERIFY(!isDark(window));
        portal.setScheme(1);
        QTRY_VERIFY(isDark(window));
    }

    void aChoiceOverridesTheSystem()
    {
        Portal portal(1);
        Theme theme(Appearance::Light);
        QWidget window;
        window.show();
        QVERIFY(!isDark(window));
        portal.setScheme(2);
        portal.setScheme(1);
        QTest::qWait(100); // nothing to wait for: nothing may happen
        QVERIFY(!isDark(window));
        theme.setAppearance(Appearance::System);
        QTRY_VERIFY(isDark(window));
    }

    void textCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    // At least 4.5 : 1, as WCAG 2 counts it, wherever text stands on a ground.
    void textCanBeRead()
    {
        QFETCH(bool, dark);
        const ui::Colours &c = dark ? ui::darkColours() : ui::lightColours();
        QVERIFY(contrast(c.text, c.sidebar) >= 4.5);
        QVERIFY(contrast(c.muted, c.sidebar) >= 4.5);
        for (const QColor &ground : {c.window, c.panel}) {
            for (const QColor &text : {c.text, c.muted, c.accent, c.intact, c.attention, c.broken}) {
                QVERIFY2(contrast(text, ground) >= 4.5,
                         qPrintable(text.name() + QStringLiteral(" on ") + ground.name()));
            }
        }
        QVERIFY(contrast(c.onAccent, c.accent) >= 4.5);
        QVERIFY(contrast(c.intact, c.intactSoft) >= 4.5);
        QVERIFY(contrast(c.attention, c.attentionSoft) >= 4.5);
        QVERIFY(contrast(c.broken, c.brokenSoft) >= 4.5);
        QVERIFY(contrast(c.accent, c.accentSoft) >= 4.5);
        QVERIFY(contrast(c.text, c.accentSoft) >= 4.5);
    }

private:
    static bool isDark(const QWidget &widget) { return widget.palette().color(QPalette::Window).lightness() < 128; }
    static double luminance(const QColor &colour)
    {
        const auto linear = [](double channel) {
            return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    }
    static double contrast(const QColor &one, const QColor &other)
    {
        const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
        return (lighter + 0.05) / (darker + 0.05);
    }
};

STREAMDESK_UI_TEST(TestTheme)

#include "test_theme.moc"
