// The button in a field that empties it, with a name for those who do not see its cross.
#pragma once

class QLineEdit;

namespace streamdesk::ui {

void addClearButton(QLineEdit *field);

} // namespace streamdesk::ui
