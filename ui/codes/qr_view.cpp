#include "ui/codes/qr_view.h"

#include <QPainter>

#include <algorithm>

namespace streamdesk::ui {

namespace {

constexpr int quietZone = 4; // modules at each side, as the standard wants
constexpr int preferredModule = 6;
constexpr int smallestModule = 3;

} // namespace

QrView::QrView(const QString &text, const QString &name, QWidget *parent) : QWidget(parent), m_code(qrCode(text))
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

int QrView::modules() const noexcept
{
    return m_code.size + 2 * quietZone;
}

QSize QrView::sizeHint() const
{
    return {modules() * preferredModule, modules() * preferredModule};
}

QSize QrView::minimumSizeHint() const
{
    return {modules() * smallestModule, modules() * smallestModule};
}

QImage QrView::picture(int pixelsPerModule) const
{
    QImage image(modules() * pixelsPerModule, modules() * pixelsPerModule, QImage::Format_RGB32);
    image.fill(Qt::white); // also in the dark: few readers take a code that is turned over
    QPainter painter(&image);
    for (int row = 0; row < m_code.size; ++row) {
        for (int column = 0; column < m_code.size; ++column) {
            if (m_code.at(column, row)) {
                painter.fillRect((column + quietZone) * pixelsPerModule, (row + quietZone) * pixelsPerModule,
                                 pixelsPerModule, pixelsPerModule, Qt::black);
            }
        }
    }
    return image;
}

void QrView::paintEvent(QPaintEvent *)
{
    const int room = qRound(std::min(width(), height()) * devicePixelRatioF());
    QImage image = picture(std::max(1, room / modules()));
    image.setDevicePixelRatio(devicePixelRatioF());
    QPainter painter(this);
    painter.drawImage(QPointF((width() - image.deviceIndependentSize().width()) / 2,
                              (height() - image.deviceIndependentSize().height()) / 2),
                      image);
}

} // namespace streamdesk::ui
