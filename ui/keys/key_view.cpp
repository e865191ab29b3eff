#include "ui/keys/key_view.h"

#include "ui/keys/key_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fact_list.h"
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

KeyView::KeyView(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setAccessibleName(tr("Key"));
}

void KeyView::clear()
{
    m_built.clear();
    delete takeWidget();
}

void KeyView::setKey(const keys::KeyRecord &key, const QVector<KeyUse> &uses, bool looking)
{
    QStringList parts = {QString::fromStdString(key.id),
                         QString::fromStdString(key.label),
                         QString::fromStdString(key.lastUsed),
                         QString::fromStdString(key.lastProven),
                         provenText(key),
                         QString::number(int(looking))};
    for (const KeyUse &use : uses) {
        parts.append(QStringLiteral("%1 %2 %3 %4").arg(use.path, use.title).arg(use.chunks).arg(use.of));
    }
    const QString built = parts.join(u'\n');
    if (built == m_built) {
        return;
    }
    m_built = built;
    m_key = key;
    m_uses = uses;
    m_looking = looking;
    auto *const content = new QWidget;
    content->setProperty("page", true);
    auto *const column = new QVBoxLayout(content);
    column->setContentsMargins(16, 4, 4, 4);
    column->setSpacing(10);
    addHead(column);
    addPublicPart(column);
    addFacts(column);
    addUses(column);
    column->addStretch();
    setWidget(content);
}

void KeyView::addHead(QVBoxLayout *column)
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(headingLabel(shown(m_key.label)), 1);
    const auto add = [&](const QString &text, auto signal) {
        auto *const button = new QPushButton(text);
        connect(button, &QPushButton::clicked, this, signal);
        row->addWidget(button);
    };
    add(tr("Rename…"), &KeyView::renameRequested);
    add(tr("Back up…"), &KeyView::backupRequested);
    add(tr("Prove a backup…"), &KeyView::drillRequested);
    auto *const more = new MoreButton(tr("More for this key"));
    more->menu()->addAction(tr("Export private key…"), this, &KeyView::exportRequested);
    more->menu()->addAction(tr("Delete key…"), this, &KeyView::deleteRequested);
    row->addWidget(more);
    column->addLayout(row);
    column->addWidget(mutedLabel(purposeText(m_key.purpose)));
}

void KeyView::addPublicPart(QVBoxLayout *column)
{
    auto *const card = new QFrame;
    card->setProperty("card", true);
    auto *const inner = new QVBoxLayout(card);
    inner->setContentsMargins(14, 12, 14, 12);
    inner->setSpacing(8);
    const QString name = publicPartName(m_key.kind);
    inner->addWidget(headingLabel(name));
    auto *const digits = new QLabel(publicPartText(m_key));
    digits->setFont(monospaceFont());
    digits->setTextFormat(Qt::PlainText);
    digits->setLayoutDirection(Qt::LeftToRight);
    digits->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    digits->setAccessibleName(QStringLiteral("%1: %2").arg(name, publicPartText(m_key)));
    inner->addWidget(digits);
    inner->addWidget(mutedLabel(m_key.kind == keys::KeyKind::Aes256
                                    ? tr("It tells keys apart and gives nothing away.")
                                    : tr("It is no secret: give it to whoever asks for it.")));
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    auto *const copy = new QPushButton(icon(QStringLiteral("copy")), tr("Copy"));
    copy->setAccessibleName(tr("Copy: %1").arg(name));
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(QString::fromStdString(m_key.publicPart)); });
    row->addWidget(copy);
    auto *const code = new QPushButton(tr("QR code…"));
    code->setAccessibleName(tr("QR code: %1").arg(name));
    connect(code, &QPushButton::clicked, this, &KeyView::codeRequested);
    row->addWidget(code);
    row->addStretch();
    inner->addLayout(row);
    column->addWidget(card);
}

void KeyView::addFacts(QVBoxLayout *column)
{
    const auto when = [](const std::string &time, const QString &never) {
        return time.empty() ? never : timeText(shown(time));
    };
    auto *const facts = new FactList;
    facts->setFacts(
        {{.label = tr("For"), .value = QStringLiteral("%1 · %2").arg(purposeName(m_key.purpose), kindName(m_key.kind))},
         {.label = tr("Kept in"), .value = homeName(m_key.home)},
         {.label = tr("Here since"), .value = when(m_key.created, tr("not known"))},
         {.label = tr("Last used"), .value = when(m_key.lastUsed, tr("never"))},
         {.label = tr("Backup"),
          .value = provenText(m_key),
          .mark = m_key.lastProven.empty() ? Fact::Mark::Attention : Fact::Mark::Good}});
    column->addWidget(facts);
}

void KeyView::addUses(QVBoxLayout *column)
{
    if (m_key.kind != keys::KeyKind::X25519) {
        return;
    }
    column->addSpacing(4);
    column->addWidget(headingLabel(tr("What it opens in your library")));
    for (const KeyUse &use : m_uses) {
        auto *const card = new QFrame;
        card->setProperty("card", true);
        auto *const row = new QHBoxLayout(card);
        row->setContentsMargins(14, 8, 8, 8);
        row->setSpacing(12);
        auto *const title = new QLabel(shown(use.title));
        title->setTextFormat(Qt::PlainText);
        title->setToolTip(plainToolTip(shown(use.path)));
        row->addWidget(title, 1);
        row->addWidget(mutedLabel(
            use.chunks == use.of ? tr("all of %Ln chunk(s)", nullptr, pluralCount(use.of))
                                 : tr("%1 of %Ln chunk(s)", nullptr, pluralCount(use.of)).arg(grouped(use.chunks))));
        auto *const open = new QPushButton(tr("Open"));
        open->setAccessibleName(tr("Open %1").arg(shown(use.title)));
        connect(open, &QPushButton::clicked, this, [this, path = use.path] { Q_EMIT openRequested(path); });
        row->addWidget(open);
        column->addWidget(card);
    }
    if (m_uses.isEmpty()) {
        column->addWidget(
            mutedLabel(m_looking ? tr("Looking…") : tr("Nothing yet. What you open later is looked at, too.")));
    }
}

} // namespace streamdesk::ui
