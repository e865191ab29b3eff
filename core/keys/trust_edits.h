// Changes to what is known of machines. Pure: nothing is read or written here (see trust_store.h).
#pragma once

#include "core/keys/trust_file.h"

#include "core/stream/chain_verifier.h"

#include <cstddef>
#include <string>

namespace streamdesk::keys {

// Adds the key to the machine's trusted ones, beside those that are there: machines change their keys. A key that is
// trusted already keeps what is known of it. `label` names the machine unless it is empty. Throws StreamError
// KeyRevoked when the key was revoked: it has to be removed first.
void trustKey(TrustFile &file, const std::string &did, const TrustedKey &key, const std::string &label);

// Marks the key as revoked, also one that was never trusted. A note replaces the one before unless it is empty.
void revokeKey(TrustFile &file, const std::string &did, const TrustedKey &key);

// A name for people, and what they want to remember of a key; empty takes it away. Throws StreamError NotFound when the
// machine or the key is not there.
void labelMachine(TrustFile &file, const std::string &did, const std::string &label);
void noteOnKey(TrustFile &file, const std::string &did, const crypto::Ed25519PublicKey &key, const std::string &note);

// Forgets a key, trusted or revoked. Throws StreamError NotFound when it is not there.
void removeKey(TrustFile &file, const std::string &did, const crypto::Ed25519PublicKey &key);

// Forgets a machine with its keys and chains. Throws StreamError NotFound when it is not there.
void removeMachine(TrustFile &file, const std::string &did);

// Remembers where a chain ends, as the seller stated it, in place of what was stated earlier.
void rememberChain(TrustFile &file, const std::string &did, const PinnedChain &chain);

// After the seller's package code fitted: trusts the chain's one signer and remembers how far the chain goes. `report`
// has one DID and one key; `now` is a time in UTC. Label and note as in trustKey(), which says what it throws.
void trustByCode(TrustFile &file, const stream::ChainReport &report, const std::string &now, const std::string &label,
                 const std::string &note);

// Remembers how an intact chain looked, in place of an earlier sight of it; `report` has one DID and one key. A sight
// that says the same stays as it is. Of very many the oldest are forgotten.
void rememberSight(TrustFile &file, const stream::ChainReport &report, const std::string &now);

// Forgets a chain, stated or seen. Throws StreamError NotFound when it is not there.
void removeChain(TrustFile &file, const std::string &did, const std::string &firstChunkId);

// How much an import brought that was not known.
struct ImportResult
{
    std::size_t machines = 0;
    std::size_t trusted = 0;     // keys
    std::size_t revoked = 0;     // keys
    std::size_t chains = 0;      // that the sellers stated
    std::size_t seen = 0;        // that were only verified
    std::size_t stayRevoked = 0; // keys that the import trusts and this file had revoked
};

// Takes over what another file says. A revocation counts, on whichever side it is; labels and notes that are here stay;
// of two sights of one chain the longer stays.
ImportResult importTrust(TrustFile &file, const TrustFile &other);

} // namespace streamdesk::keys
