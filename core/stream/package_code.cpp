#include "core/stream/package_code.h"

#include "core/base/errors.h"
#include "core/crypto/hex.h"
#include "core/crypto/sha256.h"

#include <span>

namespace streamdesk::stream {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view checkAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U"; // Crockford's, modulo 37
constexpr std::size_t dataCharacters = packageCodeCharacters - 1;                   // 5 bits each: 100 bits
constexpr std::size_t group = 4;

// Each part with its length before it, so that no two chains give the same text.
void appendPart(std::string &text, std::string_view part)
{
    text += std::to_string(part.size());
    text += ':';
    text += part;
    text += ',';
}

char checkCharacter(std::string_view data)
{
    std::size_t remainder = 0;
    for (const char c : data) {
        remainder = (remainder * alphabet.size() + alphabet.find(c)) % checkAlphabet.size();
    }
    return checkAlphabet[remainder];
}

std::string grouped(std::string_view characters)
{
    std::string text;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (i > 0 && i % group == 0) {
            text += '-';
        }
        text += characters[i];
    }
    return text;
}

char canonical(char c)
{
    if (c >= 'a' && c <= 'z') {
        c = static_cast<char>(c - 'a' + 'A');
    }
    switch (c) {
    case 'O':
        return '0';
    case 'I':
    case 'L':
        return '1';
    default:
        return c;
    }
}

[[noreturn]] void refuse(std::string_view message)
{
    throw StreamValidationError(ErrorCode::InvalidCode, message, "package code", "21 characters in groups of four");
}

} // namespace

std::optional<std::string> packageCode(const ChainReport &report)
{
    if (!report.oneSigner() || report.firstChunkId.empty() || report.headChunkId.empty()) {
        return std::nullopt;
    }
    std::string text;
    appendPart(text, "streamdesk.package-code.v1");
    appendPart(text, report.dids.front());
    appendPart(text, crypto::toHex(report.signers.front().bytes));
    appendPart(text, report.firstChunkId);
    appendPart(text, std::to_string(report.length));
    appendPart(text, report.headChunkId);
    const crypto::Digest digest = crypto::sha256(text);

    std::string characters;
    for (std::size_t i = 0; i < dataCharacters; ++i) {
        const std::size_t bit = i * 5; // of the digest, from the left
        const unsigned two =
            (std::to_integer<unsigned>(digest[bit / 8]) << 8U) | std::to_integer<unsigned>(digest[bit / 8 + 1]);
        characters += alphabet[(two >> (11U - bit % 8)) & 0x1FU];
    }
    characters += checkCharacter(characters);
    return grouped(characters);
}

std::string normalizePackageCode(std::string_view typed)
{
    std::string characters;
    for (const char c : typed) {
        if (c == '-' || c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            continue;
        }
        characters += canonical(c);
    }
    if (characters.size() != dataCharacters + 1) {
        refuse("has " + std::to_string(characters.size()) + " characters; a package code has 21");
    }
    const std::string_view data = std::string_view(characters).substr(0, dataCharacters);
    if (data.find_first_not_of(alphabet) != std::string_view::npos || characters.back() != checkCharacter(data)) {
        refuse("has a typing error: its check character does not fit the rest");
    }
    return grouped(characters);
}

} // namespace streamdesk::stream
