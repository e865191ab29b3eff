#include "ui/widgets/notice_bar.h"

#include "ui/accessibility/accessibility.h"
#include "ui/theme/icons.h"
#include "ui/widgets/icon_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace streamdesk::ui {

NoticeBar::NoticeBar(QWidget *parent) : QFrame(parent), m_text(new QLabel(this))
{
    auto *const outer = new QVBoxLayout(this);
    outer->setContentsMargins(18, 14, 18, 0);
    auto *const card = new QFrame(this);
    card->setProperty("card", true);
    outer->addWidget(card);
    auto *const layout = new QHBoxLayout(card);
    layout->setContentsMargins(14, 10, 8, 10);
    layout->setSpacing(10);
    auto *const picture = new IconLabel(18, this);
    picture->setIcon(icon(QStringLiteral("info"), &Colours::accent));
    layout->addWidget(picture, 0, Qt::AlignTop);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(m_text, 1);
    auto *const dismiss = new QToolButton(this);
    dismiss->setProperty("flat", true);
    dismiss->setIcon(icon(QStringLiteral("changed"), &Colours::muted));
    dismiss->setIconSize({14, 14});
    dismiss->setToolTip(tr("Dismiss"));
    dismiss->setAccessibleName(tr("Dismiss"));
    connect(dismiss, &QToolButton::clicked, this, &QWidget::hide);
    layout->addWidget(dismiss, 0, Qt::AlignTop);
    hide();
}

void NoticeBar::say(const QStringList &lines)
{
    m_text->setText(lines.join(QLatin1Char('\n')));
    setAccessibleName(m_text->text());
    setVisible(!lines.isEmpty());
    if (!lines.isEmpty()) {
        announce(this);
    }
}

QString NoticeBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace streamdesk::ui
