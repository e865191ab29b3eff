#include "ui/trust/add_key_dialog.h"

#include "core/base/utc.h"
#include "ui/theme/theme.h"
#include "ui/trust/statement_field.h"
#include "ui/words/values.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace streamdesk::ui {

AddKeyDialog::AddKeyDialog(const std::string &did, const QString &label, QWidget *parent)
    : QDialog(parent), m_did(new QLineEdit(shown(did), this)), m_label(new QLineEdit(label, this)),
      m_note(new QLineEdit(this)),
      m_field(new StatementField(tr("&Fingerprint, as the seller stated it:"), StatementField::Takes::Key, this))
{
    setWindowTitle(tr("Trust a machine’s key"));
    m_field->takeDropsOn(this);
    auto *const explanation =
        new QLabel(tr("Get the fingerprint by a way that nobody else can change: by telephone, from the seller’s own "
                      "page. Packages of this machine by another key will be red."),
                   this);
    explanation->setWordWrap(true);
    explanation->setProperty("muted", true);
    m_did->setFont(monospaceFont());
    m_did->setLayoutDirection(Qt::LeftToRight);
    m_did->setReadOnly(!did.empty());
    m_did->setPlaceholderText(QStringLiteral("did:peaq:0x…"));
    m_label->setPlaceholderText(tr("Such as “Rover 7”; for yourself"));
    m_note->setPlaceholderText(tr("Who told you, and when; for yourself"));
    auto *const form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->addRow(tr("&DID of the machine"), m_did);
    form->addRow(tr("Your &name for it"), m_label);
    form->addRow(tr("N&ote"), m_note);

    auto *const buttons = new QDialogButtonBox(this);
    m_add = new QPushButton(tr("Trust this key"), this);
    m_add->setProperty("primary", true); // before it is styled, which happens when it is added
    buttons->addButton(m_add, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &AddKeyDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    column->addWidget(explanation);
    column->addLayout(form);
    column->addWidget(m_field);
    column->addWidget(buttons);
    setMinimumWidth(640);
    connect(m_did, &QLineEdit::textChanged, this, &AddKeyDialog::update);
    connect(m_field, &StatementField::changed, this, &AddKeyDialog::update);
    did.empty() ? m_did->setFocus() : m_field->setFocus();
    update();
}

void AddKeyDialog::update()
{
    m_field->setMachine(m_did->text().trimmed().toStdString());
    m_add->setEnabled(!m_did->text().trimmed().isEmpty() && m_field->isWhole());
}

void AddKeyDialog::take()
{
    Q_EMIT entered(m_did->text().trimmed().toStdString(),
                   {.key = m_field->statement().key,
                    .firstSeen = utcNow(TimePrecision::Seconds),
                    .note = m_note->text().trimmed().toStdString(),
                    .pinnedBy = std::string(keys::groundsByHand)},
                   m_label->text().trimmed().toStdString());
    accept();
}

} // namespace streamdesk::ui
