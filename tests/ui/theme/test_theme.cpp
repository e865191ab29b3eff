// Light, dark, high contrast and motion: chosen, or as the system wants it, also while the program runs.
#include "tests/ui/support/ui_main.h"
#include "ui/theme/colours.h"
#include "ui/theme/theme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QStyle>
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
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("portal"))),
          m_values({{appearance + QStringLiteral(" color-scheme"), scheme}})
    {
        qRegisterMetaType<QDBusVariant>();
        m_works = m_bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), this,
                                       QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals)
                  && m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }
    ~Portal() override { QDBusConnection::disconnectFromBus(QStringLiteral("portal")); }

    [[nodiscard]] bool works() const noexcept { return m_works; }
    void set(const QString &group, const QString &key, const QVariant &value)
    {
        m_values[group + u' ' + key] = value;
        Q_EMIT SettingChanged(group, key, QDBusVariant(value));
    }
    void setScheme(uint scheme) { set(appearance, QStringLiteral("color-scheme"), scheme); }

    static inline const QString appearance = QStringLiteral("org.freedesktop.appearance");

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key, const QDBusMessage &question)
    {
        const QVariant value = m_values.value(group + u' ' + key);
        if (!value.isValid()) {
            question.setDelayedReply(true);
            m_bus.send(question.createErrorReply(QStringLiteral("org.freedesktop.portal.Error.NotFound"),
                                                 QStringLiteral("Requested setting not found")));
            return {};
        }
        return QDBusVariant(QVariant::fromValue(QDBusVariant(value)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    QDBusConnection m_bus;
    QMap<QString, QVariant> m_values;
    bool m_works = false;
};

Q_DECLARE_METATYPE(const ui::Colours *)

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

    void highContrastIsFollowed_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("on");
        QTest::addColumn<QVariant>("off");
        QTest::newRow("any desktop") << Portal::appearance << QStringLiteral("contrast") << QVariant(1U)
                                     << QVariant(0U);
        QTest::newRow("GNOME") << QStringLiteral("org.gnome.desktop.a11y.interface") << QStringLiteral("high-contrast")
                               << QVariant(true) << QVariant(false);
    }
    void highContrastIsFollowed()
    {
        QFETCH(const QString, group);
        QFETCH(const QString, key);
        QFETCH(const QVariant, on);
        QFETCH(const QVariant, off);
        Portal portal(1);
        const Theme theme(Appearance::System);
        QWidget window;
        window.show();
        QTRY_COMPARE(&ui::coloursFor(window.palette()), &ui::darkColours());
        portal.set(group, key, on);
        QTRY_COMPARE(&ui::coloursFor(window.palette()), &ui::darkContrastColours());
        portal.setScheme(2);
        QTRY_COMPARE(&ui::coloursFor(window.palette()), &ui::lightContrastColours());
        portal.set(group, key, off);
        QTRY_COMPARE(&ui::coloursFor(window.palette()), &ui::lightColours());
    }

    void highContrastCanBeChosen()
    {
        Portal portal(1);
        Theme theme(Appearance::HighContrast);
        QWidget window;
        window.show();
        QTRY_COMPARE(&ui::coloursFor(window.palette()), &ui::darkContrastColours());
        theme.setAppearance(Appearance::Dark);
        QTRY_COMPARE(&ui::coloursFor(window.palette()), &ui::darkColours());
    }

    void motionIsFollowed_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("less");
        QTest::addColumn<QVariant>("all");
        QTest::newRow("any desktop") << Portal::appearance << QStringLiteral("reduced-motion") << QVariant(1U)
                                     << QVariant(0U);
        QTest::newRow("GNOME") << QStringLiteral("org.gnome.desktop.interface") << QStringLiteral("enable-animations")
                               << QVariant(false) << QVariant(true);
    }
    void motionIsFollowed()
    {
        QFETCH(const QString, group);
        QFETCH(const QString, key);
        QFETCH(const QVariant, less);
        QFETCH(const QVariant, all);
        Portal portal(1);
        Theme theme(Appearance::System);
        QApplication::setEffectEnabled(Qt::UI_General);
        QApplication::setEffectEnabled(Qt::UI_AnimateCombo);
        QVERIFY(moves());
        portal.set(group, key, less);
        QTRY_VERIFY(!moves());
        QVERIFY(!QApplication::isEffectEnabled(Qt::UI_AnimateCombo));
        portal.set(group, key, all);
        QTRY_VERIFY(moves());
        QVERIFY(QApplication::isEffectEnabled(Qt::UI_AnimateCombo)); // as it was before
        theme.setMotion(ui::Motion::Reduced);
        QVERIFY(!moves());
        portal.set(group, key, less);
        theme.setMotion(ui::Motion::Full);
        QTest::qWait(100); // nothing to wait for: nothing may happen
        QVERIFY(moves());
        theme.setMotion(ui::Motion::System);
        QTRY_VERIFY(!moves());
        portal.set(group, key, all);
        QTRY_VERIFY(moves());
    }

    void textCanBeRead_data()
    {
        QTest::addColumn<const ui::Colours *>("colours");
        QTest::addColumn<double>("least");
        QTest::newRow("light") << &ui::lightColours() << 4.5;
        QTest::newRow("dark") << &ui::darkColours() << 4.5;
        QTest::newRow("light, high contrast") << &ui::lightContrastColours() << 7.0;
        QTest::newRow("dark, high contrast") << &ui::darkContrastColours() << 7.0;
    }
    // As WCAG 2 counts it, wherever text stands on a ground: AA for all, AAA for high contrast.
    void textCanBeRead()
    {
        QFETCH(const ui::Colours *const, colours);
        QFETCH(const double, least);
        const ui::Colours &c = *colours;
        const auto check = [&](const QColor &text, const QColor &ground) {
            QVERIFY2(
                contrast(text, ground) >= least,
                qPrintable(QStringLiteral("%1 on %2: %3").arg(text.name(), ground.name()).arg(contrast(text, ground))));
        };
        for (const QColor &ground : {c.window, c.panel, c.sidebar, c.hover, c.accentSoft}) {
            check(c.text, ground);
            check(c.muted, ground);
        }
        for (const QColor &ground : {c.window, c.panel, c.accentSoft}) { // a chosen row has the last one
            for (const QColor &text : {c.accent, c.intact, c.attention, c.broken}) {
                check(text, ground);
            }
        }
        for (const auto &[strong, soft] :
             {std::pair(c.accent, c.accentSoft), std::pair(c.intact, c.intactSoft),
              std::pair(c.attention, c.attentionSoft), std::pair(c.broken, c.brokenSoft)}) {
            check(strong, soft); // a banner's title
            check(c.muted, soft);
        }
        check(c.onAccent, c.accent);
    }

    void linesCanBeSeenWithHighContrast()
    {
        for (const ui::Colours *const c : {&ui::lightContrastColours(), &ui::darkContrastColours()}) {
            QVERIFY(contrast(c->line, c->panel) >= 4.5);
            QVERIFY(contrast(c->notChecked, c->panel) >= 4.5);
            QVERIFY(contrast(c->accent, c->panel) >= 4.5); // the frame of the focus
        }
    }

private:
    static bool isDark(const QWidget &widget) { return widget.palette().color(QPalette::Window).lightness() < 128; }
    static bool moves() { return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0; }
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
