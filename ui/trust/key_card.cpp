#include "ui/trust/key_card.h"

#include "ui/package/verdict_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/trust/trust_words.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/more_button.h"
#include "ui/words/amounts.h"
#include "ui/words/values.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace streamdesk::ui {

KeyCard::KeyCard(const keys::TrustedKey &key, QWidget *parent) : QFrame(parent), m_key(key)
{
    setProperty("card", true);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    column->addWidget(makeHead());
    QLabel *const digits = plainLabel(fingerprintLines(m_key.key));
    digits->setFont(monospaceFont());
    digits->setWordWrap(false);
    digits->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    digits->setAccessibleName(tr("Fingerprint: %1").arg(fingerprint(m_key.key)));
    column->addWidget(digits);
    QStringList facts;
    if (!m_key.pinnedBy.empty()) {
        facts.append(groundsText(m_key.pinnedBy));
    }
    if (!m_key.firstSeen.empty()) {
        facts.append(tr("noted on %1").arg(timeText(shown(m_key.firstSeen))));
    }
    if (!facts.isEmpty()) {
        column->addWidget(mutedLabel(facts.join(QStringLiteral(" · "))));
    }
    if (!m_key.note.empty()) {
        column->addWidget(plainLabel(shown(m_key.note)));
    }
    column->addWidget(makeButtons());
}

QWidget *KeyCard::makeHead()
{
    const bool trusted = m_key.state == keys::TrustedKey::State::Trusted;
    auto *const head = new QWidget;
    auto *const row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    auto *const symbol = new IconLabel(16);
    symbol->setIcon(icon(trusted ? QStringLiteral("intact-trusted") : QStringLiteral("signer-changed"),
                         trusted ? &Colours::intact : &Colours::broken));
    row->addWidget(symbol);
    auto *const state = plainLabel(trusted ? tr("Trusted") : tr("Revoked"));
    state->setProperty("tone", trusted ? QStringLiteral("intact") : QStringLiteral("broken"));
    row->addWidget(state, 1);
    return head;
}

QWidget *KeyCard::makeButtons()
{
    auto *const buttons = new QWidget;
    auto *const row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const QString which = shortCode(fingerprint(m_key.key).remove(QLatin1Char(' ')));
    const auto add = [&](const QString &text, const QString &name) {
        auto *const button = new QPushButton(text);
        button->setAccessibleName(name.arg(which));
        row->addWidget(button);
        return button;
    };
    QPushButton *const copy = add(tr("Copy"), tr("Copy fingerprint %1"));
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(fingerprint(m_key.key)); });
    connect(add(tr("QR code…"), tr("QR code of key %1")), &QPushButton::clicked, this, &KeyCard::codeRequested);
    if (m_key.state == keys::TrustedKey::State::Trusted) {
        connect(add(tr("Revoke…"), tr("Revoke key %1")), &QPushButton::clicked, this, &KeyCard::revokeRequested);
    }
    auto *const more = new MoreButton(tr("More for key %1").arg(which));
    more->menu()->addAction(tr("Note…"), this, &KeyCard::noteRequested);
    more->menu()->addAction(tr("Remove…"), this, &KeyCard::removeRequested);
    row->addWidget(more);
    row->addStretch();
    return buttons;
}

} // namespace streamdesk::ui
