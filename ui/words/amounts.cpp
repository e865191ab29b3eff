#include "ui/words/amounts.h"

#include "ui/jobs/job.h"
#include "ui/words/values.h"

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

QString timeText(const QString &iso)
{
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : iso;
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
