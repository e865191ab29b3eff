// A line for a passphrase or a private key: not shown unless asked for, and not left lying in memory longer than the
// toolkit makes it.
#pragma once

#include "core/crypto/secret_bytes.h"

#include <QLineEdit>

namespace streamdesk::ui {

class SecretLine : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretLine(const QString &name, QWidget *parent = nullptr);
    ~SecretLine() override;

    // What was entered, as UTF-8; the line is empty afterwards.
    [[nodiscard]] crypto::SecretBytes take();
    void wipe();
};

} // namespace streamdesk::ui
