#include "core/base/errors.h"
#include "core/keys/key_import.h"
#include "core/keys/key_secret.h"
#include "tests/core/keys/key_fixture.h"
#include "tests/support/expect.h"

#include <QTest>

using namespace streamdesk;
using keys::KeyImport;
using keys::KeyKind;
using test::thrownBy;

namespace {

// RFC 8032, 7.1, test 1.
const std::string seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
const std::string publicKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

KeyImport imported(const std::string &text)
{
    return keys::readKeyImport(test::asBytes(text));
}

std::string withPublicKey(const std::string &hex)
{
    return ",\"publicKeyHex\":\"" + hex + "\"";
}

std::string agentOf(const std::string &algorithm, const std::string &key)
{
    return "{\"algorithm\":\"" + algorithm + "\",\"privateKeyHex\":\"" + key + "\"}";
}

std::string agent(const std::string &members)
{
    return R"({"algorithm":"ed25519","privateKeyHex":")" + seed + "\"" + members + "}";
}

} // namespace

class TestKeyImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesHexAsKeyFilesHoldIt()
    {
        for (const std::string &text : {seed, "0x" + seed, " " + seed + "\r\n", "\n" + seed}) {
            const KeyImport import = imported(text);
            QVERIFY(import.source == KeyImport::Source::Hex);
            QCOMPARE(test::hexOf(import.secret.bytes()), seed);
            QVERIFY(!import.kind);
        }
    }

    void takesTheAgentsFile()
    {
        for (const std::string &text : {agent(withPublicKey(publicKey)), agent(""),
                                        agent(withPublicKey("0x" + publicKey)), "\n" + agent(",\"extra\":[1,2]")}) {
            const KeyImport import = imported(text);
            QVERIFY(import.source == KeyImport::Source::Agent);
            QVERIFY(import.kind == KeyKind::Ed25519);
            QCOMPARE(import.publicPart, publicKey);
            QCOMPARE(test::hexOf(import.secret.bytes()), seed);
        }
    }

    void recognisesABackupByItsContent()
    {
        const test::Folder folder;
        const std::string text = keys::keyBackupText(
            {}, keys::makeBackupKey(test::passphrase("words"), test::quickCost), "2026-11-29T10:00:00Z");
        test::putFile(folder / "owner.key", text);
        const KeyImport import = keys::readKeyImport(folder / "owner.key");
        QVERIFY(import.source == KeyImport::Source::Backup);
        QVERIFY(import.backup && import.backup->open(import.backup->keyFor(test::passphrase("words"))).empty());
        QCOMPARE(import.secret.size(), std::size_t{0});
    }

    void refusesWithoutTellingTheContent_data()
    {
        QTest::addColumn<std::string>("content");
        QTest::addColumn<std::string>("field");
        QTest::newRow("empty") << std::string() << std::string();
        QTest::newRow("a digit too few") << seed.substr(1) << std::string();
        QTest::newRow("words") << std::string("correct horse battery staple") << std::string();
        QTest::newRow("cut JSON") << agent("").substr(0, 60) << std::string();
        QTest::newRow("another JSON") << std::string("{\"chunkId\":\"0x1\"}") << std::string();
        QTest::newRow("unknown algorithm") << agentOf("rsa", seed) << std::string("algorithm");
        QTest::newRow("no algorithm") << std::string("{\"privateKeyHex\":\"" + seed + "\"}")
                                      << std::string("algorithm");
        QTest::newRow("short key") << agentOf("ed25519", "9d61") << std::string("privateKeyHex");
        QTest::newRow("another public key")
            << agent(withPublicKey(std::string(64, '1'))) << std::string("publicKeyHex");
    }
    void refusesWithoutTellingTheContent()
    {
        QFETCH(std::string, content);
        QFETCH(std::string, field);
        const test::Folder folder;
        test::putFile(folder / "owner.key", content);
        const auto error = thrownBy([&] { (void)keys::readKeyImport(folder / "owner.key"); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::InvalidKeyFile);
        QCOMPARE(error->context().field, field);
        QCOMPARE(error->context().file, (folder / "owner.key").string());
        QVERIFY2(std::string(error->what()).find("9d61b19d") == std::string::npos, error->what());
    }

    void refusesWhatIsFarTooLarge()
    {
        const test::Folder folder;
        test::putFile(folder / "big", std::string((4 << 20) + 1, ' ') + seed);
        const auto error = thrownBy([&] { (void)keys::readKeyImport(folder / "big"); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::InvalidKeyFile);
    }
};

QTEST_APPLESS_MAIN(TestKeyImport)
#include "test_key_import.moc"
