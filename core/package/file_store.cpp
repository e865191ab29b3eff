#include "core/package/file_store.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/io/file.h"
#include "core/io/staging.h"
#include "core/package/entry_name.h"
#include "core/package/zip_directory.h"
#include "core/package/zip_store.h"

#include <algorithm>
#include <system_error>

namespace streamdesk::package {

namespace {

class FileReader : public stream::CiphertextReader
{
public:
    explicit FileReader(io::File file) : m_file(std::move(file)) {}

    [[nodiscard]] std::uint64_t size() const override { return m_file.size(); }
    [[nodiscard]] std::size_t readAt(std::span<std::byte> out, std::uint64_t offset) const override
    {
        return m_file.readAt(out, offset);
    }

private:
    io::File m_file;
};

[[noreturn]] void fail(ErrorCode code, const std::filesystem::path &path, const std::string &message)
{
    throw IoError(code, message, ErrorContext{.file = displayPath(path), .field = {}, .chunk = {}});
}

// A folder that is not in the place of a chunk's file.
bool isSubfolder(const io::FolderEntry &entry)
{
    return entry.isFolder && !isEnvelopeName(entry.name) && !chunkNumber(entry.name, ".bin");
}

} // namespace

FolderStore::FolderStore(std::filesystem::path folder, Reach reach) : m_folder(std::move(folder))
{
    std::vector<std::filesystem::path> subfolders;
    for (io::FolderEntry &entry : io::listFolder(m_folder, io::Marks::NotAsked)) {
        if (io::isStagingName(entry.name) || isSystemLeftover(entry.name)) {
            continue; // a run that goes on or was killed, or the operating system, left it
        }
        if (isSubfolder(entry)) {
            subfolders.push_back(m_folder / pathFromUtf8(entry.name));
        } else {
            m_names.push_back(std::move(entry.name));
        }
    }
    std::sort(m_names.begin(), m_names.end());
    if (reach == Reach::Nested && std::none_of(m_names.begin(), m_names.end(), isEnvelopeName)) {
        std::sort(subfolders.begin(), subfolders.end());
        for (const std::filesystem::path &subfolder : subfolders) {
            addFilesOf(subfolder);
        }
    }
}

void FolderStore::addFilesOf(const std::filesystem::path &folder)
{
    for (const io::FolderEntry &entry : io::listFolder(folder, io::Marks::NotAsked)) {
        const std::string &name = entry.name;
        if (isSystemLeftover(name) || isSubfolder(entry)) {
            continue;
        }
        const auto [place, added] = m_deep.emplace(name, folder / pathFromUtf8(name));
        // Access files may lie twice, in both spellings; two packages in one folder are a mistake.
        if (!added && name.starts_with("chunk-")) {
            fail(ErrorCode::DuplicateChunk, m_folder,
                 "holds " + name + " in several subfolders; name the folder of one package");
        }
    }
}

std::filesystem::path FolderStore::pathOf(const std::string &name) const
{
    if (!m_deep.empty() && !std::binary_search(m_names.begin(), m_names.end(), name)) {
        if (const auto deep = m_deep.find(name); deep != m_deep.end()) {
            return deep->second;
        }
    }
    return m_folder / pathFromUtf8(name);
}

std::string FolderStore::displayName() const
{
    return displayPath(m_folder);
}

std::vector<std::string> FolderStore::names() const
{
    std::vector<std::string> all = m_names;
    if (m_deep.empty()) {
        return all;
    }
    for (const auto &[name, path] : m_deep) {
        if (!std::binary_search(m_names.begin(), m_names.end(), name)) {
            all.push_back(name);
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

bool FolderStore::contains(const std::string &name) const
{
    return std::binary_search(m_names.begin(), m_names.end(), name) || m_deep.contains(name);
}

bool FolderStore::isFile(const std::string &name) const
{
    std::error_code ignored;
    return std::filesystem::is_regular_file(pathOf(name), ignored);
}

std::uint64_t FolderStore::size(const std::string &name) const
{
    std::error_code error;
    const std::uintmax_t bytes = std::filesystem::file_size(pathOf(name), error);
    return error ? 0 : bytes;
}

void FolderStore::readText(const std::string &name, std::size_t maxBytes, std::string &text) const
{
    io::readTextFile(pathOf(name), maxBytes, text);
}

std::unique_ptr<stream::CiphertextReader> FolderStore::open(const std::string &name) const
{
    return std::make_unique<FileReader>(io::File::openForReading(pathOf(name)));
}

std::shared_ptr<const FileStore> openStore(const std::filesystem::path &path, FolderStore::Reach reach)
{
    if (isZipFile(path)) {
        return std::make_shared<ZipStore>(path);
    }
    return std::make_shared<FolderStore>(path, reach);
}

bool isEnvelopeName(std::string_view name) noexcept
{
    return name.starts_with("chunk-") && name.ends_with(".json");
}

std::optional<std::uint64_t> chunkNumber(std::string_view name, std::string_view extension) noexcept
{
    constexpr std::string_view prefix = "chunk-";
    if (!name.starts_with(prefix) || !name.ends_with(extension) || name.size() <= prefix.size() + extension.size()) {
        return std::nullopt;
    }
    const auto number = parseUnsigned(name.substr(prefix.size(), name.size() - prefix.size() - extension.size()));
    return number && *number <= stream::largestIndex ? number : std::nullopt;
}

std::optional<std::uint64_t> copyNumber(std::string_view name) noexcept
{
    constexpr std::string_view prefix = "chunk-";
    constexpr std::string_view extension = ".bin";
    if (!name.starts_with(prefix) || !name.ends_with(extension)) {
        return std::nullopt;
    }
    const std::size_t digitsEnd = std::min(name.find_first_not_of("0123456789", prefix.size()), name.size());
    return parseUnsigned(name.substr(prefix.size(), digitsEnd - prefix.size()));
}

} // namespace streamdesk::package
