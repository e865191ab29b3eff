// The time as it is written, against Qt's clock and calendar.
#include "core/base/utc.h"
#include "tests/support/expect.h"

#include <QDateTime>

using namespace streamdesk;

class TestUtc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNowInUtc_data()
    {
        QTest::addColumn<bool>("milliseconds");
        QTest::newRow("seconds") << false;
        QTest::newRow("milliseconds") << true;
    }

    void isNowInUtc()
    {
        QFETCH(bool, milliseconds);
        const QString format =
            milliseconds ? QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'Z'") : QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'");
        qputenv("TZ", "Asia/Kolkata"); // five and a half hours ahead
        const QString before = QDateTime::currentDateTimeUtc().toString(format);
        const QString text =
            QString::fromStdString(utcNow(milliseconds ? TimePrecision::Milliseconds : TimePrecision::Seconds));
        const QString after = QDateTime::currentDateTimeUtc().toString(format);
        // Of one length and in this order the letters sort as the times do.
        QCOMPARE(text.size(), before.size());
        QVERIFY2(before <= text && text <= after, qPrintable(text));
    }
};

QTEST_APPLESS_MAIN(TestUtc)
#include "test_utc.moc"
