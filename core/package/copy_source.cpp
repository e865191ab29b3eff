#include "core/package/copy_source.h"

#include <algorithm>
#include <utility>

namespace streamdesk::package {

CopySource::CopySource(std::shared_ptr<const FileStore> store) : m_store(std::move(store))
{
    for (std::string &name : m_store->names()) {
        if (isEnvelopeName(name)) {
            if (const auto number = chunkNumber(name, ".json")) {
                m_envelopes[*number].push_back(std::move(name));
            } else {
                m_unnumbered.push_back(std::move(name));
            }
        } else if (const auto number = chunkNumber(name, ".bin")) {
            auto &names = m_ciphertexts[*number];
            names.insert(names.begin(), std::move(name));
        } else if (const auto copied = copyNumber(name)) {
            m_ciphertexts[*copied].push_back(std::move(name));
        }
    }
}

std::optional<CopySource::Envelope> CopySource::read(const std::string &name)
{
    try {
        std::string text = m_document.takeBuffer();
        m_store->readText(name, stream::maxEnvelopeBytes, text);
        Envelope envelope{.name = name, .reading = stream::readEnvelope(std::move(text), m_document), .check = {}};
        envelope.check = stream::checkChunk(envelope.reading, std::nullopt);
        return envelope;
    } catch (const StreamError &) {
        return std::nullopt; // of no use to anybody
    }
}

void CopySource::readUnnumbered()
{
    for (std::string &name : std::exchange(m_unnumbered, {})) {
        if (const auto envelope = read(name); envelope && envelope->reading.hasIndex) {
            m_envelopes[envelope->reading.envelope.index].push_back(std::move(name));
        }
    }
}

std::vector<CopySource::Envelope> CopySource::envelopes(std::uint64_t index, bool &damaged)
{
    readUnnumbered();
    std::vector<Envelope> found;
    const auto names = m_envelopes.find(index);
    if (names == m_envelopes.end()) {
        return found;
    }
    for (const std::string &name : names->second) {
        std::optional<Envelope> envelope = read(name);
        damaged = damaged || !envelope || !envelope->reading.hasIndex;
        if (envelope && envelope->reading.hasIndex && envelope->reading.envelope.index == index) {
            found.push_back(std::move(*envelope));
        }
    }
    return found;
}

const std::vector<std::string> &CopySource::ciphertexts(std::uint64_t index) const
{
    static const std::vector<std::string> none;
    const auto names = m_ciphertexts.find(index);
    return names == m_ciphertexts.end() ? none : names->second;
}

CopyOf openCopy(const std::filesystem::path &path)
{
    CopyOf copy{.path = path, .source = {}, .error = {}};
    try {
        copy.source = std::make_shared<CopySource>(openStore(path, FolderStore::Reach::Nested));
    } catch (const StreamError &error) {
        copy.error = error;
    }
    return copy;
}

bool passes(const stream::ChunkCheck &check) noexcept
{
    return check.readable && check.signer && check.declaredHash
           && std::all_of(check.findings.begin(), check.findings.end(), [](const stream::Finding &finding) {
                  return gravityOf(finding.code) == stream::Gravity::Remark;
              });
}

} // namespace streamdesk::package
