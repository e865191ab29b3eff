// Writes some keys into one file that a passphrase opens, and proves at once that it does.
#pragma once

#include "ui/widgets/form_dialog.h"

#include <string>

class QListWidget;

namespace streamdesk::ui {

class KeyDesk;
class NewPassphrase;

// `desk` outlives it.
class BackupDialog : public FormDialog
{
    Q_OBJECT

public:
    // `id`: the key that is ticked at the beginning; empty for all.
    BackupDialog(KeyDesk *desk, const std::string &id, QWidget *parent = nullptr);

    // What the file chooser brings.
    void writeTo(const QString &path);

Q_SIGNALS:
    void written(const QString &path);

protected:
    void agree() override;

private:
    [[nodiscard]] std::vector<std::string> chosen() const;
    void judge();

    KeyDesk *m_desk;
    QListWidget *m_list;
    NewPassphrase *m_passphrase;
};

} // namespace streamdesk::ui
