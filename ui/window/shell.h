// What is asked of the desktop around the window.
#pragma once

#include <QString>

namespace streamdesk::ui {

// Opens the file manager on the folder that holds `path`, with it selected where the desktop can do that.
void showInFileManager(const QString &path);

// "~/Downloads/line3" and the like: the folder a path lies in, short enough for a line.
[[nodiscard]] QString placeText(const QString &path);

} // namespace streamdesk::ui
