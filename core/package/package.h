// A package: its envelopes in index order whatever their files are called, the ciphertext that belongs to each, and the
// manifest (format.md, "Reading what others wrote").
#pragma once

#include "core/base/errors.h"
#include "core/jobs/job.h"
#include "core/package/chunk_index.h"
#include "core/package/file_store.h"
#include "core/stream/verdict.h"

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace streamdesk::package {

class Package : public stream::ChunkStream
{
public:
    // Reads every envelope once, with all cores; also the ciphertext of chunks of which there are copies ("chunk-3
    // (1).bin"), to take the one whose hash the envelope names. `ciphertexts` may be the same store. What is wrong with
    // a file is kept for requireWhole() and for the verification; throws only IoError for the stores themselves, and
    // Stopped.
    [[nodiscard]] static Package open(std::shared_ptr<const FileStore> envelopes,
                                      std::shared_ptr<const FileStore> ciphertexts, const jobs::JobControl &control);
    // The package in a folder or a ZIP file, where one wrapping level of subfolders is allowed.
    [[nodiscard]] static Package openFolder(const std::filesystem::path &folder, const jobs::JobControl &control);

    // What can be said at once of a package in `store`, by the names of its files: chunks ascend by the numbers in
    // them, and a file that says no number is left out. Only the first `toRead` envelopes are read; of the others
    // neither id nor recipients nor size are known. For showing only: open() may find another order, others and more.
    [[nodiscard]] static ChunkIndex outline(const FileStore &store, std::size_t toRead,
                                            const jobs::JobControl &control);

    [[nodiscard]] std::size_t count() const override { return m_index->count(); }
    [[nodiscard]] std::uint64_t index(std::size_t position) const override { return m_index->index(position); }
    [[nodiscard]] std::string envelopeName(std::size_t position) const override
    {
        return m_index->envelopeName(position);
    }
    [[nodiscard]] std::string ciphertextName(std::size_t position) const override
    {
        return m_index->ciphertextName(position);
    }
    [[nodiscard]] stream::EnvelopeReading envelope(std::size_t position, json::Document &document) const override;
    [[nodiscard]] std::unique_ptr<stream::CiphertextReader> ciphertext(std::size_t position) const override;
    [[nodiscard]] std::uint64_t ciphertextSize(std::size_t position) const override
    {
        return m_index->ciphertextSize(position);
    }
    [[nodiscard]] bool hasCiphertext(std::size_t position) const { return m_index->hasCiphertext(position); }
    // The chunk id as the envelope states it; empty when it could not be read.
    [[nodiscard]] std::string chunkId(std::size_t position) const { return m_index->chunkId(position); }
    // The types of the recipients the chunk's key is wrapped for, each once, in the envelope's order: "owner, operator,
    // machine". Empty when there are none or the envelope could not be read; a list beyond measure ends in "…".
    [[nodiscard]] const std::string &recipients(std::size_t position) const { return m_index->recipients(position); }
    // All of the above, which may outlive the package.
    [[nodiscard]] const std::shared_ptr<const ChunkIndex> &chunkIndex() const noexcept { return m_index; }
    // Bytes of all ciphertext that belongs to an envelope.
    [[nodiscard]] std::uint64_t totalCiphertextBytes() const;

    [[nodiscard]] const stream::ManifestReading &manifest() const noexcept { return m_manifest; }
    [[nodiscard]] const FileStore &envelopeStore() const noexcept { return *m_envelopes; }
    // Files called like a chunk's that are none and belong to no chunk here, with the reason.
    [[nodiscard]] const std::vector<stream::Finding> &strays() const noexcept { return m_strays; }

    // Envelopes that cannot be used as they are, by file name.
    struct Problem
    {
        std::string file;
        StreamError error;
    };
    [[nodiscard]] const std::vector<Problem> &problems() const noexcept { return m_problems; }

    // Copies that a browser or a person made and that stand in for a file or repeat one: CopyUsed, CopyPassedOver. They
    // are no fault, but the reference goes by names and does not accept them.
    [[nodiscard]] const std::vector<stream::Finding> &notices() const noexcept { return m_notices; }

    // What a seller or a buyer needs before the keys are touched: at least one envelope, all of them readable in every
    // field, indices 0, 1, 2, … without gap or repetition. Throws StreamError NoChunks, the first file's problem,
    // DuplicateChunk or MissingChunk, in the reference's order. With `gapsAllowed` only what is here must be right.
    void requireWhole(bool gapsAllowed = false) const;
    // At least one ciphertext file in the store, and nothing in the place of one. Throws NoCiphertext, NotAFile.
    void requireCiphertext() const;

private:
    struct Entry
    {
        std::uint64_t index = 0;
        std::string name;       // of the envelope
        std::string chunkId;    // as stated
        std::string ciphertext; // name; empty when there is none
        std::uint64_t ciphertextSize = 0;
        std::uint32_t recipients = 0; // in Entries::recipientLists
        bool guessed = false;         // the index is from the name
    };
    // What opening works on; the index is made from it.
    struct Entries
    {
        std::vector<Entry> list;                        // by index
        std::vector<std::string> recipientLists = {{}}; // each once; most packages have one
    };
    struct FileReading
    {
        std::string name;
        std::optional<Entry> entry;
        std::string recipients;
        std::optional<StreamError> error;
    };

    [[nodiscard]] static FileReading readFile(const FileStore &store, const std::string &name,
                                              json::Document &document);
    [[nodiscard]] Entries readEnvelopes(const jobs::JobControl &control);
    void sortEntries(std::vector<Entry> &entries);
    void passOverCopies(std::vector<Entry> &entries, const jobs::JobControl &control);
    void attachCiphertexts(std::vector<Entry> &entries, const jobs::JobControl &control);
    using Copies = std::unordered_map<std::uint64_t, std::vector<std::string>>; // by the number in their names
    void useCopies(std::vector<Entry> &entries, const Copies &copies, const jobs::JobControl &control);
    [[nodiscard]] std::string fittingCopy(const Entry &entry, const std::vector<std::string> &copies,
                                          json::Document &document, const jobs::JobControl &control) const;
    [[nodiscard]] stream::EnvelopeReading readEnvelopeFile(const std::string &name, json::Document &document) const;
    [[nodiscard]] static stream::ManifestReading readManifestFile(const FileStore &store);
    void makeIndex(const Entries &entries);

    std::shared_ptr<const FileStore> m_envelopes;
    std::shared_ptr<const FileStore> m_ciphertexts;
    std::shared_ptr<const ChunkIndex> m_index; // by index
    std::vector<Problem> m_problems;           // by file name
    std::vector<stream::Finding> m_strays;
    std::vector<stream::Finding> m_notices;
    stream::ManifestReading m_manifest;
    bool m_anyCiphertext = false;
};

} // namespace streamdesk::package
