#include "ui/drop/mime_paths.h"

#include <QDir>
#include <QMimeData>
#include <QSet>
#include <QSysInfo>
#include <QUrl>

#include <optional>

namespace streamdesk::ui {

namespace {

constexpr qsizetype mostPaths = 10'000;
constexpr qsizetype longestText = 1 << 20;

// file://this-computer/path is said by some programs; elsewhere than on Windows another host's file is not here.
QString localPath(QUrl url)
{
    if (!url.isLocalFile()) {
        return {};
    }
    const QString host = url.host();
    const bool here = host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0
                      || host.compare(QSysInfo::machineHostName(), Qt::CaseInsensitive) == 0;
    if (here) {
        url.setHost(QString());
    }
#ifndef Q_OS_WIN
    if (!here && !host.isEmpty()) {
        return {};
    }
#endif
    const QString path = url.toLocalFile();
    return QDir::isAbsolutePath(path) ? path : QString();
}

class Collector
{
public:
    void add(const QUrl &url)
    {
        if (const QString path = localPath(url); !path.isEmpty()) {
            addPath(path);
        } else if (!url.scheme().isEmpty()) {
            addTo(m_found.elsewhere,
                  url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment));
        }
    }
    void addPath(const QString &path) { addTo(m_found.paths, path); }
    [[nodiscard]] MimePaths take() { return std::move(m_found); }

private:
    void addTo(QStringList &list, const QString &text)
    {
        if (m_seen.size() < mostPaths && !m_seen.contains(text)) {
            m_seen.insert(text);
            list.append(text);
        }
    }

    MimePaths m_found;
    QSet<QString> m_seen;
};

QString unquoted(QString line)
{
    for (const QChar quote : {QLatin1Char('"'), QLatin1Char('\'')}) {
        if (line.size() > 1 && line.startsWith(quote) && line.endsWith(quote)) {
            return line.mid(1, line.size() - 2);
        }
    }
    return line;
}

// Nothing unless every line is a path or a file's URL: any other text is not for us.
MimePaths fromText(const QString &text)
{
    Collector found;
    for (const QString &untrimmed : text.split(QLatin1Char('\n'))) {
        const QString line = unquoted(untrimmed.trimmed());
        if (line.isEmpty()) {
            continue;
        }
        if (line.startsWith(QLatin1String("file:"), Qt::CaseInsensitive)) {
            found.add(QUrl(line));
        } else if (line.startsWith(QLatin1String("~/"))) {
            found.addPath(QDir::home().filePath(line.mid(2)));
        } else if (QDir::isAbsolutePath(line) && !line.startsWith(QLatin1Char(':'))) {
            found.addPath(line);
        } else {
            return {};
        }
    }
    return found.take();
}

} // namespace

MimePaths mimePaths(const QMimeData *mime)
{
    if (mime == nullptr) {
        return {};
    }
    if (mime->hasUrls()) {
        Collector found;
        for (const QUrl &url : mime->urls()) {
            found.add(url);
        }
        return found.take();
    }
    const QString text = mime->hasText() ? mime->text() : QString();
    return text.size() <= longestText ? fromText(text) : MimePaths();
}

QStringList pathsFromMimeData(const QMimeData *mime)
{
    return mimePaths(mime).paths;
}

} // namespace streamdesk::ui
