#include "core/crypto/hex.h"

namespace streamdesk::crypto {

namespace {

constexpr std::string_view digits = "0123456789abcdef";

int digitValue(char c) noexcept
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return -1;
}

std::string_view withoutPrefix(std::string_view text) noexcept
{
    return text.starts_with("0x") ? text.substr(2) : text;
}

} // namespace

void appendHex(std::string &text, std::span<const std::byte> bytes)
{
    text.reserve(text.size() + bytes.size() * 2);
    for (const std::byte b : bytes) {
        text += digits[std::to_integer<unsigned>(b) >> 4U];
        text += digits[std::to_integer<unsigned>(b) & 0xFU];
    }
}

std::string toHex(std::span<const std::byte> bytes)
{
    std::string text;
    appendHex(text, bytes);
    return text;
}

std::optional<std::size_t> hexLength(std::string_view text) noexcept
{
    const std::string_view body = withoutPrefix(text);
    if (body.empty() || body.size() % 2 != 0) {
        return std::nullopt;
    }
    for (const char c : body) {
        if (digitValue(c) < 0) {
            return std::nullopt;
        }
    }
    return body.size() / 2;
}

bool decodeHex(std::string_view text, std::span<std::byte> out) noexcept
{
    const std::string_view body = withoutPrefix(text);
    if (body.empty() || body.size() != out.size() * 2) {
        return false;
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        const int high = digitValue(body[2 * i]);
        const int low = digitValue(body[2 * i + 1]);
        if (high < 0 || low < 0) {
            return false;
        }
        out[i] = static_cast<std::byte>(high * 16 + low);
    }
    return true;
}

} // namespace streamdesk::crypto
