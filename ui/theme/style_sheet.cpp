#include "ui/theme/style_sheet.h"

#include <array>
#include <utility>

namespace streamdesk::ui {

namespace {

// @names are replaced by colours.
constexpr const char *rules = R"css(
QToolTip { background: @panel; color: @text; border: 1px solid @line; padding: 4px 6px; }

QFrame[card="true"] { background: @panel; border: 1px solid @line; border-radius: 8px; }
QFrame[line="true"] { background: @line; border: none; }
QLabel { background: transparent; }
QLabel[muted="true"] { color: @muted; }
QLabel[tone="accent"] { color: @accent; }
QLabel[tone="intact"] { color: @intact; }
QLabel[tone="attention"] { color: @attention; }
QLabel[tone="broken"] { color: @broken; }

QPushButton, QToolButton[button="true"] {
    background: @panel; color: @text; border: 1px solid @line; border-radius: 6px; padding: 6px 13px;
}
QPushButton:hover, QToolButton[button="true"]:hover { background: @hover; }
QPushButton:pressed, QToolButton[button="true"]:pressed { background: @pressed; }
QPushButton:disabled, QToolButton[button="true"]:disabled { color: @muted; background: @window; }
QPushButton:focus, QToolButton[button="true"]:focus { border: 2px solid @accent; padding: 5px 12px; }
QPushButton[primary="true"] { background: @accent; color: @onAccent; border-color: @accent; }
QPushButton[primary="true"]:hover { background: @accentHover; }
QPushButton[primary="true"]:focus { border: 2px solid @text; }
QPushButton[primary="true"]:disabled { background: @hover; color: @muted; border-color: @line; }
QPushButton[link="true"] { background: transparent; border: none; color: @accent; padding: 2px 0; text-align: left; }
QPushButton[link="true"]:hover { text-decoration: underline; }
QPushButton[link="true"]:focus { border: 1px dotted @accent; padding: 1px 0; }
QToolButton[button="true"]::menu-indicator { image: none; }
QToolButton[flat="true"] { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 3px; }
QToolButton[flat="true"]:hover { background: @hover; }
QToolButton[flat="true"]:focus { border-color: @accent; }
QToolButton[flat="true"]::menu-indicator { image: none; }
QToolButton[segment="true"] {
    background: transparent; color: @muted; border: 1px solid @line; border-radius: 6px; padding: 3px 10px;
}
QToolButton[segment="true"]:hover { background: @hover; }
QToolButton[segment="true"]:checked { background: @accentSoft; color: @text; border-color: @accent; }
QToolButton[segment="true"]:focus { border: 2px solid @accent; padding: 2px 9px; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {
    background: @field; border: 1px solid @line; border-radius: 6px; padding: 5px 10px;
    selection-background-color: @accent; selection-color: @onAccent;
}
QPlainTextEdit, QTextEdit { padding: 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus { border: 1px solid @accent; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url(:/icons/down-@scheme.svg); width: 16px; height: 16px; }

QCheckBox, QRadioButton { spacing: 8px; padding: 1px 4px 1px 1px; border: 1px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: @accent; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {
    width: 14px; height: 14px; background: @field; border: 1px solid @muted; border-radius: 4px;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/check-@scheme.svg); }
QRadioButton::indicator:checked {
    width: 6px; height: 6px; background: @onAccent; border: 5px solid @accent; border-radius: 8px;
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @line; }

QAbstractItemView {
    background: @panel; color: @text; border: 1px solid transparent; border-radius: 6px; outline: none;
}
QAbstractItemView:focus { border-color: @accent; }
QAbstractItemView::item:hover { background: @hover; }
QAbstractItemView::item:selected { background: @accentSoft; color: @text; }
QTableView { gridline-color: @line; selection-background-color: @accentSoft; selection-color: @text; }
QTableView::item { border-bottom: 1px solid @line; padding: 0 8px; }
QTableView::item:hover:!selected { background: transparent; }
QTreeView::item { padding: 4px 6px; border: 0px solid transparent; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section {
    background: @panel; color: @muted; border: none; border-bottom: 1px solid @line; padding: 6px 10px;
    font-weight: 600;
}
QHeaderView::section:vertical { font-weight: normal; padding: 0 10px; }
QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; width: 0; height: 0; }
QTableCornerButton::section { background: @panel; border: none; }

QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { background: transparent; }
QTabBar::tab {
    background: transparent; color: @muted; border: none; border-bottom: 2px solid transparent; padding: 9px 10px 8px 10px;
}
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; font-weight: 600; }
QTabBar::tab:focus { color: @accent; }

QScrollArea, QScrollArea > QWidget > QWidget[page="true"] { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: @notChecked; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenuBar { background: @window; color: @text; }
QMenuBar::item { padding: 5px 9px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @panel; color: @text; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: @accentSoft; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }

#sidebar { background: @sidebar; border: none; border-radius: 0; }
#statusArea { background: @sidebar; border: none; border-top: 1px solid @line; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QSplitter::handle { background: transparent; }
QProgressBar { background: @line; border: none; border-radius: 3px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
)css";

// With high contrast a frame of two pixels says where the focus is, and what is chosen has an edge.
constexpr const char *contrastRules = R"css(
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus {
    border: 2px solid @accent; padding: 4px 9px;
}
QToolButton[flat="true"] { border: 2px solid transparent; padding: 2px; }
QToolButton[flat="true"]:focus { border-color: @accent; }
QCheckBox, QRadioButton { border: 2px solid transparent; padding: 0 3px 0 0; }
QCheckBox:focus, QRadioButton:focus { border-color: @accent; }
QPushButton[primary="true"]:focus { border: 3px solid @text; padding: 4px 11px; }
QPushButton[link="true"] { text-decoration: underline; }
QPushButton[link="true"]:focus { border: 2px solid @accent; padding: 0; }
QAbstractItemView { border: 2px solid transparent; }
QAbstractItemView:focus { border-color: @accent; }
QTableView::item:selected, QTreeView::item:selected {
    border-top: 1px solid @accent; border-bottom: 1px solid @accent;
}
QMenu::item:selected, QMenuBar::item:selected { background: @accent; color: @onAccent; }
QTabBar::tab:selected { border-bottom-width: 3px; }
QTabBar::tab:focus { background: @accentSoft; color: @text; }
)css";

} // namespace

QString styleSheetFor(const Colours &colours)
{
    const bool dark = colours.window.lightness() < 128;
    const QColor accentHover = dark ? colours.accent.lighter(108) : colours.accent.darker(112);
    const QColor field = colours.window;
    const QColor pressed = isHighContrast(colours) ? colours.accentSoft : colours.line;
    // Longer names first: "@accent" is the beginning of "@accentSoft".
    const std::array<std::pair<const char *, QColor>, 17> names = {{
        {"@accentSoft", colours.accentSoft},
        {"@accentHover", accentHover},
        {"@accent", colours.accent},
        {"@attention", colours.attention},
        {"@broken", colours.broken},
        {"@intact", colours.intact},
        {"@onAccent", colours.onAccent},
        {"@notChecked", colours.notChecked},
        {"@window", colours.window},
        {"@panel", colours.panel},
        {"@pressed", pressed},
        {"@sidebar", colours.sidebar},
        {"@line", colours.line},
        {"@text", colours.text},
        {"@muted", colours.muted},
        {"@hover", colours.hover},
        {"@field", field},
    }};
    QString sheet = QString::fromLatin1(rules);
    if (isHighContrast(colours)) {
        sheet += QString::fromLatin1(contrastRules);
    }
    sheet.replace(QLatin1String("@scheme"), dark ? QLatin1String("dark") : QLatin1String("light"));
    for (const auto &[name, colour] : names) {
        sheet.replace(QLatin1String(name), colour.name());
    }
    return sheet;
}

} // namespace streamdesk::ui
