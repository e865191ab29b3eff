// Two lines for a passphrase that is chosen now, with what makes a good one and what happens when it is lost.
#pragma once

#include "core/crypto/secret_bytes.h"

#include <QWidget>

class QLabel;

namespace streamdesk::ui {

class SecretLine;

class NewPassphrase : public QWidget
{
    Q_OBJECT

public:
    explicit NewPassphrase(QWidget *parent = nullptr);

    // Long enough, and the same twice.
    [[nodiscard]] bool isGood() const;
    // UTF-8; both lines are empty afterwards.
    [[nodiscard]] crypto::SecretBytes take();
    void wipe();

Q_SIGNALS:
    void changed();

private:
    void judge();

    SecretLine *m_first;
    SecretLine *m_second;
    QLabel *m_said;
};

} // namespace streamdesk::ui
