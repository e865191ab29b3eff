#include "ui/widgets/form_dialog.h"

#include "ui/widgets/labels.h"
#include "ui/window/problem_panel.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace streamdesk::ui {

FormDialog::FormDialog(const QString &title, const QString &explanation, const QString &agree, QWidget *parent)
    : QDialog(parent), m_explanation(new QLabel(this)), m_content(new QWidget(this)),
      m_body(new QVBoxLayout(m_content)), m_problem(new ProblemPanel(this)), m_waitingFor(new QLabel(this)),
      m_progress(new QProgressBar(this))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_explanation->setWordWrap(true);
    m_explanation->setProperty("muted", true);
    setExplanation(explanation);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(12);
    m_problem->setDismissible(true);
    m_waitingFor->setProperty("muted", true);
    m_waitingFor->setTextFormat(Qt::PlainText);
    m_waitingFor->setWordWrap(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_progress->setAccessibleName(tr("Waiting"));
    for (QWidget *const part : {static_cast<QWidget *>(m_waitingFor), static_cast<QWidget *>(m_progress)}) {
        keepRoomWhenHidden(part);
        part->hide();
    }

    auto *const buttons = new QDialogButtonBox(this);
    m_agree = new QPushButton(agree, this);
    m_agree->setProperty("primary", true); // before it is styled, which happens when it is added
    buttons->addButton(m_agree, QDialogButtonBox::AcceptRole);
    m_agree->setDefault(true);
    m_cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { this->agree(); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    column->addWidget(m_explanation);
    column->addWidget(m_content);
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addWidget(m_waitingFor);
    column->addWidget(m_progress);
    column->addWidget(buttons);
    setMinimumWidth(560);
}

void FormDialog::setExplanation(const QString &text)
{
    m_explanation->setText(text);
    m_explanation->setVisible(!text.isEmpty());
}

void FormDialog::setDone()
{
    m_agree->hide();
    m_cancel->setText(tr("Close"));
    m_cancel->setDefault(true);
    m_cancel->setFocus();
}

void FormDialog::setWaiting(const QString &what)
{
    m_waiting = true;
    m_waitingFor->setText(what);
    m_waitingFor->show();
    m_progress->show();
    m_content->setEnabled(false);
    m_agree->setEnabled(false);
    m_cancel->setEnabled(false);
    m_problem->hide();
}

void FormDialog::endWaiting(const QString &doing, const std::optional<StreamError> &error)
{
    m_waiting = false;
    m_waitingFor->hide();
    m_progress->hide();
    m_content->setEnabled(true);
    m_agree->setEnabled(true);
    m_cancel->setEnabled(true);
    if (error) {
        m_problem->setProblem(doing, *error);
    }
}

void FormDialog::reject()
{
    if (!m_waiting) {
        QDialog::reject();
    }
}

QLabel *FormDialog::addField(const QString &label, QWidget *field)
{
    auto *const name = new QLabel(label, m_content);
    name->setBuddy(field);
    auto *const pair = new QVBoxLayout;
    pair->setSpacing(4);
    pair->addWidget(name);
    pair->addWidget(field);
    m_body->addLayout(pair);
    return name;
}

} // namespace streamdesk::ui
