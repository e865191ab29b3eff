// A damaged package beside good and bad copies of it.
#pragma once

#include "core/package/repair.h"
#include "tests/support/package_fixture.h"
#include "tests/support/zip_file.h"

#include <set>

namespace streamdesk::test {

// The files of another store; notes which were read.
class RecordingStore : public package::FileStore
{
public:
    explicit RecordingStore(std::shared_ptr<const package::FileStore> store) : m_store(std::move(store)) {}

    [[nodiscard]] std::string displayName() const override { return m_store->displayName(); }
    [[nodiscard]] std::vector<std::string> names() const override { return m_store->names(); }
    [[nodiscard]] bool contains(const std::string &name) const override { return m_store->contains(name); }
    [[nodiscard]] bool isFile(const std::string &name) const override { return m_store->isFile(name); }
    [[nodiscard]] std::uint64_t size(const std::string &name) const override { return m_store->size(name); }
    void readText(const std::string &name, std::size_t maxBytes, std::string &text) const override
    {
        read.insert(name);
        m_store->readText(name, maxBytes, text);
    }
    [[nodiscard]] std::unique_ptr<stream::CiphertextReader> open(const std::string &name) const override
    {
        read.insert(name);
        return m_store->open(name);
    }

    mutable std::set<std::string> read;

private:
    std::shared_ptr<const package::FileStore> m_store;
};

// All files of a folder, packed or stored as ZIP programs do.
inline void packFolder(const std::filesystem::path &folder, const std::filesystem::path &zip)
{
    ZipBuilder builder;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        builder.add({.name = "package/" + name,
                     .content = textOf(entry.path()),
                     .method = std::uint16_t(name.ends_with(".json") ? 8 : 0)});
    }
    setText(zip, builder.build());
}

// Changes an envelope and writes it as the reference would.
inline void editEnvelope(const std::filesystem::path &file, const std::function<void(stream::ChunkEnvelope &)> &edit)
{
    json::Document document;
    stream::ChunkEnvelope envelope = stream::readEnvelope(textOf(file), document).envelope;
    edit(envelope);
    setText(file, stream::writeEnvelope(envelope));
}

// The envelope signed once more, by another key.
inline void signAgain(const std::filesystem::path &file, const crypto::Ed25519KeyPair &key)
{
    editEnvelope(file, [&](stream::ChunkEnvelope &envelope) {
        envelope.signature.value = crypto::toHex(crypto::sign(envelope.encryptedDataHash, key));
        envelope.signature.publicKeyHex = crypto::toHex(key.publicKey.bytes);
    });
}

inline void signAllAgain(const std::filesystem::path &folder)
{
    const crypto::Ed25519KeyPair key = crypto::generateEd25519KeyPair();
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        if (package::isEnvelopeName(entry.path().filename().string())) {
            signAgain(entry.path(), key);
        }
    }
}

// What is in a folder: names and contents.
inline std::map<std::string, std::string> filesIn(const std::filesystem::path &folder)
{
    std::map<std::string, std::string> files;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        files[entry.path().filename().string()] = entry.is_regular_file() ? textOf(entry.path()) : "a folder";
    }
    return files;
}

// A package and its verification.
struct Verified
{
    explicit Verified(const std::filesystem::path &path, const package::Expectations &expectations = {})
        : package(package::Package::openFolder(path, {})), verification(package::verify(package, expectations, {}))
    {
    }
    [[nodiscard]] stream::Verdict verdict() const { return verification.judgement.verdict; }

    package::Package package;
    package::Verification verification;
};

inline package::RepairPlan planFrom(const Verified &verified, const std::vector<std::filesystem::path> &copies,
                                    const package::Expectations &expectations = {})
{
    std::vector<package::CopyOf> opened;
    for (const std::filesystem::path &copy : copies) {
        opened.push_back(package::openCopy(copy));
    }
    return package::planRepair(verified.package, verified.verification, expectations, std::move(opened), {});
}

} // namespace streamdesk::test
