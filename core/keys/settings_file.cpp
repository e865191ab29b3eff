#include "core/keys/settings_file.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/io/staging.h"

#include <QLockFile>
#include <QStandardPaths>
#include <QString>

#include <chrono>
#include <span>
#include <system_error>

namespace streamdesk::keys {

namespace {

// A change takes milliseconds. The lock of a program that is gone is taken over at once.
constexpr std::chrono::milliseconds longestWait{5000};

} // namespace

std::filesystem::path settingsFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return pathFromUtf8(folder.toStdString()) / "streamdesk";
}

bool settingsFileExists(const std::filesystem::path &path)
{
    std::error_code trouble;
    const auto status = std::filesystem::symlink_status(path, trouble);
    return status.type() != std::filesystem::file_type::not_found && trouble != std::errc::permission_denied;
}

void changeSettingsFile(const std::filesystem::path &path, io::Access access,
                        const std::function<std::optional<std::string>()> &change)
{
    io::MadeFolders folders(path.has_parent_path() ? path.parent_path() : ".");
    std::filesystem::path lockPath = path;
    lockPath += ".lock";
    QLockFile lock(QString::fromStdString(displayPath(lockPath)));
    if (!lock.tryLock(int(longestWait.count()))) {
        const bool held = lock.error() == QLockFile::LockFailedError;
        throw IoError(held ? ErrorCode::Busy : ErrorCode::NotWritable,
                      held ? "is being changed by another program" : "cannot be changed in this folder",
                      ErrorContext{.file = displayPath(path), .field = {}, .chunk = {}});
    }
    const std::optional<std::string> text = change();
    if (!text) {
        return;
    }
    io::putFile(path, std::as_bytes(std::span(*text)), io::Durability::Synced, access);
    folders.keep(io::Durability::Synced);
}

} // namespace streamdesk::keys
