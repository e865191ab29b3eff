// What the program says of its commands, taken from the parser itself: the help, the man page and the completions are
// all written from this, so none of them can tell another story.
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace streamdesk::cli {

// What a value is, for completion.
enum class ValueKind {
    None, // a flag
    Text,
    File,
    Folder,
    Path, // either
    Choice,
};

struct OptionHelp
{
    std::vector<std::string> names; // "-q", "--quiet"; of an argument without dashes its one name
    bool positional = false;
    ValueKind kind = ValueKind::None;
    std::string valueName; // "FILE"; empty for a flag
    std::vector<std::string> choices;
    std::string defaultValue; // empty when there is none
    std::string description;
    std::string group; // the heading it stands under
    bool required = false;
    bool repeatable = false;
};

struct CommandHelp
{
    std::vector<std::string> path; // "stream-desk-cli", "data", "sign"
    std::string description;
    std::vector<OptionHelp> options; // positional ones first, otherwise in their order
    std::vector<CommandHelp> commands;
    std::string footer; // paragraphs; lines that begin with two spaces stand as they are

    [[nodiscard]] const std::string &name() const { return path.back(); }
    [[nodiscard]] std::string fullName() const; // "stream-desk-cli data sign"
    // "stream-desk-cli verify [OPTIONS] package"
    [[nodiscard]] std::string usage() const;
};

// The exit codes, each with its meaning.
struct ExitCodeHelp
{
    int code;
    const char *meaning;
};
[[nodiscard]] const std::vector<ExitCodeHelp> &exitCodes();

// The description with what the parser knows besides: choices, default, repetition.
[[nodiscard]] std::string fullDescription(const OptionHelp &option);

// Everything that is not hidden in `app` and below.
[[nodiscard]] CommandHelp describeCommands(const CLI::App &app);

// Text of a description or footer, cut into what flows and what stands as it is.
struct TextBlock
{
    bool literal = false;
    std::vector<std::string> lines; // literal: without the two spaces; else one a paragraph, empty where a line was
};
[[nodiscard]] std::vector<TextBlock> textBlocks(const std::string &text);

// The help of one command for a terminal, lines at most `width` columns wide unless they are literal.
[[nodiscard]] std::string helpText(const CommandHelp &command, std::size_t width);

// Puts helpText() in the place of the parser's own, also for the subcommands that are added afterwards.
void useOwnHelp(CLI::App &app);

} // namespace streamdesk::cli
