#include "command.h"
#include "core/base/errors.h"
#include "overview.h"
#include "page.h"

namespace streamdesk::cli {

namespace {

constexpr std::size_t labelWidth = 20; // of encryptedDataHash

void printField(Page &page, const std::string &name, const std::string &value, const std::string &meaning)
{
    page.row(name, value.empty() ? "not stated" : value);
    page.explain(meaning);
}

void printEncryption(Page &page, const stream::ChunkEncryption &encryption)
{
    page.heading("encryption");
    printField(page, "algorithm", encryption.algorithm, "How the data is encrypted.");
    printField(page, "nonce", encryption.nonce, "A number used only once; decryption needs it. No secret.");
    printField(page, "keyCommitment", encryption.keyCommitment,
               "Hash of this chunk's key: tells whether a key is the right one without telling the key.");
    page.row("keyRecipients", grouped(encryption.keyRecipients.size()));
    page.explain("Whose private key opens this chunk's key. Not covered by the signature.");
    for (const stream::KeyRecipient &recipient : encryption.keyRecipients) {
        page.row("  recipient", recipient.recipientType + ": " + recipient.recipientId);
        page.row("  publicKeyHex", recipient.publicKeyHex);
        page.row("  wrappedKeyHex", recipient.wrappedKeyHex);
        page.row("  algorithm", recipient.algorithm);
    }
    if (!encryption.keyRecipients.empty()) {
        page.explain("wrappedKeyHex is the chunk's key, sealed so that only the holder of the private key to "
                     "publicKeyHex can open it.");
    }
}

void printSignature(Page &page, const stream::ChunkSignature &signature)
{
    page.heading("signature");
    printField(page, "machineDid", signature.machineDid,
               "The machine that is said to have signed. Not covered by the signature itself.");
    printField(page, "keyId", signature.keyId, "What the signing key is called.");
    printField(page, "publicKeyHex", signature.publicKeyHex,
               "The key that the signature is checked with. Whether it is the machine's, a trust file or a package "
               "code tells.");
    printField(page, "algorithm", signature.algorithm, "How it is signed.");
    printField(page, "value", signature.value, "The signature, over the text of encryptedDataHash and nothing else.");
}

void printEnvelope(Page &page, const package::Package &package, std::size_t position)
{
    json::Document document;
    const stream::EnvelopeReading reading = package.envelope(position, document);
    const stream::ChunkEnvelope &envelope = reading.envelope;
    page.heading("Chunk " + grouped(package.index(position)) + " (" + package.envelopeName(position) + ")");
    for (const stream::FieldProblem &problem : reading.problems) {
        page.odd(problem.field + " " + problem.constraint);
    }
    if (reading.robotDialect) {
        page.odd("Written by the on-robot agent, whose ids and hashes are computed in another way.");
    }
    page.blank();
    printField(page, "schemaVersion", reading.schemaVersion, "What kind of file this is.");
    printField(page, "index", envelope.indexText, "The chunk's place in the chain, counted from 0.");
    printField(page, "chunkId", envelope.chunkId,
               "Names this chunk in this place: hash over previousChunkId, encryptedDataHash and index.");
    printField(page, "previousChunkId", envelope.previousChunkId.value_or("null"),
               "The chunk before it; null for the first one. This is what makes a chain of them.");
    printField(page, "encryptedDataHash", envelope.encryptedDataHash,
               "SHA-256 of the encrypted data. This text is what is signed.");
    printField(page, "plaintextHash", envelope.plaintextHash,
               "SHA-256 of the content before encryption; compared after decryption.");
    printField(page, "storageRef", envelope.storageRef.value_or("null"),
               "Where the encrypted data is kept, when somebody said so; may be set after signing.");
    printField(page, "data",
               package.hasCiphertext(position)
                   ? package.ciphertextName(position) + ", " + describeBytes(package.ciphertextSize(position))
                   : "not here",
               "The encrypted data beside this envelope: the content and a tag of 16 bytes.");
    page.blank();
    printEncryption(page, envelope.encryption);
    page.blank();
    printSignature(page, envelope.signature);
}

} // namespace

void printChunk(const package::Package &package, std::uint64_t index)
{
    Page page(labelWidth);
    bool any = false;
    for (std::size_t position = 0; position < package.count(); ++position) {
        if (package.index(position) == index) {
            if (any) {
                page.blank();
            }
            printEnvelope(page, package, position);
            any = true;
        }
    }
    if (!any) {
        refuse("--chunk", "there is no chunk " + std::to_string(index) + " here");
    }
    page.blank();
    page.paragraph("This is what the envelope says; nothing was checked. stream-desk-cli verify does that.");
}

} // namespace streamdesk::cli
