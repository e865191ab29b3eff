// Which chunks of a package somebody's keys open, as its envelopes and access files say: by public keys alone.
#pragma once

#include "core/package/chunk_ranges.h"
#include "core/package/package.h"
#include "core/stream/buyer_access.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace streamdesk::package {

// Folders or ZIP files with access files besides those that lie in the package's own.
using AccessStores = std::vector<std::shared_ptr<const FileStore>>;

// The folder "access" beside the package's own, which is how the reference's commands lay them out; none when there is
// no such folder. Throws nothing: nobody named it.
[[nodiscard]] AccessStores accessBeside(const Package &package);

struct OpenableReading
{
    struct OfKey
    {
        crypto::X25519PublicKey key;
        std::vector<ChunkRange> chunks;
        std::uint64_t count = 0;
        std::uint64_t bytes = 0;        // of data, in those of them whose ciphertext is here
        std::vector<std::string> roles; // "owner", "buyer", … each once, sorted
    };
    std::vector<OfKey> keys;                // in the order in which they were asked
    std::vector<Package::Problem> problems; // access files that could not be used
};

// Compares the recipients in every envelope and in every access file with `keys`, as bytes and whatever their spelling;
// a buyer's entry counts for its public key, whatever name stands beside it. Nothing is opened: a wrapped key may turn
// out to be another. With all cores, in memory that grows only with the entries of access files that are for these
// keys. Envelopes that cannot be read open with nothing. Throws IoError for an access store itself, and Stopped.
[[nodiscard]] OpenableReading findOpenable(const Package &package, std::span<const crypto::X25519PublicKey> keys,
                                           const AccessStores &access, const jobs::JobControl &control);

// The entries of access files for this key, by chunk id: what readContent() needs besides the envelopes. Some 500 bytes
// a chunk; empty for those whose key stands in the envelopes. Files that cannot be used are passed over. Throws as
// above.
[[nodiscard]] stream::BuyerAccess grantedTo(const crypto::X25519PublicKey &key, const Package &package,
                                            const AccessStores &access, const jobs::JobControl &control);

// All that opens with this key, from envelopes and access files, as consume() takes it: some 500 bytes a chunk. Where a
// chunk has both, the envelope counts. Throws as above.
[[nodiscard]] stream::BuyerAccess accessFor(const crypto::X25519PublicKey &key, const Package &package,
                                            const AccessStores &access, const jobs::JobControl &control);

// The recipient in this envelope whose public key it is, the first of several; nullptr when there is none.
[[nodiscard]] const stream::KeyRecipient *recipientOf(const stream::ChunkEnvelope &envelope,
                                                      const crypto::X25519PublicKey &key);

} // namespace streamdesk::package
