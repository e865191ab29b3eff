#include "ui/trust/machine_view.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/trust/key_card.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/more_button.h"
#include "ui/words/amounts.h"
#include "ui/words/values.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace streamdesk::ui {

MachineView::MachineView(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setAccessibleName(tr("Machine"));
}

void MachineView::clear()
{
    m_text.clear();
    delete takeWidget();
}

void MachineView::setMachine(const keys::TrustedMachine &machine)
{
    const std::string text = keys::trustFileText({.machines = {machine}});
    if (text == m_text) {
        return;
    }
    m_machine = machine;
    m_text = text;
    auto *const content = new QWidget;
    content->setProperty("page", true);
    auto *const column = new QVBoxLayout(content);
    column->setContentsMargins(16, 4, 4, 4);
    column->setSpacing(10);
    addHead(column);
    addKeys(column);
    addChains(column);
    column->addStretch();
    setWidget(content);
}

void MachineView::addHead(QVBoxLayout *column)
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    auto *const name = headingLabel(m_machine.label.empty() ? tr("Machine without a name") : shown(m_machine.label));
    row->addWidget(name, 1);
    const auto add = [&](const QString &text, auto signal) {
        auto *const button = new QPushButton(text);
        connect(button, &QPushButton::clicked, this, signal);
        row->addWidget(button);
    };
    add(tr("Rename…"), &MachineView::renameRequested);
    add(tr("Add key…"), &MachineView::addKeyRequested);
    auto *const more = new MoreButton(tr("More for this machine"));
    more->menu()->addAction(tr("Forget machine…"), this, &MachineView::removeMachineRequested);
    row->addWidget(more);
    column->addLayout(row);
    auto *const facts = new FactList;
    facts->setFacts({{.label = tr("DID"), .code = shown(m_machine.did)}});
    column->addWidget(facts);
}

void MachineView::addKeys(QVBoxLayout *column)
{
    column->addSpacing(4);
    column->addWidget(headingLabel(tr("Keys")));
    if (m_machine.keys.empty()) {
        column->addWidget(mutedLabel(tr("None is trusted. Packages of this machine were only seen.")));
    }
    for (const keys::TrustedKey &key : m_machine.keys) {
        auto *const card = new KeyCard(key);
        connect(card, &KeyCard::noteRequested, this, [this, key] { Q_EMIT noteRequested(key); });
        connect(card, &KeyCard::revokeRequested, this, [this, key] { Q_EMIT revokeRequested(key); });
        connect(card, &KeyCard::removeRequested, this, [this, key] { Q_EMIT removeRequested(key); });
        connect(card, &KeyCard::codeRequested, this, [this, key] { Q_EMIT codeRequested(key); });
        column->addWidget(card);
    }
}

void MachineView::addChains(QVBoxLayout *column)
{
    if (m_machine.chains.empty() && m_machine.seen.empty()) {
        return;
    }
    column->addSpacing(4);
    column->addWidget(headingLabel(tr("Chains that are remembered")));
    column->addWidget(mutedLabel(tr("A later copy that lacks something of one of these, or has it in another order, is "
                                    "called rolled back.")));
    for (const keys::PinnedChain &chain : m_machine.chains) {
        addChain(column, chain, tr("as the seller stated"));
    }
    for (const keys::SeenChain &seen : m_machine.seen) {
        addChain(column, seen.chain, tr("as it was verified here"));
    }
}

void MachineView::addChain(QVBoxLayout *column, const keys::PinnedChain &chain, const QString &grounds)
{
    auto *const card = new QFrame;
    card->setProperty("card", true);
    auto *const row = new QHBoxLayout(card);
    row->setContentsMargins(14, 8, 8, 8);
    row->setSpacing(12);
    const QString id = shown(chain.firstChunkId);
    auto *const first = new QLabel(leftToRight(shortCode(id, 10)));
    first->setFont(monospaceFont());
    first->setToolTip(plainToolTip(tr("Chain that begins with chunk %1").arg(id)));
    first->setAccessibleName(tr("Chain that begins with chunk %1").arg(id));
    row->addWidget(first);
    QStringList facts = {tr("%Ln chunk(s)", nullptr, pluralCount(chain.totalChunks)), grounds};
    if (!chain.seen.empty()) {
        facts.append(timeText(shown(chain.seen)));
    }
    row->addWidget(mutedLabel(facts.join(QStringLiteral(" · "))), 1);
    auto *const forget = new QPushButton(tr("Forget"));
    forget->setAccessibleName(tr("Forget the chain that begins with chunk %1").arg(shortCode(id, 10)));
    forget->setToolTip(tr("A copy of it is then taken as if it were seen for the first time."));
    connect(forget, &QPushButton::clicked, this,
            [this, first = chain.firstChunkId] { Q_EMIT forgetChainRequested(first); });
    row->addWidget(forget);
    column->addWidget(card);
}

} // namespace streamdesk::ui
