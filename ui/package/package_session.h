// One opened package: what is in it, what was found, and the work that finds it. The views show it and nothing else.
#pragma once

#include "core/package/verify.h"
#include "ui/jobs/job.h"
#include "ui/package/chunk_choice.h"
#include "ui/package/chunk_rows.h"
#include "ui/package/row_findings.h"

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QVector>

#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace streamdesk::ui {

// Lives in the GUI thread; the work is done by jobs. Nothing here blocks: what is large is made by the jobs and handed
// over whole, and what it takes the place of is freed elsewhere.
class PackageSession : public QObject
{
    Q_OBJECT

public:
    enum class Stage {
        Opening,  // the index is being read
        Failed,   // could not be opened: problem()
        Opened,   // readable; never verified in this session, or stopped before the end
        Checking, // verification runs
        Checked,  // verification() holds
    };

    // `path`: a folder or a ZIP file. `expectations` is what is known of the sender from elsewhere.
    PackageSession(QString path, package::Expectations expectations, QObject *parent = nullptr);
    ~PackageSession() override;

    // Where the indexes of large packages are kept for the next time (package::saveIndex()); nowhere unless told.
    void keepIndexIn(std::filesystem::path folder) { m_indexFolder = std::move(folder); }

    [[nodiscard]] const QString &path() const noexcept { return m_path; }
    [[nodiscard]] const package::Expectations &expectations() const noexcept { return m_expectations; }
    [[nodiscard]] Stage stage() const noexcept { return m_stage; }

    // Reads the index, and verifies after it when wanted. Also the way to start again after files changed. Of a large
    // package that shows nothing yet, rows are there before that: first as the names of the files have it, then, when
    // an index was kept and the files are as they were, with all that it says.
    void open(bool verify);
    // Only when Opened or Checked. Reads the index again first: files may have come or gone.
    void verifyAgain() { open(true); }
    // What was found is judged anew, without looking at the files again: what is trusted has changed.
    void judgeAgain();
    // The same, and from now on against this package code, as normalizePackageCode() gives it; without one as before.
    void judgeAgainst(std::optional<std::string> code);
    [[nodiscard]] const std::optional<std::string> &expectedCode() const noexcept { return m_expectations.code; }
    // Checks the chunks of these rows again, reading the index again first. The verdict of the whole stays as it was
    // and is marked as of before: see recheckedRows(). It is gone when the index has other chunks than before.
    void recheck(const std::vector<int> &rows);
    void stop();

    // What runs; nullptr when nothing does. Lives until the next one begins.
    [[nodiscard]] Job *job() const noexcept { return m_job.get(); }
    [[nodiscard]] bool isBusy() const noexcept { return m_job && m_job->isRunning(); }

    // From Opened on; nullptr before.
    [[nodiscard]] const package::Package *package() const noexcept { return m_package.get(); }
    // For work in another thread, which may go on when the session has another one or is gone.
    [[nodiscard]] std::shared_ptr<const package::Package> sharedPackage() const noexcept { return m_package; }
    // May be there before the package is: what they say of ids, sizes and order is then not settled.
    [[nodiscard]] const ChunkRows &rows() const noexcept { return *m_rows; }
    [[nodiscard]] ChunkState state(int row) const { return m_states.at(row); }
    // How many chunks are in this state; missing stretches count with all their chunks.
    [[nodiscard]] std::uint64_t count(ChunkState state) const { return m_states.count(state); }
    // What is said of this row, the gravest first; may be empty.
    [[nodiscard]] QVector<const stream::Finding *> findings(int row) const { return findingsAt(m_findings, row); }
    // All of this as it is now, for work in another thread.
    [[nodiscard]] ChainSnapshot snapshot() const
    {
        return {.rows = m_rows, .states = m_states, .findings = m_findings};
    }
    // In Checked: the verdict and all findings; nullptr before. Never changed, so that other threads may hold it.
    [[nodiscard]] const std::shared_ptr<const package::Verification> &verification() const noexcept
    {
        return m_verification;
    }
    [[nodiscard]] const QDateTime &verifiedAt() const noexcept { return m_verifiedAt; }
    [[nodiscard]] qint64 verificationMs() const noexcept { return m_verificationMs; }
    [[nodiscard]] const std::optional<StreamError> &problem() const noexcept { return m_problem; }
    // Chunks checked again after the verdict.
    [[nodiscard]] int recheckedRows() const noexcept { return m_recheckedRows; }
    // What the files looked like when the last verification began; see package::footprint().
    [[nodiscard]] const std::string &footprint() const noexcept { return m_footprint; }
    // The files are no longer as they were when they were verified, or are gone.
    [[nodiscard]] bool filesChanged() const noexcept { return m_filesChanged; }
    // Looks whether they are; the answer comes as stageChanged(). Cheap; call it when the window comes to the front.
    void lookForChanges();

Q_SIGNALS:
    void stageChanged();                           // stage, verdict, rechecked rows or filesChanged
    void rowsReset();                              // another index: rows() and all states are new
    void rowsRead();                               // the same rows and states; index() says more of them, or another
    void statesChanged(int firstRow, int lastRow); // states and findings of these rows
    void progressed();
    void verified(); // a verification of the whole came to its end

private:
    struct Checked // by the job's thread, taken by the GUI thread
    {
        std::uint32_t position;
        ChunkState state;
    };
    struct Batch
    {
        std::vector<Checked> checked;
        std::vector<stream::Finding> findings;
    };
    struct Chain // as the index has it, made by a job
    {
        std::shared_ptr<const package::Package> package;
        std::shared_ptr<const ChunkRows> rows;
        RowStates states;
    };
    struct Opened;
    struct Rechecked;

    [[nodiscard]] static Checked checkedOf(const stream::CheckedChunk &chunk);
    [[nodiscard]] static Chain chainOf(std::shared_ptr<const package::ChunkIndex> index);
    void begin(std::unique_ptr<Job> job, Stage stage);
    void showAhead(Chain chain);
    void takeOver(Chain chain);
    void saveIndex();
    void takeFindings(FindingBatches findings);
    void addChecked(const stream::CheckedChunk &chunk);
    void takeChecked();
    void take(Batch batch);
    void takeRechecked(Rechecked result, Stage before);
    void forgetChecked();
    void startVerification();
    void setStage(Stage stage);
    void setVerification(std::shared_ptr<const package::Verification> verification);

    QString m_path;
    package::Expectations m_expectations;
    std::filesystem::path m_indexFolder;
    Stage m_stage = Stage::Opening;
    std::shared_ptr<const package::Package> m_package;
    std::shared_ptr<const ChunkRows> m_rows = std::make_shared<const ChunkRows>();
    RowStates m_states;
    FindingBatches m_findings;
    std::shared_ptr<const package::Verification> m_verification;
    std::optional<StreamError> m_problem;
    QDateTime m_verifiedAt;
    qint64 m_verificationMs = 0;
    int m_recheckedRows = 0;
    std::string m_footprint;
    bool m_filesChanged = false;

    std::mutex m_mutex; // guards m_batches
    std::deque<Batch> m_batches;
    std::unique_ptr<Job> m_job; // last: its thread ends before anything it uses is gone
    std::unique_ptr<Job> m_look;
    std::unique_ptr<Job> m_judging;
    std::unique_ptr<Job> m_saving;
};

} // namespace streamdesk::ui
