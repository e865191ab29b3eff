#include "ui/widgets/progress_line.h"

#include "ui/widgets/labels.h"

namespace streamdesk::ui {

namespace {

constexpr int steps = 1000;
constexpr int thin = 6;

} // namespace

ProgressLine::ProgressLine(const QString &name, QWidget *parent) : QProgressBar(parent)
{
    setTextVisible(false);
    setFixedHeight(thin);
    setRange(0, steps);
    setAccessibleName(name);
    keepRoomWhenHidden(this);
}

void ProgressLine::showPart(double done, double total)
{
    setValue(total == 0 ? 0 : int(done * steps / total));
}

} // namespace streamdesk::ui
