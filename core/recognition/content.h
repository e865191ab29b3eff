// What the content of one file says of itself.
#pragma once

#include "core/recognition/recognition.h"

namespace streamdesk::recognition {

struct Content
{
    Kind kind = Kind::Unknown;
    Reason reason = Reason::None;
    std::string subject{};
    std::optional<std::uint64_t> count{};
    std::optional<std::uint64_t> index{};
    std::uint64_t bytesRead = 0;
};

// Of a file's whole text, which is wiped.
[[nodiscard]] Content contentOf(std::string text);
// Of a regular file or a link to one; anything else is Unknown and not opened. ZIP files are for the caller.
[[nodiscard]] Content contentOf(const std::filesystem::path &file);

} // namespace streamdesk::recognition
