// What a person reads when something went wrong.
#include "ui/words/problem_words.h"

#include <QLocale>
#include <QSet>
#include <QTest>

#include <cstring>

using namespace streamdesk;
using ui::describe;
using ui::ProblemText;

namespace {

ErrorContext at(std::string file, std::string field = {}, std::optional<std::uint64_t> chunk = {})
{
    return {.file = std::move(file), .field = std::move(field), .chunk = chunk};
}

} // namespace

class TestProblemWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void everyCodeHasASentence()
    {
        QSet<QString> sentences;
        int codes = 0;
        for (;; ++codes) {
            const auto code = static_cast<ErrorCode>(codes);
            if (std::strcmp(errorCodeName(code), "Unknown") == 0) {
                break;
            }
            for (const ErrorContext &context : {ErrorContext{}, at("/media/usb/arm-07", "totalChunks", 1234)}) {
                const ProblemText text = describe(StreamError(code, "message", context));
                QVERIFY2(text.sentence.endsWith(QLatin1Char('.')), errorCodeName(code));
                QVERIFY2(!text.sentence.contains(QLatin1Char('%')), qPrintable(text.sentence));
                QVERIFY2(text.sentence.front().isUpper() || context.file.size() > 0, qPrintable(text.sentence));
                QVERIFY2(code == ErrorCode::Stopped || text.nextStep.endsWith(QLatin1Char('.')), errorCodeName(code));
                QVERIFY2(!(text.sentence + text.nextStep).contains(QLatin1String("--")), errorCodeName(code));
            }
            sentences.insert(describe(StreamError(code, {})).sentence);
        }
        QVERIFY(codes >= 45);
        QCOMPARE(sentences.size(), codes); // nobody falls through to another's words
    }

    void namesWhatItHappenedTo()
    {
        QCOMPARE(describe(StreamError(ErrorCode::NotFound, "is not there", at("/media/usb/arm-07"))).sentence,
                 QStringLiteral("arm-07 is no longer at /media/usb/arm-07."));
        QCOMPARE(describe(StreamError(ErrorCode::MissingChunk, "no envelope", at({}, {}, 4096))).sentence,
                 QStringLiteral("Chunk 4,096 is missing."));
        QCOMPARE(
            describe(StreamError(ErrorCode::MissingField, "missing", at("/x/manifest.json", "sourceHash"))).sentence,
            QStringLiteral("manifest.json lacks the field “sourceHash”."));
    }

    void anOptionOfTheCommandLineIsNotNamed()
    {
        const ProblemText text = describe(StreamError(ErrorCode::InvalidHex, "not hex", at({}, "--owner-key")));
        QCOMPARE(text.sentence, QStringLiteral("This value is not written in hex digits (0–9 and a–f)."));
    }

    void neverShowsAKey()
    {
        const std::string key(64, 'a');
        for (const ErrorCode code : {ErrorCode::NotFound, ErrorCode::InvalidHex, ErrorCode::NotWritable}) {
            const ProblemText text = describe(StreamError(code, "x", at("/home/ada/" + key, key)));
            QVERIFY(!text.sentence.contains(QString::fromStdString(key)));
            QVERIFY(!text.nextStep.contains(QString::fromStdString(key)));
        }
    }
};

QTEST_GUILESS_MAIN(TestProblemWords)

#include "test_problem_words.moc"
