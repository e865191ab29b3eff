#include "core/package/repair_plan.h"

#include "core/package/repair.h"
#include "tests/support/repair_fixture.h"

#include <QTest>

using namespace streamdesk;
using package::CopyRefusal;
using package::LeftReason;
using package::RepairPlan;
using package::RepairRefusal;
using test::planFrom;
using test::Verified;
namespace fs = std::filesystem;

namespace {

std::string text(const std::vector<package::ChunkRange> &ranges)
{
    return package::describeRanges(ranges);
}

// "2–3 NotOffered, 5 DataFails"
QString text(const std::vector<RepairPlan::Left> &left)
{
    const QStringList names = {
        QStringLiteral("NotOffered"), QStringLiteral("CopyFails"),      QStringLiteral("OtherSigner"),
        QStringLiteral("DoesNotFit"), QStringLiteral("NothingBeside"),  QStringLiteral("FollowsLeft"),
        QStringLiteral("NameTaken"),  QStringLiteral("DataNotOffered"), QStringLiteral("DataFails")};
    QStringList parts;
    for (const RepairPlan::Left &one : left) {
        parts.append(QString::fromStdString(text({one.chunks})) + QLatin1Char(' ') + names[int(one.reason)]);
    }
    return parts.join(QStringLiteral(", "));
}

// As the on-robot agent spells hashes.
void writeByRobot(const fs::path &envelope)
{
    test::editEnvelope(envelope, [](stream::ChunkEnvelope &e) {
        e.chunkId.replace(0, 2, "sha256:");
        e.encryptedDataHash.replace(0, 2, "sha256:");
    });
}

package::Expectations trusting(const crypto::Ed25519PublicKey &trusted, stream::SignerTrust::Key others)
{
    return {.trust =
                [=](const std::string &, const crypto::Ed25519PublicKey &key, const std::string &) {
                    return stream::SignerTrust{.key = key == trusted ? stream::SignerTrust::Key::Trusted : others,
                                               .pin = {}};
                },
            .code = {}};
}

} // namespace

// The package under test has the chunks 0 to 5 of the golden "csv"; the golden one itself is the good copy.
class TestRepairPlan : public QObject
{
    Q_OBJECT

private:
    const test::GoldenPackage m_golden{QStringLiteral("csv")};
    std::unique_ptr<test::Scratch> m_scratch;
    fs::path m_package;

    [[nodiscard]] fs::path file(const std::string &name) const { return m_package / name; }
    void remove(const std::string &name) const { QVERIFY(fs::remove(file(name))); }
    [[nodiscard]] fs::path copyOfGolden(const std::string &name) const
    {
        test::copyFolder(m_golden.package(), m_scratch->path(name));
        return m_scratch->path(name);
    }
    [[nodiscard]] RepairPlan planFromGolden() const { return planFrom(Verified(m_package), {m_golden.package()}); }

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<test::Scratch>();
        m_package = m_scratch->copy(m_golden, "package");
    }

    void findsForEachFailureJustWhatItNeeds_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<QString>("failing");
        QTest::addColumn<QStringList>("taken"); // names in the copy
        const auto row = [](const char *damage, const char *failing, const char *taken) {
            QTest::newRow(damage) << QString::fromLatin1(damage) << QString::fromUtf8(failing)
                                  << QString::fromLatin1(taken).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        row("ciphertext altered", "3", "chunk-3.bin");
        row("ciphertext cut", "3", "chunk-3.bin");
        row("ciphertext missing", "3", "chunk-3.bin");
        row("ciphertext is a folder", "3", "chunk-3.bin");
        row("ciphertexts swapped", "2–3", "chunk-2.bin chunk-3.bin");
        row("envelope missing", "3", "chunk-3.json");
        row("envelope is no JSON", "3", "chunk-3.json");
        row("envelope of another schema", "3", "chunk-3.json");
        row("field missing", "3", "chunk-3.json");
        row("signature altered", "3", "chunk-3.json");
        row("key altered", "3", "chunk-3.json");
        row("id altered", "3–4", "chunk-3.json");
        row("link altered", "3", "chunk-3.json");
        row("hash altered", "3", "chunk-3.json");
        row("both missing", "3", "chunk-3.json chunk-3.bin");
        row("both missing at the end", "5", "chunk-5.json chunk-5.bin");
        row("both missing at the beginning", "0", "chunk-0.json chunk-0.bin");
        row("three in a row", "2–4", "chunk-2.json chunk-2.bin chunk-3.json chunk-3.bin chunk-4.json chunk-4.bin");
        row("a twin", "3", "");
        row("a twin in the right one's place", "3", "");
        row("an unreadable twin", "3", "");
    }
    void findsForEachFailureJustWhatItNeeds()
    {
        QFETCH(QString, damage);
        QFETCH(QString, failing);
        QFETCH(QStringList, taken);
        const auto is = [&](const char *what) { return damage == QLatin1String(what); };
        if (is("ciphertext altered")) {
            test::flipBit(file("chunk-3.bin"), 77);
        } else if (is("ciphertext cut")) {
            test::setText(file("chunk-3.bin"), "short");
        } else if (is("ciphertext missing")) {
            remove("chunk-3.bin");
        } else if (is("ciphertext is a folder")) {
            remove("chunk-3.bin");
            fs::create_directory(file("chunk-3.bin"));
        } else if (is("ciphertexts swapped")) {
            fs::rename(file("chunk-2.bin"), file("x"));
            fs::rename(file("chunk-3.bin"), file("chunk-2.bin"));
            fs::rename(file("x"), file("chunk-3.bin"));
        } else if (is("envelope missing")) {
            remove("chunk-3.json");
        } else if (is("envelope is no JSON")) {
            test::setText(file("chunk-3.json"), "{\"index\": 3,");
        } else if (is("envelope of another schema")) {
            test::replaceText(file("chunk-3.json"), "chunks.v1", "chunks.v9");
        } else if (is("field missing")) {
            test::replaceText(file("chunk-3.json"), "\"plaintextHash\"", "\"nothing\"");
        } else if (is("signature altered")) {
            test::editEnvelope(file("chunk-3.json"), [](auto &e) { e.signature.value = std::string(128, '0'); });
        } else if (is("key altered")) {
            test::editEnvelope(file("chunk-3.json"), [](auto &e) { e.signature.publicKeyHex[5] ^= 1; });
        } else if (is("id altered")) {
            test::editEnvelope(file("chunk-3.json"), [](auto &e) { e.chunkId[5] ^= 1; });
        } else if (is("link altered")) {
            test::editEnvelope(file("chunk-3.json"), [](auto &e) { (*e.previousChunkId)[5] ^= 1; });
        } else if (is("hash altered")) {
            test::editEnvelope(file("chunk-3.json"), [](auto &e) { e.encryptedDataHash[5] ^= 1; });
        } else if (is("both missing") || is("both missing at the end") || is("both missing at the beginning")) {
            const std::string chunk = "chunk-" + failing.toStdString();
            remove(chunk + ".json");
            remove(chunk + ".bin");
        } else if (is("three in a row")) {
            for (const char *const name : {"chunk-2", "chunk-3", "chunk-4"}) {
                remove(std::string(name) + ".json");
                remove(std::string(name) + ".bin");
            }
        } else if (is("a twin")) {
            test::setText(file("chunk-3 (1).json"), test::textOf(file("chunk-3.json")));
            test::editEnvelope(file("chunk-3 (1).json"), [](auto &e) { e.signature.value = std::string(128, '0'); });
        } else if (is("a twin in the right one's place")) {
            fs::rename(file("chunk-3.json"), file("chunk-3 (1).json"));
            test::setText(file("chunk-3.json"), test::textOf(file("chunk-3 (1).json")));
            test::editEnvelope(file("chunk-3.json"), [](auto &e) { e.signature.value = std::string(128, '0'); });
        } else if (is("an unreadable twin")) {
            fs::rename(file("chunk-3.json"), file("chunk-3 (1).json"));
            test::setText(file("chunk-3.json"), "{");
        }
        const Verified verified(m_package);
        QVERIFY(!isIntact(verified.verdict()));
        const RepairPlan plan = planFrom(verified, {m_golden.package()});
        QCOMPARE(int(plan.subject.refusal), int(RepairRefusal::None));
        QCOMPARE(QString::fromStdString(text(plan.subject.failing)), failing);
        QCOMPARE(QString::fromStdString(text(plan.mended)), failing);
        QVERIFY2(plan.left.empty(), qPrintable(text(plan.left)));
        QCOMPARE(QString::fromStdString(text(plan.copies[0].offers)), failing);
        QStringList names;
        for (const RepairPlan::Mend &mend : plan.mends) {
            for (const auto &part : {mend.envelope, mend.ciphertext}) {
                names += part ? QStringList{QString::fromStdString(part->name)} : QStringList();
            }
        }
        QCOMPARE(names, taken);
        QVERIFY(plan.changesAnything());
    }

    void readsOnlyTheFailingChunksOfTheCopy()
    {
        remove("chunk-2.bin");
        remove("chunk-4.json");
        const auto store = std::make_shared<test::RecordingStore>(
            package::openStore(m_golden.package(), package::FolderStore::Reach::Nested));
        const package::CopyOf copy{
            .path = m_golden.package(), .source = std::make_shared<package::CopySource>(store), .error = {}};
        const Verified verified(m_package);
        const RepairPlan plan = package::planRepair(verified.package, verified.verification, {}, {copy}, {});
        QCOMPARE(text(plan.mended), std::string("2, 4"));
        const std::set<std::string> wanted = {"chunk-0.json", "chunk-2.bin", "chunk-4.json"};
        QVERIFY(store->read == wanted);
        (void)package::repair(verified.package, plan, {}, {});
        QVERIFY(store->read == wanted);
        QCOMPARE(int(Verified(m_package).verdict()), int(stream::Verdict::IntactUntrusted));
    }

    void takesFromZipFilesAndCopiesThatBrowsersMade()
    {
        remove("chunk-1.json");
        remove("chunk-1.bin");
        const fs::path copy = copyOfGolden("downloads");
        fs::rename(copy / "chunk-1.json", copy / "chunk-1 (1).json");
        fs::rename(copy / "chunk-1.bin", copy / "chunk-1 (1).bin");
        test::setText(copy / "chunk-1.bin", "broken off");
        const fs::path zip = m_scratch->path("copy.zip");
        test::packFolder(copy, zip);
        const RepairPlan plan = planFrom(Verified(m_package), {copy, zip});
        QCOMPARE(text(plan.mended), std::string("1"));
        QCOMPARE(text(plan.copies[0].offers), std::string("1"));
        QCOMPARE(text(plan.copies[1].offers), std::string("1"));
        QCOMPARE(plan.mends[0].ciphertext->name, std::string("chunk-1 (1).bin"));
    }

    void putsTwoHalvesTogether()
    {
        for (const char *const name : {"chunk-1.json", "chunk-3.bin", "chunk-4.json", "chunk-4.bin"}) {
            remove(name);
        }
        const fs::path one = copyOfGolden("one");
        const fs::path other = copyOfGolden("other");
        fs::remove(one / "chunk-3.bin");
        fs::remove(one / "chunk-4.json");
        fs::remove(other / "chunk-1.json");
        fs::remove(other / "chunk-4.bin");
        const RepairPlan plan = planFrom(Verified(m_package), {one, other});
        QCOMPARE(text(plan.mended), std::string("1, 3–4"));
        QCOMPARE(text(plan.copies[0].offers), std::string("1"));
        QCOMPARE(text(plan.copies[1].offers), std::string("3"));
        QCOMPARE(plan.mends[2].envelope->copy, std::size_t{1});
        QCOMPARE(plan.mends[2].ciphertext->copy, std::size_t{0});
    }

    void saysWhyAChunkIsLeft_data()
    {
        QTest::addColumn<QString>("copy");
        QTest::addColumn<QString>("left");
        const auto row = [](const char *copy, const char *left) {
            QTest::newRow(copy) << QString::fromLatin1(copy) << QString::fromLatin1(left);
        };
        row("nothing", "3 NotOffered");
        row("no envelope", "3 NotOffered");
        row("damaged envelope", "3 CopyFails");
        row("unreadable envelope", "3 CopyFails");
        row("signed by another", "3 OtherSigner");
        row("of another machine", "3 OtherSigner");
        row("relinked", "3 DoesNotFit");
        row("another chunk in its place", "3 DoesNotFit");
        row("no ciphertext", "3 DataNotOffered");
        row("damaged ciphertext", "3 DataFails");
        row("unreadable ciphertext", "3 DataFails");
    }
    void saysWhyAChunkIsLeft()
    {
        QFETCH(QString, copy);
        QFETCH(QString, left);
        remove("chunk-3.json");
        remove("chunk-3.bin");
        const fs::path folder = copyOfGolden("copy");
        const fs::path envelope = folder / "chunk-3.json";
        const fs::path ciphertext = folder / "chunk-3.bin";
        const auto is = [&](const char *what) { return copy == QLatin1String(what); };
        if (is("nothing")) {
            fs::remove(envelope);
            fs::remove(ciphertext);
        } else if (is("no envelope")) {
            fs::remove(envelope);
        } else if (is("damaged envelope")) {
            test::editEnvelope(envelope, [](auto &e) { e.signature.value = std::string(128, '0'); });
        } else if (is("unreadable envelope")) {
            test::setText(envelope, "{");
        } else if (is("signed by another")) {
            test::signAgain(envelope, crypto::generateEd25519KeyPair());
        } else if (is("of another machine")) {
            test::editEnvelope(envelope, [](auto &e) { e.signature.machineDid += "b"; });
        } else if (is("relinked") || is("another chunk in its place")) {
            if (is("another chunk in its place")) { // signed by the machine, and moved here
                fs::remove(envelope);
                fs::copy_file(folder / "chunk-4.json", envelope);
                fs::remove(ciphertext);
                fs::copy_file(folder / "chunk-4.bin", ciphertext);
            }
            test::editEnvelope(envelope, [](stream::ChunkEnvelope &e) {
                e.index = 3;
                e.previousChunkId = "0x" + std::string(64, 'a');
                e.chunkId = stream::computeChunkId(e.previousChunkId, e.encryptedDataHash, "3");
            });
        } else if (is("no ciphertext")) {
            fs::remove(ciphertext);
        } else if (is("damaged ciphertext")) {
            test::flipBit(ciphertext, 1000);
        } else if (is("unreadable ciphertext")) {
            fs::remove(ciphertext);
            fs::create_directory(ciphertext);
        }
        const RepairPlan plan = planFrom(Verified(m_package), {folder});
        QCOMPARE(int(plan.copies[0].refusal), int(CopyRefusal::None));
        QCOMPARE(text(plan.left), left);
        QVERIFY(plan.mended.empty() && plan.copies[0].offers.empty());
    }

    // A copy that is damaged elsewhere is as good as any, and of several each gives what it has.
    void asksTheNextCopyForWhatTheFirstHasNot()
    {
        remove("chunk-3.bin");
        const fs::path bad = copyOfGolden("bad");
        test::flipBit(bad / "chunk-3.bin", 1);
        test::flipBit(bad / "chunk-1.bin", 1);
        test::setText(bad / "chunk-0.json", "{");
        const RepairPlan plan = planFrom(Verified(m_package), {m_scratch->path("gone"), bad, m_golden.package()});
        QCOMPARE(int(plan.copies[0].refusal), int(CopyRefusal::Unreadable));
        QVERIFY(plan.copies[0].of.error->code() == ErrorCode::NotFound);
        QCOMPARE(int(plan.copies[1].refusal), int(CopyRefusal::None));
        QVERIFY(plan.copies[1].offers.empty());
        QCOMPARE(text(plan.copies[2].offers), std::string("3"));
        QCOMPARE(plan.mends[0].ciphertext->copy, std::size_t{2});
    }

    void refusesCopiesOfSomethingElse_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("refusal");
        QTest::newRow("itself") << QStringLiteral("itself") << int(CopyRefusal::Itself);
        QTest::newRow("empty") << QStringLiteral("empty") << int(CopyRefusal::NoChunks);
        QTest::newRow("file") << QStringLiteral("file") << int(CopyRefusal::Unreadable);
        QTest::newRow("stranger") << QStringLiteral("stranger") << int(CopyRefusal::OtherSigner);
        QTest::newRow("robot") << QStringLiteral("robot") << int(CopyRefusal::OtherKind);
        QTest::newRow("other chain") << QStringLiteral("other chain") << int(CopyRefusal::OtherChain);
        QTest::newRow("other machine") << QStringLiteral("other machine") << int(CopyRefusal::OtherMachine);
    }
    void refusesCopiesOfSomethingElse()
    {
        QFETCH(QString, what);
        QFETCH(int, refusal);
        remove("chunk-3.json");
        fs::path copy = copyOfGolden("copy");
        if (what == QStringLiteral("itself")) {
            copy = m_package / "." / "";
        } else if (what == QStringLiteral("empty")) {
            copy = m_scratch->path("empty");
            fs::create_directory(copy);
        } else if (what == QStringLiteral("file")) {
            copy = m_package / "manifest.json";
        } else if (what == QStringLiteral("stranger")) {
            test::signAllAgain(copy); // the very chain, with the same ids
        } else if (what == QStringLiteral("robot")) {
            writeByRobot(copy / "chunk-0.json");
        } else { // another recording by the same key
            const test::GoldenPackage other(QStringLiteral("csv"));
            test::copyFolder(other.package(), m_scratch->path("other"));
            copy = m_scratch->path("other");
            fs::copy_file(copy / "chunk-1.json", copy / "chunk-0.json", fs::copy_options::overwrite_existing);
            test::editEnvelope(copy / "chunk-0.json", [&](stream::ChunkEnvelope &e) {
                e.index = 0;
                e.previousChunkId.reset();
                e.chunkId = stream::computeChunkId({}, e.encryptedDataHash, "0");
                e.signature.machineDid += what == QStringLiteral("other machine") ? "b" : "";
            });
        }
        const RepairPlan plan = planFrom(Verified(m_package), {copy});
        QCOMPARE(int(plan.copies[0].refusal), refusal);
        QVERIFY(!plan.changesAnything() && plan.copies[0].offers.empty());
        QCOMPARE(text(plan.left), QStringLiteral("3 NotOffered"));
    }

    void refusesPackagesThatCannotBeRepaired_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("refusal");
        const auto row = [](const char *what, RepairRefusal refusal) {
            QTest::newRow(what) << QString::fromLatin1(what) << int(refusal);
        };
        row("intact", RepairRefusal::NothingFails);
        row("no chunk", RepairRefusal::NotCheckable);
        row("robot", RepairRefusal::NotCheckable);
        row("four of six fail", RepairRefusal::MostFails);
        row("no ciphertext", RepairRefusal::NothingIntact);
        row("all envelopes damaged", RepairRefusal::NothingIntact);
        row("a chunk by a stranger", RepairRefusal::SeveralSigners);
        row("a chunk of another machine", RepairRefusal::SeveralSigners);
        row("another key is trusted", RepairRefusal::SignerContradicted);
        row("a distant chunk", RepairRefusal::MostFails);
    }
    void refusesPackagesThatCannotBeRepaired()
    {
        QFETCH(QString, what);
        QFETCH(int, refusal);
        const auto is = [&](const char *name) { return what == QLatin1String(name); };
        package::Expectations expectations;
        if (!is("intact")) {
            remove("chunk-2.bin");
        }
        if (is("another key is trusted")) {
            expectations = trusting(crypto::generateEd25519KeyPair().publicKey, stream::SignerTrust::Key::Contradicted);
        }
        for (int i = 0; i < 6; ++i) {
            const std::string name = "chunk-" + std::to_string(i);
            if (is("no chunk")) {
                remove(name + ".json");
            } else if (is("robot")) {
                writeByRobot(file(name + ".json"));
            } else if ((is("four of six fail") && i > 2) || (is("no ciphertext") && i != 2)) {
                remove(name + ".bin");
            } else if (is("all envelopes damaged")) {
                test::editEnvelope(file(name + ".json"), [](auto &e) { e.chunkId[5] ^= 1; });
            }
        }
        if (is("a chunk by a stranger")) {
            test::signAgain(file("chunk-4.json"), crypto::generateEd25519KeyPair());
        } else if (is("a chunk of another machine")) {
            test::editEnvelope(file("chunk-4.json"), [](auto &e) { e.signature.machineDid += "b"; });
        } else if (is("a distant chunk")) {
            test::editEnvelope(file("chunk-5.json"), [](stream::ChunkEnvelope &e) {
                e.index = INT64_MAX;
                e.chunkId = stream::computeChunkId(e.previousChunkId, e.encryptedDataHash, std::to_string(e.index));
            });
        }
        const RepairPlan plan = planFrom(Verified(m_package, expectations), {m_golden.package()}, expectations);
        QCOMPARE(int(plan.subject.refusal), refusal);
        QVERIFY(!plan.changesAnything());
    }

    // Of two signers the one that is trusted counts; what another one put in is replaced.
    void goesByTheTrustedKey()
    {
        test::signAgain(file("chunk-4.json"), crypto::generateEd25519KeyPair());
        const auto expectations = trusting(m_golden.signingKey().publicKey, stream::SignerTrust::Key::Contradicted);
        const RepairPlan plan = planFrom(Verified(m_package, expectations), {m_golden.package()}, expectations);
        QCOMPARE(int(plan.subject.refusal), int(RepairRefusal::None));
        QCOMPARE(text(plan.mended), std::string("4"));
        QVERIFY(plan.mends[0].envelope && !plan.mends[0].ciphertext);
    }

    void mendsOnlyWhatIsTiedToItsNeighbours()
    {
        remove("chunk-2.json");
        remove("chunk-3.json");
        remove("chunk-4.json");
        const fs::path copy = copyOfGolden("copy");
        fs::remove(copy / "chunk-2.json");
        fs::remove(copy / "chunk-4.json");
        const RepairPlan plan = planFrom(Verified(m_package), {copy});
        QCOMPARE(text(plan.left), QStringLiteral("2 NotOffered, 3 NothingBeside, 4 NotOffered"));
        QVERIFY(plan.mends.empty());
    }

    // An envelope is put in place without its data, so that the data can be checked when it comes.
    void takesAnEnvelopeAlone()
    {
        remove("chunk-2.json");
        remove("chunk-2.bin");
        const fs::path copy = copyOfGolden("copy");
        fs::remove(copy / "chunk-2.bin");
        const RepairPlan plan = planFrom(Verified(m_package), {copy});
        QCOMPARE(text(plan.left), QStringLiteral("2 DataNotOffered"));
        QCOMPARE(plan.mends.size(), std::size_t{1});
        QVERIFY(plan.mends[0].envelope && !plan.mends[0].ciphertext);
    }

    void saysThatAChunkFollowsOneThatStaysWrong()
    {
        test::editEnvelope(file("chunk-3.json"), [](auto &e) { e.chunkId[5] ^= 1; });
        const fs::path copy = copyOfGolden("copy");
        fs::remove(copy / "chunk-3.json");
        const RepairPlan plan = planFrom(Verified(m_package), {copy});
        QCOMPARE(text(plan.subject.failing), std::string("3–4"));
        QCOMPARE(text(plan.left), QStringLiteral("3 NotOffered, 4 FollowsLeft"));
    }

    void overwritesNoOtherChunksFile()
    {
        fs::rename(file("chunk-3.json"), file("chunk-three.json"));
        fs::rename(file("chunk-2.json"), file("chunk-3.json")); // whose index is 2
        fs::remove(file("chunk-three.json"));
        const RepairPlan plan = planFromGolden();
        QCOMPARE(text(plan.left), QStringLiteral("3 NameTaken"));
        QVERIFY(plan.mends.empty());
    }

    void takesAManifestThatFits_data()
    {
        QTest::addColumn<QString>("here");
        QTest::addColumn<QString>("there");
        QTest::addColumn<bool>("taken");
        QTest::addColumn<bool>("misfits");
        QTest::newRow("missing") << QString() << QString() << true << false;
        QTest::newRow("unreadable") << QStringLiteral("{") << QString() << true << false;
        QTest::newRow("readable") << QStringLiteral("{}") << QString() << false << false;
        QTest::newRow("other count") << QString() << QStringLiteral("\"totalChunks\": 7") << false << true;
        QTest::newRow("other machine") << QString() << QStringLiteral("\"machineDid\": \"did:x\"") << false << true;
        QTest::newRow("damaged there") << QString() << QStringLiteral("]") << false << false;
    }
    void takesAManifestThatFits()
    {
        QFETCH(QString, here);
        QFETCH(QString, there);
        QFETCH(bool, taken);
        QFETCH(bool, misfits);
        remove("manifest.json");
        remove("chunk-5.bin");
        if (!here.isEmpty()) {
            test::setText(file("manifest.json"), here.toStdString());
        }
        const fs::path copy = copyOfGolden("copy");
        if (!there.isEmpty()) {
            const std::string did = m_golden.keys[QStringLiteral("machineDid")].toString().toStdString();
            const std::string rest = there.contains(QStringLiteral("totalChunks")) ? ", \"machineDid\": \"" + did + "\""
                                                                                   : ", \"totalChunks\": 6";
            test::setText(copy / "manifest.json", "{" + there.toStdString() + rest + "}");
        }
        const RepairPlan plan = planFrom(Verified(m_package), {copy});
        QCOMPARE(text(plan.mended), std::string("5"));
        QCOMPARE(plan.manifestFrom.has_value(), taken);
        QCOMPARE(plan.manifestMisfits, misfits);
    }

    // Nothing says that they are missing, so a copy that goes on is no reason to add them.
    void leavesMoreChunksOfACopyAlone()
    {
        remove("chunk-4.json");
        remove("chunk-4.bin");
        remove("chunk-5.json");
        remove("chunk-5.bin");
        remove("manifest.json");
        remove("chunk-1.bin");
        const RepairPlan plan = planFromGolden();
        QCOMPARE(text(plan.mended), std::string("1"));
        QVERIFY(!plan.manifestFrom && plan.manifestMisfits); // it speaks of six
    }

    void knowsCopiesByTheirFirstChunk()
    {
        remove("chunk-3.json");
        const Verified verified(m_package);
        const auto identity = *package::repairSubject(verified.package, verified.verification, {}, {}).identity;
        const fs::path zip = m_scratch->path("copy.zip");
        test::packFolder(m_golden.package(), zip);
        QVERIFY(package::isCopyOf(m_golden.package(), identity));
        QVERIFY(package::isCopyOf(zip, identity));
        QVERIFY(!package::isCopyOf(test::GoldenPackage(QStringLiteral("text-utf8")).package(), identity));
        QVERIFY(!package::isCopyOf(m_scratch->path("gone"), identity));
        test::setText(m_scratch->path("no.zip"), "PK\3\4 but nothing behind it");
        QVERIFY(!package::isCopyOf(m_scratch->path("no.zip"), identity));
    }

    // Where chunk 0 fails, the next one says what it must be.
    void knowsTheChainWithoutItsFirstChunk()
    {
        remove("chunk-0.json");
        const Verified verified(m_package);
        const auto identity = *package::repairSubject(verified.package, verified.verification, {}, {}).identity;
        QVERIFY(package::isCopyOf(m_golden.package(), identity));
    }

    void stopsWhenAsked()
    {
        remove("chunk-3.bin");
        const Verified verified(m_package);
        jobs::StopFlag stop;
        stop.requestStop();
        QVERIFY(test::errorOf([&] {
                    (void)package::planRepair(verified.package, verified.verification, {},
                                              {package::openCopy(m_golden.package())}, {.stop = &stop, .progress = {}});
                })
                == ErrorCode::Stopped);
    }

    void tellsHowFarItIs()
    {
        remove("chunk-3.bin");
        const Verified verified(m_package);
        jobs::Progress last;
        (void)package::planRepair(verified.package, verified.verification, {}, {package::openCopy(m_golden.package())},
                                  {.stop = nullptr, .progress = [&](const jobs::Progress &p) { last = p; }});
        QCOMPARE(last.chunksDone, std::uint64_t{1});
        QCOMPARE(last.chunksTotal, std::uint64_t{1});
        QCOMPARE(last.bytesDone, fs::file_size(m_golden.package() / "chunk-3.bin"));
        QCOMPARE(last.bytesTotal, last.bytesDone);
    }
};

QTEST_GUILESS_MAIN(TestRepairPlan)
#include "test_repair_plan.moc"
