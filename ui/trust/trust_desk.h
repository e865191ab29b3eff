// The machines that are trusted here, as the window sees them: read in the background, changed one change after the
// other, and read again when another program changed them.
#pragma once

#include "core/keys/trust_store.h"
#include "ui/jobs/job.h"

#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace streamdesk::ui {

// Lives in the GUI thread. Destroying it waits for the changes that were asked for.
class TrustDesk : public QObject
{
    Q_OBJECT

public:
    // Runs in a job's thread, on what the file says then. What it throws leaves the file as it is.
    using Edit = std::function<void(keys::TrustFile &)>;
    // In the GUI thread, when the change is written or has failed.
    using Done = std::function<void(const std::optional<StreamError> &)>;

    explicit TrustDesk(keys::TrustStore store, QObject *parent = nullptr);
    ~TrustDesk() override;

    // As last read; nothing before the first time.
    [[nodiscard]] const keys::TrustFile &file() const noexcept { return m_file; }
    // Why it could not be read; file() is then what was read before.
    [[nodiscard]] const std::optional<StreamError> &problem() const noexcept { return m_problem; }
    [[nodiscard]] const keys::TrustStore &store() const noexcept { return m_store; }

    void edit(Edit edit, Done done = {});
    // Reads it again: another program may have changed it. Call it when the window comes to the front.
    void look();

Q_SIGNALS:
    void changed(); // file() or problem()

private:
    struct Change
    {
        Edit edit; // none: only read
        Done done;
    };
    struct Outcome
    {
        keys::TrustFile file;
        std::string text; // of the file, to see whether it is another one
    };

    void next();
    static void work(const keys::TrustStore &store, const Edit &edit, Outcome &outcome);

    keys::TrustStore m_store;
    keys::TrustFile m_file;
    std::string m_text;
    std::optional<StreamError> m_problem;
    std::deque<Change> m_waiting;
    std::unique_ptr<Job> m_job;
};

} // namespace streamdesk::ui
