// The settings, as a window beside the main one. What is chosen takes effect at once, but for the language.
#pragma once

#include <QDialog>

class QGridLayout;

namespace streamdesk::ui {

class Settings;
class Theme;

// Shown with open(). `settings` and `theme` outlive it.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(Settings &settings, Theme &theme, QWidget *parent = nullptr);

private:
    void addRow(QGridLayout *grid, const QString &label, QWidget *control, const QString &explanation = {});
    QWidget *makeAppearance();
    QWidget *makeMotion();
    QWidget *makeLanguage();
    QWidget *makeVerification();
    QWidget *makeNotification();
    QWidget *makeLocking();
    QWidget *makeClipboard();

    Settings &m_settings;
    Theme &m_theme;
};

} // namespace streamdesk::ui
