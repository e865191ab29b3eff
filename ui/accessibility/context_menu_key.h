// Shift+F10 opens the context menu of what has the focus, for keyboards without a menu key.
#pragma once

#include <QObject>

namespace streamdesk::ui {

// Where the platform does it itself, it does nothing. One for the application; GUI thread.
class ContextMenuKey : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace streamdesk::ui
