// One opened package: what is in it, what was found, and the work that finds it. The views show it and nothing else.
#pragma once

#include "core/package/verify.h"
#include "ui/jobs/job.h"
#include "ui/package/chunk_rows.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QString>
#include <QVector>

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace streamdesk::ui {

// Lives in the GUI thread; the work is done by jobs. Nothing here blocks.
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

    [[nodiscard]] const QString &path() const noexcept { return m_path; }
    [[nodiscard]] const package::Expectations &expectations() const noexcept { return m_expectations; }
    [[nodiscard]] Stage stage() const noexcept { return m_stage; }

    // Reads the index, and verifies after it when wanted. Also the way to start again after files changed.
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
    [[nodiscard]] const ChunkRows &rows() const noexcept { return m_rows; }
    [[nodiscard]] ChunkState state(int row) const { return m_states[std::size_t(row)]; }
    // How many chunks are in this state; missing stretches count with all their chunks.
    [[nodiscard]] std::uint64_t count(ChunkState state) const { return m_counts[std::size_t(state)]; }
    // What is said of this row, the gravest first; may be empty.
    [[nodiscard]] QVector<const stream::Finding *> findings(int row) const;
    // In Checked: the verdict and all findings.
    [[nodiscard]] const std::optional<package::Verification> &verification() const noexcept { return m_verification; }
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
    void statesChanged(int firstRow, int lastRow); // states and findings of these rows
    void progressed();
    void verified(); // a verification of the whole came to its end

private:
    struct Checked // by the job's thread, taken by the GUI thread
    {
        std::uint32_t position;
        ChunkState state;
    };

    [[nodiscard]] static Checked checkedOf(const stream::CheckedChunk &chunk);
    void begin(std::unique_ptr<Job> job, Stage stage);
    void takeOver(std::shared_ptr<const package::Package> package);
    void takeChecked();
    void setState(int row, ChunkState state);
    void setFindings(std::vector<stream::Finding> findings);
    void addToRows(std::uint32_t finding);
    void noteTwins();
    void startVerification();
    void setStage(Stage stage);

    QString m_path;
    package::Expectations m_expectations;
    Stage m_stage = Stage::Opening;
    std::shared_ptr<const package::Package> m_package;
    ChunkRows m_rows;
    std::vector<ChunkState> m_states;
    std::array<std::uint64_t, chunkStateCount> m_counts{};
    std::vector<stream::Finding> m_findings;
    QMultiHash<int, std::uint32_t> m_findingsOfRow;
    std::unordered_map<std::string, int> m_twins; // rows by their files' names, where several claim one index
    std::optional<package::Verification> m_verification;
    std::optional<StreamError> m_problem;
    QDateTime m_verifiedAt;
    qint64 m_verificationMs = 0;
    int m_recheckedRows = 0;
    std::string m_footprint;
    bool m_filesChanged = false;

    std::mutex m_mutex; // guards m_checked and m_newFindings
    std::vector<Checked> m_checked;
    std::vector<stream::Finding> m_newFindings;
    std::unique_ptr<Job> m_job; // last: its thread ends before anything it uses is gone
    std::unique_ptr<Job> m_look;
    std::unique_ptr<Job> m_judging;
};

} // namespace streamdesk::ui
