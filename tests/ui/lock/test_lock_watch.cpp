// When the desk wants to be locked: after a time in which nobody did anything, and with the session.
#include "tests/ui/support/ui_main.h"
#include "ui/lock/lock_watch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QWidget>

using namespace streamdesk;
using namespace std::chrono_literals;

class TestLockWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterIdleTime();
    void notWhileSomebodyWorks();
    void neverWhenToldSo();
    void withTheSession();
};

void TestLockWatch::afterIdleTime()
{
    ui::LockWatch watch;
    const QSignalSpy wanted(&watch, &ui::LockWatch::lockWanted);
    watch.setIdleTime(200ms);
    QTRY_COMPARE(wanted.count(), 1);
}

void TestLockWatch::notWhileSomebodyWorks()
{
    ui::LockWatch watch;
    QWidget widget;
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    const QSignalSpy wanted(&watch, &ui::LockWatch::lockWanted);
    watch.setIdleTime(1500ms);
    for (int i = 0; i < 10; ++i) {
        QTest::qWait(250);
        i % 2 == 0 ? QTest::keyClick(&widget, Qt::Key_A) : QTest::mouseMove(&widget, QPoint(5 + i, 5));
    }
    QCOMPARE(wanted.count(), 0);
    QTRY_COMPARE(wanted.count(), 1);
}

void TestLockWatch::neverWhenToldSo()
{
    ui::LockWatch watch;
    const QSignalSpy wanted(&watch, &ui::LockWatch::lockWanted);
    watch.setIdleTime(200ms);
    watch.setIdleTime(0ms);
    QTest::qWait(500);
    QCOMPARE(wanted.count(), 0);
}

// What a screen saver says on the session bus, which this test has to itself.
void TestLockWatch::withTheSession()
{
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("screen-saver"));
    QVERIFY(bus.isConnected());
    ui::LockWatch watch;
    const QSignalSpy wanted(&watch, &ui::LockWatch::lockWanted);
    const auto say = [&](bool active) {
        QDBusMessage signal =
            QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/ScreenSaver"),
                                       QStringLiteral("org.freedesktop.ScreenSaver"), QStringLiteral("ActiveChanged"));
        signal << active;
        QVERIFY(bus.send(signal));
    };
    say(false);
    QTest::qWait(200);
    QCOMPARE(wanted.count(), 0);
    say(true);
    QTRY_COMPARE(wanted.count(), 1);
}

STREAMDESK_UI_TEST(TestLockWatch)
#include "test_lock_watch.moc"
