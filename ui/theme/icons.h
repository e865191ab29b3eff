// Our icons: SVG files of one stroke, painted in a colour of the palette at any size and scale.
#pragma once

#include "ui/theme/colours.h"

#include <QIcon>
#include <QString>

namespace streamdesk::ui {

// The icon `name` of ui/resources/icons. The colour is asked for at each painting, so that it follows light and dark;
// text's colour where none is given; muted when disabled.
[[nodiscard]] QIcon icon(const QString &name, QColor Colours::*colour = &Colours::text);

// The program's own, in its own colours.
[[nodiscard]] QIcon applicationIcon();

} // namespace streamdesk::ui
