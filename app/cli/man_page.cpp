#include "man_page.h"

#include "layout.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>

namespace streamdesk::cli {

namespace {

void appendCharacter(std::string &roff, char c)
{
    switch (c) {
    case '\\':
        roff += "\\(rs";
        break;
    case '-':
        roff += "\\-";
        break;
    case '\'':
        roff += "\\(aq";
        break;
    case '"':
        roff += "\\(dq";
        break;
    case '`':
        roff += "\\(ga";
        break;
    case '^':
        roff += "\\(ha";
        break;
    case '~':
        roff += "\\(ti";
        break;
    default:
        roff += c;
    }
}

// The code point of a well-formed sequence of several bytes at the beginning of `text`; removes it.
unsigned takeCodePoint(std::string_view &text)
{
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t length = std::min<std::size_t>(lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2, text.size());
    unsigned value = lead & (0xFFU >> (length + 1));
    for (std::size_t at = 1; at < length; ++at) {
        value = (value << 6U) | (static_cast<unsigned char>(text[at]) & 0x3FU);
    }
    text.remove_prefix(length);
    return value;
}

std::string bold(std::string_view text)
{
    return "\\fB" + roffEscaped(text) + "\\fR";
}

std::string italic(std::string_view text)
{
    return "\\fI" + roffEscaped(text) + "\\fR";
}

// Text that flows; the page's own lines stay short, as readers of roff expect.
void appendFlowing(std::string &page, const std::string &text)
{
    constexpr std::size_t sourceWidth = 64; // escapes make it longer
    for (const std::string &line : wrapped(text, sourceWidth)) {
        page += roffEscaped(line) + "\n";
    }
}

// A paragraph macro does nothing behind a heading, and checkers say so.
void beginParagraph(std::string &page)
{
    const std::size_t last = page.rfind('\n', page.size() - 2) + 1;
    if (page.compare(last, 2, ".S") != 0) {
        page += ".PP\n";
    }
}

void appendBlocks(std::string &page, const std::string &text)
{
    for (const TextBlock &block : textBlocks(text)) {
        if (block.literal) {
            beginParagraph(page);
            page += ".RS 4\n.EX\n";
            for (const std::string &line : block.lines) {
                page += roffEscaped(line) + "\n";
            }
            page += ".EE\n.RE\n";
            continue;
        }
        for (const std::string &paragraph : block.lines) {
            if (!paragraph.empty()) {
                beginParagraph(page);
                appendFlowing(page, paragraph);
            }
        }
    }
}

void appendEntry(std::string &page, const std::string &label, const std::string &description)
{
    page += ".TP\n" + label + "\n";
    appendFlowing(page, description);
}

std::string optionLabel(const OptionHelp &option)
{
    std::string label;
    for (const std::string &name : option.names) {
        label += (label.empty() ? "" : ", ") + (option.positional ? italic(name) : bold(name));
    }
    return option.positional || option.valueName.empty() ? label : label + " " + italic(option.valueName);
}

void appendOptions(std::string &page, const CommandHelp &command)
{
    for (const OptionHelp &option : command.options) {
        std::string description = fullDescription(option);
        if (option.required) {
            description += " Required.";
        }
        appendEntry(page, optionLabel(option), description);
    }
}

// The commands that can be run, each by its full name.
void appendCommands(std::string &page, const CommandHelp &command)
{
    for (const CommandHelp &below : command.commands) {
        page += ".SS " + roffEscaped(below.fullName()) + "\n";
        appendBlocks(page, below.description);
        page += ".PP\nUsage: " + bold(below.usage()) + "\n";
        appendOptions(page, below);
        appendBlocks(page, below.footer);
        appendCommands(page, below);
    }
}

constexpr std::array<std::pair<const char *, const char *>, 4> files = {{
    {"chunk-N.json", "The envelope of chunk N: its links, hashes, recipients and signature."},
    {"chunk-N.bin", "The encrypted data of chunk N."},
    {"manifest.json", "What the sender says of the whole package. Nothing in it is signed."},
    {"KEY-N.json", "Access file number N for the buyer with the public key KEY."},
}};

} // namespace

std::string roffEscaped(std::string_view text)
{
    std::string roff;
    if (text.starts_with(".")) { // else it is a request; a quote is escaped anyway
        roff += "\\&";
    }
    while (!text.empty()) {
        if (static_cast<unsigned char>(text[0]) < 0x80) {
            appendCharacter(roff, text[0]);
            text.remove_prefix(1);
        } else {
            std::array<char, 16> escape{};
            std::snprintf(escape.data(), escape.size(), "\\[u%04X]", takeCodePoint(text));
            roff += escape.data();
        }
    }
    return roff;
}

std::string manPage(const CommandHelp &program, std::string_view version, std::string_view date)
{
    std::string upper = program.name();
    std::transform(upper.begin(), upper.end(), upper.begin(), [](unsigned char c) { return std::toupper(c); });
    std::string page = ".TH " + roffEscaped(upper) + " 1 " + std::string(date) + " \"" + roffEscaped(program.name());
    page += " " + std::string(version) + "\"\n";

    page += ".SH NAME\n" + roffEscaped(program.name()) + " \\- sell and buy machine data through peaqOS Stream\n";
    page += ".SH SYNOPSIS\n" + bold(program.name()) + " [" + italic("OPTIONS") + "] " + italic("COMMAND") + " [";
    page += italic("OPTIONS") + "] ...\n";
    page += ".SH DESCRIPTION\n";
    appendBlocks(page, program.description);
    page += ".SH OPTIONS\nThese stand before the command.\n";
    appendOptions(page, program);
    page += ".SH COMMANDS\n";
    appendCommands(page, program);
    page += ".SH EXIT STATUS\n";
    for (const ExitCodeHelp &code : exitCodes()) {
        appendEntry(page, bold(std::to_string(code.code)), code.meaning);
    }
    page += ".SH FILES\nA package is a folder of these; access files come beside it.\n";
    for (const auto &[name, meaning] : files) {
        appendEntry(page, italic(name), meaning);
    }
    page += ".SH EXAMPLES\n";
    appendBlocks(page, program.footer);
    page += ".SH SEE ALSO\n" + italic("format.md") + " in the program\\(aqs documentation folder:\n";
    page += "the files, byte by byte, and what a signature proves.\n";
    return page;
}

} // namespace streamdesk::cli
