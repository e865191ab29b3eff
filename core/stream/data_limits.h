// What a reading, a data package or what is inside an encrypted field may cost before it is refused.
#pragma once

#include "core/json/document.h"

#include <cstddef>

namespace streamdesk::stream {

inline constexpr json::Limits dataPackageLimits{
    .maxBytes = std::size_t{16} << 20U, .maxValues = 200'000, .maxDepth = 256, .anyNumber = true};

} // namespace streamdesk::stream
