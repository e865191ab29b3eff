// Values as people read them: what came with a package made harmless, long codes shortened, sizes in round units.
#pragma once

#include <QString>

#include <cstdint>
#include <string>

namespace streamdesk::ui {

// Text from a package for one line: without control characters and marks that turn the direction of writing, cut after
// some hundred characters.
[[nodiscard]] QString shown(const std::string &utf8);

// "0x3e6d63…1115": the first `head` characters and the last four; all of it when that is hardly longer.
[[nodiscard]] QString shortCode(const QString &code, int head = 8);

// "256 KiB", "1.75 MiB", "200 bytes", as the locale writes numbers.
[[nodiscard]] QString sizeText(std::uint64_t bytes);

// Text that is shown in a tool tip as it is, whatever it looks like.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace streamdesk::ui
