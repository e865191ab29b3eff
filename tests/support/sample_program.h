// A small program's commands, with everything that help, man page and completions have to get right.
#pragma once

#include "app/cli/help_model.h"

#include <memory>

namespace streamdesk::test {

// Options keep their values nowhere; it is never parsed.
class SampleProgram
{
public:
    SampleProgram() : m_app(std::make_unique<CLI::App>("Does things.\n\n.dots begin this paragraph.", "tool"))
    {
        cli::useOwnHelp(*m_app);
        m_app->set_help_flag("-h,--help", "Show this help.");
        m_app->add_option("--level", m_text, "How much. In detail.")
            ->type_name("LEVEL")
            ->check(CLI::IsMember({"low", "high"}));
        m_app->footer("Example:\n  tool data sign --key 'k' file");
        CLI::App *const data = m_app->add_subcommand("data", "Works on \"data\" (c:\\data).");
        CLI::App *const sign = data->add_subcommand("sign", "Signs a file's content.");
        sign->add_option("--key", m_text, "The key's file [secret].")->type_name("FILE")->required();
        sign->add_option("--into", m_text, "Where to: a folder.")->type_name("FOLDER");
        sign->add_option("--count", m_text, "How often.")->type_name("NUMBER")->default_str("3");
        sign->add_option("--tag", m_texts, "A tag.")->type_name("TAG")->expected(1)->take_all();
        sign->add_flag("-f,--force", m_flag, "Do it.");
        sign->add_option("file", m_text, "What to sign.")->type_name("PATH")->required();
        data->add_subcommand("verify", "Checks.");
        m_app->add_subcommand("hidden", "Not to be seen.")->group("");
        sign->add_option("--hidden-option", m_text, "Not to be seen.")->group("");
    }

    [[nodiscard]] CLI::App &app() { return *m_app; }
    [[nodiscard]] cli::CommandHelp help() const { return cli::describeCommands(*m_app); }

private:
    std::unique_ptr<CLI::App> m_app;
    std::string m_text;
    std::vector<std::string> m_texts;
    bool m_flag = false;
};

} // namespace streamdesk::test
