#include "ui/widgets/splitter.h"

#include "ui/theme/colours.h"

#include <QKeyEvent>
#include <QPainter>

namespace streamdesk::ui {

namespace {

constexpr int roomBetween = 12; // px, most of them empty
constexpr int step = 24;        // px a key moves it

class Handle : public QSplitterHandle
{
public:
    explicit Handle(QSplitter *splitter) : QSplitterHandle(Qt::Horizontal, splitter)
    {
        setFocusPolicy(Qt::TabFocus);
        setAccessibleName(Splitter::tr("Line between the two sides"));
        setAccessibleDescription(Splitter::tr("The arrow keys move it."));
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
            moveSplitter(x() + (event->key() == Qt::Key_Left ? -step : step));
            return;
        }
        QSplitterHandle::keyPressEvent(event);
    }
    void paintEvent(QPaintEvent *event) override
    {
        QSplitterHandle::paintEvent(event);
        if (hasFocus()) {
            constexpr int width = 4;
            QPainter painter(this);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(coloursFor(palette()).accent);
            painter.drawRoundedRect(QRectF((this->width() - width) / 2.0, 0, width, height()), width / 2.0,
                                    width / 2.0);
        }
    }
    void focusInEvent(QFocusEvent *event) override
    {
        QSplitterHandle::focusInEvent(event);
        update();
    }
    void focusOutEvent(QFocusEvent *event) override
    {
        QSplitterHandle::focusOutEvent(event);
        update();
    }
};

} // namespace

Splitter::Splitter(QWidget *parent) : QSplitter(Qt::Horizontal, parent)
{
    setHandleWidth(roomBetween);
    setChildrenCollapsible(false);
    if (isRightToLeft()) {
        setContentsMargins(0, 0, 1, 0); // the toolkit places everything one pixel too far to the right there
    }
}

QSplitterHandle *Splitter::createHandle()
{
    return new Handle(this);
}

} // namespace streamdesk::ui
