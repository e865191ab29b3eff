// The index that is kept from the last time: used only when nothing changed, whatever is done to its file, and never
// believed.
#include "core/package/saved_index.h"

#include "core/package/footprint.h"
#include "tests/support/package_fixture.h"

#include <QTest>

using namespace streamdesk;
using package::ChunkIndex;
using package::Package;

namespace {

const std::string plainId = "0x6a995fa4d22407f9e4ce2f516ed3b79d005e75e3851ff33efe41192098d0f035";

// One of each kind of row.
ChunkIndex smallIndex()
{
    ChunkIndex index;
    index.add({.index = 0,
               .envelopeName = "chunk-0.json",
               .chunkId = plainId,
               .ciphertextName = "chunk-0.bin",
               .ciphertextSize = 272,
               .recipients = "owner, machine"});
    index.add({.index = 1, .envelopeName = "chunk-zebra.json", .chunkId = "", .ciphertextName = "chunk-001.bin"});
    index.add({.index = 1, .envelopeName = "chunk-1.json", .chunkId = "0xABC", .recipients = "owner, machine"});
    index.add({.index = 70'000'000'000, .envelopeName = "chunk-070000000000.json", .chunkId = plainId.substr(2)});
    index.setTotalChunks(9);
    return index;
}

void compare(const ChunkIndex &actual, const ChunkIndex &expected)
{
    QCOMPARE(actual.count(), expected.count());
    QVERIFY(actual.totalChunks() == expected.totalChunks());
    for (std::size_t i = 0; i < expected.count(); ++i) {
        QCOMPARE(actual.index(i), expected.index(i));
        QCOMPARE(actual.chunkId(i), expected.chunkId(i));
        QCOMPARE(actual.envelopeName(i), expected.envelopeName(i));
        QCOMPARE(actual.ciphertextName(i), expected.ciphertextName(i));
        QCOMPARE(actual.hasCiphertext(i), expected.hasCiphertext(i));
        QCOMPARE(actual.ciphertextSize(i), expected.ciphertextSize(i));
        QCOMPARE(actual.recipients(i), expected.recipients(i));
        QVERIFY(actual.isRead(i));
    }
}

// Large enough to be kept.
ChunkIndex largeIndex(std::size_t chunks = package::fewestSavedChunks)
{
    ChunkIndex index;
    for (std::size_t i = 0; i < chunks; ++i) {
        index.add({.index = i, .envelopeName = "chunk-" + std::to_string(i) + ".json", .chunkId = plainId});
    }
    return index;
}

} // namespace

class TestSavedIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWasAdded()
    {
        const ChunkIndex index = smallIndex();
        QCOMPARE(index.chunkId(0), plainId);
        QCOMPARE(index.envelopeName(0), std::string("chunk-0.json"));
        QCOMPARE(index.envelopeName(1), std::string("chunk-zebra.json"));
        QCOMPARE(index.ciphertextName(1), std::string("chunk-001.bin"));
        QCOMPARE(index.chunkId(1), std::string());
        QCOMPARE(index.chunkId(2), std::string("0xABC"));
        QVERIFY(!index.hasCiphertext(2));
        QCOMPARE(index.ciphertextName(2), std::string("chunk-1.bin"));
        QCOMPARE(index.envelopeName(3), std::string("chunk-070000000000.json"));
        QCOMPARE(index.chunkId(3), plainId.substr(2));
        QVERIFY(index.idOrder(0) < index.idOrder(2)); // '6' before 'A'
        QVERIFY(index.idOrder(1) < index.idOrder(2));
        QCOMPARE(index.idOrder(3), index.idOrder(0));
    }

    void comesBackAsItWas()
    {
        const ChunkIndex index = smallIndex();
        const std::string bytes = package::encodeIndex(index, "/data/arm", "0x12");
        const auto back = package::decodeIndex(bytes, "/data/arm", "0x12");
        QVERIFY(back.has_value());
        compare(*back, index);
        QCOMPARE(package::encodeIndex(*back, "/data/arm", "0x12"), bytes);
    }

    void isOfOnePackageAsItWas()
    {
        const std::string bytes = package::encodeIndex(smallIndex(), "/data/arm", "0x12");
        QVERIFY(!package::decodeIndex(bytes, "/data/other", "0x12")); // foreign
        QVERIFY(!package::decodeIndex(bytes, "/data/arm", "0x13"));   // stale
        QVERIFY(!package::decodeIndex(bytes, "/data/arm", ""));
    }

    void isOfNoUseWhenCut()
    {
        const std::string bytes = package::encodeIndex(smallIndex(), "/data/arm", "0x12");
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            QVERIFY(!package::decodeIndex(bytes.substr(0, length), "/data/arm", "0x12"));
        }
        QVERIFY(!package::decodeIndex(bytes + '\0', "/data/arm", "0x12"));
    }

    void isOfNoUseWithAnyBitFlipped()
    {
        const std::string bytes = package::encodeIndex(smallIndex(), "/data/arm", "0x12");
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            std::string flipped = bytes;
            flipped[bit / 8] = static_cast<char>(static_cast<unsigned char>(flipped[bit / 8]) ^ (1U << (bit % 8)));
            QVERIFY(!package::decodeIndex(flipped, "/data/arm", "0x12"));
        }
    }

    // With a checksum that fits: whoever can write the file can also make one.
    void claimsBeyondMeasureAreRefused()
    {
        std::string body;
        smallIndex().appendTo(body);
        for (std::size_t at = 0; at + 4 <= body.size(); ++at) { // each number in it as large as can be
            std::string huge = body;
            huge.replace(at, 4, "\xff\xff\xff\xff");
            if (const auto index = ChunkIndex::fromBytes(huge)) {
                QCOMPARE(index->count(), std::size_t{4});
            }
        }
        ChunkIndex backwards;
        backwards.add({.index = 5, .envelopeName = "chunk-5.json"});
        backwards.add({.index = 4, .envelopeName = "chunk-4.json"});
        body.clear();
        backwards.appendTo(body);
        QVERIFY(!ChunkIndex::fromBytes(body));
    }

    void isKeptInAFolder()
    {
        const test::Scratch scratch;
        const auto folder = scratch.path("made/cache");
        const auto package = scratch.path("package");
        const ChunkIndex index = largeIndex();
        QVERIFY(!package::loadIndex(folder, package, "0x12"));
        QVERIFY(package::saveIndex(folder, package, "0x12", index));
        const auto back = package::loadIndex(folder, package, "0x12");
        QVERIFY(back != nullptr);
        compare(*back, index);
        QVERIFY(package::loadIndex(folder, scratch.path("elsewhere") / ".." / "package", "0x12") != nullptr);
        QVERIFY(!package::loadIndex(folder, package, "0x13"));
        QVERIFY(!package::loadIndex(folder, scratch.path("another"), "0x12"));
        const auto file = package::savedIndexPath(folder, package);
        std::filesystem::copy_file(file, package::savedIndexPath(folder, scratch.path("another")));
        QVERIFY(!package::loadIndex(folder, scratch.path("another"), "0x12")); // it names the package it is of
        test::flipBit(file, 8000);
        QVERIFY(!package::loadIndex(folder, package, "0x12"));
        test::setText(file, "");
        QVERIFY(!package::loadIndex(folder, package, "0x12"));
        QVERIFY(package::saveIndex(folder, package, "0x12", index)); // made anew
        QVERIFY(package::loadIndex(folder, package, "0x12") != nullptr);
        std::filesystem::remove(file);
        std::filesystem::create_directory(file);
        QVERIFY(!package::loadIndex(folder, package, "0x12"));
    }

    void smallPackagesAreNotKept()
    {
        const test::Scratch scratch;
        const ChunkIndex small = largeIndex(package::fewestSavedChunks - 1);
        QVERIFY(!package::saveIndex(scratch.path("cache"), scratch.path("package"), "0x12", small));
        QVERIFY(!std::filesystem::exists(scratch.path("cache")));
    }

    void theOldestGo()
    {
        const test::Scratch scratch;
        const ChunkIndex index = largeIndex();
        const auto oldest = package::savedIndexPath(scratch.path("cache"), scratch.path("0"));
        for (std::size_t i = 0; i <= package::mostSavedIndexes; ++i) {
            QVERIFY(package::saveIndex(scratch.path("cache"), scratch.path(std::to_string(i)), "0x12", index));
            const auto now = std::filesystem::last_write_time(oldest.parent_path());
            if (i == 0) {
                std::filesystem::last_write_time(oldest, now - std::chrono::hours(1));
            }
        }
        QVERIFY(!std::filesystem::exists(oldest));
        QCOMPARE(test::namesIn(scratch.path("cache")).size(), qsizetype(package::mostSavedIndexes));
    }

    void aPlaceThatCannotBeWrittenIsNoTrouble()
    {
        const test::Scratch scratch;
        test::setText(scratch.path("file"), "in the way");
        QVERIFY(!package::saveIndex(scratch.path("file"), scratch.path("package"), "0x12", largeIndex()));
        QVERIFY(!package::loadIndex(scratch.path("file"), scratch.path("package"), "0x12"));
    }

    void anOutlineSaysWhatTheNamesSay()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(test::GoldenPackage(QStringLiteral("eleven-plus")), "package");
        std::filesystem::remove(folder / "chunk-4.bin");
        std::filesystem::rename(folder / "chunk-2.json", folder / "chunk-zebra.json");
        const auto store = package::openStore(folder, package::FolderStore::Reach::Nested);
        const ChunkIndex outline = Package::outline(*store, 3, {});
        const Package package = Package::open(store, store, {});
        QCOMPARE(outline.count(), package.count() - 1); // only by reading it is found out whose envelope the zebra is
        QVERIFY(outline.totalChunks() == package.chunkIndex()->totalChunks());
        for (std::size_t i = 0; i < outline.count(); ++i) {
            const std::size_t position = i < 2 ? i : i + 1;
            QCOMPARE(outline.index(i), package.index(position));
            QCOMPARE(outline.hasCiphertext(i), package.hasCiphertext(position));
            QCOMPARE(outline.isRead(i), i < 3);
            QCOMPARE(outline.chunkId(i), i < 3 ? package.chunkId(position) : std::string());
            QCOMPARE(outline.ciphertextSize(i), i < 3 ? package.ciphertextSize(position) : std::uint64_t{0});
            QCOMPARE(outline.recipients(i), i < 3 ? package.recipients(position) : std::string());
        }
    }

    void anEnvelopeThatNamesAnotherChunkIsLeftForTheIndex()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(test::GoldenPackage(QStringLiteral("csv")), "package");
        std::filesystem::rename(folder / "chunk-0.json", folder / "chunk-77.json");
        test::setText(folder / "chunk-1.json", "{");
        const auto store = package::openStore(folder, package::FolderStore::Reach::Nested);
        const ChunkIndex outline = Package::outline(*store, 100, {});
        QCOMPARE(outline.index(outline.count() - 1), std::uint64_t{77});
        QVERIFY(!outline.isRead(outline.count() - 1));
        QCOMPARE(outline.index(0), std::uint64_t{1});
        QCOMPARE(outline.chunkId(0), std::string());
    }

    void aPackagesIndexComesBack()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(test::GoldenPackage(QStringLiteral("eleven-plus")), "package");
        std::filesystem::rename(folder / "chunk-3.bin", folder / "chunk-003.bin");
        test::setText(folder / "chunk-5.json", "{");
        const std::string footprint = package::footprint(folder, {});
        const Package package = Package::openFolder(folder, {});
        const auto back =
            package::decodeIndex(package::encodeIndex(*package.chunkIndex(), "p", footprint), "p", footprint);
        QVERIFY(back.has_value());
        compare(*back, *package.chunkIndex());
        test::replaceText(folder / "chunk-6.json", "owner", "OWNER");
        QVERIFY(package::footprint(folder, {}) != footprint);
    }
};

QTEST_GUILESS_MAIN(TestSavedIndex)

#include "test_saved_index.moc"
