// One opened file or folder of signed readings: which of them are signed by the machine they name, and any of them in
// full. Only verdicts and places are kept; a reading is read again when it is looked at.
#pragma once

#include "core/package/readings.h"
#include "core/stream/data_package.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QString>

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace streamdesk::ui {

enum class ReadingOutcome : std::uint8_t {
    Intact,
    NotSignedByDid,
    InvalidSignature,
    InvalidDid,
    NotCheckable,
    Unreadable, // no data package
};
inline constexpr std::size_t readingOutcomeCount = 6;

struct ReadingEntry
{
    static constexpr qint64 noTime = std::numeric_limits<qint64>::min();

    ReadingOutcome outcome = ReadingOutcome::Unreadable;
    std::uint32_t size = 0;   // bytes
    std::uint64_t offset = 0; // in its file
    std::uint64_t line = 0;   // in JSON lines; 0 otherwise
    qint64 time = noTime;     // of its timestamp, ms since 1970 UTC, when it is written with its distance from UTC
};

// A reading with all that is to be said of it.
struct OpenedReading
{
    std::string text;                                   // as it is in the file
    std::shared_ptr<const stream::DataPackage> package; // nullptr when it is none: see error
    stream::DataVerification verification;
    std::optional<StreamError> error;
    int encrypted = 0;  // fields that are marked so
    int anonymized = 0; // likewise

    [[nodiscard]] ReadingOutcome outcome() const;
};

// Lives in the GUI thread; the work is done by jobs. Nothing here blocks.
class ReadingSession : public QObject
{
    Q_OBJECT

public:
    enum class Stage {
        Reading,
        Failed,  // problem(); what was read before it stays
        Stopped, // by the person: what was read so far
        Read,
    };
    using Kind = package::ReadingSource::Kind;
    static constexpr std::size_t mostListed = 1'000'000; // those behind are counted

    // `path`: a JSON file, JSON lines (.jsonl, .ndjson) or a folder of JSON files.
    explicit ReadingSession(QString path, QObject *parent = nullptr);

    [[nodiscard]] const QString &path() const noexcept { return m_path; }
    [[nodiscard]] Stage stage() const noexcept { return m_stage; }

    // Reads and verifies everything, from the beginning.
    void read();
    void stop();
    // What reads and verifies; nullptr before read().
    [[nodiscard]] Job *job() const noexcept { return m_job.get(); }
    [[nodiscard]] const std::optional<StreamError> &problem() const noexcept { return m_problem; }

    [[nodiscard]] Kind kind() const noexcept { return m_kind; }
    [[nodiscard]] int size() const noexcept { return int(m_entries.size()); }
    [[nodiscard]] const ReadingEntry &entry(int index) const { return m_entries[std::size_t(index)]; }
    // The file's name in a folder; empty otherwise.
    [[nodiscard]] QString fileName(int index) const;
    [[nodiscard]] std::uint64_t count(ReadingOutcome outcome) const { return m_counts[std::size_t(outcome)]; }
    [[nodiscard]] std::uint64_t total() const;

    // Reads one in full; it comes with opened(). Of several calls the last one counts.
    void open(int index);
    [[nodiscard]] int openedIndex() const noexcept { return m_openedIndex; } // -1 before the first
    [[nodiscard]] const std::shared_ptr<const OpenedReading> &openedReading() const noexcept { return m_opened; }

Q_SIGNALS:
    void stageChanged();
    void cleared();                         // read() begins
    void entriesAdded(int first, int last); // some 20 times a second
    void entryChanged(int index);           // what was opened is no longer what was read
    void progressed();
    void opened();

private:
    struct Batch // by the job's threads, taken by the GUI thread
    {
        Kind kind = Kind::File;
        std::vector<ReadingEntry> entries;
        std::vector<std::string> fileNames; // of a folder
        std::array<std::uint64_t, readingOutcomeCount> counts{};
        std::shared_ptr<const OpenedReading> only; // of a file that is one reading
    };

    void work(const jobs::JobControl &control);
    void workOnFile(package::ReadingSource &source);
    void workOnMany(package::ReadingSource &source, const jobs::JobControl &control);
    void take();
    void ended();
    void loaded();
    void setStage(Stage stage);

    QString m_path;
    Stage m_stage = Stage::Reading;
    Kind m_kind = Kind::File;
    std::vector<ReadingEntry> m_entries;
    std::vector<std::string> m_fileNames;
    std::array<std::uint64_t, readingOutcomeCount> m_counts{};
    std::optional<StreamError> m_problem;
    int m_openedIndex = -1;
    int m_wantedIndex = -1;
    std::shared_ptr<const OpenedReading> m_opened;

    std::mutex m_mutex; // guards m_batch and m_found
    Batch m_batch;
    std::shared_ptr<const OpenedReading> m_found; // by m_load
    std::unique_ptr<Job> m_job;                   // last: their threads end before anything they use is gone
    std::unique_ptr<Job> m_load;
};

} // namespace streamdesk::ui
