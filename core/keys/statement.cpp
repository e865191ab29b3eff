#include "core/keys/statement.h"

#include "core/base/errors.h"
#include "core/crypto/hex.h"
#include "core/stream/package_code.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace streamdesk::keys {

namespace {

constexpr std::size_t keyDigits = 2 * crypto::keySize;
constexpr std::size_t longestText = std::size_t{64} << 10U;

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool separates(char c)
{
    return isSpace(c) || c == '-' || c == ':';
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// Of the spaces and dashes that programs for text put in, those of ASCII; marks that are not seen are left out.
std::string plain(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = [&](std::size_t i) { return at + i < text.size() ? std::uint8_t(text[at + i]) : 0U; };
        const unsigned three = (byte(0) << 16U) | (byte(1) << 8U) | byte(2);
        if (byte(0) == 0xC2 && byte(1) == 0xA0) { // no-break space
            out += ' ';
            ++at;
        } else if ((three >= 0xE28080 && three <= 0xE2808A) || three == 0xE280AF || three == 0xE38080) { // spaces
            out += ' ';
            at += 2;
        } else if ((three >= 0xE28090 && three <= 0xE28095) || three == 0xE28892) { // dashes
            out += '-';
            at += 2;
        } else if (three == 0xE280A8 || three == 0xE280A9) { // separators of lines
            out += '\n';
            at += 2;
        } else if ((three >= 0xE2808B && three <= 0xE2808F) || (three >= 0xE280AA && three <= 0xE280AE)
                   || (three >= 0xE281A0 && three <= 0xE281A9) || three == 0xEFBBBF) { // without width
            at += 2;
        } else {
            out += text[at];
        }
    }
    return out;
}

std::string withoutSeparators(std::string_view text)
{
    std::string rest;
    std::ranges::copy_if(text, std::back_inserter(rest), [](char c) { return !separates(c); });
    return rest;
}

std::optional<std::string> codeIn(std::string_view text)
{
    try {
        return stream::normalizePackageCode(text);
    } catch (const StreamError &) {
        return std::nullopt;
    }
}

// Of one that is not whole: whether it goes on well, and how much of it is left.
Statement readPart(const std::string &characters)
{
    using Kind = Statement::Kind;
    const std::size_t count = characters.size();
    const bool hex = std::ranges::all_of(characters, isHexDigit);
    if (hex && count >= stream::packageCodeCharacters && count < keyDigits) {
        return {.kind = Kind::PartOfKey, .missing = keyDigits - count};
    }
    const bool ascii = std::ranges::all_of(characters, [](char c) { return c > ' ' && c < '\x7f'; });
    if (ascii && count < stream::packageCodeCharacters) {
        return {.kind = Kind::PartOfCode, .missing = stream::packageCodeCharacters - count};
    }
    return {.kind = ascii && count == stream::packageCodeCharacters ? Kind::Mistyped : Kind::Unknown};
}

// A run of hex digits, with single separators between them, that is as long as a key.
std::optional<crypto::Ed25519PublicKey> findKey(std::string_view text)
{
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
        if (!isHexDigit(text[begin]) || (begin > 0 && isHexDigit(text[begin - 1]))) {
            continue;
        }
        std::string digits;
        std::size_t at = begin;
        while (at < text.size() && digits.size() < keyDigits
               && (isHexDigit(text[at]) || (separates(text[at]) && !separates(text[at - 1])))) {
            digits.append(isHexDigit(text[at]) ? 1 : 0, text[at]);
            ++at;
        }
        if (digits.size() == keyDigits && (at == text.size() || !isHexDigit(text[at]))) {
            return keyFromFingerprint(digits);
        }
    }
    return std::nullopt;
}

// A word that is a code with its dashes, or without any.
std::optional<std::string> findCode(std::string_view text)
{
    const auto ends = [](char c) { return isSpace(c) || c == '"' || c == '(' || c == ')' || c == ',' || c == '.'; };
    for (auto begin = text.begin(); begin != text.end();) {
        const auto end = std::find_if(begin, text.end(), ends);
        if (auto code = codeIn(std::string_view(begin, end))) {
            return code;
        }
        begin = std::find_if_not(end, text.end(), ends);
    }
    return std::nullopt;
}

} // namespace

std::string fingerprint(const crypto::Ed25519PublicKey &key)
{
    constexpr std::size_t group = 4;
    std::string text = crypto::toHex(key.bytes);
    for (std::size_t at = text.size() - group; at > 0; at -= group) {
        text.insert(at, 1, ' ');
    }
    return text;
}

std::optional<crypto::Ed25519PublicKey> keyFromFingerprint(std::string_view text)
{
    std::string digits = withoutSeparators(text);
    std::ranges::transform(digits, digits.begin(),
                           [](char c) { return c >= 'A' && c <= 'F' ? char(c - 'A' + 'a') : c; });
    const auto bytes = crypto::fromHex<crypto::keySize>(digits);
    return bytes ? std::optional(crypto::Ed25519PublicKey{*bytes}) : std::nullopt;
}

Statement readStatement(std::string_view given)
{
    using Kind = Statement::Kind;
    const std::string text = plain(given.substr(0, longestText));
    const std::string characters = withoutSeparators(text);
    if (characters.empty()) {
        return {};
    }
    if (const auto key = keyFromFingerprint(characters)) {
        return {.kind = Kind::Key, .key = *key};
    }
    if (auto code = codeIn(characters)) {
        return {.kind = Kind::Code, .code = std::move(*code)};
    }
    if (const auto key = findKey(text)) {
        return {.kind = Kind::Key, .key = *key};
    }
    if (auto code = findCode(text)) {
        return {.kind = Kind::Code, .code = std::move(*code)};
    }
    return readPart(characters);
}

} // namespace streamdesk::keys
