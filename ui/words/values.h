// Values as people read them: what came with a package made harmless, long codes shortened, sizes in round units.
#pragma once

#include <QString>

#include <cstdint>
#include <string>

namespace streamdesk::ui {

// Text from a package, or a file's name, for one line: without control characters and marks that turn the direction of
// writing, cut after some hundred characters.
[[nodiscard]] QString shown(const std::string &utf8);
[[nodiscard]] QString shown(const QString &text);

// Data that reads from left to right in every language, such as a path or a fingerprint: kept in that order between
// words that do not. For the eye only, because what is copied would hold the marks.
[[nodiscard]] QString leftToRight(const QString &data);

// "0x3e6d63…1115": the first `head` characters and the last four; all of it when that is hardly longer.
[[nodiscard]] QString shortCode(const QString &code, int head = 8);

// "1,097", as the locale writes numbers.
[[nodiscard]] QString grouped(std::uint64_t number);

// For tr()'s choice between one and several: the number itself, as far as it fits.
[[nodiscard]] int pluralCount(std::uint64_t number);

// "256 KiB", "1.75 MiB", "200 bytes", as the locale writes numbers.
[[nodiscard]] QString sizeText(std::uint64_t bytes);

// For tool tips and boxes, which take for rich text what looks like it: the text is shown as it is.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace streamdesk::ui
