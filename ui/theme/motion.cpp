#include "ui/theme/motion.h"

#include <QApplication>
#include <QStyleFactory>

namespace streamdesk::ui {

namespace {

// GUI thread.
bool motionReduced = false;
bool hadEffects = false; // the platform's, before they were stopped

} // namespace

DeskStyle::DeskStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void DeskStyle::setMotionReduced(bool reduced)
{
    if (reduced == motionReduced) {
        return;
    }
    motionReduced = reduced;
    if (reduced) {
        hadEffects = QApplication::isEffectEnabled(Qt::UI_General); // without which there are no others
    }
    QApplication::setEffectEnabled(Qt::UI_General, hadEffects && !reduced);
}

int DeskStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *returned) const
{
    return hint == SH_Widget_Animation_Duration && motionReduced
               ? 0
               : QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace streamdesk::ui
