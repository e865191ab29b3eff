#include "ui/trust/code_dialog.h"

#include "ui/codes/qr_view.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/words/values.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

namespace streamdesk::ui {

namespace {

constexpr qreal large = 1.8; // of the usual size
constexpr int groupsInALine = 4;
constexpr int digitsInAGroup = 4;

QString nameOf(CodeDialog::Kind kind)
{
    switch (kind) {
    case CodeDialog::Kind::PackageCode:
        return CodeDialog::tr("Package code");
    case CodeDialog::Kind::Fingerprint:
        return CodeDialog::tr("Fingerprint");
    case CodeDialog::Kind::PublicPart:
        return CodeDialog::tr("Public key");
    }
    return {};
}

QString explain(CodeDialog::Kind kind)
{
    switch (kind) {
    case CodeDialog::Kind::PackageCode:
        return CodeDialog::tr(
            "It stands for the signer, the chunks and their order. If you are the seller, tell it to the buyer by "
            "another way than the package takes: by telephone, on paper, in a signed mail. It is no secret. If you "
            "are the buyer, it says nothing to you: ask the seller for theirs and compare.");
    case CodeDialog::Kind::Fingerprint:
        return CodeDialog::tr(
            "It is the whole public key. Whoever compares it knows who signed; whether a package is whole and in "
            "order, only a package code tells. It is no secret.");
    case CodeDialog::Kind::PublicPart:
        return CodeDialog::tr("Give it to whoever is to know your key. It is no secret, and nobody can read or sign "
                              "anything with it.");
    }
    return {};
}

// A fingerprint has more than a line of it. A public part is shown in groups, too, and copied without.
QString inLines(CodeDialog::Kind kind, const QString &code)
{
    QStringList groups = code.split(u' ');
    if (kind == CodeDialog::Kind::PublicPart) {
        groups.clear();
        for (qsizetype at = 0; at < code.size(); at += digitsInAGroup) {
            groups.append(code.mid(at, digitsInAGroup));
        }
    }
    QStringList lines;
    for (qsizetype at = 0; at < groups.size(); at += groupsInALine) {
        lines.append(groups.mid(at, groupsInALine).join(u' '));
    }
    return lines.join(u'\n');
}

} // namespace

CodeDialog::CodeDialog(Kind kind, const QString &title, const QString &code, QWidget *parent)
    : QDialog(parent), m_picture(new QrView(code, tr("QR code of %1").arg(code), this))
{
    const QString name = nameOf(kind);
    setWindowTitle(name);
    auto *const belongsTo = new QLabel(title, this);
    belongsTo->setFont(emphasisFont());
    belongsTo->setTextFormat(Qt::PlainText);
    belongsTo->setWordWrap(true);
    belongsTo->setVisible(!title.isEmpty());

    auto *const shownCode = new QLabel(inLines(kind, code), this);
    QFont font = monospaceFont();
    font.setPixelSize(qRound(font.pixelSize() * large));
    shownCode->setFont(font);
    shownCode->setTextFormat(Qt::PlainText);
    shownCode->setAlignment(Qt::AlignCenter);
    shownCode->setLayoutDirection(Qt::LeftToRight);
    shownCode->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    shownCode->setAccessibleName(tr("%1: %2").arg(name, code));

    auto *const explanation = new QLabel(explain(kind), this);
    explanation->setWordWrap(true);
    explanation->setProperty("muted", true);

    auto *const buttons = new QDialogButtonBox(this);
    auto *const copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setIcon(icon(QStringLiteral("copy")));
    connect(copy, &QPushButton::clicked, this, [code] { QApplication::clipboard()->setText(code); });
    auto *const save = buttons->addButton(tr("Save QR code…"), QDialogButtonBox::ActionRole);
    connect(save, &QPushButton::clicked, this, &CodeDialog::savePicture);
    auto *const close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    copy->setDefault(true);
    copy->setFocus();

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(14);
    column->addWidget(belongsTo);
    column->addWidget(shownCode);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addWidget(explanation);
    column->addWidget(buttons);
    setMinimumWidth(540);
}

void CodeDialog::savePicture()
{
    auto *const dialog = new QFileDialog(this, tr("Save QR code"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Picture (*.png)")});
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(windowTitle() + QStringLiteral(".png"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        constexpr int pixelsPerModule = 12; // sharp on paper, too
        QSaveFile file(path);
        const bool saved =
            file.open(QIODevice::WriteOnly) && m_picture->picture(pixelsPerModule).save(&file, "PNG") && file.commit();
        if (!saved) {
            auto *const box = new QMessageBox(QMessageBox::Warning, tr("Save QR code"),
                                              tr("The picture could not be saved."), QMessageBox::Close, this);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->setInformativeText(plainToolTip(shown(path) + u'\n' + file.errorString()));
            box->open();
        }
    });
    dialog->open();
}

} // namespace streamdesk::ui
