#include "ui/window/about_dialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/icon_label.h"
#include "ui/window/library_versions.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QSysInfo>
#include <QTimer>
#include <QVBoxLayout>

#include <array>
#include <chrono>

namespace streamdesk::ui {

namespace {

struct Library
{
    QString name;
    QString version;
    QString licence; // as SPDX names it
};

// Qt's version is the one that runs; the others are those the program was built with.
std::array<Library, 9> libraries()
{
    return {{{QStringLiteral("Qt"), QString::fromLatin1(qVersion()), QStringLiteral("LGPL-3.0")},
             {QStringLiteral("OpenSSL"), QStringLiteral(OPENSSL_BUILD_VERSION), QStringLiteral("Apache-2.0")},
             {QStringLiteral("libsodium"), QStringLiteral(SODIUM_BUILD_VERSION), QStringLiteral("ISC")},
             {QStringLiteral("libsecp256k1"), QStringLiteral(SECP256K1_BUILD_VERSION), QStringLiteral("MIT")},
             {QStringLiteral("libzip"), QStringLiteral(LIBZIP_BUILD_VERSION), QStringLiteral("BSD-3-Clause")},
             {QStringLiteral("QtKeychain"), QStringLiteral(KEYCHAIN_BUILD_VERSION), QStringLiteral("BSD-3-Clause")},
             {QStringLiteral("RapidJSON"), QStringLiteral(RAPIDJSON_BUILD_VERSION), QStringLiteral("MIT")},
             {QStringLiteral("libqrencode"), QStringLiteral(QRENCODE_BUILD_VERSION), QStringLiteral("LGPL-2.1")},
             {QStringLiteral("ZXing-C++"), QStringLiteral(ZXING_BUILD_VERSION), QStringLiteral("Apache-2.0")}}};
}

QLabel *mutedLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("muted", true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

QString versionsText()
{
    QString text = QStringLiteral("Stream Desk " STREAMDESK_VERSION "\n%1, %2\n")
                       .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture());
    for (const Library &library : libraries()) {
        text += library.name + QLatin1Char(' ') + library.version + QLatin1Char('\n');
    }
    return text;
}

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("About Stream Desk"));
    auto *licence = mutedLabel(tr("Stream Desk is free software under the Apache License 2.0. It is made with:"));
    licence->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *const close = buttons->button(QDialogButtonBox::Close);
    close->setText(tr("Close"));
    close->setIcon({});
    close->setDefault(true);
    QPushButton *copy = buttons->addButton(tr("Copy versions"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this, [copy] {
        QApplication::clipboard()->setText(versionsText());
        copy->setText(tr("Copied"));
        QTimer::singleShot(std::chrono::seconds(2), copy, [copy] { copy->setText(tr("Copy versions")); });
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 18, 18, 16);
    column->setSpacing(12);
    column->addWidget(makeHead());
    column->addWidget(licence);
    column->addWidget(makeLibraries());
    column->addStretch();
    column->addWidget(buttons);
    setMinimumWidth(440);
    close->setFocus();
    copy->setMinimumWidth(copy->sizeHint().width()); // "Copied" is shorter, and nothing moves
}

QWidget *AboutDialog::makeHead()
{
    constexpr int iconSize = 64;
    auto *symbol = new IconLabel(iconSize);
    symbol->setIcon(QApplication::windowIcon());
    symbol->setVisible(!QApplication::windowIcon().isNull());
    auto *name = new QLabel(QStringLiteral("Stream Desk"));
    name->setFont(headingFont());
    name->setAlignment(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)); // a name, in Latin everywhere
    auto *purpose = new QLabel(tr("For people who sell and buy machine data: see that a package is whole and really "
                                  "from its machine, and share what was paid for."));
    purpose->setWordWrap(true);

    auto *head = new QWidget;
    auto *grid = new QGridLayout(head);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addWidget(symbol, 0, 0, 3, 1, Qt::AlignTop);
    grid->addWidget(name, 0, 1);
    grid->addWidget(mutedLabel(tr("Version %1").arg(QStringLiteral(STREAMDESK_VERSION))), 1, 1);
    grid->addWidget(purpose, 2, 1);
    return head;
}

QWidget *AboutDialog::makeLibraries()
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(2, 1);
    for (const Library &library : libraries()) {
        const int row = grid->rowCount();
        grid->addWidget(new QLabel(library.name), row, 0);
        grid->addWidget(mutedLabel(library.version), row, 1);
        grid->addWidget(mutedLabel(library.licence), row, 2);
    }
    return card;
}

} // namespace streamdesk::ui
