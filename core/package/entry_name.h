// Names that come from elsewhere: those that operating systems leave behind, and those that no package may have.
#pragma once

#include <string>
#include <string_view>

namespace streamdesk::package {

// True for the name of a file or folder that an operating system put there by itself: "__MACOSX", "._…", ".DS_Store",
// "Thumbs.db", "desktop.ini".
[[nodiscard]] bool isSystemLeftover(std::string_view name) noexcept;

// Why a name inside a ZIP is refused, as the end of a sentence that begins with it ("leads out of the folder"); empty
// when it is not. On every system alike: what is harmless here may not be where the package goes next.
[[nodiscard]] std::string_view whyUnsafe(std::string_view entryName) noexcept;

// "a//./b/" → "a/b": the same place under one name. Empty for the root.
[[nodiscard]] std::string joinedParts(std::string_view entryName);

// `name` as it may stand in a message: in quotes, shortened, and with control characters and what is not UTF-8
// replaced.
[[nodiscard]] std::string quotedName(std::string_view name);

} // namespace streamdesk::package
