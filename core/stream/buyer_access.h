// Giving a buyer the keys of chunks, without touching the chunks (format.md, "Buyer access").
#pragma once

#include "core/crypto/sealed_box.h"
#include "core/jobs/job.h"
#include "core/stream/chunk_stream.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace streamdesk::stream {

struct BuyerAccessEntry
{
    std::string chunkId;
    KeyRecipient buyer;
};

struct BuyerAccessFile
{
    std::string fileName; // "<buyerPublicKeyHex>-<n>.json", n from 1
    std::string buyerPublicKeyHex;
    std::vector<BuyerAccessEntry> entries;
};

// Whom to give access, and with whose key.
struct BuyerAccessParams
{
    crypto::X25519KeyPair owner;
    std::string buyerRecipientId; // UTF-8
    RecipientKey buyer;
    std::uint64_t maxFileSize =
        defaultAccessFileSize; // bytes, by the reference's arithmetic; at least one entry a file
};

// Opens the chunk key with the owner's private key, checks it against the commitment and seals it to the buyer. Takes
// the first recipient typed "owner". Throws StreamError: OwnerRecipientMissing, InvalidHex (wrappedKeyHex),
// UnwrapFailed, CommitmentMismatch. `key` is locked memory to use; wiped afterwards. Any thread.
[[nodiscard]] BuyerAccessEntry createBuyerAccessEntry(const ChunkEnvelope &envelope, const BuyerAccessParams &params,
                                                      crypto::ChunkKey &key);

// Sorts entries into files by size. The reference measures the file in its snake_case spelling, which is not the one
// its command line then writes; so do we.
class AccessFileSplitter
{
public:
    using Emit = std::function<void(const BuyerAccessFile &)>;

    // `emit` is called for each file when it is full, in order, and for the last one by finish().
    AccessFileSplitter(std::string buyerPublicKeyHex, std::uint64_t maxFileSize, Emit emit);

    void add(BuyerAccessEntry entry);
    void finish();

private:
    void begin();

    std::uint64_t m_maxFileSize;
    Emit m_emit;
    BuyerAccessFile m_file;
    std::uint64_t m_size = 0; // bytes of m_file in the snake_case spelling
    std::uint64_t m_count = 0;
};

// Makes entries for the chunks at `positions` (ascending) with all cores and hands the files over in order. Throws what
// createBuyerAccessEntry() throws, with the file and chunk named, and Stopped.
void buildBuyerAccessFiles(const ChunkStream &chunks, const std::vector<std::size_t> &positions,
                           const BuyerAccessParams &params, const AccessFileSplitter::Emit &emit,
                           const jobs::JobControl &control);

// The bytes of an access file as the reference's command line writes them: camelCase, compact.
[[nodiscard]] std::string writeBuyerAccessFile(const BuyerAccessFile &file);

// What a buyer was given: chunk id → the buyer's wrapped key.
using BuyerAccess = std::unordered_map<std::string, KeyRecipient>;

struct AccessFileReading
{
    std::uint64_t accepted = 0; // entries for this buyer
    std::uint64_t replaced = 0; // of them, those that came after another for the same chunk
    std::uint64_t others = 0;   // entries for somebody else
};

inline constexpr std::size_t maxAccessFileBytes = std::size_t{64} << 20U;

// Called for every entry of an access file, in its order: the chunk's id, and for whom its key is wrapped.
using AccessVisitor = std::function<void(std::string chunkId, KeyRecipient recipient)>;

// Reads an access file in either spelling. Throws StreamError when any part of the file is not as it must be:
// InvalidJson, JsonLimit, UnsupportedSchema, MissingField, WrongType; `visit` may have been called before.
void visitBuyerAccessFile(std::string text, const AccessVisitor &visit);

// Adds the entries whose recipientId is `buyerId` to `access`; of several for one chunk the last one counts. Throws as
// above.
AccessFileReading readBuyerAccessFile(std::string text, std::string_view buyerId, BuyerAccess &access);

// True when a JSON text says of itself that it is a buyer access file, in either spelling. Never throws for bad JSON.
[[nodiscard]] bool looksLikeBuyerAccessFile(std::string text);

} // namespace streamdesk::stream
