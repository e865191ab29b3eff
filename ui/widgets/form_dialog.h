// A dialog that asks for something and does it: an explanation, what is asked for, a place for what went wrong, and two
// buttons. While it is being done the dialog stays and says what it waits for.
#pragma once

#include "core/base/errors.h"

#include <QDialog>

#include <functional>
#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace streamdesk::ui {

class ProblemPanel;

class FormDialog : public QDialog
{
    Q_OBJECT

public:
    // Closed by Escape too, but not while it waits.
    void reject() override;

protected:
    // `agree` is what the first button says.
    FormDialog(const QString &title, const QString &explanation, const QString &agree, QWidget *parent);

    // What is asked for goes in here.
    [[nodiscard]] QVBoxLayout *body() const noexcept { return m_body; }
    [[nodiscard]] QPushButton *agreeButton() const noexcept { return m_agree; }
    void setExplanation(const QString &text);
    // The first button goes; the second one says "Close".
    void setDone();
    // Nothing can be entered or pressed, and `what` is said.
    void setWaiting(const QString &what);
    // Ends the waiting. With an error the panel shows it and the dialog stays as it was.
    void endWaiting(const QString &doing, const std::optional<StreamError> &error);
    // A label with its field under it, as everywhere in these dialogs.
    QLabel *addField(const QString &label, QWidget *field);

    // The first button or Enter. The dialog stays.
    virtual void agree() = 0;

private:
    QLabel *m_explanation;
    QWidget *m_content;
    QVBoxLayout *m_body;
    ProblemPanel *m_problem;
    QLabel *m_waitingFor;
    QProgressBar *m_progress;
    QPushButton *m_agree;
    QPushButton *m_cancel;
    bool m_waiting = false;
};

} // namespace streamdesk::ui
