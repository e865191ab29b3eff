// A small button for the rest of what can be done: it opens a menu.
#pragma once

#include <QToolButton>

namespace streamdesk::ui {

class MoreButton : public QToolButton
{
    Q_OBJECT

public:
    // `name` for screen readers, where several of them are on a page. The menu is there, and empty.
    explicit MoreButton(const QString &name, QWidget *parent = nullptr);
};

} // namespace streamdesk::ui
