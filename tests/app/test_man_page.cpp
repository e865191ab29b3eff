// The man page: right for roff whatever the text holds.
#include "app/cli/man_page.h"
#include "tests/support/program.h"
#include "tests/support/sample_program.h"

#include <QTest>

using namespace streamdesk;
using namespace streamdesk::cli;

class TestManPage : public QObject
{
    Q_OBJECT

private:
    const std::string m_page = manPage(test::SampleProgram().help(), "1.2.3", "2026-11-22");

    bool has(const char *text) const { return m_page.find(text) != std::string::npos; }

private Q_SLOTS:
    void escapes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("roff");
        QTest::newRow("plain") << QByteArray("a b") << QByteArray("a b");
        QTest::newRow("dashes") << QByteArray("--key") << QByteArray("\\-\\-key");
        QTest::newRow("dot first") << QByteArray(".SH") << QByteArray("\\&.SH");
        QTest::newRow("dot inside") << QByteArray("a.b") << QByteArray("a.b");
        QTest::newRow("quote first") << QByteArray("'x'") << QByteArray("\\(aqx\\(aq");
        QTest::newRow("double quote") << QByteArray("\"x\"") << QByteArray("\\(dqx\\(dq");
        QTest::newRow("backslash") << QByteArray("c:\\n") << QByteArray("c:\\(rsn");
        QTest::newRow("accents") << QByteArray("`^~") << QByteArray("\\(ga\\(ha\\(ti");
        QTest::newRow("two bytes") << QByteArray("\xc3\xa9") << QByteArray("\\[u00E9]");
        QTest::newRow("three bytes") << QByteArray("\xe2\x80\xa6") << QByteArray("\\[u2026]");
        QTest::newRow("four bytes") << QByteArray("\xf0\x9f\xa4\x96") << QByteArray("\\[u1F916]");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void escapes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, roff);
        QCOMPARE(QByteArray::fromStdString(roffEscaped(text.toStdString())), roff);
    }

    void hasWhatAManPageHas()
    {
        QVERIFY(m_page.starts_with(".TH TOOL 1 2026-11-22 \"tool 1.2.3\"\n"));
        for (const char *section : {"NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "EXIT STATUS", "FILES",
                                    "EXAMPLES", "SEE ALSO"}) {
            QVERIFY2(has((std::string(".SH ") + section + "\n").c_str()), section);
        }
        for (const char *code : {"0", "1", "2", "3", "130"}) {
            QVERIFY(has((".TP\n\\fB" + std::string(code) + "\\fR\n").c_str()));
        }
    }

    void everyCommandHasItsSectionAndOptions()
    {
        QVERIFY(has(".SS tool data sign\n"));
        QVERIFY(has(".SS tool data verify\n"));
        QVERIFY(has("\\fB\\-f\\fR, \\fB\\-\\-force\\fR\n"));
        QVERIFY(has("\\fB\\-\\-key\\fR \\fIFILE\\fR\nThe key\\(aqs file [secret]. Required.\n"));
        QVERIFY(has("tool data sign \\-\\-key \\(aqk\\(aq file\n.EE\n"));
        QVERIFY(!has("hidden"));
    }

    void isPlainAsciiInShortLines()
    {
        for (const std::string &line : CLI::detail::split(m_page, '\n')) {
            QVERIFY2(line.size() <= 80, line.c_str());
            for (const char c : line) {
                QVERIFY(c >= 0x20 && c < 0x7F);
            }
        }
    }

    void readersOfManPagesFindNoFault()
    {
        const QByteArray page = QByteArray::fromStdString(m_page);
        const auto lint = test::runCommand({QStringLiteral("mandoc"), QStringLiteral("-Tlint")}, page);
        QVERIFY2(lint.exitCode == 0 && lint.out.isEmpty(), qPrintable(lint.out));
        const auto groff = test::runCommand({QStringLiteral("groff"), QStringLiteral("-man"), QStringLiteral("-ww"),
                                             QStringLiteral("-Tutf8"), QStringLiteral("-P-cbou")},
                                            page);
        QVERIFY2(groff.err.isEmpty(), qPrintable(groff.err));
        QVERIFY(groff.out.contains(QStringLiteral(".dots begin this paragraph.")));
        QVERIFY(groff.out.contains(QStringLiteral("Works on \"data\" (c:\\data).")));
        QVERIFY(groff.out.contains(QStringLiteral("tool data sign --key 'k' file")));
    }
};

QTEST_APPLESS_MAIN(TestManPage)
#include "test_man_page.moc"
