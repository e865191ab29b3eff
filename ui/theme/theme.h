// How the whole application looks and moves: as the system wants it, or as the person chose.
#pragma once

#include "ui/theme/motion.h"
#include "ui/theme/system_appearance.h"

#include <QFont>
#include <QObject>

namespace streamdesk::ui {

// High contrast is light or dark as the system is.
enum class Appearance { System, Light, Dark, HighContrast };

// One for each application, made after QApplication. GUI thread.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(Appearance appearance, QObject *parent = nullptr);

    [[nodiscard]] Appearance appearance() const noexcept { return m_appearance; }
    // Takes effect at once, in all windows.
    void setAppearance(Appearance appearance);
    void setMotion(Motion motion); // as the system until told otherwise

private:
    void apply();

    Appearance m_appearance;
    Motion m_motion = Motion::System;
    SystemAppearance *m_system;
};

// The application's font at other sizes: a heading of a page, a label over a fact, and one for hex digits.
[[nodiscard]] QFont headingFont();
[[nodiscard]] QFont emphasisFont();
[[nodiscard]] QFont labelFont();
[[nodiscard]] QFont monospaceFont();

} // namespace streamdesk::ui
