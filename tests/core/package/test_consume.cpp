#include "core/base/errors.h"
#include "tests/support/package_fixture.h"

#include <QTest>

using namespace streamdesk;
using package::Refusal;

namespace {

package::ConsumeParams params(const test::GoldenPackage &golden, const std::filesystem::path &output,
                              const std::filesystem::path &access)
{
    return package::ConsumeParams{
        .access = package::readAccess(package::FolderStore(access, package::FolderStore::Reach::Flat), "buyer-1",
                                      package::AccessFolder::OnlyAccessFiles)
                      .access,
        .buyerId = "buyer-1",
        .buyer = golden.keyPair(QStringLiteral("buyer")),
        .output = output,
        .expectations = {},
        .acceptedVerdicts = {},
        .durability = io::Durability::NotSynced};
}

package::ConsumeParams params(const test::GoldenPackage &golden, const std::filesystem::path &output)
{
    return params(golden, output, golden.folder.toStdString() + "/access");
}

// Access to every chunk of a changed package, made by the owner anew: what a forger who is a buyer too would have.
void grantAnew(const test::GoldenPackage &golden, const package::Package &package, const std::filesystem::path &folder)
{
    (void)package::grant(
        package,
        package::GrantParams{.chunks = {},
                             .outputFolder = folder,
                             .durability = io::Durability::NotSynced,
                             .access = {.owner = golden.keyPair(QStringLiteral("owner")),
                                        .buyerRecipientId = "buyer-1",
                                        .buyer = stream::RecipientKey::parse(
                                            golden.publicKey(QStringLiteral("buyer")).toStdString(), "b")}},
        {});
}

} // namespace

class TestConsume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheDataBack_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("access");
        for (const char *name : {"csv", "eleven-plus", "empty", "exact-multiple", "one-byte", "text-utf8"}) {
            for (const char *access : {"access", "access-snake-case"}) {
                QTest::addRow("%s, %s", name, access) << QString::fromLatin1(name) << QString::fromLatin1(access);
            }
        }
    }
    void givesTheDataBack()
    {
        QFETCH(QString, name);
        QFETCH(QString, access);
        const test::Scratch scratch;
        const test::GoldenPackage golden(name);
        const auto package = package::Package::openFolder(golden.package(), {});
        const auto result = package::consume(
            package, params(golden, scratch.path("out"), (golden.folder + QLatin1Char('/') + access).toStdString()),
            {});
        QVERIFY(result.refusal == Refusal::None);
        QVERIFY(result.data == package::DataCheck::Matches);
        QCOMPARE(test::readFile(scratch.qpath("out")), golden.source());
        QCOMPARE(test::namesIn(scratch.path("")), QStringList{QStringLiteral("out")});
    }

    void replacesAnEarlierFileOnlyWhenAllIsRight()
    {
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("csv"));
        const auto folder = scratch.copy(golden, "package");
        test::setText(scratch.path("out"), "earlier");
        test::flipBit(folder / "chunk-4.bin", 100);
        const auto result =
            package::consume(package::Package::openFolder(folder, {}), params(golden, scratch.path("out")), {});
        QVERIFY(result.refusal == Refusal::ChainInvalid);
        QCOMPARE(test::textOf(scratch.path("out")), std::string("earlier"));
        QCOMPARE(test::namesIn(scratch.path("")), (QStringList{QStringLiteral("out"), QStringLiteral("package")}));

        const auto good = package::consume(package::Package::openFolder(golden.package(), {}),
                                           params(golden, scratch.path("out")), {});
        QVERIFY(good.refusal == Refusal::None);
        QCOMPARE(test::readFile(scratch.qpath("out")), golden.source());
    }

    void nothingIsWrittenForForgeries_data()
    {
        QTest::addColumn<QString>("mutation");
        QTest::addColumn<int>("refusal");
        QTest::addColumn<QString>("acceptable"); // what a person may insist on
        const auto row = [](const char *mutation, Refusal refusal, const char *acceptable) {
            QTest::newRow(mutation) << QString::fromLatin1(mutation) << int(refusal) << QString::fromLatin1(acceptable);
        };
        row("did-replaced-NOT-DETECTED", Refusal::Verdict, "signer-changed");
        row("chunk-dropped-and-relinked-NOT-DETECTED", Refusal::OtherData, "");
        row("chunks-reordered-and-relinked-NOT-DETECTED", Refusal::OtherData, "");
        row("chunk-repeated-and-relinked-NOT-DETECTED", Refusal::OtherData, "");
    }
    void nothingIsWrittenForForgeries()
    {
        QFETCH(QString, mutation);
        QFETCH(int, refusal);
        QFETCH(QString, acceptable);
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("csv"));
        test::writeMutation(mutation, scratch.path("package"));
        const auto package = package::Package::openFolder(scratch.path("package"), {});
        grantAnew(golden, package, scratch.path("access"));
        package::ConsumeParams with = params(golden, scratch.path("out"), scratch.path("access"));
        const auto result = package::consume(package, with, {});
        QCOMPARE(int(result.refusal), refusal);
        QCOMPARE(test::namesIn(scratch.path("")), (QStringList{QStringLiteral("access"), QStringLiteral("package")}));

        if (acceptable.isEmpty()) {
            with.acceptOtherData = true;
        } else {
            with.acceptedVerdicts = {*stream::verdictFromName(acceptable.toStdString())};
        }
        QVERIFY(package::consume(package, with, {}).refusal == Refusal::None);
        QVERIFY(std::filesystem::exists(scratch.path("out")));
    }

    void aCodeThatDiffersRefuses()
    {
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("csv"));
        const auto package = package::Package::openFolder(golden.package(), {});
        package::ConsumeParams with = params(golden, scratch.path("out"));
        with.expectations.code = "RDWH-K958-H94H-8MNR-M10Q-Y";
        const auto refused = package::consume(package, with, {});
        QVERIFY(refused.refusal == Refusal::Verdict);
        with.expectations.code = refused.verification->code;
        QVERIFY(package::consume(package, with, {}).refusal == Refusal::None);
    }

    void saysWhichChunkCannotBeDecrypted_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("code");
        QTest::newRow("plaintext hash") << QStringLiteral("plaintextHash") << int(ErrorCode::PlaintextHashMismatch);
        QTest::newRow("nonce") << QStringLiteral("nonce") << int(ErrorCode::DecryptionFailed);
        QTest::newRow("commitment") << QStringLiteral("keyCommitment") << int(ErrorCode::CommitmentMismatch);
    }
    void saysWhichChunkCannotBeDecrypted()
    {
        QFETCH(QString, field);
        QFETCH(int, code);
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("csv"));
        const auto folder = scratch.copy(golden, "package");
        for (const char *victim : {"chunk-2.json", "chunk-4.json"}) {
            std::string text = test::textOf(folder / victim);
            const std::size_t end = text.find("\",", text.find("\"" + field.toStdString() + "\": \"")) - 1;
            text[end] = text[end] == '0' ? '1' : '0';
            test::setText(folder / victim, text);
        }
        for (const bool skipVerify : {false, true}) {
            package::ConsumeParams with = params(golden, scratch.path("out"));
            with.skipVerify = skipVerify;
            try {
                (void)package::consume(package::Package::openFolder(folder, {}), with, {});
                QFAIL("decrypted");
            } catch (const StreamError &error) {
                QCOMPARE(int(error.code()), code);
                QCOMPARE(*error.context().chunk, std::uint64_t{2});
            }
            QCOMPARE(test::namesIn(scratch.path("")), QStringList{QStringLiteral("package")});
        }
    }

    void aWrongKeyIsToldBeforeAnythingIsWritten()
    {
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("csv"));
        package::ConsumeParams with = params(golden, scratch.path("out"));
        with.buyer = golden.keyPair(QStringLiteral("stranger"));
        const auto package = package::Package::openFolder(golden.package(), {});
        QVERIFY(test::errorOf([&] { (void)package::consume(package, with, {}); }) == ErrorCode::UnwrapFailed);
        QVERIFY(test::namesIn(scratch.path("")).isEmpty());
    }

    void partsThatWereBoughtBecomeFiles()
    {
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("eleven-plus"));
        const auto whole = package::Package::openFolder(golden.package(), {});
        package::ConsumeParams with = params(golden, scratch.path("out"));
        for (const std::size_t unbought : {3, 4, 9}) {
            with.access.erase(whole.chunkId(unbought));
        }
        QVERIFY(test::errorOf([&] { (void)package::consume(whole, with, {}); }) == ErrorCode::NotGranted);

        with.partial = true;
        const auto result = package::consume(whole, with, {});
        QVERIFY(result.refusal == Refusal::None);
        QVERIFY(result.data == package::DataCheck::NothingToCompare);
        QCOMPARE(result.chunkCount, std::uint64_t{10});
        QCOMPARE(test::namesIn(scratch.path("")),
                 (QStringList{QStringLiteral("out.0-2"), QStringLiteral("out.10-12"), QStringLiteral("out.5-8")}));
        QCOMPARE(test::readFile(scratch.qpath("out.0-2")), golden.source().left(3 * 1024));
        QCOMPARE(test::readFile(scratch.qpath("out.5-8")), golden.source().mid(5 * 1024, 4 * 1024));
        QCOMPARE(test::readFile(scratch.qpath("out.10-12")), golden.source().mid(10 * 1024));
    }

    void whatWasNotBoughtMayBeMissingOrDamaged()
    {
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("eleven-plus"));
        const auto folder = scratch.copy(golden, "package");
        package::ConsumeParams with = params(golden, scratch.path("out"));
        const auto whole = package::Package::openFolder(folder, {});
        for (std::size_t i = 2; i < 13; ++i) {
            with.access.erase(whole.chunkId(i));
        }
        std::filesystem::remove(folder / "chunk-5.json");
        std::filesystem::remove(folder / "chunk-5.bin");
        std::filesystem::remove(folder / "chunk-7.bin");
        test::flipBit(folder / "chunk-9.bin", 3);
        with.partial = true;
        const auto result = package::consume(package::Package::openFolder(folder, {}), with, {});
        QVERIFY(result.refusal == Refusal::None);
        QVERIFY(result.verification->judgement.verdict == stream::Verdict::IntactUntrusted);
        QCOMPARE(test::readFile(scratch.qpath("out.0-1")), golden.source().left(2 * 1024));

        test::flipBit(folder / "chunk-1.bin", 3); // but what was bought may not
        std::filesystem::remove(scratch.path("out.0-1"));
        const auto damaged = package::consume(package::Package::openFolder(folder, {}), with, {});
        QVERIFY(damaged.refusal == Refusal::ChainInvalid);
        QVERIFY(!std::filesystem::exists(scratch.path("out.0-1")));
        std::filesystem::remove(folder / "chunk-1.bin");
        QVERIFY(test::errorOf([&] { (void)package::consume(package::Package::openFolder(folder, {}), with, {}); })
                == ErrorCode::MissingCiphertext);
    }

    void chunksLargerThanTheMemoryForThemAreStreamed()
    {
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("csv"));
        QByteArray data(21 << 20, 'x');
        for (qsizetype i = 0; i < data.size(); i += 997) {
            data[i] = char(i);
        }
        struct Source : stream::ByteSource
        {
            explicit Source(const QByteArray &bytes) : m_bytes(bytes) {}
            [[nodiscard]] std::size_t read(std::span<std::byte> out) override
            {
                const qsizetype n = std::min<qsizetype>(m_bytes.size() - m_at, qsizetype(out.size()));
                std::memcpy(out.data(), m_bytes.constData() + m_at, std::size_t(n));
                m_at += n;
                return std::size_t(n);
            }
            const QByteArray &m_bytes;
            qsizetype m_at = 0;
        } source(data);
        const auto key = [&](const char *role) {
            return stream::RecipientKey::parse(golden.publicKey(QLatin1String(role)).toStdString(), role);
        };
        (void)package::publish(source,
                               package::PublishParams{.outputFolder = scratch.path("package"),
                                                      .durability = io::Durability::NotSynced,
                                                      .chain = {.owner = key("owner"),
                                                                .operatorKey = key("operator"),
                                                                .machine = key("machine"),
                                                                .signingKey = golden.signingKey(),
                                                                .machineDid = "d",
                                                                .machineKeyId = "k",
                                                                .config = {.chunkSize = 10 << 20}}},
                               {});
        const auto package = package::Package::openFolder(scratch.path("package"), {});
        grantAnew(golden, package, scratch.path("access"));
        const auto with = params(golden, scratch.path("out"), scratch.path("access"));
        QVERIFY(package::consume(package, with, {}).data == package::DataCheck::Matches);
        QVERIFY(test::readFile(scratch.qpath("out")) == data);

        std::filesystem::remove(scratch.path("out"));
        test::flipBit(scratch.path("package/chunk-1.bin"), 8 * (9 << 20));
        QVERIFY(package::consume(package, with, {}).refusal == Refusal::ChainInvalid);
        QVERIFY(!std::filesystem::exists(scratch.path("out")));
        auto unchecked = params(golden, scratch.path("out"), scratch.path("access"));
        unchecked.skipVerify = true;
        QVERIFY(test::errorOf([&] { (void)package::consume(package, unchecked, {}); }) == ErrorCode::DecryptionFailed);
        QVERIFY(!std::filesystem::exists(scratch.path("out")));
    }

    void everyFlippedBitAndEveryCutOfAPackageIsRefused()
    {
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("one-byte"));
        const auto folder = scratch.copy(golden, "package");
        const auto victim = folder / "chunk-0.bin";
        const std::string whole = test::textOf(victim);
        const auto with = params(golden, scratch.path("out"));
        const auto attempt = [&] {
            const auto result = package::consume(package::Package::openFolder(folder, {}), with, {});
            QVERIFY(result.refusal == Refusal::ChainInvalid);
            QVERIFY(!std::filesystem::exists(scratch.path("out")));
        };
        for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
            test::flipBit(victim, bit);
            attempt();
            test::setText(victim, whole);
        }
        for (std::size_t size = 0; size < whole.size(); ++size) {
            test::setText(victim, whole.substr(0, size));
            attempt();
        }
    }

    // Between opening the package and reading the chunk, as when somebody copies into the folder.
    void aChunkThatChangesMeanwhileIsRefused_data()
    {
        QTest::addColumn<QString>("victim");
        QTest::newRow("ciphertext cut") << QStringLiteral("chunk-2.bin");
        QTest::newRow("ciphertext gone") << QStringLiteral("chunk-2.bin gone");
        QTest::newRow("another chunk's envelope") << QStringLiteral("chunk-2.json");
    }
    void aChunkThatChangesMeanwhileIsRefused()
    {
        QFETCH(QString, victim);
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("csv"));
        const auto folder = scratch.copy(golden, "package");
        const auto package = package::Package::openFolder(folder, {});
        if (victim == QStringLiteral("chunk-2.json")) {
            test::setText(folder / "chunk-2.json", test::textOf(folder / "chunk-3.json"));
        } else if (victim == QStringLiteral("chunk-2.bin")) {
            test::setText(folder / "chunk-2.bin", test::textOf(folder / "chunk-2.bin").substr(0, 20));
        } else {
            std::filesystem::remove(folder / "chunk-2.bin");
        }
        package::ConsumeParams with = params(golden, scratch.path("out"));
        QVERIFY(package::consume(package, with, {}).refusal == Refusal::ChainInvalid);
        with.skipVerify = true;
        QVERIFY(test::errorOf([&] { (void)package::consume(package, with, {}); }) == ErrorCode::FileChanged);
        QVERIFY(!std::filesystem::exists(scratch.path("out")));
    }

    void stopLeavesNothing()
    {
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("eleven-plus"));
        const auto package = package::Package::openFolder(golden.package(), {});
        const auto with = params(golden, scratch.path("out"));
        jobs::StopFlag stop;
        const jobs::JobControl control{.stop = &stop, .progress = [&](const jobs::Progress &progress) {
                                           if (progress.chunksDone == 5) {
                                               stop.requestStop();
                                           }
                                       }};
        QVERIFY(test::errorOf([&] { (void)package::consume(package, with, control); }) == ErrorCode::Stopped);
        QVERIFY(test::namesIn(scratch.path("")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestConsume)
#include "test_consume.moc"
