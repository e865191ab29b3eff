// Gives a private key out in the clear, after saying what that means: into a file as the reference reads it, or into
// the clipboard for a short time.
#pragma once

#include "core/keys/key_record.h"
#include "ui/widgets/form_dialog.h"

class QCheckBox;

namespace streamdesk::ui {

class KeyDesk;
class SecretClipboard;

// `desk` and `clipboard` outlive it.
class ExportKeyDialog : public FormDialog
{
    Q_OBJECT

public:
    ExportKeyDialog(KeyDesk *desk, const keys::KeyRecord &key, SecretClipboard *clipboard, int clipboardSeconds,
                    QWidget *parent = nullptr);

    // What the file chooser brings.
    void writeTo(const QString &path);

protected:
    void agree() override;

private:
    void copy();

    KeyDesk *m_desk;
    keys::KeyRecord m_key;
    SecretClipboard *m_clipboard;
    int m_clipboardSeconds;
    QCheckBox *m_understood;
    QPushButton *m_copy;
};

} // namespace streamdesk::ui
