// Each kind by its content, under wrong names, broken, and what must not be opened at all.
#include "core/recognition/recognition.h"

#include "tests/support/expect.h"
#include "tests/support/files.h"
#include "tests/support/vectors.h"
#include "tests/support/zip_file.h"

#include <QTest>

#ifdef Q_OS_UNIX
#include "tests/support/unprivileged.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#endif

using namespace streamdesk;
using recognition::Kind;
using recognition::Reason;
using recognition::recognise;
using recognition::Recognition;
using test::contentOf;
using test::Folder;
using test::putFile;

namespace fs = std::filesystem;

namespace {

const fs::path sample = SAMPLE_PACKAGE;
const fs::path csv = TEST_DATA "/packages/csv";

fs::path accessFile()
{
    return fs::directory_iterator(csv / "access")->path();
}

std::string envelope(int index = 0)
{
    return contentOf(sample / "package" / ("chunk-" + std::to_string(index) + ".json"));
}

std::string dataPackage()
{
    const QJsonObject first =
        test::readVectors(QStringLiteral("data-packages.json"))[QLatin1String("cases")][0].toObject();
    return QJsonDocument(first[QLatin1String("package")].toObject()).toJson(QJsonDocument::Compact).toStdString();
}

// JSON in single quotation marks: moc loses its way in raw strings.
std::string jsonOf(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

const std::string key(64, 'a');
const std::string trust = jsonOf("{'schemaVersion':'streamdesk.trust.v1','machines':[]}");

std::string zipOf(const std::vector<std::pair<std::string, std::string>> &files)
{
    test::ZipBuilder zip;
    for (const auto &[name, content] : files) {
        zip.add({.name = name, .content = content});
    }
    return zip.build();
}

void copyFolder(const fs::path &from, const fs::path &to)
{
    fs::create_directories(to.parent_path());
    fs::copy(from, to, fs::copy_options::recursive);
}

} // namespace

Q_DECLARE_METATYPE(streamdesk::recognition::Kind)
Q_DECLARE_METATYPE(streamdesk::recognition::Reason)

class TestRecognition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsAFileByItsContent_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Reason>("reason");

        const auto row = [](const char *name, const std::string &content, Kind kind, Reason reason = Reason::None) {
            QTest::newRow(name) << QByteArray::fromStdString(content) << kind << reason;
        };
        row("data package", dataPackage(), Kind::DataPackage);
        row("data package after white space", "\n\t " + dataPackage(), Kind::DataPackage);
        row("data package without its key id", jsonOf("{'did':'d','payload':{},'signature':'0x'}"), Kind::DataPackage);
        row("lines", dataPackage() + "\n" + dataPackage() + "\n", Kind::DataPackageLines);
        row("lines, the second broken", dataPackage() + "\n{", Kind::DataPackageLines);
        row("one line", dataPackage() + "\n\n", Kind::DataPackage);
        row("access file", contentOf(accessFile()), Kind::AccessFile);
        row("access file in snake case", contentOf(fs::directory_iterator(csv / "access-snake-case")->path()),
            Kind::AccessFile);
        row("access file, schema last",
            jsonOf("{'buyerPublicKeyHex':'00','entries':[],'schemaVersion':'peaq.stream.buyer-access.v1'}"),
            Kind::AccessFile);
        row("private key", key, Kind::KeyFile);
        row("key with prefix and line break", " 0x" + key + "\r\n", Kind::KeyFile);
        row("key a digit short", key.substr(1), Kind::Unknown, Reason::NotJson);
        row("two keys", key + "\n" + key, Kind::Unknown, Reason::NotJson);
        row("trust file", trust, Kind::TrustFile);
        row("receipt", jsonOf("{'package':{'totalChunks':1},'schemaVersion':'streamdesk.receipt.v1'}"), Kind::Receipt);
        row("envelope", envelope(), Kind::Unknown, Reason::WrongName);
        row("manifest", contentOf(sample / "package/manifest.json"), Kind::Unknown, Reason::WrongName);
        row("ZIP file of a package", zipOf({{"chunk-0.json", envelope()}}), Kind::PackageZip);
        row("ZIP file with folders",
            zipOf({{"a/package/chunk-0.json", envelope()}, {"a/access/x.json", contentOf(accessFile())}}),
            Kind::PackageZip);
        row("ZIP file of access files", zipOf({{"x.json", contentOf(accessFile())}}), Kind::AccessFolder);
        row("ZIP file of other things", zipOf({{"word/document.xml", "<w/>"}}), Kind::Unknown,
            Reason::NoPackageInArchive);
        row("empty ZIP file", zipOf({}), Kind::Unknown, Reason::NoPackageInArchive);
        row("cut ZIP file", zipOf({{"chunk-0.json", envelope()}}).substr(0, 900), Kind::Unknown,
            Reason::DamagedArchive);
        row("ZIP file that leads out", zipOf({{"../chunk-0.json", envelope()}}), Kind::Unknown, Reason::UnsafeArchive);
        row("ZIP file of two packages", zipOf({{"a/chunk-0.json", envelope()}, {"b/chunk-0.json", envelope()}}),
            Kind::Unknown, Reason::SeveralPackages);
        row("nothing", "", Kind::Unknown, Reason::EmptyFile);
        row("a photo", "\xff\xd8\xff\xe0 JFIF", Kind::Unknown, Reason::NotJson);
        row("half an object", jsonOf("{'schemaVersion':"), Kind::Unknown, Reason::BrokenJson);
        row("a list", "[1,2]", Kind::Unknown, Reason::UnknownJson);
        row("some settings", jsonOf("{'a':1}"), Kind::Unknown, Reason::UnknownJson);
        row("another schema", jsonOf("{'schemaVersion':'peaq.other.v2'}"), Kind::Unknown, Reason::OtherSchema);
        row("too deep", std::string(300, '[') + std::string(300, ']'), Kind::Unknown, Reason::TooLarge);
    }

    void knowsAFileByItsContent()
    {
        QFETCH(QByteArray, content);
        QFETCH(Kind, kind);
        QFETCH(Reason, reason);
        const Folder folder;
        for (const char *const name : {"photo.jpg", "100% räksmörgås 🚀", "no extension"}) {
            const fs::path file = folder / std::u8string(reinterpret_cast<const char8_t *>(name));
            putFile(file, content.toStdString());
            const Recognition found = recognise(file);
            QCOMPARE(int(found.kind), int(kind));
            QCOMPARE(int(found.reason), int(reason));
            QVERIFY(found.path == file);
            QVERIFY(found.given == file);
        }
    }

    void saysWhoseItIs()
    {
        const Folder folder;
        putFile(folder / "lines", dataPackage() + "\n\n" + dataPackage() + "\n" + dataPackage());
        QCOMPARE(recognise(folder / "lines").count, std::optional<std::uint64_t>(3));
        QVERIFY(recognise(folder / "lines").subject.starts_with("did:peaq:0x"));

        const Recognition access = recognise(accessFile());
        QCOMPARE(access.subject, std::string("buyer-1"));
        QCOMPARE(access.count, std::optional<std::uint64_t>(6));

        putFile(folder / "schema",
                jsonOf("{'schemaVersion':'a\\u001b[31m\\u202eb") + std::string(300, 'c') + jsonOf("'}"));
        const std::string schema = recognise(folder / "schema").subject;
        QVERIFY(schema.starts_with("a?[31m?b"));
        QVERIFY(schema.size() < 90);
    }

    void aPartOfAPackageLeadsToIt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("index");
        QTest::newRow("envelope") << "chunk-3.json" << Kind::Envelope << 3;
        QTest::newRow("ciphertext") << "chunk-4.bin" << Kind::Ciphertext << 4;
        QTest::newRow("manifest") << "manifest.json" << Kind::Manifest << -1;
        QTest::newRow("a browser's copy") << "chunk-4 (1).bin" << Kind::Ciphertext << -1;
        QTest::newRow("broken envelope") << "chunk-9.json" << Kind::Envelope << 9;
        QTest::newRow("ciphertext like JSON") << "chunk-10.bin" << Kind::Ciphertext << 10;
        QTest::newRow("ciphertext like a ZIP file") << "chunk-11.bin" << Kind::Ciphertext << 11;
        QTest::newRow("empty ciphertext") << "chunk-12.bin" << Kind::Ciphertext << 12;
    }

    void aPartOfAPackageLeadsToIt()
    {
        QFETCH(QString, name);
        QFETCH(Kind, kind);
        QFETCH(int, index);
        const Folder folder;
        const fs::path package = folder / "p";
        copyFolder(sample / "package", package);
        putFile(package / "chunk-4 (1).bin", "\x01\x02");
        putFile(package / "chunk-9.json", "{");
        putFile(package / "chunk-10.bin", "{\x01\x02");
        putFile(package / "chunk-11.bin", "PK\x03\x04\x02");
        putFile(package / "chunk-12.bin", "");
        const Recognition found = recognise(package / name.toStdString());
        QCOMPARE(int(found.kind), int(kind));
        QVERIFY(found.path == package);
        QCOMPARE(found.index ? int(*found.index) : -1, index);
    }

    void aPartWithoutItsPackageIsNamed()
    {
        const Folder folder;
        putFile(folder / "chunk-4.bin", "\x01\x02");
        QVERIFY(recognise(folder / "chunk-4.bin").reason == Reason::NotJson);
        putFile(folder / "manifest.json", contentOf(sample / "package/manifest.json"));
        QVERIFY(recognise(folder / "manifest.json").reason == Reason::NoPackageAround);
        putFile(folder / "chunk-0.json", envelope());
        QVERIFY(recognise(folder / "chunk-4.bin").kind == Kind::Ciphertext);
        QVERIFY(recognise(folder / "manifest.json").kind == Kind::Manifest);
    }

    void knowsFolders_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<bool>("access");
        const auto row = [](const char *name, const fs::path &path, Kind kind, bool access = false) {
            QTest::newRow(name) << QString::fromStdString(path.string()) << kind << access;
        };
        row("package", sample / "package", Kind::PackageFolder);
        row("with a slash behind", sample / "package/", Kind::PackageFolder);
        row("package in a folder", sample, Kind::PackageFolder);
        row("package and access in a folder", csv, Kind::PackageFolder, true);
        row("access files", csv / "access", Kind::AccessFolder);
        row("folders of folders", TEST_DATA "/packages", Kind::Unknown);
    }

    void knowsFolders()
    {
        QFETCH(QString, path);
        QFETCH(Kind, kind);
        QFETCH(bool, access);
        const Recognition found = recognise(path.toStdString());
        QCOMPARE(int(found.kind), int(kind));
        QCOMPARE(found.accessBeside, access);
        QVERIFY(fs::equivalent(found.path, path.toStdString()));
    }

    void knowsFoldersOfReadings()
    {
        const Folder folder;
        fs::create_directory(folder / "empty");
        putFile(folder / "empty/.DS_Store", "x");
        QVERIFY(recognise(folder / "empty").kind == Kind::EmptyFolder);

        fs::create_directories(folder / "outer/inner");
        putFile(folder / "outer/inner/1.json", dataPackage());
        putFile(folder / "outer/inner/2.json", dataPackage());
        putFile(folder / "outer/inner/other.json", "{}");
        putFile(folder / "outer/inner/notes.txt", "x");
        for (const char *const name : {"outer", "outer/inner"}) {
            const Recognition found = recognise(folder / name);
            QVERIFY(found.kind == Kind::DataPackageFolder);
            QVERIFY(found.path == folder / "outer/inner");
            QCOMPARE(found.count, std::optional<std::uint64_t>(2));
        }
        for (int i = 0; i < 300; ++i) { // more than are looked at
            putFile(folder / ("outer/inner/m" + std::to_string(i) + ".json"), dataPackage());
        }
        QVERIFY(recognise(folder / "outer").kind == Kind::DataPackageFolder);
        QVERIFY(!recognise(folder / "outer").count);
    }

    void severalPackagesAreNotOne()
    {
        const Folder folder;
        copyFolder(sample / "package", folder / "both/a");
        copyFolder(sample / "package", folder / "both/b");
        QVERIFY(recognise(folder / "both").reason == Reason::SeveralPackages);
    }

    void chunkFilesOfOtherProgramsAreNoPackage()
    {
        const Folder folder;
        fs::create_directory(folder / "webpack");
        putFile(folder / "webpack/chunk-0.json", jsonOf("{'modules':[]}"));
        QVERIFY(recognise(folder / "webpack").reason == Reason::UnknownFolder);
        putFile(folder / "webpack/chunk-1.json", "{"); // could be one, damaged
        QVERIFY(recognise(folder / "webpack").kind == Kind::PackageFolder);
    }

    void whatIsNotThereIsSaid()
    {
        const Folder folder;
        QVERIFY(recognise(folder / "nothing").reason == Reason::NotFound);
        QVERIFY(recognise("").reason == Reason::NotFound);
        putFile(folder / "file", "x");
        QVERIFY(recognise(folder / "file/below").reason == Reason::NotFound);
    }

    void aHugeFileIsNotRead()
    {
        const Folder folder;
        putFile(folder / "huge", "[");
        fs::resize_file(folder / "huge", std::uintmax_t{1} << 40U);
        QVERIFY(recognise(folder / "huge").reason == Reason::TooLarge);
        putFile(folder / "zeros", "");
        fs::resize_file(folder / "zeros", std::uintmax_t{1} << 40U);
        QVERIFY(recognise(folder / "zeros").reason == Reason::NotJson);
        putFile(folder / "lines", dataPackage() + "\n");
        fs::resize_file(folder / "lines", std::uintmax_t{1} << 40U);
        QVERIFY(recognise(folder / "lines").kind == Kind::DataPackageLines);
        QVERIFY(!recognise(folder / "lines").count);
    }

    void longFirstLinesAreRead()
    {
        const Folder folder;
        const std::string filler(100'000, 'x');
        const std::string line =
            jsonOf("{'did':'did:peaq:1','signature':'0x','payload':{'a':'") + filler + jsonOf("'}}\n");
        putFile(folder / "one", line);
        QVERIFY(recognise(folder / "one").kind == Kind::DataPackage);
        putFile(folder / "two", line + line);
        QVERIFY(recognise(folder / "two").kind == Kind::DataPackageLines);
    }

#ifdef Q_OS_UNIX
    void specialFilesAreNotOpened()
    {
        const Folder folder;
        const fs::path pipe = folder / "chunk-0.json";
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        QVERIFY(recognise(pipe).reason == Reason::SpecialFile);
        QVERIFY(recognise(folder.path()).reason == Reason::UnknownFolder);
        QVERIFY(recognise("/dev/zero").reason == Reason::SpecialFile);

        const fs::path socketPath = folder / "s";
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::copy_n(socketPath.c_str(), socketPath.string().size() + 1, address.sun_path);
        const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QCOMPARE(::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        QVERIFY(recognise(socketPath).reason == Reason::SpecialFile);
        ::close(socket);
    }

    void linksAreFollowed()
    {
        const Folder folder;
        fs::create_directory_symlink(sample / "package", folder / "link");
        QVERIFY(recognise(folder / "link").kind == Kind::PackageFolder);
        fs::create_symlink(folder / "loop", folder / "loop");
        QVERIFY(recognise(folder / "loop").kind == Kind::Unknown);
        fs::create_symlink("nowhere", folder / "dangling");
        QVERIFY(recognise(folder / "dangling").reason == Reason::NotFound);
    }

    void whatMayNotBeReadIsSaid()
    {
        const Folder folder;
        putFile(folder / "secret", key);
        fs::permissions(folder / "secret", fs::perms::none);
        fs::create_directory(folder / "closed");
        putFile(folder / "closed/inside", key);
        fs::permissions(folder / "closed", fs::perms::none);
        copyFolder(sample / "package", folder / "package");
        for (const auto &file : fs::directory_iterator(folder / "package")) {
            fs::permissions(file, fs::perms::none);
        }
        test::Unprivileged::open(folder.path());
        {
            const test::Unprivileged nobody;
            QVERIFY(recognise(folder / "secret").reason == Reason::NotReadable);
            QVERIFY(recognise(folder / "closed").reason == Reason::NotReadable);
            QVERIFY(recognise(folder / "closed/inside").reason == Reason::NotReadable);
            QVERIFY(recognise(folder / "package").kind == Kind::PackageFolder); // which will say what cannot be read
        }
        fs::permissions(folder / "closed", fs::perms::owner_all);
    }
#endif
};

QTEST_APPLESS_MAIN(TestRecognition)

#include "test_recognition.moc"
