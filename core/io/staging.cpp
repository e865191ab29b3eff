#include "core/io/staging.h"

#include "core/base/errors.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/crypto/hex.h"
#include "core/crypto/random.h"

#include <array>
#include <set>
#include <utility>

namespace streamdesk::io {

namespace {

constexpr std::size_t randomBytesInName = 5;
constexpr std::string_view partSuffix = ".part";

// ".<random>.part"
std::string randomEnding()
{
    std::array<std::byte, randomBytesInName> bytes{};
    crypto::randomBytes(bytes);
    std::string ending = ".";
    crypto::appendHex(ending, bytes);
    ending += partSuffix;
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

std::set<std::filesystem::path> namesIn(const std::filesystem::path &folder)
{
    std::set<std::filesystem::path> names;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; entry != end; entry.increment(error)) {
        names.insert(entry->path().filename());
    }
    if (error) {
        throw IoError(ErrorCode::IoFailed, "cannot be read: " + error.message(),
                      ErrorContext{.file = displayPath(folder), .field = {}, .chunk = {}});
    }
    return names;
}

// Several files change their places, or none: what was moved goes back unless keep() is called.
class Moves
{
public:
    Moves() = default;
    ~Moves()
    {
        std::error_code ignored;
        for (auto move = m_done.rbegin(); move != m_done.rend(); ++move) {
            std::filesystem::rename(move->second, move->first, ignored);
        }
    }
    Moves(const Moves &) = delete;
    Moves &operator=(const Moves &) = delete;

    void move(const std::filesystem::path &from, const std::filesystem::path &to)
    {
        replaceFile(from, to);
        m_done.emplace_back(from, to);
    }
    void keep() noexcept { m_done.clear(); }

private:
    std::vector<std::pair<std::filesystem::path, std::filesystem::path>> m_done;
};

} // namespace

bool isStagingName(std::string_view name) noexcept
{
    constexpr std::string_view digits = "0123456789abcdef";
    const std::size_t length = randomBytesInName * 2 + partSuffix.size() + 1;
    if (name.size() < length || !name.ends_with(partSuffix)) {
        return false;
    }
    name.remove_prefix(name.size() - length);
    return name.front() == '.' && name.find_first_not_of(digits, 1) == length - partSuffix.size();
}

MadeFolders::~MadeFolders()
{
    std::error_code ignored;
    for (const std::filesystem::path &folder : m_made) {
        std::filesystem::remove(folder, ignored);
    }
}

void MadeFolders::keep(Durability durability)
{
    const std::vector<std::filesystem::path> made = std::exchange(m_made, {});
    for (const std::filesystem::path &folder : made) {
        if (durability == Durability::Synced) {
            syncDirectory(folderOf(folder));
        }
    }
}

PartFile::PartFile(std::filesystem::path target, Access access)
    : m_target(std::move(target)), m_made(folderOf(m_target))
{
    std::filesystem::path part = partName(m_target);
    m_file = File::create(part, access);
    m_part = std::move(part);
}

PartFile::~PartFile()
{
    if (!m_part.empty()) {
        m_file = File();
        log::info("io", "removing the unfinished ", m_part);
        std::error_code ignored;
        std::filesystem::remove(m_part, ignored);
    }
}

PartFile::PartFile(PartFile &&other) noexcept
    : m_target(std::move(other.m_target)), m_made(std::move(other.m_made)), m_part(std::exchange(other.m_part, {})),
      m_file(std::move(other.m_file))
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
    m_made.keep(durability);
    log::info("io", "put ", m_target, " in its place");
    if (durability == Durability::Synced) {
        syncDirectory(folderOf(m_target));
    }
}

void putFile(const std::filesystem::path &target, std::span<const std::byte> content, Durability durability,
             Access access)
{
    PartFile part(target, access);
    part.file().write(content);
    part.finishWriting(durability);
    part.commit(durability);
}

StagedFolder::StagedFolder(const std::filesystem::path &target) : m_target(withoutTrailingSlash(target))
{
    std::error_code ignored;
    m_targetExists = std::filesystem::exists(m_target, ignored);
    if (m_targetExists) {
        makeDirectories(m_target); // says so when a file is in the way
        m_stage = m_target / randomEnding();
    } else {
        m_made = MadeFolders(folderOf(m_target));
        m_stage = partName(m_target);
    }
    createDirectory(m_stage);
    log::debug("io", "staging in ", m_stage);
}

StagedFolder::~StagedFolder()
{
    std::error_code ignored;
    if (std::filesystem::exists(m_stage, ignored)) {
        log::info("io", "removing the stage ", m_stage);
    }
    std::filesystem::remove_all(m_stage, ignored);
}

void StagedFolder::commit(Durability durability, const std::optional<std::string> &last,
                          const std::vector<std::string> &obsolete)
{
    if (durability == Durability::Synced) {
        syncTree(m_stage);
    }
    if (!m_targetExists) {
        replaceFile(m_stage, m_target);
        m_made.keep(durability);
        log::info("io", "put the new folder ", m_target, " in its place");
        if (durability == Durability::Synced) {
            syncDirectory(folderOf(m_target));
        }
        return;
    }

    const NameSet staged = namesIn(m_stage);
    NameSet leaving(staged);
    leaving.insert(obsolete.begin(), obsolete.end());
    if (last) {
        leaving.insert(*last);
    }
    if (exchange(durability, leaving)) {
        log::info("io", "exchanged ", m_target, " for a folder with ", staged.size(), " new files");
    } else {
        merge(durability, last, staged, leaving);
        log::info("io", "moved ", staged.size(), " files into ", m_target);
    }
}

bool StagedFolder::exchange(Durability durability, const NameSet &leaving)
{
    std::error_code error;
    const std::filesystem::path target = std::filesystem::canonical(m_target, error);
    if (error || !makeAlike(m_stage, target)) {
        return false;
    }
    const NameSet before = namesIn(target);
    for (const std::filesystem::path &name : before) {
        if (name == m_stage.filename() && !leaving.contains(name)) {
            continue;
        }
        const auto type = std::filesystem::symlink_status(target / name, error).type();
        if (type == std::filesystem::file_type::directory) {
            return false;
        }
        if (leaving.contains(name)) {
            continue;
        }
        // A link is the file itself: who has it open goes on with the same one.
        if (type == std::filesystem::file_type::regular) {
            std::filesystem::create_hard_link(target / name, m_stage / name, error);
        }
        if (type != std::filesystem::file_type::regular || error) {
            return false;
        }
    }
    const std::filesystem::path beside = partName(target);
    std::filesystem::rename(m_stage, beside, error);
    if (error) {
        return false;
    }
    m_stage = beside; // the new files until the exchange, the old ones after it
    if (durability == Durability::Synced) {
        syncDirectory(m_stage);
    }
    if (!exchangeFolders(m_stage, target)) {
        return false;
    }
    try {
        if (durability == Durability::Synced) {
            syncDirectory(folderOf(target));
        }
        for (const std::filesystem::path &name : namesIn(m_stage)) {
            if (!before.contains(name)) { // somebody put it there a moment ago
                std::filesystem::rename(m_stage / name, target / name, error);
            }
        }
    } catch (const IoError &) {
        (void)exchangeFolders(m_stage, target);
        throw;
    }
    return true;
}

void StagedFolder::merge(Durability durability, const std::optional<std::string> &last, const NameSet &staged,
                         const NameSet &leaving)
{
    const auto sync = [&] {
        if (durability == Durability::Synced) {
            syncDirectory(m_target);
        }
    };
    std::error_code ignored;
    NameSet old;
    for (const std::filesystem::path &name : leaving) {
        const auto status = std::filesystem::symlink_status(m_target / name, ignored);
        if (std::filesystem::is_directory(status)) {
            throw IoError(ErrorCode::InTheWay, "is a folder, where a file is to stand",
                          ErrorContext{.file = displayPath(m_target / name), .field = {}, .chunk = {}});
        }
        if (std::filesystem::exists(status)) {
            old.insert(name);
        }
    }
    const std::filesystem::path aside = m_stage / randomEnding();
    createDirectory(aside);

    Moves moves;
    if (last && old.erase(*last) > 0) {
        moves.move(m_target / *last, aside / *last);
        sync();
    }
    for (const std::filesystem::path &name : old) {
        moves.move(m_target / name, aside / name);
    }
    for (const std::filesystem::path &name : staged) {
        if (name != last) {
            moves.move(m_stage / name, m_target / name);
        }
    }
    sync();
    if (last && staged.contains(*last)) {
        moves.move(m_stage / *last, m_target / *last);
        sync();
    }
    moves.keep();
}

} // namespace streamdesk::io
