// The colours of the window by what they mean. Two tables, one for light and one for dark; which one counts is read off
// a palette, so that every widget can ask for itself and nobody keeps a copy.
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
// The table that fits a palette: by how light its window colour is.
[[nodiscard]] const Colours &coloursFor(const QPalette &palette);
[[nodiscard]] QPalette paletteOf(const Colours &colours);

} // namespace streamdesk::ui
