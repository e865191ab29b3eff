#include "ui/words/values.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

namespace streamdesk::ui {

namespace {

constexpr std::size_t longestShown = 500;
constexpr int tail = 4;

struct Values // the translators' context
{
    Q_DECLARE_TR_FUNCTIONS(Values)
};

} // namespace

QString shown(const std::string &utf8)
{
    return QString::fromStdString(printable(shortened(utf8, longestShown)));
}

QString shown(const QString &text)
{
    return shown(text.toStdString());
}

QString leftToRight(const QString &data)
{
    const QChar isolate(0x2066);
    const QChar end(0x2069);
    return QGuiApplication::isRightToLeft() ? isolate + data + end : data;
}

QString shortCode(const QString &code, int head)
{
    return code.size() <= head + tail + 3 ? code : code.left(head) + QChar(0x2026) + code.right(tail);
}

QString grouped(std::uint64_t number)
{
    return QLocale().toString(qulonglong(number));
}

int pluralCount(std::uint64_t number)
{
    return int(std::min<std::uint64_t>(number, 1'000'000'000));
}

QString sizeText(std::uint64_t bytes)
{
    constexpr std::uint64_t kibi = 1024;
    constexpr std::uint64_t mebi = kibi * kibi;
    if (bytes < kibi) {
        return Values::tr("%n byte(s)", nullptr, int(bytes));
    }
    const int decimals = bytes < mebi ? 0 : 2;
    return QLocale().formattedDataSize(qint64(bytes), decimals, QLocale::DataSizeIecFormat);
}

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? text : QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(text.toHtmlEscaped());
}

} // namespace streamdesk::ui
