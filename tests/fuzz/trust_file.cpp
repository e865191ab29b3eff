// A trust file: read, asked, written down again and read once more.
#include "core/keys/trust_file.h"
#include "core/crypto/hex.h"
#include "core/json/writer.h"
#include "tests/fuzz/property.h"

using namespace streamdesk;
using fuzz::require;
using keys::TrustedKey;
using keys::TrustedMachine;
using keys::TrustFile;
using KeyTrust = stream::SignerTrust::Key;

namespace {

std::string written(const TrustFile &file)
{
    std::string text;
    json::Writer writer(text, json::Writer::Style::Compact);
    writer.beginObject().member("schemaVersion", "streamdesk.trust.v1").key("machines").beginArray();
    for (const TrustedMachine &machine : file.machines) {
        writer.beginObject().member("did", machine.did).key("keys").beginArray();
        for (const TrustedKey &key : machine.keys) {
            writer.beginObject()
                .member("publicKeyHex", crypto::toHex(key.key.bytes))
                .member("state", key.state == TrustedKey::State::Trusted ? "trusted" : "revoked")
                .endObject();
        }
        writer.endArray().key("chains").beginArray();
        for (const keys::PinnedChain &chain : machine.chains) {
            writer.beginObject()
                .member("firstChunkId", chain.firstChunkId)
                .member("headChunkId", chain.headChunkId)
                .member("totalChunks", chain.totalChunks)
                .endObject();
        }
        writer.endArray().key("seen").beginArray();
        for (const keys::SeenChain &seen : machine.seen) {
            writer.beginObject()
                .member("firstChunkId", seen.chain.firstChunkId)
                .member("headChunkId", seen.chain.headChunkId)
                .member("totalChunks", seen.chain.totalChunks)
                .member("publicKeyHex", crypto::toHex(seen.signer.bytes))
                .endObject();
        }
        writer.endArray().endObject();
    }
    writer.endArray().endObject();
    return text;
}

// What the file says of this machine's key, by counting.
KeyTrust expectedTrust(const TrustFile &file, const std::string &did, const crypto::Ed25519PublicKey &key)
{
    bool trusted = false;
    bool revoked = false;
    bool others = false;
    for (const TrustedMachine &machine : file.machines) {
        for (const TrustedKey &known : machine.keys) {
            const bool revocation = known.state == TrustedKey::State::Revoked;
            const bool same = machine.did == did && known.key == key;
            revoked = revoked || (same && revocation);
            trusted = trusted || (same && !revocation);
            others = others || (machine.did == did && known.key != key && !revocation);
        }
    }
    return revoked   ? KeyTrust::Revoked
           : trusted ? KeyTrust::Trusted
           : others  ? KeyTrust::Contradicted
                     : KeyTrust::Unknown;
}

void checkAnswers(const TrustFile &file)
{
    for (const TrustedMachine &machine : file.machines) {
        const crypto::Ed25519PublicKey unknown;
        require(file.lookUp(machine.did, unknown, "").key == expectedTrust(file, machine.did, unknown),
                "a key that is not in the file is not trusted");
        for (const TrustedKey &key : machine.keys) {
            require(file.lookUp(machine.did, key.key, "").key == expectedTrust(file, machine.did, key.key),
                    "a revoked key stays revoked");
        }
        for (const keys::PinnedChain &chain : machine.chains) {
            require(file.lookUp(machine.did, unknown, chain.firstChunkId).pin.has_value(), "a pinned chain is found");
        }
        for (const keys::SeenChain &seen : machine.seen) {
            require(file.lookUp(machine.did, unknown, seen.chain.firstChunkId).sight.has_value(), "a sight is found");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    TrustFile file;
    const auto error = fuzz::mayThrow({ErrorCode::InvalidJson, ErrorCode::JsonLimit, ErrorCode::InvalidTrustFile},
                                      [&] { file = keys::parseTrustFile(fuzz::textOf(data, size)); });
    if (!error) {
        const std::string text = written(file);
        require(written(keys::parseTrustFile(text)) == text, "a trust file says the same when written down again");
        checkAnswers(file);
    }
    return 0;
}
