#include "ui/words/amounts.h"

#include "ui/jobs/job.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace streamdesk::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Amounts)
};

QString durationText(qint64 seconds)
{
    if (seconds < 60) {
        return Words::tr("%1 s").arg(seconds);
    }
    const qint64 minutes = (seconds + 30) / 60;
    return minutes < 60 ? Words::tr("%1 min").arg(minutes)
                        : Words::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

} // namespace

QString sizeText(std::uint64_t bytes)
{
    constexpr std::uint64_t mebibyte = 1U << 20U;
    if (bytes < 1024) {
        return Words::tr("%n byte(s)", nullptr, int(bytes));
    }
    const bool whole = bytes < mebibyte || bytes % mebibyte == 0; // KiB need no fractions
    return QLocale().formattedDataSize(qint64(bytes), whole && bytes < 1024 * mebibyte ? 0 : 2,
                                       QLocale::DataSizeIecFormat);
}

QString timeText(const QString &iso)
{
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : iso;
}

QString middleShortened(const QString &text, int most)
{
    if (text.size() <= most) {
        return text;
    }
    const int tail = most / 4;
    return text.left(most - tail - 1) + QChar(0x2026) + text.right(tail);
}

QString paceText(const Job &job)
{
    const std::optional<qint64> left = job.secondsLeft();
    if (!left) {
        return {};
    }
    return Words::tr("%1 a second, %2 left").arg(sizeText(std::uint64_t(job.bytesPerSecond())), durationText(*left));
}

} // namespace streamdesk::ui
