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
