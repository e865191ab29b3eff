#include "core/package/package.h"

#include "core/base/log.h"
#include "core/base/text.h"
#include "core/jobs/pipeline.h"
#include "core/stream/chunk_check.h"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <unordered_map>

namespace streamdesk::package {

namespace {

constexpr std::size_t hashBlockSize = std::size_t{256} << 10U;
constexpr std::size_t filesAtOnce = 32; // an envelope alone is too little work to hand to a thread

StreamError firstProblem(const std::string &file, const stream::EnvelopeReading &reading)
{
    if (!reading.knownSchema && (reading.problems.empty() || reading.problems.front().field != "schemaVersion")) {
        return StreamError(ErrorCode::UnsupportedSchema, "is not " + std::string(stream::chunkSchema),
                           ErrorContext{.file = file, .field = "schemaVersion", .chunk = {}});
    }
    const stream::FieldProblem &problem = reading.problems.front();
    const bool missing = problem.kind == stream::FieldProblem::Kind::Missing;
    return StreamError(missing ? ErrorCode::MissingField : ErrorCode::WrongType, problem.constraint,
                       ErrorContext{.file = file, .field = problem.field, .chunk = {}});
}

// Types once each, so that the list is short where there are many buyers.
std::string recipientTypes(const std::vector<stream::KeyRecipient> &recipients)
{
    constexpr std::size_t maxListBytes = 200;
    std::vector<std::string_view> types;
    std::string list;
    for (const stream::KeyRecipient &recipient : recipients) {
        const std::string_view type = recipient.recipientType;
        if (type.empty() || std::find(types.begin(), types.end(), type) != types.end()) {
            continue;
        }
        if (list.size() + type.size() > maxListBytes) {
            return list + (list.empty() ? "…" : ", …");
        }
        list.append(list.empty() ? "" : ", ").append(type);
        types.push_back(type);
    }
    return list;
}

} // namespace

Package Package::open(std::shared_ptr<const FileStore> envelopes, std::shared_ptr<const FileStore> ciphertexts,
                      const jobs::JobControl &control)
{
    const log::Stopwatch watch;
    Package package;
    package.m_envelopes = std::move(envelopes);
    package.m_ciphertexts = std::move(ciphertexts);
    Entries entries = package.readEnvelopes(control);
    package.sortEntries(entries.list);
    package.passOverCopies(entries.list, control);
    package.attachCiphertexts(entries.list, control);
    package.m_manifest = readManifestFile(*package.m_envelopes);
    package.makeIndex(entries);
    log::info("package", "opened ", package.count(), " envelopes in ", watch.milliseconds(), " ms, with ",
              package.totalCiphertextBytes(), " bytes of encrypted data, from ", package.m_envelopes->displayName());
    log::debug("package", package.m_problems.size(), " unusable envelopes, ", package.m_strays.size(), " stray files, ",
               package.m_manifest.manifest ? "a manifest" : "no usable manifest");
    return package;
}

Package Package::openFolder(const std::filesystem::path &folder, const jobs::JobControl &control)
{
    const auto store = openStore(folder, FolderStore::Reach::Nested);
    return open(store, store, control);
}

Package::FileReading Package::readFile(const FileStore &store, const std::string &name, json::Document &document)
{
    FileReading result{.name = name, .entry = {}, .recipients = {}, .error = {}};
    try {
        std::string text = document.takeBuffer();
        store.readText(name, stream::maxEnvelopeBytes, text);
        stream::EnvelopeReading reading = stream::readEnvelope(std::move(text), document);
        if (!reading.complete()) {
            result.error = firstProblem(name, reading);
        }
        if (reading.hasIndex) {
            result.entry = Entry{.index = reading.envelope.index,
                                 .name = name,
                                 .chunkId = std::move(reading.envelope.chunkId),
                                 .ciphertext = {},
                                 .ciphertextSize = 0,
                                 .recipients = 0,
                                 .guessed = false};
            result.recipients = recipientTypes(reading.envelope.encryption.keyRecipients);
        }
    } catch (const StreamError &error) {
        result.error = error;
        result.error->addContext(ErrorContext{.file = name, .field = {}, .chunk = {}});
    }
    if (!result.entry) {
        if (const auto number = chunkNumber(name, ".json")) {
            result.entry = Entry{.index = *number,
                                 .name = name,
                                 .chunkId = {},
                                 .ciphertext = {},
                                 .ciphertextSize = 0,
                                 .recipients = 0,
                                 .guessed = true};
        }
    }
    return result;
}

Package::Entries Package::readEnvelopes(const jobs::JobControl &control)
{
    struct Slot
    {
        std::vector<std::string> names;
        std::vector<FileReading> readings;
        json::Document document;
    };

    std::vector<std::string> names = m_envelopes->names();
    std::erase_if(names, [](const std::string &name) { return !isEnvelopeName(name); });
    Entries entries;
    entries.list.reserve(names.size());
    std::unordered_map<std::string, std::uint32_t> recipientLists = {{std::string(), 0}};
    const auto interned = [&](std::string &list) {
        const auto [known, isNew] = recipientLists.try_emplace(list, std::uint32_t(entries.recipientLists.size()));
        if (isNew) {
            entries.recipientLists.push_back(std::move(list));
        }
        return known->second;
    };
    auto next = names.begin();
    const jobs::JobControl quietly{.stop = control.stop, .progress = {}};
    jobs::runPipeline(
        jobs::PipelineShape::fitting(1, 64), quietly, [] { return std::make_unique<Slot>(); },
        [&](std::unique_ptr<Slot> &slot) {
            const auto end = next + std::min<std::ptrdiff_t>(names.end() - next, filesAtOnce);
            slot->names.assign(next, end);
            next = end;
            return !slot->names.empty();
        },
        [&](std::unique_ptr<Slot> &slot) {
            slot->readings.clear();
            for (const std::string &name : slot->names) {
                slot->readings.push_back(readFile(*m_envelopes, name, slot->document));
            }
        },
        [&](std::unique_ptr<Slot> &slot) {
            for (FileReading &reading : slot->readings) {
                if (reading.error) {
                    m_problems.push_back(Problem{.file = reading.name, .error = *reading.error});
                }
                if (reading.entry) {
                    reading.entry->recipients = interned(reading.recipients);
                    entries.list.push_back(std::move(*reading.entry));
                } else {
                    m_strays.push_back(stream::Finding{.code = stream::FindingCode::EnvelopeUnreadable,
                                                       .file = reading.name,
                                                       .actual = reading.error->what(),
                                                       .refusedByReference = true});
                }
            }
        });
    return entries;
}

// By index; the file name settles who comes first of two. A name alone takes no place that an envelope has.
void Package::sortEntries(std::vector<Entry> &entries)
{
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return std::tie(a.index, a.guessed, a.name) < std::tie(b.index, b.guessed, b.name);
    });
    for (std::size_t i = 1; i < entries.size(); ++i) {
        if (entries[i].guessed && entries[i].index == entries[i - 1].index) {
            m_strays.push_back(stream::Finding{.code = stream::FindingCode::EnvelopeUnreadable,
                                               .file = entries[i].name,
                                               .actual = "cannot be read as an envelope",
                                               .refusedByReference = true});
            entries[i].name.clear();
        }
    }
    std::erase_if(entries, [](const Entry &entry) { return entry.name.empty(); });
}

// Two files that hold the same envelope to the byte are one envelope. The one with the plain name counts.
void Package::passOverCopies(std::vector<Entry> &entries, const jobs::JobControl &control)
{
    std::string text;
    for (auto run = entries.begin(); run != entries.end();) {
        const auto end = std::find_if(run, entries.end(), [&](const Entry &e) { return e.index != run->index; });
        if (end - run > 1) {
            std::stable_partition(run, end, [](const Entry &e) { return chunkNumber(e.name, ".json").has_value(); });
            std::map<crypto::Digest, std::string> seen;
            for (auto entry = run; entry != end; ++entry) {
                control.checkStop();
                try {
                    m_envelopes->readText(entry->name, stream::maxEnvelopeBytes, text);
                } catch (const IoError &) {
                    continue; // it was read before; the verification will say what is the matter now
                }
                const auto [first, isNew] = seen.emplace(crypto::sha256(std::as_bytes(std::span(text))), entry->name);
                if (!isNew) {
                    m_notices.push_back(stream::Finding{.code = stream::FindingCode::CopyPassedOver,
                                                        .index = entry->index,
                                                        .last = entry->index,
                                                        .file = entry->name,
                                                        .expected = first->second,
                                                        .refusedByReference = true});
                    entry->name.clear();
                }
            }
        }
        run = end;
    }
    std::erase_if(entries, [](const Entry &entry) { return entry.name.empty(); });
}

void Package::attachCiphertexts(std::vector<Entry> &entries, const jobs::JobControl &control)
{
    std::unordered_map<std::uint64_t, std::string> files;
    Copies copies;
    for (std::string &name : m_ciphertexts->names()) {
        if (const auto number = chunkNumber(name, ".bin")) {
            files.insert_or_assign(*number, std::move(name));
        } else if (const auto copied = copyNumber(name)) {
            copies[*copied].push_back(std::move(name));
        }
    }
    m_anyCiphertext = !files.empty();
    for (Entry &entry : entries) {
        if (const auto file = files.find(entry.index); file != files.end()) {
            entry.ciphertext = file->second;
            entry.ciphertextSize = m_ciphertexts->size(entry.ciphertext);
        }
    }
    if (!copies.empty()) {
        useCopies(entries, copies, control);
    }
    for (const Entry &entry : entries) {
        files.erase(entry.index);
    }
    for (const auto &[number, name] : files) { // of no chunk; the reference reads them all the same
        if (!m_ciphertexts->isFile(name)) {
            m_strays.push_back(stream::Finding{.code = stream::FindingCode::CiphertextUnreadable,
                                               .file = name,
                                               .actual = "is no ordinary file",
                                               .refusedByReference = true});
        }
    }
}

// Chunks without a file that fits take the copy that does.
void Package::useCopies(std::vector<Entry> &entries, const Copies &copies, const jobs::JobControl &control)
{
    struct Slot
    {
        std::size_t position = 0;
        std::string found;
        json::Document document;
    };

    std::size_t next = 0;
    const jobs::JobControl quietly{.stop = control.stop, .progress = {}};
    jobs::runPipeline(
        jobs::PipelineShape::fitting(hashBlockSize, std::size_t{32} << 20U), quietly,
        [] { return std::make_unique<Slot>(); },
        [&](std::unique_ptr<Slot> &slot) {
            while (next < entries.size() && !copies.contains(entries[next].index)) {
                ++next;
            }
            slot->position = next;
            return next++ < entries.size();
        },
        [&](std::unique_ptr<Slot> &slot) {
            const auto &candidates = copies.at(entries[slot->position].index);
            slot->found = fittingCopy(entries[slot->position], candidates, slot->document, quietly);
        },
        [&](std::unique_ptr<Slot> &slot) {
            if (slot->found.empty()) {
                return;
            }
            Entry &entry = entries[slot->position];
            entry.ciphertext = std::move(slot->found);
            entry.ciphertextSize = m_ciphertexts->size(entry.ciphertext);
            m_anyCiphertext = true;
            m_notices.push_back(stream::Finding{.code = stream::FindingCode::CopyUsed,
                                                .index = entry.index,
                                                .last = entry.index,
                                                .file = entry.ciphertext,
                                                .refusedByReference = true});
        });
}

// The copy that the envelope's hash names; empty when there is none, or when the file with the plain name fits.
std::string Package::fittingCopy(const Entry &entry, const std::vector<std::string> &copies, json::Document &document,
                                 const jobs::JobControl &control) const
{
    std::vector<std::byte> buffer(hashBlockSize);
    const auto hashOf = [&](const std::string &name) {
        try {
            return crypto::hashText(stream::hashCiphertext(*m_ciphertexts->open(name), buffer, control).hash);
        } catch (const IoError &) {
            return std::string(); // fits nothing
        }
    };
    try {
        const std::string wanted = readEnvelopeFile(entry.name, document).envelope.encryptedDataHash;
        if (!entry.ciphertext.empty() && hashOf(entry.ciphertext) == wanted) {
            return {};
        }
        const auto fitting =
            std::find_if(copies.begin(), copies.end(), [&](const std::string &name) { return hashOf(name) == wanted; });
        return fitting == copies.end() ? std::string() : *fitting;
    } catch (const StreamError &error) {
        if (error.code() == ErrorCode::Stopped) {
            throw;
        }
        return {}; // an envelope that cannot be read names nothing
    }
}

stream::ManifestReading Package::readManifestFile(const FileStore &store)
{
    stream::ManifestReading reading;
    if (!store.contains(manifestName)) {
        return reading;
    }
    try {
        std::string text;
        store.readText(manifestName, stream::maxManifestBytes, text);
        reading.hash = crypto::hashText(crypto::sha256(text));
        reading.manifest = stream::readManifest(std::move(text));
    } catch (const StreamError &error) {
        reading.problem = error.what();
    }
    return reading;
}

void Package::makeIndex(const Entries &entries)
{
    auto index = std::make_shared<ChunkIndex>();
    index->reserve(entries.list.size());
    for (const Entry &entry : entries.list) {
        index->add({.index = entry.index,
                    .envelopeName = entry.name,
                    .chunkId = entry.chunkId,
                    .ciphertextName = entry.ciphertext,
                    .ciphertextSize = entry.ciphertextSize,
                    .recipients = entries.recipientLists[entry.recipients]});
    }
    index->setTotalChunks(m_manifest.manifest ? m_manifest.manifest->totalChunks : std::nullopt);
    m_index = std::move(index);
}

stream::EnvelopeReading Package::readEnvelopeFile(const std::string &name, json::Document &document) const
{
    std::string text = document.takeBuffer();
    m_envelopes->readText(name, stream::maxEnvelopeBytes, text);
    return stream::readEnvelope(std::move(text), document);
}

stream::EnvelopeReading Package::envelope(std::size_t position, json::Document &document) const
{
    const std::string name = envelopeName(position);
    log::trace("package", "reading chunk ", index(position), " from ", name);
    return readEnvelopeFile(name, document);
}

std::unique_ptr<stream::CiphertextReader> Package::ciphertext(std::size_t position) const
{
    return hasCiphertext(position) ? m_ciphertexts->open(ciphertextName(position)) : nullptr;
}

std::uint64_t Package::totalCiphertextBytes() const
{
    std::uint64_t bytes = 0;
    for (std::size_t position = 0; position < count(); ++position) {
        bytes += ciphertextSize(position);
    }
    return bytes;
}

void Package::requireWhole(bool gapsAllowed) const
{
    const ErrorContext here{.file = m_envelopes->displayName(), .field = {}, .chunk = {}};
    if (count() == 0 && m_problems.empty()) {
        throw StreamError(ErrorCode::NoChunks, "no chunk files (chunk-*.json) found here", here);
    }
    if (!m_problems.empty()) {
        throw m_problems.front().error;
    }
    for (std::size_t position = 1; position < count(); ++position) {
        if (index(position) == index(position - 1)) {
            throw StreamError(ErrorCode::DuplicateChunk,
                              "chunk " + std::to_string(index(position))
                                  + " is here twice: " + envelopeName(position - 1) + " and " + envelopeName(position),
                              here);
        }
    }
    for (std::size_t position = 0; position < count() && !gapsAllowed; ++position) {
        if (index(position) != position) {
            throw StreamError(ErrorCode::MissingChunk, "no envelope for chunk " + std::to_string(position), here);
        }
    }
}

void Package::requireCiphertext() const
{
    if (!m_anyCiphertext) {
        throw StreamError(ErrorCode::NoCiphertext, "no encrypted data files (chunk-*.bin) found here",
                          ErrorContext{.file = m_ciphertexts->displayName(), .field = {}, .chunk = {}});
    }
    const auto refuse = [](const std::string &file) {
        throw IoError(ErrorCode::NotAFile, "is no ordinary file", ErrorContext{.file = file, .field = {}, .chunk = {}});
    };
    for (std::size_t position = 0; position < count(); ++position) {
        if (hasCiphertext(position) && ciphertextSize(position) == 0
            && !m_ciphertexts->isFile(ciphertextName(position))) {
            refuse(ciphertextName(position));
        }
    }
    for (const stream::Finding &stray : m_strays) {
        if (stray.code == stream::FindingCode::CiphertextUnreadable) {
            refuse(stray.file);
        }
    }
}

} // namespace streamdesk::package
