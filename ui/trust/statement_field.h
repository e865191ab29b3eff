// Where a person enters what the other side stated: typed, pasted, dropped, or scanned from a picture.
#pragma once

#include "core/keys/statement.h"
#include "core/keys/trust_file.h"
#include "ui/jobs/job.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QMimeData;
class QToolButton;

namespace streamdesk::ui {

// A line, a button for pictures, and under them what was made of it. GUI thread; files are read by a job.
class StatementField : public QWidget
{
    Q_OBJECT

public:
    enum class Takes { CodeOrKey, Key };

    StatementField(const QString &label, Takes takes, QWidget *parent);

    // Takes what is dropped anywhere on `dialog`, too.
    void takeDropsOn(QWidget *dialog);

    // Whose keys are looked for in a trust file that is dropped; without it such a file is of no use here.
    void setMachine(const std::string &did) { m_did = did; }

    [[nodiscard]] const keys::Statement &statement() const noexcept { return m_statement; }
    // A whole code, where that is of use, or a whole key.
    [[nodiscard]] bool isWhole() const noexcept;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Found;

    void read();
    // Text, a picture, or a file that is one of them or a trust file.
    void take(const QMimeData &data);
    void choosePicture();
    void lookAt(const QString &path);
    void lookAt(const QImage &picture);
    void takeFound(const Found &found);
    void say(const QString &sentence);

    Takes m_takes;
    QLineEdit *m_line;
    QToolButton *m_picture;
    QLabel *m_said;
    std::string m_did;
    keys::Statement m_statement;
    std::unique_ptr<Job> m_job;
};

} // namespace streamdesk::ui
