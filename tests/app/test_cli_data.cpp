// Signed readings on the command line: files, folders, JSON lines and pipes; what is refused, in which words, and that
// nothing is left behind then.
#include "tests/support/expect.h"
#include "tests/support/json.h"
#include "tests/support/package_fixture.h"
#include "tests/support/program.h"

#include <QTest>

using namespace streamdesk;
using test::jsonOf;
using test::Outcome;
using test::run;

namespace {

const QString signingKey = QStringLiteral("c0ffee0123456789abcdef0123456789abcdef0123456789abcdef0123456789");
const QString fieldKey = QStringLiteral("f1e1d0123456789abcdef0123456789abcdef0123456789abcdef0123456789a");

constexpr const char *reading = R"({"driver": "Alice", "gps": {"lat": 52.5, "lon": 13.4}, "speed": 88.0})";
constexpr const char *usualRules = R"({"rules": [{"fieldPath": "driver", "action": "encrypt"},
    {"fieldPath": "gps", "action": "anonymize", "anonymizeStrategy": "generalize"}]})";

} // namespace

class TestCliData : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Scratch> m_scratch;

    [[nodiscard]] QString path(const std::string &name) const { return m_scratch->qpath(name); }
    void write(const std::string &name, const QByteArray &content) const { test::writeFile(path(name), content); }
    [[nodiscard]] QByteArray read(const std::string &name) const { return test::readFile(path(name)); }

    // `data COMMAND INPUT` with the key it needs and more arguments. No outcome may show a private key.
    [[nodiscard]] Outcome data(const char *command, const QString &input, const QStringList &more = {},
                               const QByteArray &standardInput = {}) const
    {
        QStringList arguments = {QStringLiteral("data"), QLatin1String(command), input};
        if (arguments[1] == QStringLiteral("sign")) {
            arguments << QStringLiteral("--signing-key-file") << path("signing.key");
        }
        if (arguments[1] == QStringLiteral("open") && !more.contains(QStringLiteral("--field-key-file"))) {
            arguments << QStringLiteral("--field-key-file") << path("field.key");
        }
        const Outcome outcome = run(arguments + more, standardInput);
        for (const QString &key : {signingKey, fieldKey}) {
            if ((outcome.out + outcome.err).contains(key, Qt::CaseInsensitive)) {
                throw std::runtime_error("a key was told");
            }
        }
        return outcome;
    }
    [[nodiscard]] Outcome sign(const QString &input, const QStringList &more = {}) const
    {
        return data("sign", input, QStringList{QStringLiteral("--no-sync")} + more);
    }
    [[nodiscard]] QStringList to(const std::string &output) const
    {
        return {QStringLiteral("--output"), path(output), QStringLiteral("--no-sync")};
    }
    [[nodiscard]] QStringList withRules() const
    {
        return {QStringLiteral("--rules"), path("rules.json"), QStringLiteral("--field-key-file"), path("field.key")};
    }
    // Fails, says `words`, prints no result.
    static void refused(const Outcome &outcome, int exitCode, const char *words)
    {
        QVERIFY2(outcome.err.contains(QString::fromUtf8(words)), qPrintable(outcome.err));
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY(outcome.out.isEmpty());
    }

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<test::Scratch>();
        write("signing.key", signingKey.toLatin1() + '\n');
        write("field.key", fieldKey.toLatin1() + '\n');
        write("other.key", QByteArray(64, '7') + '\n');
        write("rules.json", usualRules);
        write("reading.json", reading);
    }

    void helpIsForNewcomers()
    {
        for (const char *command : {"sign", "verify", "open"}) {
            const Outcome help = run({QStringLiteral("data"), QLatin1String(command), QStringLiteral("--help")});
            QCOMPARE(help.exitCode, 0);
            QVERIFY(help.out.contains(QStringLiteral("Example")));
            QVERIFY(run({QStringLiteral("data"), QStringLiteral("--help")}).out.contains(QLatin1String(command)));
        }
        refused(run({QStringLiteral("data")}), 2, "subcommand is required");
    }

    void oneFileIsSignedVerifiedAndOpened()
    {
        const Outcome signedOne = sign(path("reading.json"), to("signed.json") + withRules());
        QCOMPARE(signedOne.exitCode, 0);
        QVERIFY(signedOne.out.isEmpty());
        QVERIFY(signedOne.err.startsWith(QStringLiteral("Signed 1 reading as did:peaq:0x")));
        QVERIFY(!read("signed.json").contains("Alice") && !read("signed.json").contains("52.5"));

        const Outcome verdict = data("verify", path("signed.json"));
        QCOMPARE(verdict.exitCode, 0);
        QVERIFY(verdict.out.isEmpty());
        for (const char *words : {"Intact: signed by did:peaq:0x", "Encrypted:  driver\n", "Anonymized: gps\n"}) {
            QVERIFY2(verdict.err.contains(QLatin1String(words)), qPrintable(verdict.err));
        }
        const QJsonObject json = jsonOf(data("verify", path("signed.json"), {QStringLiteral("--json")}));
        QVERIFY(json[QStringLiteral("valid")].toBool());
        QCOMPARE(json[QStringLiteral("form")].toString(), QStringLiteral("python"));

        const Outcome opened = data("open", path("signed.json"));
        QCOMPARE(opened.exitCode, 0);
        const json::Tree result = test::tree(opened.out.toStdString());
        QCOMPARE(test::text(test::at(result, "payload"), "driver"), std::string("Alice"));
        QVERIFY(opened.out.contains(QStringLiteral("\"speed\": 88.0")));
        QVERIFY(!test::has(result, "signature"));
    }

    void standardInputAndOutput()
    {
        const Outcome one = run({QStringLiteral("-q"), QStringLiteral("data"), QStringLiteral("sign"),
                                 QStringLiteral("-"), QStringLiteral("--signing-key-file"), path("signing.key")},
                                reading);
        QCOMPARE(one.exitCode, 0);
        QVERIFY(one.err.isEmpty());
        QCOMPARE(data("verify", QStringLiteral("-"), {}, one.out.toUtf8()).exitCode, 0);
        const Outcome lines =
            data("sign", QStringLiteral("-"), {QStringLiteral("--lines")}, "{\"a\":1}\r\n\n{\"a\":2}");
        QCOMPARE(lines.out.count(QLatin1Char('\n')), 2);
        const Outcome verdicts = data("verify", QStringLiteral("-"),
                                      {QStringLiteral("--lines"), QStringLiteral("--json")}, lines.out.toUtf8());
        QCOMPARE(verdicts.exitCode, 0);
        QCOMPARE(verdicts.out.count(QStringLiteral("\"valid\":true")), 2);
    }

    void linesCountUpAndNameTheirPlace()
    {
        write("day.jsonl", "{\"t\": \"08:00\", \"v\": 1}\n\n{\"t\": \"09:00\", \"v\": 2}\n");
        QCOMPARE(sign(path("day.jsonl"), to("signed.jsonl")
                                             << QStringLiteral("--sequence-number") << QStringLiteral("41")
                                             << QStringLiteral("--captured-at-field") << QStringLiteral("t"))
                     .exitCode,
                 0);
        QByteArrayList lines = read("signed.jsonl").trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].contains("\"timestamp\":\"08:00\"") && lines[0].contains("\"sequenceNumber\":41,"));
        QVERIFY(lines[1].contains("\"timestamp\":\"09:00\"") && lines[1].contains("\"sequenceNumber\":42,"));

        write("changed.jsonl", lines[0] + "\n" + lines[1].replace("\"v\":2", "\"v\":3") + "\n[]\n");
        const Outcome plain = data("verify", path("changed.jsonl"));
        QCOMPARE(plain.exitCode, 2);
        QVERIFY(plain.err.contains(QStringLiteral("line 2: Not signed by did:peaq:0x")));
        QVERIFY(plain.err.contains(QStringLiteral("line 3: is no data package")));
        QVERIFY(plain.err.contains(QStringLiteral("1 of 3 readings are intact.")));
        const Outcome json = data("verify", path("changed.jsonl"), {QStringLiteral("--json")});
        QCOMPARE(json.exitCode, 2);
        QCOMPARE(json.out.count(QStringLiteral("\"verdict\":\"malformed\"")), 1);
        QCOMPARE(json.out.count(QStringLiteral("\"verdict\":\"not-signed-by-did\"")), 1);
        write("malformed.jsonl", lines[0] + "\n[]\n");
        QCOMPARE(data("verify", path("malformed.jsonl")).exitCode, 1);
    }

    void aFolderIsSignedFileByFileOrNotAtAll()
    {
        const QStringList both = {QStringLiteral("a.json"), QStringLiteral("b.json")};
        QDir().mkdir(path("day"));
        write("day/a.json", reading);
        write("day/b.json", "{\"a\": 1}");
        write("day/notes.txt", "no reading");
        refused(sign(path("day")), 1, "--output");
        QCOMPARE(sign(path("day"), to("signed")).exitCode, 0);
        QCOMPARE(test::namesIn(m_scratch->path("signed")), both);
        QCOMPARE(data("verify", path("signed")).exitCode, 0);
        QCOMPARE(data("open", path("signed"), to("opened")).exitCode, 0);
        QCOMPARE(test::namesIn(m_scratch->path("opened")), both);

        refused(sign(path("day"), to("signed")), 1, "is there already");
        write("day/b.json", "{\"a\": ");
        const QByteArray before = read("signed/a.json");
        refused(sign(path("day"), to("signed") << QStringLiteral("--replace")), 1, "b.json");
        QCOMPARE(read("signed/a.json"), before);
        refused(sign(path("day"), to("new")), 1, "b.json");
        QVERIFY(!QFile::exists(path("new")));
        QVERIFY(!test::namesIn(m_scratch->path("")).join(QLatin1Char(' ')).contains(QStringLiteral(".part")));
    }

    void nothingIsReplacedUnasked()
    {
        write("signed.json", "precious");
        refused(sign(path("reading.json"), to("signed.json")), 1, "--replace");
        QCOMPARE(read("signed.json"), QByteArray("precious"));
        QCOMPARE(sign(path("reading.json"), to("signed.json") << QStringLiteral("--replace")).exitCode, 0);
        QCOMPARE(data("verify", path("signed.json")).exitCode, 0);
        write("bad.json", "{");
        refused(sign(path("bad.json"), to("signed.json") << QStringLiteral("--replace")), 1, "not JSON");
        QCOMPARE(data("verify", path("signed.json")).exitCode, 0);
    }

    void rulesAreCheckedBeforeAnythingIsSigned_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *name, const char *rules, const char *words) {
            QTest::newRow(name) << QByteArray(rules) << QByteArray(words);
        };
        row("no JSON", "{\"rules\": [", "rules.json: not JSON");
        row("no rules", "{}", "rules.json: rules: is missing");
        row("no list", R"({"rules": {}})", "rules.json: rules: must be a list, but is an object");
        row("no action", R"({"rules": [{"fieldPath": "a"}]})", "rules.json: rules[0].action: is missing");
        row("unknown action", R"({"rules": [{"fieldPath": "a", "action": "include"}, {"fieldPath": "b",
            "action": "drop"}]})",
            "rules.json: rules[1].action: must be include, exclude, encrypt or anonymize");
        row("no strategy", R"({"rules": [{"fieldPath": "a", "action": "anonymize"}]})",
            "rules.json: rules[0].anonymizeStrategy: must be hash, generalize or redact");
        row("no field key", usualRules, "--field-key-file: is needed");
        row("no field key for the default", R"({"rules": [], "defaultAction": "encrypt"})",
            "--field-key-file: is needed");
    }
    void rulesAreCheckedBeforeAnythingIsSigned()
    {
        QFETCH(QByteArray, rules);
        QFETCH(QByteArray, words);
        write("rules.json", rules);
        refused(sign(path("reading.json"), {QStringLiteral("--rules"), path("rules.json")}), 1, words.constData());
    }

    void aNameThatNoRuleCanHideIsRefusedUnlessAskedFor()
    {
        write("dotted.json", R"({"x.y": "secret", "z": 1})");
        write("rules.json", R"({"rules": [{"fieldPath": "x.y", "action": "exclude"}]})");
        const QStringList more = {QStringLiteral("--rules"), path("rules.json")};
        refused(sign(path("dotted.json"), more), 1, "dotted.json: \"x.y\": has a dot in its name");
        const Outcome asked = sign(path("dotted.json"), more + QStringList{QStringLiteral("--compatible")});
        QCOMPARE(asked.exitCode, 0);
        QVERIFY(asked.out.contains(QStringLiteral("secret")));
    }

    void theDidMustBeTheKeys()
    {
        const QStringList other = {QStringLiteral("--did"),
                                   QStringLiteral("did:peaq:0x") + QStringLiteral("12").repeated(20)};
        refused(sign(path("reading.json"), other), 1, "is not this key's, which is did:peaq:0x");
        const Outcome asked = sign(path("reading.json"), other + QStringList{QStringLiteral("--any-did")});
        QCOMPARE(asked.exitCode, 0);
        QCOMPARE(data("verify", QStringLiteral("-"), {}, asked.out.toUtf8()).exitCode, 2);
        const Outcome number = sign(
            path("reading.json"), {QStringLiteral("--did"), QStringLiteral("did:peaq:7"), QStringLiteral("--any-did")});
        const Outcome verdict = data("verify", QStringLiteral("-"), {}, number.out.toUtf8());
        QCOMPARE(verdict.exitCode, 2);
        QVERIFY(verdict.err.contains(QStringLiteral("only the chain knows")));
    }

    void worthlessKeysAreRefused()
    {
        write("signing.key", QByteArray(64, '0'));
        refused(sign(path("reading.json")), 1, "holds no private key");
        write("signing.key", QByteArray(63, 'a'));
        QCOMPARE(sign(path("reading.json")).exitCode, 1);
    }

    void onlyTheRightKeyOpens()
    {
        QCOMPARE(sign(path("reading.json"), to("signed.json") + withRules()).exitCode, 0);
        const QStringList wrong = {QStringLiteral("--field-key-file"), path("other.key")};
        refused(data("open", path("signed.json"), wrong), 2, "driver: does not open with this key, or was changed");
        refused(data("open", path("signed.json"), wrong + to("opened.json")), 2, "driver");
        QVERIFY(!QFile::exists(path("opened.json")));
        const Outcome partial = data("open", path("signed.json"), wrong + QStringList{QStringLiteral("--partial")});
        QCOMPARE(partial.exitCode, 0);
        QVERIFY(partial.out.contains(QStringLiteral("__encrypted")));
        QVERIFY(partial.err.contains(QStringLiteral("1 field was left encrypted")));
    }

    void aChangedReadingIsNotOpened()
    {
        QCOMPARE(sign(path("reading.json"), to("signed.json") + withRules()).exitCode, 0);
        write("changed.json", read("signed.json").replace("88.0", "80.0"));
        refused(data("open", path("changed.json")), 2, "Not signed by did:peaq:0x");
        refused(data("open", path("changed.json"), {QStringLiteral("--partial")}), 2, "Not signed by");
        const Outcome asked = data("open", path("changed.json"), {QStringLiteral("--skip-verify")});
        QCOMPARE(asked.exitCode, 0);
        QVERIFY(asked.out.contains(QStringLiteral("Alice")));
    }

    void whatCannotBeAReadingIsRefusedInWords_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *name, const QByteArray &content, const char *words) {
            QTest::newRow(name) << content << QByteArray(words);
        };
        row("empty", {}, "not JSON");
        row("a list", "[1]", "a reading must be an object");
        row("300 levels", "{\"a\":" + QByteArray(300, '[') + QByteArray(300, ']') + "}", "deeper than 256 levels");
        row("as deep as a reading may be", "{\"a\":" + QByteArray(255, '[') + QByteArray(255, ']') + "}",
            "too large once it is signed: nested deeper than 256 levels");
        row("a million brackets", QByteArray(1000000, '['), "deeper than 256 levels");
        row("a zero byte", QByteArray("{\"a\": \"\0\"}", 10), "a zero byte (at byte 7)");
        row("no UTF-8", "{\"a\": \"\xff\"}", "not UTF-8 text");
        row("half a pair", R"({"a": "\ud800"})", "not JSON");
        row("no double", R"({"a": 1e400})", "a number beyond 10^308");
        row("10^400 written out", "{\"a\": 1" + QByteArray(400, '0') + ".0}", "a number beyond 10^308");
        row("too many digits", "{\"a\": " + QByteArray(4301, '9') + "}", "more than 4,300 digits");
        row("many numbers with exponents", "[" + QByteArray("1e5,").repeated(300000) + "1]", "more than 200000 values");
    }
    void whatCannotBeAReadingIsRefusedInWords()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, words);
        write("bad.json", content);
        refused(sign(path("bad.json")), 1, words.constData());
        write("day.jsonl", "{\"a\": 1}\n" + (content.isEmpty() ? "{" : content) + "\n");
        const Outcome lines = sign(path("day.jsonl"), to("signed.jsonl"));
        refused(lines, 1, "day.jsonl: line 2: ");
        QVERIFY2(lines.err.contains(QString::fromUtf8(words)), qPrintable(lines.err));
        QVERIFY(!QFile::exists(path("signed.jsonl")));
    }

    void aLineOf20MegabytesIsRefused()
    {
        write("day.jsonl", "{}\n\"" + QByteArray(20'000'000, 'a') + "\"\n");
        refused(sign(path("day.jsonl"), to("signed.jsonl")), 1, "line 2: has more than the 16777216 bytes");
        QCOMPARE(data("verify", path("day.jsonl")).exitCode, 1);
    }

    void theLastDuplicateCounts()
    {
        write("twice.json", R"({"a": 1, "a": 2})");
        const Outcome outcome = sign(path("twice.json"));
        QVERIFY(outcome.out.contains(QStringLiteral("\"a\": 2")) && !outcome.out.contains(QStringLiteral("\"a\": 1")));
    }

    // As deep as the file is long: neither side may recurse into it.
    void pathsOfAMillionDotsDoNotExhaustTheStack()
    {
        const QByteArray dots(500000, '.');
        write("rules.json", "{\"rules\": [{\"fieldPath\": \"" + dots + "\", \"action\": \"exclude\"}]}");
        QCOMPARE(sign(path("reading.json"), {QStringLiteral("--rules"), path("rules.json")}).exitCode, 0);
        write("dots.json", "{\"" + dots + dots + "\": 1}");
        write("rules.json", R"({"rules": [], "defaultAction": "encrypt"})");
        const Outcome outcome = sign(path("dots.json"), withRules() << QStringLiteral("--compatible"));
        refused(outcome, 1, "has more dots in its name than a package can be deep");
        QVERIFY(outcome.err.size() < 1000);
    }

    // Text from a package must neither fill nor steer the terminal.
    void strangeNamesAreShownShortAndClean()
    {
        QCOMPARE(sign(path("reading.json"), to("signed.json")).exitCode, 0);
        json::Tree package = test::tree(read("signed.json").toStdString());
        package.object()->insert_or_assign("did", json::Tree("\x1b[31m" + std::string(1'000'000, 'x')));
        write("strange.json", QByteArray::fromStdString(test::canonical(package)));
        const Outcome outcome = data("verify", path("strange.json"));
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(outcome.err.size() < 2000 && !outcome.err.contains(QLatin1Char('\x1b')));
    }

    void aFullOutputIsNoSuccess()
    {
        QProcess process;
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        process.start(QStringLiteral(CLI_PROGRAM),
                      {QStringLiteral("data"), QStringLiteral("sign"), path("reading.json"),
                       QStringLiteral("--signing-key-file"), path("signing.key")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
    }

    void aSilentPipeCanBeLeftAndLeavesNothing()
    {
        const QStringList before = test::namesIn(m_scratch->path(""));
        QProcess process;
        process.start(QStringLiteral(CLI_PROGRAM),
                      QStringList{QStringLiteral("data"), QStringLiteral("sign"), QStringLiteral("-"),
                                  QStringLiteral("--signing-key-file"), path("signing.key")}
                          + to("signed.json"));
        process.write("{\"a\":");
        QTRY_VERIFY(test::namesIn(m_scratch->path("")) != before); // it has begun
        process.terminate();
        QVERIFY(process.waitForFinished(5000));
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(test::namesIn(m_scratch->path("")), before);
    }
};

QTEST_GUILESS_MAIN(TestCliData)
#include "test_cli_data.moc"
