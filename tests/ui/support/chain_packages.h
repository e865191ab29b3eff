// Packages with many chunks that are quickly made.
#pragma once

#include "tests/support/package_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace streamdesk::test {

// As a person would publish them; `chunkSize` in bytes.
inline void publishChunks(const std::filesystem::path &folder, std::size_t chunks, std::size_t chunkSize = 1)
{
    class Zeros : public stream::ByteSource
    {
    public:
        explicit Zeros(std::size_t bytes) : m_left(bytes) {}
        [[nodiscard]] std::size_t read(std::span<std::byte> out) override
        {
            const std::size_t bytes = std::min(m_left, out.size());
            std::fill_n(out.begin(), bytes, std::byte{});
            m_left -= bytes;
            return bytes;
        }

    private:
        std::size_t m_left;
    };
    const GoldenPackage golden(QStringLiteral("csv"));
    const auto key = [&](const char *role) {
        return stream::RecipientKey::parse(golden.publicKey(QLatin1String(role)).toStdString(), role);
    };
    const package::PublishParams params{
        .outputFolder = folder,
        .durability = io::Durability::NotSynced,
        .chain = {.owner = key("owner"),
                  .operatorKey = key("operator"),
                  .machine = key("machine"),
                  .signingKey = golden.signingKey(),
                  .machineDid = "did:peaq:0x41A5f29ab6e84A7d0Cc0D4bE2D6a5e8B2c371B6B",
                  .machineKeyId = "did:peaq:0x41A5f29ab6e84A7d0Cc0D4bE2D6a5e8B2c371B6B#keys-1",
                  .config = {.chunkSize = chunkSize}}};
    Zeros source(chunks * chunkSize);
    (void)package::publish(source, params, {});
}

// Envelopes of this many chunks, each with an id of its own and no ciphertext: not signed as they are, and quickly
// made.
inline void writeEnvelopes(const QString &folder, int chunks)
{
    QDir().mkpath(folder);
    QFile sample(QStringLiteral(SAMPLE_PACKAGE "/package/chunk-0.json"));
    if (!sample.open(QIODevice::ReadOnly)) {
        qFatal("no sample");
    }
    QJsonObject envelope = QJsonDocument::fromJson(sample.readAll()).object();
    const auto place = [&envelope](const char *field) {
        envelope[QLatin1String(field)] = QStringLiteral("<%1>").arg(QLatin1String(field));
        return '"' + QByteArray("<") + field + ">\"";
    };
    const QByteArray index = place("index");
    const QByteArray id = place("chunkId");
    const QByteArray form = QJsonDocument(envelope).toJson(QJsonDocument::Compact);
    for (int chunk = 0; chunk < chunks; ++chunk) {
        const std::string hash = crypto::hashText(crypto::sha256(std::to_string(chunk)));
        QByteArray text = form;
        text.replace(index, QByteArray::number(chunk)).replace(id, '"' + QByteArray::fromStdString(hash) + '"');
        writeFile(folder + QStringLiteral("/chunk-%1.json").arg(chunk), text);
    }
}

// A chain of this many rows of which nearly all are missing: an envelope after every 9,999 missing chunks, so that each
// missing one has a row of its own.
inline void writeSparseChain(const QString &folder, int rows)
{
    constexpr int every = 10'000;
    QDir().mkpath(folder);
    QFile sample(QStringLiteral(SAMPLE_PACKAGE "/package/chunk-0.json"));
    if (!sample.open(QIODevice::ReadOnly)) {
        qFatal("no sample");
    }
    QJsonObject envelope = QJsonDocument::fromJson(sample.readAll()).object();
    for (int index = every - 1; index < rows; index += every) {
        envelope[QStringLiteral("index")] = index;
        writeFile(folder + QStringLiteral("/chunk-%1.json").arg(index), QJsonDocument(envelope).toJson());
    }
}

} // namespace streamdesk::test
