// What is taken from the parser, and how the help says it.
#include "tests/support/sample_program.h"

#include <QTest>

using namespace streamdesk;
using namespace streamdesk::cli;

class TestHelpModel : public QObject
{
    Q_OBJECT

private:
    test::SampleProgram m_sample;
    const CommandHelp m_program = m_sample.help();

    const CommandHelp &sign() const { return m_program.commands.at(0).commands.at(0); }
    const OptionHelp &option(const std::string &name) const
    {
        for (const OptionHelp &each : sign().options) {
            if (each.names.back() == name) {
                return each;
            }
        }
        throw std::runtime_error("no option " + name);
    }

private Q_SLOTS:
    void commandsNestAndTheHiddenStayHidden()
    {
        QCOMPARE(m_program.commands.size(), std::size_t(1));
        QCOMPARE(m_program.commands[0].commands.size(), std::size_t(2));
        QCOMPARE(sign().fullName(), std::string("tool data sign"));
        QCOMPARE(m_program.usage(), std::string("tool [OPTIONS] COMMAND"));
        QCOMPARE(sign().usage(), std::string("tool data sign [OPTIONS] file"));
        QVERIFY_EXCEPTION_THROWN((void)option("--hidden-option"), std::runtime_error);
    }

    void valuesAreKnownByTheirNames()
    {
        QVERIFY(option("--key").kind == ValueKind::File && option("--key").required);
        QVERIFY(option("--into").kind == ValueKind::Folder);
        QVERIFY(option("--count").kind == ValueKind::Text);
        QVERIFY(option("--force").kind == ValueKind::None && option("--force").valueName.empty());
        QVERIFY(option("file").kind == ValueKind::Path && option("file").positional);
        QVERIFY(option("--tag").repeatable && !option("--key").repeatable);
        const OptionHelp &level = m_program.options.at(1);
        QVERIFY(level.kind == ValueKind::Choice);
        QVERIFY((level.choices == std::vector<std::string>{"low", "high"}));
        QCOMPARE(level.valueName, std::string("LEVEL"));
    }

    void descriptionsSayWhatTheParserKnows()
    {
        QCOMPARE(fullDescription(option("--count")), std::string("How often. Default: 3."));
        QCOMPARE(fullDescription(option("--tag")), std::string("A tag. May be given several times."));
        QCOMPARE(fullDescription(m_program.options.at(1)), std::string("How much. In detail. One of: low, high."));
    }

    void whatMustBeGivenComesFirst()
    {
        QCOMPARE(sign().options.at(0).names[0], std::string("file"));
        QCOMPARE(sign().options.at(1).group, std::string("Required options"));
        const std::string text = helpText(sign(), 80);
        QVERIFY(text.find("Arguments:") < text.find("Required options:"));
        QVERIFY(text.find("Required options:") < text.find("\nOptions:"));
    }

    void noLineOfTheHelpIsWiderThanAsked()
    {
        for (const std::size_t width : {50, 80}) {
            for (const std::string &line : CLI::detail::split(helpText(sign(), width), '\n')) {
                QVERIFY2(line.size() <= width, line.c_str());
            }
        }
    }

    void paragraphsFlowAndExamplesStand()
    {
        const auto blocks = textBlocks("one\ntwo\n\nthree:\n  as it is\n    indented");
        QCOMPARE(blocks.size(), std::size_t(2));
        QVERIFY((blocks[0].lines == std::vector<std::string>{"one two", "", "three:"}));
        QVERIFY((blocks[1].lines == std::vector<std::string>{"as it is", "  indented"}));
        QVERIFY(textBlocks("").empty());
    }

    void theParserPrintsThisHelp()
    {
        QVERIFY(m_sample.app().help().find("Usage: tool [OPTIONS] COMMAND") != std::string::npos);
        QVERIFY(m_sample.app().get_subcommand("data")->get_subcommand("verify")->help().find("Usage: tool data verify")
                != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestHelpModel)
#include "test_help_model.moc"
