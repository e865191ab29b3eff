// The reader's language.
#pragma once

namespace streamdesk::ui {

// Installs the texts of the system's language into the application, English where there are none. After QApplication
// and before the first window.
void installTranslations();

} // namespace streamdesk::ui
