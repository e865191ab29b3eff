#include "ui/keys/new_passphrase.h"

#include "ui/widgets/secret_line.h"

#include <QLabel>
#include <QVBoxLayout>

namespace streamdesk::ui {

namespace {

constexpr qsizetype shortest = 12; // characters

} // namespace

NewPassphrase::NewPassphrase(QWidget *parent)
    : QWidget(parent), m_first(new SecretLine(tr("Passphrase"), this)), m_second(new SecretLine(tr("Once more"), this)),
      m_said(new QLabel(this))
{
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    const auto add = [&](const QString &label, SecretLine *line) {
        auto *const name = new QLabel(label, this);
        name->setBuddy(line);
        column->addWidget(name);
        column->addWidget(line);
        connect(line, &QLineEdit::textChanged, this, &NewPassphrase::judge);
    };
    add(tr("&Passphrase"), m_first);
    column->addSpacing(4);
    add(tr("&Once more"), m_second);
    m_said->setProperty("muted", true);
    m_said->setWordWrap(true);
    column->addWidget(m_said);
    auto *const warning =
        new QLabel(tr("Four or five words that have nothing to do with each other are easy to keep and hard to guess. "
                      "Nobody can open the file without it, and nobody can give it back to you."),
                   this);
    warning->setProperty("muted", true);
    warning->setWordWrap(true);
    column->addWidget(warning);
    setFocusProxy(m_first);
    judge();
}

bool NewPassphrase::isGood() const
{
    return m_first->text().size() >= shortest && m_first->text() == m_second->text();
}

void NewPassphrase::judge()
{
    const qsizetype missing = shortest - m_first->text().size();
    m_said->setText(missing > 0                  ? tr("%Ln character(s) more at least.", nullptr, int(missing))
                    : m_second->text().isEmpty() ? tr("Enter it once more.")
                    : isGood()                   ? tr("Both are the same.")
                                                 : tr("The two are not the same."));
    Q_EMIT changed();
}

crypto::SecretBytes NewPassphrase::take()
{
    m_second->wipe();
    return m_first->take();
}

void NewPassphrase::wipe()
{
    m_first->wipe();
    m_second->wipe();
}

} // namespace streamdesk::ui
