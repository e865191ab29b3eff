// The keys of this desk, as the window sees them: their list read in the background, and what needs a secret done one
// after the other in a job, because the keychain or a person may take long to answer.
#pragma once

#include "core/keys/file_home.h"
#include "core/keys/key_store.h"
#include "ui/jobs/job.h"
#include "ui/keys/asked_passphrase.h"

#include <QObject>

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace streamdesk::ui {

// Lives in the GUI thread. Destroying it answers open questions with nothing and waits for the work that runs; what
// waits is not begun.
class KeyDesk : public QObject
{
    Q_OBJECT

public:
    struct Places
    {
        keys::KeyListFile list{};
        std::filesystem::path secrets = keys::FileHome::usualPath(); // the encrypted key file
        crypto::PassphraseCost cost{};                               // of a new one
        bool keychain = false;                                       // whether the system's is used, too
    };
    // Runs in a job's thread. What it throws is the outcome.
    using Work = std::function<void(keys::KeyStore &, const jobs::JobControl &)>;
    // In the GUI thread, when the work came to its end.
    using Done = std::function<void(const std::optional<StreamError> &)>;

    explicit KeyDesk(Places places, QObject *parent = nullptr);
    ~KeyDesk() override;

    // As last read; nothing before the first time.
    [[nodiscard]] const std::vector<keys::KeyRecord> &keys() const noexcept { return m_keys; }
    // nullptr when it is gone.
    [[nodiscard]] const keys::KeyRecord *find(const std::string &id) const noexcept;
    // Why the list could not be read; keys() is then what was read before.
    [[nodiscard]] const std::optional<StreamError> &problem() const noexcept { return m_problem; }
    // Where new keys go unless somebody says otherwise.
    [[nodiscard]] keys::HomeKind usualHome() const noexcept { return m_usualHome; }
    [[nodiscard]] bool hasKeychain() const noexcept { return m_places.keychain; }
    [[nodiscard]] const Places &places() const noexcept { return m_places; }

    // `title` says in the reader's words what is being done. The list is read again after it.
    void run(const QString &title, Work work, Done done = {});
    // Reads the list again: another program may have changed it. Call it when the window comes to the front.
    void look();
    // What is being done now, and may be waiting for the keychain; empty when nothing is.
    [[nodiscard]] const QString &doing() const noexcept { return m_doing; }

    // Locked, what was opened with keys is off the screen and out of memory, and what opened the key file is forgotten;
    // work that waits for a passphrase ends without one. Nothing but unlock() ends it.
    void lock();
    void unlock();
    [[nodiscard]] bool isLocked() const noexcept { return m_locked; }

Q_SIGNALS:
    void changed();       // keys(), usualHome() or problem()
    void doingChanged();  // doing()
    void lockedChanged(); // isLocked()
    // Somebody has to answer it; it answers itself with nothing when nobody keeps it.
    void passphraseAsked(std::shared_ptr<streamdesk::ui::AskedPassphrase> question);

private:
    struct Task
    {
        QString title; // empty: only read the list
        Work work;
        Done done;
    };

    void next();
    void setDoing(const QString &doing);
    [[nodiscard]] std::optional<crypto::SecretBytes> ask(const keys::PassphraseRequest &request);

    Places m_places;
    const std::shared_ptr<std::atomic<bool>> m_ending = std::make_shared<std::atomic<bool>>(false);
    std::shared_ptr<keys::KeyStore> m_store;
    std::vector<keys::KeyRecord> m_keys;
    keys::HomeKind m_usualHome = keys::HomeKind::Keychain;
    std::optional<StreamError> m_problem;
    QString m_doing;
    bool m_locked = false;
    OpenQuestions m_questions;
    std::deque<Task> m_waiting;
    std::unique_ptr<Job> m_job;
};

} // namespace streamdesk::ui
