#include "core/keys/trust_edits.h"

#include "core/base/errors.h"

#include <algorithm>
#include <iterator>

namespace streamdesk::keys {

namespace {

using State = TrustedKey::State;

constexpr std::size_t mostSights = 10'000; // some 4 MiB of the file

TrustedMachine &machineOf(TrustFile &file, const std::string &did)
{
    const auto found = std::ranges::find(file.machines, did, &TrustedMachine::did);
    return found != file.machines.end() ? *found : file.machines.emplace_back(TrustedMachine{.did = did});
}

// In every entry of this machine: a file from elsewhere may have several.
TrustedKey *find(TrustFile &file, const std::string &did, const crypto::Ed25519PublicKey &key)
{
    for (TrustedMachine &machine : file.machines) {
        const auto found = std::ranges::find(machine.keys, key, &TrustedKey::key);
        if (machine.did == did && found != machine.keys.end()) {
            return &*found;
        }
    }
    return nullptr;
}

// A machine of which only chains were seen is there for their sake.
void forgetEmptyMachines(TrustFile &file)
{
    std::erase_if(file.machines, [](const TrustedMachine &machine) {
        return machine.keys.empty() && machine.chains.empty() && machine.seen.empty() && machine.label.empty();
    });
}

void forgetOldestSights(TrustFile &file)
{
    std::vector<std::string> times;
    for (const TrustedMachine &machine : file.machines) {
        std::ranges::transform(machine.seen, std::back_inserter(times),
                               [](const SeenChain &s) { return s.chain.seen; });
    }
    if (times.size() <= mostSights) {
        return;
    }
    const auto kept = times.end() - std::ptrdiff_t(mostSights);
    std::ranges::nth_element(times, kept);
    for (TrustedMachine &machine : file.machines) {
        std::erase_if(machine.seen, [&](const SeenChain &seen) { return seen.chain.seen < *kept; });
    }
    forgetEmptyMachines(file);
}

[[noreturn]] void refuseUnknown(std::string_view field, std::string_view message)
{
    throw StreamError(ErrorCode::NotFound, message, ErrorContext{.file = {}, .field = std::string(field), .chunk = {}});
}

} // namespace

void trustKey(TrustFile &file, const std::string &did, const TrustedKey &key, const std::string &label)
{
    if (TrustedKey *const known = find(file, did, key.key)) {
        if (known->state == State::Revoked) {
            throw StreamError(ErrorCode::KeyRevoked, "this key was revoked for this machine");
        }
        known->note = key.note.empty() ? known->note : key.note;
    } else {
        machineOf(file, did).keys.push_back(key);
        machineOf(file, did).keys.back().state = State::Trusted;
    }
    if (!label.empty()) {
        machineOf(file, did).label = label;
    }
}

void revokeKey(TrustFile &file, const std::string &did, const TrustedKey &key)
{
    if (find(file, did, key.key) == nullptr) {
        machineOf(file, did).keys.push_back(key);
    }
    for (TrustedMachine &machine : file.machines) {
        for (TrustedKey &known : machine.keys) {
            if (machine.did == did && known.key == key.key) {
                known.state = State::Revoked;
                known.note = key.note.empty() ? known.note : key.note;
            }
        }
    }
}

void labelMachine(TrustFile &file, const std::string &did, const std::string &label)
{
    std::size_t found = 0;
    for (TrustedMachine &machine : file.machines) {
        if (machine.did == did) {
            machine.label = found++ == 0 ? label : std::string();
        }
    }
    if (found == 0) {
        refuseUnknown("--did", "nothing is known of this machine");
    }
}

void noteOnKey(TrustFile &file, const std::string &did, const crypto::Ed25519PublicKey &key, const std::string &note)
{
    TrustedKey *const known = find(file, did, key);
    if (known == nullptr) {
        refuseUnknown("--key", "nothing is known of this key for this machine");
    }
    known->note = note;
}

void removeKey(TrustFile &file, const std::string &did, const crypto::Ed25519PublicKey &key)
{
    std::size_t removed = 0;
    for (TrustedMachine &machine : file.machines) {
        if (machine.did == did) {
            removed += std::erase_if(machine.keys, [&](const TrustedKey &known) { return known.key == key; });
        }
    }
    if (removed == 0) {
        refuseUnknown("--key", "nothing is known of this key for this machine");
    }
}

void removeMachine(TrustFile &file, const std::string &did)
{
    if (std::erase_if(file.machines, [&](const TrustedMachine &machine) { return machine.did == did; }) == 0) {
        refuseUnknown("--did", "nothing is known of this machine");
    }
}

void rememberChain(TrustFile &file, const std::string &did, const PinnedChain &chain)
{
    for (TrustedMachine &machine : file.machines) {
        if (machine.did == did) {
            std::erase_if(machine.chains,
                          [&](const PinnedChain &known) { return known.firstChunkId == chain.firstChunkId; });
        }
    }
    machineOf(file, did).chains.push_back(chain);
}

void rememberSight(TrustFile &file, const stream::ChainReport &report, const std::string &now)
{
    const std::string &did = report.dids.front();
    const SeenChain sight{.chain = {.firstChunkId = report.firstChunkId,
                                    .headChunkId = report.headChunkId,
                                    .totalChunks = report.length,
                                    .seen = now},
                          .signer = report.signers.front()};
    for (TrustedMachine &machine : file.machines) {
        if (machine.did != did) {
            continue;
        }
        const auto known = std::ranges::find_if(
            machine.seen, [&](const SeenChain &seen) { return seen.chain.firstChunkId == sight.chain.firstChunkId; });
        if (known != machine.seen.end()) {
            const bool same = known->chain.headChunkId == sight.chain.headChunkId
                              && known->chain.totalChunks == sight.chain.totalChunks && known->signer == sight.signer;
            *known = same ? *known : sight;
            return;
        }
    }
    machineOf(file, did).seen.push_back(sight);
    forgetOldestSights(file);
}

void removeChain(TrustFile &file, const std::string &did, const std::string &firstChunkId)
{
    std::size_t removed = 0;
    for (TrustedMachine &machine : file.machines) {
        if (machine.did == did) {
            removed += std::erase_if(machine.chains,
                                     [&](const PinnedChain &chain) { return chain.firstChunkId == firstChunkId; });
            removed += std::erase_if(machine.seen,
                                     [&](const SeenChain &seen) { return seen.chain.firstChunkId == firstChunkId; });
        }
    }
    if (removed == 0) {
        refuseUnknown("--chain", "nothing is known of this chain");
    }
    forgetEmptyMachines(file);
}

void trustByCode(TrustFile &file, const stream::ChainReport &report, const std::string &now, const std::string &label,
                 const std::string &note)
{
    const std::string &did = report.dids.front();
    trustKey(file, did,
             {.key = report.signers.front(), .firstSeen = now, .note = note, .pinnedBy = std::string(groundsCode)},
             label);
    rememberChain(file, did,
                  {.firstChunkId = report.firstChunkId,
                   .headChunkId = report.headChunkId,
                   .totalChunks = report.length,
                   .seen = now});
}

ImportResult importTrust(TrustFile &file, const TrustFile &other)
{
    ImportResult result;
    for (const TrustedMachine &theirs : other.machines) {
        result.machines += std::ranges::count(file.machines, theirs.did, &TrustedMachine::did) == 0 ? 1 : 0;
        TrustedMachine &machine = machineOf(file, theirs.did);
        machine.label = machine.label.empty() ? theirs.label : machine.label;
        for (const TrustedKey &key : theirs.keys) {
            const TrustedKey *const known = find(file, theirs.did, key.key);
            if (key.state == State::Revoked) {
                result.revoked += known == nullptr || known->state == State::Trusted ? 1 : 0;
                revokeKey(file, theirs.did, key);
            } else if (known == nullptr) {
                ++result.trusted;
                trustKey(file, theirs.did, key, {});
            } else {
                result.stayRevoked += known->state == State::Revoked ? 1 : 0;
            }
        }
        for (const SeenChain &sight : theirs.seen) {
            auto &seen = machineOf(file, theirs.did).seen;
            const bool known = std::ranges::any_of(
                seen, [&](const SeenChain &ours) { return ours.chain.firstChunkId == sight.chain.firstChunkId; });
            if (!known) {
                ++result.seen;
                seen.push_back(sight);
            }
        }
        for (const PinnedChain &chain : theirs.chains) {
            const auto &chains = machineOf(file, theirs.did).chains;
            const auto known = std::ranges::find(chains, chain.firstChunkId, &PinnedChain::firstChunkId);
            result.chains += known == chains.end() ? 1 : 0;
            if (known == chains.end() || known->totalChunks < chain.totalChunks) {
                rememberChain(file, theirs.did, chain);
            }
        }
    }
    forgetOldestSights(file);
    return result;
}

} // namespace streamdesk::keys
