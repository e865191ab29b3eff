#include "data.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/io/staging.h"
#include "core/jobs/pipeline.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <span>

namespace streamdesk::cli {

using stream::DataVerdict;

namespace {

[[noreturn]] void refuseExisting(const std::filesystem::path &path)
{
    throw IoError(ErrorCode::InTheWay, "is there already",
                  ErrorContext{.file = displayPath(path), .field = "--output", .chunk = {}});
}

// The results on their way to where they belong.
class ResultWriter
{
public:
    ResultWriter(const ResultOptions &options, package::ReadingSource::Kind kind) : m_options(options)
    {
        const std::filesystem::path target = givenPath(options.output);
        const bool folder = kind == package::ReadingSource::Kind::Folder;
        std::error_code ignored;
        if (folder && options.output.empty()) {
            refuse("--output", "is needed here: the folder for the results");
        }
        if (!options.output.empty() && !options.files.replace && std::filesystem::exists(target, ignored)
            && !(folder && std::filesystem::is_empty(target, ignored))) {
            refuseExisting(target);
        }
        if (folder) {
            m_folder.emplace(target);
        } else if (!options.output.empty()) {
            m_file.emplace(target);
        }
    }

    void write(const std::string &fileName, const std::string &text)
    {
        if (m_folder) {
            io::writeTextFile(m_folder->path(fileName), text);
        } else if (m_file) {
            m_file->file().write(std::as_bytes(std::span(text)));
        } else {
            print(text);
        }
    }

    void commit()
    {
        if (m_folder) {
            m_folder->commit(m_options.files.durability(), std::nullopt, {});
        } else if (m_file) {
            m_file->finishWriting(m_options.files.durability());
            m_file->commit(m_options.files.durability());
        }
    }

private:
    const ResultOptions &m_options;
    std::optional<io::StagedFolder> m_folder;
    std::optional<io::PartFile> m_file;
};

} // namespace

void addInputOptions(CLI::App &command, InputOptions &options, const std::string &whatItIs)
{
    command
        .add_option("INPUT", options.path,
                    whatItIs + ": a JSON file, a folder of them, JSON lines, or - for standard input.")
        ->required()
        ->type_name("PATH");
    addFlag(command, "--lines", options.lines,
            "INPUT is JSON lines: one on each line. So are files called .jsonl and .ndjson.");
}

void addResultOptions(CLI::App &command, ResultOptions &options)
{
    command.add_option("--output", options.output,
                       "File for the result, or folder when INPUT is one. Without it: standard output.");
    addOutputOptions(command, options.files);
}

package::ReadingSource openReadings(const Session &session, const InputOptions &options)
{
    return {givenPath(options.path), options.lines, [&session] { return session.stop.stopRequested(); }};
}

std::string shown(const std::string &text)
{
    return shortened(text, 100);
}

std::string verdictSentence(const stream::DataPackage &package, const stream::DataVerification &verification)
{
    const std::string did = shown(package.did);
    const std::string recovered = verification.recovered ? crypto::addressText(*verification.recovered) : std::string();
    switch (verification.verdict) {
    case DataVerdict::Intact:
        return "Intact: signed by " + did + ".";
    case DataVerdict::NotSignedByDid:
        return "Not signed by " + did
               + ": it was changed after signing, or another key signed it. If nothing was changed, that key is the "
                 "one of "
               + recovered + ".";
    case DataVerdict::InvalidSignature:
        return "No valid signature: what stands in its place cannot have been made by any key.";
    case DataVerdict::InvalidDid:
        return "Not checkable as it is: \"" + did
               + "\" is no DID that says whose signature to expect (did:peaq:0x and 40 hex digits).";
    case DataVerdict::NotCheckable:
        return "Not checkable here: which key belongs to " + did + " only the chain knows."
               + (recovered.empty() ? std::string()
                                    : " If nothing was changed, the key of " + recovered + " signed it.");
    }
    return {};
}

std::uint64_t forEachReading(package::ReadingSource &source, const jobs::JobControl &control,
                             const std::function<std::string(const package::Reading &, std::uint64_t)> &work,
                             const std::function<void(WorkedReading &)> &done)
{
    constexpr std::size_t memoryBudget = std::size_t{64} << 20U;
    constexpr std::size_t usualSize = std::size_t{1} << 20U;
    std::uint64_t count = 0;
    jobs::runPipeline(
        jobs::PipelineShape::fitting(usualSize, memoryBudget), control,
        [] { return std::make_unique<WorkedReading>(); },
        [&](std::unique_ptr<WorkedReading> &slot) {
            slot->number = count;
            const bool more = source.next(slot->reading);
            count += more ? 1 : 0;
            return more;
        },
        [&](std::unique_ptr<WorkedReading> &slot) {
            slot->error = nullptr;
            try {
                slot->result = work(slot->reading, slot->number);
            } catch (StreamError &error) {
                error.addContext(ErrorContext{.file = slot->reading.name, .field = {}, .chunk = {}});
                slot->error = std::current_exception();
            }
        },
        [&](std::unique_ptr<WorkedReading> &slot) { done(*slot); });
    return count;
}

std::uint64_t convertReadings(Session &session, const InputOptions &input, const ResultOptions &result,
                              const std::function<std::string(const package::Reading &, std::uint64_t, bool)> &work)
{
    package::ReadingSource source = openReadings(session, input);
    ResultWriter writer(result, source.kind());
    const bool pretty = source.kind() != package::ReadingSource::Kind::Lines;
    const std::uint64_t count = forEachReading(
        source, jobs::JobControl{.stop = &session.stop, .progress = {}},
        [&](const package::Reading &reading, std::uint64_t number) { return work(reading, number, pretty); },
        [&](WorkedReading &reading) {
            if (reading.error) {
                std::rethrow_exception(reading.error);
            }
            writer.write(reading.reading.fileName, reading.result);
        });
    writer.commit();
    return count;
}

void addData(CLI::App &app, Session &session)
{
    CLI::App *const data =
        app.add_subcommand("data", "Signed readings of a machine: sign them, check them, open encrypted fields.");
    data->require_subcommand(1);
    data->footer("Example: the machine's side\n"
                 "  stream-desk-cli data sign day.jsonl --signing-key-file machine.key \\\n"
                 "    --rules rules.json --output signed.jsonl\n\n"
                 "and the buyer's\n"
                 "  stream-desk-cli data verify signed.jsonl\n"
                 "  stream-desk-cli data open signed.jsonl --field-key-file fields.key");
    addDataSign(*data, session);
    addDataVerify(*data, session);
    addDataOpen(*data, session);
}

} // namespace streamdesk::cli
