#include "ui/package/package_code_dialog.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace streamdesk::ui {

PackageCodeDialog::PackageCodeDialog(const QString &packageTitle, const QString &code, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Package code"));
    auto *const title = new QLabel(packageTitle, this);
    title->setFont(emphasisFont());
    title->setTextFormat(Qt::PlainText);

    auto *const shownCode = new QLabel(code, this);
    QFont large = monospaceFont();
    large.setPixelSize(qRound(large.pixelSize() * 1.8));
    shownCode->setFont(large);
    shownCode->setTextFormat(Qt::PlainText);
    shownCode->setAlignment(Qt::AlignCenter);
    shownCode->setLayoutDirection(Qt::LeftToRight);
    shownCode->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    shownCode->setAccessibleName(tr("Package code"));
    shownCode->setContentsMargins(0, 10, 0, 10);

    auto *const explanation = new QLabel(
        tr("It stands for the signer, the chunks and their order. If you are the seller, tell it to the buyer by "
           "another way than the package takes: by telephone, on paper, in a signed mail. It is no secret. If you are "
           "the buyer, it says nothing to you: ask the seller for theirs and compare."),
        this);
    explanation->setWordWrap(true);
    explanation->setProperty("muted", true);

    auto *const buttons = new QDialogButtonBox(this);
    auto *const copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setIcon(icon(QStringLiteral("copy")));
    connect(copy, &QPushButton::clicked, this, [code] { QApplication::clipboard()->setText(code); });
    auto *const close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    copy->setDefault(true);
    copy->setFocus();

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(shownCode);
    column->addWidget(explanation);
    column->addWidget(buttons);
    setMinimumWidth(520);
}

} // namespace streamdesk::ui
