#include "ui/content/content_guess.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/json/document.h"
#include "ui/content/delimited_text.h"

#include <QByteArrayView>
#include <QMap>

#include <algorithm>
#include <string_view>

namespace streamdesk::ui {

namespace {

using Begin = package::Content::Begin;
using End = package::Content::End;

constexpr int sampledRows = 200;
constexpr std::size_t longestCharacter = 4; // bytes of UTF-8

QByteArrayView view(std::span<const std::byte> bytes)
{
    return {bytes.data(), qsizetype(bytes.size())};
}

std::string_view textView(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

bool isContinuation(std::byte byte)
{
    return (byte & std::byte{0xc0}) == std::byte{0x80};
}

// Without the parts of UTF-8 characters that a border between chunks cut in two.
std::span<const std::byte> wholeCharacters(std::span<const std::byte> bytes)
{
    std::size_t first = 0;
    while (first < std::min(bytes.size(), longestCharacter - 1) && isContinuation(bytes[first])) {
        ++first;
    }
    bytes = bytes.subspan(first);
    for (std::size_t back = 1; back <= std::min(bytes.size(), longestCharacter - 1); ++back) {
        const std::byte byte = bytes[bytes.size() - back];
        if (isContinuation(byte)) {
            continue;
        }
        const std::size_t length = byte >= std::byte{0xf0}   ? 4
                                   : byte >= std::byte{0xe0} ? 3
                                   : byte >= std::byte{0xc0} ? 2
                                                             : 1;
        return length > back ? bytes.first(bytes.size() - back) : bytes;
    }
    return bytes;
}

// Text has line ends and tabs, and hardly another control character.
bool looksBinary(std::span<const std::byte> bytes)
{
    const auto control = std::ranges::count_if(bytes, [](std::byte byte) {
        return byte < std::byte{0x20} && byte != std::byte{'\n'} && byte != std::byte{'\r'} && byte != std::byte{'\t'}
               && byte != std::byte{'\f'};
    });
    const bool nul = std::ranges::find(bytes, std::byte{0}) != bytes.end();
    return nul || std::size_t(control) * 100 > bytes.size();
}

// By how it begins; the formats that nearly every picture has, and no others.
QByteArray imageFormat(std::span<const std::byte> bytes)
{
    const std::string_view text = textView(bytes);
    if (text.starts_with("\x89PNG\r\n\x1a\n")) {
        return "png";
    }
    if (text.starts_with("\xff\xd8\xff")) {
        return "jpg";
    }
    if (text.starts_with("GIF87a") || text.starts_with("GIF89a")) {
        return "gif";
    }
    if (text.starts_with("BM") && text.size() > 14 && text.substr(6, 4) == std::string_view("\0\0\0\0", 4)) {
        return "bmp";
    }
    return text.starts_with("RIFF") && text.size() > 12 && text.substr(8, 4) == "WEBP" ? "webp" : QByteArray();
}

bool isJson(const QString &text)
{
    try {
        json::Document document;
        document.parse(text.toStdString(), json::Limits{.maxBytes = std::size_t{64} << 20U, .maxValues = 1'000'000});
        return document.root().isObject() || document.root().isArray();
    } catch (const StreamError &) {
        return false;
    }
}

// Every line an object or a list, but for those that are cut at the ends.
bool isJsonLines(const QString &text, bool lastIsCut)
{
    QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (lastIsCut && !text.endsWith(QLatin1Char('\n')) && !lines.isEmpty()) {
        lines.removeLast();
    }
    const auto sampled = lines.mid(0, sampledRows);
    return sampled.size() > 1 && std::ranges::all_of(sampled, isJson);
}

ContentGuess::Json guessJson(const QString &text, bool firstIsCut, bool lastIsCut)
{
    const auto first = std::ranges::find_if(text, [](QChar c) { return !c.isSpace(); });
    const bool mayBe = first != text.end() && (*first == QLatin1Char('{') || *first == QLatin1Char('['));
    if (mayBe && isJson(text)) {
        return ContentGuess::Json::Whole;
    }
    return (mayBe || firstIsCut) && isJsonLines(withoutCutLine(text, firstIsCut), lastIsCut) ? ContentGuess::Json::Lines
                                                                                             : ContentGuess::Json::None;
}

} // namespace

QString decodedText(std::span<const std::byte> bytes, QStringConverter::Encoding encoding)
{
    if (encoding == QStringConverter::Utf8) {
        bytes = wholeCharacters(bytes);
    }
    QStringDecoder decoder(encoding);
    QString text = decoder(view(bytes));
    if (text.startsWith(QChar::ByteOrderMark)) {
        text.remove(0, 1);
    }
    return text;
}

QString withoutCutLine(const QString &text, bool firstIsCut)
{
    return firstIsCut ? text.mid(text.indexOf(QLatin1Char('\n')) + 1) : text;
}

QChar guessDelimiter(const QString &text, bool firstIsCut)
{
    const QString whole = withoutCutLine(text, firstIsCut);
    QChar best;
    int most = 1;
    for (const char16_t sign : {u',', u';', u'\t', u'|'}) {
        const DelimitedText table(whole, sign, sampledRows);
        QMap<int, int> rowsOf; // by their number of cells
        int rows = 0;
        for (int row = 0; row < table.rowCount() - (table.rowCount() > 2 ? 1 : 0); ++row) { // the last may be cut
            const int cells = int(table.row(row).size());
            if (cells == 1 && table.row(row).front().isEmpty()) {
                continue;
            }
            ++rowsOf[cells];
            ++rows;
        }
        for (auto at = rowsOf.cbegin(); at != rowsOf.cend(); ++at) {
            const bool nearlyAll = at.value() * 10 >= rows * 9 && rows >= 2;
            if (nearlyAll && at.key() > most) {
                most = at.key();
                best = sign;
            }
        }
    }
    return best;
}

ContentGuess guessContent(std::span<const std::byte> bytes, Begin begin, End end)
{
    ContentGuess guess;
    if (bytes.empty()) {
        guess.isText = true;
        guess.look = ContentLook::Text;
        return guess;
    }
    guess.image = begin == Begin::OfData ? imageFormat(bytes) : QByteArray();
    if (!guess.image.isEmpty()) {
        guess.look = ContentLook::Image;
        return guess;
    }
    const auto marked = begin == Begin::OfData ? QStringConverter::encodingForData(view(bytes)) : std::nullopt;
    if (marked) {
        guess.encoding = *marked;
    } else if (looksBinary(bytes)) {
        return guess;
    } else if (!isUtf8(textView(wholeCharacters(bytes)))) {
        guess.encoding = QStringConverter::Latin1;
    }
    guess.isText = true;
    const QString text = decodedText(bytes, guess.encoding);
    const bool firstIsCut = begin == Begin::InLine;
    guess.json = guessJson(text, firstIsCut, end != End::OfData);
    guess.delimiter = guess.json == ContentGuess::Json::None ? guessDelimiter(text, firstIsCut) : QChar();
    guess.look = guess.json != ContentGuess::Json::None ? ContentLook::Tree
                 : !guess.delimiter.isNull()            ? ContentLook::Table
                                                        : ContentLook::Text;
    return guess;
}

QString suffixFor(const package::Content &content)
{
    const auto bytes = content.bytes.bytes();
    const ContentGuess guess = guessContent(bytes, content.begin, content.end);
    if (!guess.image.isEmpty()) {
        return QString::fromLatin1(guess.image);
    }
    if (!guess.isText) {
        return QStringLiteral("data");
    }
    if (guess.json != ContentGuess::Json::None) {
        return guess.json == ContentGuess::Json::Lines ? QStringLiteral("jsonl") : QStringLiteral("json");
    }
    const QString text = decodedText(bytes, guess.encoding).trimmed();
    if (content.begin == Begin::OfData && (text.startsWith(u'{') || text.startsWith(u'['))) {
        return QStringLiteral("json"); // that goes on
    }
    return guess.delimiter.isNull()   ? QStringLiteral("txt")
           : guess.delimiter == u'\t' ? QStringLiteral("tsv")
                                      : QStringLiteral("csv");
}

} // namespace streamdesk::ui
