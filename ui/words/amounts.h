// Times and rates as the reader writes them; for sizes see values.h.
#pragma once

#include <QString>

namespace streamdesk::ui {

class Job;

// An ISO 8601 time in the reader's zone and spelling; the text itself when it is none.
[[nodiscard]] QString timeText(const QString &iso);
// "1.2 GiB/s, 3 s left"; empty while nothing can be said.
[[nodiscard]] QString paceText(const Job &job);

} // namespace streamdesk::ui
