// The keys that are at hand in the window, wherever they are kept, for those who open chunks or sign with them: which
// there are, and the secret of one for one piece of work.
#pragma once

#include "core/base/errors.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/sealed_box.h"

#include <QObject>
#include <QString>
#include <QVector>

#include <functional>

namespace streamdesk::ui {

// A key that opens chunks (X25519).
struct OpeningKey
{
    QString id;    // unambiguous in its ring; the same as long as the key is there
    QString label; // what a person calls it
    crypto::X25519PublicKey publicKey;
};

// A key that signs (Ed25519).
struct SigningKey
{
    QString id;
    QString label;
    crypto::Ed25519PublicKey publicKey;
};

// GUI thread. A ring holds no secret for longer than its own home of keys needs; who gets one wipes it (by letting it
// go) as soon as the work is done.
class KeyRing : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Public parts only: costs nothing and asks nobody.
    [[nodiscard]] virtual QVector<OpeningKey> openingKeys() const = 0;
    [[nodiscard]] virtual QVector<SigningKey> signingKeys() const = 0;

    using Failed = std::function<void(const StreamError &)>;
    // Fetches the secret of the key `id` and hands it over. Exactly one of the two is called, in the GUI thread,
    // perhaps before this returns and perhaps much later (a keychain may ask the person first); neither when `context`
    // is gone by then. A key that is no longer there is NotFound, a person who said no is Stopped.
    virtual void withOpeningKey(const QString &id, QObject *context, std::function<void(crypto::X25519KeyPair)> use,
                                Failed failed) = 0;
    virtual void withSigningKey(const QString &id, QObject *context, std::function<void(crypto::Ed25519KeyPair)> use,
                                Failed failed) = 0;

Q_SIGNALS:
    // Keys came, went or were renamed.
    void changed();
    // The desk is locked: whatever was decrypted has to go now, and nothing is decrypted without asking a ring again.
    void locked();
};

} // namespace streamdesk::ui
