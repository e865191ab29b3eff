#include "ui/package/package_session.h"

#include "core/base/text.h"
#include "core/package/footprint.h"
#include "core/package/saved_index.h"
#include "ui/jobs/disposal.h"
#include "ui/words/values.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <iterator>
#include <utility>

namespace streamdesk::ui {

namespace {

constexpr std::size_t readAhead = 256;        // envelopes that are read before the others: more than a screen shows
constexpr std::size_t batchChunks = 2048;     // that the GUI thread takes at once
constexpr qint64 takingBudgetNs = 10'000'000; // for all that it takes in one turn

std::filesystem::path pathOf(const QString &path)
{
    return pathFromUtf8(path.toStdString());
}

ChunkState stateFor(stream::Gravity gravity)
{
    switch (gravity) {
    case stream::Gravity::Damaged:
        return ChunkState::Changed;
    case stream::Gravity::SignerChanged:
        return ChunkState::OtherSigner;
    case stream::Gravity::Incomplete:
        return ChunkState::Missing;
    case stream::Gravity::Remark:
        return ChunkState::Verified;
    default:
        return ChunkState::NotChecked;
    }
}

// The findings but for what they say of these chunks, which ascend.
std::vector<stream::Finding> without(std::vector<stream::Finding> findings, const std::vector<std::uint64_t> &chunks)
{
    std::vector<stream::Finding> rest;
    for (stream::Finding &finding : findings) {
        const auto first = std::lower_bound(chunks.begin(), chunks.end(), finding.index.value_or(0));
        if (!finding.index || first == chunks.end() || *first > finding.last) {
            rest.push_back(std::move(finding));
            continue;
        }
        std::uint64_t from = *finding.index; // of a stretch the parts between them stay
        for (auto chunk = first; chunk != chunks.end() && *chunk <= finding.last; ++chunk) {
            if (*chunk > from) {
                rest.push_back(finding);
                rest.back().index = from;
                rest.back().last = *chunk - 1;
            }
            from = *chunk + 1;
        }
        if (from <= finding.last) {
            rest.push_back(std::move(finding));
            rest.back().index = from;
        }
    }
    return rest;
}

std::shared_ptr<const RowFindings> findingsOf(const std::shared_ptr<const package::Verification> &verification,
                                              const ChunkRows &rows)
{
    return std::make_shared<const RowFindings>(RowFindings::Findings(verification, &verification->judgement.findings),
                                               rows);
}

} // namespace

PackageSession::PackageSession(QString path, package::Expectations expectations, QObject *parent)
    : QObject(parent), m_path(std::move(path)), m_expectations(std::move(expectations))
{
}

PackageSession::~PackageSession()
{
    m_job.reset(); // which uses what goes now
    Job::abandon(std::move(m_judging));
    disposeElsewhere(std::exchange(m_package, nullptr));
    disposeElsewhere(std::exchange(m_rows, nullptr));
    disposeElsewhere(std::exchange(m_verification, nullptr));
    disposeElsewhere(std::make_shared<FindingBatches>(std::move(m_findings)));
}

PackageSession::Checked PackageSession::checkedOf(const stream::CheckedChunk &chunk)
{
    return {.position = std::uint32_t(chunk.position), .state = stateFor(chunk.gravity)};
}

PackageSession::Chain PackageSession::chainOf(std::shared_ptr<const package::ChunkIndex> index)
{
    auto rows = std::make_shared<const ChunkRows>(std::move(index));
    RowStates states(*rows);
    return {.package = nullptr, .rows = std::move(rows), .states = std::move(states)};
}

void PackageSession::setStage(Stage stage)
{
    m_stage = stage;
    Q_EMIT stageChanged();
}

void PackageSession::begin(std::unique_ptr<Job> job, Stage stage)
{
    m_job = std::move(job);
    connect(m_job.get(), &Job::progressed, this, [this] {
        takeChecked();
        Q_EMIT progressed();
    });
    m_job->start();
    setStage(stage);
}

struct PackageSession::Opened
{
    Chain chain;
    std::string footprint;
    bool indexIsKept = false;
};

void PackageSession::open(bool verify)
{
    m_problem.reset();
    setVerification(nullptr);
    m_recheckedRows = 0;
    m_filesChanged = false;
    const bool showsNothing = m_rows->size() == 0;
    const auto opened = std::make_shared<Opened>();
    const auto ahead = [this](std::shared_ptr<const package::ChunkIndex> index) {
        const auto chain = std::make_shared<Chain>(chainOf(std::move(index)));
        QMetaObject::invokeMethod(
            this, [this, chain] { showAhead(std::move(*chain)); }, Qt::QueuedConnection);
    };
    auto job = std::make_unique<Job>(
        tr("Opening %1").arg(shown(QFileInfo(m_path).fileName())),
        [opened, ahead, showsNothing, path = pathOf(m_path), folder = m_indexFolder](const jobs::JobControl &control) {
            const auto store = package::openStore(path, package::FolderStore::Reach::Nested);
            const bool large = showsNothing && store->names().size() >= package::fewestSavedChunks;
            if (large) {
                ahead(
                    std::make_shared<const package::ChunkIndex>(package::Package::outline(*store, readAhead, control)));
            }
            opened->footprint = package::footprint(path, control);
            if (large && !folder.empty()) {
                if (auto kept = package::loadIndex(folder, path, opened->footprint)) {
                    opened->indexIsKept = true;
                    ahead(std::move(kept));
                }
            }
            const auto package =
                std::make_shared<const package::Package>(package::Package::open(store, store, control));
            opened->chain = chainOf(package->chunkIndex());
            opened->chain.package = package;
        });
    connect(job.get(), &Job::finished, this, [this, opened, verify] {
        if (m_job->error()) {
            m_problem = m_job->wasStopped() ? std::nullopt : m_job->error();
            // What was found before is no longer held to be so, and rows without a package are none.
            takeOver(m_package ? Chain{.package = m_package, .rows = m_rows, .states = RowStates(*m_rows)}
                               : chainOf(std::make_shared<const package::ChunkIndex>()));
            setStage(m_package ? Stage::Opened : Stage::Failed);
            return;
        }
        m_footprint = std::move(opened->footprint);
        m_filesChanged = false; // a look at them may have ended meanwhile
        takeOver(std::move(opened->chain));
        if (!opened->indexIsKept) {
            saveIndex();
        }
        if (verify) {
            startVerification();
        } else {
            setStage(Stage::Opened);
        }
    });
    begin(std::move(job), Stage::Opening);
}

// Rows to look at until the package is read.
void PackageSession::showAhead(Chain chain)
{
    if (m_stage == Stage::Opening && !m_package) {
        takeOver(std::move(chain));
    }
}

// For the next time. Whether it works does not matter now.
void PackageSession::saveIndex()
{
    if (!m_indexFolder.empty() && m_package->count() >= package::fewestSavedChunks
        && !(m_saving && m_saving->isRunning())) {
        m_saving =
            std::make_unique<Job>(QString(), [folder = m_indexFolder, path = pathOf(m_path), footprint = m_footprint,
                                              index = m_package->chunkIndex()](const jobs::JobControl &) {
                package::saveIndex(folder, path, footprint, *index);
            });
        m_saving->start();
    }
}

void PackageSession::judgeAgainst(std::optional<std::string> code)
{
    m_expectations.code = std::move(code);
    judgeAgain();
}

void PackageSession::judgeAgain()
{
    if (!m_verification) { // a verification that runs is judged at its end
        return;
    }
    struct Judged
    {
        std::shared_ptr<const package::Verification> verification;
        FindingBatches findings;
    };
    const auto result = std::make_shared<Judged>();
    Job::abandon(std::move(m_judging)); // what it says is no longer asked for
    m_judging = std::make_unique<Job>(QString(), [result, before = m_verification, package = m_package, rows = m_rows,
                                                  expectations = m_expectations](const jobs::JobControl &) {
        result->verification = std::make_shared<const package::Verification>(
            package::conclude(before->report, *package, package->manifest(), expectations));
        result->findings = {findingsOf(result->verification, *rows)};
    });
    connect(m_judging.get(), &Job::finished, this, [this, result, of = m_verifiedAt] {
        if (m_judging->error() || !m_verification || of != m_verifiedAt) {
            return; // the file of trusted machines cannot be read, or another verification came first
        }
        setVerification(std::move(result->verification));
        takeFindings(std::move(result->findings));
        setStage(m_stage);
        Q_EMIT verified();
    });
    m_judging->start();
}

void PackageSession::setVerification(std::shared_ptr<const package::Verification> verification)
{
    disposeElsewhere(std::exchange(m_verification, std::move(verification)));
}

void PackageSession::takeOver(Chain chain)
{
    const bool sameRows = !m_package && m_rows->size() > 0 && chain.rows->hasSameRows(*m_rows);
    forgetChecked();
    disposeElsewhere(std::exchange(m_package, std::move(chain.package)));
    disposeElsewhere(std::exchange(m_rows, std::move(chain.rows)));
    disposeElsewhere(std::make_shared<FindingBatches>(std::exchange(m_findings, {})));
    m_states = std::move(chain.states);
    sameRows ? Q_EMIT rowsRead() : Q_EMIT rowsReset();
}

void PackageSession::startVerification()
{
    struct Verified
    {
        std::shared_ptr<const package::Verification> verification;
        FindingBatches findings;
        RowStates states;
    };
    forgetChecked();
    const auto result = std::make_shared<Verified>();
    result->states = m_states;
    auto job =
        std::make_unique<Job>(tr("Verifying %1").arg(shown(QFileInfo(m_path).fileName())),
                              [this, result, package = m_package, rows = m_rows,
                               expectations = m_expectations](const jobs::JobControl &control) {
                                  const auto told = [&](const stream::CheckedChunk &chunk) {
                                      const Checked checked = checkedOf(chunk);
                                      result->states.set(*rows, rows->rowOfPosition(checked.position), checked.state);
                                      addChecked(chunk);
                                  };
                                  result->verification = std::make_shared<const package::Verification>(
                                      package::verify(*package, expectations, control, told));
                                  result->findings = {findingsOf(result->verification, *rows)};
                              });
    connect(job.get(), &Job::finished, this, [this, result, code = m_expectations.code] {
        if (m_job->error()) {
            takeChecked();
            m_problem = m_job->wasStopped() ? std::nullopt : m_job->error();
            setStage(Stage::Opened);
            return;
        }
        forgetChecked(); // all of it is in the result
        setVerification(std::move(result->verification));
        m_verifiedAt = QDateTime::currentDateTime();
        m_verificationMs = m_job->elapsedMs();
        m_states = std::move(result->states);
        takeFindings(std::move(result->findings));
        setStage(Stage::Checked);
        Q_EMIT verified();
        if (code != m_expectations.code) { // which was told meanwhile
            judgeAgain();
        }
    });
    begin(std::move(job), Stage::Checking);
}

struct PackageSession::Rechecked
{
    Chain chain;
    bool sameRows = false;
    std::string footprint;
    FindingBatches findings;
    int chunks = 0;
};

void PackageSession::recheck(const std::vector<int> &rows)
{
    if (isBusy() || !m_package) {
        return;
    }
    m_problem.reset();
    std::vector<std::uint64_t> indices;
    indices.reserve(rows.size());
    for (const int row : rows) {
        indices.push_back(m_rows->at(row).first);
    }
    std::sort(indices.begin(), indices.end());
    const auto result = std::make_shared<Rechecked>();
    auto job = std::make_unique<Job>(
        tr("Checking %Ln chunk(s) again", nullptr, int(rows.size())),
        [result, indices = std::move(indices), before = snapshot(),
         path = pathOf(m_path)](const jobs::JobControl &control) {
            const jobs::JobControl quietly{.stop = control.stop, .progress = {}};
            result->footprint = package::footprint(path, quietly);
            const auto package = std::make_shared<const package::Package>(package::Package::openFolder(path, quietly));
            result->chain = chainOf(package->chunkIndex());
            result->chain.package = package;
            const ChunkRows &now = *result->chain.rows;
            result->sameRows = now.hasSameRows(*before.rows);
            std::vector<std::size_t> positions;
            for (std::size_t position = 0; position < package->count(); ++position) {
                if (std::binary_search(indices.begin(), indices.end(), package->index(position))) {
                    positions.push_back(position);
                }
            }
            result->chunks = int(positions.size());
            auto findings = std::make_shared<std::vector<stream::Finding>>();
            if (result->sameRows) { // else what was known of the others is no longer known
                result->chain.states = before.states;
                for (const auto &batch : before.findings) {
                    std::ranges::move(without(batch->all(), indices), std::back_inserter(*findings));
                }
            }
            std::ranges::move(package::recheck(*package, positions, control,
                                               [&](const stream::CheckedChunk &chunk) {
                                                   const Checked checked = checkedOf(chunk);
                                                   result->chain.states.set(now, now.rowOfPosition(checked.position),
                                                                            checked.state);
                                               }),
                              std::back_inserter(*findings));
            result->findings = {std::make_shared<const RowFindings>(std::move(findings), now)};
        });
    connect(job.get(), &Job::finished, this, [this, result, before = m_stage] {
        if (m_job->error()) {
            m_problem = m_job->wasStopped() ? std::nullopt : m_job->error();
            setStage(before);
        } else {
            takeRechecked(std::move(*result), before);
        }
    });
    begin(std::move(job), Stage::Checking);
}

void PackageSession::takeRechecked(Rechecked result, Stage before)
{
    if (result.sameRows) {
        disposeElsewhere(std::exchange(m_package, std::move(result.chain.package)));
        disposeElsewhere(std::exchange(m_rows, std::move(result.chain.rows)));
        m_states = std::move(result.chain.states);
        m_recheckedRows += result.chunks;
    } else { // something came or went
        m_footprint = std::move(result.footprint);
        m_filesChanged = false;
        setVerification(nullptr);
        m_recheckedRows = 0;
        takeOver(std::move(result.chain));
    }
    takeFindings(std::move(result.findings));
    setStage(result.sameRows ? before : Stage::Opened);
}

void PackageSession::stop()
{
    if (m_job) {
        m_job->requestStop();
    }
}

// In the job's thread.
void PackageSession::addChecked(const stream::CheckedChunk &chunk)
{
    const std::lock_guard lock(m_mutex);
    if (m_batches.empty() || m_batches.back().checked.size() >= batchChunks) {
        m_batches.emplace_back();
    }
    Batch &batch = m_batches.back();
    batch.checked.push_back(checkedOf(chunk));
    batch.findings.insert(batch.findings.end(), chunk.findings.begin(), chunk.findings.end());
}

void PackageSession::forgetChecked()
{
    auto batches = std::make_shared<std::deque<Batch>>();
    {
        const std::lock_guard lock(m_mutex);
        m_batches.swap(*batches);
    }
    if (!batches->empty()) {
        disposeElsewhere(std::move(batches));
    }
}

// What the job found since the last time, into the rows, as much as a turn has time for.
void PackageSession::takeChecked()
{
    QElapsedTimer clock;
    clock.start();
    int first = -1;
    int last = -1;
    bool all = false;
    while (!all && clock.nsecsElapsed() < takingBudgetNs) {
        Batch batch;
        {
            const std::lock_guard lock(m_mutex);
            if (!m_batches.empty()) {
                batch = std::move(m_batches.front());
                m_batches.pop_front();
            }
            all = m_batches.empty();
        }
        if (batch.checked.empty()) {
            break;
        }
        first = first < 0 ? m_rows->rowOfPosition(batch.checked.front().position) : first;
        last = m_rows->rowOfPosition(batch.checked.back().position);
        take(std::move(batch));
    }
    if (first >= 0) {
        Q_EMIT statesChanged(first, last);
    }
    if (!all && !isBusy()) { // nobody calls again
        QMetaObject::invokeMethod(this, &PackageSession::takeChecked, Qt::QueuedConnection);
    }
}

void PackageSession::take(Batch batch)
{
    for (const Checked &chunk : batch.checked) {
        m_states.set(*m_rows, m_rows->rowOfPosition(chunk.position), chunk.state);
    }
    if (!batch.findings.empty()) {
        m_findings.push_back(std::make_shared<const RowFindings>(
            std::make_shared<const std::vector<stream::Finding>>(std::move(batch.findings)), *m_rows));
    }
}

void PackageSession::takeFindings(FindingBatches findings)
{
    disposeElsewhere(std::make_shared<FindingBatches>(std::exchange(m_findings, std::move(findings))));
    if (m_rows->size() > 0) {
        Q_EMIT statesChanged(0, m_rows->size() - 1);
    }
}

void PackageSession::lookForChanges()
{
    if (m_footprint.empty() || isBusy() || (m_look && m_look->isRunning())) {
        return;
    }
    const auto now = std::make_shared<std::string>();
    m_look = std::make_unique<Job>(QString(), [now, path = pathOf(m_path)](const jobs::JobControl &control) {
        *now = package::footprint(path, control);
    });
    connect(m_look.get(), &Job::finished, this, [this, now, seen = m_footprint] {
        const bool changed = *now != seen; // nothing when the files are gone
        if (!isBusy() && seen == m_footprint && changed != m_filesChanged) {
            m_filesChanged = changed;
            Q_EMIT stageChanged();
        }
    });
    m_look->start();
}

} // namespace streamdesk::ui
