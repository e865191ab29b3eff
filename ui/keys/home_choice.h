// Where a key is to be kept, as a choice with what speaks for each.
#pragma once

#include "core/keys/key_record.h"

#include <QWidget>

class QRadioButton;

namespace streamdesk::ui {

class KeyDesk;

class HomeChoice : public QWidget
{
    Q_OBJECT

public:
    explicit HomeChoice(const KeyDesk &desk, QWidget *parent = nullptr);

    [[nodiscard]] keys::HomeKind home() const;

private:
    QRadioButton *m_keychain;
    QRadioButton *m_file;
};

} // namespace streamdesk::ui
