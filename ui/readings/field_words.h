// One value of a reading in words: what can be known of it, and no more.
#pragma once

#include "core/json/tree.h"

#include <QString>

namespace streamdesk::ui {

// Text from a reading for one line: at most `most` bytes, without what would steer the writing.
[[nodiscard]] QString oneLine(std::string_view text, std::size_t most);
// A value in short: text and numbers as they are spelled, how much is inside of anything else.
[[nodiscard]] QString valueText(const json::Tree &value);
// What kind of value it is; for what is marked as encrypted or anonymized, how.
[[nodiscard]] QString kindText(const json::Tree &value);
// What the kind means for whoever reads it, for a tooltip.
[[nodiscard]] QString kindExplanation(const json::Tree &value);

} // namespace streamdesk::ui
