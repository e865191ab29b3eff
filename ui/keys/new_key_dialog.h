// Makes a key: what it is for, what it is called, where it is kept.
#pragma once

#include "core/keys/key_record.h"
#include "ui/widgets/form_dialog.h"

class QLineEdit;

namespace streamdesk::ui {

class HomeChoice;
class KeyDesk;
class PurposeChoice;

// `desk` outlives it.
class NewKeyDialog : public FormDialog
{
    Q_OBJECT

public:
    explicit NewKeyDialog(KeyDesk *desk, QWidget *parent = nullptr);

Q_SIGNALS:
    void made(const std::string &id);

protected:
    void agree() override;

private:
    void suggestName();

    KeyDesk *m_desk;
    PurposeChoice *m_purpose;
    QLineEdit *m_label;
    HomeChoice *m_home;
};

// A name that no key of the desk has: "Buyer key", "Buyer key 2", …
[[nodiscard]] QString freeKeyName(const KeyDesk &desk, keys::Purpose purpose);

} // namespace streamdesk::ui
