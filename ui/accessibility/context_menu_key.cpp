#include "ui/accessibility/context_menu_key.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QWidget>

namespace streamdesk::ui {

bool ContextMenuKey::eventFilter(QObject *watched, QEvent *event)
{
#if !defined(Q_OS_WIN) && !defined(Q_OS_MACOS)
    if (event->type() == QEvent::KeyPress) {
        const auto *const key = static_cast<QKeyEvent *>(event);
        QWidget *const focus = QApplication::focusWidget();
        if (key->key() == Qt::Key_F10 && key->modifiers() == Qt::ShiftModifier && focus != nullptr
            && watched == focus) {
            const QPoint at = focus->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
            QContextMenuEvent menu(QContextMenuEvent::Keyboard, at, focus->mapToGlobal(at));
            QApplication::sendEvent(focus, &menu);
            return true;
        }
    }
#endif
    return QObject::eventFilter(watched, event);
}

} // namespace streamdesk::ui
