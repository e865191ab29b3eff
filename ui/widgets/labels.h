// Labels as every page has them, and the room they keep. Text is shown as it is, never as markup.
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace streamdesk::ui {

// Over what belongs together.
[[nodiscard]] QLabel *headingLabel(const QString &text);
// What explains; over several lines where it has to be.
[[nodiscard]] QLabel *mutedLabel(const QString &text);
// What is to be read; over several lines where it has to be.
[[nodiscard]] QLabel *plainLabel(const QString &text);

// As plainLabel(), with room for so many lines, which are written from the top.
[[nodiscard]] QLabel *roomyLabel(int lines, QWidget *parent);

// So that nothing jumps when it comes and goes.
void keepRoomWhenHidden(QWidget *widget);

// Without a text the label keeps its room and is nothing to read.
void showKeepingRoom(QLabel *label, const QString &text);

} // namespace streamdesk::ui
