// The seller's side of a package code: large, to be read out, copied or sent.
#pragma once

#include <QDialog>
#include <QString>

namespace streamdesk::ui {

// Shows one code as it is now; the caller has verified the package. Copying leaves the dialog open.
class PackageCodeDialog : public QDialog
{
    Q_OBJECT

public:
    // `code` as stream::packageCode() gives it.
    PackageCodeDialog(const QString &packageTitle, const QString &code, QWidget *parent = nullptr);
};

} // namespace streamdesk::ui
