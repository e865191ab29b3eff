#include "ui/window/problem_panel.h"

#include "core/base/text.h"
#include "ui/accessibility/accessibility.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/icon_label.h"
#include "ui/window/problem_report.h"
#include "ui/words/problem_words.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace streamdesk::ui {

namespace {

constexpr std::chrono::seconds copiedFor{2};

QLabel *wrappedLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText); // names from files are among the words
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ProblemPanel::ProblemPanel(QWidget *parent)
    : QFrame(parent), m_sentence(wrappedLabel()), m_nextStep(wrappedLabel()), m_cause(wrappedLabel()),
      m_details(new QToolButton), m_dismiss(new QToolButton), m_action(new QPushButton), m_copy(new QPushButton)
{
    setProperty("card", true);
    auto *symbol = new IconLabel(24);
    symbol->setIcon(icon(QStringLiteral("problem"), &Colours::broken));

    m_dismiss->setProperty("flat", true);
    m_dismiss->setIcon(icon(QStringLiteral("close"), &Colours::muted));
    m_dismiss->setToolTip(tr("Dismiss"));
    m_dismiss->setAccessibleName(tr("Dismiss this problem"));
    connect(m_dismiss, &QToolButton::clicked, this, &ProblemPanel::dismiss);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 12, 12);
    row->setSpacing(12);
    row->addWidget(symbol, 0, Qt::AlignTop);
    row->addWidget(makeWords(), 1);
    row->addWidget(m_dismiss, 0, Qt::AlignTop);
    setAccessibleName(tr("Problem"));
    hide();
}

QWidget *ProblemPanel::makeWords()
{
    m_sentence->setFont(emphasisFont());
    m_nextStep->setProperty("muted", true);
    m_cause->setFont(monospaceFont());
    m_cause->setContentsMargins(0, 4, 0, 4);
    auto *words = new QWidget;
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_sentence);
    column->addWidget(m_nextStep);
    column->addSpacing(4);
    column->addWidget(makeButtons());
    column->addWidget(m_cause);
    return words;
}

QWidget *ProblemPanel::makeButtons()
{
    m_details->setProperty("flat", true);
    m_details->setText(tr("Details"));
    m_details->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_details->setCheckable(true);
    m_details->setAccessibleName(tr("Details of the cause"));
    connect(m_details, &QToolButton::toggled, this, &ProblemPanel::showCause);
    showCause(false);

    m_action->setProperty("primary", true);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &ProblemPanel::actionTriggered);

    m_copy->setText(tr("Copied"));
    const int copied = m_copy->sizeHint().width();
    m_copy->setText(tr("Copy report"));
    m_copy->setMinimumWidth(qMax(copied, m_copy->sizeHint().width())); // both texts have room, so nothing moves
    m_copy->setAccessibleDescription(tr("Copies what happened, without the content of any file and without keys."));
    m_copy->setToolTip(m_copy->accessibleDescription());
    connect(m_copy, &QPushButton::clicked, this, &ProblemPanel::copyReport);

    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_action);
    row->addWidget(m_copy);
    row->addWidget(m_details);
    row->addStretch();
    return buttons;
}

void ProblemPanel::setProblem(const QString &doing, const StreamError &error)
{
    m_doing = doing;
    m_error = error;
    const ProblemText text = describe(error);
    m_sentence->setText(text.sentence);
    m_nextStep->setText(text.nextStep);
    m_nextStep->setVisible(!text.nextStep.isEmpty());
    m_cause->setText(QString::fromStdString(redact(printable(error.what()))));
    setAccessibleDescription(text.sentence + QLatin1Char(' ') + text.nextStep);
    m_details->setChecked(false);
    show();
    announce(this);
}

void ProblemPanel::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void ProblemPanel::setDismissible(bool dismissible)
{
    m_dismiss->setVisible(dismissible);
}

void ProblemPanel::showCause(bool shown)
{
    m_cause->setVisible(shown);
    m_details->setIcon(icon(shown                                  ? QStringLiteral("down")
                            : layoutDirection() == Qt::RightToLeft ? QStringLiteral("left")
                                                                   : QStringLiteral("right"),
                            &Colours::muted));
}

void ProblemPanel::copyReport()
{
    QApplication::clipboard()->setText(problemReport(m_doing, *m_error));
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(copiedFor, m_copy, [this] { m_copy->setText(tr("Copy report")); });
}

void ProblemPanel::dismiss()
{
    hide();
    Q_EMIT dismissed();
}

} // namespace streamdesk::ui
