// A package of many small chunks, made by the engine.
#pragma once

#include "core/package/publish.h"
#include "tests/support/package_fixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace streamdesk::test {

class MadePackage
{
public:
    explicit MadePackage(int chunks, const QString &name = QStringLiteral("package"), std::uint64_t chunkSize = 64)
        : m_path(m_directory.filePath(name))
    {
        const GoldenPackage golden(QStringLiteral("csv")); // its keys
        const auto key = [&](const char *role) {
            return stream::RecipientKey::parse(golden.publicKey(QLatin1String(role)).toStdString(), role);
        };
        const package::PublishParams params{.outputFolder = m_path.toStdString(),
                                            .durability = io::Durability::NotSynced,
                                            .chain = {.owner = key("owner"),
                                                      .operatorKey = key("operator"),
                                                      .machine = key("machine"),
                                                      .signingKey = golden.signingKey(),
                                                      .machineDid = "did:peaq:0x41A5f29ab6e84A7d0Cc0D4bE2D6a5e8B2c371B6B",
                                                      .machineKeyId = "did:peaq:0x41A5f29ab6e84A7d0Cc0D4bE2D6a5e8B2c371B6B#keys-1",
                                                      .config = {.chunkSize = chunkSize}}};
        Zeros source(std::uint64_t(chunks) * chunkSize);
        (void)package::publish(source, params, {});
    }

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString file(const QString &name) const { return m_path + QLatin1Char('/') + name; }

private:
    class Zeros : public stream::ByteSource
    {
    public:
        explicit Zeros(std::uint64_t bytes) : m_left(bytes) {}
        [[nodiscard]] std::size_t read(std::span<std::byte> out) override
        {
            const auto n = std::size_t(std::min<std::uint64_t>(m_left, out.size()));
            std::fill_n(out.begin(), n, std::byte{0});
            m_left -= n;
            return n;
        }

    private:
        std::uint64_t m_left;
    };

    QTemporaryDir m_directory;
    QString m_path;
};

} // namespace streamdesk::test
