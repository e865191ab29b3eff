#include "core/package/grant.h"

#include "core/base/errors.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/package/output_folder.h"
#include "core/package/zip_writer.h"

#include <algorithm>

namespace streamdesk::package {

namespace {

std::vector<std::size_t> positionsOf(const Package &package, const std::vector<ChunkRange> &ranges)
{
    // requireWhole() has seen to it that positions are indices.
    std::vector<std::size_t> positions;
    if (ranges.empty()) {
        positions.resize(package.count());
        for (std::size_t i = 0; i < positions.size(); ++i) {
            positions[i] = i;
        }
    }
    for (const ChunkRange &range : ranges) {
        if (range.last >= package.count()) {
            throw StreamValidationError(ErrorCode::InvalidRange,
                                        "this package has the chunks 0 to " + std::to_string(package.count() - 1)
                                            + ", but " + std::to_string(range.last) + " was asked for",
                                        "--chunks", "chunks of this package");
        }
        for (std::uint64_t index = range.first; index <= range.last; ++index) {
            positions.push_back(index);
        }
    }
    return positions;
}

bool isPackageFile(const std::string &name)
{
    return isEnvelopeName(name) || name == manifestName;
}

GrantResult writeAccessFiles(const Package &package, const std::vector<std::size_t> &positions,
                             const io::StagedFolder &folder, const GrantParams &params, const jobs::JobControl &control)
{
    GrantResult result{.files = {}, .chunks = {}, .chunkCount = positions.size()};
    for (const std::size_t position : positions) {
        appendToRanges(result.chunks, package.index(position));
    }
    stream::buildBuyerAccessFiles(
        package, positions, params.access,
        [&](const stream::BuyerAccessFile &file) {
            const std::string text = stream::writeBuyerAccessFile(file);
            io::writeTextFile(folder.path(file.fileName), text);
            result.files.push_back(GrantResult::File{.name = file.fileName, .bytes = text.size()});
        },
        control);
    return result;
}

GrantResult grantFolder(const Package &package, const std::vector<std::size_t> &positions, const GrantParams &params,
                        const jobs::JobControl &control)
{
    FolderContents contents = surveyFolder(params.outputFolder);
    if (!params.replace && (!contents.packageFiles.empty() || !contents.accessFiles.empty())) {
        throw inTheWay(params.outputFolder, contents);
    }
    // Another buyer's files stay.
    std::erase_if(contents.accessFiles,
                  [&](const std::string &name) { return !name.starts_with(params.access.buyer.spelling + "-"); });

    io::StagedFolder folder(params.outputFolder);
    GrantResult result = writeAccessFiles(package, positions, folder, params, control);
    folder.commit(params.durability, std::nullopt, contents.accessFiles);
    return result;
}

GrantResult grantRelease(const Package &package, const std::vector<std::size_t> &positions, const GrantParams &params,
                         const jobs::JobControl &control)
{
    requireFree(params.release, params.replace);
    std::vector<ChunkRange> withoutData;
    for (const std::size_t position : positions) {
        if (!package.hasCiphertext(position)) {
            appendToRanges(withoutData, package.index(position));
        }
    }
    if (!withoutData.empty()) {
        throw StreamError(ErrorCode::MissingCiphertext,
                          "missing encrypted data for chunk " + describeRanges(withoutData));
    }

    ZipWriter zip(params.release);
    const io::StagedFolder folder(zip.folder());
    const GrantResult result = writeAccessFiles(package, positions, folder, params, control);
    const FolderStore accessFiles(folder.path({}), FolderStore::Reach::Flat);
    const FileStore &envelopes = package.envelopeStore();
    if (envelopes.contains(manifestName)) {
        zip.add(envelopes, manifestName, manifestName);
    }
    for (const GrantResult::File &file : result.files) {
        zip.add(accessFiles, file.name, file.name);
    }
    const auto chunkName = [&](std::size_t position, const char *extension) {
        std::string name = "chunk-" + std::to_string(package.index(position));
        name += extension;
        return name;
    };
    for (std::size_t position = 0; position < package.count(); ++position) {
        zip.add(envelopes, package.envelopeName(position), chunkName(position, ".json"));
    }
    for (const std::size_t position : positions) {
        zip.add(chunkName(position, ".bin"), package.ciphertextSize(position),
                [&package, position] { return package.ciphertext(position); });
    }
    zip.commit(params.durability, control);
    return result;
}

} // namespace

GrantResult grant(const Package &package, const GrantParams &params, const jobs::JobControl &control)
{
    package.requireWhole();
    const std::vector<std::size_t> positions = positionsOf(package, params.chunks);
    const log::Stopwatch watch;
    log::info("package", "granting ", positions.size(), " chunks to ", params.access.buyerRecipientId);
    const GrantResult result = params.release.empty() ? grantFolder(package, positions, params, control)
                                                      : grantRelease(package, positions, params, control);
    log::info("package", "granted them in ", result.files.size(), " access files in ", watch.milliseconds(), " ms");
    return result;
}

AccessReading readAccess(const FileStore &store, const std::string &buyerId, AccessFolder kind)
{
    AccessReading reading;
    bool any = false;
    std::string text;
    for (const std::string &name : store.names()) {
        if (!name.ends_with(".json") || (kind == AccessFolder::Mixed && isPackageFile(name))) {
            continue;
        }
        try {
            store.readText(name, stream::maxAccessFileBytes, text);
            if (kind == AccessFolder::Mixed && !stream::looksLikeBuyerAccessFile(text)) {
                continue;
            }
            any = true;
            const stream::AccessFileReading file = stream::readBuyerAccessFile(text, buyerId, reading.access);
            reading.replaced += file.replaced;
            reading.others += file.others;
        } catch (StreamError &error) {
            error.addContext(ErrorContext{.file = name, .field = {}, .chunk = {}});
            throw;
        }
    }
    log::info("package", reading.access.size(), " access entries for ", buyerId, ", ", reading.replaced,
              " of them came twice; ", reading.others, " for others");
    if (!any) {
        throw StreamError(ErrorCode::NoAccessFiles, "no buyer access files (*.json) found here",
                          ErrorContext{.file = store.displayName(), .field = {}, .chunk = {}});
    }
    return reading;
}

} // namespace streamdesk::package
