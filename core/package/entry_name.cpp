#include "core/package/entry_name.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace streamdesk::package {

namespace {

char lowered(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameButForCase(std::string_view a, std::string_view b) noexcept
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lowered(x) == lowered(y); });
}

bool hasControlCharacter(std::string_view text) noexcept
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        // U+0080 to U+009F are control characters too.
        if (c < 0x20 || c == 0x7F
            || (c == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0)) {
            return true;
        }
    }
    return false;
}

// Windows opens the device whatever follows the first dot.
bool isDeviceName(std::string_view part) noexcept
{
    constexpr std::array<std::string_view, 6> devices = {"con", "prn", "aux", "nul", "conin$", "conout$"};
    std::string_view stem = part.substr(0, part.find('.'));
    while (stem.ends_with(' ')) {
        stem.remove_suffix(1);
    }
    const auto is = [stem](std::string_view device) { return sameButForCase(stem, device); };
    if (std::any_of(devices.begin(), devices.end(), is)) {
        return true;
    }
    constexpr std::size_t portLength = 3;
    const std::string_view port = stem.substr(0, portLength);
    const std::string_view number = stem.substr(port.size());
    const bool oneDigit = number.size() == 1 && number[0] >= '1' && number[0] <= '9';
    const bool superscript = number == "\u00b9" || number == "\u00b2" || number == "\u00b3";
    return (sameButForCase(port, "com") || sameButForCase(port, "lpt")) && (oneDigit || superscript);
}

} // namespace

bool isSystemLeftover(std::string_view name) noexcept
{
    constexpr std::array<std::string_view, 4> leftovers = {"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"};
    return name.starts_with("._") || std::any_of(leftovers.begin(), leftovers.end(), [name](std::string_view leftover) {
               return sameButForCase(name, leftover);
           });
}

std::string_view whyUnsafe(std::string_view entryName) noexcept
{
    if (entryName.empty()) {
        return "is empty";
    }
    if (!isUtf8(entryName)) {
        return "is not valid UTF-8";
    }
    if (hasControlCharacter(entryName)) {
        return "holds a control character";
    }
    if (entryName.find('\\') != std::string_view::npos) {
        return "holds a backslash";
    }
    if (entryName.starts_with('/')) {
        return "is absolute";
    }
    if (entryName == "." || entryName.ends_with("/.")) {
        return "names a folder as if it were a file";
    }
    const char first = lowered(entryName[0]);
    if (entryName.size() >= 2 && entryName[1] == ':' && first >= 'a' && first <= 'z') {
        return "begins with a drive letter";
    }
    for (std::size_t at = 0; at <= entryName.size();) {
        const std::size_t slash = std::min(entryName.find('/', at), entryName.size());
        const std::string_view part = entryName.substr(at, slash - at);
        if (part == "..") {
            return "leads out of the folder";
        }
        if (isDeviceName(part)) {
            return "is that of a device on Windows";
        }
        at = slash + 1;
    }
    return {};
}

std::string joinedParts(std::string_view entryName)
{
    std::string joined;
    for (std::size_t at = 0; at < entryName.size();) {
        const std::size_t slash = std::min(entryName.find('/', at), entryName.size());
        const std::string_view part = entryName.substr(at, slash - at);
        if (!part.empty() && part != ".") {
            joined += joined.empty() ? "" : "/";
            joined += part;
        }
        at = slash + 1;
    }
    return joined;
}

std::string quotedName(std::string_view name)
{
    constexpr std::size_t longest = 120;
    const bool whole = name.size() <= longest;
    std::u8string shown(reinterpret_cast<const char8_t *>(name.data()), whole ? name.size() : longest);
    std::replace_if(
        shown.begin(), shown.end(), [](char8_t c) { return c < 0x20 || c == 0x7F; }, u8'?');
    std::string text = "\"";
    text += displayPath(std::filesystem::path(shown));
    text += whole ? "\"" : "…\"";
    return text;
}

} // namespace streamdesk::package
