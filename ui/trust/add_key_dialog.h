// A machine's key entered by hand: for those who were given the fingerprint and have no package yet.
#pragma once

#include "core/keys/trust_file.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace streamdesk::ui {

class StatementField;

class AddKeyDialog : public QDialog
{
    Q_OBJECT

public:
    // With a `did` the machine is settled.
    AddKeyDialog(const std::string &did, const QString &label, QWidget *parent = nullptr);

Q_SIGNALS:
    // Before the dialog closes.
    void entered(const std::string &did, const keys::TrustedKey &key, const std::string &label);

private:
    void update();
    void take();

    QLineEdit *m_did;
    QLineEdit *m_label;
    QLineEdit *m_note;
    StatementField *m_field;
    QPushButton *m_add;
};

} // namespace streamdesk::ui
