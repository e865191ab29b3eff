// One key of a machine: whose it is held to be, since when and on what grounds, and what can be done about it.
#pragma once

#include "core/keys/trust_file.h"

#include <QFrame>

namespace streamdesk::ui {

class KeyCard : public QFrame
{
    Q_OBJECT

public:
    explicit KeyCard(const keys::TrustedKey &key, QWidget *parent = nullptr);

    [[nodiscard]] const keys::TrustedKey &key() const noexcept { return m_key; }

Q_SIGNALS:
    void noteRequested();
    void revokeRequested();
    void removeRequested();
    void codeRequested(); // its fingerprint as a QR code

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeButtons();

    keys::TrustedKey m_key;
};

} // namespace streamdesk::ui
