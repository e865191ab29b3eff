#include "ui/widgets/clear_button.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QLineEdit>

namespace streamdesk::ui {

void addClearButton(QLineEdit *field)
{
    field->setClearButtonEnabled(true);
    for (QAbstractButton *const button : field->findChildren<QAbstractButton *>()) { // the only one of a field
        const QString name = QCoreApplication::translate("ClearButton", "Clear");
        button->setAccessibleName(name);
        button->setToolTip(name);
    }
}

} // namespace streamdesk::ui
