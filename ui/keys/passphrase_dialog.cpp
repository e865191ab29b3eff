#include "ui/keys/passphrase_dialog.h"

#include "ui/keys/new_passphrase.h"
#include "ui/widgets/secret_line.h"
#include "ui/words/values.h"

#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace streamdesk::ui {

namespace {

constexpr int lookEveryMs = 200; // whether it is still asked

} // namespace

PassphraseDialog::PassphraseDialog(std::shared_ptr<AskedPassphrase> question, QWidget *parent)
    : FormDialog(tr("Passphrase"), {}, tr("Open"), parent), m_question(std::move(question))
{
    const keys::PassphraseRequest &request = m_question->request();
    const QString file = leftToRight(shown(request.file));
    if (request.isNew) {
        setExplanation(tr("Your keys will be kept in an encrypted file: %1").arg(file));
        agreeButton()->setText(tr("Make the key file"));
        m_fresh = new NewPassphrase(this);
        body()->addWidget(m_fresh);
        connect(m_fresh, &NewPassphrase::changed, this, [this] { agreeButton()->setEnabled(m_fresh->isGood()); });
        agreeButton()->setEnabled(false);
        m_fresh->setFocus();
    } else {
        setExplanation(tr("This opens your encrypted key file: %1").arg(file));
        m_line = new SecretLine(tr("Passphrase"));
        addField(tr("&Passphrase"), m_line);
        auto *const wrong = new QLabel(tr("That was not the passphrase of this file."));
        wrong->setProperty("tone", QStringLiteral("broken"));
        wrong->setVisible(request.wrongBefore > 0);
        body()->addWidget(wrong);
        m_line->setFocus();
    }
    auto *const look = new QTimer(this);
    connect(look, &QTimer::timeout, this, [this] {
        if (m_question->isAnswered()) { // the desk was locked, or the program ends
            close();
        }
    });
    look->start(lookEveryMs);
}

PassphraseDialog::~PassphraseDialog()
{
    m_question->answer(std::nullopt);
}

void PassphraseDialog::agree()
{
    if (m_fresh != nullptr && !m_fresh->isGood()) {
        return;
    }
    m_question->answer(m_fresh != nullptr ? m_fresh->take() : m_line->take());
    accept();
}

} // namespace streamdesk::ui
