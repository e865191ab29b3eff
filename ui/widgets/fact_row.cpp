#include "ui/widgets/fact_row.h"

#include "ui/theme/colours.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace streamdesk::ui {

namespace {

constexpr int lineGap = 3;
constexpr int shortest = 60; // px that a value keeps however narrow the window is

} // namespace

Fact::Fact(const QString &label, QWidget *parent) : QWidget(parent), m_label(label), m_valueFont(font())
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(label);
    hide();
}

void Fact::setValue(const QString &shown, const QString &whole, bool monospaced)
{
    m_shown = shown;
    m_whole = whole.isEmpty() ? shown : whole;
    m_valueFont = monospaced ? monospaceFont() : font();
    m_valueFont.setWeight(QFont::Medium);
    setToolTip(m_whole);
    setAccessibleDescription(m_whole);
    setVisible(!shown.isEmpty());
    updateGeometry();
    update();
}

QSize Fact::sizeHint() const
{
    const QFontMetrics label(labelFont());
    const QFontMetrics value(m_valueFont);
    return {std::max(label.horizontalAdvance(m_label), value.horizontalAdvance(m_shown)) + 2,
            label.height() + lineGap + QFontMetrics(font()).height()};
}

QSize Fact::minimumSizeHint() const
{
    return {std::min(shortest, sizeHint().width()), sizeHint().height()};
}

void Fact::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &colours = coloursFor(palette());
    const QFontMetrics label(labelFont());
    painter.setFont(labelFont());
    painter.setPen(colours.muted);
    painter.drawText(QRect(0, 0, width(), label.height()), Qt::AlignLeading | Qt::AlignVCenter,
                     label.elidedText(m_label, Qt::ElideRight, width()));
    const QRect below(0, label.height() + lineGap, width(), height() - label.height() - lineGap);
    painter.setFont(m_valueFont);
    painter.setPen(colours.text);
    painter.drawText(below, Qt::AlignLeading | Qt::AlignVCenter,
                     QFontMetrics(m_valueFont).elidedText(m_shown, Qt::ElideMiddle, width()));
    if (hasFocus()) {
        painter.setPen(colours.accent);
        painter.drawLine(0, height() - 1, width(), height() - 1);
    }
}

void Fact::copy() const
{
    QApplication::clipboard()->setText(m_whole);
}

void Fact::contextMenuEvent(QContextMenuEvent *event)
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, &Fact::copy);
    menu->popup(event->globalPos());
}

void Fact::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else {
        QWidget::keyPressEvent(event);
    }
}

FactRow::FactRow(QWidget *parent) : QWidget(parent), m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(28);
    m_layout->addStretch(1);
}

Fact *FactRow::add(const QString &label)
{
    auto *const fact = new Fact(label, this);
    m_layout->insertWidget(m_layout->count() - 1, fact);
    return fact;
}

} // namespace streamdesk::ui
