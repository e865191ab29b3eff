// An encrypted backup and its passphrase: to take its keys over, or only to prove that it would bring them back.
#pragma once

#include "core/keys/key_store.h"
#include "ui/widgets/form_dialog.h"

class QLabel;
class QPushButton;

namespace streamdesk::ui {

class HomeChoice;
class KeyDesk;
class SecretLine;

// `desk` outlives it.
class BackupFileDialog : public FormDialog
{
    Q_OBJECT

public:
    enum class For { Restore, Drill };

    BackupFileDialog(For what, KeyDesk *desk, QWidget *parent = nullptr);

    void setFile(const QString &path);

protected:
    void agree() override;

private:
    void chooseFile();
    void judge();
    void showFindings(const std::vector<keys::DrillFinding> &findings);
    void showRestored(const keys::RestoreResult &result);
    void showLines(const QString &heading, const QStringList &lines, const QString &tone);

    For m_for;
    KeyDesk *m_desk;
    QPushButton *m_choose;
    QLabel *m_name;
    SecretLine *m_passphrase;
    HomeChoice *m_home = nullptr; // for a restore
    QString m_path;
};

} // namespace streamdesk::ui
