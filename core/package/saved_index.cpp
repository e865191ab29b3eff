#include "core/package/saved_index.h"

#include "core/base/log.h"
#include "core/base/text.h"
#include "core/crypto/hex.h"
#include "core/io/staging.h"
#include "core/package/byte_reader.h"

#include <algorithm>
#include <span>
#include <system_error>
#include <vector>

namespace streamdesk::package {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view magic = "SDINDEX1";
constexpr const char *extension = ".index";
constexpr std::size_t mostPathBytes = 32'768;
constexpr std::size_t mostFootprintBytes = 256;

std::string keyOf(const fs::path &package)
{
    const std::u8string text = fs::absolute(package).lexically_normal().u8string();
    return {reinterpret_cast<const char *>(text.data()), text.size()};
}

std::string_view textOf(const crypto::Digest &digest)
{
    return {reinterpret_cast<const char *>(digest.data()), digest.size()};
}

void removeOldest(const fs::path &folder)
{
    std::vector<std::pair<fs::file_time_type, fs::path>> files;
    for (const fs::directory_entry &entry : fs::directory_iterator(folder)) {
        std::error_code failed;
        const auto time = entry.last_write_time(failed);
        if (!failed && entry.path().extension() == extension) {
            files.emplace_back(time, entry.path());
        }
    }
    if (files.size() > mostSavedIndexes) {
        std::sort(files.begin(), files.end());
        files.resize(files.size() - mostSavedIndexes);
        for (const auto &[time, path] : files) {
            fs::remove(path);
        }
    }
}

} // namespace

std::string encodeIndex(const ChunkIndex &index, std::string_view package, std::string_view footprint)
{
    std::string body;
    appendText(body, package);
    appendText(body, footprint);
    index.appendTo(body);
    std::string bytes(magic);
    appendNumber(bytes, std::uint64_t{body.size()});
    bytes += textOf(crypto::sha256(body));
    return bytes + body;
}

std::optional<ChunkIndex> decodeIndex(std::string_view bytes, std::string_view package, std::string_view footprint)
{
    ByteReader reader(bytes);
    if (reader.take(magic.size()) != magic
        || reader.number<std::uint64_t>() + sizeof(crypto::Digest) != reader.left()) {
        return std::nullopt;
    }
    const std::string_view digest = reader.take(sizeof(crypto::Digest));
    const std::string_view body = reader.take(reader.left());
    if (reader.failed() || digest != textOf(crypto::sha256(body))) {
        return std::nullopt;
    }
    ByteReader inside(body);
    if (inside.text(mostPathBytes) != package || inside.text(mostFootprintBytes) != footprint || inside.failed()) {
        return std::nullopt;
    }
    return ChunkIndex::fromBytes(inside.take(inside.left()));
}

fs::path savedIndexPath(const fs::path &folder, const fs::path &package)
{
    constexpr std::size_t nameBytes = 16;
    const crypto::Digest digest = crypto::sha256(keyOf(package));
    return folder / (crypto::toHex(std::span(digest).first(nameBytes)) + extension);
}

bool saveIndex(const fs::path &folder, const fs::path &package, std::string_view footprint,
               const ChunkIndex &index) noexcept
{
    try {
        if (index.count() < fewestSavedChunks || index.count() > mostSavedChunks) {
            return false;
        }
        const std::string bytes = encodeIndex(index, keyOf(package), footprint);
        if (bytes.size() > mostSavedIndexBytes) {
            return false;
        }
        io::putFile(savedIndexPath(folder, package), std::as_bytes(std::span(bytes)), io::Durability::NotSynced);
        removeOldest(folder);
        return true;
    } catch (const std::exception &error) {
        log::info("package", "no index was saved: ", error.what());
        return false;
    }
}

std::shared_ptr<const ChunkIndex> loadIndex(const fs::path &folder, const fs::path &package,
                                            std::string_view footprint) noexcept
{
    try {
        const fs::path path = savedIndexPath(folder, package);
        if (!fs::exists(path)) {
            return nullptr;
        }
        std::string bytes;
        const io::File file = io::File::openForReading(path);
        if (file.size() > mostSavedIndexBytes) {
            return nullptr;
        }
        bytes.resize(static_cast<std::size_t>(file.size()));
        bytes.resize(file.readAt(std::as_writable_bytes(std::span(bytes)), 0));
        auto index = decodeIndex(bytes, keyOf(package), footprint);
        log::debug("package", index ? "the saved index is used" : "the saved index is of no use");
        return index ? std::make_shared<const ChunkIndex>(std::move(*index)) : nullptr;
    } catch (const std::exception &error) {
        log::info("package", "the saved index cannot be read: ", error.what());
        return nullptr;
    }
}

} // namespace streamdesk::package
