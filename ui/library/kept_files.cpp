#include "ui/library/kept_files.h"

#include <QSettings>

namespace streamdesk::ui {

namespace {

const QString key = QStringLiteral("kept/paths");
constexpr int most = 1000;

} // namespace

QStringList KeptFiles::paths()
{
    return QSettings().value(key).toStringList();
}

void KeptFiles::add(const QString &path)
{
    QStringList all = paths();
    if (!all.contains(path) && all.size() < most) {
        all.append(path);
        QSettings().setValue(key, all);
    }
}

void KeptFiles::clear()
{
    QSettings().remove(key);
}

} // namespace streamdesk::ui
