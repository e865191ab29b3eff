// What is inside a package, read into memory: some of its data, decrypted and authenticated.
#pragma once

#include "core/base/errors.h"
#include "core/crypto/wiped_bytes.h"
#include "core/package/package.h"
#include "core/stream/buyer_access.h"

#include <cstdint>
#include <optional>

namespace streamdesk::package {

// How many chunks are opened at most for one content: each costs some 0.1 ms for its key alone.
inline constexpr std::uint64_t mostContentChunks = 1'000;

struct Content
{
    crypto::WipedBytes bytes;
    std::uint64_t firstChunk = 0; // indices, both included
    std::uint64_t lastChunk = 0;

    // How the bytes begin.
    enum class Begin {
        OfData,   // with chunk 0
        OfLine,   // behind a line break
        InLine,   // behind anything else
        NotKnown, // the chunk before does not open with this key, or is not here
    };
    Begin begin = Begin::NotKnown;

    // Why they end.
    enum class End {
        OfData,    // with the last chunk that is here
        Limit,     // there is more that opens
        NotOpened, // the next chunk is not for this key
        Missing,   // the next chunk or its ciphertext is not here
        Failed,    // the next chunk is for this key and does not open; `failure` says why
    };
    End end = End::OfData;
    std::optional<StreamError> failure{};
    // The last chunk itself goes on behind the bytes: it alone is larger than the limit.
    bool lastChunkCut = false;

    // The first line of the data, without its end, where it is not in the bytes: the names of columns, as a rule. Empty
    // when chunk 0 does not open with this key, is larger than the limit, or has no line break in its first 64 KiB.
    crypto::WipedBytes firstLine;
};

// Decrypts the chunk at `position`, and the chunks behind it that open with `key` as long as they fit whole into
// `limitBytes` (1 or more) together, mostContentChunks of them. Nothing is given out that was not authenticated by its
// tag and its plaintextHash; of a chunk that alone is larger all is read, and the first `limitBytes` are kept.
// `granted` holds the wrapped keys that do not stand in the envelopes (grantedTo()). Signatures and order are not
// looked at: that is what a verification is for.
//
// Memory is that of the bytes and one block. Throws for the chunk at `position`, with its index: NotGranted,
// UnwrapFailed, CommitmentMismatch, MissingCiphertext, DecryptionFailed, PlaintextHashMismatch, IoError; and Stopped.
// Whatever was decrypted is wiped then. Any thread.
[[nodiscard]] Content readContent(const Package &package, std::size_t position, std::uint64_t limitBytes,
                                  const crypto::X25519KeyPair &key, const stream::BuyerAccess &granted,
                                  const jobs::JobControl &control);

} // namespace streamdesk::package
