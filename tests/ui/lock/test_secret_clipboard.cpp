// A copied secret: there for its time, gone after it, and nobody else's copy is touched.
#include "tests/ui/support/ui_main.h"
#include "ui/lock/secret_clipboard.h"

#include <QClipboard>
#include <QMimeData>
#include <QSignalSpy>

using namespace streamdesk;
using namespace std::chrono_literals;

namespace {
const QString secret = QStringLiteral("5f0c1d");
}

class TestSecretClipboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesAfterItsTime();
    void leavesAtOnceWhenCleared();
    void anothersCopyStays();
    void goesWithTheProgram();
    void isMarkedForManagers();
};

void TestSecretClipboard::leavesAfterItsTime()
{
    ui::SecretClipboard clipboard;
    const QSignalSpy cleared(&clipboard, &ui::SecretClipboard::cleared);
    clipboard.put(secret, 300ms);
    QCOMPARE(QApplication::clipboard()->text(), secret);
    QVERIFY(clipboard.remaining() > 0ms);
    QTRY_COMPARE(QApplication::clipboard()->text(), QString());
    QCOMPARE(cleared.count(), 1);
    QCOMPARE(clipboard.remaining(), 0ms);
}

void TestSecretClipboard::leavesAtOnceWhenCleared()
{
    ui::SecretClipboard clipboard;
    clipboard.put(secret, 1h);
    clipboard.put(secret + secret, 1h);
    clipboard.clear();
    QCOMPARE(QApplication::clipboard()->text(), QString());
}

void TestSecretClipboard::anothersCopyStays()
{
    ui::SecretClipboard clipboard;
    clipboard.put(secret, 100ms);
    const QSignalSpy cleared(&clipboard, &ui::SecretClipboard::cleared);
    QApplication::clipboard()->setText(QStringLiteral("mine"));
    QTRY_COMPARE(cleared.count(), 1);
    QTest::qWait(300);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("mine"));
    clipboard.clear();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("mine"));
}

void TestSecretClipboard::goesWithTheProgram()
{
    {
        ui::SecretClipboard clipboard;
        clipboard.put(secret, 1h);
    }
    QCOMPARE(QApplication::clipboard()->text(), QString());
}

void TestSecretClipboard::isMarkedForManagers()
{
    ui::SecretClipboard clipboard;
    clipboard.put(secret, 1h);
    const QMimeData *const data = QApplication::clipboard()->mimeData();
    QCOMPARE(data->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray("secret"));
}

STREAMDESK_UI_TEST(TestSecretClipboard)
#include "test_secret_clipboard.moc"
