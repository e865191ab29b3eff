#include "ui/keys/key_words.h"

#include "ui/words/amounts.h"
#include "ui/words/values.h"

#include <QCoreApplication>
#include <QDateTime>

namespace streamdesk::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(KeyWords)
};

} // namespace

QString purposeName(keys::Purpose purpose)
{
    switch (purpose) {
    case keys::Purpose::Owner:
        return Words::tr("Owner");
    case keys::Purpose::Operator:
        return Words::tr("Operator");
    case keys::Purpose::Machine:
        return Words::tr("Machine");
    case keys::Purpose::Buyer:
        return Words::tr("Buyer");
    case keys::Purpose::Signing:
        return Words::tr("Signs chunks");
    case keys::Purpose::Data:
        return Words::tr("Signs readings");
    case keys::Purpose::Field:
        return Words::tr("Encrypted fields");
    }
    return {};
}

QString purposeText(keys::Purpose purpose)
{
    switch (purpose) {
    case keys::Purpose::Owner:
        return Words::tr("Packages are made for it. It reads them, and with it you give buyers access.");
    case keys::Purpose::Operator:
        return Words::tr("Reads the packages that were made for this operator, and gives nobody access.");
    case keys::Purpose::Machine:
        return Words::tr("Reads the packages that were made for this machine, and gives nobody access.");
    case keys::Purpose::Buyer:
        return Words::tr("Sellers give access to it. It reads what you bought, and nothing else.");
    case keys::Purpose::Signing:
        return Words::tr("Signs the chunks of packages. Buyers know your machine by it.");
    case keys::Purpose::Data:
        return Words::tr("Signs single readings. The machine's name (DID) follows from it.");
    case keys::Purpose::Field:
        return Words::tr("Opens the fields of readings that were encrypted with it.");
    }
    return {};
}

QString kindName(keys::KeyKind kind)
{
    switch (kind) {
    case keys::KeyKind::X25519:
        return QStringLiteral("X25519");
    case keys::KeyKind::Ed25519:
        return QStringLiteral("Ed25519");
    case keys::KeyKind::Secp256k1:
        return QStringLiteral("secp256k1");
    case keys::KeyKind::Aes256:
        return QStringLiteral("AES-256");
    }
    return {};
}

QString publicPartName(keys::KeyKind kind)
{
    switch (kind) {
    case keys::KeyKind::Secp256k1:
        return Words::tr("Address");
    case keys::KeyKind::Aes256:
        return Words::tr("Check value");
    case keys::KeyKind::X25519:
    case keys::KeyKind::Ed25519:
        break;
    }
    return Words::tr("Public key");
}

QString publicPartText(const keys::KeyRecord &key)
{
    const QString digits = shown(key.publicPart);
    if (key.kind == keys::KeyKind::Secp256k1) { // nobody writes an address in groups
        return digits;
    }
    constexpr qsizetype group = 4;
    constexpr qsizetype groupsInALine = 8;
    QString text;
    for (qsizetype at = 0; at < digits.size(); at += group) {
        text += at == 0 ? QString() : QString(at % (group * groupsInALine) == 0 ? u'\n' : u' ');
        text += digits.mid(at, group);
    }
    return text;
}

QString homeName(keys::HomeKind home)
{
    return home == keys::HomeKind::Keychain ? Words::tr("Keychain of this computer") : Words::tr("Encrypted key file");
}

QString provenText(const keys::KeyRecord &key)
{
    const QDateTime when = QDateTime::fromString(QString::fromStdString(key.lastProven), Qt::ISODate);
    if (!when.isValid()) {
        return Words::tr("Never proven");
    }
    const qint64 days = when.daysTo(QDateTime::currentDateTimeUtc());
    return days < 1 ? Words::tr("Proven today")
                    : Words::tr("Proven %Ln day(s) ago", nullptr, pluralCount(std::uint64_t(days)));
}

QString waitingText(keys::HomeKind home)
{
    return home == keys::HomeKind::Keychain
               ? Words::tr("Waiting for the keychain. It may ask for your password in a window of its own.")
               : Words::tr("Working with the encrypted key file…");
}

} // namespace streamdesk::ui
