// The repair of one package from other copies of it: which copies there are, what they can mend, and the work.
#pragma once

#include "core/package/repair.h"
#include "ui/package/package_session.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace streamdesk::ui {

// Lives in the GUI thread; the work is done by jobs. Nothing here blocks.
class RepairSession : public QObject
{
    Q_OBJECT

public:
    enum class Stage {
        Looking,   // copies are being looked for and into
        Ready,     // plan() holds; problem() when a repair did not come to its end
        Failed,    // the copies could not be looked into: problem()
        Repairing, // files are fetched, checked and put in place
        Repaired,  // result() holds; the session is verifying the package, or the new file waits to be opened
    };

    // `session` is verified and outlives the object. `known`: paths of packages that may be copies of it; those that
    // are not, or are gone, are passed over.
    RepairSession(PackageSession *session, QStringList known, QObject *parent = nullptr);

    [[nodiscard]] PackageSession *package() const noexcept { return m_session; }
    [[nodiscard]] Stage stage() const noexcept { return m_stage; }
    [[nodiscard]] bool isBusy() const noexcept { return m_job && m_job->isRunning(); }
    [[nodiscard]] Job *job() const noexcept { return m_job.get(); }
    // A package in a ZIP file is not changed itself: the repaired one is written to this file. Empty for a folder, and
    // before the first Ready.
    [[nodiscard]] const QString &newFile() const noexcept { return m_newFile; }

    // Whatever was dropped, pasted or chosen: a copy's folder, its ZIP file, or files of it.
    void addCopies(const QStringList &paths);
    // Of plan()'s copies.
    void removeCopy(int index);

    // From the first Ready on; nullptr before.
    [[nodiscard]] const package::RepairPlan *plan() const noexcept { return m_plan.get(); }
    // Only when Ready and the plan changes something.
    void repair(bool keepReplaced);
    void stop();

    [[nodiscard]] const std::optional<package::RepairResult> &result() const noexcept { return m_result; }
    [[nodiscard]] const std::optional<StreamError> &problem() const noexcept { return m_problem; }

Q_SIGNALS:
    void changed(); // stage or plan
    void progressed();
    void repairStarted(Job *job);
    void wroteNewFile(const QString &path); // the repaired package of a ZIP file

private:
    void look();
    void begin(std::unique_ptr<Job> job, Stage stage);

    PackageSession *m_session;
    QString m_newFile;
    QStringList m_known;  // yet to be asked whether they are copies
    QStringList m_added;  // yet to be looked at
    QStringList m_copies; // in the order in which they are used
    Stage m_stage = Stage::Looking;
    std::shared_ptr<const package::RepairPlan> m_plan;
    std::optional<package::RepairResult> m_result;
    std::optional<StreamError> m_problem;
    std::vector<std::unique_ptr<Job>> m_stopped; // until their threads have ended
    std::unique_ptr<Job> m_job;
};

} // namespace streamdesk::ui
