// Every finding has words, and they say what to do.
#include "ui/package/finding_words.h"

#include <QLocale>
#include <QTest>

using namespace streamdesk;
using stream::Difference;
using stream::Finding;
using stream::FindingCode;

class TestFindingWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void everyFindingHasWords()
    {
        for (int code = 0; code <= int(FindingCode::CopyPassedOver); ++code) {
            const Finding finding{.code = FindingCode(code),
                                  .index = 4,
                                  .last = 4,
                                  .file = "chunk-4.json",
                                  .field = "signature.value",
                                  .expected = "5",
                                  .actual = "6"};
            const ui::FindingWords words = ui::wordsFor(finding, 4);
            const auto name = QByteArray(stream::reasonOf(finding.code).data());
            QVERIFY2(!ui::shortText(finding).isEmpty(), name);
            QVERIFY2(words.differs.endsWith(u'.'), name);
            QVERIFY2(words.whatToDo.endsWith(u'.'), name);
        }
    }

    void countsAndGroups()
    {
        QCOMPARE(ui::chunkList(7, 7), QStringLiteral("7"));
        QCOMPARE(ui::chunkList(1097, 1103), QStringLiteral("1,097–1,103"));
        QLocale::setDefault(QLocale(QStringLiteral("de_DE")));
        QCOMPARE(ui::chunkList(1097, 1103), QStringLiteral("1.097–1.103"));
    }

    void saysHowCiphertextDiffers_data()
    {
        QTest::addColumn<int>("difference");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("file");
        const auto row = [](const char *name, Difference difference, const char *words, const char *file) {
            QTest::newRow(name) << int(difference) << QString::fromUtf8(words) << QString::fromUtf8(file);
        };
        row("cut", Difference::Truncated, "Cut off: 200 of 1,040 bytes.", "chunk-3.bin");
        row("long", Difference::Extended, "Too long: 200 instead of 1,040 bytes.", "chunk-3.bin");
        row("altered", Difference::Altered, "Altered. Other bytes than were signed.", "chunk-3.bin");
        row("swapped", Difference::Swapped, "Swapped. This is the data of chunk 7.", "chunk-3.bin");
        row("envelope", Difference::EnvelopeChanged,
            "Envelope changed. The ciphertext is what was signed, but the envelope names another hash.",
            "chunk-3.json");
    }
    void saysHowCiphertextDiffers()
    {
        QFETCH(int, difference);
        QFETCH(QString, words);
        QFETCH(QString, file);
        const Finding finding{.code = FindingCode::HashMismatch,
                              .index = 3,
                              .last = 3,
                              .file = "chunk-3.json",
                              .difference = Difference(difference),
                              .other = 7,
                              .actualSize = 200,
                              .expectedSize = 1040};
        const ui::FindingWords said = ui::wordsFor(finding, 3);
        QCOMPARE(said.kind + u' ' + said.differs, words);
        QCOMPARE(ui::filesToAskFor(finding, 3), file);
        QVERIFY(said.whatToDo.contains(file));
        QVERIFY(said.areCodes);
    }

    void namesTheFilesOfAStretch()
    {
        Finding finding{.code = FindingCode::CiphertextMissing, .index = 1097, .last = 1097};
        QCOMPARE(ui::filesToAskFor(finding, 1098), QStringLiteral("chunk-1097.bin and chunk-1098.bin"));
        QCOMPARE(ui::wordsFor(finding, 1103).whatToDo,
                 QStringLiteral("Ask the seller for chunk-1097.bin … chunk-1103.bin; the others can stay."));
        finding.code = FindingCode::ChunkMissing;
        QCOMPARE(ui::filesToAskFor(finding, 1097), QStringLiteral("chunk-1097.json and chunk-1097.bin"));
        finding.code = FindingCode::SeveralKeys;
        QVERIFY(ui::filesToAskFor(finding, 1097).isEmpty());
    }

    void takesConstraintsApart()
    {
        const ui::FindingWords words = ui::wordsFor({.code = FindingCode::FieldWrongType,
                                                     .index = 3,
                                                     .last = 3,
                                                     .file = "chunk-3.json",
                                                     .field = "index",
                                                     .expected = "must be a whole number, 0 or more, not text"},
                                                    3);
        QCOMPARE(words.expected, QStringLiteral("a whole number, 0 or more"));
        QCOMPARE(words.found, QStringLiteral("text"));
    }

    // A package's own text cannot steer what is shown.
    void foreignTextIsHarmless()
    {
        const Finding finding{.code = FindingCode::CopyUsed, .index = 3, .last = 3, .file = "a\n\u202Eb"};
        QCOMPARE(ui::shortText(finding), QStringLiteral("a copy was used: a??b"));
    }
};

QTEST_GUILESS_MAIN(TestFindingWords)

#include "test_finding_words.moc"
