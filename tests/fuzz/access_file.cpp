// A buyer's access file, read, written and read again.
#include "core/stream/buyer_access.h"
#include "tests/fuzz/property.h"

using namespace streamdesk;
using fuzz::require;

namespace {

const std::string buyerId = "buyer-1";

bool same(const stream::KeyRecipient &a, const stream::KeyRecipient &b)
{
    return a.recipientId == b.recipientId && a.recipientType == b.recipientType && a.algorithm == b.algorithm
           && a.publicKeyHex == b.publicKeyHex && a.wrappedKeyHex == b.wrappedKeyHex;
}

void checkWriting(const stream::BuyerAccess &access)
{
    stream::BuyerAccessFile file;
    for (const auto &[chunkId, recipient] : access) {
        require(recipient.recipientId == buyerId, "only this buyer's entries are taken");
        file.entries.push_back({.chunkId = chunkId, .buyer = recipient});
    }
    const std::string text = writeBuyerAccessFile(file);
    stream::BuyerAccess again;
    const stream::AccessFileReading reading = stream::readBuyerAccessFile(text, buyerId, again);
    require(reading.accepted == access.size() && reading.others == 0 && reading.replaced == 0,
            "every entry that was written is read");
    for (const auto &[chunkId, recipient] : access) {
        require(again.contains(chunkId) && same(again.at(chunkId), recipient), "an entry reads as it was written");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text = fuzz::textOf(data, size);
    stream::BuyerAccess access;
    stream::AccessFileReading reading;
    const auto error = fuzz::mayThrow({ErrorCode::InvalidJson, ErrorCode::JsonLimit, ErrorCode::UnsupportedSchema,
                                       ErrorCode::MissingField, ErrorCode::WrongType},
                                      [&] { reading = stream::readBuyerAccessFile(text, buyerId, access); });
    const bool looksLikeOne = stream::looksLikeBuyerAccessFile(text);
    if (!error) {
        require(looksLikeOne, "what is read as an access file looks like one");
        require(reading.accepted - reading.replaced == access.size(), "entries are counted");
        checkWriting(access);
    }
    return 0;
}
