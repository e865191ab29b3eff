#include "ui/widgets/verdict_banner.h"

#include "ui/accessibility/accessibility.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/icon_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>
#include <QVariant>

#include <algorithm>

namespace streamdesk::ui {

namespace {

constexpr int edge = 16;
constexpr int above = 12;
constexpr int iconSize = 32;
constexpr int gap = 16; // between icon, words and button
constexpr double radius = 8;
constexpr int progressHeight = 3;

struct ToneColours
{
    const char *name;        // as the style sheet calls it
    QColor Colours::*strong; // title, border and icon
    QColor Colours::*soft;   // behind them
};

ToneColours coloursOf(VerdictBanner::Tone tone)
{
    switch (tone) {
    case VerdictBanner::Tone::Accent:
        return {"accent", &Colours::accent, &Colours::accentSoft};
    case VerdictBanner::Tone::Intact:
        return {"intact", &Colours::intact, &Colours::intactSoft};
    case VerdictBanner::Tone::Attention:
        return {"attention", &Colours::attention, &Colours::attentionSoft};
    case VerdictBanner::Tone::Broken:
        return {"broken", &Colours::broken, &Colours::brokenSoft};
    case VerdictBanner::Tone::Neutral:
        break;
    }
    return {"", &Colours::text, &Colours::panel};
}

// A property that the style sheet asks for; it does not look again by itself.
void setStyled(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) != value) {
        widget->setProperty(property, value);
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
}

// Both as one text, in which the title is a sentence.
QString spokenText(const QString &title, const QString &text)
{
    const bool open = !title.isEmpty() && title.back().isLetterOrNumber();
    return text.isEmpty() ? title : title + (open ? QStringLiteral(". ") : QStringLiteral(" ")) + text;
}

QLabel *selectableLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText); // names from files are among the words
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

VerdictBanner::VerdictBanner(QWidget *parent)
    : QFrame(parent), m_symbol(new IconLabel(iconSize, this)), m_title(selectableLabel(this)),
      m_text(selectableLabel(this)), m_action(new QPushButton(this))
{
    m_title->setFont(emphasisFont());
    m_text->setProperty("muted", true);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &VerdictBanner::actionTriggered);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch();
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(edge, above, edge, above);
    row->setSpacing(gap);
    row->addWidget(m_symbol, 0, Qt::AlignVCenter);
    row->addLayout(words, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);

    const int twoLines = QFontMetrics(m_title->font()).height() + 2 + 2 * QFontMetrics(m_text->font()).lineSpacing();
    setMinimumHeight(twoLines + 2 * above + 2);
}

void VerdictBanner::setVerdict(Tone tone, const QString &iconName, const QString &title, const QString &text)
{
    const bool goesOn = m_progress && iconName == m_iconName;
    const bool news = m_title->text() != title && !goesOn;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(spokenText(title, text));
    if (tone != m_tone || iconName != m_iconName) {
        m_tone = tone;
        m_iconName = iconName;
        m_symbol->setIcon(iconName.isEmpty() ? QIcon() : icon(iconName, coloursOf(tone).strong));
        setStyled(m_title, "tone", QString::fromLatin1(coloursOf(tone).name));
        setStyled(m_action, "primary", tone == Tone::Accent);
        update();
    }
    if (news) {
        announce(this);
    }
}

void VerdictBanner::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setAccessibleName(text);
    m_action->setVisible(!text.isEmpty());
}

void VerdictBanner::setProgress(std::optional<double> progress)
{
    m_progress = progress ? std::optional(std::clamp(*progress, 0.0, 1.0)) : std::nullopt;
    update();
}

QString VerdictBanner::title() const
{
    return m_title->text();
}

QString VerdictBanner::text() const
{
    return m_text->text();
}

void VerdictBanner::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursFor(palette());
    const ToneColours tone = coloursOf(m_tone);
    const QColor strong = colours.*tone.strong;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath card;
    card.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.fillPath(card, colours.*tone.soft);
    if (m_progress) {
        const int length = int(*m_progress * width());
        const QRect line(0, height() - progressHeight, length, progressHeight);
        painter.save();
        painter.setClipPath(card);
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), line),
                         m_tone == Tone::Neutral ? colours.accent : strong);
        painter.restore();
    }
    painter.setPen(QPen(m_tone == Tone::Neutral ? colours.line : strong, 1));
    painter.drawPath(card);
}

} // namespace streamdesk::ui
