// Golden data made with the reference (tests/data), and chunks that live in memory.
#pragma once

#include "core/crypto/ed25519.h"
#include "core/crypto/hex.h"
#include "core/crypto/sealed_box.h"
#include "core/stream/chunk_stream.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <map>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace streamdesk::test {

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        throw std::runtime_error("cannot read " + path.toStdString());
    }
    return file.readAll();
}

inline void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size()) {
        throw std::runtime_error("cannot write " + path.toStdString());
    }
}

inline QString dataPath(const QString &name)
{
    return QStringLiteral(TEST_DATA "/") + name;
}

inline QJsonObject readVectors(const QString &name)
{
    return QJsonDocument::fromJson(readFile(dataPath(name))).object();
}

// The elements of the JSON list that begins at `at` in `json`, each as it is spelled there: "1.0" must stay "1.0".
inline std::vector<std::string> rawElements(const std::string &json, std::size_t at)
{
    std::vector<std::string> elements;
    int depth = 0;
    bool inText = false;
    std::size_t begin = std::string::npos;
    for (; at < json.size(); ++at) {
        const char c = json[at];
        if (inText) {
            at += c == '\\' ? 1 : 0;
            inText = c != '"';
        } else if (c == '"') {
            inText = true;
        } else if (c == '[' || c == '{') {
            if (++depth == 2) {
                begin = at;
            }
        } else if (c == ']' || c == '}') {
            if (--depth == 1) {
                elements.push_back(json.substr(begin, at - begin + 1));
            } else if (depth == 0) {
                break;
            }
        }
    }
    return elements;
}

inline std::vector<std::byte> bytesOf(const QByteArray &bytes)
{
    const auto *const begin = reinterpret_cast<const std::byte *>(bytes.constData());
    return {begin, begin + bytes.size()};
}

inline std::vector<std::byte> fromHexText(const QString &hex)
{
    return bytesOf(QByteArray::fromHex(hex.toLatin1()));
}

// One of the golden packages with its keys.
struct GoldenPackage
{
    explicit GoldenPackage(const QString &name) : folder(dataPath(QStringLiteral("packages/") + name))
    {
        keys = QJsonDocument::fromJson(readFile(folder + QStringLiteral("/keys.json"))).object();
    }

    [[nodiscard]] QString publicKey(const QString &role) const
    {
        return keys[role].toObject()[QStringLiteral("publicKeyHex")].toString();
    }
    [[nodiscard]] crypto::X25519KeyPair keyPair(const QString &role) const
    {
        crypto::X25519PrivateKey key;
        fillKey(role, key.bytes());
        return crypto::keyPairOf(std::move(key));
    }
    [[nodiscard]] crypto::Ed25519KeyPair signingKey() const
    {
        crypto::Ed25519PrivateKey key;
        fillKey(QStringLiteral("signing"), key.bytes());
        return crypto::keyPairOf(std::move(key));
    }
    [[nodiscard]] std::filesystem::path package() const { return (folder + QStringLiteral("/package")).toStdString(); }
    [[nodiscard]] QByteArray source() const { return readFile(folder + QStringLiteral("/source.bin")); }
    [[nodiscard]] std::string buyerId() const { return keys[QStringLiteral("buyerId")].toString().toStdString(); }

    QString folder;
    QJsonObject keys;

private:
    void fillKey(const QString &role, std::span<std::byte> out) const
    {
        const QString hex = keys[role].toObject()[QStringLiteral("privateKeyHex")].toString();
        if (!crypto::decodeHex(hex.toStdString(), out)) {
            throw std::runtime_error("no key for " + role.toStdString());
        }
    }
};

// Chunks in memory, in the order of the list, as the reference's library takes them.
class MemoryChunks : public stream::ChunkStream, public stream::ChunkSink
{
public:
    struct Reader : stream::CiphertextReader
    {
        explicit Reader(const std::vector<std::byte> &content) : bytes(content) {}
        [[nodiscard]] std::uint64_t size() const override { return bytes.size(); }
        [[nodiscard]] std::size_t readAt(std::span<std::byte> out, std::uint64_t offset) const override
        {
            const std::size_t n =
                std::min<std::size_t>(out.size(), bytes.size() - std::min<std::size_t>(offset, bytes.size()));
            std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(offset, bytes.size())), n,
                        out.begin());
            return n;
        }
        const std::vector<std::byte> &bytes;
    };
    struct Writer : stream::CiphertextWriter
    {
        explicit Writer(std::vector<std::byte> &content) : bytes(content) {}
        void write(std::span<const std::byte> part) override { bytes.insert(bytes.end(), part.begin(), part.end()); }
        void close() override {}
        std::vector<std::byte> &bytes;
    };

    void addEnvelopeText(const std::string &text)
    {
        json::Document document;
        indices.push_back(stream::readEnvelope(text, document).envelope.index);
        envelopes.push_back(text);
    }

    [[nodiscard]] std::size_t count() const override { return envelopes.size(); }
    [[nodiscard]] std::uint64_t index(std::size_t position) const override { return indices[position]; }
    [[nodiscard]] std::string envelopeName(std::size_t position) const override
    {
        return "chunk-" + std::to_string(indices[position]) + ".json";
    }
    [[nodiscard]] std::string ciphertextName(std::size_t position) const override
    {
        return "chunk-" + std::to_string(indices[position]) + ".bin";
    }
    [[nodiscard]] stream::EnvelopeReading envelope(std::size_t position, json::Document &document) const override
    {
        return stream::readEnvelope(envelopes[position], document);
    }
    [[nodiscard]] std::unique_ptr<stream::CiphertextReader> ciphertext(std::size_t position) const override
    {
        const auto found = ciphertexts.find(indices[position]);
        return found == ciphertexts.end() ? nullptr : std::make_unique<Reader>(found->second);
    }
    [[nodiscard]] std::uint64_t ciphertextSize(std::size_t position) const override
    {
        const auto found = ciphertexts.find(indices[position]);
        return found == ciphertexts.end() ? 0 : found->second.size();
    }

    [[nodiscard]] std::unique_ptr<stream::CiphertextWriter> newCiphertext(std::uint64_t index) override
    {
        const std::lock_guard lock(*mutex);
        return std::make_unique<Writer>(ciphertexts[index]);
    }
    void addEnvelope(const stream::ChunkEnvelope &envelope) override
    {
        addEnvelopeText(stream::writeEnvelope(envelope));
    }

    std::vector<std::string> envelopes;
    std::vector<std::uint64_t> indices;
    std::map<std::uint64_t, std::vector<std::byte>> ciphertexts;
    std::unique_ptr<std::mutex> mutex = std::make_unique<std::mutex>(); // of ciphertexts, while a chain is built
};

// A folder of its own with a copy of another one.
inline void copyFolder(const std::filesystem::path &from, const std::filesystem::path &to)
{
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

} // namespace streamdesk::test
