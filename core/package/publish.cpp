#include "core/package/publish.h"

#include "core/base/errors.h"
#include "core/package/file_store.h"
#include "core/package/output_folder.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <memory>

namespace streamdesk::package {

namespace {

class FileWriter : public stream::CiphertextWriter
{
public:
    explicit FileWriter(const std::filesystem::path &path) : m_file(io::File::create(path)) {}

    void write(std::span<const std::byte> bytes) override { m_file.write(bytes); }
    void close() override { m_file.close(); }

private:
    io::File m_file;
};

class FolderSink : public stream::ChunkSink
{
public:
    explicit FolderSink(const io::StagedFolder &folder) : m_folder(folder) {}

    [[nodiscard]] std::unique_ptr<stream::CiphertextWriter> newCiphertext(std::uint64_t index) override
    {
        return std::make_unique<FileWriter>(m_folder.path("chunk-" + std::to_string(index) + ".bin"));
    }

    void addEnvelope(const stream::ChunkEnvelope &envelope) override
    {
        io::writeTextFile(m_folder.path("chunk-" + std::to_string(envelope.index) + ".json"),
                          stream::writeEnvelope(envelope));
    }

private:
    const io::StagedFolder &m_folder;
};

// "2026-11-22T09:00:00Z", as the reference writes createdAt.
std::string utcNow()
{
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto today = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::year_month_day date(today);
    const std::chrono::hh_mm_ss time(now - today);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text.data();
}

} // namespace

PublishResult publish(stream::ByteSource &source, const PublishParams &params, const jobs::JobControl &control)
{
    const FolderContents contents = surveyFolder(params.outputFolder);
    if (!params.replace && (!contents.packageFiles.empty() || !contents.accessFiles.empty())) {
        throw inTheWay(params.outputFolder, contents);
    }

    io::StagedFolder folder(params.outputFolder);
    FolderSink sink(folder);
    const stream::BuiltChain chain = stream::buildChunkChain(source, sink, params.chain, params.expectedBytes, control);
    PublishResult result{.manifest = {.schemaVersion = std::string(stream::chunkSchema),
                                      .sourceHash = chain.sourceHash,
                                      .totalChunks = chain.totalChunks,
                                      .chunkSize = params.chain.config.chunkSize,
                                      .machineDid = params.chain.machineDid,
                                      .createdAt = utcNow(),
                                      .s3Bucket = {},
                                      .s3Prefix = {}},
                         .manifestPath = params.outputFolder / manifestName,
                         .totalBytes = chain.totalBytes};
    io::writeTextFile(folder.path(manifestName), stream::writeManifest(result.manifest));
    folder.commit(params.durability, manifestName, contents.packageFiles);
    return result;
}

} // namespace streamdesk::package
