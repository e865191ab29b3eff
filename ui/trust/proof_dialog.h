// What a signature here proves, and what it does not, in six sentences.
#pragma once

#include <QDialog>

namespace streamdesk::ui {

class ProofDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ProofDialog(QWidget *parent = nullptr);
};

} // namespace streamdesk::ui
