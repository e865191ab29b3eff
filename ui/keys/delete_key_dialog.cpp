#include "ui/keys/delete_key_dialog.h"

#include "ui/keys/key_desk.h"
#include "ui/keys/key_words.h"
#include "ui/widgets/labels.h"
#include "ui/words/values.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace streamdesk::ui {

namespace {

constexpr qsizetype mostNamed = 5;

} // namespace

DeleteKeyDialog::DeleteKeyDialog(KeyDesk *desk, const keys::KeyRecord &key, const QStringList &packages,
                                 QWidget *parent)
    : FormDialog(tr("Delete “%1”").arg(shown(key.label)),
                 tr("The private key is removed from its home. Nobody can make it again."), tr("Delete"), parent),
      m_desk(desk), m_key(key), m_typed(new QLineEdit)
{
    if (!packages.isEmpty()) {
        QStringList named = packages.mid(0, mostNamed);
        if (packages.size() > mostNamed) {
            named.append(tr("and %Ln more", nullptr, int(packages.size() - mostNamed)));
        }
        body()->addWidget(plainLabel(
            tr("%Ln package(s) of your library can then not be read any more:", nullptr, int(packages.size())) + u'\n'
            + named.join(u'\n')));
    }
    auto *const proven =
        plainLabel(key.lastProven.empty() ? tr("No backup of it was ever proven here. Make one and prove it first.")
                                          : tr("A backup of it: %1. Keep that file.").arg(provenText(key)));
    proven->setProperty("tone", key.lastProven.empty() ? QStringLiteral("broken") : QString());
    body()->addWidget(proven);
    m_typed->setAccessibleName(tr("The name of the key"));
    addField(tr("To delete it, &type its name: %1").arg(shown(key.label)), m_typed);
    agreeButton()->setEnabled(false);
    connect(m_typed, &QLineEdit::textChanged, this, [this] { agreeButton()->setEnabled(isConfirmed()); });
    m_typed->setFocus();
}

bool DeleteKeyDialog::isConfirmed() const
{
    return m_typed->text().trimmed() == shown(m_key.label);
}

void DeleteKeyDialog::agree()
{
    if (!isConfirmed()) {
        return;
    }
    const QString doing = tr("Deleting a key");
    setWaiting(waitingText(m_key.home));
    m_desk->run(
        doing, [id = m_key.id](keys::KeyStore &store, const jobs::JobControl &) { store.remove(id); },
        [dialog = QPointer(this), doing](const std::optional<StreamError> &error) {
            if (dialog) {
                dialog->endWaiting(doing, error);
                if (!error) {
                    dialog->accept();
                }
            }
        });
}

} // namespace streamdesk::ui
