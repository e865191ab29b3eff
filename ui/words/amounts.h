// Numbers, sizes and times as the reader writes them.
#pragma once

#include <QString>

#include <cstdint>

namespace streamdesk::ui {

class Job;

[[nodiscard]] QString sizeText(std::uint64_t bytes); // "1.00 GiB", "256 KiB", "880 bytes"
// An ISO 8601 time in the reader's zone and spelling; the text itself when it is none.
[[nodiscard]] QString timeText(const QString &iso);
// "did:peaq:0x41A5…1B6B": at most `most` characters, what is left out is in the middle.
[[nodiscard]] QString middleShortened(const QString &text, int most);
// "1.2 GiB/s, 3 s left"; empty while nothing can be said.
[[nodiscard]] QString paceText(const Job &job);

} // namespace streamdesk::ui
