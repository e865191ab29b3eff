#include "core/base/errors.h"
#include "core/keys/trust_file.h"
#include "tests/support/bytes.h"
#include "tests/support/expect.h"
#include "tests/support/files.h"

#include <QTest>

using namespace streamdesk;
using keys::TrustFile;
using stream::SignerTrust;
using test::Folder;
using test::putFile;
using test::thrownBy;
using KeyTrust = SignerTrust::Key;

namespace QTest {

template <>
char *toString(const KeyTrust &trust)
{
    return qstrdup(trust == KeyTrust::Unknown   ? "Unknown"
                   : trust == KeyTrust::Trusted ? "Trusted"
                   : trust == KeyTrust::Revoked ? "Revoked"
                                                : "Contradicted");
}

} // namespace QTest

namespace {

const std::string keyA = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
const std::string keyB = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
const std::string keyC = "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025";
const std::string did = "did:peaq:0x52908400098527886E0F7030069857D2E4169EE7";
const std::string other = "did:peaq:0x8617E340B3D01FA5F11F306F4090FD50E238070D";

crypto::Ed25519PublicKey publicKey(const std::string &hex)
{
    crypto::Ed25519PublicKey key;
    test::fill(key.bytes, test::unhex(hex));
    return key;
}

std::string key(const std::string &hex, const std::string &state)
{
    return R"({"publicKeyHex":")" + hex + R"(","state":")" + state + "\"}";
}

std::string chain(const std::string &first, const std::string &head, const std::string &total)
{
    return R"({"firstChunkId":")" + first + R"(","headChunkId":")" + head + R"(","totalChunks":)" + total + "}";
}

std::string machine(const std::string &name, const std::string &keys, const std::string &chains = "")
{
    return R"({"did":")" + name + R"(","keys":[)" + keys + R"(],"chains":[)" + chains + "]}";
}

std::string fileOf(const std::string &machines)
{
    return R"({"schemaVersion":"streamdesk.trust.v1","machines":[)" + machines + "]}";
}

TrustFile read(const std::string &text)
{
    const Folder folder;
    putFile(folder / "trust.json", text);
    return keys::readTrustFile(folder / "trust.json");
}

std::optional<SignerTrust::Pin> pinOf(const std::string &text, const std::string &name, const std::string &first)
{
    return read(text).lookUp(name, publicKey(keyA), first).pin;
}

} // namespace

class TestTrustFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverythingThereIs();
    void listsMayBeAbsent_data();
    void listsMayBeAbsent();
    void unknownMembersAreIgnored();
    void looksUpKeys_data();
    void looksUpKeys();
    void spellingOfAKeyDoesNotMatter_data();
    void spellingOfAKeyDoesNotMatter();
    void spellingOfADidMatters_data();
    void spellingOfADidMatters();
    void findsPins();
    void pinDoesNotDependOnTheKey();
    void lastPinOfAChainCounts();
    void findsSights();
    void findsNotes();
    void refusesMalformedFields_data();
    void refusesMalformedFields();
    void refusesOtherVersions_data();
    void refusesOtherVersions();
    void refusesWhatIsNoJson_data();
    void refusesWhatIsNoJson();
    void refusesTooManyValuesAndTooMuchDepth();
    void refusesWhatCannotBeRead_data();
    void refusesWhatCannotBeRead();
};

void TestTrustFile::readsEverythingThereIs()
{
    const TrustFile file = read(fileOf(machine(did, key(keyA, "trusted") + "," + key(keyB, "revoked"),
                                               chain("0xaa", "0xbb", "12") + "," + chain("0xcc", "0xdd", "0"))
                                       + "," + machine(other, "")));
    QCOMPARE(file.machines.size(), std::size_t{2});
    QCOMPARE(file.machines[0].did, did);
    QCOMPARE(file.machines[0].keys.size(), std::size_t{2});
    QVERIFY(file.machines[0].keys[0].key == publicKey(keyA));
    QVERIFY(file.machines[0].keys[0].state == keys::TrustedKey::State::Trusted);
    QVERIFY(file.machines[0].keys[1].key == publicKey(keyB));
    QVERIFY(file.machines[0].keys[1].state == keys::TrustedKey::State::Revoked);
    QCOMPARE(file.machines[0].chains.size(), std::size_t{2});
    QCOMPARE(file.machines[0].chains[0].firstChunkId, std::string("0xaa"));
    QCOMPARE(file.machines[0].chains[0].headChunkId, std::string("0xbb"));
    QCOMPARE(file.machines[0].chains[0].totalChunks, std::uint64_t{12});
    QCOMPARE(file.machines[0].chains[1].totalChunks, std::uint64_t{0});
    QCOMPARE(file.machines[1].did, other);
    QVERIFY(file.machines[1].keys.empty() && file.machines[1].chains.empty());
}

void TestTrustFile::listsMayBeAbsent_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<quint32>("machines");
    QTest::newRow("machines") << std::string(R"({"schemaVersion":"streamdesk.trust.v1"})") << 0U;
    QTest::newRow("no machines") << fileOf("") << 0U;
    QTest::newRow("keys and chains") << fileOf(R"({"did":"d"})") << 1U;
    QTest::newRow("chains") << fileOf(R"({"did":"d","keys":[]})") << 1U;
    QTest::newRow("keys") << fileOf(R"({"did":"d","chains":[]})") << 1U;
}

void TestTrustFile::listsMayBeAbsent()
{
    QFETCH(std::string, text);
    QFETCH(quint32, machines);
    const TrustFile file = read(text);
    QCOMPARE(file.machines.size(), std::size_t{machines});
    const SignerTrust trust = file.lookUp("d", publicKey(keyA), "0xaa");
    QCOMPARE(trust.key, KeyTrust::Unknown);
    QVERIFY(!trust.pin);
}

void TestTrustFile::unknownMembersAreIgnored()
{
    const TrustFile file = read(
        R"({"comment":["x"],"schemaVersion":"streamdesk.trust.v1","machines":[{"name":"Rover","did":")" + did
        + R"(","keys":[{"note":null,"publicKeyHex":")" + keyA + R"(","state":"trusted","since":1}]}],"other":{}})");
    QCOMPARE(file.lookUp(did, publicKey(keyA), "").key, KeyTrust::Trusted);
}

void TestTrustFile::looksUpKeys_data()
{
    QTest::addColumn<std::string>("machines");
    QTest::addColumn<KeyTrust>("trust");

    // Asked for key A of the first machine.
    const std::string trustedA = key(keyA, "trusted");
    const std::string trustedB = key(keyB, "trusted");
    const std::string revokedA = key(keyA, "revoked");
    const std::string revokedB = key(keyB, "revoked");
    const auto row = [](const char *name, const std::string &machines, KeyTrust trust) {
        QTest::newRow(name) << machines << trust;
    };
    row("nothing known", "", KeyTrust::Unknown);
    row("machine without keys", machine(did, ""), KeyTrust::Unknown);
    row("trusted", machine(did, trustedA), KeyTrust::Trusted);
    row("revoked", machine(did, revokedA), KeyTrust::Revoked);
    row("another one trusted", machine(did, trustedB), KeyTrust::Contradicted);
    row("another one revoked", machine(did, revokedB), KeyTrust::Unknown);
    row("two others trusted", machine(did, trustedB + "," + key(keyC, "trusted")), KeyTrust::Contradicted);
    row("two others, one revoked", machine(did, revokedB + "," + key(keyC, "trusted")), KeyTrust::Contradicted);
    row("trusted before another", machine(did, trustedA + "," + trustedB), KeyTrust::Trusted);
    row("trusted behind another", machine(did, trustedB + "," + trustedA), KeyTrust::Trusted);
    row("trusted, another revoked", machine(did, revokedB + "," + trustedA), KeyTrust::Trusted);
    row("revoked before another", machine(did, revokedA + "," + trustedB), KeyTrust::Revoked);
    row("revoked behind another", machine(did, trustedB + "," + revokedA), KeyTrust::Revoked);
    row("trusted and revoked", machine(did, trustedA + "," + revokedA), KeyTrust::Revoked);
    row("revoked and trusted", machine(did, revokedA + "," + trustedA), KeyTrust::Revoked);
    row("revoked, then another, then trusted", machine(did, revokedA + "," + trustedB + "," + trustedA),
        KeyTrust::Revoked);
    row("machine listed twice", machine(did, trustedB) + "," + machine(did, trustedA), KeyTrust::Trusted);
    row("machine listed twice, revoked once", machine(did, trustedA) + "," + machine(did, revokedA), KeyTrust::Revoked);
    row("trusted for another machine", machine(other, trustedA), KeyTrust::Unknown);
    row("revoked for another machine", machine(other, revokedA), KeyTrust::Unknown);
    row("another one trusted for another machine", machine(other, trustedB), KeyTrust::Unknown);
    row("other machines around", machine(other, revokedA) + "," + machine(did, trustedA) + "," + machine("d", trustedB),
        KeyTrust::Trusted);
}

void TestTrustFile::looksUpKeys()
{
    QFETCH(std::string, machines);
    QFETCH(KeyTrust, trust);
    QCOMPARE(read(fileOf(machines)).lookUp(did, publicKey(keyA), "0xaa").key, trust);
}

void TestTrustFile::spellingOfAKeyDoesNotMatter_data()
{
    QTest::addColumn<std::string>("spelling");
    const std::string upper = QByteArray::fromStdString(keyA).toUpper().toStdString();
    QTest::newRow("plain") << keyA;
    QTest::newRow("0x") << "0x" + keyA;
    QTest::newRow("upper case") << upper;
    QTest::newRow("0x and upper case") << "0x" + upper;
}

void TestTrustFile::spellingOfAKeyDoesNotMatter()
{
    QFETCH(std::string, spelling);
    const TrustFile file = read(fileOf(machine(did, key(spelling, "trusted"))));
    QCOMPARE(file.lookUp(did, publicKey(keyA), "").key, KeyTrust::Trusted);
    QCOMPARE(file.lookUp(did, publicKey(keyB), "").key, KeyTrust::Contradicted);
}

void TestTrustFile::spellingOfADidMatters_data()
{
    QTest::addColumn<std::string>("asked");
    QTest::newRow("lower case") << QByteArray::fromStdString(did).toLower().toStdString();
    QTest::newRow("fragment") << did + "#key-1";
    QTest::newRow("trailing space") << did + " ";
    QTest::newRow("part of it") << did.substr(0, did.size() - 1);
    QTest::newRow("empty") << std::string();
}

void TestTrustFile::spellingOfADidMatters()
{
    QFETCH(std::string, asked);
    const TrustFile file = read(fileOf(machine(did, key(keyA, "trusted"), chain("0xaa", "0xbb", "1"))));
    QCOMPARE(file.lookUp(did, publicKey(keyA), "0xaa").key, KeyTrust::Trusted);
    const SignerTrust trust = file.lookUp(asked, publicKey(keyA), "0xaa");
    QCOMPARE(trust.key, KeyTrust::Unknown);
    QVERIFY(!trust.pin);
}

void TestTrustFile::findsPins()
{
    const std::string text =
        fileOf(machine(other, "", chain("0xaa", "0x99", "9")) + ","
               + machine(did, key(keyA, "trusted"),
                         chain("0xaa", "0xbb", "12") + "," + chain("0xcc", "0xdd", "18446744073709551615")));
    const auto pin = pinOf(text, did, "0xaa");
    QVERIFY(pin);
    QCOMPARE(pin->headChunkId, std::string("0xbb"));
    QCOMPARE(pin->totalChunks, std::uint64_t{12});
    const auto second = pinOf(text, did, "0xcc");
    QVERIFY(second);
    QCOMPARE(second->headChunkId, std::string("0xdd"));
    QCOMPARE(second->totalChunks, std::uint64_t{18446744073709551615U});
    QVERIFY(!pinOf(text, did, "0xbb"));
    QVERIFY(!pinOf(text, did, "0xAA"));
    QVERIFY(!pinOf(text, did, ""));
    QVERIFY(!pinOf(text, other, "0xcc"));
    const auto elsewhere = pinOf(text, other, "0xaa");
    QVERIFY(elsewhere);
    QCOMPARE(elsewhere->headChunkId, std::string("0x99"));
}

void TestTrustFile::pinDoesNotDependOnTheKey()
{
    const TrustFile file = read(fileOf(machine(did, key(keyB, "trusted"), chain("0xaa", "0xbb", "12"))));
    const SignerTrust trust = file.lookUp(did, publicKey(keyA), "0xaa");
    QCOMPARE(trust.key, KeyTrust::Contradicted);
    QVERIFY(trust.pin);
    QCOMPARE(trust.pin->totalChunks, std::uint64_t{12});
}

void TestTrustFile::lastPinOfAChainCounts()
{
    const std::string text = fileOf(machine(did, "", chain("0xaa", "0xbb", "1") + "," + chain("0xaa", "0xcc", "2")));
    QCOMPARE(pinOf(text, did, "0xaa")->headChunkId, std::string("0xcc"));
}

void TestTrustFile::findsSights()
{
    const std::string seen = chain("0xaa", "0xbb", "12");
    const TrustFile file = read(fileOf(R"({"did":")" + did + R"(","seen":[)" + seen.substr(0, seen.size() - 1)
                                       + R"(,"seen":"2026-11-24","publicKeyHex":")" + keyB + "\"}]}"));
    const SignerTrust trust = file.lookUp(did, publicKey(keyA), "0xaa");
    QCOMPARE(trust.key, KeyTrust::Unknown);
    QVERIFY(!trust.pin);
    QVERIFY(trust.sight);
    QCOMPARE(trust.sight->end.headChunkId, std::string("0xbb"));
    QCOMPARE(trust.sight->end.totalChunks, std::uint64_t{12});
    QVERIFY(trust.sight->signer == publicKey(keyB));
    QCOMPARE(trust.sight->when, std::string("2026-11-24"));
    QVERIFY(!file.lookUp(did, publicKey(keyA), "0xbb").sight);
    QVERIFY(!file.lookUp(other, publicKey(keyA), "0xaa").sight);
}

void TestTrustFile::findsNotes()
{
    const TrustFile file = read(fileOf(machine(
        did, R"({"publicKeyHex":")" + keyA + R"(","state":"revoked","note":"stolen"},)" + key(keyB, "trusted"))));
    QCOMPARE(file.lookUp(did, publicKey(keyA), "").note, std::string("stolen"));
    QVERIFY(file.lookUp(did, publicKey(keyB), "").note.empty());
}

void TestTrustFile::refusesMalformedFields_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("field");

    const auto row = [](const char *name, const std::string &text, const char *field) {
        QTest::newRow(name) << text << std::string(field);
    };
    const std::string begin = R"({"schemaVersion":"streamdesk.trust.v1",)";
    row("machines: null", begin + R"("machines":null})", "machines");
    row("machines: object", begin + R"("machines":{}})", "machines");
    row("machines: text", begin + R"("machines":"x"})", "machines");
    row("machine: null", fileOf("null"), "machines[0]");
    row("machine: list", fileOf("[]"), "machines[0]");
    row("second machine: text", fileOf(machine(did, "") + ",\"x\""), "machines[1]");

    const std::string seenBegin = R"({"did":"d","seen":)";
    row("seen: null", fileOf(seenBegin + "null}"), "machines[0].seen");
    row("seen: key missing", fileOf(seenBegin + "[" + chain("0xaa", "0xbb", "1") + "]}"),
        "machines[0].seen[0].publicKeyHex");
    row("seen: id missing", fileOf(seenBegin + R"([{"totalChunks":1}]})"), "machines[0].seen[0].firstChunkId");

    row("did: missing", fileOf("{}"), "machines[0].did");
    row("did: null", fileOf(R"({"did":null})"), "machines[0].did");
    row("did: number", fileOf(R"({"did":1})"), "machines[0].did");
    row("did: empty", fileOf(R"({"did":""})"), "machines[0].did");
    row("did of the third machine", fileOf(machine(did, "") + "," + machine(other, "") + ",{}"), "machines[2].did");

    row("keys: null", fileOf(R"({"did":"d","keys":null})"), "machines[0].keys");
    row("keys: object", fileOf(R"({"did":"d","keys":{}})"), "machines[0].keys");
    row("key: text", fileOf(machine(did, "\"" + keyA + "\"")), "machines[0].keys[0]");
    row("key: null behind a good one", fileOf(machine(did, key(keyA, "trusted") + ",null")), "machines[0].keys[1]");
    row("publicKeyHex: missing", fileOf(machine(did, R"({"state":"trusted"})")), "machines[0].keys[0].publicKeyHex");
    row("publicKeyHex: null", fileOf(machine(did, R"({"publicKeyHex":null,"state":"trusted"})")),
        "machines[0].keys[0].publicKeyHex");
    row("publicKeyHex: number", fileOf(machine(did, R"({"publicKeyHex":1,"state":"trusted"})")),
        "machines[0].keys[0].publicKeyHex");
    for (const std::string &bad : {std::string(), keyA.substr(1), keyA.substr(2), keyA + "0", keyA + "00", "0X" + keyA,
                                   "g" + keyA.substr(1), " " + keyA, keyA + "\\n", std::string("0x"), keyA + keyA}) {
        QTest::newRow(("publicKeyHex: '" + bad + "'").c_str())
            << fileOf(machine(did, key(bad, "trusted"))) << std::string("machines[0].keys[0].publicKeyHex");
    }
    row("publicKeyHex of a later key",
        fileOf(machine(did, "") + "," + machine(did, key(keyA, "trusted") + "," + key("00", "trusted"))),
        "machines[1].keys[1].publicKeyHex");
    row("state: missing", fileOf(machine(did, R"({"publicKeyHex":")" + keyA + "\"}")), "machines[0].keys[0].state");
    row("state: true", fileOf(machine(did, R"({"publicKeyHex":")" + keyA + R"(","state":true})")),
        "machines[0].keys[0].state");
    for (const char *bad : {"", "Trusted", "TRUSTED", "trusted ", "unknown", "revoke"}) {
        QTest::newRow(("state: '" + std::string(bad) + "'").c_str())
            << fileOf(machine(did, key(keyA, bad))) << std::string("machines[0].keys[0].state");
    }

    row("chains: text", fileOf(R"({"did":"d","chains":"x"})"), "machines[0].chains");
    row("chain: number", fileOf(machine(did, "", "1")), "machines[0].chains[0]");
    row("firstChunkId: missing", fileOf(machine(did, "", R"({"headChunkId":"b","totalChunks":1})")),
        "machines[0].chains[0].firstChunkId");
    row("firstChunkId: empty", fileOf(machine(did, "", chain("", "b", "1"))), "machines[0].chains[0].firstChunkId");
    row("headChunkId: missing", fileOf(machine(did, "", R"({"firstChunkId":"a","totalChunks":1})")),
        "machines[0].chains[0].headChunkId");
    row("headChunkId: null", fileOf(machine(did, "", R"({"firstChunkId":"a","headChunkId":null,"totalChunks":1})")),
        "machines[0].chains[0].headChunkId");
    row("totalChunks: missing", fileOf(machine(did, "", R"({"firstChunkId":"a","headChunkId":"b"})")),
        "machines[0].chains[0].totalChunks");
    for (const char *bad : {"-1", "1.0", "1e3", "\"1\"", "null", "true", "18446744073709551616", "[1]"}) {
        QTest::newRow(("totalChunks: " + std::string(bad)).c_str())
            << fileOf(machine(did, "", chain("0xcc", "0xdd", "1") + "," + chain("0xaa", "0xbb", bad)))
            << std::string("machines[0].chains[1].totalChunks");
    }
}

void TestTrustFile::refusesMalformedFields()
{
    QFETCH(std::string, text);
    QFETCH(std::string, field);
    const Folder folder;
    putFile(folder / "trust.json", text);
    const auto error = thrownBy([&] { (void)keys::readTrustFile(folder / "trust.json"); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::InvalidTrustFile);
    QCOMPARE(error->context().field, field);
    QCOMPARE(error->context().file, (folder / "trust.json").string());
}

void TestTrustFile::refusesOtherVersions_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("missing") << std::string(R"({"machines":[]})");
    QTest::newRow("null") << std::string(R"({"schemaVersion":null,"machines":[]})");
    QTest::newRow("number") << std::string(R"({"schemaVersion":1,"machines":[]})");
    QTest::newRow("empty") << std::string(R"({"schemaVersion":"","machines":[]})");
    QTest::newRow("newer") << std::string(R"({"schemaVersion":"streamdesk.trust.v2","machines":[]})");
    QTest::newRow("v10") << std::string(R"({"schemaVersion":"streamdesk.trust.v10","machines":[]})");
    QTest::newRow("upper case") << std::string(R"({"schemaVersion":"STREAMDESK.TRUST.V1","machines":[]})");
    QTest::newRow("an envelope") << std::string(R"({"schemaVersion":"peaq.stream.chunks.v1"})");
    QTest::newRow("snake case") << std::string(R"({"schema_version":"streamdesk.trust.v1"})");
    QTest::newRow("newer one last") << std::string(
        R"({"schemaVersion":"streamdesk.trust.v1","schemaVersion":"streamdesk.trust.v2"})");
    QTest::newRow("list") << std::string("[]");
    QTest::newRow("text") << std::string("\"streamdesk.trust.v1\"");
    QTest::newRow("null alone") << std::string("null");
}

void TestTrustFile::refusesOtherVersions()
{
    QFETCH(std::string, text);
    const auto error = thrownBy([&] { (void)read(text); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::InvalidTrustFile);
    QCOMPARE(error->context().field, std::string("schemaVersion"));
}

void TestTrustFile::refusesWhatIsNoJson_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("empty") << std::string();
    QTest::newRow("byte-order mark") << "\xef\xbb\xbf" + fileOf("");
    QTest::newRow("cut") << fileOf(machine(did, key(keyA, "trusted"))).substr(0, 150);
    QTest::newRow("trailing comma") << fileOf(machine(did, "") + ",");
    QTest::newRow("text behind") << fileOf("") + "x";
    QTest::newRow("no UTF-8") << fileOf("{\"did\":\"\xff\"}");
}

void TestTrustFile::refusesWhatIsNoJson()
{
    QFETCH(std::string, text);
    const Folder folder;
    putFile(folder / "trust.json", text);
    const auto error = thrownBy([&] { (void)keys::readTrustFile(folder / "trust.json"); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::InvalidJson);
    QCOMPARE(error->context().file, (folder / "trust.json").string());
}

void TestTrustFile::refusesTooManyValuesAndTooMuchDepth()
{
    const auto deep = thrownBy([] {
        (void)read(R"({"schemaVersion":"streamdesk.trust.v1","x":)" + std::string(100'000, '[') + "1"
                   + std::string(100'000, ']') + "}");
    });
    QVERIFY(deep);
    QCOMPARE(deep->code(), ErrorCode::JsonLimit);
    std::string many = "0";
    for (int i = 0; i < 1'000'000; ++i) {
        many += ",0";
    }
    const auto wide = thrownBy([&] { (void)read(R"({"schemaVersion":"streamdesk.trust.v1","x":[)" + many + "]}"); });
    QVERIFY(wide);
    QCOMPARE(wide->code(), ErrorCode::JsonLimit);
}

void TestTrustFile::refusesWhatCannotBeRead_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("missing") << std::string("missing") << ErrorCode::NotFound;
    QTest::newRow("folder") << std::string("folder") << ErrorCode::NotAFile;
    QTest::newRow("too large") << std::string("large") << ErrorCode::TooLarge;
}

void TestTrustFile::refusesWhatCannotBeRead()
{
    QFETCH(std::string, name);
    QFETCH(ErrorCode, code);
    const Folder folder;
    std::filesystem::create_directory(folder / "folder");
    putFile(folder / "large", "");
    std::filesystem::resize_file(folder / "large", (std::size_t{16} << 20U) + 1);
    const auto error = thrownBy([&] { (void)keys::readTrustFile(folder / name); });
    QVERIFY(error);
    QCOMPARE(error->code(), code);
    QCOMPARE(error->context().file, (folder / name).string());
    QVERIFY2(thrownBy<IoError>([&] { (void)keys::readTrustFile(folder / name); }), "it is no IoError any more");
}

QTEST_APPLESS_MAIN(TestTrustFile)
#include "test_trust_file.moc"
