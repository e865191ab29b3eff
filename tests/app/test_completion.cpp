// Completions, tried in the shells themselves.
#include "app/cli/completion.h"
#include "tests/support/files.h"
#include "tests/support/program.h"
#include "tests/support/sample_program.h"

#include <QTest>

#include <filesystem>

using namespace streamdesk;
using namespace streamdesk::cli;

class TestCompletion : public QObject
{
    Q_OBJECT

private:
    test::Folder m_folder;

    QString path(const char *name) const { return QString::fromStdString((m_folder / name).string()); }

    // What bash would offer for a line; its last word is being typed.
    QStringList inBash(const QStringList &words) const
    {
        const QString script =
            QStringLiteral("source \"$1\"; shift; cd \"$1\"; shift; COMP_WORDS=(\"$@\"); "
                           "COMP_CWORD=$(($# - 1)); $(complete -p tool | sed 's/.*-F \\([^ ]*\\).*/\\1/'); "
                           "printf '%s\\n' \"${COMPREPLY[@]}\"");
        const auto outcome =
            test::runCommand(QStringList{QStringLiteral("bash"), QStringLiteral("--norc"), QStringLiteral("-c"), script,
                                         QStringLiteral("bash"), path("tool.bash"), path("place")}
                             + words);
        if (!outcome.err.isEmpty()) {
            throw std::runtime_error(outcome.err.toStdString());
        }
        QStringList offered = outcome.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        offered.sort();
        return offered;
    }
    // The same for fish, of a line of text.
    QStringList inFish(const QString &line) const
    {
        const QString script = QStringLiteral("source $argv[1]; cd $argv[2]; complete -C $argv[3]");
        const auto outcome = test::runCommand({QStringLiteral("env"), QStringLiteral("HOME=") + path(""),
                                               QStringLiteral("fish"), QStringLiteral("--no-config"),
                                               QStringLiteral("-c"), script, path("tool.fish"), path("place"), line});
        QStringList offered;
        for (const QString &each : outcome.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            offered << each.section(QLatin1Char('\t'), 0, 0);
        }
        offered.sort();
        return offered;
    }
    static QStringList words(const char *text)
    {
        return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const CommandHelp program = test::SampleProgram().help();
        test::putFile(m_folder / "tool.bash", bashCompletion(program));
        test::putFile(m_folder / "_tool", zshCompletion(program));
        test::putFile(m_folder / "tool.fish", fishCompletion(program));
        std::filesystem::create_directories(m_folder / "place" / "a folder");
        test::putFile(m_folder / "place" / "a file", "");
    }

    void bashOffers_data()
    {
        QTest::addColumn<QString>("line"); // words separated by bars
        QTest::addColumn<QStringList>("offered");
        QTest::newRow("commands") << "tool|" << words("data");
        QTest::newRow("a command begun") << "tool|da" << words("data");
        QTest::newRow("commands below") << "tool|data|" << words("sign verify");
        QTest::newRow("below, begun") << "tool|data|ver" << words("verify");
        QTest::newRow("options of the program") << "tool|--" << words("--help --level");
        QTest::newRow("short and long options")
            << "tool|data|sign|-" << words("--count --force --help --into --key --tag -f -h");
        QTest::newRow("an option begun") << "tool|data|sign|--k" << words("--key");
        QTest::newRow("fixed values") << "tool|--level|" << words("high low");
        QTest::newRow("a fixed value begun") << "tool|--level|l" << words("low");
        QTest::newRow("with an equals sign") << "tool|--level|=|h" << words("high");
        QTest::newRow("behind an equals sign") << "tool|--level|=" << words("high low");
        QTest::newRow("a command after a value") << "tool|--level|low|d" << words("data");
        QTest::newRow("a command after a value with =") << "tool|--level|=|low|d" << words("data");
        QTest::newRow("a value that is called like a command") << "tool|data|sign|--key|verify|--f" << words("--force");
        QTest::newRow("files") << "tool|data|sign|--key|a"
                               << QStringList{QStringLiteral("a file"), QStringLiteral("a folder")};
        QTest::newRow("folders") << "tool|data|sign|--into|a" << QStringList{QStringLiteral("a folder")};
        QTest::newRow("an argument") << "tool|data|sign|a"
                                     << QStringList{QStringLiteral("a file"), QStringLiteral("a folder")};
        QTest::newRow("nothing for text") << "tool|data|sign|--count|" << QStringList();
        QTest::newRow("nothing hidden") << "tool|h" << QStringList();
    }
    void bashOffers()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, offered);
        QCOMPARE(inBash(line.split(QLatin1Char('|'))), offered);
    }

    void fishOffers_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("offered");
        QTest::newRow("commands") << "tool " << words("data");
        QTest::newRow("commands below") << "tool data " << words("sign verify");
        QTest::newRow("an option begun") << "tool data sign --k" << words("--key");
        QTest::newRow("fixed values") << "tool --level " << words("high low");
        QTest::newRow("a command after a value") << "tool --level low d" << words("data");
        QTest::newRow("folders") << "tool data sign --into a" << QStringList{QStringLiteral("a folder/")};
        QTest::newRow("an argument") << "tool data sign a"
                                     << QStringList{QStringLiteral("a file"), QStringLiteral("a folder/")};
        QTest::newRow("nothing hidden") << "tool h" << QStringList();
    }
    void fishOffers()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, offered);
        QCOMPARE(inFish(line), offered);
    }

    void zshReadsItsScript()
    {
        const auto outcome = test::runCommand({QStringLiteral("zsh"), QStringLiteral("-n"), path("_tool")});
        QVERIFY2(outcome.exitCode == 0 && outcome.err.isEmpty(), qPrintable(outcome.err));
        const std::string script = test::contentOf(m_folder / "_tool");
        QVERIFY(script.starts_with("#compdef tool\n"));
        for (const char *part : {"--level'=[How much]:LEVEL:(low high)'", "'(-f --force)'{-f,--force}'[Do it]'",
                                 "--key'=[The key'\\''s file \\[secret\\]]:FILE:_files'",
                                 "--into'=[Where to\\: a folder]:FOLDER:_files -/'", "'*'--tag'=[A tag]:TAG: '",
                                 "':file:_files'", "sign) _tool-data-sign ;;", "'sign:Signs a file'\\''s content'"}) {
            QVERIFY2(script.find(part) != std::string::npos, part);
        }
        QVERIFY(script.find("hidden") == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestCompletion)
#include "test_completion.moc"
