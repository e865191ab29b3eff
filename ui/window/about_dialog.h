// What this program is, which version, and what it is made of.
#pragma once

#include <QDialog>

namespace streamdesk::ui {

// Shown with open().
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);

private:
    QWidget *makeHead();
    QWidget *makeLibraries();
};

// The program's version, the system's and those of the libraries, one a line: for whoever is asked for help.
[[nodiscard]] QString versionsText();

} // namespace streamdesk::ui
