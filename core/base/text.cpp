#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace streamdesk {

namespace {

// Length of the well-formed UTF-8 sequence at `at`, 0 when there is none.
std::size_t sequenceLength(std::string_view text, std::size_t at) noexcept
{
    const auto byte = [&](std::size_t offset) {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
    };
    const auto continues = [&](std::size_t offset) { return (byte(offset) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(0);
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return continues(1) ? 2 : 0;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = lead == 0xED && byte(1) > 0x9F;
        return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool overlong = lead == 0xF0 && byte(1) < 0x90;
        const bool tooLarge = lead == 0xF4 && byte(1) > 0x8F;
        return continues(1) && continues(2) && continues(3) && !overlong && !tooLarge ? 4 : 0;
    }
    return 0;
}

// Eight bytes at once, since nearly all text here is ASCII.
constexpr std::size_t asciiBlock = sizeof(std::uint64_t);

bool isAsciiBlock(std::string_view text, std::size_t at) noexcept
{
    std::uint64_t bytes = 0;
    if (text.size() - at < asciiBlock) {
        return false;
    }
    std::memcpy(&bytes, text.data() + at, asciiBlock);
    return (bytes & 0x8080808080808080U) == 0;
}

// The code points for which Python's str.isspace() holds, as UTF-8.
constexpr std::array<std::string_view, 29> whiteSpace = {
    "\t",           "\n",           "\v",           "\f",           "\r",
    "\x1c",         "\x1d",         "\x1e",         "\x1f",         " ",
    "\xc2\x85",     "\xc2\xa0",     "\xe1\x9a\x80", "\xe2\x80\x80", "\xe2\x80\x81",
    "\xe2\x80\x82", "\xe2\x80\x83", "\xe2\x80\x84", "\xe2\x80\x85", "\xe2\x80\x86",
    "\xe2\x80\x87", "\xe2\x80\x88", "\xe2\x80\x89", "\xe2\x80\x8a", "\xe2\x80\xa8",
    "\xe2\x80\xa9", "\xe2\x80\xaf", "\xe2\x81\x9f", "\xe3\x80\x80"};

// C0, DEL, C1; the line and paragraph separators; the marks and overrides of writing direction (U+061C, U+200E–U+200F,
// U+202A–U+202E, U+2066–U+2069).
bool steersTerminal(std::string_view sequence) noexcept
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(sequence[at]); };
    if (sequence.size() == 1) {
        return byte(0) < 0x20 || byte(0) == 0x7F;
    }
    if (sequence.size() == 2) {
        return (byte(0) == 0xC2 && byte(1) < 0xA0) || sequence == "\xd8\x9c";
    }
    if (sequence.size() == 3 && byte(0) == 0xE2 && byte(1) == 0x80) {
        return byte(2) == 0x8E || byte(2) == 0x8F || (byte(2) >= 0xA8 && byte(2) <= 0xAE);
    }
    return sequence.size() == 3 && byte(0) == 0xE2 && byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9;
}

} // namespace

bool isUtf8(std::string_view text) noexcept
{
    for (std::size_t at = 0; at < text.size();) {
        if (isAsciiBlock(text, at)) {
            at += asciiBlock;
            continue;
        }
        const std::size_t length = sequenceLength(text, at);
        if (length == 0) {
            return false;
        }
        at += length;
    }
    return true;
}

std::string_view trimmed(std::string_view text) noexcept
{
    const auto strip = [](auto has, auto cut) {
        for (bool found = true; found;) {
            found = false;
            for (const std::string_view space : whiteSpace) {
                if (has(space)) {
                    cut(space.size());
                    found = true;
                }
            }
        }
    };
    strip([&](std::string_view space) { return text.starts_with(space); },
          [&](std::size_t n) { text.remove_prefix(n); });
    strip([&](std::string_view space) { return text.ends_with(space); }, [&](std::size_t n) { text.remove_suffix(n); });
    return text;
}

std::string shortened(std::string_view text, std::size_t most)
{
    if (text.size() <= most) {
        return std::string(text);
    }
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return std::string(text.substr(0, end)) + "…";
}

std::optional<std::uint64_t> parseUnsigned(std::string_view digits) noexcept
{
    std::uint64_t value = 0;
    const char *const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value);
    if (error != std::errc() || stop != end || digits.empty()) {
        return std::nullopt;
    }
    return value;
}

std::string printable(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequenceLength(text, at);
        const std::string_view sequence = text.substr(at, std::max<std::size_t>(length, 1));
        clean += length == 0 || steersTerminal(sequence) ? "?" : sequence;
        at += sequence.size();
    }
    return clean;
}

std::string displayPath(const std::filesystem::path &path)
{
    const std::u8string raw = path.u8string();
    const std::string_view bytes(reinterpret_cast<const char *>(raw.data()), raw.size());
    std::string text;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = sequenceLength(bytes, at);
        if (length == 0) {
            text += "\xef\xbf\xbd";
            ++at;
        } else {
            text += bytes.substr(at, length);
            at += length;
        }
    }
    return text;
}

std::filesystem::path pathFromUtf8(std::string_view text)
{
    return std::filesystem::path(std::u8string(reinterpret_cast<const char8_t *>(text.data()), text.size()));
}

} // namespace streamdesk
