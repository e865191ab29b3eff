// A signed data package: read, written, read again, verified, its fields opened, and its payload signed anew.
#include "core/stream/data_package.h"
#include "core/base/text.h"
#include "core/stream/field_encryption.h"
#include "tests/fuzz/property.h"

using namespace streamdesk;
using fuzz::require;
using json::Writer;
using stream::DataPackage;
using stream::DataVerdict;

namespace {

bool same(const stream::DataVerification &a, const stream::DataVerification &b)
{
    return a.verdict == b.verdict && a.recovered == b.recovered && a.form == b.form && a.reason == b.reason;
}

void checkWriting(const DataPackage &package)
{
    const stream::DataVerification verification = verifyDataPackage(package);
    for (const Writer::Style style : {Writer::Style::Compact, Writer::Style::Pretty}) {
        const std::string text = writeDataPackage(package, style);
        const DataPackage again = stream::readDataPackage(text);
        require(writeDataPackage(again, style) == text, "a package reads as it was written");
        require(same(verifyDataPackage(again), verification), "a verdict survives writing and reading");
    }
    if (verification.verdict == DataVerdict::Intact) {
        std::string did = package.did;
        std::string signer = verification.recovered ? stream::didOf(*verification.recovered) : "";
        for (std::string *text : {&did, &signer}) {
            std::transform(text->begin(), text->end(), text->begin(),
                           [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
        }
        require(did == signer, "an intact package is signed by its DID");
    } else {
        require(!verification.reason.empty(), "what is not intact has a reason");
    }
}

void checkOpening(const DataPackage &package)
{
    crypto::FieldKey key;
    const stream::OpenedFields opened = stream::openEncryptedFields(package.payload, key);
    require(opened.opened.empty(), "nothing opens with another key");
    for (const auto &closed : opened.closed) {
        require(!closed.why.empty() && closed.path.size() < 3000, "what stays closed has a short path and a reason");
    }
}

void checkSigning(const DataPackage &package)
{
    stream::SigningContext signing{.privateKey = {}, .did = {}, .keyId = "key-1"};
    signing.privateKey.bytes()[31] = std::byte{1};
    signing.did = stream::didOf(crypto::addressOf(signing.privateKey));
    const stream::UnsignedDataPayload payload{
        .topic = "topic", .fields = package.payload, .capturedAt = package.timestamp};
    stream::BuildDataPackageParams params;
    params.schemaVersion = package.schemaVersion;
    (void)fuzz::mayThrow({ErrorCode::EmptyValue, ErrorCode::InvalidNumber}, [&] {
        DataPackage made = buildSignedDataPackage(payload, signing, params);
        require(verifyDataPackage(made).verdict == DataVerdict::Intact, "what was signed verifies");
        made.timestamp += "0";
        require(verifyDataPackage(made).verdict != DataVerdict::Intact, "what was changed does not");
    });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    DataPackage package;
    const auto error =
        fuzz::mayThrow({ErrorCode::InvalidJson, ErrorCode::JsonLimit, ErrorCode::MissingField, ErrorCode::WrongType},
                       [&] { package = stream::readDataPackage(fuzz::textOf(data, size)); });
    if (!error) {
        checkWriting(package);
        checkOpening(package);
        checkSigning(package);
    }
    return 0;
}
