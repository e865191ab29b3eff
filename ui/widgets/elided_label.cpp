#include "ui/widgets/elided_label.h"

#include "ui/theme/colours.h"
#include "ui/words/values.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace streamdesk::ui {

ElidedLabel::ElidedLabel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(m_whole.isEmpty() ? text : m_whole);
    updateGeometry();
    update();
}

void ElidedLabel::setMuted(bool muted)
{
    m_muted = muted;
    update();
}

void ElidedLabel::setWhole(const QString &whole)
{
    m_whole = whole;
    setAccessibleName(whole.isEmpty() ? m_text : whole);
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {metrics.horizontalAdvance(m_text) + 1, metrics.height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {qMin(sizeHint().width(), metrics.averageCharWidth() * 8), metrics.height()};
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const QString whole = m_whole.isEmpty() && sizeHint().width() > width() ? m_text : m_whole;
        const QString shown = whole.isEmpty() ? QString() : plainToolTip(whole);
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), shown, this);
        return true;
    }
    return QWidget::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &colours = coloursFor(palette());
    painter.setPen(m_muted ? colours.muted : colours.text);
    painter.drawText(
        rect(), int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextSingleLine,
        fontMetrics().elidedText(m_text, Qt::ElideMiddle, width()));
}

} // namespace streamdesk::ui
