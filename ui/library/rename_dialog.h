// Another name for what is in the library.
#pragma once

#include <QString>

class QWidget;

namespace streamdesk::ui {

class LibraryStore;

// Asks for the title of the entry at `path` and keeps what is answered; a blank answer changes nothing. Returns at
// once. `store` outlives `parent`, and the dialog goes with it.
void askForTitle(LibraryStore *store, const QString &path, QWidget *parent);

} // namespace streamdesk::ui
