#include "core/base/errors.h"
#include "tests/support/package_fixture.h"

#include <QTest>

using namespace streamdesk;
using package::ChunkRange;

namespace {

package::GrantParams params(const test::GoldenPackage &golden, const std::filesystem::path &folder)
{
    return package::GrantParams{
        .chunks = {},
        .outputFolder = folder,
        .durability = io::Durability::NotSynced,
        .access = {.owner = golden.keyPair(QStringLiteral("owner")),
                   .buyerRecipientId = "buyer-1",
                   .buyer = stream::RecipientKey::parse(golden.publicKey(QStringLiteral("buyer")).toStdString(), "b")}};
}

} // namespace

class TestGrant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rangesAreReadAndJoined_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("described"); // empty: refused
        const auto row = [](const char *text, const char *described) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(described);
        };
        row("0", "0");
        row("0-9,12", "0–9, 12");
        row(" 3 , 1 - 2 ", "");
        row("3,1-2", "1–3");
        row("5-5", "5");
        row("0-3,2-8", "0–8");
        row("", "");
        row("1,", "");
        row("-1", "");
        row("9-3", "");
        row("a", "");
        row("1-2-3", "");
        row("18446744073709551615", "");
        row("99999999999999999999", "");
    }
    void rangesAreReadAndJoined()
    {
        QFETCH(QString, text);
        QFETCH(QString, described);
        if (described.isEmpty()) {
            QVERIFY(test::errorOf([&] { (void)package::parseRanges(text.toStdString()); }) == ErrorCode::InvalidRange);
        } else {
            QCOMPARE(QString::fromStdString(package::describeRanges(package::parseRanges(text.toStdString()))),
                     described);
        }
    }

    void grantsExactlyTheChunksAskedFor()
    {
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("eleven-plus"));
        package::GrantParams with = params(golden, scratch.path("access"));
        with.chunks = {{0, 2}, {12, 12}};
        const auto package = package::Package::openFolder(golden.package(), {});
        const package::GrantResult result = package::grant(package, with, {});
        QCOMPARE(result.chunkCount, std::uint64_t{4});
        QCOMPARE(result.chunks, with.chunks);
        const auto reading =
            package::readAccess(package::FolderStore(scratch.path("access"), package::FolderStore::Reach::Flat),
                                "buyer-1", package::AccessFolder::OnlyAccessFiles);
        QCOMPARE(reading.access.size(), std::size_t{4});
        for (const std::size_t i : {0, 1, 2, 12}) {
            QVERIFY(reading.access.contains(package.chunkId(i)));
        }

        with.chunks = {{12, 13}};
        with.outputFolder = scratch.path("other");
        QVERIFY(test::errorOf([&] { (void)package::grant(package, with, {}); }) == ErrorCode::InvalidRange);
        QVERIFY(!std::filesystem::exists(scratch.path("other")));
    }

    void replacesOnlyThisBuyersFiles()
    {
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("eleven-plus"));
        const auto package = package::Package::openFolder(golden.package(), {});
        package::GrantParams with = params(golden, scratch.path("access"));
        with.access.maxFileSize = 1; // thirteen files
        QCOMPARE(package::grant(package, with, {}).files.size(), std::size_t{13});
        const std::string other = std::string(64, 'c') + "-1.json";
        test::setText(scratch.path("access/" + other), "another buyer's");
        QVERIFY(test::errorOf([&] { (void)package::grant(package, with, {}); }) == ErrorCode::InTheWay);

        with.replace = true;
        with.access.maxFileSize = stream::defaultAccessFileSize;
        QCOMPARE(package::grant(package, with, {}).files.size(), std::size_t{1});
        QCOMPARE(test::namesIn(scratch.path("access")).size(), 2);
        QCOMPARE(test::textOf(scratch.path("access/" + other)), std::string("another buyer's"));
    }

    void aWrongOwnerKeyLeavesNothing()
    {
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("csv"));
        package::GrantParams with = params(golden, scratch.path("access"));
        with.access.owner = golden.keyPair(QStringLiteral("stranger"));
        const auto package = package::Package::openFolder(golden.package(), {});
        try {
            (void)package::grant(package, with, {});
            QFAIL("granted");
        } catch (const StreamError &error) {
            QVERIFY(error.code() == ErrorCode::UnwrapFailed);
            QCOMPARE(error.context().file, std::string("chunk-0.json")); // the first, every time
        }
        QVERIFY(test::namesIn(scratch.path("")).isEmpty());
    }

    void aMixedFolderIsReadByContent()
    {
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("csv"));
        const auto folder = scratch.copy(golden, "package");
        std::filesystem::copy(golden.folder.toStdString() + "/access", folder,
                              std::filesystem::copy_options::recursive);
        test::setText(folder / "notes.json", "[\"no access file\"]");
        const package::FolderStore store(folder, package::FolderStore::Reach::Flat);
        QCOMPARE(package::readAccess(store, "buyer-1", package::AccessFolder::Mixed).access.size(), std::size_t{6});
        QVERIFY(test::errorOf([&] {
                    (void)package::readAccess(store, "buyer-1", package::AccessFolder::OnlyAccessFiles);
                }).has_value());
    }

    void aFolderWithoutAccessFilesIsSaidToBeOne_data()
    {
        QTest::addColumn<bool>("mixed");
        QTest::newRow("access folder, empty") << false;
        QTest::newRow("folder of a package alone") << true;
    }
    void aFolderWithoutAccessFilesIsSaidToBeOne()
    {
        QFETCH(bool, mixed);
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("csv"));
        std::filesystem::create_directory(scratch.path("empty"));
        const auto folder = mixed ? scratch.copy(golden, "package") : scratch.path("empty");
        const package::FolderStore store(folder, package::FolderStore::Reach::Flat);
        const auto kind = mixed ? package::AccessFolder::Mixed : package::AccessFolder::OnlyAccessFiles;
        QVERIFY(test::errorOf([&] { (void)package::readAccess(store, "buyer-1", kind); }) == ErrorCode::NoAccessFiles);
    }
};

QTEST_GUILESS_MAIN(TestGrant)
#include "test_grant.moc"
