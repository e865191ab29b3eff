#include "ui/package/repair_session.h"

#include "core/base/text.h"
#include "ui/drop/drop_plan.h"
#include "ui/words/values.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace streamdesk::ui {

namespace {

std::filesystem::path pathOf(const QString &path)
{
    return pathFromUtf8(path.toStdString());
}

QString textOf(const std::filesystem::path &path)
{
    return QString::fromStdString(displayPath(path));
}

// What a look into the copies needs and finds; for the job's thread.
struct Look
{
    std::shared_ptr<const package::Package> package;
    std::shared_ptr<const package::Verification> verification;
    package::Expectations expectations;
    QStringList known;
    QStringList copies;
    QStringList added;
    QString newFile;
    std::shared_ptr<const package::RepairPlan> plan;

    void run(const jobs::JobControl &control)
    {
        const auto identity = package::repairSubject(*package, *verification, expectations, control).identity;
        const QString own = textOf(package->envelopeStore().path());
        for (const QString &path : identity ? std::exchange(known, {}) : QStringList()) {
            control.checkStop();
            if (path != own && package::isCopyOf(pathOf(path), *identity)) {
                add(path);
            }
        }
        // A file of a package stands for the package around it; what is no package is named as it was given.
        for (const recognition::Recognition &found : recogniseAll(added, control)) {
            add(pathToOpen(found));
        }
        if (dynamic_cast<const package::FolderStore *>(&package->envelopeStore()) == nullptr) {
            newFile = textOf(package::repairedName(package->envelopeStore().path()));
        }
        std::vector<package::CopyOf> opened;
        for (const QString &path : std::as_const(copies)) {
            control.checkStop();
            opened.push_back(package::openCopy(pathOf(path)));
        }
        plan = std::make_shared<const package::RepairPlan>(
            package::planRepair(*package, *verification, expectations, std::move(opened), control));
    }

private:
    void add(const QString &path)
    {
        if (!copies.contains(path)) {
            copies.append(path);
        }
    }
};

} // namespace

RepairSession::RepairSession(PackageSession *session, QStringList known, QObject *parent)
    : QObject(parent), m_session(session), m_known(std::move(known))
{
    look();
}

void RepairSession::begin(std::unique_ptr<Job> job, Stage stage)
{
    if (m_job) {
        m_job->disconnect(this);
        m_job->requestStop();
        m_stopped.push_back(std::move(m_job));
    }
    std::erase_if(m_stopped, [](const auto &old) { return !old->isRunning(); });
    m_job = std::move(job);
    m_problem.reset();
    connect(m_job.get(), &Job::progressed, this, &RepairSession::progressed);
    m_job->start();
    m_stage = stage;
    Q_EMIT changed();
}

void RepairSession::look()
{
    const auto look = std::make_shared<Look>(Look{.package = m_session->sharedPackage(),
                                                  .verification = m_session->verification(),
                                                  .expectations = m_session->expectations(),
                                                  .known = m_known,
                                                  .copies = m_copies,
                                                  .added = m_added,
                                                  .newFile = {},
                                                  .plan = {}});
    auto job =
        std::make_unique<Job>(tr("Looking into copies of %1").arg(shown(QFileInfo(m_session->path()).fileName())),
                              [look](const jobs::JobControl &control) { look->run(control); });
    connect(job.get(), &Job::finished, this, [this, look] {
        if (m_job->error()) {
            m_problem = m_job->error();
            m_stage = Stage::Failed;
        } else {
            m_known.clear();
            m_added.clear();
            m_copies = look->copies;
            m_newFile = look->newFile;
            m_plan = look->plan;
            m_stage = Stage::Ready;
        }
        Q_EMIT changed();
    });
    begin(std::move(job), Stage::Looking);
}

void RepairSession::addCopies(const QStringList &paths)
{
    if (m_stage != Stage::Repairing && m_stage != Stage::Repaired && !paths.isEmpty()) {
        m_added += paths; // a look that goes on begins anew
        look();
    }
}

void RepairSession::removeCopy(int index)
{
    if (m_stage == Stage::Ready && index >= 0 && index < m_copies.size()) {
        m_copies.removeAt(index);
        look();
    }
}

void RepairSession::repair(bool keepReplaced)
{
    if (m_stage != Stage::Ready || !m_plan->changesAnything()) {
        return;
    }
    const auto result = std::make_shared<package::RepairResult>();
    const package::RepairParams params{.output = pathOf(m_newFile), .keepReplaced = keepReplaced};
    auto job = std::make_unique<Job>(
        tr("Repairing %1").arg(shown(QFileInfo(m_session->path()).fileName())),
        [result, params, plan = m_plan, package = m_session->sharedPackage()](const jobs::JobControl &control) {
            *result = package::repair(*package, *plan, params, control);
        });
    connect(job.get(), &Job::finished, this, [this, result] {
        if (m_job->error()) {
            m_problem = m_job->error();
            m_stage = Stage::Ready; // the package is as it was
            Q_EMIT changed();
            return;
        }
        m_result = *result;
        m_stage = Stage::Repaired;
        if (m_newFile.isEmpty()) {
            m_session->verifyAgain();
        } else {
            Q_EMIT wroteNewFile(m_newFile);
        }
        Q_EMIT changed();
    });
    begin(std::move(job), Stage::Repairing);
    Q_EMIT repairStarted(m_job.get());
}

void RepairSession::stop()
{
    if (m_job) {
        m_job->requestStop();
    }
}

} // namespace streamdesk::ui
