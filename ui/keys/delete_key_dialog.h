// Deletes a key for good: says what depends on it and whether a backup was proven, and has its name typed.
#pragma once

#include "core/keys/key_record.h"
#include "ui/widgets/form_dialog.h"

class QLineEdit;

namespace streamdesk::ui {

class KeyDesk;

// `desk` outlives it.
class DeleteKeyDialog : public FormDialog
{
    Q_OBJECT

public:
    // `packages`: titles of those in the library that the key opens.
    DeleteKeyDialog(KeyDesk *desk, const keys::KeyRecord &key, const QStringList &packages, QWidget *parent = nullptr);

protected:
    void agree() override;

private:
    [[nodiscard]] bool isConfirmed() const;

    KeyDesk *m_desk;
    keys::KeyRecord m_key;
    QLineEdit *m_typed;
};

} // namespace streamdesk::ui
