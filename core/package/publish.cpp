#include "core/package/publish.h"

#include "core/base/errors.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/base/utc.h"
#include "core/package/file_store.h"
#include "core/package/output_folder.h"
#include "core/package/zip_directory.h"
#include "core/package/zip_writer.h"

#include <memory>

namespace streamdesk::package {

namespace {

class FileWriter : public stream::CiphertextWriter
{
public:
    FileWriter(const std::filesystem::path &path, io::Durability durability)
        : m_file(io::File::create(path)), m_durability(durability)
    {
    }

    void write(std::span<const std::byte> bytes) override { m_file.write(bytes); }
    void close() override
    {
        if (m_durability == io::Durability::Synced) {
            m_file.beginSync();
        }
        m_file.close();
    }

private:
    io::File m_file;
    io::Durability m_durability;
};

class FolderSink : public stream::ChunkSink
{
public:
    FolderSink(const io::StagedFolder &folder, io::Durability durability) : m_folder(folder), m_durability(durability)
    {
    }

    [[nodiscard]] std::unique_ptr<stream::CiphertextWriter> newCiphertext(std::uint64_t index) override
    {
        return std::make_unique<FileWriter>(m_folder.path("chunk-" + std::to_string(index) + ".bin"), m_durability);
    }

    void addEnvelope(const stream::ChunkEnvelope &envelope) override
    {
        log::trace("package", "writing chunk ", envelope.index);
        io::writeTextFile(m_folder.path("chunk-" + std::to_string(envelope.index) + ".json"),
                          stream::writeEnvelope(envelope));
    }

private:
    const io::StagedFolder &m_folder;
    const io::Durability m_durability;
};

// Writes the whole package into the staged folder.
PublishResult build(stream::ByteSource &source, const io::StagedFolder &folder, const PublishParams &params,
                    const jobs::JobControl &control)
{
    FolderSink sink(folder, params.durability);
    const stream::BuiltChain chain = stream::buildChunkChain(source, sink, params.chain, params.expectedBytes, control);
    PublishResult result{.manifest = {.schemaVersion = std::string(stream::chunkSchema),
                                      .sourceHash = chain.sourceHash,
                                      .totalChunks = chain.totalChunks,
                                      .chunkSize = params.chain.config.chunkSize,
                                      .machineDid = params.chain.machineDid,
                                      .createdAt = utcNow(TimePrecision::Seconds),
                                      .s3Bucket = {},
                                      .s3Prefix = {}},
                         .path = {},
                         .totalBytes = chain.totalBytes};
    io::writeTextFile(folder.path(manifestName), stream::writeManifest(result.manifest));
    return result;
}

PublishResult publishFolder(stream::ByteSource &source, const PublishParams &params, const jobs::JobControl &control)
{
    const FolderContents contents = surveyFolder(params.outputFolder);
    if (!params.replace && (!contents.packageFiles.empty() || !contents.accessFiles.empty())) {
        throw inTheWay(params.outputFolder, contents);
    }
    io::StagedFolder folder(params.outputFolder);
    PublishResult result = build(source, folder, params, control);
    folder.commit(params.durability, manifestName, contents.packageFiles);
    result.path = params.outputFolder / manifestName;
    return result;
}

PublishResult publishArchive(stream::ByteSource &source, const PublishParams &params, const jobs::JobControl &control)
{
    requireFree(params.outputArchive, params.replace);
    constexpr std::uint64_t mostChunks = (maxZipEntries - 1) / 2;
    const std::uint64_t chunkSize = params.chain.config.chunkSize;
    if (chunkSize != 0 && params.expectedBytes / chunkSize > mostChunks) {
        throw IoError(ErrorCode::ArchiveLimit,
                      "would have over " + std::to_string(mostChunks)
                          + " chunks, the most a ZIP package may have; make the chunks larger, or write a folder",
                      ErrorContext{.file = displayPath(params.outputArchive), .field = {}, .chunk = {}});
    }

    ZipWriter zip(params.outputArchive);
    const io::StagedFolder folder(zip.folder());
    PublishResult result = build(source, folder, params, control);
    const FolderStore files(folder.path({}), FolderStore::Reach::Flat);
    zip.add(files, manifestName, manifestName);
    for (const char *const extension : {".json", ".bin"}) {
        for (std::uint64_t index = 0; index < *result.manifest.totalChunks; ++index) {
            std::string name = "chunk-" + std::to_string(index);
            name += extension;
            zip.add(files, name, name);
        }
    }
    zip.commit(params.durability, control);
    result.path = params.outputArchive;
    return result;
}

} // namespace

PublishResult publish(stream::ByteSource &source, const PublishParams &params, const jobs::JobControl &control)
{
    const bool archive = !params.outputArchive.empty();
    const log::Stopwatch watch;
    log::info("package", "publishing to ", archive ? params.outputArchive : params.outputFolder, " in chunks of ",
              params.chain.config.chunkSize, " bytes");
    const PublishResult result =
        archive ? publishArchive(source, params, control) : publishFolder(source, params, control);
    log::info("package", "published ", result.totalBytes, " bytes as ", *result.manifest.totalChunks, " chunks in ",
              watch.milliseconds(), " ms");
    return result;
}

} // namespace streamdesk::package
