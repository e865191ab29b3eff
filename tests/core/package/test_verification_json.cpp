// What a verification looks like to programs and to spreadsheets.
#include "core/package/verification_json.h"

#include "tests/support/package_fixture.h"

#include <QJsonArray>
#include <QTest>

using namespace streamdesk;
using stream::Difference;
using stream::Finding;
using stream::FindingCode;

namespace {

const std::string header = "chunk_first,chunk_last,reason,difference,file,field,expected,actual,other_chunk\r\n";

std::string cellOf(const std::string &file)
{
    const std::string text = package::findingsCsv({{.code = FindingCode::ManifestUnreadable, .file = file}});
    const std::string before = header + ",,manifest-unreadable,,";
    const std::string after = ",,,,\r\n";
    if (!text.starts_with(before) || !text.ends_with(after)) {
        return "unexpected: " + text;
    }
    return text.substr(before.size(), text.size() - before.size() - after.size());
}

} // namespace

class TestVerificationJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfADamagedPackage()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(test::GoldenPackage(QStringLiteral("csv")), "package");
        std::filesystem::remove(folder / "manifest.json");
        test::flipBit(folder / "chunk-1.bin", 80);
        const auto opened = package::Package::openFolder(folder, {});
        const auto verification = package::verify(opened, {}, {});
        const std::string text = package::verificationJson(verification, opened.manifest().manifest,
                                                           [](const Finding &) { return "in words"; });
        QVERIFY(text.ends_with("}\n"));
        const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
        QCOMPARE(json[QStringLiteral("verdict")].toString(), QStringLiteral("damaged"));
        QCOMPARE(json[QStringLiteral("valid")].toBool(true), false);
        QCOMPARE(json[QStringLiteral("failedAtIndex")].toInt(), 1);
        QVERIFY(json[QStringLiteral("manifest")].isNull());
        const QJsonArray failures = json[QStringLiteral("failures")].toArray();
        QCOMPARE(failures.size(), 1);
        QCOMPARE(failures[0][QStringLiteral("index")].toInt(), 1);
        QCOMPARE(failures[0][QStringLiteral("reason")].toString(), QStringLiteral("hash_mismatch"));
        QCOMPARE(failures[0][QStringLiteral("detail")].toString(), QStringLiteral("in words"));
        QCOMPARE(failures[0][QStringLiteral("difference")].toString(), QStringLiteral("altered"));
        const QJsonArray warnings = json[QStringLiteral("warnings")].toArray();
        QCOMPARE(warnings.size(), 1);
        QCOMPARE(warnings[0][QStringLiteral("reason")].toString(), QStringLiteral("manifest-missing"));
    }

    void tableHasALineForEachFinding()
    {
        const Finding swapped{.code = FindingCode::HashMismatch,
                              .index = 1'097,
                              .last = 1'103,
                              .file = "chunk-1097.bin",
                              .field = "ciphertextHash",
                              .expected = "0x18",
                              .actual = "0x90",
                              .difference = Difference::Swapped,
                              .other = 0};
        const Finding missing{.code = FindingCode::CiphertextMissing, .index = 0, .last = 0};
        QCOMPARE(package::findingsCsv({}), header);
        QCOMPARE(package::findingsCsv({swapped, missing}),
                 header + "1097,1103,hash_mismatch,swapped,chunk-1097.bin,ciphertextHash,0x18,0x90,0\r\n" + "0,0,"
                     + std::string(stream::reasonOf(FindingCode::CiphertextMissing)) + ",,,,,,\r\n");
    }

    void cellsAreNeitherSplitNorFormulas_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("cell");
        const auto row = [](const char *name, const std::string &text, const std::string &cell) {
            QTest::newRow(name) << text << cell;
        };
        row("plain", "chunk-1.json", "chunk-1.json");
        row("not ASCII", "Stück 1 片", "Stück 1 片");
        row("comma", "a,b", "\"a,b\"");
        row("semicolon", "a;b", "\"a;b\"");
        row("quote", "a\"b", "\"a\"\"b\"");
        row("line break", "a\r\nb", "\"a\r\nb\"");
        row("equals", "=1+1", "'=1+1");
        row("plus", "+1", "'+1");
        row("minus", "-1", "'-1");
        row("at", "@SUM(A1)", "'@SUM(A1)");
        row("tab", "\t=1", "\"'\t=1\"");
        row("formula with quotes", "=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"");
        row("formula sign inside", "a=b", "a=b");
        row("no UTF-8",
            "a\xff"
            "b",
            "a?b");
    }
    void cellsAreNeitherSplitNorFormulas()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, cell);
        QCOMPARE(cellOf(text), cell);
    }
};

QTEST_GUILESS_MAIN(TestVerificationJson)

#include "test_verification_json.moc"
