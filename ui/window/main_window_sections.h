// The keys by which the sidebar knows the sections that are made in several places.
#pragma once

#include <QString>

namespace streamdesk::ui {

inline const QString trustKey = QStringLiteral("trust");
inline const QString keysKey = QStringLiteral("keys");

} // namespace streamdesk::ui
