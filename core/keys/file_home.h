// Secrets in an encrypted file, for machines without a keychain: a key backup (key_backup.h) of all that live there.
#pragma once

#include "core/keys/key_backup.h"
#include "core/keys/secret_home.h"

#include <mutex>
#include <optional>

namespace streamdesk::keys {

// After the passphrase was given once its key stays in locked memory until lock(); the secrets themselves are
// decrypted for each call. Errors besides those of SecretHome: WrongPassphrase and PassphraseNotGiven (the question
// was not answered), those of KeyBackup::read() and changeSettingsFile(). A file of a newer program, or one that is
// damaged, is never replaced.
class FileHome : public SecretHome
{
public:
    // secrets.json in the settings folder of this user.
    [[nodiscard]] static std::filesystem::path usualPath();

    explicit FileHome(PassphraseQuestion question, std::filesystem::path path = usualPath(),
                      const crypto::PassphraseCost &cost = {});

    [[nodiscard]] HomeKind kind() const noexcept override { return HomeKind::File; }
    [[nodiscard]] const std::filesystem::path &path() const noexcept { return m_path; }

    void store(const KeyRecord &record, const crypto::SecretBytes &secret) override;
    [[nodiscard]] crypto::SecretBytes fetch(const KeyRecord &record) override;
    void remove(const KeyRecord &record) override;
    void lock() override;

    // Closes the file with another passphrase. Asks for the old one when it has to; without a file there is nothing to
    // do.
    void changePassphrase(const crypto::SecretBytes &passphrase);

private:
    [[nodiscard]] std::vector<KeyWithSecret> open();
    [[nodiscard]] const BackupKey &keyFor(const KeyBackup &backup);
    [[nodiscard]] const BackupKey &keyForWriting();
    void change(const std::function<void(std::vector<KeyWithSecret> &)> &edit);
    [[noreturn]] void throwMissing(const KeyRecord &record) const;

    PassphraseQuestion m_question;
    std::filesystem::path m_path;
    crypto::PassphraseCost m_cost;
    std::mutex m_mutex;
    std::optional<BackupKey> m_key; // of the file as it was last opened
};

} // namespace streamdesk::keys
