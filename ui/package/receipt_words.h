// A receipt in words. Translated.
#pragma once

#include "core/package/receipt.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace streamdesk::ui {

// What a dropped receipt is worth and which package it is of. `match` and `package` (its title) where one that is open
// was compared.
[[nodiscard]] QString receiptText(const QString &name, const package::SignedReceipt &receipt,
                                  const std::optional<package::ReceiptMatch> &match, const QString &package);

} // namespace streamdesk::ui
