#include "ui/content/file_key_ring.h"

#include "core/base/text.h"
#include "core/crypto/hex.h"
#include "core/keys/key_file.h"
#include "ui/words/values.h"

#include <QFileInfo>

#include <algorithm>
#include <optional>

namespace streamdesk::ui {

namespace {

[[nodiscard]] StreamError notThere()
{
    return StreamError(ErrorCode::NotFound, "this key is no longer at hand");
}

} // namespace

FileKeyRing::FileKeyRing(KeyRing *desk, QObject *parent) : KeyRing(parent), m_desk(desk)
{
    if (m_desk != nullptr) {
        connect(m_desk, &KeyRing::changed, this, &KeyRing::changed);
        connect(m_desk, &KeyRing::locked, this, &FileKeyRing::lock);
    }
}

void FileKeyRing::openFile(const QString &path)
{
    const auto key = std::make_shared<std::optional<crypto::X25519KeyPair>>();
    m_job = std::make_unique<Job>(tr("Reading a key"), [key, path](const jobs::JobControl &) {
        *key = crypto::keyPairOf(keys::readKeyFile<crypto::X25519PrivateKey>(pathFromUtf8(path.toStdString())));
    });
    connect(m_job.get(), &Job::finished, this, [this, key, path] {
        if (m_job->error()) {
            Q_EMIT openFailed(*m_job->error());
        } else {
            hold(path, std::move(**key));
        }
    });
    m_job->start();
}

void FileKeyRing::hold(const QString &path, crypto::X25519KeyPair key)
{
    // The same key from two files is one.
    const QString id = QStringLiteral("file:") + QString::fromStdString(crypto::toHex(key.publicKey.bytes));
    const bool isHere = std::ranges::any_of(m_held, [&id](const Held &held) { return held.id == id; });
    if (!isHere) {
        m_held.push_back(Held{.id = id, .label = shown(QFileInfo(path).fileName()), .key = std::move(key)});
    }
    Q_EMIT changed();
}

void FileKeyRing::lock()
{
    m_job.reset();
    const bool any = !m_held.empty();
    m_held.clear();
    Q_EMIT locked();
    if (any) {
        Q_EMIT changed();
    }
}

QVector<OpeningKey> FileKeyRing::openingKeys() const
{
    QVector<OpeningKey> all;
    for (const Held &held : m_held) {
        all.append({.id = held.id, .label = held.label, .publicKey = held.key.publicKey});
    }
    return m_desk == nullptr ? all : all + m_desk->openingKeys();
}

QVector<SigningKey> FileKeyRing::signingKeys() const
{
    return m_desk == nullptr ? QVector<SigningKey>() : m_desk->signingKeys();
}

void FileKeyRing::withOpeningKey(const QString &id, QObject *context, std::function<void(crypto::X25519KeyPair)> use,
                                 Failed failed)
{
    const auto held = std::ranges::find(m_held, id, &Held::id);
    if (held != m_held.end()) {
        crypto::X25519KeyPair copy{.privateKey = {}, .publicKey = held->key.publicKey};
        std::ranges::copy(held->key.privateKey.bytes(), copy.privateKey.bytes().begin());
        use(std::move(copy));
    } else if (m_desk != nullptr) {
        m_desk->withOpeningKey(id, context, std::move(use), std::move(failed));
    } else {
        failed(notThere());
    }
}

void FileKeyRing::withSigningKey(const QString &id, QObject *context, std::function<void(crypto::Ed25519KeyPair)> use,
                                 Failed failed)
{
    if (m_desk != nullptr) {
        m_desk->withSigningKey(id, context, std::move(use), std::move(failed));
    } else {
        failed(notThere());
    }
}

} // namespace streamdesk::ui
