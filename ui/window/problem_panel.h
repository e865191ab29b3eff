// Something went wrong, said where it happened: the sentence, what to do, the cause for those who want it, and a report
// to copy. Part of a page, never a box in front of it.
#pragma once

#include "core/base/errors.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;
class QToolButton;

namespace streamdesk::ui {

// Hidden until a problem is set.
class ProblemPanel : public QFrame
{
    Q_OBJECT

public:
    explicit ProblemPanel(QWidget *parent = nullptr);

    // Shows the problem. `doing` is for the report: what was being done, as the job's title says it.
    void setProblem(const QString &doing, const StreamError &error);
    // A button for the next step, such as "Try again"; empty takes it away.
    void setAction(const QString &text);
    // Whether the person can put the panel away. They can unless told otherwise.
    void setDismissible(bool dismissible);

Q_SIGNALS:
    void actionTriggered();
    void dismissed(); // the panel has hidden itself

private:
    QWidget *makeWords();
    QWidget *makeButtons();
    void showCause(bool shown);
    void copyReport();
    void dismiss();

    QString m_doing;
    std::optional<StreamError> m_error;
    QLabel *m_sentence;
    QLabel *m_nextStep;
    QLabel *m_cause;
    QToolButton *m_details;
    QToolButton *m_dismiss;
    QPushButton *m_action;
    QPushButton *m_copy;
};

} // namespace streamdesk::ui
