#include "ui/widgets/fact_list.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/words/values.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace streamdesk::ui {

namespace {

constexpr int labelWidth = 108;
constexpr int lineHeight = 24;
constexpr int groupGap = 12;
constexpr int signSize = 16;
constexpr int codeHead = 18;
constexpr int longestBesideSign = 26; // characters that are not broken into lines
constexpr int longestBesideCode = 14;

// Gives way in the middle where there is little room.
class CodeLabel : public QLabel
{
public:
    using QLabel::QLabel;
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(QStringLiteral("0x00…0000")), lineHeight};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(contentsRect(), Qt::AlignVCenter | Qt::AlignLeading,
                         fontMetrics().elidedText(text(), Qt::ElideMiddle, contentsRect().width()));
    }
};

QLabel *makeLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

int longestWord(const QLabel &label) // in pixels
{
    int longest = 0;
    for (const QString &word : label.text().split(QLatin1Char(' '))) {
        longest = std::max(longest, label.fontMetrics().horizontalAdvance(word));
    }
    return longest;
}

// Its icon is painted anew each time, so that it follows light and dark.
class Sign : public QWidget
{
public:
    explicit Sign(const QIcon &icon) : m_icon(icon) { setFixedSize(signSize, lineHeight); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_icon.paint(&painter, QRect(0, (height() - signSize) / 2, signSize, signSize));
    }

private:
    QIcon m_icon;
};

Sign *makeSign(Fact::Mark mark)
{
    switch (mark) {
    case Fact::Mark::Good:
        return new Sign(icon(QStringLiteral("verified"), &Colours::intact));
    case Fact::Mark::Bad:
        return new Sign(icon(QStringLiteral("changed"), &Colours::broken));
    default:
        return new Sign(icon(QStringLiteral("missing"), &Colours::attention));
    }
}

} // namespace

FactList::FactList(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

void FactList::setFacts(const QVector<Fact> &facts)
{
    if (facts == m_facts && m_lines) {
        return;
    }
    m_facts = facts;
    delete m_lines;
    m_lines = new QWidget;
    m_grid = new QGridLayout(m_lines);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnMinimumWidth(0, labelWidth);
    m_grid->setColumnStretch(1, 1);
    int line = 0;
    for (const Fact &fact : m_facts) {
        if (fact.startsGroup && line > 0) {
            m_grid->setRowMinimumHeight(line++, groupGap);
        }
        addFact(line++, fact);
    }
    layout()->addWidget(m_lines);
}

void FactList::addFact(int line, const Fact &fact)
{
    QLabel *label = makeLabel(fact.label);
    label->setProperty("muted", true);
    label->setFixedWidth(labelWidth);
    label->setContentsMargins(0, 4, 0, 4);
    m_grid->addWidget(label, line, 0, Qt::AlignTop);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    if (!fact.kind.isEmpty() || !fact.value.isEmpty()) {
        QLabel *value = makeLabel(fact.value);
        if (!fact.kind.isEmpty()) {
            value->setTextFormat(Qt::RichText);
            value->setText(QStringLiteral("<b>%1</b> %2").arg(fact.kind.toHtmlEscaped(), fact.value.toHtmlEscaped()));
        }
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setContentsMargins(0, 4, 0, 4);
        value->setAccessibleName(fact.label + QStringLiteral(": ") + fact.kind + u' ' + fact.value);
        const bool isShort = value->text().size() <= (fact.code.isEmpty() ? longestBesideSign : longestBesideCode);
        const bool alone = fact.code.isEmpty() && fact.mark == Fact::Mark::None;
        value->setWordWrap(alone || !isShort);
        if (value->wordWrap()) {
            // A long name may be cut, and must not push the rest aside; beside a code each word is seen whole.
            value->setMinimumWidth(fact.code.isEmpty() ? 1 : longestWord(*value));
        }
        // Beside the first line of a long label; data is where words are, in whichever direction it reads.
        value->setAlignment(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignTop));
        row->addWidget(value, value->wordWrap() ? 1 : 0);
    }
    if (!fact.code.isEmpty()) {
        addCode(row, fact);
    }
    if (fact.mark != Fact::Mark::None) {
        row->addWidget(makeSign(fact.mark), 0, Qt::AlignTop);
    }
    row->addStretch(0);
    m_grid->addLayout(row, line, 1);
}

void FactList::addCode(QHBoxLayout *layout, const Fact &fact)
{
    auto *code = new CodeLabel(shortCode(fact.code, codeHead));
    code->setTextFormat(Qt::PlainText);
    code->setFont(monospaceFont());
    code->setToolTip(plainToolTip(fact.code));
    code->setAccessibleName(fact.label + QStringLiteral(": ") + fact.code);
    code->setMinimumHeight(lineHeight);
    layout->addWidget(code, 0, Qt::AlignTop);

    auto *copy = new QToolButton;
    copy->setProperty("flat", true);
    copy->setIcon(icon(QStringLiteral("copy"), &Colours::muted));
    copy->setIconSize({14, 14});
    copy->setFixedSize(lineHeight, lineHeight);
    copy->setFocusPolicy(Qt::StrongFocus);
    copy->setToolTip(tr("Copy the whole value"));
    copy->setAccessibleName(tr("Copy: %1").arg(fact.label));
    connect(copy, &QToolButton::clicked, copy, [copy, whole = fact.code] {
        QApplication::clipboard()->setText(whole);
        QToolTip::showText(copy->mapToGlobal(QPoint(0, copy->height())), tr("Copied"), copy);
    });
    layout->addWidget(copy, 0, Qt::AlignTop);
}

} // namespace streamdesk::ui
