// New files in the places of old ones, with every old one kept.
#pragma once

#include "core/io/staging.h"

#include <filesystem>
#include <functional>
#include <span>
#include <vector>

namespace streamdesk::io {

struct Replacement
{
    std::filesystem::path from; // the new file, whole and closed; empty when what stands at `to` only has to go
    std::filesystem::path to;   // its name is that of no other replacement, whatever the folder
};

// Lets each new file take its place in one step, one after the other, and keeps what stood there. A link is replaced
// itself, never what it leads to. `scratch` is an empty folder on the file system of all these files; the old ones lie
// in it meanwhile, and for good when `keepAt` is empty. Else they are found in a new folder called like the first name
// of `keepAt` that can be had: where nothing stands yet, and on the same file system. Returns that folder, empty when
// there was nothing to keep.
//
// Throws IoError and what `between` throws, which is called before each replacement; then every old file is back in its
// place. A process that is killed leaves at each place the old file or the new one. Where the file system has no hard
// links, and for what is no ordinary file, the old one moves away just before the new one comes, so a kill between the
// two leaves the place empty. No old file is ever lost: it is in its place, in the folder, or in `scratch`.
[[nodiscard]] std::filesystem::path replaceKeeping(std::span<const Replacement> replacements,
                                                   const std::filesystem::path &scratch,
                                                   std::span<const std::filesystem::path> keepAt, Durability durability,
                                                   const std::function<void()> &between);

} // namespace streamdesk::io
