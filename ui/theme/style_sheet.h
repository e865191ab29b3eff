// What the style alone does not do: cards, the one button that stands out, quiet tables. Widgets say what they are by
// properties: "card", "primary", "flat", "muted", and for a label "tone" (accent, intact, attention, broken).
#pragma once

#include "ui/theme/colours.h"

#include <QString>

namespace streamdesk::ui {

[[nodiscard]] QString styleSheetFor(const Colours &colours);

} // namespace streamdesk::ui
