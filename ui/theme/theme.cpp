#include "ui/theme/theme.h"

#include "ui/theme/colours.h"
#include "ui/theme/style_sheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>

namespace streamdesk::ui {

namespace {

constexpr int smallestText = 13; // px at 100 %, where no desktop says otherwise

QFont scaled(double factor)
{
    QFont font = QApplication::font();
    font.setPixelSize(qRound(QFontInfo(font).pixelSize() * factor));
    return font;
}

} // namespace

Theme::Theme(Appearance appearance, QObject *parent)
    : QObject(parent), m_appearance(appearance), m_system(new SystemAppearance(this))
{
    QApplication::setStyle(new DeskStyle);
    QFont font = QApplication::font();
    if (QFontInfo(font).pixelSize() < smallestText) {
        font.setPixelSize(smallestText);
        QApplication::setFont(font);
    }
    connect(m_system, &SystemAppearance::changed, this, &Theme::apply);
    apply();
}

void Theme::setAppearance(Appearance appearance)
{
    if (appearance != m_appearance) {
        m_appearance = appearance;
        apply();
    }
}

void Theme::setMotion(Motion motion)
{
    if (motion != m_motion) {
        m_motion = motion;
        apply();
    }
}

void Theme::apply()
{
    const bool asSystem = m_appearance == Appearance::System || m_appearance == Appearance::HighContrast;
    const bool dark = m_appearance == Appearance::Dark || (asSystem && m_system->isDark());
    const bool contrast = m_appearance == Appearance::HighContrast
                          || (m_appearance == Appearance::System && m_system->wantsHighContrast());
    const Colours &colours = contrast ? (dark ? darkContrastColours() : lightContrastColours())
                             : dark   ? darkColours()
                                      : lightColours();
    DeskStyle::setMotionReduced(m_motion == Motion::Reduced
                                || (m_motion == Motion::System && m_system->wantsLessMotion()));
    QApplication::setPalette(paletteOf(colours));
    qApp->setStyleSheet(styleSheetFor(colours));
}

QFont headingFont()
{
    QFont font = scaled(18.0 / 13);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont emphasisFont()
{
    QFont font = scaled(15.0 / 13);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont labelFont()
{
    return scaled(11.0 / 13);
}

QFont monospaceFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(qRound(QFontInfo(QApplication::font()).pixelSize() * 12.0 / 13));
    return font;
}

} // namespace streamdesk::ui
