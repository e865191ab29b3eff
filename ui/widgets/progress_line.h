// How far long work has come, as a line without words. It keeps its room while it is hidden, so that nothing jumps.
#pragma once

#include <QProgressBar>

namespace streamdesk::ui {

class ProgressLine : public QProgressBar
{
    Q_OBJECT

public:
    // `name` for screen readers.
    ProgressLine(const QString &name, QWidget *parent);

    // Of a `total` of 0 nothing is done.
    void showPart(double done, double total);
};

} // namespace streamdesk::ui
