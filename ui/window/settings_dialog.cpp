#include "ui/window/settings_dialog.h"

#include "ui/window/settings.h"
#include "ui/words/translations.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace streamdesk::ui {

namespace {

// A control with a line under it that says what it does.
QWidget *explained(QWidget *control, const QString &explanation)
{
    auto *words = new QLabel(explanation);
    words->setProperty("muted", true);
    words->setWordWrap(true);
    control->setAccessibleDescription(explanation);
    auto *both = new QWidget;
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(control);
    column->addWidget(words);
    return both;
}

// The entry for this value; a value that another program chose may have none.
void choose(QComboBox *box, int value)
{
    box->setCurrentIndex(box->findData(value));
}

} // namespace

SettingsDialog::SettingsDialog(Settings &settings, Theme &theme, QWidget *parent)
    : QDialog(parent), m_settings(settings), m_theme(theme)
{
    setWindowTitle(tr("Settings"));
    setModal(false);

    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(18, 18, 18, 18);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(20);
    grid->setColumnStretch(1, 1);
    addRow(grid, tr("Appearance"), makeAppearance());
    addRow(grid, tr("Language"), makeLanguage());
    addRow(grid, tr("Verification"), makeVerification());
    addRow(grid, tr("Notifications"), makeNotification());
    addRow(grid, tr("Locking"), makeLocking());
    addRow(grid, tr("Clipboard"), makeClipboard());

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(card, 1);
    column->addWidget(buttons);
    setMinimumWidth(520);
}

void SettingsDialog::addRow(QGridLayout *grid, const QString &label, QWidget *control)
{
    auto *name = new QLabel(label);
    QFont font = name->font();
    font.setWeight(QFont::DemiBold);
    name->setFont(font);
    const int row = grid->rowCount();
    name->setContentsMargins(0, 1, 0, 0);
    grid->addWidget(name, row, 0, Qt::AlignTop);
    grid->addWidget(control, row, 1, Qt::AlignTop);
}

QWidget *SettingsDialog::makeAppearance()
{
    auto *choice = new QWidget;
    auto *row = new QHBoxLayout(choice);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    const auto add = [&](Appearance appearance, const QString &text, const QString &description) {
        auto *button = new QRadioButton(text);
        button->setAccessibleName(tr("Appearance: %1").arg(text));
        button->setAccessibleDescription(description);
        button->setToolTip(description);
        button->setChecked(m_settings.appearance() == appearance);
        connect(button, &QRadioButton::toggled, this, [this, appearance](bool chosen) {
            if (chosen) {
                m_settings.setAppearance(appearance);
                m_theme.setAppearance(appearance);
            }
        });
        row->addWidget(button);
    };
    add(Appearance::System, tr("As the system"), tr("Light or dark, whatever the system is set to."));
    add(Appearance::Light, tr("Light"), tr("Always light."));
    add(Appearance::Dark, tr("Dark"), tr("Always dark."));
    row->addStretch();
    return choice;
}

QWidget *SettingsDialog::makeLanguage()
{
    auto *box = new QComboBox;
    box->setAccessibleName(tr("Language"));
    box->addItem(tr("As the system"), QString());
    for (const Language &language : languages) {
        box->addItem(QString::fromUtf8(language.name), QString::fromLatin1(language.code));
    }
    box->setCurrentIndex(box->findData(m_settings.language()));
    connect(box, &QComboBox::activated, this, [this, box] { m_settings.setLanguage(box->currentData().toString()); });
    return explained(box, tr("Holds from the next start of Stream Desk."));
}

QWidget *SettingsDialog::makeVerification()
{
    auto *box = new QCheckBox(tr("Verify a package when it is opened"));
    box->setChecked(m_settings.verifyWhenOpened());
    connect(box, &QCheckBox::toggled, this, [this](bool on) { m_settings.setVerifyWhenOpened(on); });
    return explained(box, tr("Without this a package is only read; “Verify” checks it when you want it."));
}

QWidget *SettingsDialog::makeNotification()
{
    auto *box = new QCheckBox(tr("Tell me when long work is done"));
    box->setChecked(m_settings.notifyWhenDone());
    connect(box, &QCheckBox::toggled, this, [this](bool on) { m_settings.setNotifyWhenDone(on); });
    return explained(box, tr("Only while another window is in front."));
}

QWidget *SettingsDialog::makeLocking()
{
    auto *box = new QComboBox;
    box->setAccessibleName(tr("Lock"));
    box->addItem(tr("Only by hand and with the session"), 0);
    for (const int minutes : {1, 5, 10, 30, 60}) {
        box->addItem(tr("After %Ln minute(s) without a key or a click", nullptr, minutes), minutes);
    }
    choose(box, m_settings.autoLockMinutes());
    connect(box, &QComboBox::activated, this,
            [this, box] { m_settings.setAutoLockMinutes(box->currentData().toInt()); });
    return explained(box, tr("What your keys opened goes off the screen and out of memory, and so do passphrases."));
}

QWidget *SettingsDialog::makeClipboard()
{
    auto *box = new QComboBox;
    box->setAccessibleName(tr("Copied private keys"));
    for (const int seconds : {10, 30, 60, 180}) {
        box->addItem(tr("A copied private key leaves after %Ln second(s)", nullptr, seconds), seconds);
    }
    choose(box, m_settings.clipboardSeconds());
    connect(box, &QComboBox::activated, this,
            [this, box] { m_settings.setClipboardSeconds(box->currentData().toInt()); });
    return explained(box, tr("Unless something else was copied since. Clipboard managers are asked not to keep it."));
}

} // namespace streamdesk::ui
