#include "ui/widgets/labels.h"

#include "ui/theme/theme.h"

#include <QLabel>

namespace streamdesk::ui {

QLabel *plainLabel(const QString &text)
{
    auto *const label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel *headingLabel(const QString &text)
{
    QLabel *const label = plainLabel(text);
    label->setFont(emphasisFont());
    return label;
}

QLabel *mutedLabel(const QString &text)
{
    QLabel *const label = plainLabel(text);
    label->setProperty("muted", true);
    return label;
}

QLabel *roomyLabel(int lines, QWidget *parent)
{
    QLabel *const label = plainLabel({});
    label->setParent(parent);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    label->setMinimumHeight(QFontMetrics(label->font()).lineSpacing() * lines);
    return label;
}

void keepRoomWhenHidden(QWidget *widget)
{
    QSizePolicy policy = widget->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    widget->setSizePolicy(policy);
}

void showKeepingRoom(QLabel *label, const QString &text)
{
    keepRoomWhenHidden(label);
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace streamdesk::ui
