#include "core/package/repair_plan.h"

#include "core/base/errors.h"
#include "core/base/log.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace streamdesk::package {

namespace {

constexpr std::size_t blockSize = std::size_t{256} << 10U;

CopyRefusal refusalOf(const CopyOf &copy, const Package &package, const ChainIdentity &identity)
{
    if (!copy.source) {
        return CopyRefusal::Unreadable;
    }
    std::error_code ignored;
    if (std::filesystem::equivalent(copy.path, package.envelopeStore().path(), ignored)) {
        return CopyRefusal::Itself;
    }
    if (!copy.source->hasEnvelopes()) {
        return CopyRefusal::NoChunks;
    }
    bool damaged = false;
    for (const CopySource::Envelope &first : copy.source->envelopes(0, damaged)) {
        if (!first.check.readable) {
            return CopyRefusal::OtherKind;
        }
        if (!passes(first.check)) {
            continue; // damaged itself, and says nothing of the others
        }
        if (*first.check.signer != identity.signer) {
            return CopyRefusal::OtherSigner;
        }
        if (!identity.firstChunkId.empty() && first.check.chunkId != identity.firstChunkId) {
            return first.check.machineDid != identity.machineDid ? CopyRefusal::OtherMachine : CopyRefusal::OtherChain;
        }
    }
    return CopyRefusal::None;
}

std::optional<stream::Manifest> manifestOf(const FileStore &store)
{
    try {
        if (store.contains(manifestName)) {
            std::string text;
            store.readText(manifestName, stream::maxManifestBytes, text);
            return stream::readManifest(std::move(text));
        }
    } catch (const StreamError &error) {
        log::debug("package", "the manifest of a copy cannot be used: ", error.what());
    }
    return std::nullopt;
}

class Planner
{
public:
    Planner(const Package &package, RepairPlan &plan, const jobs::JobControl &control)
        : m_package(package), m_plan(plan), m_control(control), m_usable(usable()),
          m_envelopes(package, plan.subject, m_usable)
    {
        for (std::string &name : package.envelopeStore().names()) {
            if (const auto number = chunkNumber(name, ".bin"); number && plan.subject.failures.contains(*number)) {
                m_ciphertextNames[*number].push_back(std::move(name));
            }
        }
    }

    void run()
    {
        m_envelopes.choose(m_control);
        for (const auto &[index, envelope] : m_envelopes.chosen()) {
            for (const CopySource *const copy : m_usable) {
                for (const std::string &name :
                     copy != nullptr ? copy->ciphertexts(index) : std::vector<std::string>()) {
                    m_progress.bytesTotal += copy->store().size(name);
                }
            }
        }
        m_progress.chunksTotal = m_plan.subject.failures.size();
        for (const auto &[index, failure] : m_plan.subject.failures) {
            m_control.checkStop();
            if (m_envelopes.chosen().contains(index)) {
                planChunk(index, failure);
            } else {
                leave(index, m_envelopes.reason(index));
            }
            ++m_progress.chunksDone;
            m_control.report(m_progress);
        }
        chooseManifest();
    }

private:
    std::vector<CopySource *> usable()
    {
        std::vector<CopySource *> sources;
        for (RepairPlan::Copy &copy : m_plan.copies) {
            copy.refusal = refusalOf(copy.of, m_package, *m_plan.subject.identity);
            sources.push_back(copy.refusal == CopyRefusal::None ? copy.of.source.get() : nullptr);
        }
        return sources;
    }

    void planChunk(std::uint64_t index, const ChunkFailure &failure)
    {
        const EnvelopeChoice &envelope = m_envelopes.chosen().at(index);
        RepairPlan::Mend mend{.index = index,
                              .chunkId = envelope.chunkId,
                              .ciphertextHash = envelope.ciphertextHash,
                              .envelope = {},
                              .ciphertext = {},
                              .leaving = {}};
        if (envelope.copy && !isNameFree(index)) {
            leave(index, LeftReason::NameTaken);
            return;
        }
        if (envelope.copy) {
            mend.envelope = RepairPlan::Part{.copy = *envelope.copy, .name = envelope.name};
        }
        if (envelope.copy || failure.claimed) {
            const std::string staying = envelope.copy ? chunkFileName(index, ".json") : envelope.name;
            listOthers(m_envelopes.claimants(index), staying, mend.leaving);
        }

        const bool ownFits = ownCiphertextFits(index, envelope, failure);
        const bool follows = envelope.copy || !failure.link || m_envelopes.followsPredecessor(index);
        bool anyDamaged = false;
        for (std::size_t copy = 0; copy < m_usable.size(); ++copy) {
            const auto found = ownFits || m_usable[copy] == nullptr
                                   ? std::nullopt
                                   : fittingCiphertext(*m_usable[copy], index, envelope.ciphertextHash, anyDamaged);
            if (found && !mend.ciphertext) {
                mend.ciphertext = RepairPlan::Part{.copy = copy, .name = *found};
                mend.ciphertextBytes = m_usable[copy]->store().size(*found);
                listOthers(m_ciphertextNames[index], chunkFileName(index, ".bin"), mend.leaving);
            }
            if (m_usable[copy] != nullptr && (ownFits || found) && follows && m_envelopes.suffices(copy, index)) {
                appendToRanges(m_plan.copies[copy].offers, index);
            }
        }
        if (!ownFits && !mend.ciphertext) {
            leave(index, anyDamaged ? LeftReason::DataFails : LeftReason::DataNotOffered);
        } else if (!follows) {
            leave(index, LeftReason::FollowsLeft);
        } else {
            appendToRanges(m_plan.mended, index);
        }
        if (mend.envelope || mend.ciphertext || !mend.leaving.empty()) {
            m_plan.mends.push_back(std::move(mend));
        }
    }

    // False when another chunk's envelope has the name that this one is to get.
    [[nodiscard]] bool isNameFree(std::uint64_t index) const
    {
        const std::string name = chunkFileName(index, ".json");
        const auto &claimants = m_envelopes.claimants(index);
        return std::find(claimants.begin(), claimants.end(), name) != claimants.end()
               || !m_package.envelopeStore().contains(name);
    }

    static void listOthers(const std::vector<std::string> &names, const std::string &staying,
                           std::vector<std::string> &others)
    {
        std::copy_if(names.begin(), names.end(), std::back_inserter(others),
                     [&](const std::string &name) { return name != staying; });
    }

    [[nodiscard]] bool ownCiphertextFits(std::uint64_t index, const EnvelopeChoice &envelope,
                                         const ChunkFailure &failure)
    {
        const auto [first, last] = positionsOf(m_package, index);
        const bool attached = first != last && m_package.hasCiphertext(first);
        if (attached && !envelope.copy && !failure.ciphertext) {
            return true; // the verification has read it
        }
        const auto names = m_ciphertextNames.find(index);
        if (!attached && names == m_ciphertextNames.end()) {
            return false;
        }
        try { // without an envelope it belonged to nobody yet
            const auto reader =
                attached ? m_package.ciphertext(first) : m_package.envelopeStore().open(names->second.back());
            return stream::hashCiphertext(*reader, m_buffer, m_control).hash == envelope.ciphertextHash;
        } catch (const IoError &) {
            return false;
        }
    }

    [[nodiscard]] std::optional<std::string> fittingCiphertext(const CopySource &copy, std::uint64_t index,
                                                               const crypto::Digest &hash, bool &anyDamaged)
    {
        for (const std::string &name : copy.ciphertexts(index)) {
            bool fits = false;
            try {
                fits = stream::hashCiphertext(*copy.store().open(name), m_buffer, m_control).hash == hash;
            } catch (const IoError &error) {
                log::debug("package", "a copy's ciphertext cannot be read: ", error.what());
            }
            m_progress.bytesDone += copy.store().size(name);
            m_control.report(m_progress);
            if (fits) {
                return name;
            }
            anyDamaged = true;
        }
        return std::nullopt;
    }

    void leave(std::uint64_t index, LeftReason reason)
    {
        auto &left = m_plan.left;
        if (!left.empty() && left.back().reason == reason && left.back().chunks.last + 1 == index) {
            left.back().chunks.last = index;
        } else {
            left.push_back({.chunks = {.first = index, .last = index}, .reason = reason});
        }
    }

    void chooseManifest()
    {
        std::uint64_t length = m_package.count() == 0 ? 0 : m_package.index(m_package.count() - 1) + 1;
        for (const auto &[index, envelope] : m_envelopes.chosen()) {
            length = std::max(length, index + 1);
        }
        for (std::size_t copy = 0; copy < m_usable.size() && m_plan.subject.manifestWanted && !m_plan.manifestFrom;
             ++copy) {
            const auto manifest = m_usable[copy] != nullptr ? manifestOf(m_usable[copy]->store()) : std::nullopt;
            if (!manifest) {
                continue;
            }
            if (manifest->totalChunks == length && manifest->machineDid == m_plan.subject.identity->machineDid) {
                m_plan.manifestFrom = copy;
            } else {
                m_plan.manifestMisfits = true;
            }
        }
    }

    const Package &m_package;
    RepairPlan &m_plan;
    const jobs::JobControl &m_control;
    std::vector<CopySource *> m_usable; // nullptr for copies that are refused
    RepairEnvelopes m_envelopes;
    std::map<std::uint64_t, std::vector<std::string>> m_ciphertextNames; // the package's, of failing chunks
    std::vector<std::byte> m_buffer = std::vector<std::byte>(blockSize);
    jobs::Progress m_progress;
};

} // namespace

std::uint64_t RepairPlan::bytes() const noexcept
{
    std::uint64_t sum = 0;
    for (const Mend &mend : mends) {
        sum += mend.ciphertextBytes;
    }
    return sum;
}

RepairPlan planRepair(const Package &package, const Verification &verification, const Expectations &expectations,
                      std::vector<CopyOf> copies, const jobs::JobControl &control)
{
    RepairPlan plan;
    plan.subject = repairSubject(package, verification, expectations, control);
    for (CopyOf &copy : copies) {
        plan.copies.push_back({.of = std::move(copy), .refusal = CopyRefusal::None, .offers = {}});
    }
    if (plan.subject.refusal == RepairRefusal::None) {
        Planner(package, plan, control).run();
        log::info("package", "a repair mends ", chunksIn(plan.mended), " of ", chunksIn(plan.subject.failing),
                  " failing chunks and fetches ", plan.bytes(), " bytes");
    }
    return plan;
}

bool isCopyOf(const std::filesystem::path &path, const ChainIdentity &identity)
{
    const CopyOf copy = openCopy(path);
    if (!copy.source || identity.firstChunkId.empty()) {
        return false;
    }
    bool damaged = false;
    const auto first = copy.source->envelopes(0, damaged);
    return std::any_of(first.begin(), first.end(), [&](const CopySource::Envelope &envelope) {
        return envelope.check.readable && envelope.check.chunkId == identity.firstChunkId
               && envelope.check.machineDid == identity.machineDid;
    });
}

std::string chunkFileName(std::uint64_t index, std::string_view extension)
{
    std::string name = "chunk-" + std::to_string(index);
    name += extension;
    return name;
}

} // namespace streamdesk::package
