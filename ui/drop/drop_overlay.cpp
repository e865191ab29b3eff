#include "ui/drop/drop_overlay.h"

#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/icon_label.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace streamdesk::ui {

namespace {

constexpr int margin = 12;     // from the window's edge to the dashed line
constexpr int cardWidth = 460; // the same whatever is said, so that nothing jumps
constexpr int largeIcon = 32;
constexpr int smallIcon = 18;
constexpr int veil = 190; // of 255: what lies below stays to be seen a little

} // namespace

DropOverlay::DropOverlay(QWidget *window)
    : QWidget(window), m_card(new QFrame(this)), m_icon(new IconLabel(largeIcon, m_card)), m_title(new QLabel(m_card))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    m_card->setProperty("card", true);
    m_card->setFixedWidth(cardWidth);
    m_title->setFont(headingFont());
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);

    auto *inside = new QVBoxLayout(m_card);
    inside->setContentsMargins(20, 20, 20, 20);
    inside->setSpacing(8);
    inside->addWidget(m_icon, 0, Qt::AlignHCenter);
    inside->addWidget(m_title);
    inside->addSpacing(4);
    m_list = new QVBoxLayout;
    m_list->setSpacing(8);
    inside->addLayout(m_list);

    auto *around = new QVBoxLayout(this);
    around->setContentsMargins(2 * margin, 2 * margin, 2 * margin, 2 * margin);
    around->addWidget(m_card, 0, Qt::AlignCenter);
    window->installEventFilter(this);
    hide();
}

void DropOverlay::showLooking(int count)
{
    setContent(QStringLiteral("drop"),
               count == 1 ? tr("Looking at one thing…") : tr("Looking at %n things…", nullptr, count), {}, true);
}

void DropOverlay::showPlan(const DropPlan &plan)
{
    if (plan.hasUsable()) {
        setContent(QStringLiteral("drop"), tr("Drop anywhere in this window"), dropLines(plan), true);
    } else {
        setContent(QStringLiteral("problem"), tr("Nothing here can be used"), dropLines(plan), false);
    }
}

QStringList DropOverlay::texts() const
{
    QStringList all{m_title->text()};
    for (const DropLine &line : m_lines) {
        all.append(line.text);
    }
    return all;
}

void DropOverlay::setContent(const QString &iconName, const QString &title, const QVector<DropLine> &lines, bool usable)
{
    m_usable = usable;
    m_lines = lines;
    m_title->setText(title);
    while (QLayoutItem *item = m_list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const DropLine &line : lines) {
        addLine(line);
    }
    m_icon->setIcon(icon(iconName, usable ? &Colours::accent : &Colours::attention));
    setAccessibleName(title);
    setAccessibleDescription(texts().mid(1).join(QStringLiteral("; ")));
    appear();
}

void DropOverlay::addLine(const DropLine &line)
{
    auto *row = new QWidget(m_card);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *picture = new IconLabel(smallIcon, row);
    picture->setIcon(icon(line.icon, line.usable ? &Colours::accent : &Colours::attention));
    auto *text = new QLabel(line.text, row);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    layout->addWidget(picture, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    m_list->addWidget(row);
}

void DropOverlay::appear()
{
    setGeometry(parentWidget()->rect());
    raise();
    show();
}

bool DropOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
    }
    return QWidget::eventFilter(watched, event);
}

void DropOverlay::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange && m_title->font() != headingFont()) {
        m_title->setFont(headingFont());
    }
    QWidget::changeEvent(event);
}

void DropOverlay::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor background = colours.window;
    background.setAlpha(veil);
    painter.fillRect(rect(), background);
    QPen pen(m_usable ? colours.accent : colours.attention, 2, Qt::DashLine);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect().adjusted(margin, margin, -margin, -margin), 8, 8);
}

} // namespace streamdesk::ui
