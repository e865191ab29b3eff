// Whether anything on the screen moves by itself. The only place that says so: what animates asks the style, and the
// style asks here.
#pragma once

#include <QProxyStyle>

namespace streamdesk::ui {

enum class Motion { System, Reduced, Full };

// The window's style, which lets menus, boxes and bars move or not. Owned by the application once it is set there.
class DeskStyle : public QProxyStyle
{
    Q_OBJECT

public:
    DeskStyle();

    // Also for what the toolkit decides by itself: menus that unfold, tooltips that fade.
    static void setMotionReduced(bool reduced);

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;
};

} // namespace streamdesk::ui
