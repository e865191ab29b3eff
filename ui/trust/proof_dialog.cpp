#include "ui/trust/proof_dialog.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/icon_label.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace streamdesk::ui {

ProofDialog::ProofDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("What a signature proves"));
    struct Sentence
    {
        const char *iconName;
        QColor Colours::*colour;
        QString text;
    };
    const std::array<Sentence, 6> sentences = {{
        {"verified", &Colours::intact,
         tr("A signature proves that whoever holds a certain key signed exactly these encrypted bytes of one chunk, "
            "and "
            "that nobody has changed them since.")},
        {"changed", &Colours::broken,
         tr("It does not prove whose key that is: anybody can make a key, sign everything anew, and put your machine’s "
            "name beside it.")},
        {"changed", &Colours::broken,
         tr("It does not prove that all chunks are there, or in which order they were recorded: whoever carries the "
            "files can leave out, repeat and rearrange signed chunks.")},
        {"changed", &Colours::broken,
         tr("It does not prove what the manifest says, when something was recorded, or that a sensor told the truth.")},
        {"intact-trusted", &Colours::intact,
         tr("The seller’s package code, which reached you by another way than the package, settles the two open "
            "questions at once: who signed, and that all of it is there and in order.")},
        {"intact-trusted", &Colours::intact,
         tr("A key that you have compared once settles the first of them for every later package, and what you have "
            "seen of a chain before is not forgotten.")},
    }};
    auto *const grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(14);
    grid->setColumnStretch(1, 1);
    for (const Sentence &sentence : sentences) {
        constexpr int iconSize = 20;
        const int row = grid->rowCount();
        auto *const symbol = new IconLabel(iconSize, this);
        symbol->setIcon(icon(QString::fromLatin1(sentence.iconName), sentence.colour));
        auto *const text = new QLabel(sentence.text, this);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        grid->addWidget(symbol, row, 0, Qt::AlignTop);
        grid->addWidget(text, row, 1);
    }
    auto *const title = new QLabel(windowTitle(), this);
    title->setFont(headingFont());
    auto *const buttons = new QDialogButtonBox(this);
    auto *const close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(16);
    column->addWidget(title);
    column->addLayout(grid);
    column->addStretch();
    column->addWidget(buttons);
    constexpr int width = 600;
    setMinimumWidth(width);
    resize(width, layout()->heightForWidth(width));
    close->setFocus();
}

} // namespace streamdesk::ui
