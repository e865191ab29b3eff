#include "completion.h"

#include "command.h"

#include <algorithm>
#include <functional>

namespace streamdesk::cli {

namespace {

// Without the program's own name: "data sign"; empty for the program itself.
std::string pathBelow(const CommandHelp &command)
{
    return CLI::detail::join(std::vector<std::string>(command.path.begin() + 1, command.path.end()), " ");
}

void forEachCommand(const CommandHelp &command, const std::function<void(const CommandHelp &)> &each)
{
    each(command);
    for (const CommandHelp &below : command.commands) {
        forEachCommand(below, each);
    }
}

std::string replaced(std::string text, const std::string &characters, const std::string &before)
{
    for (std::size_t at = 0; (at = text.find_first_of(characters, at)) != std::string::npos; at += before.size() + 1) {
        text.insert(at, before);
    }
    return text;
}

// 'text' for a POSIX shell.
std::string shellQuoted(const std::string &text)
{
    std::string quoted = "'";
    for (const char c : text) {
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return quoted + "'";
}

std::string fishQuoted(const std::string &text)
{
    return "'" + replaced(text, "'\\", "\\") + "'";
}

// The first sentence: a list of candidates has little room.
std::string brief(const std::string &description)
{
    std::string text = description.substr(0, description.find('\n'));
    if (const std::size_t end = text.find(". "); end != std::string::npos) {
        text.erase(end);
    }
    return text.ends_with(".") ? text.substr(0, text.size() - 1) : text;
}

// What can be used: an option that only says that it comes later is nothing to offer.
std::vector<OptionHelp> available(const CommandHelp &command)
{
    std::vector<OptionHelp> options = command.options;
    std::erase_if(options, [](const OptionHelp &option) { return option.group == laterGroup; });
    return options;
}

// Each pair of a command's path and an option that takes a value, as the pattern of a case.
std::string patterns(const CommandHelp &program, const std::string &separator, const std::string &between)
{
    std::vector<std::string> all;
    forEachCommand(program, [&](const CommandHelp &command) {
        for (const OptionHelp &option : available(command)) {
            for (const std::string &name : option.names) {
                if (!option.positional && option.kind != ValueKind::None) {
                    all.push_back(shellQuoted(pathBelow(command) + separator + name));
                }
            }
        }
    });
    return CLI::detail::join(all, between);
}

std::string bashCandidates(const OptionHelp &option)
{
    switch (option.kind) {
    case ValueKind::File:
    case ValueKind::Path:
        return "_stream_desk_cli_names -f";
    case ValueKind::Folder:
        return "_stream_desk_cli_names -d";
    case ValueKind::Choice:
        return "_stream_desk_cli_reply -W " + shellQuoted(CLI::detail::join(option.choices, " "));
    default:
        return ":";
    }
}

} // namespace

std::string bashCompletion(const CommandHelp &program)
{
    std::string commands;
    std::string values;
    std::string words;
    forEachCommand(program, [&](const CommandHelp &command) {
        const std::string path = pathBelow(command);
        std::vector<std::string> dashed;
        std::vector<std::string> plain;
        std::string arguments;
        for (const CommandHelp &below : command.commands) {
            commands += "        " + shellQuoted(path + "/" + below.name())
                        + ") command=" + shellQuoted(pathBelow(below)) + " ;;\n";
            plain.push_back(below.name());
        }
        for (const OptionHelp &option : available(command)) {
            if (option.positional) {
                arguments = bashCandidates(option);
                continue;
            }
            dashed.insert(dashed.end(), option.names.begin(), option.names.end());
            for (const std::string &name : option.names) {
                if (option.kind != ValueKind::None) {
                    values += "    " + shellQuoted(path + "/" + name) + ") " + bashCandidates(option) + "; return ;;\n";
                }
            }
        }
        words += "    " + shellQuoted(path + "/-") + ") _stream_desk_cli_reply -W "
                 + shellQuoted(CLI::detail::join(dashed, " ")) + " ;;\n";
        if (!plain.empty()) {
            arguments = "_stream_desk_cli_reply -W " + shellQuoted(CLI::detail::join(plain, " "));
        }
        if (!arguments.empty()) {
            words += "    " + shellQuoted(path + "/") + ") " + arguments + " ;;\n";
        }
    });
    return "# Completion of " + program.name() + R"( for bash.

_stream_desk_cli_reply() {
    local line
    while IFS= read -r line; do
        COMPREPLY+=("$line")
    done < <(compgen "$@" -- "$cur")
}

_stream_desk_cli_names() {
    compopt -o filenames 2>/dev/null
    _stream_desk_cli_reply "$@"
}

_stream_desk_cli() {
    COMPREPLY=()
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command='' i
    # "--option=value" comes as three words.
    if [[ $cur == = ]]; then
        cur=''
    elif [[ $prev == = ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        case "$command/${COMP_WORDS[i]}" in
)" + commands
           + "        " + patterns(program, "/", " | ") + R"()
            [[ ${COMP_WORDS[i + 1]} == = ]] && ((i++))
            ((i++)) ;;
        esac
    done
    case "$command/$prev" in
)" + values + R"(    esac
    local kind=''
    [[ $cur == -* ]] && kind=-
    case "$command/$kind" in
)" + words + R"(    esac
}

complete -F _stream_desk_cli )"
           + program.name() + "\n";
}

namespace {

std::string zshFunction(const CommandHelp &command)
{
    return "_" + CLI::detail::join(command.path, "-");
}

std::string zshAction(const OptionHelp &option)
{
    switch (option.kind) {
    case ValueKind::File:
    case ValueKind::Path:
        return "_files";
    case ValueKind::Folder:
        return "_files -/";
    case ValueKind::Choice:
        return "(" + CLI::detail::join(option.choices, " ") + ")";
    default:
        return " ";
    }
}

std::string zshSpec(const OptionHelp &option)
{
    const auto plain = [](const std::string &text) { return replaced(text, "\\[]:", "\\"); };
    const std::string value = ":" + plain(option.positional ? option.names[0] : option.valueName) + ":";
    if (option.positional) {
        return shellQuoted((option.required ? "" : ":") + value + zshAction(option));
    }
    std::string names = option.names[0];
    std::string others;
    if (option.names.size() > 1) {
        names = "{" + CLI::detail::join(option.names, ",") + "}";
        others = shellQuoted("(" + CLI::detail::join(option.names, " ") + ")");
    }
    const bool withValue = option.kind != ValueKind::None;
    std::string rest = withValue && names.starts_with("--") ? "=" : ""; // "--name value" and "--name=value"
    rest += "[" + plain(brief(option.description)) + "]";
    if (withValue) {
        rest += value + zshAction(option);
    }
    return (option.repeatable ? "'*'" : others) + names + shellQuoted(rest);
}

} // namespace

std::string zshCompletion(const CommandHelp &program)
{
    std::string text = "#compdef " + program.name() + "\n# Completion of " + program.name() + " for zsh.\n";
    forEachCommand(program, [&](const CommandHelp &command) {
        const std::string name = zshFunction(command);
        text +=
            "\n" + name + "() {\n    local context state state_descr line\n    typeset -A opt_args\n    _arguments -C";
        for (const OptionHelp &option : available(command)) {
            text += " \\\n        " + zshSpec(option);
        }
        if (command.commands.empty()) {
            text += "\n}\n";
            return;
        }
        text += " \\\n        '1: :->command' \\\n        '*:: :->arguments'\n    case $state in\n    command)\n"
                "        local -a commands=(\n";
        for (const CommandHelp &below : command.commands) {
            text += "            " + shellQuoted(below.name() + ":" + brief(below.description)) + "\n";
        }
        text +=
            "        )\n        _describe -t commands command commands ;;\n    arguments)\n        case $line[1] in\n";
        for (const CommandHelp &below : command.commands) {
            text += "        " + below.name() + ") " + zshFunction(below) + " ;;\n";
        }
        text += "        esac ;;\n    esac\n}\n";
    });
    return text + "\n" + zshFunction(program) + " \"$@\"\n";
}

namespace {

std::string fishArguments(const OptionHelp &option)
{
    switch (option.kind) {
    case ValueKind::None:
        return "";
    case ValueKind::File:
    case ValueKind::Path:
        return " -r -F";
    case ValueKind::Folder:
        return " -x -a '(__fish_complete_directories)'";
    case ValueKind::Choice:
        return " -x -a " + fishQuoted(CLI::detail::join(option.choices, " "));
    default:
        return " -x";
    }
}

} // namespace

std::string fishCompletion(const CommandHelp &program)
{
    std::string cases;
    std::string lines;
    forEachCommand(program, [&](const CommandHelp &command) {
        const std::string path = pathBelow(command);
        const std::string begin = "complete -c " + program.name() + " -n "
                                  + fishQuoted("test (__stream_desk_cli_command) = \"" + path + "\"");
        for (const CommandHelp &below : command.commands) {
            cases += "            case " + fishQuoted(path + "/" + below.name()) + "\n                set command "
                     + fishQuoted(pathBelow(below)) + "\n";
            lines += begin + " -a " + below.name() + " -d " + fishQuoted(brief(below.description)) + "\n";
        }
        for (const OptionHelp &option : available(command)) {
            if (option.positional) {
                const bool names = option.kind == ValueKind::File || option.kind == ValueKind::Path;
                lines += names                            ? begin + " -F\n"
                         : option.kind == ValueKind::Text ? ""
                                                          : begin + fishArguments(option) + "\n";
                continue;
            }
            std::string spelled;
            for (const std::string &name : option.names) {
                spelled += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            }
            lines += begin + spelled + fishArguments(option) + " -d " + fishQuoted(brief(option.description)) + "\n";
        }
    });
    return "# Completion of " + program.name() + R"( for fish.

# Which command the line has come to: "", "verify", "data sign".
function __stream_desk_cli_command
    set -l command
    set -l skip no
    set -l words (commandline -opc)
    set -e words[1]
    for word in $words
        if test $skip = yes
            set skip no
            continue
        end
        switch "$command/$word"
)" + cases + "            case "
           + patterns(program, "/", " ") + R"(
                set skip yes
        end
    end
    echo "$command"
end

complete -c )"
           + program.name() + " -f\n" + lines;
}

} // namespace streamdesk::cli
