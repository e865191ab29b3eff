#include "ui/keys/desk_key_ring.h"

#include "core/crypto/hex.h"
#include "ui/words/values.h"

#include <QPointer>

#include <memory>
#include <optional>

namespace streamdesk::ui {

namespace {

template <typename Key>
QVector<Key> keysOf(const KeyDesk &desk, keys::KeyKind kind)
{
    QVector<Key> found;
    for (const keys::KeyRecord &record : desk.keys()) {
        const auto bytes = crypto::fromHex<crypto::keySize>(record.publicPart);
        if (record.kind == kind && bytes) {
            found.append({QString::fromStdString(record.id), shown(record.label), {*bytes}});
        }
    }
    return found;
}

} // namespace

DeskKeyRing::DeskKeyRing(KeyDesk *desk, QObject *parent) : KeyRing(parent), m_desk(desk), m_seen(visible())
{
    connect(desk, &KeyDesk::changed, this, [this] {
        const QStringList now = visible();
        if (now != m_seen) {
            m_seen = now;
            Q_EMIT changed();
        }
    });
    connect(desk, &KeyDesk::lockedChanged, this, [this] {
        if (m_desk->isLocked()) {
            Q_EMIT locked();
        }
    });
}

QStringList DeskKeyRing::visible() const
{
    QStringList keys;
    for (const keys::KeyRecord &record : m_desk->keys()) {
        keys.append(QString::fromStdString(record.id + ' ' + record.label));
    }
    return keys;
}

QVector<OpeningKey> DeskKeyRing::openingKeys() const
{
    return keysOf<OpeningKey>(*m_desk, keys::KeyKind::X25519);
}

QVector<SigningKey> DeskKeyRing::signingKeys() const
{
    return keysOf<SigningKey>(*m_desk, keys::KeyKind::Ed25519);
}

void DeskKeyRing::withOpeningKey(const QString &id, QObject *context, std::function<void(crypto::X25519KeyPair)> use,
                                 Failed failed)
{
    withKey<crypto::X25519PrivateKey>(id, context, std::move(use), std::move(failed));
}

void DeskKeyRing::withSigningKey(const QString &id, QObject *context, std::function<void(crypto::Ed25519KeyPair)> use,
                                 Failed failed)
{
    withKey<crypto::Ed25519PrivateKey>(id, context, std::move(use), std::move(failed));
}

template <typename PrivateKey, typename KeyPair>
void DeskKeyRing::withKey(const QString &id, QObject *context, std::function<void(KeyPair)> use, Failed failed)
{
    const auto key = std::make_shared<std::optional<KeyPair>>();
    m_desk->unlock();
    m_desk->run(
        tr("Asking for a key"),
        [key, id = id.toStdString()](keys::KeyStore &store, const jobs::JobControl &) {
            *key = crypto::keyPairOf(store.privateKey<PrivateKey>(id));
        },
        [key, ring = QPointer(this), context = QPointer(context), use = std::move(use),
         failed = std::move(failed)](const std::optional<StreamError> &error) {
            if (!context) {
                return;
            }
            if (!error && ring && !ring->m_desk->isLocked()) {
                use(std::move(**key));
                return;
            }
            const StreamError reason = error.value_or(StreamError(ErrorCode::Stopped, "locked meanwhile"));
            const bool no =
                reason.code() == ErrorCode::KeychainCancelled || reason.code() == ErrorCode::PassphraseNotGiven;
            const bool gone = reason.code() == ErrorCode::UnknownKey;
            failed(no ? reason.as(ErrorCode::Stopped) : gone ? reason.as(ErrorCode::NotFound) : reason);
        });
}

} // namespace streamdesk::ui
