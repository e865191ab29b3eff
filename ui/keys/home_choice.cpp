#include "ui/keys/home_choice.h"

#include "ui/keys/key_desk.h"
#include "ui/keys/key_words.h"

#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace streamdesk::ui {

HomeChoice::HomeChoice(const KeyDesk &desk, QWidget *parent)
    : QWidget(parent), m_keychain(new QRadioButton(homeName(keys::HomeKind::Keychain), this)),
      m_file(new QRadioButton(homeName(keys::HomeKind::File), this))
{
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    const auto add = [&](QRadioButton *button, const QString &text) {
        button->setAccessibleDescription(text);
        auto *const words = new QLabel(text, this);
        words->setProperty("muted", true);
        words->setWordWrap(true);
        words->setIndent(22);
        column->addWidget(button);
        column->addWidget(words);
    };
    add(m_keychain, tr("Opens with your session. Your system guards it."));
    add(m_file, tr("Opens with a passphrase of its own. For computers without a keychain."));
    m_keychain->setEnabled(desk.hasKeychain());
    const bool file = !desk.hasKeychain() || desk.usualHome() == keys::HomeKind::File;
    (file ? m_file : m_keychain)->setChecked(true);
}

keys::HomeKind HomeChoice::home() const
{
    return m_file->isChecked() ? keys::HomeKind::File : keys::HomeKind::Keychain;
}

} // namespace streamdesk::ui
