#include "ui/package/receipt_words.h"

#include "ui/package/verdict_words.h"
#include "ui/words/amounts.h"
#include "ui/words/values.h"

#include <QCoreApplication>

namespace streamdesk::ui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Receipt)
};

QString matchText(package::ReceiptMatch match, const QString &package)
{
    switch (match) {
    case package::ReceiptMatch::Same:
        return Words::tr("“%1” is the package of this receipt, in the same state.").arg(package);
    case package::ReceiptMatch::OtherManifest:
        return Words::tr("“%1” has the chunks of this receipt; its manifest, which nobody signs, is another.")
            .arg(package);
    case package::ReceiptMatch::OtherState:
        return Words::tr("“%1” is the package of this receipt, but something in it has changed since.").arg(package);
    case package::ReceiptMatch::OtherPackage:
        break;
    }
    return Words::tr("“%1” is another package than that of this receipt.").arg(package);
}

} // namespace

QString receiptText(const QString &name, const package::SignedReceipt &receipt,
                    const std::optional<package::ReceiptMatch> &match, const QString &package)
{
    if (receipt.check == crypto::SignatureCheck::Invalid) {
        return Words::tr("%1: this receipt was changed after it was signed.").arg(name);
    }
    if (receipt.check == crypto::SignatureCheck::Worthless) {
        return Words::tr("%1: this receipt is signed with a key that proves nothing.").arg(name);
    }
    const QString said = Words::tr("%1: as it was signed by the key %2. By its clock, on %3 the verdict was: %4.")
                             .arg(name, leftToRight(fingerprint(receipt.signer)),
                                  timeText(shown(receipt.receipt.checkedAt)), verdictTitle(receipt.receipt.verdict));
    return said + QLatin1Char(' ')
           + (match ? matchText(*match, package)
                    : Words::tr("Open its package and drop the receipt again to compare them."));
}

} // namespace streamdesk::ui
