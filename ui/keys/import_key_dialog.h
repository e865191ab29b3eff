// Brings a key in that lies in a file or was copied: says what was found, and asks what cannot be known.
#pragma once

#include "core/keys/key_import.h"
#include "ui/jobs/job.h"
#include "ui/widgets/form_dialog.h"

#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace streamdesk::ui {

class HomeChoice;
class KeyDesk;
class PurposeChoice;
class SecretLine;

// `desk` outlives it.
class ImportKeyDialog : public FormDialog
{
    Q_OBJECT

public:
    explicit ImportKeyDialog(KeyDesk *desk, QWidget *parent = nullptr);

    // As if it had been chosen in the dialog.
    void readFile(const QString &path);

Q_SIGNALS:
    void imported(const std::string &id);
    void backupChosen(const QString &path); // it is no single key; the dialog has closed

protected:
    void agree() override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void chooseFile();
    void readPasted();
    void take(keys::KeyImport found, const QString &from);
    void say(const QString &text, bool bad);
    void suggestName();
    void offerToDelete(const std::string &id);

    KeyDesk *m_desk;
    QPushButton *m_file;
    SecretLine *m_pasted;
    QLabel *m_found;
    PurposeChoice *m_purpose;
    QLineEdit *m_label;
    HomeChoice *m_home;
    QString m_path; // of the file it came from; empty when it was pasted
    std::shared_ptr<keys::KeyImport> m_key;
    std::unique_ptr<Job> m_job;
};

} // namespace streamdesk::ui
