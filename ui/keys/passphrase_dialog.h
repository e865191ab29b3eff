// Asks for the passphrase of the encrypted key file while somebody waits for it.
#pragma once

#include "ui/keys/asked_passphrase.h"
#include "ui/widgets/form_dialog.h"

#include <memory>

namespace streamdesk::ui {

class NewPassphrase;
class SecretLine;

// Answers the question with nothing when it goes without an answer, and goes when the question was answered elsewhere.
class PassphraseDialog : public FormDialog
{
    Q_OBJECT

public:
    PassphraseDialog(std::shared_ptr<AskedPassphrase> question, QWidget *parent);
    ~PassphraseDialog() override;

protected:
    void agree() override;

private:
    std::shared_ptr<AskedPassphrase> m_question;
    SecretLine *m_line = nullptr;     // for a file that is there
    NewPassphrase *m_fresh = nullptr; // for a new one
};

} // namespace streamdesk::ui
