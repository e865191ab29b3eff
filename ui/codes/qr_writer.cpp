#include "ui/codes/qr_writer.h"

#include <qrencode.h>

#include <algorithm>
#include <iterator>
#include <memory>

namespace streamdesk::ui {

QrMatrix qrCode(const QString &text)
{
    constexpr int smallestThatFits = 0;
    const QByteArray utf8 = text.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(utf8.constData(), smallestThatFits, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (!code) {
        return {};
    }
    QrMatrix matrix{.size = code->width, .dark = {}};
    const std::size_t modules = std::size_t(matrix.size) * std::size_t(matrix.size);
    std::transform(code->data, code->data + modules, std::back_inserter(matrix.dark),
                   [](unsigned char module) { return (module & 1U) != 0; });
    return matrix;
}

} // namespace streamdesk::ui
