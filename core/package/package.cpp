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
    package.readEnvelopes(control);
    package.sortEntries();
    package.passOverCopies(control);
    package.attachCiphertexts(control);
    package.readManifestFile();
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

void Package::readEnvelopes(const jobs::JobControl &control)
{
    struct Slot
    {
        std::vector<std::string> names;
        std::vector<FileReading> readings;
        json::Document document;
    };

    std::vector<std::string> names = m_envelopes->names();
    std::erase_if(names, [](const std::string &name) { return !isEnvelopeName(name); });
    m_entries.reserve(names.size());
    std::unordered_map<std::string, std::uint32_t> recipientLists = {{std::string(), 0}};
    const auto interned = [&](std::string &list) {
        const auto [known, isNew] = recipientLists.try_emplace(list, std::uint32_t(m_recipientLists.size()));
        if (isNew) {
            m_recipientLists.push_back(std::move(list));
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
                    m_entries.push_back(std::move(*reading.entry));
                } else {
                    m_strays.push_back(stream::Finding{.code = stream::FindingCode::EnvelopeUnreadable,
                                                       .file = reading.name,
                                                       .actual = reading.error->what(),
                                                       .refusedByReference = true});
                }
            }
        });
}

// By index; the file name settles who comes first of two. A name alone takes no place that an envelope has.
void Package::sortEntries()
{
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) {
        return std::tie(a.index, a.guessed, a.name) < std::tie(b.index, b.guessed, b.name);
    });
    for (std::size_t i = 1; i < m_entries.size(); ++i) {
        if (m_entries[i].guessed && m_entries[i].index == m_entries[i - 1].index) {
            m_strays.push_back(stream::Finding{.code = stream::FindingCode::EnvelopeUnreadable,
                                               .file = m_entries[i].name,
                                               .actual = "cannot be read as an envelope",
                                               .refusedByReference = true});
            m_entries[i].name.clear();
        }
    }
    std::erase_if(m_entries, [](const Entry &entry) { return entry.name.empty(); });
}

// Two files that hold the same envelope to the byte are one envelope. The one with the plain name counts.
void Package::passOverCopies(const jobs::JobControl &control)
{
    std::string text;
    for (auto run = m_entries.begin(); run != m_entries.end();) {
        const auto end = std::find_if(run, m_entries.end(), [&](const Entry &e) { return e.index != run->index; });
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
    std::erase_if(m_entries, [](const Entry &entry) { return entry.name.empty(); });
}

void Package::attachCiphertexts(const jobs::JobControl &control)
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
    for (Entry &entry : m_entries) {
        if (const auto file = files.find(entry.index); file != files.end()) {
            entry.ciphertext = file->second;
            entry.ciphertextSize = m_ciphertexts->size(entry.ciphertext);
        }
    }
    if (!copies.empty()) {
        useCopies(copies, control);
    }
    for (const Entry &entry : m_entries) {
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
void Package::useCopies(const Copies &copies, const jobs::JobControl &control)
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
            while (next < m_entries.size() && !copies.contains(m_entries[next].index)) {
                ++next;
            }
            slot->position = next;
            return next++ < m_entries.size();
        },
        [&](std::unique_ptr<Slot> &slot) {
            const auto &candidates = copies.at(m_entries[slot->position].index);
            slot->found = fittingCopy(slot->position, candidates, slot->document, quietly);
        },
        [&](std::unique_ptr<Slot> &slot) {
            if (slot->found.empty()) {
                return;
            }
            Entry &entry = m_entries[slot->position];
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
std::string Package::fittingCopy(std::size_t position, const std::vector<std::string> &copies, json::Document &document,
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
        const std::string wanted = envelope(position, document).envelope.encryptedDataHash;
        if (hasCiphertext(position) && hashOf(m_entries[position].ciphertext) == wanted) {
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

void Package::readManifestFile()
{
    if (!m_envelopes->contains(manifestName)) {
        return;
    }
    try {
        std::string text;
        m_envelopes->readText(manifestName, stream::maxManifestBytes, text);
        m_manifestHash = crypto::hashText(crypto::sha256(text));
        m_manifest.manifest = stream::readManifest(std::move(text));
    } catch (const StreamError &error) {
        m_manifest.problem = error.what();
    }
}

std::string Package::envelopeName(std::size_t position) const
{
    return m_entries[position].name;
}

std::string Package::ciphertextName(std::size_t position) const
{
    const Entry &entry = m_entries[position];
    return entry.ciphertext.empty() ? "chunk-" + std::to_string(entry.index) + ".bin" : entry.ciphertext;
}

stream::EnvelopeReading Package::envelope(std::size_t position, json::Document &document) const
{
    log::trace("package", "reading chunk ", m_entries[position].index, " from ", m_entries[position].name);
    std::string text = document.takeBuffer();
    m_envelopes->readText(m_entries[position].name, stream::maxEnvelopeBytes, text);
    return stream::readEnvelope(std::move(text), document);
}

std::unique_ptr<stream::CiphertextReader> Package::ciphertext(std::size_t position) const
{
    return hasCiphertext(position) ? m_ciphertexts->open(m_entries[position].ciphertext) : nullptr;
}

std::uint64_t Package::ciphertextSize(std::size_t position) const
{
    return m_entries[position].ciphertextSize;
}

std::uint64_t Package::totalCiphertextBytes() const
{
    std::uint64_t bytes = 0;
    for (const Entry &entry : m_entries) {
        bytes += entry.ciphertextSize;
    }
    return bytes;
}

void Package::requireWhole(bool gapsAllowed) const
{
    const ErrorContext here{.file = m_envelopes->displayName(), .field = {}, .chunk = {}};
    if (m_entries.empty() && m_problems.empty()) {
        throw StreamError(ErrorCode::NoChunks, "no chunk files (chunk-*.json) found here", here);
    }
    if (!m_problems.empty()) {
        throw m_problems.front().error;
    }
    for (std::size_t position = 1; position < m_entries.size(); ++position) {
        if (m_entries[position].index == m_entries[position - 1].index) {
            throw StreamError(ErrorCode::DuplicateChunk,
                              "chunk " + std::to_string(m_entries[position].index) + " is here twice: "
                                  + m_entries[position - 1].name + " and " + m_entries[position].name,
                              here);
        }
    }
    for (std::size_t position = 0; position < m_entries.size() && !gapsAllowed; ++position) {
        if (m_entries[position].index != position) {
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
    for (const Entry &entry : m_entries) {
        if (!entry.ciphertext.empty() && entry.ciphertextSize == 0 && !m_ciphertexts->isFile(entry.ciphertext)) {
            refuse(entry.ciphertext);
        }
    }
    for (const stream::Finding &stray : m_strays) {
        if (stray.code == stream::FindingCode::CiphertextUnreadable) {
            refuse(stray.file);
        }
    }
}

} // namespace streamdesk::package
