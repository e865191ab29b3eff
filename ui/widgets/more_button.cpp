#include "ui/widgets/more_button.h"

#include "ui/theme/icons.h"

#include <QMenu>

namespace streamdesk::ui {

MoreButton::MoreButton(const QString &name, QWidget *parent) : QToolButton(parent)
{
    setProperty("button", true);
    setIcon(ui::icon(QStringLiteral("more")));
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(name);
    setMenu(new QMenu(this));
}

} // namespace streamdesk::ui
