#include "core/base/utc.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace streamdesk {

std::string utcNow(TimePrecision precision)
{
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const auto today = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::year_month_day date(today);
    const std::chrono::hh_mm_ss time(now - today);
    std::array<char, 40> text{};
    int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(date.year()),
                               static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                               static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                               static_cast<int>(time.seconds().count()));
    if (precision == TimePrecision::Milliseconds) {
        length += std::snprintf(text.data() + length, text.size() - static_cast<std::size_t>(length), ".%03d",
                                static_cast<int>(time.subseconds().count()));
    }
    return std::string(text.data(), static_cast<std::size_t>(length)) + "Z";
}

} // namespace streamdesk
