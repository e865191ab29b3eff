// The keys of this desk for those who open chunks or sign with them.
#pragma once

#include "ui/content/key_ring.h"
#include "ui/keys/key_desk.h"

namespace streamdesk::ui {

// GUI thread. `desk` outlives it. A secret is fetched from its home for each use; fetching one unlocks the desk,
// because its home has seen to it that the right person asks.
class DeskKeyRing : public KeyRing
{
    Q_OBJECT

public:
    explicit DeskKeyRing(KeyDesk *desk, QObject *parent = nullptr);

    [[nodiscard]] QVector<OpeningKey> openingKeys() const override;
    [[nodiscard]] QVector<SigningKey> signingKeys() const override;
    void withOpeningKey(const QString &id, QObject *context, std::function<void(crypto::X25519KeyPair)> use,
                        Failed failed) override;
    void withSigningKey(const QString &id, QObject *context, std::function<void(crypto::Ed25519KeyPair)> use,
                        Failed failed) override;

private:
    template <typename PrivateKey, typename KeyPair>
    void withKey(const QString &id, QObject *context, std::function<void(KeyPair)> use, Failed failed);

    // What others see of the desk's keys; when one was last used is not among it.
    [[nodiscard]] QStringList visible() const;

    KeyDesk *m_desk;
    QStringList m_seen;
};

} // namespace streamdesk::ui
