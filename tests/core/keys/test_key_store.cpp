#include "core/base/errors.h"
#include "core/keys/key_store.h"
#include "tests/core/keys/key_fixture.h"
#include "tests/support/expect.h"

#include <QTest>

using namespace streamdesk;
using keys::DrillFinding;
using keys::FileHome;
using keys::HomeKind;
using keys::KeyKind;
using keys::KeyRecord;
using keys::KeyWithSecret;
using keys::Purpose;
using test::contentOf;
using test::Desk;
using test::hexOf;
using test::putFile;
using test::thrownBy;

namespace {

template <typename Action>
ErrorCode codeOf(Action &&action)
{
    const auto error = thrownBy(std::forward<Action>(action));
    return error ? error->code() : ErrorCode::Stopped;
}

} // namespace

class TestKeyStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publicPartsAreThoseOfTheKinds_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<std::string>("secret");
        QTest::addColumn<std::string>("publicPart");
        QTest::newRow("X25519, RFC 7748")
            << int(KeyKind::X25519) << std::string("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a")
            << std::string("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
        QTest::newRow("Ed25519, RFC 8032")
            << int(KeyKind::Ed25519) << std::string("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
            << std::string("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        QTest::newRow("secp256k1, of Ethereum's documentation")
            << int(KeyKind::Secp256k1)
            << std::string("4646464646464646464646464646464646464646464646464646464646464646")
            << std::string("0x9d8A62f656a8d1615C1294fd71e9CFb3E4855A4F");
        QTest::newRow("AES-256") << int(KeyKind::Aes256)
                                 << std::string("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
                                 << std::string("e64245fa022a6789c426ed6eca61b677");
    }
    void publicPartsAreThoseOfTheKinds()
    {
        QFETCH(int, kind);
        QFETCH(std::string, secret);
        QFETCH(std::string, publicPart);
        const crypto::SecretBytes bytes = test::secretFromHex(secret);
        QCOMPARE(keys::publicPartOf(KeyKind(kind), bytes), publicPart);
        QVERIFY(keys::provesItself(KeyKind(kind), bytes, publicPart));
        const crypto::SecretBytes other = keys::generateSecret(KeyKind(kind));
        QVERIFY(!keys::provesItself(KeyKind(kind), other, publicPart));
    }

    void whatIsNoKeyHasNoPublicPart()
    {
        QCOMPARE(codeOf([] { (void)keys::publicPartOf(KeyKind::X25519, crypto::SecretBytes(31)); }),
                 ErrorCode::UnusableKey);
        QCOMPARE(codeOf([] { (void)keys::publicPartOf(KeyKind::Secp256k1, crypto::SecretBytes(32)); }),
                 ErrorCode::UnusableKey);
    }

    void generatedKeysOfEveryPurposeComeBack()
    {
        Desk desk;
        for (const Purpose purpose : {Purpose::Owner, Purpose::Operator, Purpose::Machine, Purpose::Buyer,
                                      Purpose::Signing, Purpose::Data, Purpose::Field}) {
            const std::string label = "my " + std::string(keys::name(purpose));
            const KeyRecord made = desk.store.generate(purpose, label, HomeKind::File);
            QVERIFY(made.purpose == purpose && made.kind == keys::kindOf(purpose) && made.home == HomeKind::File);
            QVERIFY(!made.created.empty() && made.lastUsed.empty() && made.lastProven.empty());
            const crypto::SecretBytes secret = desk.store.secret(label);
            QCOMPARE(keys::publicPartOf(made.kind, secret), made.publicPart);
            QVERIFY(desk.store.find(made.publicPart) == made);
            const std::string hex = hexOf(secret.bytes());
            for (const std::string &name : test::namesIn(desk.folder.path())) {
                QVERIFY2(contentOf(desk.folder / name).find(hex) == std::string::npos, "a secret in the clear");
            }
        }
        QCOMPARE(desk.store.list().size(), std::size_t{7});
        QCOMPARE(desk.answers.asked, 1U); // and not for every key
#ifdef Q_OS_UNIX
        const auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
        QVERIFY((std::filesystem::status(desk.home->path()).permissions() & others) == std::filesystem::perms::none);
#endif
    }

    void typedKeyIsOfItsKindOnly()
    {
        Desk desk;
        const KeyRecord owner = desk.store.generate(Purpose::Owner, "Fleet", HomeKind::File);
        const auto key = desk.store.privateKey<crypto::X25519PrivateKey>("Fleet");
        QCOMPARE(hexOf(key.bytes()), hexOf(desk.store.secret(owner.id).bytes()));
        QVERIFY(!desk.store.find("Fleet").lastUsed.empty());
        const auto error = thrownBy([&] { (void)desk.store.privateKey<crypto::Ed25519PrivateKey>("Fleet"); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::WrongKeyKind);
        QCOMPARE(error->context().field, std::string("Fleet"));
    }

    void namesAndKeysStandOnce()
    {
        Desk desk;
        const crypto::SecretBytes secret = keys::generateSecret(KeyKind::X25519);
        desk.store.import(secret, Purpose::Buyer, "Lab", HomeKind::File);
        const std::string before = contentOf(desk.home->path());
        QCOMPARE(codeOf([&] { (void)desk.store.import(secret, Purpose::Owner, "Again", HomeKind::File); }),
                 ErrorCode::KeyExists);
        QCOMPARE(codeOf([&] { (void)desk.store.generate(Purpose::Owner, " Lab ", HomeKind::File); }),
                 ErrorCode::KeyExists);
        desk.store.generate(Purpose::Owner, "Fleet", HomeKind::File);
        QCOMPARE(codeOf([&] { desk.store.rename("Fleet", "Lab"); }), ErrorCode::KeyExists);
        desk.store.rename("Fleet", "Fleet 2");
        QCOMPARE(codeOf([&] { (void)desk.store.find("Fleet"); }), ErrorCode::UnknownKey);
        QVERIFY(desk.store.find("Fleet 2").purpose == Purpose::Owner);
        QVERIFY(before != contentOf(desk.home->path()));
        QCOMPARE(desk.store.list().size(), std::size_t{2});
    }

    void whatIsRemovedIsGone()
    {
        Desk desk;
        const KeyRecord lab = desk.store.generate(Purpose::Buyer, "Lab", HomeKind::File);
        const KeyRecord fleet = desk.store.generate(Purpose::Owner, "Fleet", HomeKind::File);
        desk.store.remove("Lab");
        QCOMPARE(codeOf([&] { (void)desk.store.find("Lab"); }), ErrorCode::UnknownKey);
        QCOMPARE(codeOf([&] { (void)desk.home->fetch(lab); }), ErrorCode::KeyEntryMissing);
        QCOMPARE(desk.store.secret("Fleet").size(), std::size_t{32});
        QCOMPARE(codeOf([&] { desk.store.remove("Lab"); }), ErrorCode::UnknownKey);
        desk.home->remove(fleet); // behind the list's back
        QCOMPARE(codeOf([&] { (void)desk.store.secret("Fleet"); }), ErrorCode::KeyEntryMissing);
        QCOMPARE(codeOf([&] { desk.home->remove(fleet); }), ErrorCode::KeyEntryMissing);
        QCOMPARE(desk.store.list().size(), std::size_t{1}); // a key that is missing stays in the list until removed
        desk.store.remove("Fleet");
        QVERIFY(desk.store.list().empty());
    }

    void anotherSecretInItsPlaceIsToldAndLeft()
    {
        Desk desk;
        const KeyRecord lab = desk.store.generate(Purpose::Buyer, "Lab", HomeKind::File);
        desk.home->remove(lab);
        KeyRecord other = lab; // of the same id
        const crypto::SecretBytes secret = keys::generateSecret(KeyKind::X25519);
        other.publicPart = keys::publicPartOf(KeyKind::X25519, secret);
        desk.home->store(other, secret);
        const std::string list = contentOf(desk.folder / "keys.json");
        const std::string secrets = contentOf(desk.home->path());
        QCOMPARE(codeOf([&] { (void)desk.store.secret("Lab"); }), ErrorCode::KeyEntryChanged);
        QCOMPARE(codeOf([&] { (void)desk.store.secrets({"Lab"}); }), ErrorCode::KeyEntryChanged);
        QCOMPARE(contentOf(desk.folder / "keys.json"), list);
        QCOMPARE(contentOf(desk.home->path()), secrets);
        QCOMPARE(codeOf([&] { desk.home->store(lab, keys::generateSecret(KeyKind::X25519)); }), ErrorCode::KeyExists);
    }

    void passphraseIsAskedAgainOnlyWhenItHasToBe()
    {
        Desk desk;
        desk.store.generate(Purpose::Buyer, "Lab", HomeKind::File);
        QCOMPARE(desk.answers.askedForNew, 1U);
        (void)desk.store.secret("Lab");
        QCOMPARE(desk.answers.asked, 1U);
        desk.store.lock();
        (void)desk.store.secret("Lab");
        QCOMPARE(desk.answers.asked, 2U);
        desk.store.lock();
        desk.answers.text = "close sesame";
        QCOMPARE(codeOf([&] { (void)desk.store.secret("Lab"); }), ErrorCode::WrongPassphrase);
        desk.answers.text.clear();
        const auto none = thrownBy([&] { (void)desk.store.secret("Lab"); });
        QVERIFY(none);
        QCOMPARE(none->code(), ErrorCode::PassphraseNotGiven);
        QCOMPARE(none->context().file, desk.home->path().string());
        // Nor is anything added to a file that does not open.
        desk.answers.text = "close sesame";
        const std::string before = contentOf(desk.home->path());
        QCOMPARE(codeOf([&] { (void)desk.store.generate(Purpose::Owner, "Fleet", HomeKind::File); }),
                 ErrorCode::WrongPassphrase);
        QCOMPARE(contentOf(desk.home->path()), before);
        QCOMPARE(desk.store.list().size(), std::size_t{1});
    }

    void passphraseCanBeChanged()
    {
        Desk desk;
        desk.home->changePassphrase(test::passphrase("nothing to do"));
        desk.store.generate(Purpose::Buyer, "Lab", HomeKind::File);
        const std::string secret = hexOf(desk.store.secret("Lab").bytes());
        desk.home->changePassphrase(test::passphrase("better words"));
        QCOMPARE(hexOf(desk.store.secret("Lab").bytes()), secret);
        desk.store.lock();
        QCOMPARE(codeOf([&] { (void)desk.store.secret("Lab"); }), ErrorCode::WrongPassphrase);
        desk.answers.text = "better words";
        QCOMPARE(hexOf(desk.store.secret("Lab").bytes()), secret);
    }

    void newKeyFileWithoutAPassphraseIsNotMade()
    {
        Desk desk;
        desk.answers.text.clear();
        QCOMPARE(codeOf([&] { (void)desk.store.generate(Purpose::Owner, "Fleet", HomeKind::File); }),
                 ErrorCode::PassphraseNotGiven);
        QVERIFY(!std::filesystem::exists(desk.home->path()));
        QVERIFY(desk.store.list().empty());
    }

    void damagedKeyFileIsLeftAsItIs_data()
    {
        QTest::addColumn<std::string>("from");
        QTest::addColumn<std::string>("to");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("newer") << std::string("backup.v1") << std::string("backup.v2") << ErrorCode::UnsupportedSchema;
        QTest::newRow("changed") << std::string("\"created\": \"2") << std::string("\"created\": \"3")
                                 << ErrorCode::InvalidBackup;
        QTest::newRow("no JSON") << std::string("{") << std::string("(") << ErrorCode::InvalidJson;
    }
    void damagedKeyFileIsLeftAsItIs()
    {
        QFETCH(std::string, from);
        QFETCH(std::string, to);
        QFETCH(ErrorCode, code);
        Desk desk;
        desk.store.generate(Purpose::Buyer, "Lab", HomeKind::File);
        std::string text = contentOf(desk.home->path());
        text.replace(text.find(from), from.size(), to);
        putFile(desk.home->path(), text);
        QCOMPARE(codeOf([&] { (void)desk.store.secret("Lab"); }), code);
        QCOMPARE(codeOf([&] { (void)desk.store.generate(Purpose::Owner, "Fleet", HomeKind::File); }), code);
        QCOMPARE(codeOf([&] { desk.store.remove("Lab"); }), code);
        QCOMPARE(contentOf(desk.home->path()), text);
        QCOMPARE(desk.store.list().size(), std::size_t{1});
    }

    // When the list cannot be written the secret does not stay behind.
    void listThatCannotBeChangedLeavesNoSecret()
    {
        Desk desk;
        desk.store.generate(Purpose::Buyer, "Lab", HomeKind::File);
        putFile(desk.folder / "file", "");
        keys::KeyStore other{keys::KeyListFile(desk.folder / "file" / "keys.json")};
        other.addHome(desk.home);
        const auto error = thrownBy([&] { (void)other.generate(Purpose::Owner, "Fleet", HomeKind::File); });
        QVERIFY(error);
        const keys::KeyBackup file = keys::KeyBackup::read(desk.home->path());
        QCOMPARE(file.open(file.keyFor(test::passphrase("open sesame"))).size(), std::size_t{1});
    }

    void homeThatIsNotThereIsSaid()
    {
        Desk desk;
        QVERIFY(!desk.store.hasHome(HomeKind::Keychain) && desk.store.hasHome(HomeKind::File));
        QCOMPARE(codeOf([&] { (void)desk.store.generate(Purpose::Owner, "Fleet", HomeKind::Keychain); }),
                 ErrorCode::KeychainAbsent);
        QVERIFY(desk.store.usualHome() == HomeKind::Keychain);
        desk.store.setUsualHome(HomeKind::File);
        QVERIFY(desk.store.usualHome() == HomeKind::File);
    }

    void backupIsRestoredBesideWhatIsThere()
    {
        Desk old;
        old.store.generate(Purpose::Buyer, "Lab", HomeKind::File);
        old.store.generate(Purpose::Owner, "Fleet", HomeKind::File);
        const std::vector<KeyWithSecret> backup = old.store.secrets({"Lab", "Fleet"});

        Desk fresh;
        const KeyRecord other = fresh.store.generate(Purpose::Buyer, "Lab", HomeKind::File);
        const keys::RestoreResult first = keys::restoreKeys(fresh.store, backup, HomeKind::File);
        QCOMPARE(first.restored.size(), std::size_t{2});
        QCOMPARE(first.restored[0].label, std::string("Lab (2)"));
        QCOMPARE(first.restored[0].publicPart, old.store.find("Lab").publicPart);
        QCOMPARE(hexOf(fresh.store.secret("Fleet").bytes()), hexOf(old.store.secret("Fleet").bytes()));
        QVERIFY(fresh.store.find("Lab") == other);

        const keys::RestoreResult again = keys::restoreKeys(fresh.store, backup, HomeKind::File);
        QVERIFY(again.restored.empty());
        QCOMPARE(again.there.size(), std::size_t{2});
        QCOMPARE(fresh.store.list().size(), std::size_t{3});
    }

    void restoringMendsWhatIsMissingOrWasReplaced()
    {
        Desk desk;
        const KeyRecord missing = desk.store.generate(Purpose::Buyer, "missing", HomeKind::File);
        const KeyRecord changed = desk.store.generate(Purpose::Buyer, "changed", HomeKind::File);
        desk.store.generate(Purpose::Buyer, "whole", HomeKind::File);
        const std::vector<KeyWithSecret> backup = desk.store.secrets({"missing", "changed", "whole"});
        desk.home->remove(missing);
        desk.home->remove(changed);
        KeyRecord other = changed; // of the same id
        const crypto::SecretBytes secret = keys::generateSecret(KeyKind::X25519);
        other.publicPart = keys::publicPartOf(KeyKind::X25519, secret);
        desk.home->store(other, secret);

        QCOMPARE(codeOf([&] { (void)desk.store.mend("missing", secret); }), ErrorCode::KeyEntryChanged);
        const keys::RestoreResult result = keys::restoreKeys(desk.store, backup, HomeKind::File);
        QCOMPARE(result.restored.size(), std::size_t{2});
        QCOMPARE(result.there.size(), std::size_t{1});
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(hexOf(desk.store.secret(backup[i].record.label).bytes()), hexOf(backup[i].secret.bytes()));
        }
        QCOMPARE(desk.store.list().size(), std::size_t{3});
        QCOMPARE(desk.store.find("missing").id, missing.id);
        QVERIFY(desk.store.find("changed").id != changed.id);
        QCOMPARE(hexOf(desk.home->fetch(other).bytes()), hexOf(secret.bytes())); // what was put there is left alone
    }

    void drillProvesWithoutTouchingAnything()
    {
        Desk desk;
        for (const Purpose purpose : {Purpose::Owner, Purpose::Signing, Purpose::Data, Purpose::Field}) {
            desk.store.generate(purpose, keys::name(purpose), HomeKind::File);
        }
        std::vector<KeyWithSecret> backup = desk.store.secrets({"owner", "signing", "data", "field"});
        KeyWithSecret stranger{.record = backup[0].record, .secret = keys::generateSecret(KeyKind::X25519)};
        stranger.record.publicPart = keys::publicPartOf(KeyKind::X25519, stranger.secret);
        stranger.record.label = "stranger";
        backup.push_back(std::move(stranger));
        KeyWithSecret wrong{.record = backup[1].record, .secret = keys::generateSecret(KeyKind::Ed25519)};
        backup.push_back(std::move(wrong));

        desk.store.lock();
        const unsigned asked = desk.answers.asked;
        const std::string secrets = contentOf(desk.home->path());
        const std::vector<DrillFinding> findings = keys::drill(desk.store, backup);
        QCOMPARE(findings.size(), std::size_t{6});
        for (std::size_t i = 0; i < 4; ++i) {
            QVERIFY(findings[i].outcome == DrillFinding::Outcome::Proven);
            QVERIFY(!findings[i].record.lastProven.empty());
            QVERIFY(desk.store.find(findings[i].record.id) == findings[i].record);
        }
        QVERIFY(findings[4].outcome == DrillFinding::Outcome::NotOnDesk);
        QVERIFY(findings[5].outcome == DrillFinding::Outcome::Failed);
        QCOMPARE(desk.answers.asked, asked);
        QCOMPARE(contentOf(desk.home->path()), secrets);
        QCOMPARE(desk.store.list().size(), std::size_t{4});
    }

    void unknownNameThatIsAKeyIsNotRepeated()
    {
        Desk desk;
        const std::string hex(64, 'a');
        const auto error = thrownBy([&] { (void)desk.store.find(hex); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::UnknownKey);
        QVERIFY2(std::string(error->what()).find(hex) == std::string::npos, error->what());
    }
};

QTEST_GUILESS_MAIN(TestKeyStore)
#include "test_key_store.moc"
