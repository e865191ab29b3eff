// Which envelope is right at each failing chunk of a package: its own, or that of a copy.
#pragma once

#include "core/package/copy_source.h"
#include "core/package/repair_subject.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace streamdesk::package {

// Why a failing chunk stays as it is, or stays away.
enum class LeftReason {
    NotOffered,     // no copy has its envelope
    CopyFails,      // the envelope is damaged there, too
    OtherSigner,    // its envelope there is signed by somebody else, or names another machine
    DoesNotFit,     // its envelope there belongs to another place or another chain
    NothingBeside,  // neither neighbour is known, so nothing shows that it belongs here
    FollowsLeft,    // it is right itself, but the chunk before it stays wrong or away
    NameTaken,      // the name its file would get is that of another chunk here
    DataNotOffered, // no copy has its encrypted data
    DataFails,      // the encrypted data is damaged there, too
};

// An envelope that passes its own checks and is by the right signer.
struct EnvelopeChoice
{
    std::optional<std::size_t> copy; // none: the package's own
    std::string name;                // of its file
    std::string chunkId;
    std::optional<std::string> previousChunkId;
    crypto::Digest ciphertextHash{};
};

// Reads the envelopes of the failing chunks in the package and in the copies. One thread at a time.
class RepairEnvelopes
{
public:
    // `copies` may hold nullptr for those that are not to be asked. All outlive the object.
    RepairEnvelopes(const Package &package, const RepairSubject &subject, const std::vector<CopySource *> &copies);

    // Decides for every failing chunk. Throws Stopped.
    void choose(const jobs::JobControl &control);

    [[nodiscard]] const std::map<std::uint64_t, EnvelopeChoice> &chosen() const noexcept { return m_chosen; }
    // Why there is none.
    [[nodiscard]] LeftReason reason(std::uint64_t index) const { return m_reasons.at(index); }
    // Whether this copy has the chosen envelope, or need not.
    [[nodiscard]] bool suffices(std::size_t copy, std::uint64_t index) const;
    // Whether the chosen envelope follows the one before it.
    [[nodiscard]] bool followsPredecessor(std::uint64_t index);
    // The package's files that say they are this failing chunk's envelope.
    [[nodiscard]] const std::vector<std::string> &claimants(std::uint64_t index) const { return m_claimants.at(index); }

private:
    void readOwn(std::uint64_t index, const ChunkFailure &failure);
    void readCopies(std::uint64_t index);
    void chooseRun(const ChunkRange &run);
    template <typename Fits>
    const EnvelopeChoice *choose(std::uint64_t index, Fits fits);
    void explainMisfit(std::uint64_t index, bool neighbourKnown);
    [[nodiscard]] std::optional<EnvelopeChoice> standingAt(std::uint64_t index);
    [[nodiscard]] bool isBySigner(const stream::ChunkCheck &check) const;

    const Package &m_package;
    const RepairSubject &m_subject;
    const std::vector<CopySource *> &m_copies;
    json::Document m_document;
    std::map<std::uint64_t, std::vector<std::string>> m_claimants;
    std::map<std::uint64_t, std::vector<EnvelopeChoice>> m_candidates; // where the package's own is not clearly right
    std::map<std::uint64_t, EnvelopeChoice> m_chosen;
    std::map<std::uint64_t, LeftReason> m_reasons;
};

} // namespace streamdesk::package
