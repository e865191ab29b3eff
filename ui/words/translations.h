// The reader's language.
#pragma once

#include <QString>

#include <array>

namespace streamdesk::ui {

struct Language
{
    const char *code; // ISO 639
    const char *name; // UTF-8, in the language itself
};

// Those there are texts for.
inline constexpr std::array<Language, 2> languages = {{{"en", "English"}, {"de", "Deutsch"}}};

// Installs the texts of this language into the application, and its way to write numbers and dates; of the system's
// language if `code` is empty, English where there are none. After QApplication and before the first window.
void installTranslations(const QString &code);

} // namespace streamdesk::ui
