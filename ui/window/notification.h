// A word to a person who is looking at another window.
#pragma once

#include <QString>

namespace streamdesk::ui {

// Shown by the desktop where it can; nothing happens where it cannot.
void showNotification(const QString &title, const QString &text);

} // namespace streamdesk::ui
