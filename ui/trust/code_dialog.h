// What the other side is to compare, large, with its QR code: to be read out, copied, sent or scanned.
#pragma once

#include <QDialog>
#include <QString>

namespace streamdesk::ui {

class CodeDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Kind { PackageCode, Fingerprint, PublicPart };

    // `title`: what it belongs to, a package's, a machine's or a key's name; may be empty. `code` as
    // stream::packageCode() or keys::fingerprint() gives it, or the public part of a key of this desk.
    CodeDialog(Kind kind, const QString &title, const QString &code, QWidget *parent = nullptr);

private:
    void savePicture();

    class QrView *m_picture;
};

} // namespace streamdesk::ui
