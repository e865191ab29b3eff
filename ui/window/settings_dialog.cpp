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

#include <functional>
#include <vector>

namespace streamdesk::ui {

namespace {

struct Choice
{
    QString text;
    QString description;
    bool chosen;
    std::function<void()> choose;
};

// One of them is chosen. `name`: for screen readers, with %1 for the text.
QWidget *choices(const QString &name, const std::vector<Choice> &all)
{
    auto *const row = new QWidget;
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    for (const Choice &choice : all) {
        auto *const button = new QRadioButton(choice.text);
        button->setAccessibleName(name.arg(choice.text));
        button->setAccessibleDescription(choice.description);
        button->setToolTip(choice.description);
        button->setChecked(choice.chosen);
        QObject::connect(button, &QRadioButton::toggled, row, [choose = choice.choose](bool chosen) {
            if (chosen) {
                choose();
            }
        });
        layout->addWidget(button);
    }
    layout->addStretch();
    return row;
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
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    addRow(grid, tr("Appearance"), makeAppearance());
    addRow(grid, tr("Motion"), makeMotion());
    addRow(grid, tr("Language"), makeLanguage(), tr("Holds from the next start of Stream Desk."));
    addRow(grid, tr("Verification"), makeVerification(),
           tr("Without this a package is only read; “Verify” checks it when you want it."));
    addRow(grid, tr("Notifications"), makeNotification(), tr("Only while another window is in front."));
    addRow(grid, tr("Locking"), makeLocking(),
           tr("What your keys opened goes off the screen and out of memory, and so do passphrases."));
    addRow(grid, tr("Clipboard"), makeClipboard(),
           tr("Unless something else was copied since. Clipboard managers are asked not to keep it."));

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

void SettingsDialog::addRow(QGridLayout *grid, const QString &label, QWidget *control, const QString &explanation)
{
    auto *name = new QLabel(label);
    QFont font = name->font();
    font.setWeight(QFont::DemiBold);
    name->setFont(font);
    if (control->focusPolicy() != Qt::NoFocus) { // else those in it say themselves what they belong to
        name->setBuddy(control);
    }
    constexpr int betweenRows = 20;
    const int row = grid->rowCount();
    if (row > 1) {
        grid->setRowMinimumHeight(row, betweenRows);
    }
    name->setContentsMargins(0, 1, 0, 0);
    grid->addWidget(name, row + 1, 0, Qt::AlignTop);
    grid->addWidget(control, row + 1, 1, Qt::AlignTop);
    if (!explanation.isEmpty()) {
        auto *const words = new QLabel(explanation);
        words->setProperty("muted", true);
        words->setWordWrap(true);
        words->setContentsMargins(0, 4, 0, 0);
        control->setAccessibleDescription(explanation);
        grid->addWidget(words, row + 2, 1);
    }
}

QWidget *SettingsDialog::makeAppearance()
{
    const auto choose = [this](Appearance appearance) {
        return [this, appearance] {
            m_settings.setAppearance(appearance);
            m_theme.setAppearance(appearance);
        };
    };
    const Appearance now = m_settings.appearance();
    return choices(tr("Appearance: %1"),
                   {{.text = tr("As the system"),
                     .description = tr("Light or dark, and with high contrast, whatever the system is set to."),
                     .chosen = now == Appearance::System,
                     .choose = choose(Appearance::System)},
                    {.text = tr("Light"),
                     .description = tr("Always light."),
                     .chosen = now == Appearance::Light,
                     .choose = choose(Appearance::Light)},
                    {.text = tr("Dark"),
                     .description = tr("Always dark."),
                     .chosen = now == Appearance::Dark,
                     .choose = choose(Appearance::Dark)},
                    {.text = tr("High contrast"),
                     .description = tr("Black and white with strong lines, light or dark as the system is."),
                     .chosen = now == Appearance::HighContrast,
                     .choose = choose(Appearance::HighContrast)}});
}

QWidget *SettingsDialog::makeMotion()
{
    const auto choose = [this](Motion motion) {
        return [this, motion] {
            m_settings.setMotion(motion);
            m_theme.setMotion(motion);
        };
    };
    const Motion now = m_settings.motion();
    return choices(tr("Motion: %1"), {{.text = tr("As the system"),
                                       .description = tr("Less when the system asks for less."),
                                       .chosen = now == Motion::System,
                                       .choose = choose(Motion::System)},
                                      {.text = tr("None"),
                                       .description = tr("Nothing unfolds, slides or fades."),
                                       .chosen = now == Motion::Reduced,
                                       .choose = choose(Motion::Reduced)},
                                      {.text = tr("All"),
                                       .description = tr("Also when the system asks for less."),
                                       .chosen = now == Motion::Full,
                                       .choose = choose(Motion::Full)}});
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
    return box;
}

QWidget *SettingsDialog::makeVerification()
{
    auto *box = new QCheckBox(tr("Verify a package when it is opened"));
    box->setChecked(m_settings.verifyWhenOpened());
    connect(box, &QCheckBox::toggled, this, [this](bool on) { m_settings.setVerifyWhenOpened(on); });
    return box;
}

QWidget *SettingsDialog::makeNotification()
{
    auto *box = new QCheckBox(tr("Tell me when long work is done"));
    box->setChecked(m_settings.notifyWhenDone());
    connect(box, &QCheckBox::toggled, this, [this](bool on) { m_settings.setNotifyWhenDone(on); });
    return box;
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
    return box;
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
    return box;
}

} // namespace streamdesk::ui
