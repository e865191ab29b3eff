#include "core/package/repair_envelopes.h"

#include <algorithm>
#include <utility>

namespace streamdesk::package {

namespace {

EnvelopeChoice choiceOf(const stream::ChunkCheck &check, std::optional<std::size_t> copy, std::string name)
{
    return {.copy = copy,
            .name = std::move(name),
            .chunkId = check.chunkId,
            .previousChunkId = check.previousChunkId,
            .ciphertextHash = *check.declaredHash};
}

} // namespace

RepairEnvelopes::RepairEnvelopes(const Package &package, const RepairSubject &subject,
                                 const std::vector<CopySource *> &copies)
    : m_package(package), m_subject(subject), m_copies(copies)
{
}

bool RepairEnvelopes::isBySigner(const stream::ChunkCheck &check) const
{
    return *check.signer == m_subject.identity->signer && check.machineDid == m_subject.identity->machineDid;
}

void RepairEnvelopes::choose(const jobs::JobControl &control)
{
    for (const auto &[index, failure] : m_subject.failures) {
        control.checkStop();
        readOwn(index, failure);
    }
    std::vector<ChunkRange> runs;
    for (const auto &[index, failure] : m_subject.failures) {
        control.checkStop();
        if (!m_chosen.contains(index)) {
            readCopies(index);
            appendToRanges(runs, index);
        }
    }
    for (const ChunkRange &run : runs) {
        chooseRun(run);
    }
}

void RepairEnvelopes::readOwn(std::uint64_t index, const ChunkFailure &failure)
{
    std::vector<std::string> &claimants = m_claimants[index];
    if (const auto strays = m_subject.strays.find(index); strays != m_subject.strays.end()) {
        claimants = strays->second;
    }
    const auto [first, last] = positionsOf(m_package, index);
    for (std::size_t position = first; position < last; ++position) {
        const std::string name = m_package.envelopeName(position);
        claimants.push_back(name);
        const auto check = checkEnvelope(m_package, position, m_document);
        if (!check || !passes(*check) || !isBySigner(*check)) {
            continue;
        }
        EnvelopeChoice own = choiceOf(*check, std::nullopt, name);
        if (last - first == 1 && !failure.link && !failure.claimed) {
            m_chosen.emplace(index, std::move(own));
        } else {
            m_candidates[index].push_back(std::move(own));
        }
    }
}

void RepairEnvelopes::readCopies(std::uint64_t index)
{
    LeftReason &reason = m_reasons.emplace(index, LeftReason::NotOffered).first->second;
    for (std::size_t copy = 0; copy < m_copies.size(); ++copy) {
        if (m_copies[copy] == nullptr) {
            continue;
        }
        bool damaged = false;
        for (CopySource::Envelope &envelope : m_copies[copy]->envelopes(index, damaged)) {
            if (!passes(envelope.check)) {
                damaged = true;
            } else if (!isBySigner(envelope.check)) {
                reason = LeftReason::OtherSigner;
            } else {
                m_candidates[index].push_back(choiceOf(envelope.check, copy, std::move(envelope.name)));
            }
        }
        if (damaged && reason == LeftReason::NotOffered) {
            reason = LeftReason::CopyFails;
        }
    }
}

// The envelope that stands there whatever the copies say.
std::optional<EnvelopeChoice> RepairEnvelopes::standingAt(std::uint64_t index)
{
    if (m_subject.failures.contains(index)) {
        const auto chosen = m_chosen.find(index);
        return chosen == m_chosen.end() ? std::nullopt : std::optional(chosen->second);
    }
    const auto [first, last] = positionsOf(m_package, index);
    const auto check = first == last ? std::nullopt : checkEnvelope(m_package, first, m_document);
    return check && passes(*check) ? std::optional(choiceOf(*check, std::nullopt, {})) : std::nullopt;
}

// Each chunk id holds the one before it, so an envelope that stands settles all before it, backwards. Those of which
// nothing is known from behind must link to what is before them.
void RepairEnvelopes::chooseRun(const ChunkRange &run)
{
    const std::optional<EnvelopeChoice> before = run.first == 0 ? std::nullopt : standingAt(run.first - 1);
    const std::optional<EnvelopeChoice> after = standingAt(run.last + 1);
    const auto fitsBefore = [&](const EnvelopeChoice &candidate) {
        return run.first == 0 ? !candidate.previousChunkId : !before || candidate.previousChunkId == before->chunkId;
    };
    std::uint64_t open = run.last + 1; // from here on all are settled
    std::optional<std::string> wanted = after ? after->previousChunkId : std::nullopt;
    while (wanted && open > run.first) {
        const EnvelopeChoice *const found = choose(open - 1, [&](const EnvelopeChoice &candidate) {
            return candidate.chunkId == *wanted && (open - 1 > run.first || fitsBefore(candidate));
        });
        if (found == nullptr) {
            break;
        }
        wanted = found->previousChunkId;
        --open;
    }

    std::optional<std::string> link = before ? std::optional(before->chunkId) : std::nullopt;
    for (std::uint64_t index = run.first; index < open; ++index) {
        const bool settledBehind = after && index + 1 == open; // and nothing fits there
        const EnvelopeChoice *found = nullptr;
        if (link && !settledBehind) {
            found = choose(index, [&](const EnvelopeChoice &candidate) { return candidate.previousChunkId == *link; });
        }
        if (found == nullptr) {
            explainMisfit(index, link || settledBehind);
        }
        link = found != nullptr ? std::optional(found->chunkId) : std::nullopt;
    }
}

template <typename Fits>
const EnvelopeChoice *RepairEnvelopes::choose(std::uint64_t index, Fits fits)
{
    const auto candidates = m_candidates.find(index);
    if (candidates == m_candidates.end()) {
        return nullptr;
    }
    const auto found = std::find_if(candidates->second.begin(), candidates->second.end(), fits);
    return found == candidates->second.end() ? nullptr : &m_chosen.insert_or_assign(index, *found).first->second;
}

void RepairEnvelopes::explainMisfit(std::uint64_t index, bool neighbourKnown)
{
    const auto candidates = m_candidates.find(index);
    if (candidates == m_candidates.end()) {
        return;
    }
    const bool offered = std::any_of(candidates->second.begin(), candidates->second.end(),
                                     [](const EnvelopeChoice &candidate) { return candidate.copy.has_value(); });
    if (offered) {
        m_reasons[index] = neighbourKnown ? LeftReason::DoesNotFit : LeftReason::NothingBeside;
    } else if (!neighbourKnown) {
        m_reasons[index] = LeftReason::FollowsLeft;
    }
}

bool RepairEnvelopes::suffices(std::size_t copy, std::uint64_t index) const
{
    const EnvelopeChoice &choice = m_chosen.at(index);
    const auto candidates = m_candidates.find(index);
    return !choice.copy
           || std::any_of(candidates->second.begin(), candidates->second.end(), [&](const EnvelopeChoice &candidate) {
                  return candidate.copy == copy && candidate.chunkId == choice.chunkId;
              });
}

bool RepairEnvelopes::followsPredecessor(std::uint64_t index)
{
    const EnvelopeChoice &choice = m_chosen.at(index);
    if (index == 0) {
        return !choice.previousChunkId;
    }
    const auto before = standingAt(index - 1);
    return before && before->chunkId == choice.previousChunkId;
}

} // namespace streamdesk::package
