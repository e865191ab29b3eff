// Files out of what is dropped or pasted: a list of URLs as file managers give it, or text that is nothing but paths.
#pragma once

#include <QStringList>

class QMimeData;

namespace streamdesk::ui {

struct MimePaths
{
    QStringList paths;     // absolute, on this computer, in the order given, each once; they need not exist
    QStringList elsewhere; // what to call the others: addresses without user name, password and query

    [[nodiscard]] bool isEmpty() const noexcept { return paths.isEmpty() && elsewhere.isEmpty(); }
};

// At most 10,000; the rest is passed over. `mime` may be null.
[[nodiscard]] MimePaths mimePaths(const QMimeData *mime);
// The local ones alone, for paste.
[[nodiscard]] QStringList pathsFromMimeData(const QMimeData *mime);

} // namespace streamdesk::ui
