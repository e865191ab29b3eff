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

} // namespace streamdesk::ui
