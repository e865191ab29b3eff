#include "core/base/errors.h"
#include "core/keys/key_file.h"
#include "tests/support/bytes.h"
#include "tests/support/expect.h"
#include "tests/support/files.h"

#include <QTest>
#include <type_traits>

#ifdef Q_OS_UNIX
#include "tests/support/unprivileged.h"

#include <sys/stat.h>
#endif

using namespace streamdesk;
using test::Folder;
using test::putFile;
using test::thrownBy;

namespace {

constexpr const char *key = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

std::string readX25519(const std::filesystem::path &path)
{
    return test::hexOf(keys::readKeyFile<crypto::X25519PrivateKey>(path).bytes());
}

std::string readEd25519(const std::filesystem::path &path)
{
    return test::hexOf(keys::readKeyFile<crypto::Ed25519PrivateKey>(path).bytes());
}

// Both kinds of key are read by the same rules.
std::optional<StreamError> refusal(const std::filesystem::path &path)
{
    const auto x25519 = thrownBy([&] { (void)readX25519(path); });
    const auto ed25519 = thrownBy([&] { (void)readEd25519(path); });
    if (!x25519 || !ed25519 || x25519->code() != ed25519->code() || std::string(x25519->what()) != ed25519->what()) {
        return std::nullopt;
    }
    return x25519;
}

} // namespace

class TestKeyFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsKeys_data();
    void readsKeys();
    void refusesWithoutTellingTheContent_data();
    void refusesWithoutTellingTheContent();
    void byteOrderMarkIsNamed();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();
    void refusesWhatMayNotBeRead();
    void pipeIsRefusedAtOnce();
};

void TestKeyFile::readsKeys_data()
{
    QTest::addColumn<std::string>("content");

    const std::string lower = key;
    const std::string upper = QByteArray(key).toUpper().toStdString();
    QTest::newRow("plain") << lower;
    QTest::newRow("0x") << "0x" + lower;
    QTest::newRow("upper case") << upper;
    QTest::newRow("0x and upper case") << "0x" + upper;
    QTest::newRow("mixed case") << lower.substr(0, 32) + upper.substr(32);
    QTest::newRow("new line") << lower + "\n";
    QTest::newRow("CRLF") << lower + "\r\n";
    QTest::newRow("0x and CRLF") << "0x" + lower + "\r\n";
    QTest::newRow("spaces and tabs around") << " \t" + lower + "\t \n\n";
    QTest::newRow("lines around") << "\n\r\n  0x" + lower + "\r\n\r\n";
    QTest::newRow("white space of other scripts around") << "\xc2\xa0\xe3\x80\x80" + lower + "\xe2\x80\xa8";
    QTest::newRow("4096 bytes, most of them spaces") << lower + std::string(4096 - 64, ' ');
}

void TestKeyFile::readsKeys()
{
    QFETCH(std::string, content);
    const Folder folder;
    putFile(folder / "key.hex", content);
    QCOMPARE(readX25519(folder / "key.hex"), std::string(key));
    QCOMPARE(readEd25519(folder / "key.hex"), std::string(key));
    static_assert(std::is_same_v<decltype(keys::readKeyFile<crypto::X25519PrivateKey>({})), crypto::X25519PrivateKey>);
}

void TestKeyFile::refusesWithoutTellingTheContent_data()
{
    QTest::addColumn<std::string>("content");

    const std::string hex = key;
    QTest::newRow("empty") << std::string();
    QTest::newRow("only white space") << std::string(" \r\n\t");
    QTest::newRow("byte-order mark") << "\xef\xbb\xbf" + hex;
    QTest::newRow("byte-order mark behind a space") << " \xef\xbb\xbf" + hex;
    QTest::newRow("byte-order mark of UTF-16") << std::string("\xff\xfe") + hex;
    std::string wide;
    for (const char c : hex) {
        wide += {c, '\0'};
    }
    QTest::newRow("UTF-16") << wide;
    QTest::newRow("62 digits") << hex.substr(2);
    QTest::newRow("63 digits") << hex.substr(1);
    QTest::newRow("65 digits") << hex + "0";
    QTest::newRow("66 digits") << hex + "00";
    QTest::newRow("128 digits") << hex + hex;
    QTest::newRow("0x and 62 digits") << "0x" + hex.substr(2);
    QTest::newRow("0X") << "0X" + hex;
    QTest::newRow("0x twice") << "0x0x" + hex;
    QTest::newRow("0x behind") << hex + "0x";
    QTest::newRow("two keys on two lines") << hex + "\n" + hex + "\n";
    QTest::newRow("key and a comment") << hex + " # owner";
    QTest::newRow("space inside") << hex.substr(0, 32) + " " + hex.substr(32);
    QTest::newRow("new line inside") << hex.substr(0, 32) + "\n" + hex.substr(32);
    QTest::newRow("a letter that is no digit") << "g" + hex.substr(1);
    QTest::newRow("last letter no digit") << hex.substr(0, 63) + "l";
    QTest::newRow("in quotes") << "\"" + hex + "\"";
    QTest::newRow("JSON") << R"({"algorithm":"ed25519","privateKeyHex":")" + hex + "\"}";
    QTest::newRow("colons") << std::string("9d:61:b1:9d:ef:fd:5a:60");
    QTest::newRow("zero byte at the end") << hex + std::string(1, '\0');
    QTest::newRow("zero byte at the beginning") << std::string(1, '\0') + hex;
    QTest::newRow("base58") << std::string("4vJ9JU1bJJE96FWSJKvHsmmFADCg4gpZQff4P3bkLKi");
    QTest::newRow("bytes of a key") << std::string(32, '\x9d');
    QTest::newRow("4097 bytes") << hex + std::string(4097 - 64, ' ');
    QTest::newRow("5,000 digits") << std::string(5000, 'a');
    QTest::newRow("5,000 spaces and a key") << std::string(5000, ' ') + hex;
    QTest::newRow("4096 digits") << std::string(4096, 'b');
}

void TestKeyFile::refusesWithoutTellingTheContent()
{
    QFETCH(std::string, content);
    const Folder folder;
    const std::filesystem::path path = folder / "owner.key";
    putFile(path, content);
    const auto error = refusal(path);
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::InvalidKeyFile);
    QCOMPARE(error->context().file, path.string());

    // Not a run of six characters of what the file holds, but for those that are said of an empty file too.
    putFile(path, "");
    const std::string ofEmpty = refusal(path)->what();
    const std::string message = error->what();
    for (std::size_t i = 0; i + 6 <= content.size(); ++i) {
        const std::string part = content.substr(i, 6);
        QVERIFY2(message.find(part) == std::string::npos || ofEmpty.find(part) != std::string::npos, message.c_str());
    }
}

// An editor wrote it unseen, so that "64 hex digits" would not help anybody.
void TestKeyFile::byteOrderMarkIsNamed()
{
    const Folder folder;
    putFile(folder / "key", std::string("\xef\xbb\xbf") + key);
    const auto error = refusal(folder / "key");
    QVERIFY(error);
    QVERIFY2(std::string(error->what()).find("byte-order mark") != std::string::npos, error->what());
}

void TestKeyFile::refusesWhatIsNoFile_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("folder") << std::string("folder") << ErrorCode::NotAFile;
    QTest::newRow("missing") << std::string("missing") << ErrorCode::NotFound;
    QTest::newRow("in a missing folder") << std::string("missing/key") << ErrorCode::NotFound;
    QTest::newRow("file as a folder") << std::string("file/key") << ErrorCode::NotADirectory;
}

void TestKeyFile::refusesWhatIsNoFile()
{
    QFETCH(std::string, name);
    QFETCH(ErrorCode, code);
    const Folder folder;
    std::filesystem::create_directory(folder / "folder");
    putFile(folder / "file", key);
    const auto error = thrownBy<IoError>([&] { (void)readX25519(folder / name); });
    QVERIFY(error);
    QCOMPARE(error->code(), code);
    QCOMPARE(error->context().file, (folder / name).string());
    QVERIFY(refusal(folder / name));
}

void TestKeyFile::refusesWhatMayNotBeRead()
{
#ifdef Q_OS_UNIX
    const Folder folder;
    test::Unprivileged::open(folder.path());
    putFile(folder / "key", key);
    std::filesystem::permissions(folder / "key", std::filesystem::perms::none);
    const test::Unprivileged unprivileged;
    const auto error = thrownBy<IoError>([&] { (void)readEd25519(folder / "key"); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::NotReadable);
#else
    QSKIP("permissions are another thing there");
#endif
}

void TestKeyFile::pipeIsRefusedAtOnce()
{
#ifdef Q_OS_UNIX
    const Folder folder;
    QCOMPARE(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    const auto error = thrownBy<IoError>([&] { (void)readEd25519(folder / "pipe"); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::NotAFile);
#else
    QSKIP("pipes have no place in folders there");
#endif
}

QTEST_APPLESS_MAIN(TestKeyFile)
#include "test_key_file.moc"
