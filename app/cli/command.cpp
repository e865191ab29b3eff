#include "command.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/io/file.h"
#include "core/keys/trust_store.h"
#include "core/package/zip_directory.h"
#include "core/stream/package_code.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <iostream>
#include <system_error>

namespace streamdesk::cli {

void refuse(const std::string &option, const std::string &message)
{
    throw StreamValidationError(ErrorCode::InvalidText, redact(message), option, "a usable value");
}

namespace {

CLI::Validator pathCheck(const std::string &kind, std::string (*check)(const std::filesystem::path &))
{
    return CLI::Validator([check](std::string &text) { return check(givenPath(text)); }, kind);
}

std::string mustBeReadable(const std::filesystem::path &path)
{
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        return displayPath(path) + " does not exist";
    }
    return io::isReadable(path) ? "" : displayPath(path) + " cannot be read: permission denied";
}

bool isFolder(const std::filesystem::path &path)
{
    std::error_code ignored;
    return std::filesystem::is_directory(path, ignored);
}

bool isFile(const std::filesystem::path &path)
{
    std::error_code ignored;
    return std::filesystem::exists(path, ignored) && !isFolder(path);
}

} // namespace

CLI::Validator existingPath()
{
    return pathCheck("FILE", mustBeReadable);
}

CLI::Validator existingPackage()
{
    return pathCheck("FOLDER", [](const std::filesystem::path &path) {
        const std::string trouble = mustBeReadable(path);
        return !trouble.empty() || isFolder(path) || package::isZipFile(path)
                   ? trouble
                   : displayPath(path) + " is no folder and no ZIP file";
    });
}

CLI::Validator notAnExistingFile()
{
    return pathCheck("FOLDER", [](const std::filesystem::path &path) {
        return isFile(path) ? displayPath(path) + " is a file, not a folder" : std::string();
    });
}

CLI::Validator notAnyExistingFile()
{
    return pathCheck("FOLDER", [](const std::filesystem::path &path) {
        return isFile(path) && !package::isZipFile(path)
                   ? displayPath(path) + " is a file, but no ZIP file and no folder"
                   : std::string();
    });
}

CLI::Validator wholeNumber()
{
    return CLI::Validator(
        [](std::string &text) {
            const bool negative = text.starts_with("-");
            const std::string_view digits = std::string_view(text).substr(negative || text.starts_with("+") ? 1 : 0);
            const auto value = parseUnsigned(digits);
            if (!value || *value > INT64_MAX) {
                return std::string("must be a whole number");
            }
            text = (negative ? "-" : "") + std::to_string(*value);
            return std::string();
        },
        "NUMBER");
}

void addLaterOption(CLI::App &command, std::string &value, const std::string &name)
{
    command.add_option(name, value, "Not available in this version.")->group(laterGroup);
}

void refuseLater(const std::string &value, const std::string &name)
{
    if (!value.empty()) {
        refuse(name, "is not available in this version; it comes with a later one");
    }
}

std::filesystem::path givenPath(std::string_view text)
{
    std::filesystem::path path;
    for (const std::filesystem::path &part : pathFromUtf8(text)) {
        if (part != "." && !part.empty()) {
            path /= part;
        }
    }
    return path.empty() && !text.empty() ? "." : path;
}

std::filesystem::path freePath(std::string_view text, bool replace)
{
    std::filesystem::path path = givenPath(text);
    std::error_code ignored;
    if (!replace && std::filesystem::exists(path, ignored)) {
        throw IoError(ErrorCode::InTheWay, "is there already",
                      ErrorContext{.file = displayPath(path), .field = {}, .chunk = {}});
    }
    return path;
}

void addFlag(CLI::App &command, const std::string &names, bool &value, const std::string &description)
{
    command.add_flag(names, value, description)->disable_flag_override();
}

void requireOneOf(CLI::App &command, const std::vector<OptionPair> &pairs)
{
    for (const auto &[one, other] : pairs) {
        one->excludes(other);
    }
    command.parse_complete_callback([pairs] {
        for (const auto &[one, other] : pairs) {
            if (one->count() + other->count() == 0) {
                throw CLI::RequiredError(one->get_name() + " or " + other->get_name());
            }
        }
    });
}

void addJsonFlag(CLI::App &command, bool &json)
{
    addFlag(command, "--json", json, "Print the result as JSON to standard output.");
}

void addOutputOptions(CLI::App &command, OutputOptions &options)
{
    addFlag(command, "--replace", options.replace,
            "Replace files of an earlier run. Without it they are left alone and the command "
            "stops.");
    addFlag(command, "--no-sync", options.noSync,
            "Do not wait until the files are safely on the disk. Faster; a power cut may lose them.");
}

void addExpectationOptions(CLI::App &command, ExpectationOptions &options)
{
    command
        .add_option(
            "--trusted", options.trustFile,
            "Trust file (streamdesk.trust.v1) for this run: which signing keys are known for which machine. Takes "
            "the place of what you trust otherwise (see trust).")
        ->check(existingPath());
    command
        .add_option("--code", options.code,
                    "Package code that the seller told you. A match proves who signed, and that the package is "
                    "complete and in order.")
        ->type_name("CODE");
}

package::Expectations makeExpectations(const ExpectationOptions &options)
{
    package::Expectations expectations;
    if (!options.code.empty()) {
        expectations.code = stream::normalizePackageCode(options.code);
    }
    const auto file = std::make_shared<const keys::TrustFile>(
        options.trustFile.empty() ? keys::TrustStore().read() : keys::readTrustFile(givenPath(options.trustFile)));
    expectations.trust = [file](const std::string &did, const crypto::Ed25519PublicKey &key,
                                const std::string &firstChunkId) { return file->lookUp(did, key, firstChunkId); };
    return expectations;
}

void say(std::string_view line)
{
    const std::string text = printable(line) + "\n";
    std::fwrite(text.data(), 1, text.size(), stderr);
}

void sayLines(std::string_view lines)
{
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        say(lines.substr(0, end));
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
}

void print(std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
}

std::string finishPrinting()
{
    std::cout.flush();
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0 && std::cout) {
        return {};
    }
    return std::generic_category().message(errno);
}

std::string grouped(std::uint64_t number)
{
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3) {
        text.insert(at - 3, 1, ',');
    }
    return text;
}

std::string describeBytes(std::uint64_t bytes)
{
    constexpr std::array<const char *, 5> units = {"KiB", "MiB", "GiB", "TiB", "PiB"};
    if (bytes < 1024) {
        return std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes");
    }
    double value = static_cast<double>(bytes) / 1024;
    std::size_t unit = 0;
    while (value >= 1023.95 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f %s", value, units[unit]);
    return text.data();
}

} // namespace streamdesk::cli
