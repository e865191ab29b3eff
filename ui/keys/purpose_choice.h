// What a key is for, with a sentence about each purpose.
#pragma once

#include "core/keys/key_record.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;

namespace streamdesk::ui {

class PurposeChoice : public QWidget
{
    Q_OBJECT

public:
    explicit PurposeChoice(QWidget *parent = nullptr);

    // Only what keys of this kind are for; nothing brings all back.
    void setKind(std::optional<keys::KeyKind> kind);
    [[nodiscard]] keys::Purpose purpose() const;

Q_SIGNALS:
    void changed();

private:
    void explain();

    QComboBox *m_box;
    QLabel *m_text;
};

} // namespace streamdesk::ui
