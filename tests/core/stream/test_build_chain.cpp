#include "core/base/errors.h"
#include "core/crypto/random.h"
#include "core/crypto/sha256.h"
#include "core/stream/build_chain.h"
#include "core/stream/chain_verifier.h"
#include "core/stream/decrypt.h"
#include "tests/support/vectors.h"

#include <QTest>

using namespace streamdesk;
using namespace streamdesk::stream;

namespace {

class MemorySource : public ByteSource
{
public:
    explicit MemorySource(std::span<const std::byte> data) : m_data(data) {}

    [[nodiscard]] std::size_t read(std::span<std::byte> out) override
    {
        const std::size_t n = std::min(out.size(), m_data.size());
        std::copy_n(m_data.begin(), n, out.begin());
        m_data = m_data.subspan(n);
        return n;
    }

private:
    std::span<const std::byte> m_data;
};

BuildChunkChainParams params(const test::GoldenPackage &golden, std::uint64_t chunkSize)
{
    const auto key = [&](const char *role) {
        return RecipientKey::parse(golden.publicKey(QLatin1String(role)).toStdString(), role);
    };
    return BuildChunkChainParams{.owner = key("owner"),
                                 .operatorKey = key("operator"),
                                 .machine = key("machine"),
                                 .signingKey = golden.signingKey(),
                                 .machineDid = "did:peaq:Straße",
                                 .machineKeyId = "did:peaq:Straße#1",
                                 .config = {.chunkSize = chunkSize}};
}

} // namespace

class TestBuildChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsBuiltVerifiesAndDecrypts_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("chunkSize");
        QTest::addColumn<int>("chunks");
        QTest::newRow("nothing") << 0 << 16 << 1;
        QTest::newRow("one byte") << 1 << 16 << 1;
        QTest::newRow("one chunk") << 16 << 16 << 1;
        QTest::newRow("one chunk and a byte") << 17 << 16 << 2;
        QTest::newRow("exact multiple") << 64 << 16 << 4;
        QTest::newRow("more than ten") << 500 << 16 << 32;
        QTest::newRow("chunks of a byte") << 30 << 1 << 30;
        QTest::newRow("larger than the data") << 1000 << 1 << 1000;
        QTest::newRow("one large") << 100000 << (1 << 30) << 1;
        QTest::newRow("large, in blocks") << (20 << 20) + 3 << (9 << 20) << 3;
        QTest::newRow("large, ending with a block") << (16 << 20) << (16 << 20) << 1;
    }
    void whatIsBuiltVerifiesAndDecrypts()
    {
        QFETCH(int, size);
        QFETCH(int, chunkSize);
        QFETCH(int, chunks);
        const test::GoldenPackage golden(QStringLiteral("csv"));
        std::vector<std::byte> data(static_cast<std::size_t>(size));
        crypto::randomBytes(data);
        MemorySource source(data);
        test::MemoryChunks sink;
        const BuiltChain built =
            buildChunkChain(source, sink, params(golden, std::uint64_t(chunkSize)), std::uint64_t(size), {});
        QCOMPARE(built.totalChunks, std::uint64_t(chunks));
        QCOMPARE(built.totalBytes, std::uint64_t(size));
        QCOMPARE(built.sourceHash, crypto::hashText(crypto::sha256(data)));

        const ChainReport report = verifyChunkChain(sink, {.chunkSize = std::uint64_t(chunkSize), .checked = {}}, {});
        QVERIFY(report.valid);
        QVERIFY(report.findings.empty());
        QCOMPARE(report.dids, std::vector<std::string>{"did:peaq:Straße"});
        QVERIFY(report.signers[0] == golden.signingKey().publicKey);

        std::vector<std::byte> plaintext;
        crypto::ChunkKey key;
        ChunkDecryptor decryptor;
        for (std::size_t i = 0; i < sink.count(); ++i) {
            json::Document document;
            const ChunkEnvelope envelope = sink.envelope(i, document).envelope;
            QCOMPARE(envelope.encryption.keyRecipients.size(), std::size_t{3});
            unwrapChunkKey(envelope, envelope.encryption.keyRecipients[i % 3],
                           golden.keyPair(QLatin1String(i % 3 == 0   ? "owner"
                                                        : i % 3 == 1 ? "operator"
                                                                     : "machine")),
                           key);
            const auto content = decryptChunk(envelope, key, sink.ciphertexts[i], decryptor);
            plaintext.insert(plaintext.end(), content.begin(), content.end());
        }
        QVERIFY(plaintext == data);
    }

    void keysAndNoncesAreFresh()
    {
        const test::GoldenPackage golden(QStringLiteral("csv"));
        const std::vector<std::byte> data(64); // all zero: equal chunks must not look equal
        test::MemoryChunks sink;
        MemorySource source(data);
        (void)buildChunkChain(source, sink, params(golden, 8), data.size(), {});
        std::set<std::string> nonces;
        std::set<std::string> commitments;
        std::set<std::vector<std::byte>> ciphertexts;
        for (std::size_t i = 0; i < sink.count(); ++i) {
            json::Document document;
            const ChunkEnvelope envelope = sink.envelope(i, document).envelope;
            nonces.insert(envelope.encryption.nonce);
            commitments.insert(envelope.encryption.keyCommitment);
            ciphertexts.insert(sink.ciphertexts[i]);
        }
        QCOMPARE(nonces.size(), std::size_t{8});
        QCOMPARE(commitments.size(), std::size_t{8});
        QCOMPARE(ciphertexts.size(), std::size_t{8});
    }

    void refusesParametersBeforeReading_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("code");
        const auto row = [](const char *field, ErrorCode code) {
            QTest::newRow(field) << QString::fromLatin1(field) << int(code);
        };
        row("machineDid", ErrorCode::EmptyValue);
        row("machineKeyId", ErrorCode::InvalidText);
        row("chunkSize", ErrorCode::InvalidNumber);
        row("hashAlgorithm", ErrorCode::UnsupportedHashAlgorithm);
    }
    void refusesParametersBeforeReading()
    {
        QFETCH(QString, field);
        QFETCH(int, code);
        BuildChunkChainParams bad = params(test::GoldenPackage(QStringLiteral("csv")), 16);
        if (field == QStringLiteral("machineDid")) {
            bad.machineDid = " \t";
        } else if (field == QStringLiteral("machineKeyId")) {
            bad.machineKeyId = "\xff";
        } else if (field == QStringLiteral("chunkSize")) {
            bad.config.chunkSize = 0;
        } else {
            bad.config.hashAlgorithm = "sha-512";
        }
        const std::vector<std::byte> data(10);
        MemorySource source(data);
        test::MemoryChunks sink;
        try {
            (void)buildChunkChain(source, sink, bad, 0, {});
            QFAIL("accepted");
        } catch (const StreamValidationError &error) {
            QCOMPARE(int(error.code()), code);
            QCOMPARE(QString::fromStdString(error.context().field), field);
            QCOMPARE(sink.count(), std::size_t{0});
        }
    }

    void stopsBetweenBlocksOfOneChunk()
    {
        const std::vector<std::byte> data(std::size_t{64} << 20U);
        jobs::StopFlag stop;
        struct StoppingSource : MemorySource
        {
            StoppingSource(std::span<const std::byte> bytes, jobs::StopFlag &flag) : MemorySource(bytes), m_flag(flag)
            {
            }
            [[nodiscard]] std::size_t read(std::span<std::byte> out) override
            {
                m_flag.requestStop();
                ++reads;
                return MemorySource::read(out);
            }
            jobs::StopFlag &m_flag;
            int reads = 0;
        } source(data, stop);
        test::MemoryChunks sink;
        try {
            (void)buildChunkChain(source, sink, params(test::GoldenPackage(QStringLiteral("csv")), data.size()),
                                  data.size(), jobs::JobControl{.stop = &stop, .progress = {}});
            QFAIL("went on");
        } catch (const StreamError &error) {
            QVERIFY(error.code() == ErrorCode::Stopped);
            QCOMPARE(source.reads, 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestBuildChain)
#include "test_build_chain.moc"
