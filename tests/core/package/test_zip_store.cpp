#include "core/package/zip_directory.h"
#include "core/package/zip_store.h"
#include "tests/support/package_fixture.h"
#include "tests/support/zip_file.h"

#include <QElapsedTimer>
#include <QTest>

#include <fstream>
#include <thread>

using namespace streamdesk;
using package::Package;
using package::ZipStore;
using test::ZipBuilder;
using test::ZipItem;

namespace {

// The files of a golden package, each under `prefix`; JSON deflated.
void addFiles(ZipBuilder &zip, const QString &golden, const std::string &part, const std::string &prefix)
{
    const std::filesystem::path folder = (test::GoldenPackage(golden).folder + QLatin1Char('/')).toStdString() + part;
    for (const QString &name : test::namesIn(folder)) {
        const bool isText = name.endsWith(QStringLiteral(".json"));
        zip.add({.name = prefix + name.toStdString(),
                 .content = test::textOf(folder / name.toStdString()),
                 .method = std::uint16_t(isText ? 8 : 0)});
    }
}

// The csv package, in which `change` may replace the item of a name.
ZipBuilder csvPackage(const std::function<void(ZipItem &)> &change = {})
{
    ZipBuilder zip;
    const std::filesystem::path folder = test::GoldenPackage(QStringLiteral("csv")).package();
    for (const QString &name : test::namesIn(folder)) {
        ZipItem item{.name = name.toStdString(), .content = test::textOf(folder / name.toStdString())};
        if (change) {
            change(item);
        }
        zip.add(item);
    }
    return zip;
}

std::string everyByteOf(const package::FileStore &store, const std::string &name)
{
    std::string text;
    store.readText(name, 1U << 20U, text);
    return text;
}

// In place: writing the file anew waits for the disk.
void setByte(const std::filesystem::path &path, std::size_t at, char byte)
{
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(at));
    file.put(byte);
}

package::Verification verify(const std::filesystem::path &path)
{
    return package::verify(Package::openFolder(path, {}), {}, {});
}

} // namespace

class TestZipStore : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Scratch> m_scratch;

    std::filesystem::path write(const std::string &bytes) const
    {
        const auto path = m_scratch->path("some.zip");
        test::setText(path, bytes);
        return path;
    }

private Q_SLOTS:
    void init() { m_scratch = std::make_unique<test::Scratch>(); }

    void readsAPackageWhereverItLies_data()
    {
        QTest::addColumn<QString>("packagePrefix");
        QTest::addColumn<QString>("accessPrefix");
        const auto row = [](const char *name, const char *package, const char *access) {
            QTest::newRow(name) << QString::fromLatin1(package) << QString::fromLatin1(access);
        };
        row("at the root", "", "");
        row("in one folder", "trip/", "trip/");
        row("in one folder, spelled badly", "./trip//", "trip/./");
        row("side by side", "package/", "access/");
        row("side by side in one folder", "trip/package/", "trip/access/");
        row("access below the package", "", "access/");
    }
    void readsAPackageWhereverItLies()
    {
        QFETCH(QString, packagePrefix);
        QFETCH(QString, accessPrefix);
        ZipBuilder zip;
        zip.comment = "made for a test";
        for (const char *leftover : {"__MACOSX/._trip", ".DS_Store", "trip/.DS_Store", "trip/Thumbs.db",
                                     "a/Desktop.ini", "trip/._chunk-0.json", "__MACOSX/trip/._chunk-0.json"}) {
            zip.add({.name = leftover, .content = "not yours"});
        }
        zip.add({.name = "trip/", .attributes = 0040755U << 16U});
        addFiles(zip, QStringLiteral("csv"), "package", packagePrefix.toStdString());
        addFiles(zip, QStringLiteral("csv"), "access", accessPrefix.toStdString());
        const auto path = write(zip.build());

        const Package package = Package::openFolder(path, {});
        package.requireWhole();
        package.requireCiphertext();
        const package::Verification verification = package::verify(package, {}, {});
        QVERIFY(verification.report.valid);
        QCOMPARE(verification.report.chunks, std::uint64_t{6});
        if (packagePrefix.isEmpty() && !accessPrefix.isEmpty()) {
            return; // as with folders: what lies above an access folder hides it
        }
        const package::AccessReading access =
            package::readAccess(ZipStore(path), "buyer-1", package::AccessFolder::Mixed);
        QCOMPARE(access.access.size(), std::size_t{6});
    }

    void namesAndSizesAreThoseOfTheFiles()
    {
        const ZipStore store(write(csvPackage().build()));
        const package::FolderStore folder(test::GoldenPackage(QStringLiteral("csv")).package(),
                                          package::FolderStore::Reach::Flat);
        QVERIFY(store.names() == folder.names());
        for (const std::string &name : store.names()) {
            QCOMPARE(store.size(name), folder.size(name));
            QVERIFY(store.isFile(name));
            QVERIFY(everyByteOf(store, name) == everyByteOf(folder, name));
        }
        QVERIFY(!store.contains("chunk-6.json"));
        QVERIFY(test::errorOf([&] { (void)store.open("chunk-6.json"); }) == ErrorCode::NotFound);
        std::string text;
        QVERIFY(test::errorOf([&] { store.readText("chunk-0.json", 100, text); }) == ErrorCode::TooLarge);
    }

    void readersGoBackAndSkip()
    {
        std::string content;
        for (int i = 0; i < 200000; ++i) {
            content += std::to_string(i * 7919);
        }
        ZipBuilder zip;
        zip.add({.name = "packed", .content = content, .method = 8});
        zip.add({.name = "stored", .content = content});
        zip.add({.name = "empty"});
        const ZipStore store(write(zip.build()));
        for (const char *name : {"packed", "stored"}) {
            const auto reader = store.open(name);
            QCOMPARE(reader->size(), std::uint64_t{content.size()});
            std::string piece(1000, '\0');
            for (const std::size_t offset :
                 {std::size_t{500000}, std::size_t{3}, std::size_t{3}, content.size() - 400}) {
                const std::size_t n = reader->readAt(std::as_writable_bytes(std::span(piece)), offset);
                QCOMPARE(n, std::min<std::size_t>(1000, content.size() - offset));
                QVERIFY(piece.substr(0, n) == content.substr(offset, n));
            }
            QCOMPARE(reader->readAt(std::as_writable_bytes(std::span(piece)), content.size() + 5), std::size_t{0});
        }
        QCOMPARE(everyByteOf(store, "empty"), std::string());
    }

    void manyThreadsShareAFewHandles()
    {
        const ZipStore store(write(csvPackage([](ZipItem &item) { item.method = 8; }).build()));
        const std::string expected = everyByteOf(store, "chunk-3.bin");
        std::atomic<int> right = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 16; ++i) {
            threads.emplace_back([&] {
                for (int round = 0; round < 50; ++round) {
                    right += everyByteOf(store, "chunk-3.bin") == expected ? 1 : 0;
                }
            });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        QCOMPARE(right.load(), 16 * 50);
    }

    void aFileStaysReadableWhenItsNameIsGone()
    {
        const auto path = write(csvPackage().build());
        const ZipStore store(path);
        std::filesystem::remove(path);
        QVERIFY(!everyByteOf(store, "chunk-1.json").empty());
    }

    void isRecognisedByItsContent()
    {
        QVERIFY(package::isZipFile(write(csvPackage().build())));
        QVERIFY(package::isZipFile(write(ZipBuilder().build())));
        for (const char *other : {"", "PK", "PK\1\2....", "{\"a\": 1}", "\x1f\x8b\x08"}) {
            QVERIFY(!package::isZipFile(write(other)));
        }
        QVERIFY(!package::isZipFile(m_scratch->path("")));
        QVERIFY(!package::isZipFile(m_scratch->path("nowhere.zip")));
    }

    void refusesNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *what, const QByteArray &name, const char *says) {
            QTest::newRow(what) << name << QString::fromUtf8(says);
        };
        row("up", "../chunk-9.json", "\"../chunk-9.json\" leads out of the folder");
        row("up in the middle", "trip/../../x", "leads out of the folder");
        row("up alone", "..", "leads out of the folder");
        row("the folder itself as a file", ".", "names a folder");
        row("a folder as a file", "trip/.", "names a folder");
        row("absolute", "/etc/passwd", "is absolute");
        row("backslash", "..\\x", "holds a backslash");
        row("drive letter", "c:x", "drive letter");
        row("drive letter and slash", "C:/x", "drive letter");
        row("NUL", QByteArray("chunk-9.json\0.bin", 17), "control character");
        row("line break", "a\nb", "control character");
        row("escape", "\x1b[2J", "control character");
        row("C1 control",
            "a\xc2\x9b"
            "2J",
            "control character");
        row("invalid UTF-8",
            "tr\xff"
            "ip",
            "not valid UTF-8");
        row("overlong UTF-8", "\xc0\xae\xc0\xae/x", "not valid UTF-8");
        row("device", "CON", "a device on Windows");
        row("device with an ending", "trip/nul.json", "a device on Windows");
        row("device with a space", "Aux .txt", "a device on Windows");
        row("numbered device", "com1.bin", "a device on Windows");
        row("superscript device", "LPT\xc2\xb9", "a device on Windows");
        row("empty", "", "is empty");
        row("twice", "chunk-0.json", "\"chunk-0.json\" is here twice");
        row("twice by spelling", "./chunk-0.json", "is here twice");
        row("case", "CHUNK-0.json", "differs only in case");
    }
    void refusesNames()
    {
        QFETCH(QByteArray, name);
        QFETCH(QString, says);
        ZipBuilder zip = csvPackage();
        zip.add({.name = name.toStdString(), .content = "x"});
        refuses(zip.build(), ErrorCode::UnsafeName, says);
    }

    void namesThatOnlyLookUnsafeAreRead()
    {
        for (const char *name : {"com10", "console.txt", "a..b", "...", "Größe/漢字", "12:30", "nulls", "lpt"}) {
            ZipBuilder zip;
            zip.add({.name = name, .content = "x"});
            QVERIFY2(!test::errorOf([&] { const ZipStore store(write(zip.build())); }), name);
        }
    }

    void refusesKinds_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<uint>("attributes");
        QTest::addColumn<uint>("flags");
        QTest::addColumn<uint>("method");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *kind, ErrorCode code, uint attributes, uint flags, uint method,
                            const char *says) {
            QTest::newRow(kind) << int(code) << attributes << flags << method << QString::fromLatin1(says);
        };
        row("symlink", ErrorCode::UnsafeName, 0120777U << 16U, 0, 0, "\"x\" is a symbolic link");
        row("pipe", ErrorCode::UnsafeName, 0010644U << 16U, 0, 0, "special file");
        row("device", ErrorCode::UnsafeName, 0020644U << 16U, 0, 0, "special file");
        row("socket", ErrorCode::UnsafeName, 0140644U << 16U, 0, 0, "special file");
        row("folder without a slash", ErrorCode::UnsafeName, 0040755U << 16U, 0, 0, "special file");
        row("password", ErrorCode::InvalidArchive, 0, 1, 0, "\"x\" is protected with a password");
        row("strong encryption", ErrorCode::InvalidArchive, 0, 0x41, 0, "password");
        row("bzip2", ErrorCode::InvalidArchive, 0, 0, 12, "packed by method 12");
        row("LZMA", ErrorCode::InvalidArchive, 0, 0, 14, "packed by method 14");
        row("deflate64", ErrorCode::InvalidArchive, 0, 0, 9, "packed by method 9");
    }
    void refusesKinds()
    {
        QFETCH(int, code);
        QFETCH(uint, attributes);
        QFETCH(uint, flags);
        QFETCH(uint, method);
        QFETCH(QString, says);
        ZipBuilder zip = csvPackage();
        zip.add({.name = "x",
                 .content = "target",
                 .method = std::uint16_t(method),
                 .flags = std::uint16_t(flags),
                 .attributes = attributes});
        refuses(zip.build(), ErrorCode(code), says);
    }

    void refusesTooManyEntriesAtOnce_data()
    {
        QTest::addColumn<bool>("wide");
        QTest::newRow("told") << true;
        QTest::newRow("counted modulo 65,536") << false;
    }
    void refusesTooManyEntriesAtOnce()
    {
        QFETCH(bool, wide);
        ZipBuilder zip;
        for (int i = 0; i < 200000; ++i) {
            zip.add({.name = "chunk-" + std::to_string(i) + ".json"});
        }
        std::string bytes = zip.build();
        if (!wide) {
            constexpr std::size_t wideEnd = 56 + 20;
            bytes.erase(bytes.size() - 22 - wideEnd, wideEnd);
            const std::size_t count = bytes.size() - 22 + 8;
            for (const std::size_t at : {count, count + 2}) {
                bytes[at] = static_cast<char>(200000 & 0xFF);
                bytes[at + 1] = static_cast<char>((200000 >> 8) & 0xFF);
            }
        }
        const auto path = write(bytes);
        QElapsedTimer timer;
        timer.start();
        refusesFile(path, ErrorCode::ArchiveLimit, QStringLiteral("at most 100000"));
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void opensAsManyEntriesAsAreAllowed()
    {
        ZipBuilder zip;
        for (int i = 0; i < 100000; ++i) {
            zip.add({.name = "file-" + std::to_string(i), .content = "x"});
        }
        const ZipStore store(write(zip.build()));
        QCOMPARE(store.names().size(), std::size_t{100000});
        QCOMPARE(everyByteOf(store, "file-99999"), std::string("x"));
    }

    void refusesBombs_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, ErrorCode code, const ZipBuilder &zip, const char *says) {
            QTest::newRow(name) << int(code) << QByteArray::fromStdString(zip.build()) << QString::fromLatin1(says);
        };
        {
            ZipBuilder zip = csvPackage();
            zip.add({.name = "bomb.bin", .content = std::string(8 << 20, '\0'), .method = 8});
            row("ratio", ErrorCode::ArchiveLimit, zip, "\"bomb.bin\" would unpack from");
        }
        {
            ZipBuilder zip = csvPackage();
            zip.add({.name = "chunk-7.bin", .content = "x", .method = 8, .size = (std::uint64_t{4} << 30U) + 1});
            row("entry over 4 GiB", ErrorCode::ArchiveLimit, zip, "at most 4294967296");
        }
        {
            ZipBuilder zip;
            zip.add({.name = "filler", .content = std::string(22 << 20, 'x')}); // enough for a ratio under 200
            for (int i = 0; i < 17; ++i) {
                zip.add({.name = "c" + std::to_string(i),
                         .method = 8,
                         .size = std::uint64_t{4} << 30U,
                         .packedSize = 22 << 20,
                         .offset = 0});
            }
            row("64 GiB in all", ErrorCode::ArchiveLimit, zip, "brings all to");
        }
        {
            ZipBuilder zip;
            zip.add({.name = "kernel.bin", .content = "the same bytes again and again"});
            for (int i = 0; i < 20; ++i) {
                const std::string content = "the same bytes again and again";
                zip.add({.name = "chunk-" + std::to_string(i) + ".bin", .content = content, .offset = 0});
            }
            row("overlapping entries", ErrorCode::InvalidArchive, zip, "overlaps the entry");
        }
        {
            ZipBuilder zip = csvPackage();
            zip.add({.name = "chunk-8.bin", .content = "x", .size = 1 << 20, .packedSize = 1 << 20});
            row("beyond the file", ErrorCode::InvalidArchive, zip, "\"chunk-8.bin\" lies outside the file");
        }
        {
            ZipBuilder zip = csvPackage();
            zip.add({.name = "chunk-8.bin",
                     .content = "x",
                     .method = 8,
                     .packedSize = ~std::uint64_t{0} - 20}); // its end comes round to where it began
            row("so long that it wraps around", ErrorCode::InvalidArchive, zip, "lies outside the file");
        }
        {
            ZipBuilder zip = csvPackage();
            zip.add({.name = "chunk-8.bin", .content = "x", .size = 2});
            row("stored with two sizes", ErrorCode::InvalidArchive, zip, "two different sizes");
        }
    }
    void refusesBombs()
    {
        QFETCH(int, code);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        refuses(bytes.toStdString(), ErrorCode(code), says);
    }

    void refusesEndsThatLie_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const std::string &bytes, const char *says,
                            ErrorCode code = ErrorCode::InvalidArchive) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << int(code) << QString::fromLatin1(says);
        };
        const auto with = [](const std::function<void(ZipBuilder &)> &change) {
            ZipBuilder zip = csvPackage();
            change(zip);
            return zip.build();
        };
        const std::string good = csvPackage().build();
        row("cut in the directory", good.substr(0, good.size() - 100), "the end of its directory is missing");
        row("cut in the data", good.substr(0, good.size() / 2), "the end of its directory is missing");
        row("bytes behind", good + "x", "the end of its directory is missing");
        row("bytes before", "PK\3\4" + good, "not where its end says");
        row("fewer told", with([](ZipBuilder &zip) { zip.count = 3; }), "its end says 3");
        row("more told", with([](ZipBuilder &zip) { zip.count = 14; }), "its end says 14");
        row("64 bits: more told", with([](ZipBuilder &zip) {
                zip.count64 = 99999;
                zip.count = 0xFFFF;
            }),
            "its end says 99999");
        row("64 bits: billions told", with([](ZipBuilder &zip) {
                zip.count64 = std::uint64_t{1} << 40U;
                zip.count = 0xFFFF;
            }),
            "at most 100000", ErrorCode::ArchiveLimit);
        row("64 bits contradict 32", with([](ZipBuilder &zip) { zip.count64 = 12; }), "contradict each other");
        row("64 bits: other directory size", with([](ZipBuilder &zip) { zip.directorySize64 = 1; }),
            "contradict each other");
        row("two ends", good + good.substr(good.size() - 22), "more than one directory");
        row("empty end in the comment", with([](ZipBuilder &zip) { zip.comment = ZipBuilder().build() + "."; }),
            "more than one directory");
        std::string parts = good;
        parts[parts.size() - 22 + 4] = 1;
        row("one of several parts", parts, "in several parts");
        std::string overwritten = good;
        overwritten[overwritten.rfind("PK\1\2")] = 'X';
        row("directory overwritten", overwritten, "overwritten after 12 entries");
        std::string many = good;
        many.append(40 * 22, 'x');
        for (std::size_t at = good.size(); at + 22 <= many.size(); at += 22) {
            many.replace(at, 4, "PK\5\6");
            many.replace(at + 16, 4, "\xff\xff\xff\x7f");
        }
        many.replace(many.size() - 2, 2, std::string(2, '\0'));
        row("very many ends", many, "more than one directory");
    }
    void refusesEndsThatLie()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        QFETCH(QString, says);
        refuses(bytes.toStdString(), ErrorCode(code), says);
    }

    void aDirectoryOfMegabytesOfNamesIsRefused()
    {
        ZipBuilder zip;
        for (int i = 0; i < 1100; ++i) {
            zip.add({.name = std::string(65000, 'n') + std::to_string(i)});
        }
        refuses(zip.build(), ErrorCode::ArchiveLimit, QStringLiteral("its directory has"));
    }

    void damagedEntriesAreFindings_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("says");
        for (const char *file : {"chunk-2.bin", "chunk-2.json"}) {
            const auto row = [file](const char *fault, const char *says) {
                QTest::addRow("%s, %s", file, fault)
                    << QString::fromLatin1(file) << QString::fromLatin1(fault) << QString::fromLatin1(says);
            };
            row("wrong CRC", "its checksum is another one");
            row("wrong CRC, packed", "its checksum is another one");
            row("shorter than told", "shorter than the ZIP file says");
            row("longer than told", "longer than the ZIP file says");
            row("no deflate at all", "damaged or cut off");
            row("local header overwritten", "damaged");
        }
    }
    void damagedEntriesAreFindings()
    {
        QFETCH(QString, file);
        QFETCH(QString, fault);
        QFETCH(QString, says);
        ZipBuilder zip = csvPackage([&](ZipItem &item) {
            if (item.name != file.toStdString()) {
                return;
            }
            item.method = fault == QStringLiteral("wrong CRC") ? 0 : 8;
            if (fault.startsWith(QStringLiteral("wrong CRC"))) {
                item.crc = 12345;
            } else if (fault == QStringLiteral("shorter than told")) {
                item.size = item.content.size() + 100;
            } else if (fault == QStringLiteral("longer than told")) {
                item.size = item.content.size() - 1;
            }
        });
        std::string bytes = zip.build();
        const std::size_t header = bytes.find(file.toStdString()) - 30;
        if (fault == QStringLiteral("no deflate at all")) {
            bytes.replace(header + 30 + static_cast<std::size_t>(file.size()), 20, std::string(20, '\xff'));
        } else if (fault == QStringLiteral("local header overwritten")) {
            bytes[header + 26] = 'X'; // the length of its name
        }
        const package::Verification verification = verify(write(bytes));
        QVERIFY(!verification.report.valid);
        QVERIFY(verification.judgement.verdict == stream::Verdict::Damaged);
        const auto &findings = verification.judgement.findings;
        const auto finding = std::find_if(findings.begin(), findings.end(), [](const stream::Finding &f) {
            return f.code == stream::FindingCode::EnvelopeUnreadable
                   || f.code == stream::FindingCode::CiphertextUnreadable;
        });
        QVERIFY(finding != findings.end());
        QCOMPARE(finding->index, std::optional<std::uint64_t>(2));
        QVERIFY2(QString::fromStdString(finding->actual).contains(says), finding->actual.c_str());
        QVERIFY(QString::fromStdString(finding->actual).contains(file));
    }

    // Wherever a ZIP file ends early it is no ZIP file, and a flipped bit is harmless or noticed.
    void everyCutAndEveryFlippedBit()
    {
        ZipBuilder zip;
        addFiles(zip, QStringLiteral("one-byte"), "package", "");
        const std::string good = zip.build();
        const ZipStore whole(write(good));
        std::map<std::string, std::string> content;
        for (const std::string &name : whole.names()) {
            content[name] = everyByteOf(whole, name);
        }
        const auto path = m_scratch->path("some.zip");
        int refused = 0;
        for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
            setByte(path, bit / 8, static_cast<char>(static_cast<unsigned char>(good[bit / 8]) ^ (1U << (bit % 8))));
            try {
                const ZipStore store(path);
                for (const std::string &name : store.names()) {
                    const std::string text = everyByteOf(store, name);
                    QVERIFY2(!content.contains(name) || text == content[name], qPrintable(QString::number(bit)));
                }
            } catch (const IoError &) {
                ++refused;
            }
            setByte(path, bit / 8, good[bit / 8]);
        }
        for (std::size_t length = good.size() - 1; length >= 4; --length) {
            std::filesystem::resize_file(path, length);
            QVERIFY(test::errorOf([&] { const ZipStore store(path); }) == ErrorCode::InvalidArchive);
        }
        QVERIFY2(refused > 1000, qPrintable(QString::number(refused)));
    }

private:
    void refuses(const std::string &bytes, ErrorCode code, const QString &says) const
    {
        refusesFile(write(bytes), code, says);
    }

    void refusesFile(const std::filesystem::path &path, ErrorCode code, const QString &says) const
    {
        const QStringList before = test::namesIn(m_scratch->path(""));
        try {
            const ZipStore store(path);
            QFAIL("accepted");
        } catch (const IoError &error) {
            QVERIFY2(QString::fromStdString(error.what()).contains(says), error.what());
            QVERIFY2(QString::fromStdString(error.what()).contains(QStringLiteral("some.zip: ")), error.what());
            QCOMPARE(errorCodeName(error.code()), errorCodeName(code));
        }
        QCOMPARE(test::namesIn(m_scratch->path("")), before);
    }
};

QTEST_GUILESS_MAIN(TestZipStore)
#include "test_zip_store.moc"
