// A package: its envelopes in index order whatever their files are called, the ciphertext that belongs to each, and the
// manifest (format.md, "Reading what others wrote").
#pragma once

#include "core/base/errors.h"
#include "core/jobs/job.h"
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

    [[nodiscard]] std::size_t count() const override { return m_entries.size(); }
    [[nodiscard]] std::uint64_t index(std::size_t position) const override { return m_entries[position].index; }
    [[nodiscard]] std::string envelopeName(std::size_t position) const override;
    [[nodiscard]] std::string ciphertextName(std::size_t position) const override;
    [[nodiscard]] stream::EnvelopeReading envelope(std::size_t position, json::Document &document) const override;
    [[nodiscard]] std::unique_ptr<stream::CiphertextReader> ciphertext(std::size_t position) const override;
    [[nodiscard]] std::uint64_t ciphertextSize(std::size_t position) const override;
    [[nodiscard]] bool hasCiphertext(std::size_t position) const { return !m_entries[position].ciphertext.empty(); }
    // The chunk id as the envelope states it; empty when it could not be read.
    [[nodiscard]] const std::string &chunkId(std::size_t position) const { return m_entries[position].chunkId; }
    // The types of the recipients the chunk's key is wrapped for, each once, in the envelope's order: "owner, operator,
    // machine". Empty when there are none or the envelope could not be read; a list beyond measure ends in "…".
    [[nodiscard]] const std::string &recipients(std::size_t position) const
    {
        return m_recipientLists[m_entries[position].recipients];
    }
    // Bytes of all ciphertext that belongs to an envelope.
    [[nodiscard]] std::uint64_t totalCiphertextBytes() const;

    [[nodiscard]] const stream::ManifestReading &manifest() const noexcept { return m_manifest; }
    // "0x" and the hash of the manifest's bytes as they were when it was read; empty when there is none.
    [[nodiscard]] const std::string &manifestHash() const noexcept { return m_manifestHash; }
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
        std::uint32_t recipients = 0; // in m_recipientLists
        bool guessed = false;         // the index is from the name
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
    void readEnvelopes(const jobs::JobControl &control);
    void sortEntries();
    void passOverCopies(const jobs::JobControl &control);
    void attachCiphertexts(const jobs::JobControl &control);
    using Copies = std::unordered_map<std::uint64_t, std::vector<std::string>>; // by the number in their names
    void useCopies(const Copies &copies, const jobs::JobControl &control);
    [[nodiscard]] std::string fittingCopy(std::size_t position, const std::vector<std::string> &copies,
                                          json::Document &document, const jobs::JobControl &control) const;
    void readManifestFile();

    std::shared_ptr<const FileStore> m_envelopes;
    std::shared_ptr<const FileStore> m_ciphertexts;
    std::vector<Entry> m_entries;                     // by index
    std::vector<std::string> m_recipientLists = {{}}; // each once; most packages have one
    std::vector<Problem> m_problems;                  // by file name
    std::vector<stream::Finding> m_strays;
    std::vector<stream::Finding> m_notices;
    stream::ManifestReading m_manifest;
    std::string m_manifestHash;
    bool m_anyCiphertext = false;
};

} // namespace streamdesk::package
