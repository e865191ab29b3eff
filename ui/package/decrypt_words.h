// What stands in the way of a decryption, and what came of it, in words. Translated.
#pragma once

#include "core/package/consume.h"
#include "core/package/preflight.h"

#include <QString>
#include <QStringList>

namespace streamdesk::ui {

// One problem in a sentence, and what to do about it in another.
[[nodiscard]] QString problemText(const package::Preflight::Problem &problem);

// Which files will be written, with how much: "trip.csv, 25 MiB", or the names of several.
[[nodiscard]] QString filesText(const package::Preflight &preflight);

// Of something written: how the whole compares with the manifest.
[[nodiscard]] QString dataCheckText(const package::ConsumeResult &result, bool hasManifest, bool partial);

// Why nothing was written although every chunk could be decrypted.
[[nodiscard]] QString refusalText(const package::ConsumeResult &result);

} // namespace streamdesk::ui
