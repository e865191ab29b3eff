// A receipt: read, written down and signed anew, and read once more.
#include "core/package/receipt.h"
#include "tests/fuzz/property.h"

using namespace streamdesk;
using fuzz::require;
using package::Receipt;
using package::SignedReceipt;

namespace {

const crypto::Ed25519KeyPair &signer()
{
    static const crypto::Ed25519KeyPair key = crypto::keyPairOf(crypto::Ed25519PrivateKey());
    return key;
}

bool same(const Receipt &one, const Receipt &other)
{
    return one.machineDid == other.machineDid && one.firstChunkId == other.firstChunkId
           && one.headChunkId == other.headChunkId && one.totalChunks == other.totalChunks
           && one.manifestHash == other.manifestHash && one.signingKeys == other.signingKeys
           && one.verdict == other.verdict && one.results == other.results && one.findings == other.findings
           && one.trust == other.trust && one.completeAndInOrder == other.completeAndInOrder
           && one.program == other.program && one.checkedAt == other.checkedAt;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    SignedReceipt read;
    const auto error =
        fuzz::mayThrow({ErrorCode::InvalidJson, ErrorCode::JsonLimit, ErrorCode::UnsupportedSchema,
                        ErrorCode::MissingField, ErrorCode::WrongType, ErrorCode::InvalidHex, ErrorCode::InvalidNumber},
                       [&] { read = package::parseReceipt(fuzz::textOf(data, size)); });
    if (!error) {
        for (std::size_t i = 1; i < read.receipt.results.size(); ++i) {
            require(read.receipt.results[i - 1].last < read.receipt.results[i].first, "one result for each chunk");
        }
        const SignedReceipt again = package::parseReceipt(package::signReceipt(read.receipt, signer()));
        require(again.check == crypto::SignatureCheck::Valid, "what was signed just now is valid");
        require(same(read.receipt, again.receipt), "a receipt says the same when written down again");
    }
    return 0;
}
