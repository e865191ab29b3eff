#include "core/package/openable.h"

#include "core/base/log.h"
#include "core/crypto/chunk_cipher.h"
#include "core/crypto/hex.h"
#include "core/jobs/pipeline.h"

#include <algorithm>
#include <functional>
#include <set>
#include <unordered_map>

namespace streamdesk::package {

namespace {

constexpr std::size_t chunksAtOnce = 32; // an envelope alone is too little work to hand to a thread

bool isFor(const stream::KeyRecipient &recipient, const crypto::X25519PublicKey &key)
{
    const auto bytes = crypto::fromHex<crypto::keySize>(recipient.publicKeyHex);
    return bytes && *bytes == key.bytes;
}

// Calls `visit` with each entry of the access files of a store, and `failed` with files that say of themselves that
// they are one and cannot be read to their end.
void visitAccessFiles(const FileStore &store, const stream::AccessVisitor &visit,
                      const std::function<void(Package::Problem)> &failed, const jobs::JobControl &control)
{
    std::string text;
    for (const std::string &name : store.names()) {
        if (!name.ends_with(".json") || isEnvelopeName(name) || name == manifestName) {
            continue;
        }
        control.checkStop();
        try {
            store.readText(name, stream::maxAccessFileBytes, text);
            if (stream::looksLikeBuyerAccessFile(text)) {
                stream::visitBuyerAccessFile(text, visit);
            }
        } catch (StreamError &error) {
            error.addContext(ErrorContext{.file = name, .field = {}, .chunk = {}});
            failed(Package::Problem{.file = name, .error = error});
        }
    }
}

void visitAllAccess(const Package &package, const AccessStores &access, const stream::AccessVisitor &visit,
                    const std::function<void(Package::Problem)> &failed, const jobs::JobControl &control)
{
    visitAccessFiles(package.envelopeStore(), visit, failed, control);
    for (const auto &store : access) {
        visitAccessFiles(*store, visit, failed, control);
    }
}

// Reads every envelope with all cores; `look` is called from several threads and fills a result that `take` gets in the
// order of the chunks.
template <typename Result>
void forEachEnvelope(const Package &package, const std::function<void(const stream::ChunkEnvelope &, Result &)> &look,
                     const std::function<void(std::size_t position, Result &)> &take, const jobs::JobControl &control)
{
    struct Slot
    {
        std::size_t first = 0;
        std::vector<Result> results;
        json::Document document;
    };

    jobs::Progress progress{.chunksTotal = package.count()};
    std::size_t next = 0;
    jobs::runPipeline(
        jobs::PipelineShape::fitting(stream::maxEnvelopeBytes, std::size_t{64} << 20U), control,
        [] { return std::make_unique<Slot>(); },
        [&](std::unique_ptr<Slot> &slot) {
            slot->first = next;
            next = std::min(package.count(), next + chunksAtOnce);
            slot->results.assign(next - slot->first, Result());
            return !slot->results.empty();
        },
        [&](std::unique_ptr<Slot> &slot) {
            for (std::size_t i = 0; i < slot->results.size(); ++i) {
                try {
                    look(package.envelope(slot->first + i, slot->document).envelope, slot->results[i]);
                } catch (const StreamError &) {
                    continue; // opens with nothing; the verification says what is the matter with it
                }
            }
        },
        [&](std::unique_ptr<Slot> &slot) {
            for (std::size_t i = 0; i < slot->results.size(); ++i) {
                take(slot->first + i, slot->results[i]);
            }
            progress.chunksDone += slot->results.size();
            control.report(progress);
        });
}

// Collects what opens, for several keys at once.
class Finder
{
public:
    Finder(const Package &package, std::span<const crypto::X25519PublicKey> keys) : m_package(package)
    {
        for (const crypto::X25519PublicKey &key : keys) {
            m_reading.keys.push_back(
                OpenableReading::OfKey{.key = key, .chunks = {}, .count = 0, .bytes = 0, .roles = {}});
        }
        m_granted.resize(keys.size());
        m_roles.resize(keys.size());
    }

    OpenableReading run(const AccessStores &access, const jobs::JobControl &control)
    {
        visitAllAccess(
            m_package, access,
            [this](const std::string &chunkId, const stream::KeyRecipient &recipient) {
                for (std::size_t i = 0; i < m_granted.size(); ++i) {
                    if (isFor(recipient, m_reading.keys[i].key)) {
                        m_granted[i].insert_or_assign(chunkId, recipient.recipientType);
                    }
                }
            },
            [this](Package::Problem problem) { m_reading.problems.push_back(std::move(problem)); }, control);
        forEachEnvelope<Roles>(
            m_package, [this](const auto &envelope, Roles &roles) { look(envelope, roles); },
            [this](std::size_t position, const Roles &roles) { take(position, roles); }, control);
        for (std::size_t i = 0; i < m_roles.size(); ++i) {
            m_reading.keys[i].roles.assign(m_roles[i].begin(), m_roles[i].end());
        }
        return std::move(m_reading);
    }

private:
    // Key by key what it is to the chunk; nothing where it does not open.
    using Roles = std::vector<std::optional<std::string>>;

    void look(const stream::ChunkEnvelope &envelope, Roles &roles) const
    {
        roles.resize(m_reading.keys.size());
        for (std::size_t i = 0; i < roles.size(); ++i) {
            if (const auto *recipient = recipientOf(envelope, m_reading.keys[i].key)) {
                roles[i] = recipient->recipientType;
            }
        }
    }

    void take(std::size_t position, const Roles &roles)
    {
        for (std::size_t i = 0; i < m_granted.size(); ++i) {
            const auto granted = m_granted[i].find(m_package.chunkId(position));
            const bool inEnvelope = i < roles.size() && roles[i];
            if (!inEnvelope && granted == m_granted[i].end()) {
                continue;
            }
            OpenableReading::OfKey &key = m_reading.keys[i];
            const std::uint64_t index = m_package.index(position);
            if (!isIn(key.chunks, index)) { // two files may hold the same index
                appendToRanges(key.chunks, index);
            }
            ++key.count;
            const std::uint64_t size = m_package.ciphertextSize(position);
            key.bytes += size - std::min<std::uint64_t>(size, crypto::chunkTagSize);
            m_roles[i].insert(inEnvelope ? *roles[i] : granted->second);
        }
    }

    const Package &m_package;
    OpenableReading m_reading;
    std::vector<std::unordered_map<std::string, std::string>> m_granted; // key by key: chunk id → role
    std::vector<std::set<std::string>> m_roles;
};

} // namespace

AccessStores accessBeside(const Package &package)
{
    AccessStores stores;
    const std::filesystem::path beside = package.envelopeStore().path().parent_path() / "access";
    std::error_code ignored;
    if (std::filesystem::is_directory(beside, ignored)) {
        try {
            stores.push_back(openStore(beside, FolderStore::Reach::Flat));
        } catch (const StreamError &error) {
            log::info("package", "passed over: ", error.what());
        }
    }
    return stores;
}

const stream::KeyRecipient *recipientOf(const stream::ChunkEnvelope &envelope, const crypto::X25519PublicKey &key)
{
    const auto &recipients = envelope.encryption.keyRecipients;
    const auto found = std::find_if(recipients.begin(), recipients.end(),
                                    [&key](const stream::KeyRecipient &recipient) { return isFor(recipient, key); });
    return found == recipients.end() ? nullptr : &*found;
}

OpenableReading findOpenable(const Package &package, std::span<const crypto::X25519PublicKey> keys,
                             const AccessStores &access, const jobs::JobControl &control)
{
    const log::Stopwatch watch;
    OpenableReading reading = Finder(package, keys).run(access, control);
    for (const OpenableReading::OfKey &key : reading.keys) {
        log::info("package", "the key ", crypto::toHex(key.key.bytes).substr(0, 12), " opens ", key.count, " of ",
                  package.count(), " chunks");
    }
    log::info("package", "looked for what ", reading.keys.size(), " keys open in ", watch.milliseconds(), " ms");
    return reading;
}

stream::BuyerAccess grantedTo(const crypto::X25519PublicKey &key, const Package &package, const AccessStores &access,
                              const jobs::JobControl &control)
{
    stream::BuyerAccess granted;
    visitAllAccess(
        package, access,
        [&](std::string chunkId, stream::KeyRecipient recipient) {
            if (isFor(recipient, key)) {
                granted.insert_or_assign(std::move(chunkId), std::move(recipient));
            }
        },
        [](const Package::Problem &) {}, control);
    return granted;
}

stream::BuyerAccess accessFor(const crypto::X25519PublicKey &key, const Package &package, const AccessStores &access,
                              const jobs::JobControl &control)
{
    stream::BuyerAccess all = grantedTo(key, package, access, control);
    using Found = std::optional<stream::KeyRecipient>;
    forEachEnvelope<Found>(
        package,
        [&key](const stream::ChunkEnvelope &envelope, Found &found) {
            if (const auto *recipient = recipientOf(envelope, key)) {
                found = *recipient;
            }
        },
        [&](std::size_t position, Found &found) {
            if (found) {
                all.insert_or_assign(package.chunkId(position), std::move(*found));
            }
        },
        control);
    return all;
}

} // namespace streamdesk::package
