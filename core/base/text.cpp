#include "core/base/text.h"

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
    const auto strip = [&text](auto has, auto cut) {
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
