#include "core/base/errors.h"
#include "core/keys/key_list.h"
#include "core/keys/settings_file.h"
#include "tests/support/expect.h"
#include "tests/support/files.h"

#include <QTest>

using namespace streamdesk;
using keys::HomeKind;
using keys::KeyKind;
using keys::KeyList;
using keys::KeyListFile;
using keys::KeyRecord;
using keys::Purpose;
using test::contentOf;
using test::Folder;
using test::putFile;
using test::thrownBy;

namespace {

KeyRecord record(char digit, const std::string &label)
{
    return KeyRecord{.id = std::string(32, digit),
                     .label = label,
                     .kind = KeyKind::X25519,
                     .purpose = Purpose::Buyer,
                     .publicPart = std::string(64, digit),
                     .created = "2026-11-29T10:00:00Z"};
}

const std::string good = R"({"id":"00112233445566778899aabbccddeeff","label":"Lab","kind":"x25519","purpose":"buyer",
    "publicPart":"1111111111111111111111111111111111111111111111111111111111111111","home":"file"})";

std::string listOf(const std::string &keys)
{
    return R"({"schemaVersion":"streamdesk.keys.v1","keys":[)" + keys + "]}";
}

std::string with(const std::string &from, const std::string &to)
{
    std::string text = good;
    text.replace(text.find(from), from.size(), to);
    return text;
}

} // namespace

class TestKeyList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsThereAtFirst()
    {
        const Folder folder;
        const KeyList list = KeyListFile(folder / "keys.json").read();
        QVERIFY(list.keys.empty());
        QVERIFY(!list.usualHome);
        QVERIFY2(std::filesystem::is_empty(folder.path()), "reading made files");
    }

    void keepsEverything()
    {
        const Folder folder;
        const KeyListFile file(folder / "new folder" / "keys.json");
        KeyRecord first = record('a', "Lab \xe2\x80\x93 \"one\"");
        first.lastUsed = "2026-11-29T11:00:00Z";
        first.lastProven = "2026-11-29T12:00:00Z";
        KeyRecord second = record('b', "Rover");
        second.kind = KeyKind::Secp256k1;
        second.purpose = Purpose::Data;
        second.publicPart = "0x" + std::string(40, 'b');
        second.home = HomeKind::File;
        file.update([&](KeyList &list) {
            list.keys = {first, second};
            list.usualHome = HomeKind::File;
        });
        const KeyList list = file.read();
        QCOMPARE(list.keys.size(), std::size_t{2});
        QVERIFY(list.keys[0] == first);
        QVERIFY(list.keys[1] == second);
        QVERIFY(list.usualHome == HomeKind::File);
#ifdef Q_OS_UNIX
        const auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
        QVERIFY((std::filesystem::status(file.path()).permissions() & others) == std::filesystem::perms::none);
#endif
    }

    void isFoundByLabelIdAndPublicPart()
    {
        KeyList list;
        list.keys = {record('a', "Lab"), record('b', "Rover")};
        for (const std::string &name : {std::string("Rover"), std::string(32, 'b'), std::string(64, 'b')}) {
            const KeyRecord *const found = list.find(name);
            QVERIFY(found != nullptr);
            QCOMPARE(found->label, std::string("Rover"));
        }
        QVERIFY(list.find("rover") == nullptr);
        QVERIFY(list.find("") == nullptr);
    }

    void newerListIsNeitherReadNorReplaced()
    {
        const Folder folder;
        const std::string newer = R"({"schemaVersion":"streamdesk.keys.v2","keys":[],"more":1})";
        putFile(folder / "keys.json", newer);
        const KeyListFile file(folder / "keys.json");
        const auto reading = thrownBy([&] { (void)file.read(); });
        QVERIFY(reading);
        QCOMPARE(reading->code(), ErrorCode::UnsupportedSchema);
        QVERIFY2(std::string(reading->what()).find("newer version") != std::string::npos, reading->what());
        const auto writing = thrownBy([&] { file.update([](KeyList &list) { list.keys = {record('a', "Lab")}; }); });
        QVERIFY(writing);
        QCOMPARE(writing->code(), ErrorCode::UnsupportedSchema);
        QCOMPARE(contentOf(folder / "keys.json"), newer);
    }

    void refusesWhatIsNoList_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("field");
        QTest::newRow("list") << std::string("[]") << std::string();
        QTest::newRow("no schema") << std::string(R"({"keys":[]})") << std::string("schemaVersion");
        QTest::newRow("other schema") << std::string(R"({"schemaVersion":"streamdesk.trust.v1","keys":[]})")
                                      << std::string("schemaVersion");
        QTest::newRow("no keys") << std::string(R"({"schemaVersion":"streamdesk.keys.v1"})") << std::string("keys");
        QTest::newRow("home") << std::string(R"({"schemaVersion":"streamdesk.keys.v1","usualHome":"disk","keys":[]})")
                              << std::string("usualHome");
        QTest::newRow("key is text") << listOf("\"a\"") << std::string("keys[0]");
        QTest::newRow("id") << listOf(with("0011", "001")) << std::string("keys[0].id");
        QTest::newRow("id with 0x") << listOf(with("0011", "0x0011")) << std::string("keys[0].id");
        QTest::newRow("no label") << listOf(with("\"label\":\"Lab\",", "")) << std::string("keys[0].label");
        QTest::newRow("blank label") << listOf(with("Lab", "  ")) << std::string("keys[0].label");
        QTest::newRow("two lines") << listOf(with("Lab", "L\\nab")) << std::string("keys[0].label");
        QTest::newRow("kind") << listOf(with("x25519", "rsa")) << std::string("keys[0].kind");
        QTest::newRow("purpose") << listOf(with("buyer", "friend")) << std::string("keys[0].purpose");
        QTest::newRow("purpose of another kind") << listOf(with("buyer", "signing")) << std::string("keys[0].purpose");
        QTest::newRow("public part") << listOf(with("1111", "111")) << std::string("keys[0].publicPart");
        QTest::newRow("its home") << listOf(with("file", "disk")) << std::string("keys[0].home");
        QTest::newRow("twice") << listOf(good + "," + good) << std::string("keys[1]");
    }
    void refusesWhatIsNoList()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, field);
        QVERIFY(keys::parseKeyList(listOf(good)).keys.size() == 1);
        const Folder folder;
        putFile(folder / "keys.json", text);
        const auto error = thrownBy([&] { (void)KeyListFile(folder / "keys.json").read(); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::InvalidKeyList);
        QCOMPARE(error->context().field, field);
        QCOMPARE(error->context().file, (folder / "keys.json").string());
    }

    void labelsAreNamesOfOneLine()
    {
        QCOMPARE(keys::checkedLabel("  Lab key "), std::string("Lab key"));
        const auto codeOf = [](const std::string &label) {
            const auto error = thrownBy([&] { (void)keys::checkedLabel(label); });
            return error ? error->code() : ErrorCode::Stopped;
        };
        QCOMPARE(codeOf(" "), ErrorCode::EmptyValue);
        QCOMPARE(codeOf("a\x1b[2J"), ErrorCode::InvalidText);
        QCOMPARE(codeOf("a\nb"), ErrorCode::InvalidText);
        QCOMPARE(codeOf("\xff"), ErrorCode::InvalidText);
        QCOMPARE(codeOf(std::string(101, 'a')), ErrorCode::InvalidText);
        QCOMPARE(codeOf(std::string(64, 'a')), ErrorCode::InvalidText); // a key in the wrong field
        QCOMPARE(codeOf(std::string(50, 'a')), ErrorCode::Stopped);
    }
};

QTEST_APPLESS_MAIN(TestKeyList)
#include "test_key_list.moc"
