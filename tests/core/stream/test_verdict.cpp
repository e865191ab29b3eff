#include "core/stream/verdict.h"

#include <QTest>

using namespace streamdesk;
using namespace streamdesk::stream;

namespace {

constexpr auto did = "did:peaq:0xab";

ChainReport intactReport(std::uint64_t chunks = 4)
{
    return ChainReport{.valid = true,
                       .failedAt = {},
                       .failedReason = {},
                       .chunks = chunks,
                       .firstChunkId = "first",
                       .headChunkId = "head",
                       .length = chunks,
                       .dids = {did},
                       .keyIds = {},
                       .signers = {crypto::Ed25519PublicKey{}},
                       .findings = {}};
}

ChainReport with(FindingCode code)
{
    ChainReport report = intactReport();
    report.findings.push_back(Finding{.code = code, .index = 1, .last = 1});
    return report;
}

ManifestReading manifest(std::optional<std::uint64_t> total = 4, std::optional<std::string> machine = did)
{
    Manifest content;
    content.totalChunks = total;
    content.machineDid = std::move(machine);
    return ManifestReading{.manifest = content, .problem = {}};
}

SignerTrust trust(SignerTrust::Key key, std::optional<SignerTrust::Pin> pin = {})
{
    return SignerTrust{.key = key, .pin = std::move(pin)};
}

constexpr auto earlier = "2026-11-24T09:00:00Z";

SignerTrust sight(SignerTrust::Key key, SignerTrust::Pin end, std::uint8_t firstByteOfSigner = 0)
{
    SignerTrust trust{.key = key, .sight = SignerTrust::Sight{.end = std::move(end), .signer = {}, .when = earlier}};
    trust.sight->signer.bytes[0] = std::byte{firstByteOfSigner};
    return trust;
}

struct Row
{
    const char *name;
    ChainReport report;
    ManifestReading manifestReading;
    SignerTrust signer;
    CodeCheck code;
    Verdict verdict;
    bool completeAndInOrder = false;
};

std::vector<Row> rows()
{
    using enum Verdict;
    using Key = SignerTrust::Key;
    const SignerTrust unknown = trust(Key::Unknown);
    const SignerTrust trusted = trust(Key::Trusted);
    const SignerTrust::Pin same{.headChunkId = "head", .totalChunks = 4};
    const CodeCheck none = CodeCheck::NotGiven;
    return {
        {"intact, key unknown", intactReport(), manifest(), unknown, none, IntactUntrusted},
        {"intact, no manifest", intactReport(), {}, unknown, none, IntactUntrusted},
        {"intact, manifest without count", intactReport(), manifest({}, {}), unknown, none, IntactUntrusted},
        {"intact, key trusted", intactReport(), manifest(), trusted, none, IntactTrusted},
        {"intact, code matches", intactReport(), manifest(), unknown, CodeCheck::Matches, IntactTrusted, true},
        {"intact, pin matches, key trusted", intactReport(), manifest(), trust(Key::Trusted, same), none, IntactTrusted,
         true},
        {"intact, pin matches, key unknown", intactReport(), manifest(), trust(Key::Unknown, same), none,
         IntactUntrusted, true},
        {"remark alone changes nothing", with(FindingCode::UnknownAlgorithm), manifest(), trusted, none, IntactTrusted},
        {"no chunks", with(FindingCode::NoChunks), manifest(), trusted, none, NotCheckable},
        {"no ciphertext at all", with(FindingCode::NoCiphertextAtAll), manifest(), trusted, none, NotCheckable},
        {"robot's dialect", with(FindingCode::RobotDialect), manifest(), trusted, none, NotCheckable},
        {"unknown schema", with(FindingCode::UnknownSchema), manifest(), trusted, none, NotCheckable},
        {"a chunk fails", with(FindingCode::HashMismatch), manifest(), trusted, none, Damaged},
        {"a chunk fails, code matches", with(FindingCode::HashMismatch), manifest(), trusted, CodeCheck::Matches,
         Damaged},
        {"more than the manifest says", intactReport(5), manifest(4), trusted, none, Damaged},
        {"fewer than the manifest says", intactReport(3), manifest(4), trusted, none, Incomplete},
        {"ciphertext missing", with(FindingCode::CiphertextMissing), manifest(), trusted, none, Incomplete},
        {"envelope missing", with(FindingCode::ChunkMissing), manifest(), trusted, none, Incomplete},
        {"missing and failing",
         [] {
             ChainReport report = with(FindingCode::ChunkMissing);
             report.findings.push_back(Finding{.code = FindingCode::LinkMismatch, .index = 3, .last = 3});
             return report;
         }(),
         manifest(), trusted, none, Damaged},
        {"several keys", with(FindingCode::SeveralKeys), manifest(), trusted, none, SignerChanged},
        {"several keys, though the code matches", with(FindingCode::SeveralKeys), manifest(), trusted,
         CodeCheck::Matches, SignerChanged},
        {"several DIDs", with(FindingCode::SeveralDids), manifest(), trusted, none, SignerChanged},
        {"worthless key", with(FindingCode::WorthlessKey), manifest(), trusted, none, SignerChanged},
        {"the manifest names another machine", intactReport(), manifest(4, "did:peaq:0xcd"), trusted, none,
         SignerChanged},
        {"another key is trusted", intactReport(), manifest(), trust(Key::Contradicted), none, SignerChanged},
        {"the key was revoked", intactReport(), manifest(), trust(Key::Revoked), none, SignerChanged},
        {"several keys and something missing",
         [] {
             ChainReport report = with(FindingCode::SeveralKeys);
             report.findings.push_back(Finding{.code = FindingCode::ChunkMissing, .index = 3, .last = 3});
             return report;
         }(),
         manifest(), trusted, none, SignerChanged},
        {"the code differs", intactReport(), manifest(), trusted, CodeCheck::Differs, CodeMismatch},
        {"the code differs and something is missing", intactReport(3), manifest(4), trusted, CodeCheck::Differs,
         CodeMismatch},
        {"the pin says another head", intactReport(), manifest(),
         trust(Key::Trusted, SignerTrust::Pin{.headChunkId = "other", .totalChunks = 4}), none, RolledBack},
        {"the pin says another count", intactReport(3), manifest(4),
         trust(Key::Trusted, SignerTrust::Pin{.headChunkId = "head", .totalChunks = 4}), none, RolledBack},
        {"the pin's head is in its place and more behind it", intactReport(5), manifest(5),
         trust(Key::Trusted, SignerTrust::Pin{.headChunkId = "earlier", .totalChunks = 4, .headInPlace = true}), none,
         IntactTrusted},
        {"the same, and the code of now", intactReport(5), manifest(5),
         trust(Key::Trusted, SignerTrust::Pin{.headChunkId = "earlier", .totalChunks = 4, .headInPlace = true}),
         CodeCheck::Matches, IntactTrusted, true},
        {"longer than the pin, with another chunk in the place of its head", intactReport(5), manifest(5),
         trust(Key::Trusted, SignerTrust::Pin{.headChunkId = "earlier", .totalChunks = 4}), none, RolledBack},
        {"the code differs and the pin too", intactReport(), manifest(),
         trust(Key::Trusted, SignerTrust::Pin{.headChunkId = "other", .totalChunks = 4}), CodeCheck::Differs,
         CodeMismatch},
        {"seen before as it is", intactReport(), manifest(), sight(Key::Unknown, same), none, IntactUntrusted},
        {"seen before as it is, key trusted: nobody has said that it is complete", intactReport(), manifest(),
         sight(Key::Trusted, same), none, IntactTrusted},
        {"seen before with another head", intactReport(), manifest(),
         sight(Key::Trusted, {.headChunkId = "other", .totalChunks = 4}), none, RolledBack},
        {"seen before with more chunks", intactReport(3), manifest(3),
         sight(Key::Unknown, {.headChunkId = "other", .totalChunks = 4}), none, RolledBack},
        {"seen before with more chunks, which the manifest still counts", intactReport(3), manifest(4),
         sight(Key::Unknown, {.headChunkId = "other", .totalChunks = 4}), none, Incomplete},
        {"seen before with another head, and the code of now", intactReport(), manifest(),
         sight(Key::Unknown, {.headChunkId = "other", .totalChunks = 4}), CodeCheck::Matches, IntactTrusted, true},
        {"seen before, and more behind it", intactReport(5), manifest(5),
         sight(Key::Unknown, {.headChunkId = "earlier", .totalChunks = 4, .headInPlace = true}), none, IntactUntrusted},
        {"signed by another key when it was seen before", intactReport(), manifest(), sight(Key::Unknown, same, 7),
         none, SignerChanged},
        {"signed by another key when it was seen before, by a trusted one now", intactReport(), manifest(),
         sight(Key::Trusted, same, 7), none, IntactTrusted},
    };
}

} // namespace

class TestVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstRuleThatFitsDecides_data()
    {
        QTest::addColumn<int>("row");
        const std::vector<Row> table = rows();
        for (std::size_t i = 0; i < table.size(); ++i) {
            QTest::newRow(table[i].name) << int(i);
        }
    }
    void firstRuleThatFitsDecides()
    {
        QFETCH(int, row);
        const Row fields = rows()[std::size_t(row)];
        const Judgement judgement = judge(fields.report, fields.manifestReading, fields.signer, fields.code);
        QCOMPARE(std::string(verdictName(judgement.verdict)), std::string(verdictName(fields.verdict)));
        QCOMPARE(judgement.completeAndInOrder, fields.completeAndInOrder);
    }

    void missingManifestIsSaid()
    {
        const Judgement none = judge(intactReport(), {}, {}, CodeCheck::NotGiven);
        QCOMPARE(none.findings.size(), std::size_t{1});
        QVERIFY(none.findings[0].code == FindingCode::ManifestMissing);
        const Judgement broken = judge(intactReport(), {.manifest = {}, .problem = "cut"}, {}, CodeCheck::NotGiven);
        QVERIFY(broken.findings[0].code == FindingCode::ManifestUnreadable);
        QCOMPARE(broken.findings[0].actual, std::string("cut"));
    }

    void whatIsAsBeforeIsSaid()
    {
        const SignerTrust::Pin same{.headChunkId = "head", .totalChunks = 4};
        const auto unchangedSince = [](const ChainReport &report, const SignerTrust &trust) {
            return judge(report, manifest(report.length), trust, CodeCheck::NotGiven).unchangedSince;
        };
        QVERIFY(unchangedSince(intactReport(), sight(SignerTrust::Key::Unknown, same)) == earlier);
        QVERIFY(!unchangedSince(intactReport(5), sight(SignerTrust::Key::Unknown, same)));
        QVERIFY(!unchangedSince(intactReport(), sight(SignerTrust::Key::Trusted, same, 7)));
        QVERIFY(!unchangedSince(with(FindingCode::HashMismatch), sight(SignerTrust::Key::Unknown, same)));
    }

    void countsOfBeforeAndNowAreSaid()
    {
        const Judgement judgement =
            judge(intactReport(3), manifest(3),
                  sight(SignerTrust::Key::Unknown, {.headChunkId = "other", .totalChunks = 4}), CodeCheck::NotGiven);
        QCOMPARE(judgement.findings.size(), std::size_t{1});
        QCOMPARE(judgement.findings[0].countThen, std::uint64_t{4});
        QCOMPARE(judgement.findings[0].countNow, std::uint64_t{3});
    }

    void aPinAndASightThatSayTheSameAreOneFinding()
    {
        SignerTrust both = sight(SignerTrust::Key::Trusted, {.headChunkId = "seen", .totalChunks = 4});
        both.pin = SignerTrust::Pin{.headChunkId = "stated", .totalChunks = 4};
        QCOMPARE(judge(intactReport(), manifest(), both, CodeCheck::NotGiven).findings.size(), std::size_t{1});
    }

    void whyAKeyWasRevokedIsSaid()
    {
        const SignerTrust revoked{.key = SignerTrust::Key::Revoked, .note = "stolen in May"};
        const Judgement judgement = judge(intactReport(), manifest(), revoked, CodeCheck::NotGiven);
        QCOMPARE(judgement.findings.back().expected, std::string("stolen in May"));
    }

    void missingChunksAreNamed()
    {
        const Judgement judgement = judge(intactReport(3), manifest(7), {}, CodeCheck::NotGiven);
        QCOMPARE(*judgement.findings[0].index, std::uint64_t{3});
        QCOMPARE(judgement.findings[0].last, std::uint64_t{6});
    }

    void namesGoBothWays()
    {
        for (const Verdict verdict :
             {Verdict::NotCheckable, Verdict::Damaged, Verdict::SignerChanged, Verdict::CodeMismatch,
              Verdict::RolledBack, Verdict::Incomplete, Verdict::IntactTrusted, Verdict::IntactUntrusted}) {
            QVERIFY(verdictFromName(verdictName(verdict)) == verdict);
        }
        QVERIFY(!verdictFromName("fine"));
    }

    void everyFindingHasAName()
    {
        for (int code = 0; code <= int(FindingCode::CopyPassedOver); ++code) {
            QVERIFY(!reasonOf(FindingCode(code)).empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestVerdict)
#include "test_verdict.moc"
