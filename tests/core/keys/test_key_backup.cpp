#include "core/base/errors.h"
#include "core/keys/key_backup.h"
#include "core/keys/key_secret.h"
#include "tests/core/keys/key_fixture.h"
#include "tests/support/expect.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace streamdesk;
using keys::BackupKey;
using keys::KeyBackup;
using keys::KeyKind;
using keys::KeyWithSecret;
using keys::Purpose;
using test::passphrase;
using test::thrownBy;

namespace {

const std::string secretHex = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

KeyWithSecret key(Purpose purpose, const std::string &label)
{
    KeyWithSecret key{.record = {.id = std::string(32, 'a'), .label = label, .publicPart = {}},
                      .secret = test::secretFromHex(secretHex)};
    key.record.kind = keys::kindOf(purpose);
    key.record.purpose = purpose;
    key.record.publicPart = keys::publicPartOf(key.record.kind, key.secret);
    return key;
}

std::string backupOf(std::span<const KeyWithSecret> all, const std::string &words = "words")
{
    return keys::keyBackupText(all, keys::makeBackupKey(passphrase(words), test::quickCost), "2026-11-29T10:00:00Z");
}

std::vector<KeyWithSecret> opened(const std::string &text, const std::string &words = "words")
{
    const KeyBackup backup = KeyBackup::parse(text);
    return backup.open(backup.keyFor(passphrase(words)));
}

std::string withMember(const std::string &text, const char *name, const QJsonValue &value)
{
    QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    object[QLatin1String(name)] = value;
    return QJsonDocument(object).toJson().toStdString();
}

} // namespace

class TestKeyBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsEveryKindBack()
    {
        std::vector<KeyWithSecret> all;
        for (const Purpose purpose : {Purpose::Owner, Purpose::Signing, Purpose::Data, Purpose::Field}) {
            all.push_back(key(purpose, std::string(keys::name(purpose))));
        }
        const std::string text = backupOf(all);
        QVERIFY2(text.find(secretHex) == std::string::npos, "the secret stands in the clear");
        QVERIFY2(text.find("owner") == std::string::npos, "a label stands in the clear");
        const auto back = opened(text);
        QCOMPARE(back.size(), all.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            QVERIFY(back[i].record == all[i].record);
            QCOMPARE(test::hexOf(back[i].secret.bytes()), secretHex);
        }
        QVERIFY2(backupOf(all) != text, "two backups of the same keys look alike");
    }

    void emptyBackupIsWhole() { QCOMPARE(opened(backupOf({})).size(), std::size_t{0}); }

    void wrongPassphraseIsToldFromAChangedFile()
    {
        const std::string text = backupOf(std::vector<KeyWithSecret>{});
        for (const std::string wrong : {"Words", "words ", "", "another"}) {
            const auto error = thrownBy([&] { (void)opened(text, wrong); });
            QVERIFY(error);
            QCOMPARE(error->code(), ErrorCode::WrongPassphrase);
        }
        const BackupKey other = keys::makeBackupKey(passphrase("words"), test::quickCost);
        const KeyBackup backup = KeyBackup::parse(text);
        QVERIFY(!backup.fits(other));
        const auto error = thrownBy([&] { (void)backup.open(other); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::WrongPassphrase);
    }

    void emptyPassphraseMakesNone()
    {
        const auto error = thrownBy([] { (void)keys::makeBackupKey(crypto::SecretBytes(), test::quickCost); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::EmptyValue);
    }

    // Every byte of the file counts: no flipped bit and no end cut off goes unnoticed.
    void everyFlipAndEveryCutIsRefused()
    {
        std::vector<KeyWithSecret> all;
        all.push_back(key(Purpose::Owner, "Lab"));
        const std::string text = backupOf(all);
        const auto refused = [](const std::string &changed) {
            try {
                (void)opened(changed);
                return false;
            } catch (const StreamError &) {
                return true;
            }
        };
        QVERIFY(!refused(text));
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                std::string changed = text;
                changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ (1U << bit));
                QVERIFY2(refused(changed), changed.c_str());
            }
        }
        for (std::size_t size = 0; size + 1 < text.size(); ++size) { // the last one is the line break
            QVERIFY2(refused(text.substr(0, size)), qPrintable(QString::number(size)));
        }
    }

    void costsOfOthersAreBounded_data()
    {
        QTest::addColumn<std::string>("member");
        QTest::addColumn<double>("value");
        QTest::newRow("no pass") << std::string("passes") << 0.0;
        QTest::newRow("many passes") << std::string("passes") << 17.0;
        QTest::newRow("no memory") << std::string("memoryBytes") << 8191.0;
        QTest::newRow("much memory") << std::string("memoryBytes") << 1024.0 * 1024 * 1024 + 1;
        QTest::newRow("all memory") << std::string("memoryBytes") << 1e15;
    }
    void costsOfOthersAreBounded()
    {
        QFETCH(std::string, member);
        QFETCH(double, value);
        const std::string text = withMember(backupOf({}), member.c_str(), value);
        const auto error = thrownBy([&] { (void)KeyBackup::parse(text); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::InvalidBackup);
        QCOMPARE(error->context().field, member);
    }

    void newerBackupIsNamedSo()
    {
        const std::string text = withMember(backupOf({}), "schemaVersion", QLatin1String("streamdesk.key-backup.v2"));
        const auto error = thrownBy([&] { (void)KeyBackup::parse(text); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::UnsupportedSchema);
    }

    void refusesWhatIsNoBackup_data()
    {
        QTest::addColumn<std::string>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("schema") << std::string("schemaVersion") << QJsonValue(QLatin1String("streamdesk.trust.v1"));
        QTest::newRow("kdf") << std::string("kdf") << QJsonValue(QLatin1String("scrypt"));
        QTest::newRow("cipher") << std::string("cipher") << QJsonValue(QLatin1String("aes-256-gcm"));
        QTest::newRow("salt") << std::string("salt") << QJsonValue(QLatin1String("00"));
        QTest::newRow("no check") << std::string("check") << QJsonValue();
        QTest::newRow("nonce in capitals") << std::string("nonce") << QJsonValue(QString(48, QLatin1Char('A')));
        QTest::newRow("created") << std::string("created") << QJsonValue(5);
        QTest::newRow("sealed") << std::string("sealed") << QJsonValue(QLatin1String("?"));
    }
    void refusesWhatIsNoBackup()
    {
        QFETCH(std::string, member);
        QFETCH(QJsonValue, value);
        const test::Folder folder;
        test::putFile(folder / "backup.json", withMember(backupOf({}), member.c_str(), value));
        const auto error = thrownBy([&] { (void)KeyBackup::read(folder / "backup.json"); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::InvalidBackup);
        QCOMPARE(error->context().file, (folder / "backup.json").string());
        QCOMPARE(error->context().field, member);
    }

    // Whoever knows the passphrase can write anything into the box.
    void contentIsJudgedToo()
    {
        std::vector<KeyWithSecret> all;
        all.push_back(key(Purpose::Owner, "Lab"));
        all[0].record.publicPart = std::string(64, '1');
        const auto foreign = thrownBy([&] { (void)opened(backupOf(all)); });
        QVERIFY(foreign);
        QCOMPARE(foreign->code(), ErrorCode::InvalidBackup);
        all[0] = key(Purpose::Owner, "Lab");
        all[0].record.label = "\x1b[2J";
        const auto steering = thrownBy([&] { (void)opened(backupOf(all)); });
        QVERIFY(steering);
        QCOMPARE(steering->code(), ErrorCode::InvalidBackup);
    }
};

QTEST_APPLESS_MAIN(TestKeyBackup)
#include "test_key_backup.moc"
