#include "ui/keys/purpose_choice.h"

#include "ui/keys/key_words.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace streamdesk::ui {

PurposeChoice::PurposeChoice(QWidget *parent) : QWidget(parent), m_box(new QComboBox(this)), m_text(new QLabel(this))
{
    m_box->setAccessibleName(tr("What it is for"));
    m_text->setProperty("muted", true);
    m_text->setWordWrap(true);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_box);
    column->addWidget(m_text);
    setFocusProxy(m_box);
    setKind(std::nullopt);
    connect(m_box, &QComboBox::currentIndexChanged, this, [this] {
        explain();
        Q_EMIT changed();
    });
    int lines = 0; // of the longest sentence, so that nothing jumps
    for (const keys::Purpose purpose : allPurposes) {
        m_text->setText(purposeText(purpose));
        lines = std::max(lines, m_text->heightForWidth(460));
    }
    m_text->setMinimumHeight(lines);
    explain();
}

void PurposeChoice::setKind(std::optional<keys::KeyKind> kind)
{
    const int before = m_box->count() > 0 ? int(purpose()) : -1;
    m_box->clear();
    for (const keys::Purpose purpose : allPurposes) {
        if (!kind || keys::kindOf(purpose) == *kind) {
            m_box->addItem(QStringLiteral("%1 · %2").arg(purposeName(purpose), kindName(keys::kindOf(purpose))),
                           int(purpose));
        }
    }
    m_box->setCurrentIndex(std::max(0, m_box->findData(before)));
    m_box->setEnabled(m_box->count() > 1);
}

keys::Purpose PurposeChoice::purpose() const
{
    return keys::Purpose(m_box->currentData().toInt());
}

void PurposeChoice::explain()
{
    m_text->setText(m_box->count() > 0 ? purposeText(purpose()) : QString());
}

} // namespace streamdesk::ui
