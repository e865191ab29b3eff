// Another copy of a package, looked at chunk by chunk.
#pragma once

#include "core/base/errors.h"
#include "core/json/document.h"
#include "core/package/file_store.h"
#include "core/stream/chunk_check.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace streamdesk::package {

// Knows the names of a copy's files and reads only what is asked for: of a copy of which three chunks are wanted, three
// are read, and all envelopes whose names do not say which chunk they are. One thread at a time.
class CopySource
{
public:
    struct Envelope
    {
        std::string name;
        stream::EnvelopeReading reading;
        stream::ChunkCheck check; // of the envelope alone
    };

    explicit CopySource(std::shared_ptr<const FileStore> store);

    [[nodiscard]] const FileStore &store() const noexcept { return *m_store; }
    [[nodiscard]] bool hasEnvelopes() const noexcept { return !m_envelopes.empty() || !m_unnumbered.empty(); }
    // The envelopes that say they are this chunk; `damaged` becomes true when there is one that cannot be read.
    [[nodiscard]] std::vector<Envelope> envelopes(std::uint64_t index, bool &damaged);
    // The files that may hold this chunk's ciphertext, the plain name first.
    [[nodiscard]] const std::vector<std::string> &ciphertexts(std::uint64_t index) const;

private:
    using Names = std::unordered_map<std::uint64_t, std::vector<std::string>>;

    void readUnnumbered();
    [[nodiscard]] std::optional<Envelope> read(const std::string &name);

    std::shared_ptr<const FileStore> m_store;
    Names m_envelopes; // by the number in their names
    Names m_ciphertexts;
    std::vector<std::string> m_unnumbered; // envelopes, until they were read
    json::Document m_document;
};

// A copy by the name that the person gave it.
struct CopyOf
{
    std::filesystem::path path;
    std::shared_ptr<CopySource> source; // none when it cannot be read
    std::optional<StreamError> error;   // then
};

// Lists what is in the folder or ZIP file; what goes wrong is kept.
[[nodiscard]] CopyOf openCopy(const std::filesystem::path &path);

// Whether nothing counts against an envelope that was checked by itself.
[[nodiscard]] bool passes(const stream::ChunkCheck &check) noexcept;

} // namespace streamdesk::package
