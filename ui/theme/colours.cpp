#include "ui/theme/colours.h"

namespace streamdesk::ui {

const Colours &lightColours()
{
    static const Colours colours{
        .window = QColor(0xf6f7f9),
        .panel = QColor(0xffffff),
        .sidebar = QColor(0xeef0f3),
        .line = QColor(0xd9dde3),
        .text = QColor(0x1b1f24),
        .muted = QColor(0x5b6470),
        .accent = QColor(0x0f62c4),
        .accentSoft = QColor(0xe3eefb),
        .onAccent = QColor(0xffffff),
        .intact = QColor(0x187845),
        .intactSoft = QColor(0xe4f4eb),
        .attention = QColor(0x926000),
        .attentionSoft = QColor(0xfdf1d8),
        .broken = QColor(0xb3261e),
        .brokenSoft = QColor(0xfbe6e4),
        .notChecked = QColor(0xb9c0ca),
        .hover = QColor(0xe5e8ec),
    };
    return colours;
}

const Colours &darkColours()
{
    static const Colours colours{
        .window = QColor(0x1b1d21),
        .panel = QColor(0x23262b),
        .sidebar = QColor(0x1f2226),
        .line = QColor(0x363b43),
        .text = QColor(0xe7eaee),
        .muted = QColor(0x9aa4b1),
        .accent = QColor(0x6ea8fe),
        .accentSoft = QColor(0x22334d),
        .onAccent = QColor(0x10243f),
        .intact = QColor(0x4cc38a),
        .intactSoft = QColor(0x1d3529),
        .attention = QColor(0xf0b849),
        .attentionSoft = QColor(0x3a3019),
        .broken = QColor(0xff8078),
        .brokenSoft = QColor(0x43221f),
        .notChecked = QColor(0x4a515b),
        .hover = QColor(0x2a2e34),
    };
    return colours;
}

const Colours &lightContrastColours()
{
    static const Colours colours{
        .window = QColor(0xffffff),
        .panel = QColor(0xffffff),
        .sidebar = QColor(0xffffff),
        .line = QColor(0x4d4d4d),
        .text = QColor(0x000000U),
        .muted = QColor(0x333333),
        .accent = QColor(0x0037a6U),
        .accentSoft = QColor(0xd6e4ff),
        .onAccent = QColor(0xffffff),
        .intact = QColor(0x004d1fU),
        .intactSoft = QColor(0xffffff),
        .attention = QColor(0x5c3900),
        .attentionSoft = QColor(0xffffff),
        .broken = QColor(0x8f0000),
        .brokenSoft = QColor(0xffffff),
        .notChecked = QColor(0x767676),
        .hover = QColor(0xe6e6e6),
    };
    return colours;
}

const Colours &darkContrastColours()
{
    static const Colours colours{
        .window = QColor(0x000000U),
        .panel = QColor(0x000000U),
        .sidebar = QColor(0x000000U),
        .line = QColor(0xb3b3b3),
        .text = QColor(0xffffff),
        .muted = QColor(0xd9d9d9),
        .accent = QColor(0x8cc8ff),
        .accentSoft = QColor(0x002a52U),
        .onAccent = QColor(0x000000U),
        .intact = QColor(0x5ef2a0),
        .intactSoft = QColor(0x000000U),
        .attention = QColor(0xffd75e),
        .attentionSoft = QColor(0x000000U),
        .broken = QColor(0xffa29c),
        .brokenSoft = QColor(0x000000U),
        .notChecked = QColor(0x8c8c8c),
        .hover = QColor(0x2e2e2e),
    };
    return colours;
}

bool isHighContrast(const Colours &colours)
{
    return &colours == &lightContrastColours() || &colours == &darkContrastColours();
}

const Colours &coloursFor(const QPalette &palette)
{
    // A style sheet changes the colour of the window where a card is, but none of the edges.
    for (const Colours *const colours : {&lightContrastColours(), &darkContrastColours()}) {
        if (palette.color(QPalette::Midlight) == colours->line) {
            return *colours;
        }
    }
    return palette.color(QPalette::Window).lightness() < 128 ? darkColours() : lightColours();
}

QPalette paletteOf(const Colours &colours)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &colour) { palette.setColor(role, colour); };
    set(QPalette::Window, colours.window);
    set(QPalette::WindowText, colours.text);
    set(QPalette::Base, colours.panel);
    set(QPalette::AlternateBase, colours.window);
    set(QPalette::Text, colours.text);
    set(QPalette::PlaceholderText, colours.muted);
    set(QPalette::Button, colours.panel);
    set(QPalette::ButtonText, colours.text);
    set(QPalette::BrightText, colours.broken);
    set(QPalette::ToolTipBase, colours.panel);
    set(QPalette::ToolTipText, colours.text);
    set(QPalette::Highlight, colours.accent);
    set(QPalette::HighlightedText, colours.onAccent);
    set(QPalette::Link, colours.accent);
    set(QPalette::LinkVisited, colours.accent);
    set(QPalette::Light, colours.panel);
    set(QPalette::Midlight, colours.line);
    set(QPalette::Mid, colours.line);
    set(QPalette::Dark, colours.muted);
    set(QPalette::Shadow, colours.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, colours.muted);
    }
    return palette;
}

} // namespace streamdesk::ui
