// Labels as every page has them. Text is shown as it is, never as markup.
#pragma once

#include <QString>

class QLabel;

namespace streamdesk::ui {

// Over what belongs together.
[[nodiscard]] QLabel *headingLabel(const QString &text);
// What explains; over several lines where it has to be.
[[nodiscard]] QLabel *mutedLabel(const QString &text);
// What is to be read; over several lines where it has to be.
[[nodiscard]] QLabel *plainLabel(const QString &text);

} // namespace streamdesk::ui
