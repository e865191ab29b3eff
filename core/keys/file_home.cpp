#include "core/keys/file_home.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/base/utc.h"
#include "core/keys/settings_file.h"

#include <algorithm>

namespace streamdesk::keys {

namespace {

auto find(std::vector<KeyWithSecret> &keys, const std::string &id)
{
    return std::ranges::find_if(keys, [&](const KeyWithSecret &key) { return key.record.id == id; });
}

crypto::SecretBytes copyOf(const crypto::SecretBytes &secret)
{
    crypto::SecretBytes copy(secret.size());
    std::ranges::copy(secret.bytes(), copy.bytes().begin());
    return copy;
}

} // namespace

std::filesystem::path FileHome::usualPath()
{
    return settingsFolder() / "secrets.json";
}

FileHome::FileHome(PassphraseQuestion question, std::filesystem::path path, const crypto::PassphraseCost &cost)
    : m_question(std::move(question)), m_path(std::move(path)), m_cost(cost)
{
}

void FileHome::throwMissing(const KeyRecord &record) const
{
    throw StreamError(ErrorCode::KeyEntryMissing, "the secret of this key is not in the key file any more",
                      ErrorContext{.file = displayPath(m_path), .field = record.label, .chunk = {}});
}

const BackupKey &FileHome::keyFor(const KeyBackup &backup)
{
    if (m_key && backup.fits(*m_key)) {
        return *m_key;
    }
    m_key.reset();
    const ErrorContext context{.file = displayPath(m_path), .field = {}, .chunk = {}};
    for (unsigned wrong = 0;; ++wrong) {
        const auto passphrase =
            m_question(PassphraseRequest{.isNew = false, .wrongBefore = wrong, .file = displayPath(m_path)});
        if (!passphrase && wrong > 0) {
            throw StreamError(ErrorCode::WrongPassphrase, "does not open with this passphrase", context);
        }
        if (!passphrase) {
            throw StreamError(ErrorCode::PassphraseNotGiven, "cannot be opened without its passphrase", context);
        }
        try {
            return m_key.emplace(backup.keyFor(*passphrase));
        } catch (const StreamError &error) {
            if (error.code() != ErrorCode::WrongPassphrase) {
                throw;
            }
        }
    }
}

// For a file that is open, or does not exist yet.
const BackupKey &FileHome::keyForWriting()
{
    if (!m_key) {
        const auto passphrase = m_question(PassphraseRequest{.isNew = true, .file = displayPath(m_path)});
        if (!passphrase) {
            throw StreamError(ErrorCode::PassphraseNotGiven, "cannot be made without a passphrase",
                              ErrorContext{.file = displayPath(m_path), .field = {}, .chunk = {}});
        }
        m_key = makeBackupKey(*passphrase, m_cost);
    }
    return *m_key;
}

std::vector<KeyWithSecret> FileHome::open()
{
    if (!settingsFileExists(m_path)) {
        return {};
    }
    const KeyBackup backup = KeyBackup::read(m_path);
    try {
        return backup.open(keyFor(backup));
    } catch (StreamError &error) {
        error.addContext(ErrorContext{.file = displayPath(m_path), .field = {}, .chunk = {}});
        throw;
    }
}

void FileHome::change(const std::function<void(std::vector<KeyWithSecret> &)> &edit)
{
    // A person is asked before the file is held, so that no other program waits for an answer.
    (void)open();
    (void)keyForWriting();
    changeSettingsFile(m_path, io::Access::OwnerOnly, [&]() -> std::optional<std::string> {
        std::vector<KeyWithSecret> keys = open();
        edit(keys);
        return keyBackupText(keys, keyForWriting(), utcNow(TimePrecision::Seconds));
    });
}

void FileHome::store(const KeyRecord &record, const crypto::SecretBytes &secret)
{
    const std::lock_guard guard(m_mutex);
    change([&](std::vector<KeyWithSecret> &keys) {
        if (find(keys, record.id) != keys.end()) {
            throw StreamError(ErrorCode::KeyExists, "has a secret under this id already",
                              ErrorContext{.file = displayPath(m_path), .field = record.label, .chunk = {}});
        }
        keys.push_back({.record = record, .secret = copyOf(secret)});
    });
    std::vector<KeyWithSecret> keys = open();
    const auto found = find(keys, record.id);
    if (found == keys.end() || !std::ranges::equal(found->secret.bytes(), secret.bytes())) {
        throwMissing(record);
    }
}

crypto::SecretBytes FileHome::fetch(const KeyRecord &record)
{
    const std::lock_guard guard(m_mutex);
    std::vector<KeyWithSecret> keys = open();
    const auto found = find(keys, record.id);
    if (found == keys.end()) {
        throwMissing(record);
    }
    return std::move(found->secret);
}

void FileHome::remove(const KeyRecord &record)
{
    const std::lock_guard guard(m_mutex);
    if (!settingsFileExists(m_path)) {
        throwMissing(record);
    }
    change([&](std::vector<KeyWithSecret> &keys) {
        const auto found = find(keys, record.id);
        if (found == keys.end()) {
            throwMissing(record);
        }
        keys.erase(found);
    });
}

void FileHome::lock()
{
    const std::lock_guard guard(m_mutex);
    m_key.reset();
}

void FileHome::changePassphrase(const crypto::SecretBytes &passphrase)
{
    const std::lock_guard guard(m_mutex);
    if (!settingsFileExists(m_path)) {
        return;
    }
    (void)open();
    BackupKey fresh = makeBackupKey(passphrase, m_cost);
    changeSettingsFile(m_path, io::Access::OwnerOnly, [&]() -> std::optional<std::string> {
        return keyBackupText(open(), fresh, utcNow(TimePrecision::Seconds));
    });
    m_key = std::move(fresh);
}

} // namespace streamdesk::keys
