// A QR code on white, as large as it has room for.
#pragma once

#include "ui/codes/qr_writer.h"

#include <QWidget>

namespace streamdesk::ui {

class QrView : public QWidget
{
    Q_OBJECT

public:
    // `name` says for those who do not see it what the code holds.
    QrView(const QString &text, const QString &name, QWidget *parent = nullptr);

    // Whole device pixels a module, so that nothing is blurred; with the quiet zone that readers want.
    [[nodiscard]] QImage picture(int pixelsPerModule) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int modules() const noexcept; // along an edge, with the quiet zone

    QrMatrix m_code;
};

} // namespace streamdesk::ui
