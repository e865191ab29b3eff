// The colours of the window by what they mean. A table each for light and dark, and for both with high contrast; which
// one counts is read off a palette, so that every widget can ask for itself and nobody keeps a copy.
#pragma once

#include <QColor>
#include <QPalette>

namespace streamdesk::ui {

struct Colours
{
    QColor window, panel, sidebar;
    QColor line;
    QColor text, muted;
    QColor accent, accentSoft, onAccent;
    QColor intact, intactSoft;
    QColor attention, attentionSoft;
    QColor broken, brokenSoft;
    QColor notChecked;
    QColor hover; // over the sidebar and rows
};

[[nodiscard]] const Colours &lightColours();
[[nodiscard]] const Colours &darkColours();
// Text at least 7 : 1 on every ground, where the others have 4.5 : 1; lines and signs at least 4.5 : 1.
[[nodiscard]] const Colours &lightContrastColours();
[[nodiscard]] const Colours &darkContrastColours();
[[nodiscard]] bool isHighContrast(const Colours &colours);
// The table that fits a palette: by its edges with high contrast, else by how light its window colour is.
[[nodiscard]] const Colours &coloursFor(const QPalette &palette);
[[nodiscard]] QPalette paletteOf(const Colours &colours);

} // namespace streamdesk::ui
