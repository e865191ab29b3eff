// What decrypted bytes look like, judged by themselves: text in which encoding, a table, JSON, a picture, or none of
// these.
#pragma once

#include "core/package/content.h"

#include <QByteArray>
#include <QString>
#include <QStringConverter>

#include <cstddef>
#include <span>

namespace streamdesk::ui {

// The ways to look at content.
enum class ContentLook { Text, Table, Tree, Image, Hex };

struct ContentGuess
{
    ContentLook look = ContentLook::Hex; // the one to begin with
    bool isText = false;
    QStringConverter::Encoding encoding = QStringConverter::Utf8; // of text
    QChar delimiter{};                                            // of a table; null when it is none
    enum class Json { None, Whole, Lines } json = Json::None;
    QByteArray image{}; // the format, as the toolkit calls it: "png"; empty when it is none
};

// The bytes as text in `encoding`, without a byte-order mark and without characters that are cut at either end. What is
// no character becomes U+FFFD.
[[nodiscard]] QString decodedText(std::span<const std::byte> bytes, QStringConverter::Encoding encoding);

// The sign that divides lines into the same number of cells nearly everywhere, of comma, semicolon, tab and bar; null
// when there is none. `firstIsCut`: the first line lacks its beginning.
[[nodiscard]] QChar guessDelimiter(const QString &text, bool firstIsCut);

// Text without its first line, when that lacks its beginning.
[[nodiscard]] QString withoutCutLine(const QString &text, bool firstIsCut);

// Any thread; takes time in proportion to the bytes. `begin` and `end` say what may be cut off.
[[nodiscard]] ContentGuess guessContent(std::span<const std::byte> bytes, package::Content::Begin begin,
                                        package::Content::End end);

// The suffix by which programs know such data: "csv", "tsv", "json", "jsonl", "txt", "png", …, else "data".
[[nodiscard]] QString suffixFor(const package::Content &content);

} // namespace streamdesk::ui
