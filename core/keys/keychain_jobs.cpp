#include "core/keys/keychain_jobs.h"

#include "core/base/errors.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QObject>
#include <QString>
#include <QThread>

#include <algorithm>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <qt6keychain/keychain.h>
#include <span>
#include <vector>

namespace streamdesk::keys {

namespace {

using Outcome = KeychainAnswer::Outcome;

// The thread in which all jobs of this process run: QtKeychain's queue belongs to the thread of its first job. It ends
// with the application, but never waits long for a job that does not come to its end.
class JobThread
{
public:
    static JobThread &instance()
    {
        static auto *const thread = new JobThread; // its jobs may outlive everything else
        return *thread;
    }

    void post(std::function<void()> work)
    {
        QMetaObject::invokeMethod(m_context, std::move(work), Qt::QueuedConnection);
    }
    [[nodiscard]] QObject *context() const { return m_context; }

private:
    JobThread() : m_thread(new QThread), m_context(new QObject)
    {
        m_thread->setObjectName(QStringLiteral("keychain"));
        m_context->moveToThread(m_thread);
        m_thread->start();
        qAddPostRoutine([] {
            constexpr unsigned long longestEnd = 1000; // milliseconds
            instance().m_thread->quit();
            instance().m_thread->wait(longestEnd);
        });
    }

    QThread *m_thread;
    QObject *m_context;
};

// The bytes themselves, also where QtKeychain shares them: writing to a QByteArray would make a copy first.
void wipeShared(const QByteArray &bytes)
{
    crypto::wipe(
        {reinterpret_cast<std::byte *>(const_cast<char *>(bytes.constData())), static_cast<std::size_t>(bytes.size())});
}

// QtKeychain makes copies of a secret in base64 and frees them as they are. Freed blocks are the first to be given out
// again in their thread: this takes them, and what lies around them, and overwrites them.
void wipeFreedMemory()
{
    constexpr std::size_t step = 16;
    constexpr std::size_t largest = 4096; // the longest secret in base64, and more
    constexpr std::size_t most = 12;      // blocks of a size that are kept at hand
    constexpr std::size_t rest = std::size_t{64} << 10U;
    std::vector<std::unique_ptr<std::byte[]>> taken;
    const auto take = [&taken](std::size_t size) {
        taken.push_back(std::make_unique<std::byte[]>(size));
        crypto::wipe({taken.back().get(), size});
    };
    taken.reserve(largest / step * most + 1);
    for (std::size_t size = step - 8; size < largest; size += step) {
        for (std::size_t count = 0; count < most; ++count) {
            take(size);
        }
    }
    take(rest);
}

// An answer on its way from one thread to the other.
template <typename Answer>
class Pending
{
public:
    // True when somebody still waits for it.
    bool give(Answer answer)
    {
        const std::lock_guard guard(m_mutex);
        if (!m_abandoned) {
            m_answer = std::move(answer);
        }
        m_given.notify_all();
        return !m_abandoned;
    }

    Answer wait(std::chrono::steady_clock::time_point until, const std::function<bool()> &stopped)
    {
        constexpr std::chrono::milliseconds slice{50};
        std::unique_lock lock(m_mutex);
        while (!m_given.wait_for(lock, slice, [this] { return m_answer.has_value(); })) {
            const bool stop = stopped && stopped();
            if (stop || std::chrono::steady_clock::now() >= until) {
                m_abandoned = true;
                throw stop ? StreamError(ErrorCode::Stopped, "stopped")
                           : StreamError(ErrorCode::KeychainSlow, "the keychain did not answer in time");
            }
        }
        return std::move(*m_answer);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_given;
    std::optional<Answer> m_answer;
    bool m_abandoned = false;
};

KeychainAnswer answerOf(const QKeychain::Job &job)
{
    const auto as = [&job](Outcome outcome) {
        return KeychainAnswer{.outcome = outcome, .words = job.errorString().toStdString()};
    };
    switch (job.error()) {
    case QKeychain::NoError:
        return {};
    case QKeychain::EntryNotFound:
        return as(Outcome::NotFound);
    case QKeychain::AccessDeniedByUser:
        return as(Outcome::RefusedByPerson);
    case QKeychain::AccessDenied:
        return as(Outcome::Refused);
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return as(Outcome::NoKeychain);
    default:
        return as(Outcome::Failed);
    }
}

// In the thread of the jobs. The job deletes itself after `done`.
void start(QKeychain::Job *job, const std::string &key, std::function<void(QKeychain::Job *)> done)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(QString::fromStdString(key));
    QObject::connect(job, &QKeychain::Job::finished, JobThread::instance().context(), std::move(done));
    job->start();
}

// When the job that just finished, and all that it held, is gone.
void afterwards(std::function<void()> give)
{
    JobThread::instance().post([give = std::move(give)] {
        wipeFreedMemory();
        give();
    });
}

void startRemoving(const std::string &service, const std::string &key, std::function<void(QKeychain::Job *)> done)
{
    start(new QKeychain::DeletePasswordJob(QString::fromStdString(service)), key, std::move(done));
}

} // namespace

KeychainJobs::KeychainJobs(std::string service, std::string key, std::chrono::steady_clock::time_point until,
                           std::function<bool()> stopped)
    : m_service(std::move(service)), m_key(std::move(key)), m_until(until), m_stopped(std::move(stopped))
{
}

ServiceLook KeychainJobs::look() const
{
    const auto pending = std::make_shared<Pending<ServiceLook>>();
    JobThread::instance().post(
        [pending, service = m_service, key = m_key] { pending->give(lookAtService(service, key)); });
    return pending->wait(m_until, m_stopped);
}

KeychainAnswer KeychainJobs::read() const
{
    const auto pending = std::make_shared<Pending<KeychainAnswer>>();
    JobThread::instance().post([pending, service = m_service, key = m_key] {
        start(new QKeychain::ReadPasswordJob(QString::fromStdString(service)), key, [pending](QKeychain::Job *job) {
            KeychainAnswer answer = answerOf(*job);
            const QByteArray data = static_cast<QKeychain::ReadPasswordJob *>(job)->binaryData();
            if (answer.outcome == Outcome::Done) {
                answer.secret = crypto::SecretBytes(static_cast<std::size_t>(data.size()));
                std::ranges::copy(std::as_bytes(std::span(data.constData(), answer.secret.size())),
                                  answer.secret.bytes().begin());
            }
            wipeShared(data);
            afterwards([pending, answer = std::make_shared<KeychainAnswer>(std::move(answer))] {
                pending->give(std::move(*answer));
            });
        });
    });
    return pending->wait(m_until, m_stopped);
}

KeychainAnswer KeychainJobs::write(const crypto::SecretBytes &secret) const
{
    const auto pending = std::make_shared<Pending<KeychainAnswer>>();
    // Deep, so that nobody shares it who would keep a copy after it was wiped.
    const QByteArray data(reinterpret_cast<const char *>(secret.bytes().data()), static_cast<qsizetype>(secret.size()));
    JobThread::instance().post([pending, service = m_service, key = m_key, data] {
        auto *const job = new QKeychain::WritePasswordJob(QString::fromStdString(service));
        job->setBinaryData(data);
        start(job, key, [pending, service, key, data](QKeychain::Job *done) {
            wipeShared(data);
            afterwards([pending, service, key, answer = std::make_shared<KeychainAnswer>(answerOf(*done))] {
                const bool written = answer->outcome == Outcome::Done;
                if (!pending->give(std::move(*answer)) && written) {
                    startRemoving(service, key, [](QKeychain::Job *) {});
                }
            });
        });
    });
    return pending->wait(m_until, m_stopped);
}

KeychainAnswer KeychainJobs::remove() const
{
    const auto pending = std::make_shared<Pending<KeychainAnswer>>();
    JobThread::instance().post([pending, service = m_service, key = m_key] {
        startRemoving(service, key, [pending](QKeychain::Job *job) { pending->give(answerOf(*job)); });
    });
    return pending->wait(m_until, m_stopped);
}

void KeychainJobs::removeLater() const
{
    JobThread::instance().post(
        [service = m_service, key = m_key] { startRemoving(service, key, [](QKeychain::Job *) {}); });
}

} // namespace streamdesk::keys
