#include "ui/codes/qr_reader.h"

#include <QFile>
#include <QImageReader>
#include <QPainter>

#define ZX_USE_UTF8 // before version 2 the library's texts are wide otherwise
#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <array>

namespace streamdesk::ui {

namespace {

using Trouble = PictureReading::Trouble;

constexpr qint64 largestFile = qint64{64} << 20;
constexpr qint64 mostPixels = 200'000'000;
constexpr int sharpEnough = 3000; // px along an edge; more of a photograph only takes time

PictureReading failed(Trouble trouble)
{
    return {.trouble = trouble, .texts = {}};
}

QSize fitted(QSize size)
{
    const QSize most(sharpEnough, sharpEnough);
    return size.width() > sharpEnough || size.height() > sharpEnough ? size.scaled(most, Qt::KeepAspectRatio) : size;
}

QImage inGrey(const QImage &picture)
{
    QImage paper(fitted(picture.size()), QImage::Format_RGB32);
    paper.fill(Qt::white); // a code on no ground is meant for white paper
    QPainter painter(&paper);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(paper.rect(), picture);
    painter.end();
    return paper.convertToFormat(QImage::Format_Grayscale8);
}

bool isPicture(const QByteArray &format)
{
    constexpr std::array known = {"png", "jpeg", "webp", "gif", "bmp", "tiff", "heif", "avif"};
    return std::any_of(known.begin(), known.end(), [&](const char *name) { return format == name; });
}

} // namespace

PictureReading readCodes(const QImage &picture)
{
    if (picture.isNull()) {
        return failed(Trouble::NoPicture);
    }
    const QImage grey = inGrey(picture);
    PictureReading reading;
    for (const auto &found : ZXing::ReadBarcodes(
             {grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, int(grey.bytesPerLine())})) {
        if (found.isValid()) {
            reading.texts.append(QString::fromStdString(found.text()));
        }
    }
    reading.trouble = reading.texts.isEmpty() ? Trouble::NoCode : Trouble::None;
    return reading;
}

PictureReading readCodesInFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failed(Trouble::NotReadable);
    }
    if (file.size() > largestFile) {
        return failed(Trouble::TooLarge);
    }
    QImageReader reader(&file);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true); // photographs lie on their side
    if (!isPicture(reader.format())) {
        return failed(Trouble::NoPicture);
    }
    const QSize size = reader.size();
    if (qint64(size.width()) * size.height() > mostPixels) {
        return failed(Trouble::TooLarge);
    }
    if (size.isValid()) {
        reader.setScaledSize(fitted(size)); // a JPEG is then read in little memory
    }
    const QImage picture = reader.read();
    return picture.isNull() && reader.error() == QImageReader::InvalidDataError ? failed(Trouble::NoPicture)
                                                                                : readCodes(picture);
}

} // namespace streamdesk::ui
