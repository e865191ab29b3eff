#include "ui/window/problem_report.h"

#include "core/base/text.h"
#include "ui/words/problem_words.h"

#include <QCoreApplication>
#include <QDir>
#include <QStringList>
#include <QSysInfo>

namespace streamdesk::ui {

namespace {

class Report
{
    Q_DECLARE_TR_FUNCTIONS(ProblemReport)

public:
    [[nodiscard]] static QString of(const QString &doing, const StreamError &error)
    {
        const ErrorContext &context = error.context();
        QStringList lines;
        const auto line = [&lines](const QString &label, const QString &value) {
            if (!value.isEmpty()) {
                lines.append(label + QStringLiteral(": ") + value);
            }
        };
        lines.append(QStringLiteral("Stream Desk " STREAMDESK_VERSION));
        lines.append(QStringLiteral("Qt %1, %2, %3")
                         .arg(QString::fromLatin1(qVersion()), QSysInfo::prettyProductName(),
                              QSysInfo::currentCpuArchitecture()));
        line(tr("Doing"), doing);
        line(tr("Problem"), QString::fromLatin1(errorCodeName(error.code())));
        lines.append(describe(error).sentence);
        line(tr("Cause"), QString::fromStdString(error.what()));
        line(tr("File"), QString::fromStdString(context.file));
        line(tr("Field"), QString::fromStdString(context.field));
        if (context.chunk) {
            line(tr("Chunk"), QString::number(*context.chunk));
        }
        for (QString &one : lines) {
            one = withoutHome(QString::fromStdString(redact(printable(one.toStdString()))));
        }
        return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
    }

private:
    static QString withoutHome(QString text)
    {
        const QString home = QDir::homePath();
        if (home.size() < 2) { // "/" would be found everywhere
            return text;
        }
        text.replace(home, QStringLiteral("~"));
        return text.replace(QDir::toNativeSeparators(home), QStringLiteral("~"));
    }
};

} // namespace

QString problemReport(const QString &doing, const StreamError &error)
{
    return Report::of(doing, error);
}

} // namespace streamdesk::ui
