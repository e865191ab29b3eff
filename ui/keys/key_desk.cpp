#include "ui/keys/key_desk.h"

#include "core/keys/keychain_home.h"

#include <algorithm>
#include <chrono>

namespace streamdesk::ui {

namespace {

// How long a person may take to answer the keychain's own question.
constexpr std::chrono::seconds patience{90};

} // namespace

KeyDesk::KeyDesk(Places places, QObject *parent)
    : QObject(parent), m_places(std::move(places)), m_store(std::make_shared<keys::KeyStore>(m_places.list))
{
    if (m_places.keychain) {
        m_store->addHome(
            std::make_shared<keys::KeychainHome>(patience, [ending = m_ending] { return ending->load(); }));
    }
    m_store->addHome(std::make_shared<keys::FileHome>(
        [this](const keys::PassphraseRequest &request) { return ask(request); }, m_places.secrets, m_places.cost));
    look();
}

KeyDesk::~KeyDesk()
{
    *m_ending = true; // nobody waits for the keychain any more
    m_questions.close();
    m_job.reset(); // comes to its end
}

const keys::KeyRecord *KeyDesk::find(const std::string &id) const noexcept
{
    const auto found = std::ranges::find(m_keys, id, &keys::KeyRecord::id);
    return found == m_keys.end() ? nullptr : &*found;
}

// In the thread of the job, which waits for the answer.
std::optional<crypto::SecretBytes> KeyDesk::ask(const keys::PassphraseRequest &request)
{
    const auto question = std::make_shared<AskedPassphrase>(request);
    m_questions.add(question);
    QMetaObject::invokeMethod(
        this,
        [this, question] {
            if (!question->isAnswered()) {
                Q_EMIT passphraseAsked(question);
                if (question.use_count() <= 2) { // this and the one who waits: nobody took it
                    question->answer(std::nullopt);
                }
            }
        },
        Qt::QueuedConnection);
    return question->wait();
}

void KeyDesk::run(const QString &title, Work work, Done done)
{
    m_waiting.push_back({.title = title, .work = std::move(work), .done = std::move(done)});
    next();
}

void KeyDesk::look()
{
    if (m_waiting.empty()) { // work reads it anyway
        m_waiting.push_back({});
        next();
    }
}

void KeyDesk::next()
{
    if (m_waiting.empty() || (m_job && m_job->isRunning())) {
        return;
    }
    Task task = std::move(m_waiting.front());
    m_waiting.pop_front();
    struct Outcome
    {
        keys::KeyList list;
        std::optional<StreamError> problem; // of reading the list
    };
    const auto outcome = std::make_shared<Outcome>();
    m_job = std::make_unique<Job>(
        task.title, [outcome, store = m_store, work = std::move(task.work), list = m_places.list](const auto &control) {
            const auto read = [&] {
                try {
                    outcome->list = list.read();
                } catch (const StreamError &error) {
                    outcome->problem = error;
                }
            };
            try {
                if (work) {
                    work(*store, control);
                }
            } catch (...) {
                read();
                throw;
            }
            read();
        });
    connect(m_job.get(), &Job::finished, this, [this, outcome, done = std::move(task.done)] {
        const std::optional<StreamError> error = m_job->error();
        const bool other = outcome->problem
                               ? !m_problem || outcome->problem->code() != m_problem->code()
                               : m_problem || outcome->list.keys != m_keys
                                     || outcome->list.usualHome.value_or(keys::HomeKind::Keychain) != m_usualHome;
        m_problem = outcome->problem;
        if (!m_problem) {
            m_keys = std::move(outcome->list.keys);
            m_usualHome = outcome->list.usualHome.value_or(keys::HomeKind::Keychain);
        }
        setDoing({});
        if (other) {
            Q_EMIT changed();
        }
        if (done) {
            done(error);
        }
        next();
    });
    setDoing(task.title);
    m_job->start();
}

void KeyDesk::setDoing(const QString &doing)
{
    if (doing != m_doing) {
        m_doing = doing;
        Q_EMIT doingChanged();
    }
}

void KeyDesk::lock()
{
    m_questions.refuseAll();
    // In its turn: who holds a home now may be waiting for the keychain.
    run({}, [](keys::KeyStore &store, const jobs::JobControl &) { store.lock(); });
    if (!m_locked) {
        m_locked = true;
        Q_EMIT lockedChanged();
    }
}

void KeyDesk::unlock()
{
    if (m_locked) {
        m_locked = false;
        Q_EMIT lockedChanged();
    }
}

} // namespace streamdesk::ui
