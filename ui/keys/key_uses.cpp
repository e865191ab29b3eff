#include "ui/keys/key_uses.h"

#include "core/base/text.h"
#include "core/crypto/hex.h"
#include "core/package/openable.h"
#include "ui/keys/key_desk.h"
#include "ui/library/library_store.h"

#include <QDataStream>

#include <algorithm>

namespace streamdesk::ui {

namespace {

struct Asked
{
    std::vector<std::string> ids;
    std::vector<crypto::X25519PublicKey> keys; // of these ids
};

Asked openingKeys(const KeyDesk &desk)
{
    Asked asked;
    for (const keys::KeyRecord &key : desk.keys()) {
        const auto bytes = crypto::fromHex<crypto::keySize>(key.publicPart);
        if (key.kind == keys::KeyKind::X25519 && bytes) {
            asked.ids.push_back(key.id);
            asked.keys.push_back({*bytes});
        }
    }
    return asked;
}

} // namespace

KeyUses::KeyUses(KeyDesk *desk, LibraryStore *library, QObject *parent)
    : QObject(parent), m_desk(desk), m_library(library)
{
}

void KeyUses::look()
{
    const Asked asked = openingKeys(*m_desk);
    const QVector<LibraryEntry> entries = m_library->entries();
    QByteArray wanted;
    QDataStream stream(&wanted, QIODevice::WriteOnly);
    for (const std::string &id : asked.ids) {
        stream << QByteArray::fromStdString(id);
    }
    for (const LibraryEntry &entry : entries) {
        stream << entry.path << entry.title << entry.lastOpened;
    }
    if (wanted == m_asked) {
        return;
    }
    m_asked = wanted;
    const auto found = std::make_shared<QHash<QString, QVector<KeyUse>>>();
    m_job = std::make_unique<Job>(QString(), [found, asked, entries](const jobs::JobControl &control) {
        for (const LibraryEntry &entry : entries) {
            if (asked.keys.empty() || entry.kind != LibraryEntry::Kind::Package) {
                continue;
            }
            try {
                const auto package = package::Package::openFolder(pathFromUtf8(entry.path.toStdString()), control);
                const auto reading = package::findOpenable(package, asked.keys, {}, control);
                for (std::size_t i = 0; i < reading.keys.size(); ++i) {
                    if (reading.keys[i].count > 0) {
                        (*found)[QString::fromStdString(asked.ids[i])].append(
                            {entry.path, entry.title, reading.keys[i].count, package.count()});
                    }
                }
            } catch (const IoError &) { // it is not here now, and opens with nothing
            } catch (const StreamError &error) {
                if (error.code() == ErrorCode::Stopped) {
                    throw;
                }
            }
        }
    });
    connect(m_job.get(), &Job::finished, this, [this, found] {
        if (!m_job->error()) {
            m_uses = std::move(*found);
        }
        Q_EMIT changed();
    });
    m_job->start();
}

} // namespace streamdesk::ui
