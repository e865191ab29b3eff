#include "core/base/errors.h"
#include "core/stream/build_chain.h"
#include "core/stream/chain_verifier.h"
#include "core/stream/verdict.h"
#include "tests/support/vectors.h"

#include <QTest>

using namespace streamdesk;
using stream::Difference;
using stream::FindingCode;

namespace {

// What a mutation of the golden package must be called, when its manifest says 6 chunks and nothing is trusted.
const std::map<QString, stream::Verdict> &expectedVerdicts()
{
    using enum stream::Verdict;
    static const std::map<QString, stream::Verdict> verdicts = {
        {QStringLiteral("untouched"), IntactUntrusted},
        {QStringLiteral("bitflip-0"), Damaged},
        {QStringLiteral("bitflip-1"), Damaged},
        {QStringLiteral("bitflip-2"), Damaged},
        {QStringLiteral("bitflip-3"), Damaged},
        {QStringLiteral("bitflip-4"), Damaged},
        {QStringLiteral("bitflip-5"), Damaged},
        {QStringLiteral("truncated"), Damaged},
        {QStringLiteral("extended"), Damaged},
        {QStringLiteral("emptied"), Damaged},
        {QStringLiteral("ciphertext-missing"), Incomplete},
        {QStringLiteral("gap"), Incomplete},
        {QStringLiteral("cut-at-end"), Incomplete},
        {QStringLiteral("cut-at-start"), Incomplete},
        {QStringLiteral("order-in-list"), Damaged},
        {QStringLiteral("indices-swapped"), Damaged},
        {QStringLiteral("ciphertexts-swapped"), Damaged},
        {QStringLiteral("link-null"), Damaged},
        {QStringLiteral("link-uppercase"), Damaged},
        {QStringLiteral("first-link-empty-string"), Damaged},
        {QStringLiteral("id-zeroed"), Damaged},
        {QStringLiteral("signature-of-another"), Damaged},
        {QStringLiteral("signature-zero"), Damaged},
        {QStringLiteral("signature-not-hex"), Damaged},
        {QStringLiteral("signature-0x"), IntactUntrusted},
        {QStringLiteral("key-replaced"), Damaged},
        {QStringLiteral("did-blank"), Damaged},
        {QStringLiteral("key-id-empty"), Damaged},
        {QStringLiteral("did-replaced-NOT-DETECTED"), SignerChanged},
        {QStringLiteral("resigned-by-stranger-NOT-DETECTED"), IntactUntrusted}, // against a trust file: see below
        {QStringLiteral("one-chunk-forged-NOT-DETECTED"), SignerChanged},
        {QStringLiteral("chunk-dropped-and-relinked-NOT-DETECTED"), Incomplete},
        {QStringLiteral("chunks-reordered-and-relinked-NOT-DETECTED"), IntactUntrusted}, // a code or the data tells
        {QStringLiteral("chunk-repeated-and-relinked-NOT-DETECTED"), IntactUntrusted},   // likewise
        {QStringLiteral("identity-key-signs-anything-NOT-DETECTED"), SignerChanged},
        {QStringLiteral("signature-malleated"), Damaged},
        {QStringLiteral("signing-key-spelled-otherwise"), IntactUntrusted},
        {QStringLiteral("index-1.0"), Damaged},
        {QStringLiteral("algorithm-names-edited"), IntactUntrusted},
        {QStringLiteral("plaintext-hash-edited"), IntactUntrusted},
        {QStringLiteral("nonce-edited"), IntactUntrusted},
        {QStringLiteral("commitment-edited"), IntactUntrusted},
        {QStringLiteral("storage-ref-set"), IntactUntrusted},
        {QStringLiteral("empty-chain"), NotCheckable},
    };
    return verdicts;
}

struct Mutation
{
    QString name;
    QJsonObject reference;
    std::shared_ptr<test::MemoryChunks> chunks;
};

std::vector<Mutation> loadMutations()
{
    const std::string text = test::readFile(test::dataPath(QStringLiteral("chain-mutations.json"))).toStdString();
    const test::GoldenPackage golden(QStringLiteral("csv"));
    std::vector<Mutation> mutations;
    for (const std::string &raw : test::rawElements(text, text.find('[', text.find("\"cases\"")))) {
        const QJsonObject vector = QJsonDocument::fromJson(QByteArray::fromStdString(raw)).object();
        Mutation mutation{.name = vector[QStringLiteral("name")].toString(),
                          .reference = vector[QStringLiteral("reference")].toObject(),
                          .chunks = std::make_shared<test::MemoryChunks>()};
        for (const std::string &envelope : test::rawElements(raw, raw.find('[', raw.find("\"envelopes\"")))) {
            mutation.chunks->addEnvelopeText(envelope);
        }
        for (std::uint64_t i = 0; i < 6; ++i) {
            mutation.chunks->ciphertexts[i] =
                test::bytesOf(test::readFile(golden.folder + QStringLiteral("/package/chunk-%1.bin").arg(i)));
        }
        const QJsonObject edits = vector[QStringLiteral("ciphertextEdits")].toObject();
        for (auto edit = edits.begin(); edit != edits.end(); ++edit) {
            const std::uint64_t index = edit.key().toULongLong();
            if (edit->isNull()) {
                mutation.chunks->ciphertexts.erase(index);
            } else {
                mutation.chunks->ciphertexts[index] = test::fromHexText(edit->toString());
            }
        }
        mutations.push_back(std::move(mutation));
    }
    return mutations;
}

stream::ManifestReading manifestOfSix()
{
    stream::ManifestReading reading;
    reading.manifest = stream::readManifest(
        test::readFile(test::dataPath(QStringLiteral("packages/csv/package/manifest.json"))).toStdString());
    return reading;
}

const stream::ChainOptions size2048{.chunkSize = 2048, .checked = {}};

const stream::Finding *find(const stream::ChainReport &report, FindingCode code)
{
    for (const stream::Finding &finding : report.findings) {
        if (finding.code == code) {
            return &finding;
        }
    }
    return nullptr;
}

} // namespace

Q_DECLARE_METATYPE(Mutation)

class TestChainVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesAsTheReferenceDoes_data()
    {
        QTest::addColumn<Mutation>("mutation");
        const std::vector<Mutation> mutations = loadMutations();
        QCOMPARE(mutations.size(), expectedVerdicts().size());
        for (const Mutation &mutation : mutations) {
            QTest::newRow(qPrintable(mutation.name)) << mutation;
        }
    }
    void judgesAsTheReferenceDoes()
    {
        QFETCH(Mutation, mutation);
        const stream::ChainReport report = stream::verifyChunkChain(*mutation.chunks, size2048, {});
        QCOMPARE(report.valid, mutation.reference[QStringLiteral("valid")].toBool());
        if (!report.valid && !mutation.reference.contains(QStringLiteral("raises"))) {
            QCOMPARE(QString::fromUtf8(report.failedReason.data(), qsizetype(report.failedReason.size())),
                     mutation.reference[QStringLiteral("reason")].toString());
            QCOMPARE(qint64(*report.failedAt), mutation.reference[QStringLiteral("failed_at_index")].toInteger());
        }
        if (report.valid) {
            QCOMPARE(qint64(report.chunks), mutation.reference[QStringLiteral("total_chunks")].toInteger());
        }
        const stream::Judgement judgement = stream::judge(report, manifestOfSix(), {}, stream::CodeCheck::NotGiven);
        QVERIFY(expectedVerdicts().contains(mutation.name));
        QCOMPARE(QString::fromUtf8(stream::verdictName(judgement.verdict).data()),
                 QString::fromUtf8(stream::verdictName(expectedVerdicts().at(mutation.name)).data()));
    }

    void saysWhatDiffers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("difference");
        QTest::addColumn<int>("chunk");
        QTest::newRow("altered") << QStringLiteral("bitflip-3") << int(Difference::Altered) << 3;
        QTest::newRow("cut") << QStringLiteral("truncated") << int(Difference::Truncated) << 1;
        QTest::newRow("too long") << QStringLiteral("extended") << int(Difference::Extended) << 1;
        QTest::newRow("swapped") << QStringLiteral("ciphertexts-swapped") << int(Difference::Swapped) << 1;
    }
    void saysWhatDiffers()
    {
        QFETCH(QString, name);
        QFETCH(int, difference);
        QFETCH(int, chunk);
        for (const Mutation &mutation : loadMutations()) {
            if (mutation.name == name) {
                const stream::ChainReport report = stream::verifyChunkChain(*mutation.chunks, size2048, {});
                const stream::Finding *const finding = find(report, FindingCode::HashMismatch);
                QVERIFY(finding != nullptr);
                QCOMPARE(int(finding->difference), difference);
                QCOMPARE(int(*finding->index), chunk);
                if (finding->difference == Difference::Swapped) {
                    QCOMPARE(finding->other, std::uint64_t{2});
                }
                return;
            }
        }
        QFAIL("no such vector");
    }

    void tellsAnEditedHashFromEditedData()
    {
        test::MemoryChunks chunks = copyOfGolden();
        const std::string hash = "0x" + std::string(64, '7');
        std::string &text = chunks.envelopes[2];
        const std::size_t at = text.find("0x", text.find("encryptedDataHash"));
        text.replace(at, hash.size(), hash);
        const stream::ChainReport report = stream::verifyChunkChain(chunks, size2048, {});
        const stream::Finding *const finding = find(report, FindingCode::HashMismatch);
        QVERIFY(finding != nullptr);
        QVERIFY(finding->difference == Difference::EnvelopeChanged);
        QVERIFY(find(report, FindingCode::SignatureInvalid) == nullptr);
    }

    void joinsStretchesOfWhatIsMissing()
    {
        test::MemoryChunks chunks = copyOfGolden();
        chunks.ciphertexts.erase(1);
        chunks.ciphertexts.erase(2);
        chunks.ciphertexts.erase(3);
        const stream::ChainReport report = stream::verifyChunkChain(chunks, size2048, {});
        QCOMPARE(report.findings.size(), std::size_t{1});
        QCOMPARE(*report.findings[0].index, std::uint64_t{1});
        QCOMPARE(report.findings[0].last, std::uint64_t{3});
    }

    void aHugeGapIsOneFinding()
    {
        test::MemoryChunks chunks = copyOfGolden();
        chunks.envelopes.resize(1);
        chunks.indices.resize(1);
        std::string far = copyOfGolden().envelopes[1];
        const std::string from = "\"index\": 1,";
        far.replace(far.find(from), from.size(), "\"index\": 9223372036854775807,");
        chunks.addEnvelopeText(far);
        const stream::ChainReport report = stream::verifyChunkChain(chunks, size2048, {});
        const stream::Finding *const gap = find(report, FindingCode::ChunkMissing);
        QVERIFY(gap != nullptr);
        QCOMPARE(gap->last, std::uint64_t{9223372036854775806U});
        QVERIFY(report.findings.size() < 10);
    }

    void allOfTheRobotsDialectIsNotCheckable()
    {
        test::MemoryChunks chunks;
        test::MemoryChunks golden = copyOfGolden();
        for (std::string text : golden.envelopes) {
            for (std::size_t at = text.find("\"0x"); at != std::string::npos; at = text.find("\"0x", at)) {
                text.replace(at, 3, "\"sha256:");
            }
            chunks.addEnvelopeText(text);
        }
        chunks.ciphertexts = golden.ciphertexts;
        const stream::ChainReport report = stream::verifyChunkChain(chunks, size2048, {});
        QVERIFY(!report.valid);
        QCOMPARE(report.findings.size(), std::size_t{1});
        QVERIFY(report.findings[0].code == FindingCode::RobotDialect);

        chunks.envelopes[3] = golden.envelopes[3]; // one of another kind among them is no dialect
        const stream::ChainReport mixed = stream::verifyChunkChain(chunks, size2048, {});
        QVERIFY(find(mixed, FindingCode::DialectDiffers) != nullptr);
        const stream::Judgement judgement = stream::judge(mixed, {}, {}, stream::CodeCheck::NotGiven);
        QVERIFY(judgement.verdict == stream::Verdict::Damaged);
    }

    void unknownSchemaIsNotCheckable()
    {
        test::MemoryChunks golden = copyOfGolden();
        for (std::string &text : golden.envelopes) {
            text.replace(text.find("chunks.v1"), 9, "chunks.v2");
        }
        const stream::ChainReport report = stream::verifyChunkChain(golden, size2048, {});
        QVERIFY(!report.valid);
        QVERIFY(report.findings.size() == 1 && report.findings[0].code == FindingCode::UnknownSchema);
    }

    void stopsWhenAsked()
    {
        const test::MemoryChunks golden = copyOfGolden();
        jobs::StopFlag stop;
        stop.requestStop();
        try {
            (void)stream::verifyChunkChain(golden, size2048, jobs::JobControl{.stop = &stop, .progress = {}});
            QFAIL("went on");
        } catch (const StreamError &error) {
            QVERIFY(error.code() == ErrorCode::Stopped);
        }
    }

    void tellsOfEachChunkAsItGoes()
    {
        test::MemoryChunks chunks = copyOfGolden();
        chunks.ciphertexts[1][7] ^= std::byte{1};
        chunks.ciphertexts.erase(4);
        std::vector<std::size_t> positions;
        std::vector<stream::Gravity> gravities;
        std::vector<stream::Finding> told;
        const stream::CheckedFunction note = [&](const stream::CheckedChunk &chunk) {
            positions.push_back(chunk.position);
            gravities.push_back(chunk.gravity);
            told.insert(told.end(), chunk.findings.begin(), chunk.findings.end());
        };
        const auto report = stream::verifyChunkChain(chunks, {.chunkSize = 2048, .checked = note}, {});
        QCOMPARE(positions, (std::vector<std::size_t>{0, 1, 2, 3, 4, 5}));
        using enum stream::Gravity;
        QVERIFY((gravities == std::vector<stream::Gravity>{Remark, Damaged, Remark, Remark, Incomplete, Remark}));
        QCOMPARE(told.size(), report.findings.size());
    }

    void aChunkWithAnotherSignerIsTold()
    {
        for (const Mutation &mutation : loadMutations()) {
            if (mutation.name != QStringLiteral("one-chunk-forged-NOT-DETECTED")) {
                continue;
            }
            std::vector<std::size_t> others;
            const stream::CheckedFunction note = [&](const stream::CheckedChunk &chunk) {
                if (chunk.gravity == stream::Gravity::SignerChanged) {
                    others.push_back(chunk.position);
                }
            };
            (void)stream::verifyChunkChain(*mutation.chunks, {.chunkSize = 2048, .checked = note}, {});
            QCOMPARE(others.size(), std::size_t{1});
            return;
        }
        QFAIL("no such vector");
    }

    // One after the other by themselves they get the findings that the whole chain gave them.
    void someChunksAreJudgedAsInTheWhole_data() { judgesAsTheReferenceDoes_data(); }
    void someChunksAreJudgedAsInTheWhole()
    {
        using Said = std::pair<std::uint64_t, FindingCode>;
        const std::set<FindingCode> ofTheWhole = {FindingCode::NoCiphertextAtAll, FindingCode::ChunkMissing,
                                                  FindingCode::RobotDialect,      FindingCode::UnknownSchema,
                                                  FindingCode::NoChunks,          FindingCode::SeveralKeys,
                                                  FindingCode::SeveralDids,       FindingCode::DuplicateIndex};
        QFETCH(Mutation, mutation);
        const auto add = [&](std::vector<Said> &list, const stream::Finding &finding) {
            for (std::uint64_t i = *finding.index; i <= finding.last; ++i) {
                list.emplace_back(i, finding.code);
            }
        };
        std::vector<Said> whole;
        bool comparable = true; // a chunk without a readable neighbour, or twice, has another place by itself
        for (const auto &finding : stream::verifyChunkChain(*mutation.chunks, size2048, {}).findings) {
            comparable = comparable && !ofTheWhole.contains(finding.code);
            if (finding.index && !ofTheWhole.contains(finding.code)) {
                add(whole, finding);
            }
        }
        if (!comparable) {
            return;
        }
        std::vector<Said> single;
        for (std::size_t position = 0; position < mutation.chunks->count(); ++position) {
            const std::array<std::size_t, 1> only = {position};
            for (const auto &finding : stream::verifyChunks(*mutation.chunks, only, size2048, {})) {
                add(single, finding);
            }
        }
        std::sort(whole.begin(), whole.end());
        std::sort(single.begin(), single.end());
        QCOMPARE(single.size(), whole.size());
        QVERIFY(single == whole);
    }

    void tellsItsProgressInOrder()
    {
        const test::MemoryChunks golden = copyOfGolden();
        std::vector<std::uint64_t> seen;
        std::uint64_t bytes = 0;
        (void)stream::verifyChunkChain(golden, size2048,
                                       jobs::JobControl{.stop = nullptr, .progress = [&](const auto &p) {
                                                            seen.push_back(p.chunksDone);
                                                            bytes = p.bytesDone;
                                                            QCOMPARE(p.chunksTotal, std::uint64_t{6});
                                                        }});
        QCOMPARE(seen, (std::vector<std::uint64_t>{1, 2, 3, 4, 5, 6}));
        QCOMPARE(bytes, std::uint64_t{5 * 2064 + 884});
    }

private:
    static test::MemoryChunks copyOfGolden()
    {
        test::MemoryChunks chunks;
        const test::GoldenPackage golden(QStringLiteral("csv"));
        for (int i = 0; i < 6; ++i) {
            chunks.addEnvelopeText(
                test::readFile(golden.folder + QStringLiteral("/package/chunk-%1.json").arg(i)).toStdString());
            chunks.ciphertexts[std::uint64_t(i)] =
                test::bytesOf(test::readFile(golden.folder + QStringLiteral("/package/chunk-%1.bin").arg(i)));
        }
        return chunks;
    }
};

QTEST_GUILESS_MAIN(TestChainVerifier)
#include "test_chain_verifier.moc"
