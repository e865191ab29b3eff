// Findings of neighbouring chunks make one stretch, so that a person reads one line and not a thousand.
#include "core/stream/finding.h"

#include <QTest>

using namespace streamdesk::stream;

namespace {

Finding at(std::uint64_t index, FindingCode code, Difference difference = Difference::None, std::string field = {})
{
    return Finding{.code = code, .index = index, .last = index, .field = std::move(field), .difference = difference};
}

} // namespace

class TestFinding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsNeighbours_data()
    {
        using enum FindingCode;
        QTest::addColumn<std::vector<Finding>>("findings");
        QTest::addColumn<QString>("stretches");
        const auto row = [](const char *name, std::vector<Finding> findings, const char *stretches) {
            QTest::newRow(name) << findings << QString::fromLatin1(stretches);
        };
        row("none", {}, "");
        row("one after the other",
            {at(3, HashMismatch, Difference::Altered), at(4, HashMismatch, Difference::Altered),
             at(5, HashMismatch, Difference::Altered)},
            "3-5");
        row("a gap", {at(3, SignatureInvalid), at(5, SignatureInvalid)}, "3-3 5-5");
        row("another code", {at(3, SignatureInvalid), at(4, ChunkIdMismatch)}, "3-3 4-4");
        row("another difference",
            {at(3, HashMismatch, Difference::Altered), at(4, HashMismatch, Difference::Truncated)}, "3-3 4-4");
        row("another field", {at(3, FieldMissing, {}, "nonce"), at(4, FieldMissing, {}, "keyId")}, "3-3 4-4");
        row("swapped ones name different chunks",
            {at(3, HashMismatch, Difference::Swapped), at(4, HashMismatch, Difference::Swapped)}, "3-3 4-4");
        row("several findings a chunk",
            {at(3, HashMismatch, Difference::Altered), at(3, SignatureInvalid),
             at(4, HashMismatch, Difference::Altered), at(4, SignatureInvalid)},
            "3-4 3-4");
        Finding missing = at(7, ChunkMissing);
        missing.last = 9;
        row("goes on behind a stretch", {missing, at(10, ChunkMissing)}, "7-10");
        row("of the whole", {Finding{.code = ManifestMissing}, Finding{.code = ManifestMissing}}, "0-0 0-0");
    }
    void joinsNeighbours()
    {
        QFETCH(std::vector<Finding>, findings);
        QStringList list;
        for (const Stretch &stretch : stretches(findings)) {
            QVERIFY(stretch.finding >= findings.data() && stretch.finding < findings.data() + findings.size());
            list << QStringLiteral("%1-%2").arg(stretch.finding->index.value_or(0)).arg(stretch.last);
        }
        QTEST(list.join(QLatin1Char(' ')), "stretches");
    }
};

QTEST_GUILESS_MAIN(TestFinding)

#include "test_finding.moc"
