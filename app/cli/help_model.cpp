#include "help_model.h"

#include "core/base/text.h"
#include "core/io/file.h"
#include "layout.h"

#include <algorithm>
#include <array>

namespace streamdesk::cli {

namespace {

// "TEXT:{a,b}" → {"a", "b"}
std::vector<std::string> choicesOf(const std::string &typeName)
{
    const std::size_t open = typeName.find('{');
    const std::size_t close = typeName.rfind('}');
    if (open == std::string::npos || close == std::string::npos || close < open) {
        return {};
    }
    return CLI::detail::split(typeName.substr(open + 1, close - open - 1), ',');
}

// A type's name and those of its checks: "TEXT:FOLDER", "FILE", "VERDICT:{…}". The check knows better than "TEXT".
std::string valueNameOf(const std::string &typeName)
{
    const std::size_t colon = typeName.find(':');
    const std::string type = typeName.substr(0, colon);
    if (colon == std::string::npos || type != "TEXT" || typeName[colon + 1] == '{') {
        return type;
    }
    return typeName.substr(colon + 1, typeName.find(':', colon + 1) - colon - 1);
}

ValueKind kindOf(const OptionHelp &option)
{
    if (option.valueName.empty()) {
        return ValueKind::None;
    }
    if (!option.choices.empty()) {
        return ValueKind::Choice;
    }
    constexpr std::array<std::pair<std::string_view, ValueKind>, 3> known = {
        {{"FILE", ValueKind::File}, {"FOLDER", ValueKind::Folder}, {"PATH", ValueKind::Path}}};
    const auto *const found =
        std::find_if(known.begin(), known.end(), [&](const auto &entry) { return entry.first == option.valueName; });
    return found == known.end() ? ValueKind::Text : found->second;
}

OptionHelp describeOption(const CLI::Option &option)
{
    OptionHelp help;
    help.positional = option.get_positional();
    if (help.positional) {
        help.names.push_back(option.get_name(true, false));
    }
    for (const std::string &name : option.get_snames()) {
        help.names.push_back("-" + name);
    }
    for (const std::string &name : option.get_lnames()) {
        help.names.push_back("--" + name);
    }
    if (option.get_items_expected_max() > 0) {
        help.valueName = valueNameOf(option.get_type_name());
        help.choices = choicesOf(option.get_type_name());
    }
    help.kind = kindOf(help);
    help.defaultValue = option.get_default_str();
    help.description = option.get_description();
    help.required = option.get_required();
    help.group = help.positional ? "Arguments" : help.required ? "Required options" : option.get_group();
    help.repeatable = help.kind != ValueKind::None
                      && option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll && !help.positional;
    return help;
}

CommandHelp describeCommand(const CLI::App &app, std::vector<std::string> path)
{
    CommandHelp help;
    help.path = std::move(path);
    help.description = app.get_description();
    help.footer = app.get_footer();
    for (const CLI::Option *const option :
         app.get_options([](const CLI::Option *o) { return !o->get_group().empty(); })) {
        help.options.push_back(describeOption(*option));
    }
    const auto rank = [](const OptionHelp &option) {
        return option.positional ? 0 : option.group == "Options" ? 2 : option.required ? 1 : 3;
    };
    std::stable_sort(help.options.begin(), help.options.end(),
                     [&](const OptionHelp &a, const OptionHelp &b) { return rank(a) < rank(b); });
    for (const CLI::App *const command :
         app.get_subcommands([](const CLI::App *a) { return !a->get_group().empty() && !a->get_name().empty(); })) {
        std::vector<std::string> below = help.path;
        below.push_back(command->get_name());
        help.commands.push_back(describeCommand(*command, std::move(below)));
    }
    return help;
}

// Where the descriptions begin.
constexpr std::size_t descriptionColumn = 26;

void appendEntry(std::string &text, const std::string &label, const std::string &description, std::size_t width)
{
    std::string line = "  " + label;
    if (displayWidth(line) + 2 > descriptionColumn) {
        text += line + "\n";
        line.clear();
    }
    for (const std::string &part : wrapped(description, std::max(width, descriptionColumn + 20) - descriptionColumn)) {
        text += alignedLeft(line, descriptionColumn) + part + "\n";
        line.clear();
    }
}

void appendBlocks(std::string &text, const std::string &source, std::size_t width)
{
    for (const TextBlock &block : textBlocks(source)) {
        for (const std::string &line : block.lines) {
            if (block.literal) {
                text += "  " + line + "\n";
                continue;
            }
            for (const std::string &part : wrapped(line, width)) {
                text += part + "\n";
            }
        }
    }
}

void appendOptions(std::string &text, const CommandHelp &command, std::size_t width)
{
    std::string group;
    for (const OptionHelp &option : command.options) {
        if (option.group != group) {
            group = option.group;
            text += "\n" + group + ":\n";
        }
        std::string label = CLI::detail::join(option.names, ", ");
        if (!option.positional && !option.valueName.empty()) {
            label += " " + option.valueName;
        }
        appendEntry(text, label, fullDescription(option), width);
    }
}

// The parser's formatter, replaced.
class OwnHelp : public CLI::FormatterBase
{
public:
    explicit OwnHelp(const CLI::App &root) : m_root(root) {}

    std::string make_help(const CLI::App *app, std::string, CLI::AppFormatMode) const override
    {
        std::vector<std::string> path;
        for (const CLI::App *at = app; at != nullptr; at = at->get_parent()) {
            path.insert(path.begin(), at->get_name());
        }
        path.front() = m_root.get_name();
        const auto terminal = io::outputTerminal();
        const std::size_t columns = terminal && terminal->columns > 0 ? terminal->columns : usualWidth;
        return helpText(describeCommand(*app, std::move(path)), std::clamp<std::size_t>(columns, 50, 100));
    }

private:
    const CLI::App &m_root;
};

} // namespace

const std::vector<ExitCodeHelp> &exitCodes()
{
    static const std::vector<ExitCodeHelp> codes = {
        {0, "Done. For verify: the package is intact."},
        {1, "Bad values, malformed packages or files, missing envelopes, files that cannot be written."},
        {2, "Unknown or missing options, paths that do not exist; a verification or a decryption that failed."},
        {3, "Configuration."},
        {130, "Stopped by Ctrl+C; nothing was left half-written."},
    };
    return codes;
}

std::string CommandHelp::fullName() const
{
    return CLI::detail::join(path, " ");
}

std::string CommandHelp::usage() const
{
    std::string text = fullName() + " [OPTIONS]";
    for (const OptionHelp &option : options) {
        if (option.positional) {
            text += " " + (option.required ? option.names[0] : "[" + option.names[0] + "]");
        }
    }
    return text + (commands.empty() ? "" : " COMMAND");
}

std::string fullDescription(const OptionHelp &option)
{
    std::string text = option.description;
    if (!option.choices.empty()) {
        text += " One of: " + CLI::detail::join(option.choices, ", ") + ".";
    }
    if (!option.defaultValue.empty()) {
        text += " Default: " + option.defaultValue + ".";
    }
    if (option.repeatable) {
        text += " May be given several times.";
    }
    return text;
}

CommandHelp describeCommands(const CLI::App &app)
{
    return describeCommand(app, {app.get_name()});
}

std::vector<TextBlock> textBlocks(const std::string &text)
{
    std::vector<TextBlock> blocks;
    if (text.empty()) {
        return blocks;
    }
    for (const std::string &line : CLI::detail::split(text, '\n')) {
        const bool literal = line.starts_with("  ");
        if (blocks.empty() || blocks.back().literal != literal) {
            blocks.push_back(TextBlock{.literal = literal, .lines = {}});
        }
        std::vector<std::string> &lines = blocks.back().lines;
        if (literal) {
            lines.push_back(line.substr(2));
        } else if (line.empty() || lines.empty() || lines.back().empty()) {
            lines.push_back(line);
        } else {
            lines.back() += " " + line;
        }
    }
    return blocks;
}

std::string helpText(const CommandHelp &command, std::size_t width)
{
    std::string text;
    appendBlocks(text, command.description, width);
    text += "\nUsage: " + command.usage() + "\n";
    if (!command.commands.empty()) {
        text += "\nCommands:\n";
        for (const CommandHelp &below : command.commands) {
            appendEntry(text, below.name(), below.description, width);
        }
    }
    appendOptions(text, command, width);
    if (command.path.size() == 1) {
        text += "\nExit codes:\n";
        for (const ExitCodeHelp &code : exitCodes()) {
            appendEntry(text, std::to_string(code.code), code.meaning, width);
        }
    }
    if (!command.footer.empty()) {
        text += "\n";
        appendBlocks(text, command.footer, width);
    }
    return text;
}

void useOwnHelp(CLI::App &app)
{
    app.formatter(std::make_shared<OwnHelp>(app));
}

} // namespace streamdesk::cli
