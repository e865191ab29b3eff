#include "core/io/staging.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/crypto/hex.h"
#include "core/crypto/random.h"

#include <array>
#include <set>
#include <utility>

namespace streamdesk::io {

namespace {

// ".<random>.part"
std::string randomEnding()
{
    std::array<std::byte, 5> bytes{};
    crypto::randomBytes(bytes);
    std::string ending = ".";
    crypto::appendHex(ending, bytes);
    ending += ".part";
    return ending;
}

std::filesystem::path folderOf(const std::filesystem::path &file)
{
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

std::filesystem::path partName(const std::filesystem::path &target)
{
    // Most file systems end at 255. A name that is just within gets a short one meanwhile; one that is beyond fails
    // now.
    constexpr std::size_t longestName = 255;
    const std::string ending = randomEnding();
    const std::size_t length = target.filename().native().size();
    if (length + ending.size() > longestName && length <= longestName) {
        return folderOf(target) / ending;
    }
    std::filesystem::path name = target;
    name += ending;
    return name;
}

// "out/" and "out" are the same folder, but only the second has a name to put something beside.
std::filesystem::path withoutTrailingSlash(const std::filesystem::path &path)
{
    return path.has_filename() ? path : path.parent_path();
}

} // namespace

PartFile::PartFile(std::filesystem::path target) : m_target(std::move(target))
{
    makeDirectories(folderOf(m_target));
    std::filesystem::path part = partName(m_target);
    m_file = File::create(part);
    m_part = std::move(part);
}

PartFile::~PartFile()
{
    if (!m_part.empty()) {
        m_file = File();
        std::error_code ignored;
        std::filesystem::remove(m_part, ignored);
    }
}

PartFile::PartFile(PartFile &&other) noexcept
    : m_target(std::move(other.m_target)), m_part(std::exchange(other.m_part, {})), m_file(std::move(other.m_file))
{
}

void PartFile::finishWriting(Durability durability)
{
    if (durability == Durability::Synced) {
        m_file.sync();
    }
    m_file.close();
}

void PartFile::commit(Durability durability)
{
    replaceFile(m_part, m_target);
    m_part.clear();
    if (durability == Durability::Synced) {
        syncDirectory(folderOf(m_target));
    }
}

StagedFolder::StagedFolder(const std::filesystem::path &target) : m_target(withoutTrailingSlash(target))
{
    std::error_code ignored;
    m_targetExists = std::filesystem::exists(m_target, ignored);
    if (m_targetExists) {
        makeDirectories(m_target); // says so when a file is in the way
        m_stage = m_target / randomEnding();
    } else {
        makeDirectories(folderOf(m_target));
        m_stage = partName(m_target);
    }
    makeDirectories(m_stage);
}

StagedFolder::~StagedFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_stage, ignored);
}

void StagedFolder::commit(Durability durability, const std::optional<std::string> &last,
                          const std::vector<std::string> &obsolete)
{
    const bool synced = durability == Durability::Synced;
    if (synced) {
        syncTree(m_stage);
    }
    if (!m_targetExists) {
        replaceFile(m_stage, m_target);
        if (synced) {
            syncDirectory(folderOf(m_target));
        }
        return;
    }

    std::error_code error;
    if (last) {
        std::filesystem::remove(m_target / *last, error);
    }
    std::set<std::filesystem::path> staged;
    for (std::filesystem::directory_iterator entry(m_stage, error), end; entry != end; entry.increment(error)) {
        staged.insert(entry->path().filename());
    }
    if (error) {
        throw IoError(ErrorCode::IoFailed, "cannot be read: " + error.message(),
                      ErrorContext{.file = displayPath(m_stage), .field = {}, .chunk = {}});
    }
    for (const std::filesystem::path &name : staged) {
        if (name != last) {
            replaceFile(m_stage / name, m_target / name);
        }
    }
    for (const std::string &name : obsolete) {
        if (!staged.contains(name)) {
            std::filesystem::remove(m_target / name, error);
        }
    }
    if (synced) {
        syncDirectory(m_target);
    }
    if (last && staged.contains(*last)) {
        replaceFile(m_stage / *last, m_target / *last);
        if (synced) {
            syncDirectory(m_target);
        }
    }
}

} // namespace streamdesk::io
