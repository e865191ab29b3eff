#include "ui/readings/reading_session.h"

#include "core/base/text.h"
#include "core/io/file.h"
#include "core/jobs/pipeline.h"
#include "core/stream/data_limits.h"
#include "core/stream/field_encryption.h"
#include "ui/words/values.h"

#include <QDateTime>
#include <QFileInfo>

#include <numeric>
#include <span>
#include <utility>

namespace streamdesk::ui {

namespace {

using package::Reading;
using package::ReadingSource;

qint64 timeOf(const std::string &timestamp)
{
    constexpr std::size_t longest = 40;
    if (timestamp.size() > longest) {
        return ReadingEntry::noTime;
    }
    const QDateTime time = QDateTime::fromString(QString::fromStdString(timestamp), Qt::ISODateWithMs);
    // Without a distance from UTC it could be any zone's time.
    return time.isValid() && time.timeSpec() != Qt::LocalTime ? time.toMSecsSinceEpoch() : ReadingEntry::noTime;
}

void countMarks(const json::Tree &value, OpenedReading &reading)
{
    if (stream::isEncryptedField(value)) {
        ++reading.encrypted;
    } else if (stream::isAnonymizedField(value)) {
        ++reading.anonymized;
    } else if (const json::Tree::Object *members = value.object()) {
        for (const auto &[name, member] : *members) {
            countMarks(member, reading);
        }
    } else if (const json::Tree::Array *elements = value.array()) {
        for (const json::Tree &element : *elements) {
            countMarks(element, reading);
        }
    }
}

ReadingOutcome outcomeOf(stream::DataVerdict verdict)
{
    switch (verdict) {
    case stream::DataVerdict::Intact:
        return ReadingOutcome::Intact;
    case stream::DataVerdict::NotSignedByDid:
        return ReadingOutcome::NotSignedByDid;
    case stream::DataVerdict::InvalidSignature:
        return ReadingOutcome::InvalidSignature;
    case stream::DataVerdict::InvalidDid:
        return ReadingOutcome::InvalidDid;
    case stream::DataVerdict::NotCheckable:
        return ReadingOutcome::NotCheckable;
    }
    return ReadingOutcome::Unreadable;
}

// Never throws for what is in the text.
std::shared_ptr<const OpenedReading> openText(std::string text, const std::string &name)
{
    auto reading = std::make_shared<OpenedReading>();
    reading->text = std::move(text);
    try {
        reading->package = std::make_shared<const stream::DataPackage>(stream::readDataPackage(reading->text));
        reading->verification = stream::verifyDataPackage(*reading->package);
        countMarks(reading->package->payload, *reading);
    } catch (StreamError &error) {
        error.addContext(ErrorContext{.file = name, .field = {}, .chunk = {}});
        reading->error = error;
    }
    return reading;
}

ReadingEntry entryOf(const OpenedReading &opened, const Reading &from)
{
    return ReadingEntry{.outcome = opened.outcome(),
                        .size = std::uint32_t(opened.text.size()),
                        .offset = from.offset,
                        .line = from.line,
                        .time = opened.package ? timeOf(opened.package->timestamp) : ReadingEntry::noTime};
}

// The text of one reading, read again. Throws IoError.
std::string textOf(const std::filesystem::path &path, ReadingSession::Kind kind, const ReadingEntry &entry,
                   const std::string &fileName)
{
    std::string text;
    switch (kind) {
    case ReadingSource::Kind::File:
        io::readTextFile(path, stream::dataPackageLimits.maxBytes, text);
        break;
    case ReadingSource::Kind::Folder:
        package::FolderStore(path, package::FolderStore::Reach::Flat)
            .readText(fileName, stream::dataPackageLimits.maxBytes, text);
        break;
    case ReadingSource::Kind::Lines:
        text.resize(entry.size);
        const io::File file = io::File::openForReading(path);
        text.resize(file.readAt(std::as_writable_bytes(std::span(text)), entry.offset));
        break;
    }
    return text;
}

} // namespace

ReadingOutcome OpenedReading::outcome() const
{
    return package ? outcomeOf(verification.verdict) : ReadingOutcome::Unreadable;
}

ReadingSession::ReadingSession(QString path, QObject *parent) : QObject(parent), m_path(std::move(path)) {}

void ReadingSession::read()
{
    m_job.reset();
    m_load.reset();
    m_entries.clear();
    m_fileNames.clear();
    m_counts = {};
    m_problem.reset();
    m_batch = {};
    m_found.reset();
    m_opened.reset();
    m_openedIndex = m_wantedIndex = -1;
    Q_EMIT cleared();
    const QString name = shown(QFileInfo(m_path).fileName());
    m_job =
        std::make_unique<Job>(tr("Verifying %1").arg(name), [this](const jobs::JobControl &control) { work(control); });
    connect(m_job.get(), &Job::progressed, this, &ReadingSession::take);
    connect(m_job.get(), &Job::finished, this, &ReadingSession::ended);
    m_job->start();
    setStage(Stage::Reading);
}

void ReadingSession::stop()
{
    if (m_job) {
        m_job->requestStop();
    }
}

QString ReadingSession::fileName(int index) const
{
    return m_kind == Kind::Folder ? QString::fromStdString(m_fileNames[std::size_t(index)]) : QString();
}

std::uint64_t ReadingSession::total() const
{
    return std::accumulate(m_counts.begin(), m_counts.end(), std::uint64_t{0});
}

void ReadingSession::work(const jobs::JobControl &control)
{
    ReadingSource source(pathFromUtf8(m_path.toStdString()), false, [&control] { return control.stopRequested(); });
    if (source.kind() == Kind::File) {
        workOnFile(source);
        control.checkStop();
    } else {
        workOnMany(source, control);
    }
}

void ReadingSession::workOnFile(ReadingSource &source)
{
    Reading reading;
    (void)source.next(reading);
    const auto opened = openText(std::move(reading.text), reading.name);
    const std::lock_guard lock(m_mutex);
    m_batch.entries.push_back(entryOf(*opened, reading));
    m_batch.counts[std::size_t(opened->outcome())] = 1;
    m_batch.only = opened;
}

void ReadingSession::workOnMany(ReadingSource &source, const jobs::JobControl &control)
{
    constexpr std::size_t memoryBudget = std::size_t{64} << 20U;
    constexpr std::size_t usualSize = std::size_t{1} << 20U;
    struct Slot
    {
        Reading reading;
        ReadingEntry entry;
        bool readable = true;
    };
    std::size_t listed = 0;
    jobs::Progress progress;
    if (source.kind() == Kind::Lines) {
        progress.bytesTotal = std::uint64_t(QFileInfo(m_path).size());
    }
    jobs::runPipeline(
        jobs::PipelineShape::fitting(usualSize, memoryBudget), control, [] { return std::make_unique<Slot>(); },
        [&](std::unique_ptr<Slot> &slot) {
            slot->readable = true;
            try {
                return source.next(slot->reading);
            } catch (const StreamError &) {
                if (source.kind() != Kind::Folder) {
                    throw; // where the next line begins nobody knows
                }
                slot->readable = false;
                return true;
            }
        },
        [](std::unique_ptr<Slot> &slot) {
            slot->entry = {};
            if (slot->readable) {
                const auto opened = openText(std::move(slot->reading.text), slot->reading.name);
                slot->entry = entryOf(*opened, slot->reading);
            }
        },
        [&](std::unique_ptr<Slot> &slot) {
            progress.bytesDone += slot->entry.size + (slot->entry.line > 0 ? 1 : 0);
            ++progress.chunksDone;
            control.report(progress);
            const std::lock_guard lock(m_mutex);
            m_batch.kind = source.kind();
            ++m_batch.counts[std::size_t(slot->entry.outcome)];
            if (listed < mostListed) {
                ++listed;
                m_batch.entries.push_back(slot->entry);
                if (source.kind() == Kind::Folder) {
                    m_batch.fileNames.push_back(slot->reading.fileName);
                }
            }
        });
}

void ReadingSession::take()
{
    Batch batch;
    {
        const std::lock_guard lock(m_mutex);
        std::swap(batch, m_batch);
    }
    if (!batch.entries.empty()) {
        m_kind = batch.kind;
    }
    const int first = size();
    m_entries.insert(m_entries.end(), batch.entries.begin(), batch.entries.end());
    m_fileNames.insert(m_fileNames.end(), batch.fileNames.begin(), batch.fileNames.end());
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        m_counts[i] += batch.counts[i];
    }
    if (size() > first) {
        Q_EMIT entriesAdded(first, size() - 1);
    }
    Q_EMIT progressed();
    if (batch.only) {
        m_opened = batch.only;
        m_openedIndex = 0;
        Q_EMIT opened();
    }
}

void ReadingSession::ended()
{
    take();
    if (m_job->wasStopped()) {
        setStage(Stage::Stopped);
    } else if (m_job->error()) {
        m_problem = m_job->error();
        setStage(Stage::Failed);
    } else {
        setStage(Stage::Read);
    }
}

void ReadingSession::open(int index)
{
    m_wantedIndex = -1;
    if (index == m_openedIndex) {
        return; // it is there or on its way
    }
    if (m_load && m_load->isRunning()) {
        m_wantedIndex = index; // once the other is there
        return;
    }
    m_openedIndex = index;
    const std::string path = m_path.toStdString();
    const std::string name = m_kind == Kind::Folder ? m_fileNames[std::size_t(index)] : std::string();
    m_load = std::make_unique<Job>(tr("Reading %1").arg(shown(QFileInfo(m_path).fileName())),
                                   [this, path, name, kind = m_kind, entry = entry(index)](const jobs::JobControl &) {
                                       std::shared_ptr<const OpenedReading> found;
                                       const std::string shown = name.empty() ? path : path + "/" + name;
                                       try {
                                           found = openText(textOf(pathFromUtf8(path), kind, entry, name), shown);
                                       } catch (const StreamError &error) {
                                           auto unreadable = std::make_shared<OpenedReading>();
                                           unreadable->error = error;
                                           found = unreadable;
                                       }
                                       const std::lock_guard lock(m_mutex);
                                       m_found = std::move(found);
                                   });
    // Queued, because loaded() may begin the next one, which ends this one's life.
    connect(m_load.get(), &Job::finished, this, &ReadingSession::loaded, Qt::QueuedConnection);
    m_load->start();
}

void ReadingSession::loaded()
{
    if (m_wantedIndex >= 0) {
        open(std::exchange(m_wantedIndex, -1));
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        if (!m_found) { // everything is being read anew
            return;
        }
        m_opened = std::move(m_found);
    }
    ReadingEntry &known = m_entries[std::size_t(m_openedIndex)];
    const ReadingOutcome outcome = m_opened->outcome();
    if (known.outcome != outcome) {
        --m_counts[std::size_t(known.outcome)];
        ++m_counts[std::size_t(outcome)];
        known.outcome = outcome;
        Q_EMIT entryChanged(m_openedIndex);
    }
    Q_EMIT opened();
}

void ReadingSession::setStage(Stage stage)
{
    m_stage = stage;
    Q_EMIT stageChanged();
}

} // namespace streamdesk::ui
