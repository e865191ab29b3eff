#include "core/keys/trust_store.h"

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

std::filesystem::path TrustStore::usualPath()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return pathFromUtf8(folder.toStdString()) / "streamdesk" / "trust.json";
}

TrustFile TrustStore::read() const
{
    std::error_code trouble;
    const auto status = std::filesystem::symlink_status(m_path, trouble);
    // A settings folder that may not be entered is another user's: this one has no file yet.
    const bool none = status.type() == std::filesystem::file_type::not_found || trouble == std::errc::permission_denied;
    return none ? TrustFile{} : readTrustFile(m_path);
}

void TrustStore::update(const std::function<void(TrustFile &)> &edit) const
{
    io::MadeFolders folders(m_path.has_parent_path() ? m_path.parent_path() : ".");
    std::filesystem::path lockPath = m_path;
    lockPath += ".lock";
    QLockFile lock(QString::fromStdString(displayPath(lockPath)));
    if (!lock.tryLock(int(longestWait.count()))) {
        const bool held = lock.error() == QLockFile::LockFailedError;
        throw IoError(held ? ErrorCode::Busy : ErrorCode::NotWritable,
                      held ? "is being changed by another program" : "cannot be changed in this folder",
                      ErrorContext{.file = displayPath(m_path), .field = {}, .chunk = {}});
    }
    TrustFile file = read();
    const std::string before = trustFileText(file);
    edit(file);
    const std::string text = trustFileText(file);
    if (text == before) {
        return;
    }
    io::PartFile part(m_path);
    part.file().write(std::as_bytes(std::span(text)));
    part.finishWriting(io::Durability::Synced);
    part.commit(io::Durability::Synced);
    folders.keep(io::Durability::Synced);
}

} // namespace streamdesk::keys
