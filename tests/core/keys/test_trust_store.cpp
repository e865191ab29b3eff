#include "core/base/errors.h"
#include "core/keys/trust_edits.h"
#include "core/keys/trust_store.h"
#include "tests/support/bytes.h"
#include "tests/support/expect.h"
#include "tests/support/files.h"

#include <QLockFile>
#include <QTest>

#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace streamdesk;
using keys::PinnedChain;
using keys::TrustedKey;
using keys::TrustFile;
using keys::TrustStore;
using stream::SignerTrust;
using test::Folder;
using test::putFile;
using test::thrownBy;
using KeyTrust = SignerTrust::Key;

namespace {

const std::string did = "did:peaq:1";

TrustedKey key(char digit, TrustedKey::State state = TrustedKey::State::Trusted)
{
    TrustedKey key{.key = {}, .state = state};
    test::fill(key.key.bytes, test::unhex(std::string(64, digit)));
    return key;
}

TrustFile trusting(const TrustedKey &trusted)
{
    TrustFile file;
    keys::trustKey(file, did, trusted, {});
    return file;
}

// An intact chain of machine `of`.
stream::ChainReport report(const std::string &first, const std::string &head, std::uint64_t length, char signer,
                           const std::string &of = did)
{
    stream::ChainReport report;
    report.firstChunkId = first;
    report.headChunkId = head;
    report.length = length;
    report.dids = {of};
    report.signers = {key(signer).key};
    return report;
}

} // namespace

class TestTrustStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsTrustedWhereThereIsNoFile()
    {
        const Folder folder;
        QVERIFY(TrustStore(folder / "trust.json").read().machines.empty());
        QVERIFY2(std::filesystem::is_empty(folder.path()), "reading made files");
    }

    void keepsEverything()
    {
        const Folder folder;
        const TrustStore store(folder / "new folder" / "trust.json");
        TrustedKey trusted = key('a');
        trusted.firstSeen = "2026-11-24T09:00:00Z";
        trusted.note = "told by \"Ann\" \xe2\x80\x93 by telephone";
        trusted.pinnedBy = "package code";
        store.update([&](TrustFile &file) {
            keys::trustKey(file, did, trusted, "Rover 7");
            keys::revokeKey(file, did, key('b'));
            keys::rememberChain(file, did,
                                {.firstChunkId = "0x1", .headChunkId = "0x2", .totalChunks = 9, .seen = "2026-11-24"});
            keys::rememberSight(file, report("0x3", "0x4", 5, 'c'), "2026-11-25");
        });
        const TrustFile file = store.read();
        QCOMPARE(file.machines.size(), std::size_t{1});
        const keys::TrustedMachine &machine = file.machines[0];
        QCOMPARE(machine.did, did);
        QCOMPARE(machine.label, std::string("Rover 7"));
        QCOMPARE(machine.keys.size(), std::size_t{2});
        QVERIFY(machine.keys[0].key == trusted.key && machine.keys[1].key == key('b').key);
        QCOMPARE(machine.keys[0].firstSeen, trusted.firstSeen);
        QCOMPARE(machine.keys[0].note, trusted.note);
        QCOMPARE(machine.keys[0].pinnedBy, trusted.pinnedBy);
        QVERIFY(machine.keys[1].state == TrustedKey::State::Revoked);
        QCOMPARE(machine.chains.size(), std::size_t{1});
        QCOMPARE(machine.chains[0].firstChunkId, std::string("0x1"));
        QCOMPARE(machine.chains[0].headChunkId, std::string("0x2"));
        QCOMPARE(machine.chains[0].totalChunks, std::uint64_t{9});
        QCOMPARE(machine.chains[0].seen, std::string("2026-11-24"));
        QCOMPARE(machine.seen.size(), std::size_t{1});
        QCOMPARE(machine.seen[0].chain.firstChunkId, std::string("0x3"));
        QCOMPARE(machine.seen[0].chain.headChunkId, std::string("0x4"));
        QCOMPARE(machine.seen[0].chain.totalChunks, std::uint64_t{5});
        QCOMPARE(machine.seen[0].chain.seen, std::string("2026-11-25"));
        QVERIFY(machine.seen[0].signer == key('c').key);
        QCOMPARE(std::distance(std::filesystem::directory_iterator(folder / "new folder"), {}), std::ptrdiff_t{1});
    }

    void whatCannotBeReadIsNotReplaced_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::newRow("newer program") << std::string("{\"schemaVersion\":\"streamdesk.trust.v2\",\"machines\":[]}");
        QTest::newRow("cut") << std::string("{\"schemaVersion\":\"streamdesk.trust.v1\",\"mach");
        QTest::newRow("empty") << std::string();
    }

    void whatCannotBeReadIsNotReplaced()
    {
        QFETCH(std::string, text);
        const Folder folder;
        putFile(folder / "trust.json", text);
        const auto error = thrownBy([&] {
            TrustStore(folder / "trust.json").update([](TrustFile &file) { keys::trustKey(file, did, key('a'), {}); });
        });
        QVERIFY(error);
        QCOMPARE(error->context().file, (folder / "trust.json").string());
        QCOMPARE(test::contentOf(folder / "trust.json"), text);
    }

    void anEditThatFailsChangesNothing()
    {
        const Folder folder;
        const TrustStore store(folder / "trust.json");
        store.update([](TrustFile &file) { keys::revokeKey(file, did, key('a')); });
        const std::string before = test::contentOf(folder / "trust.json");
        const auto error = thrownBy([&] {
            store.update([](TrustFile &file) {
                keys::trustKey(file, did, key('b'), "half");
                keys::trustKey(file, did, key('a'), {});
            });
        });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::KeyRevoked);
        QCOMPARE(test::contentOf(folder / "trust.json"), before);
    }

    // Each in its own thread, as several programs would: none takes back what another wrote.
    void noWriterUndoesAnother()
    {
        const Folder folder;
        const std::string digits = "0123";
        std::vector<std::thread> writers;
        for (const char digit : digits) {
            writers.emplace_back([&folder, digit] {
                TrustStore(folder / "trust.json").update([digit](TrustFile &file) {
                    keys::trustKey(file, did, key(digit), {});
                });
            });
        }
        for (std::thread &writer : writers) {
            writer.join();
        }
        const TrustFile file = TrustStore(folder / "trust.json").read();
        for (const char digit : digits) {
            QVERIFY2(file.lookUp(did, key(digit).key, {}).key == KeyTrust::Trusted, &digit);
        }
    }

    void whoComesToNoEndIsToldOf()
    {
        const Folder folder;
        QLockFile other(QString::fromStdString((folder / "trust.json.lock").string()));
        QVERIFY(other.lock());
        const auto error = thrownBy([&] { TrustStore(folder / "trust.json").update([](TrustFile &) {}); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::Busy);
        QCOMPARE(error->context().file, (folder / "trust.json").string());
        QVERIFY(!std::filesystem::exists(folder / "trust.json"));
    }

    void aProgramThatWasKilledIsNotWaitedFor()
    {
        const Folder folder;
        const QString lock = QString::fromStdString((folder / "trust.json.lock").string());
        const pid_t child = fork();
        if (child == 0) {
            QLockFile left(lock);
            _exit(left.lock() ? 0 : 1);
        }
        int status = -1;
        QCOMPARE(waitpid(child, &status, 0), child);
        QCOMPARE(status, 0);
        QVERIFY(QFile::exists(lock));
        TrustStore(folder / "trust.json").update([](TrustFile &file) { keys::trustKey(file, did, key('a'), {}); });
        QVERIFY(TrustStore(folder / "trust.json").read().lookUp(did, key('a').key, {}).key == KeyTrust::Trusted);
    }

    void aSecondKeyIsTrustedBesideTheFirst()
    {
        TrustFile file = trusting(key('a'));
        keys::trustKey(file, did, key('b'), "Rover 7");
        QCOMPARE(file.machines.size(), std::size_t{1});
        QCOMPARE(file.machines[0].label, std::string("Rover 7"));
        QVERIFY(file.lookUp(did, key('a').key, {}).key == KeyTrust::Trusted);
        QVERIFY(file.lookUp(did, key('b').key, {}).key == KeyTrust::Trusted);
        QVERIFY(file.lookUp(did, key('c').key, {}).key == KeyTrust::Contradicted);
    }

    void trustingTwiceKeepsWhatWasKnown()
    {
        TrustedKey first = key('a');
        first.firstSeen = "2026-01-01";
        first.note = "old";
        TrustFile file = trusting(first);
        keys::trustKey(file, did, key('a'), {});
        QCOMPARE(file.machines[0].keys.size(), std::size_t{1});
        QCOMPARE(file.machines[0].keys[0].note, std::string("old"));
        TrustedKey later = key('a');
        later.note = "new";
        keys::trustKey(file, did, later, {});
        QCOMPARE(file.machines[0].keys[0].note, std::string("new"));
        QCOMPARE(file.machines[0].keys[0].firstSeen, std::string("2026-01-01"));
    }

    void aRevokedKeyHasToBeRemovedBeforeItIsTrustedAgain()
    {
        TrustFile file = trusting(key('a'));
        keys::revokeKey(file, did, key('a'));
        QVERIFY(file.lookUp(did, key('a').key, {}).key == KeyTrust::Revoked);
        const auto error = thrownBy([&] { keys::trustKey(file, did, key('a'), {}); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::KeyRevoked);
        keys::removeKey(file, did, key('a').key);
        keys::trustKey(file, did, key('a'), {});
        QVERIFY(file.lookUp(did, key('a').key, {}).key == KeyTrust::Trusted);
    }

    void aMachineThatIsThereTwiceIsRevokedAndForgottenWhole()
    {
        TrustFile file;
        file.machines = {{.did = did, .keys = {key('a')}}, {.did = did, .keys = {key('a'), key('b')}}};
        keys::revokeKey(file, did, key('a'));
        QVERIFY(file.machines[0].keys[0].state == TrustedKey::State::Revoked);
        QVERIFY(file.machines[1].keys[0].state == TrustedKey::State::Revoked);
        QVERIFY(file.machines[1].keys[1].state == TrustedKey::State::Trusted);
        keys::removeKey(file, did, key('a').key);
        QVERIFY(file.lookUp(did, key('a').key, {}).key == KeyTrust::Contradicted);
        keys::removeMachine(file, did);
        QVERIFY(file.machines.empty());
    }

    void whatIsNotThereCannotBeRemoved()
    {
        TrustFile file = trusting(key('a'));
        for (const auto &error : {thrownBy([&] { keys::removeKey(file, did, key('b').key); }),
                                  thrownBy([&] { keys::removeKey(file, "did:peaq:2", key('a').key); }),
                                  thrownBy([&] { keys::removeMachine(file, "did:peaq:2"); })}) {
            QVERIFY(error);
            QCOMPARE(error->code(), ErrorCode::NotFound);
        }
        QVERIFY(file.lookUp(did, key('a').key, {}).key == KeyTrust::Trusted);
    }

    void aLaterSightTakesThePlaceOfTheEarlier()
    {
        TrustFile file;
        keys::rememberChain(file, did, {.firstChunkId = "1", .headChunkId = "2", .totalChunks = 2});
        keys::rememberChain(file, did, {.firstChunkId = "x", .headChunkId = "y", .totalChunks = 5});
        keys::rememberChain(file, did, {.firstChunkId = "1", .headChunkId = "3", .totalChunks = 3});
        QCOMPARE(file.machines[0].chains.size(), std::size_t{2});
        QCOMPARE(file.lookUp(did, key('a').key, "1").pin->headChunkId, std::string("3"));
        QCOMPARE(file.lookUp(did, key('a').key, "x").pin->totalChunks, std::uint64_t{5});
    }

    void whatWasSeenTakesThePlaceOfWhatWasSeenBefore()
    {
        TrustFile file;
        keys::rememberSight(file, report("1", "2", 2, 'a'), "2026-11-01");
        keys::rememberSight(file, report("1", "2", 2, 'a'), "2026-11-02");
        QCOMPARE(file.machines[0].seen.size(), std::size_t{1});
        QCOMPARE(file.machines[0].seen[0].chain.seen, std::string("2026-11-01")); // since when it looks like this
        keys::rememberSight(file, report("1", "3", 3, 'a'), "2026-11-03");
        QCOMPARE(file.machines[0].seen.size(), std::size_t{1});
        const SignerTrust trust = file.lookUp(did, key('a').key, "1");
        QCOMPARE(trust.sight->end.headChunkId, std::string("3"));
        QCOMPARE(trust.sight->when, std::string("2026-11-03"));
        QVERIFY(trust.key == KeyTrust::Unknown);
        QVERIFY(!trust.pin);
    }

    void ofVeryManySightsTheOldestAreForgotten()
    {
        TrustFile file = trusting(key('a'));
        keys::SeenChain seen{.chain = {.firstChunkId = {}, .headChunkId = "h", .totalChunks = 1},
                             .signer = key('b').key};
        for (int i = 0; i < 10'000; ++i) {
            seen.chain.firstChunkId = std::to_string(i);
            seen.chain.seen = "2026-01-" + std::to_string(10 + i / 1000);
            file.machines[0].seen.push_back(seen);
        }
        file.machines[0].seen[5000].chain.seen = "2025";
        keys::rememberSight(file, report("new", "h", 1, 'b', "did:peaq:2"), "2026-11-03");
        QCOMPARE(file.machines[0].seen.size(), std::size_t{9999});
        QVERIFY(!file.lookUp(did, key('b').key, "5000").sight);
        QVERIFY(file.lookUp("did:peaq:2", key('b').key, "new").sight);
    }

    void aChainIsForgottenStatedOrSeen()
    {
        TrustFile file;
        keys::rememberChain(file, did, {.firstChunkId = "1", .headChunkId = "2", .totalChunks = 2});
        keys::rememberSight(file, report("1", "2", 2, 'a'), "2026-11-01");
        const auto error = thrownBy([&] { keys::removeChain(file, did, "2"); });
        QVERIFY(error && error->code() == ErrorCode::NotFound);
        keys::removeChain(file, did, "1");
        QVERIFY(file.machines.empty()); // nothing is known of it any more
    }

    void whatChangesNothingWritesNothing()
    {
        const Folder folder;
        const TrustStore store(folder / "trust.json");
        store.update([](TrustFile &) {});
        QVERIFY(!std::filesystem::exists(folder / "trust.json"));
        store.update([](TrustFile &file) { keys::trustKey(file, did, key('a'), {}); });
        const auto before = std::filesystem::last_write_time(folder / "trust.json");
        std::filesystem::permissions(folder / "trust.json", std::filesystem::perms::owner_read);
        store.update([](TrustFile &file) { keys::trustKey(file, did, key('a'), {}); });
        QVERIFY(std::filesystem::last_write_time(folder / "trust.json") == before);
        QVERIFY(std::filesystem::status(folder / "trust.json").permissions() == std::filesystem::perms::owner_read);
    }

    void anImportNeverTakesBackARevocation()
    {
        TrustFile file = trusting(key('a'));
        keys::revokeKey(file, did, key('b'));
        file.machines[0].label = "mine";
        TrustFile other;
        keys::trustKey(other, did, key('b'), "theirs");
        keys::trustKey(other, did, key('c'), {});
        keys::revokeKey(other, did, key('a'));
        keys::trustKey(other, "did:peaq:2", key('d'), "Second");
        const keys::ImportResult result = keys::importTrust(file, other);
        QCOMPARE(result.machines, std::size_t{1});
        QCOMPARE(result.trusted, std::size_t{2});
        QCOMPARE(result.revoked, std::size_t{1});
        QCOMPARE(result.stayRevoked, std::size_t{1});
        QVERIFY(file.lookUp(did, key('a').key, {}).key == KeyTrust::Revoked);
        QVERIFY(file.lookUp(did, key('b').key, {}).key == KeyTrust::Revoked);
        QVERIFY(file.lookUp(did, key('c').key, {}).key == KeyTrust::Trusted);
        QVERIFY(file.lookUp("did:peaq:2", key('d').key, {}).key == KeyTrust::Trusted);
        QCOMPARE(file.machines[0].label, std::string("mine"));
        QCOMPARE(file.machines[1].label, std::string("Second"));
    }

    void ofTwoSightsTheLongerStays()
    {
        TrustFile file;
        keys::rememberChain(file, did, {.firstChunkId = "1", .headChunkId = "mine", .totalChunks = 5});
        TrustFile other;
        keys::rememberChain(other, did, {.firstChunkId = "1", .headChunkId = "shorter", .totalChunks = 4});
        keys::rememberChain(other, did, {.firstChunkId = "new", .headChunkId = "theirs", .totalChunks = 1});
        QCOMPARE(keys::importTrust(file, other).chains, std::size_t{1});
        QCOMPARE(file.lookUp(did, key('a').key, "1").pin->headChunkId, std::string("mine"));
        QCOMPARE(file.lookUp(did, key('a').key, "new").pin->headChunkId, std::string("theirs"));
        other.machines[0].chains[0] = {.firstChunkId = "1", .headChunkId = "longer", .totalChunks = 6};
        QCOMPARE(keys::importTrust(file, other).chains, std::size_t{0});
        QCOMPARE(file.lookUp(did, key('a').key, "1").pin->headChunkId, std::string("longer"));
    }
};

QTEST_APPLESS_MAIN(TestTrustStore)
#include "test_trust_store.moc"
