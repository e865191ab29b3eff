// Files that were dropped and have no section yet: only where they are is kept, nothing of what is in them.
#pragma once

#include <QStringList>

namespace streamdesk::ui {

// In the person's settings. GUI thread.
class KeptFiles
{
public:
    [[nodiscard]] static QStringList paths(); // absolute, in the order in which they came
    static void add(const QString &path);
    static void clear();
};

} // namespace streamdesk::ui
