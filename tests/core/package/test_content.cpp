// Data read out of a package into memory.
#include "core/package/content.h"

#include "core/base/errors.h"
#include "core/package/openable.h"
#include "tests/support/expect.h"
#include "tests/support/package_fixture.h"

#include <QTest>

using namespace streamdesk;
using package::Content;

namespace {

constexpr std::uint64_t chunkSize = 2048; // of the golden package
constexpr std::uint64_t plenty = 1U << 20U;

QByteArray asBytes(const crypto::WipedBytes &bytes)
{
    return {reinterpret_cast<const char *>(bytes.bytes().data()), qsizetype(bytes.size())};
}

// As a person would publish it.
void publish(const test::GoldenPackage &golden, const QByteArray &data, std::uint64_t chunkBytes,
             const std::filesystem::path &folder)
{
    struct Source : stream::ByteSource
    {
        explicit Source(const QByteArray &bytes) : rest(bytes) {}
        std::size_t read(std::span<std::byte> out) override
        {
            const auto n = std::min<std::size_t>(out.size(), std::size_t(rest.size()));
            std::copy_n(reinterpret_cast<const std::byte *>(rest.constData()), n, out.begin());
            rest.remove(0, qsizetype(n));
            return n;
        }
        QByteArray rest;
    } source(data);
    const auto recipient = [&golden](const char *role) {
        return stream::RecipientKey::parse(golden.publicKey(QLatin1String(role)).toStdString(), role);
    };
    (void)package::publish(source,
                           package::PublishParams{.outputFolder = folder,
                                                  .durability = io::Durability::NotSynced,
                                                  .expectedBytes = 0,
                                                  .chain = {.owner = recipient("owner"),
                                                            .operatorKey = recipient("operator"),
                                                            .machine = recipient("machine"),
                                                            .signingKey = golden.signingKey(),
                                                            .machineDid = "did:peaq:1",
                                                            .machineKeyId = "did:peaq:1#k",
                                                            .config = {.chunkSize = chunkBytes}},
                                                  .outputArchive = {}},
                           {});
}

} // namespace

class TestContent : public QObject
{
    Q_OBJECT

private:
    const test::GoldenPackage m_golden{QStringLiteral("csv")};

    Content read(const std::filesystem::path &folder, std::size_t position, std::uint64_t limit = plenty,
                 const QString &role = QStringLiteral("owner"), const stream::BuyerAccess &granted = {}) const
    {
        return package::readContent(package::Package::openFolder(folder, {}), position, limit, m_golden.keyPair(role),
                                    granted, {});
    }

private Q_SLOTS:
    void givesAllFromTheBeginning()
    {
        const Content content = read(m_golden.package(), 0);
        QCOMPARE(asBytes(content.bytes), m_golden.source());
        QCOMPARE(content.firstChunk, 0U);
        QCOMPARE(content.lastChunk, 5U);
        QVERIFY(content.begin == Content::Begin::OfData);
        QVERIFY(content.end == Content::End::OfData);
        QVERIFY(!content.lastChunkCut);
        QCOMPARE(content.firstLine.size(), std::size_t(0));
    }

    void goesOnOverChunksUpToTheLimit()
    {
        const Content content = read(m_golden.package(), 2, 2 * chunkSize + 100);
        QCOMPARE(asBytes(content.bytes), m_golden.source().mid(2 * chunkSize, 2 * chunkSize));
        QCOMPARE(content.firstChunk, 2U);
        QCOMPARE(content.lastChunk, 3U);
        QVERIFY(content.end == Content::End::Limit);
        QVERIFY(!content.lastChunkCut);
        QVERIFY(content.begin == Content::Begin::InLine);
        QCOMPARE(asBytes(content.firstLine), QByteArray("time,lat,lon,temp"));
    }

    void chunkLargerThanTheLimitIsCut()
    {
        const Content content = read(m_golden.package(), 1, 1000);
        QCOMPARE(asBytes(content.bytes), m_golden.source().mid(chunkSize, 1000));
        QVERIFY(content.end == Content::End::Limit);
        QVERIFY(content.lastChunkCut);
        QCOMPARE(content.firstLine.size(), std::size_t(0)); // chunk 0 is over the limit, too
        QVERIFY(content.begin == Content::Begin::NotKnown);
    }

    void largeChunksAreReadInBlocks()
    {
        const test::Scratch scratch;
        QByteArray data(700'001, 'x');
        for (qsizetype i = 99; i < data.size(); i += 100) {
            data[i] = '\n';
        }
        publish(m_golden, data, 600'000, scratch.path("package"));
        const Content all = read(scratch.path("package"), 0);
        QCOMPARE(asBytes(all.bytes), data);
        const Content cut = read(scratch.path("package"), 0, 300'000);
        QCOMPARE(asBytes(cut.bytes), data.first(300'000));
        QVERIFY(cut.lastChunkCut);
        const Content second = read(scratch.path("package"), 1);
        QCOMPARE(asBytes(second.bytes), data.mid(600'000));
        QVERIFY(second.begin == Content::Begin::OfLine);
        QCOMPARE(asBytes(second.firstLine), data.first(99));
    }

    void manySmallChunksEndSomewhere()
    {
        const test::Scratch scratch;
        const QByteArray data(qsizetype(package::mostContentChunks) + 50, 'x');
        publish(m_golden, data, 1, scratch.path("package"));
        const Content content = read(scratch.path("package"), 20);
        QCOMPARE(content.bytes.size(), std::size_t(package::mostContentChunks));
        QVERIFY(content.end == Content::End::Limit);
    }

    void emptyDataIsNoFault()
    {
        const test::GoldenPackage empty(QStringLiteral("empty"));
        const Content content = package::readContent(package::Package::openFolder(empty.package(), {}), 0, plenty,
                                                     empty.keyPair(QStringLiteral("owner")), {}, {});
        QCOMPARE(content.bytes.size(), std::size_t(0));
        QVERIFY(content.end == Content::End::OfData);
    }

    void buyerReadsByAccessFiles()
    {
        const auto package = package::Package::openFolder(m_golden.package(), {});
        const auto buyer = m_golden.keyPair(QStringLiteral("buyer"));
        const auto store =
            package::openStore(m_golden.folder.toStdString() + "/access", package::FolderStore::Reach::Flat);
        stream::BuyerAccess granted = package::grantedTo(buyer.publicKey, package, {store}, {});
        QCOMPARE(granted.size(), std::size_t(6));
        QCOMPARE(asBytes(package::readContent(package, 0, plenty, buyer, granted, {}).bytes), m_golden.source());

        granted.erase(package.chunkId(3));
        const Content part = package::readContent(package, 1, plenty, buyer, granted, {});
        QCOMPARE(asBytes(part.bytes), m_golden.source().mid(chunkSize, 2 * chunkSize));
        QVERIFY(part.end == Content::End::NotOpened);
        // The data may go on in the line of the chunk before, which is not this buyer's.
        const Content behind = package::readContent(package, 4, plenty, buyer, granted, {});
        QVERIFY(behind.begin == Content::Begin::NotKnown);
        QCOMPARE(asBytes(behind.firstLine), QByteArray("time,lat,lon,temp"));
    }

    void endsWhereSomethingIsMissingOrBroken()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(m_golden, "package");
        std::filesystem::remove(folder / "chunk-2.bin");
        test::flipBit(folder / "chunk-5.bin", 700);
        const Content first = read(folder, 0);
        QCOMPARE(asBytes(first.bytes), m_golden.source().first(2 * chunkSize));
        QVERIFY(first.end == Content::End::Missing);
        const Content last = read(folder, 3);
        QCOMPARE(asBytes(last.bytes), m_golden.source().mid(3 * chunkSize, 2 * chunkSize));
        QVERIFY(last.end == Content::End::Failed);
        QCOMPARE(last.failure->code(), ErrorCode::DecryptionFailed);
        QCOMPARE(last.failure->context().chunk, std::optional<std::uint64_t>(5));
        std::filesystem::remove(folder / "chunk-1.json");
        QVERIFY(read(folder, 0).end == Content::End::Missing);
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<int>("code");
        const auto row = [](const char *damage, ErrorCode code) {
            QTest::newRow(damage) << QString::fromLatin1(damage) << int(code);
        };
        row("stranger", ErrorCode::NotGranted);
        row("no ciphertext", ErrorCode::MissingCiphertext);
        row("changed ciphertext", ErrorCode::DecryptionFailed);
        row("cut ciphertext", ErrorCode::DecryptionFailed);
        row("short ciphertext", ErrorCode::DecryptionFailed);
        row("other key's box", ErrorCode::UnwrapFailed);
        row("commitment", ErrorCode::CommitmentMismatch);
        row("plaintext hash", ErrorCode::PlaintextHashMismatch);
        row("nonce", ErrorCode::DecryptionFailed);
        row("envelope", ErrorCode::InvalidJson);
    }
    void refusals()
    {
        QFETCH(QString, damage);
        QFETCH(int, code);
        const test::Scratch scratch;
        const auto folder = scratch.copy(m_golden, "package");
        const auto change = [&](const std::string &before, const std::string &after) {
            test::replaceText(folder / "chunk-1.json", before, after);
        };
        if (damage == QLatin1String("no ciphertext")) {
            std::filesystem::remove(folder / "chunk-1.bin");
        } else if (damage == QLatin1String("changed ciphertext")) {
            test::flipBit(folder / "chunk-1.bin", 5);
        } else if (damage == QLatin1String("cut ciphertext")) {
            std::filesystem::resize_file(folder / "chunk-1.bin", 1000);
        } else if (damage == QLatin1String("short ciphertext")) {
            std::filesystem::resize_file(folder / "chunk-1.bin", 15);
        } else if (damage == QLatin1String("other key's box")) {
            change(m_golden.publicKey(QStringLiteral("operator")).toStdString(),
                   m_golden.publicKey(QStringLiteral("stranger")).toStdString());
        } else if (damage == QLatin1String("commitment")) {
            change("\"sha256:", "\"sha256:0");
        } else if (damage == QLatin1String("plaintext hash")) {
            change("\"plaintextHash\": \"0x", "\"plaintextHash\": \"0x0");
        } else if (damage == QLatin1String("nonce")) {
            change("\"nonce\": \"", "\"nonce\": \"00");
        } else if (damage == QLatin1String("envelope")) {
            test::setText(folder / "chunk-1.json", "{");
        }
        const bool stranger = damage == QLatin1String("stranger") || damage == QLatin1String("other key's box");
        const auto error = test::thrownBy(
            [&] { (void)read(folder, 1, plenty, stranger ? QStringLiteral("stranger") : QStringLiteral("owner")); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode(code));
        QCOMPARE(error->context().chunk, std::optional<std::uint64_t>(1));
    }
};

QTEST_GUILESS_MAIN(TestContent)

#include "test_content.moc"
