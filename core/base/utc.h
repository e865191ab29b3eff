// The time of day as the format and logs write it.
#pragma once

#include <string>

namespace streamdesk {

enum class TimePrecision { Seconds, Milliseconds };

// Now, in UTC: "2026-11-22T09:00:00Z" or "2026-11-22T09:00:00.000Z".
[[nodiscard]] std::string utcNow(TimePrecision precision);

} // namespace streamdesk
