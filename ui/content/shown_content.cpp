#include "ui/content/shown_content.h"

#include "core/base/errors.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

namespace streamdesk::ui {

namespace {

using Begin = package::Content::Begin;

constexpr int mostPixels = 100'000'000;

// Text fields take their time with long lines, and more of it with many.
void fillText(ShownContent &shown, const QString &text)
{
    shown.textCut = text.size() > ShownContent::mostCharacters;
    for (const QStringView line : QStringView(text).left(ShownContent::mostCharacters).split(u'\n')) {
        if (!shown.text.isEmpty() || line.data() != text.constData()) {
            shown.text += u'\n';
        }
        const bool cut = line.size() > ShownContent::longestLine;
        shown.text += line.left(ShownContent::longestLine);
        shown.text += cut ? QStringLiteral("…") : QString();
        shown.linesCut = shown.linesCut || cut;
    }
}

bool looksLikeNames(const QStringList &row)
{
    return std::ranges::all_of(row, [&row](const QString &cell) {
        bool isNumber = false;
        (void)cell.toDouble(&isNumber);
        return !isNumber && !cell.trimmed().isEmpty() && row.count(cell) == 1;
    });
}

void fillTable(ShownContent &shown, const QString &text)
{
    const QChar delimiter = shown.guess.delimiter;
    shown.table = DelimitedText(withoutCutLine(text, shown.content.begin == Begin::InLine), delimiter);
    shown.rowCut = shown.content.begin == Begin::InLine;
    if (shown.content.begin == Begin::OfData) {
        if (shown.table.rowCount() > 1 && looksLikeNames(shown.table.row(0))) {
            shown.names = shown.table.row(0);
            shown.skippedRows = 1;
        }
    } else if (shown.content.firstLine.size() > 0) {
        const DelimitedText first(decodedText(shown.content.firstLine.bytes(), shown.guess.encoding), delimiter);
        if (first.rowCount() == 1 && looksLikeNames(first.row(0))) {
            shown.names = first.row(0);
        }
    }
}

std::optional<json::Tree> treeOf(const QString &text)
{
    try {
        json::Document document;
        document.parse(text.toStdString(), json::Limits{.maxBytes = std::size_t{64} << 20U, .maxValues = 1'000'000});
        return json::Tree(document.root());
    } catch (const StreamError &) {
        return std::nullopt;
    }
}

void fillTree(ShownContent &shown, const QString &text)
{
    if (shown.guess.json == ContentGuess::Json::Whole) {
        if (auto tree = treeOf(text)) {
            shown.tree = std::make_shared<const json::Tree>(std::move(*tree));
        }
        return;
    }
    json::Tree::Array elements;
    const QString whole = withoutCutLine(text, shown.content.begin == Begin::InLine);
    for (const QStringView line : QStringView(whole).split(u'\n', Qt::SkipEmptyParts)) {
        if (auto tree = treeOf(line.toString())) { // the last may be cut
            elements.push_back(std::move(*tree));
        }
    }
    shown.tree = std::make_shared<const json::Tree>(std::move(elements));
}

void fillImage(ShownContent &shown)
{
    const auto bytes = shown.content.bytes.bytes();
    QByteArray data = QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
    QBuffer buffer(&data);
    QImageReader reader(&buffer, shown.guess.image);
    reader.setAutoDetectImageFormat(false); // no other decoder sees what a stranger wrote
    reader.setAutoTransform(true);
    shown.imageSize = reader.size();
    const bool tooLarge =
        !shown.imageSize.isValid() || qint64(shown.imageSize.width()) * shown.imageSize.height() > mostPixels;
    if (tooLarge) {
        shown.imageProblem = shown.imageSize.isValid() ? QString() : reader.errorString();
        return;
    }
    if (std::max(shown.imageSize.width(), shown.imageSize.height()) > ShownContent::widestImage) {
        reader.setScaledSize(
            shown.imageSize.scaled(ShownContent::widestImage, ShownContent::widestImage, Qt::KeepAspectRatio));
    }
    shown.image = reader.read();
    if (shown.image.isNull()) {
        shown.imageProblem = reader.errorString();
    }
}

} // namespace

std::shared_ptr<const ShownContent> prepareContent(package::Content content)
{
    auto shown = std::make_shared<ShownContent>();
    shown->guess = guessContent(content.bytes.bytes(), content.begin, content.end);
    shown->content = std::move(content);
    if (!shown->guess.image.isEmpty()) {
        fillImage(*shown);
    }
    if (shown->guess.isText) {
        const QString text = decodedText(shown->content.bytes.bytes(), shown->guess.encoding);
        fillText(*shown, text);
        if (!shown->guess.delimiter.isNull()) {
            fillTable(*shown, text);
        }
        if (shown->guess.json != ContentGuess::Json::None) {
            fillTree(*shown, text);
        }
    }
    return shown;
}

} // namespace streamdesk::ui
