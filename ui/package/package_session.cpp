#include "ui/package/package_session.h"

#include "core/base/text.h"
#include "core/package/footprint.h"
#include "ui/words/values.h"

#include <QFileInfo>

#include <algorithm>
#include <filesystem>
#include <iterator>

namespace streamdesk::ui {

namespace {

constexpr int mostUnnamedTwins = 16; // rows of one index that a finding without a file is shown at

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

} // namespace

PackageSession::PackageSession(QString path, package::Expectations expectations, QObject *parent)
    : QObject(parent), m_path(std::move(path)), m_expectations(std::move(expectations))
{
}

PackageSession::Checked PackageSession::checkedOf(const stream::CheckedChunk &chunk)
{
    return {.position = std::uint32_t(chunk.position), .state = stateFor(chunk.gravity)};
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

void PackageSession::open(bool verify)
{
    m_problem.reset();
    m_verification.reset();
    m_recheckedRows = 0;
    m_filesChanged = false;
    struct Opened
    {
        std::shared_ptr<const package::Package> package;
        std::string footprint;
    };
    const auto opened = std::make_shared<Opened>();
    auto job = std::make_unique<Job>(tr("Opening %1").arg(shown(QFileInfo(m_path).fileName())),
                                     [opened, path = pathOf(m_path)](const jobs::JobControl &control) {
                                         opened->footprint = package::footprint(path, control);
                                         opened->package = std::make_shared<const package::Package>(
                                             package::Package::openFolder(path, control));
                                     });
    connect(job.get(), &Job::finished, this, [this, opened, verify] {
        if (m_job->error()) {
            m_problem = m_job->wasStopped() ? std::nullopt : m_job->error();
            if (m_package) {
                takeOver(m_package); // what was found before is no longer held to be so
            }
            setStage(m_package ? Stage::Opened : Stage::Failed);
            return;
        }
        m_footprint = std::move(opened->footprint);
        m_filesChanged = false; // a look at them may have ended meanwhile
        takeOver(std::move(opened->package));
        if (verify) {
            startVerification();
        } else {
            setStage(Stage::Opened);
        }
    });
    begin(std::move(job), Stage::Opening);
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
    const auto result = std::make_shared<package::Verification>();
    m_judging = std::make_unique<Job>(QString(), [result, report = m_verification->report, package = m_package,
                                                  expectations = m_expectations](const jobs::JobControl &) mutable {
        *result = package::conclude(std::move(report), *package, package->manifest(), expectations);
    });
    connect(m_judging.get(), &Job::finished, this, [this, result, of = m_verifiedAt] {
        if (m_judging->error() || !m_verification || of != m_verifiedAt) {
            return; // the file of trusted machines cannot be read, or another verification came first
        }
        m_verification = std::move(*result);
        setFindings(m_verification->judgement.findings);
        setStage(m_stage);
        Q_EMIT verified();
    });
    m_judging->start();
}

void PackageSession::takeOver(std::shared_ptr<const package::Package> package)
{
    m_package = std::move(package);
    m_rows = ChunkRows(*m_package);
    m_counts = {};
    m_states.assign(std::size_t(m_rows.size()), ChunkState::NotChecked);
    for (int row = 0; row < m_rows.size(); ++row) {
        const bool here = m_rows.at(row).isHere();
        m_states[std::size_t(row)] = here ? ChunkState::NotChecked : ChunkState::Missing;
        m_counts[std::size_t(state(row))] += m_rows.at(row).count();
    }
    m_findings.clear();
    m_findingsOfRow.clear();
    noteTwins();
    Q_EMIT rowsReset();
}

// Several envelopes may claim one index: by the name of its file a finding belongs to one of them.
void PackageSession::noteTwins()
{
    m_twins.clear();
    for (int row = 0; row < m_rows.size(); ++row) {
        const ChunkRow &chunk = m_rows.at(row);
        const bool hasTwin = (row > 0 && m_rows.at(row - 1).first == chunk.first)
                             || (row + 1 < m_rows.size() && m_rows.at(row + 1).first == chunk.first);
        if (hasTwin && chunk.isHere()) {
            m_twins.emplace(m_package->envelopeName(chunk.position), row);
            if (m_package->hasCiphertext(chunk.position)) {
                m_twins.emplace(m_package->ciphertextName(chunk.position), row);
            }
        }
    }
}

void PackageSession::startVerification()
{
    m_checked.clear();
    m_newFindings.clear();
    const auto result = std::make_shared<std::optional<package::Verification>>();
    const auto told = [this](const stream::CheckedChunk &chunk) {
        const std::lock_guard lock(m_mutex);
        m_checked.push_back(checkedOf(chunk));
        m_newFindings.insert(m_newFindings.end(), chunk.findings.begin(), chunk.findings.end());
    };
    auto job = std::make_unique<Job>(
        tr("Verifying %1").arg(shown(QFileInfo(m_path).fileName())),
        [result, told, package = m_package, expectations = m_expectations](const jobs::JobControl &control) {
            *result = package::verify(*package, expectations, control, told);
        });
    connect(job.get(), &Job::finished, this, [this, result, code = m_expectations.code] {
        takeChecked();
        if (m_job->error()) {
            m_problem = m_job->wasStopped() ? std::nullopt : m_job->error();
            setStage(Stage::Opened);
            return;
        }
        m_verification = std::move(*result);
        m_verifiedAt = QDateTime::currentDateTime();
        m_verificationMs = m_job->elapsedMs();
        setFindings(m_verification->judgement.findings);
        setStage(Stage::Checked);
        Q_EMIT verified();
        if (code != m_expectations.code) { // which was told meanwhile
            judgeAgain();
        }
    });
    begin(std::move(job), Stage::Checking);
}

void PackageSession::recheck(const std::vector<int> &rows)
{
    if (isBusy() || !m_package) {
        return;
    }
    struct Result
    {
        std::shared_ptr<const package::Package> package;
        std::string footprint;
        ChunkRows rows;
        std::vector<std::size_t> positions;
        std::vector<Checked> checked;
        std::vector<stream::Finding> findings;
    };
    m_problem.reset();
    std::vector<std::uint64_t> indices;
    indices.reserve(rows.size());
    for (const int row : rows) {
        indices.push_back(m_rows.at(row).first);
    }
    std::sort(indices.begin(), indices.end());
    const auto result = std::make_shared<Result>();
    auto job = std::make_unique<Job>(
        tr("Checking %Ln chunk(s) again", nullptr, int(rows.size())),
        [result, indices, path = pathOf(m_path)](const jobs::JobControl &control) {
            const jobs::JobControl quietly{.stop = control.stop, .progress = {}};
            result->footprint = package::footprint(path, quietly);
            result->package = std::make_shared<const package::Package>(package::Package::openFolder(path, quietly));
            result->rows = ChunkRows(*result->package);
            for (std::size_t position = 0; position < result->package->count(); ++position) {
                if (std::binary_search(indices.begin(), indices.end(), result->package->index(position))) {
                    result->positions.push_back(position);
                }
            }
            result->findings =
                package::recheck(*result->package, result->positions, control, [&](const stream::CheckedChunk &chunk) {
                    result->checked.push_back(checkedOf(chunk));
                });
        });
    const Stage before = m_stage;
    connect(job.get(), &Job::finished, this, [this, result, before, indices = std::move(indices)] {
        if (m_job->error()) {
            m_problem = m_job->wasStopped() ? std::nullopt : m_job->error();
            setStage(before);
            return;
        }
        const bool sameRows = result->rows == m_rows;
        std::vector<stream::Finding> findings;
        if (sameRows) {
            m_package = std::move(result->package);
            noteTwins();
            findings = without(std::move(m_findings), indices);
            m_recheckedRows += int(result->positions.size());
        } else { // something came or went: what was known of the others is not
            m_footprint = std::move(result->footprint);
            m_filesChanged = false;
            m_verification.reset();
            m_recheckedRows = 0;
            takeOver(std::move(result->package));
        }
        for (const Checked &chunk : result->checked) {
            setState(m_rows.rowOfPosition(chunk.position), chunk.state);
        }
        std::move(result->findings.begin(), result->findings.end(), std::back_inserter(findings));
        setFindings(std::move(findings));
        setStage(sameRows ? before : Stage::Opened);
    });
    begin(std::move(job), Stage::Checking);
}

void PackageSession::stop()
{
    if (m_job) {
        m_job->requestStop();
    }
}

void PackageSession::setState(int row, ChunkState state)
{
    ChunkState &now = m_states[std::size_t(row)];
    const std::uint64_t chunks = m_rows.at(row).count();
    m_counts[std::size_t(now)] -= chunks;
    m_counts[std::size_t(state)] += chunks;
    now = state;
}

// What the job found since the last time, into the rows.
void PackageSession::takeChecked()
{
    std::vector<Checked> checked;
    std::vector<stream::Finding> findings;
    {
        const std::lock_guard lock(m_mutex);
        checked.swap(m_checked);
        findings.swap(m_newFindings);
    }
    if (checked.empty()) {
        return;
    }
    for (const Checked &chunk : checked) {
        setState(m_rows.rowOfPosition(chunk.position), chunk.state);
    }
    for (stream::Finding &finding : findings) {
        m_findings.push_back(std::move(finding));
        addToRows(std::uint32_t(m_findings.size() - 1));
    }
    Q_EMIT statesChanged(m_rows.rowOfPosition(checked.front().position), m_rows.rowOfPosition(checked.back().position));
}

void PackageSession::addToRows(std::uint32_t finding)
{
    const stream::Finding &said = m_findings[finding];
    if (!said.index) {
        return;
    }
    ChunkRows::Span span = m_rows.touching(*said.index, said.last);
    if (said.last == *said.index && span.count > 1) {
        if (const auto named = m_twins.find(said.file); named != m_twins.end()) {
            span = {.first = named->second, .count = 1};
        }
        span.count = std::min(span.count, mostUnnamedTwins);
    }
    for (int row = span.first; row < span.first + span.count; ++row) {
        m_findingsOfRow.insert(row, finding);
    }
}

void PackageSession::setFindings(std::vector<stream::Finding> findings)
{
    m_findings = std::move(findings);
    m_findingsOfRow.clear();
    for (std::uint32_t i = 0; i < m_findings.size(); ++i) {
        addToRows(i);
    }
    if (m_rows.size() > 0) {
        Q_EMIT statesChanged(0, m_rows.size() - 1);
    }
}

QVector<const stream::Finding *> PackageSession::findings(int row) const
{
    QVector<const stream::Finding *> list;
    for (auto it = m_findingsOfRow.constFind(row); it != m_findingsOfRow.constEnd() && it.key() == row; ++it) {
        list.append(&m_findings[it.value()]);
    }
    std::sort(list.begin(), list.end(), [](const stream::Finding *a, const stream::Finding *b) {
        return std::pair(gravityOf(a->code), a) < std::pair(gravityOf(b->code), b);
    });
    return list;
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
