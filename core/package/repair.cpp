#include "core/package/repair.h"

#include "core/base/errors.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/base/utc.h"
#include "core/io/replacing.h"
#include "core/package/output_folder.h"
#include "core/package/zip_writer.h"

#include <array>
#include <set>
#include <system_error>
#include <utility>

namespace streamdesk::package {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t blockSize = std::size_t{256} << 10U;

// The new files, in the stage.
class Stager
{
public:
    Stager(const RepairPlan &plan, const io::StagedFolder &stage, const jobs::JobControl &control)
        : m_plan(plan), m_stage(stage), m_control(control)
    {
        m_progress.bytesTotal = plan.bytes();
        m_progress.chunksTotal = plan.mends.size();
    }

    std::vector<std::string> run()
    {
        for (const RepairPlan::Mend &mend : m_plan.mends) {
            m_control.checkStop();
            std::optional<stream::CiphertextFacts> ciphertext;
            if (mend.ciphertext) {
                ciphertext = fetchCiphertext(mend);
            }
            if (mend.envelope) {
                fetchEnvelope(mend, ciphertext);
            }
            ++m_progress.chunksDone;
            m_control.report(m_progress);
        }
        if (m_plan.manifestFrom) {
            fetchManifest(sourceOf(*m_plan.manifestFrom));
        }
        return std::move(m_written);
    }

private:
    [[nodiscard]] const FileStore &sourceOf(std::size_t copy) const { return m_plan.copies[copy].of.source->store(); }

    static void requireSame(bool same, const FileStore &store, const std::string &name)
    {
        if (!same) {
            throw StreamError(ErrorCode::FileChanged, "is no longer what it was a moment ago",
                              ErrorContext{.file = store.displayName() + "/" + name, .field = {}, .chunk = {}});
        }
    }

    stream::CiphertextFacts fetchCiphertext(const RepairPlan::Mend &mend)
    {
        const FileStore &store = sourceOf(mend.ciphertext->copy);
        const auto reader = store.open(mend.ciphertext->name);
        const std::string name = chunkFileName(mend.index, ".bin");
        io::File file = io::File::create(m_stage.path(name));
        crypto::Sha256 hash;
        std::uint64_t offset = 0;
        for (std::size_t n = m_buffer.size(); n == m_buffer.size(); offset += n) {
            m_control.checkStop();
            n = reader->readAt(m_buffer, offset);
            requireSame(offset + n <= mend.ciphertextBytes, store, mend.ciphertext->name); // it may grow for ever
            hash.update(std::span(m_buffer).first(n));
            file.write(std::span(m_buffer).first(n));
            m_progress.bytesDone += n;
            m_control.report(m_progress);
        }
        file.beginSync();
        file.close();
        const stream::CiphertextFacts facts{.hash = hash.finish(), .size = offset};
        requireSame(facts.hash == mend.ciphertextHash, store, mend.ciphertext->name);
        m_written.push_back(name);
        return facts;
    }

    void fetchEnvelope(const RepairPlan::Mend &mend, const std::optional<stream::CiphertextFacts> &ciphertext)
    {
        const FileStore &store = sourceOf(mend.envelope->copy);
        std::string text;
        store.readText(mend.envelope->name, stream::maxEnvelopeBytes, text);
        const stream::EnvelopeReading reading = stream::readEnvelope(text, m_document);
        const stream::ChunkCheck check = stream::checkChunk(reading, ciphertext);
        requireSame(passes(check) && reading.hasIndex && reading.envelope.index == mend.index
                        && check.chunkId == mend.chunkId && check.declaredHash == mend.ciphertextHash
                        && check.signer == m_plan.subject.identity->signer
                        && check.machineDid == m_plan.subject.identity->machineDid,
                    store, mend.envelope->name);
        write(chunkFileName(mend.index, ".json"), text);
    }

    void fetchManifest(const FileStore &store)
    {
        std::string text;
        store.readText(manifestName, stream::maxManifestBytes, text);
        requireSame(stream::readManifest(text).machineDid == m_plan.subject.identity->machineDid, store, manifestName);
        write(manifestName, text);
    }

    void write(const std::string &name, const std::string &text)
    {
        io::writeTextFile(m_stage.path(name), text);
        m_written.push_back(name);
    }

    const RepairPlan &m_plan;
    const io::StagedFolder &m_stage;
    const jobs::JobControl &m_control;
    json::Document m_document;
    std::vector<std::byte> m_buffer = std::vector<std::byte>(blockSize);
    jobs::Progress m_progress;
    std::vector<std::string> m_written;
};

std::vector<std::string> leaving(const RepairPlan &plan)
{
    std::vector<std::string> names;
    for (const RepairPlan::Mend &mend : plan.mends) {
        names.insert(names.end(), mend.leaving.begin(), mend.leaving.end());
    }
    return names;
}

// ---- into the folder itself

// The folder that new envelopes and ciphertexts go to: that of the others, which may be below the package's.
fs::path folderOf(const FolderStore &store, bool ciphertexts)
{
    for (const std::string &name : store.names()) {
        if (ciphertexts ? chunkNumber(name, ".bin").has_value() : isEnvelopeName(name)) {
            return store.pathOf(name).parent_path();
        }
    }
    return ciphertexts ? folderOf(store, false) : store.path();
}

// "NAME replaced 2026-11-22", and a number when there is such a folder already.
fs::path freeName(const fs::path &folder, const fs::path &name)
{
    constexpr std::size_t dateLength = 10;
    fs::path wanted = folder / name;
    wanted += (name.empty() ? "replaced " : " replaced ") + utcNow(TimePrecision::Seconds).substr(0, dateLength);
    fs::path free = wanted;
    std::error_code ignored;
    for (int number = 2; fs::exists(fs::symlink_status(free, ignored)); ++number) {
        free = wanted;
        free += " (" + std::to_string(number) + ")";
    }
    return free;
}

std::vector<fs::path> placesToKeep(const fs::path &package, const fs::path &envelopes)
{
    std::vector<fs::path> places;
    std::error_code error;
    fs::path whole = fs::absolute(package, error).lexically_normal();
    whole = whole.has_filename() ? whole : whole.parent_path();
    if (!error && whole.has_filename()) {
        places.push_back(freeName(whole.parent_path(), whole.filename()));
    }
    places.push_back(freeName(envelopes, {}));
    return places;
}

RepairResult repairFolder(const FolderStore &store, const RepairPlan &plan, const RepairParams &params,
                          const jobs::JobControl &control)
{
    const fs::path envelopes = folderOf(store, false);
    const fs::path ciphertexts = folderOf(store, true);
    const io::StagedFolder stage(envelopes);
    RepairResult result{.package = store.path(), .replacedFolder = {}, .written = {}, .takenAway = leaving(plan)};
    result.written = Stager(plan, stage, control).run();
    if (params.durability == io::Durability::Synced) {
        io::syncTree(stage.path({}));
    }

    std::vector<io::Replacement> replacements;
    for (const std::string &name : result.written) {
        const fs::path &folder = chunkNumber(name, ".bin") ? ciphertexts : envelopes;
        replacements.push_back(
            {.from = stage.path(name), .to = store.contains(name) ? store.pathOf(name) : folder / name});
    }
    for (const std::string &name : result.takenAway) {
        replacements.push_back({.from = {}, .to = store.pathOf(name)});
    }
    const fs::path scratch = stage.path("replaced");
    io::createDirectory(scratch);
    const auto places = params.keepReplaced ? placesToKeep(store.path(), envelopes) : std::vector<fs::path>();
    result.replacedFolder =
        io::replaceKeeping(replacements, scratch, places, params.durability, [&] { control.checkStop(); });
    return result;
}

// ---- into a new ZIP file

RepairResult repairInto(const Package &package, const RepairPlan &plan, const RepairParams &params,
                        const jobs::JobControl &control)
{
    requireFree(params.output, params.replaceOutput);
    ZipWriter zip(params.output);
    const io::StagedFolder stage(zip.folder());
    RepairResult result{.package = params.output, .replacedFolder = {}, .written = {}, .takenAway = leaving(plan)};
    result.written = Stager(plan, stage, control).run();

    std::set<std::string> notTaken(result.written.begin(), result.written.end());
    notTaken.insert(result.takenAway.begin(), result.takenAway.end());
    const FileStore &old = package.envelopeStore();
    for (const std::string &name : old.names()) {
        if (!notTaken.contains(name) && old.isFile(name)) {
            zip.add(old, name, name);
        }
    }
    const FolderStore staged(stage.path({}), FolderStore::Reach::Flat);
    for (const std::string &name : result.written) {
        zip.add(staged, name, name);
    }
    zip.commit(params.durability, control);
    return result;
}

} // namespace

RepairResult repair(const Package &package, const RepairPlan &plan, const RepairParams &params,
                    const jobs::JobControl &control)
{
    const auto *const folder = dynamic_cast<const FolderStore *>(&package.envelopeStore());
    if (params.output.empty() && folder == nullptr) {
        throw IoError(ErrorCode::NotADirectory, "is a ZIP file, which is not changed in place",
                      ErrorContext{.file = package.envelopeStore().displayName(), .field = {}, .chunk = {}});
    }
    RepairResult result = params.output.empty() ? repairFolder(*folder, plan, params, control)
                                                : repairInto(package, plan, params, control);
    log::info("package", "repaired: ", result.written.size(), " new files, ", result.takenAway.size(),
              " taken away, in ", result.package);
    return result;
}

fs::path repairedName(const fs::path &zip)
{
    std::error_code ignored;
    for (int number = 1;; ++number) {
        fs::path name = zip.parent_path() / zip.stem();
        name += number == 1 ? " repaired.zip" : " repaired (" + std::to_string(number) + ").zip";
        if (!fs::exists(fs::symlink_status(name, ignored))) {
            return name;
        }
    }
}

} // namespace streamdesk::package
