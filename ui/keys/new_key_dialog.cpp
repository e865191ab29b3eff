#include "ui/keys/new_key_dialog.h"

#include "ui/keys/home_choice.h"
#include "ui/keys/key_desk.h"
#include "ui/keys/key_words.h"
#include "ui/keys/purpose_choice.h"
#include "ui/words/values.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace streamdesk::ui {

QString freeKeyName(const KeyDesk &desk, keys::Purpose purpose)
{
    const QString name = NewKeyDialog::tr("%1 key", "such as “Buyer key”").arg(purposeName(purpose));
    const auto taken = [&](const QString &wanted) {
        return std::ranges::find(desk.keys(), wanted.toStdString(), &keys::KeyRecord::label) != desk.keys().end();
    };
    QString free = name;
    for (int number = 2; taken(free); ++number) {
        free = QStringLiteral("%1 %2").arg(name, grouped(std::uint64_t(number)));
    }
    return free;
}

NewKeyDialog::NewKeyDialog(KeyDesk *desk, QWidget *parent)
    : FormDialog(tr("New key"),
                 tr("It is made on this computer, and its secret half never leaves it unless you say so."),
                 tr("Make key"), parent),
      m_desk(desk), m_purpose(new PurposeChoice), m_label(new QLineEdit), m_home(new HomeChoice(*desk))
{
    addField(tr("What it is &for"), m_purpose);
    m_label->setMaxLength(100);
    addField(tr("Your &name for it"), m_label);
    addField(tr("Where it is kept"), m_home);
    connect(m_purpose, &PurposeChoice::changed, this, &NewKeyDialog::suggestName);
    connect(m_label, &QLineEdit::textChanged, this,
            [this](const QString &text) { agreeButton()->setEnabled(!text.trimmed().isEmpty()); });
    suggestName();
    m_purpose->setFocus();
}

// As long as nobody chose another.
void NewKeyDialog::suggestName()
{
    if (!m_label->isModified()) {
        m_label->setText(freeKeyName(*m_desk, m_purpose->purpose()));
    }
}

void NewKeyDialog::agree()
{
    const auto id = std::make_shared<std::string>();
    const QString doing = tr("Making a key");
    setWaiting(waitingText(m_home->home()));
    m_desk->run(
        doing,
        [id, purpose = m_purpose->purpose(), label = m_label->text().toStdString(), home = m_home->home()](
            keys::KeyStore &store, const jobs::JobControl &) { *id = store.generate(purpose, label, home).id; },
        [dialog = QPointer(this), id, doing](const std::optional<StreamError> &error) {
            if (dialog) {
                dialog->endWaiting(doing, error);
                if (!error) {
                    Q_EMIT dialog->made(*id);
                    dialog->accept();
                }
            }
        });
}

} // namespace streamdesk::ui
