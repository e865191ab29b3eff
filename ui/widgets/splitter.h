// Two sides of a page with a line between them that is moved with the mouse, or with the arrow keys when Tab came to
// it.
#pragma once

#include <QSplitter>

namespace streamdesk::ui {

// Beside each other; no side can be folded away.
class Splitter : public QSplitter
{
    Q_OBJECT

public:
    explicit Splitter(QWidget *parent = nullptr);

protected:
    QSplitterHandle *createHandle() override;
};

} // namespace streamdesk::ui
