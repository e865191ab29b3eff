// Light or dark for the whole application: follows the system, or what the person chose.
#pragma once

#include "ui/theme/system_appearance.h"

#include <QFont>
#include <QObject>

namespace streamdesk::ui {

enum class Appearance { System, Light, Dark };

// One for each application, made after QApplication. GUI thread.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(Appearance appearance, QObject *parent = nullptr);

    [[nodiscard]] Appearance appearance() const noexcept { return m_appearance; }
    // Takes effect at once, in all windows.
    void setAppearance(Appearance appearance);

private:
    void apply();

    Appearance m_appearance;
    SystemAppearance *m_system;
};

// The application's font at other sizes: a heading of a page, a label over a fact, and one for hex digits.
[[nodiscard]] QFont headingFont();
[[nodiscard]] QFont emphasisFont();
[[nodiscard]] QFont labelFont();
[[nodiscard]] QFont monospaceFont();

} // namespace streamdesk::ui
