// What is chosen takes effect at once and is there at the next start.
#include "ui/theme/colours.h"
#include "ui/window/settings.h"
#include "ui/window/settings_dialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStyle>
#include <QTest>

using namespace streamdesk;
using ui::Appearance;
using ui::Settings;
using ui::SettingsDialog;

namespace {

template <typename Button>
Button *buttonSaying(const QWidget &widget, const QString &text)
{
    for (Button *button : widget.findChildren<Button *>()) {
        if (button->text() == text) {
            return button;
        }
    }
    qFatal("there is no button %s", qPrintable(text));
}

QColor windowColour()
{
    return QApplication::palette().color(QPalette::Window);
}

} // namespace

class TestSettingsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("streamdesk"));
        QCoreApplication::setApplicationName(QStringLiteral("stream-desk"));
    }
    void init() { QSettings().clear(); }

    void beginsWithWhatMostPeopleWant()
    {
        const Settings settings;
        QVERIFY(settings.appearance() == Appearance::System);
        QCOMPARE(settings.language(), QString());
        QVERIFY(settings.verifyWhenOpened());
        QVERIFY(settings.notifyWhenDone());
    }

    void darkTakesEffectAtOnceAndIsRemembered()
    {
        Settings settings;
        ui::Theme theme(Appearance::Light);
        SettingsDialog dialog(settings, theme);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QCOMPARE(windowColour(), ui::lightColours().window);
        auto *dark = buttonSaying<QRadioButton>(dialog, QStringLiteral("Dark"));
        QTest::mouseClick(dark, Qt::LeftButton, {}, QPoint(8, dark->height() / 2));
        QCOMPARE(windowColour(), ui::darkColours().window);
        QVERIFY(Settings().appearance() == Appearance::Dark);
    }

    void highContrastAndLessMotionTakeEffectAtOnceAndAreRemembered()
    {
        Settings settings;
        ui::Theme theme(Appearance::Light);
        SettingsDialog dialog(settings, theme);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto *const contrast = buttonSaying<QRadioButton>(dialog, QStringLiteral("High contrast"));
        contrast->setFocus();
        QTest::keyClick(contrast, Qt::Key_Space);
        QVERIFY(ui::isHighContrast(ui::coloursFor(QApplication::palette())));
        QVERIFY(Settings().appearance() == Appearance::HighContrast);
        QVERIFY(Settings().motion() == ui::Motion::System);
        auto *const none = buttonSaying<QRadioButton>(dialog, QStringLiteral("None"));
        none->setFocus();
        QTest::keyClick(none, Qt::Key_Space);
        QCOMPARE(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
        QVERIFY(Settings().motion() == ui::Motion::Reduced);
        QVERIFY(contrast->isChecked()); // the one has nothing to do with the other
        theme.setMotion(ui::Motion::System);
    }

    void whatIsSwitchedOffStaysOff()
    {
        Settings settings;
        ui::Theme theme(Appearance::Light);
        SettingsDialog dialog(settings, theme);
        dialog.open();
        QSignalSpy changed(&settings, &Settings::changed);
        for (QCheckBox *box : dialog.findChildren<QCheckBox *>()) {
            QVERIFY(box->isChecked());
            QTest::keyClick(box, Qt::Key_Space);
        }
        QCOMPARE(changed.count(), 2);
        QVERIFY(!Settings().verifyWhenOpened());
        QVERIFY(!Settings().notifyWhenDone());
    }

    void theLanguageIsRemembered()
    {
        Settings settings;
        ui::Theme theme(Appearance::Light);
        SettingsDialog dialog(settings, theme);
        dialog.open();
        auto *const box = dialog.findChild<QComboBox *>();
        QCOMPARE(box->currentText(), QStringLiteral("As the system"));
        QTest::keyClicks(box, QStringLiteral("Deu"));
        QCOMPARE(box->currentText(), QStringLiteral("Deutsch"));
        QCOMPARE(Settings().language(), QStringLiteral("de"));
    }

    void showsWhatWasChosenBefore()
    {
        Settings settings;
        settings.setLanguage(QStringLiteral("de"));
        settings.setAppearance(Appearance::Light);
        settings.setVerifyWhenOpened(false);
        ui::Theme theme(Appearance::Light);
        const SettingsDialog dialog(settings, theme);
        QVERIFY(buttonSaying<QRadioButton>(dialog, QStringLiteral("Light"))->isChecked());
        QVERIFY(!dialog.findChildren<QCheckBox *>().front()->isChecked());
        QCOMPARE(dialog.findChild<QComboBox *>()->currentText(), QStringLiteral("Deutsch"));
    }

    void whatNobodyChoseIsNoHarm()
    {
        QSettings().setValue(QStringLiteral("appearance"), QStringLiteral("pink"));
        QVERIFY(Settings().appearance() == Appearance::System);
        QSettings().setValue(QStringLiteral("language"), QStringLiteral("tlh"));
        QCOMPARE(Settings().language(), QString());
    }

    void closes()
    {
        Settings settings;
        ui::Theme theme(Appearance::Light);
        SettingsDialog dialog(settings, theme);
        dialog.open();
        QTest::mouseClick(buttonSaying<QPushButton>(dialog, QStringLiteral("Close")), Qt::LeftButton);
        QVERIFY(!dialog.isVisible());
    }
};

QTEST_MAIN(TestSettingsDialog)

#include "test_settings_dialog.moc"
