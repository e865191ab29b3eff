#include "ui/package/decrypt_session.h"

#include "core/base/text.h"
#include "core/package/content.h"
#include "ui/content/content_guess.h"
#include "ui/jobs/disposal.h"
#include "ui/words/values.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace streamdesk::ui {

namespace {

using Secret = std::shared_ptr<std::optional<crypto::X25519KeyPair>>;

// The suffix that programs know such data by, from what the first chunk that opens begins with.
QString suffixOf(const package::Package &package, const stream::BuyerAccess &access, const crypto::X25519KeyPair &key,
                 const jobs::JobControl &control)
{
    constexpr std::uint64_t beginning = std::uint64_t{64} << 10U;
    for (std::size_t position = 0; position < package.count(); ++position) {
        if (!access.contains(package.chunkId(position))) {
            continue;
        }
        try {
            return suffixFor(package::readContent(package, position, beginning, key, access, control));
        } catch (const StreamError &error) {
            if (error.code() == ErrorCode::Stopped) {
                throw;
            }
            break; // the trial says why
        }
    }
    return QStringLiteral("data");
}

Secret asSecret(crypto::X25519KeyPair key)
{
    return std::make_shared<std::optional<crypto::X25519KeyPair>>(std::move(key));
}

} // namespace

DecryptSession::~DecryptSession()
{
    letGo();
    disposeElsewhere(std::move(m_access));
}

DecryptSession::DecryptSession(PackageSession *session, KeyRing *keys, QObject *parent)
    : QObject(parent), m_session(session), m_keys(keys)
{
    connect(m_keys, &KeyRing::changed, this, [this] {
        if (m_stage != Stage::Decrypting && m_stage != Stage::Done) {
            look();
        }
    });
    look();
}

// Stops what runs without waiting for it. Others hear of its end as ever: the window shows what runs.
void DecryptSession::letGo()
{
    if (m_job && m_job->isRunning()) {
        Job *const job = m_job.release();
        job->disconnect(this);
        job->requestStop();
        connect(job, &Job::finished, job, &QObject::deleteLater);
    }
}

void DecryptSession::begin(std::unique_ptr<Job> job)
{
    letGo();
    m_job = std::move(job);
    connect(m_job.get(), &Job::progressed, this, &DecryptSession::progressed);
    m_job->start();
}

void DecryptSession::setStage(Stage stage)
{
    m_stage = stage;
    Q_EMIT changed();
}

void DecryptSession::fail(const StreamError &error, Stage stage)
{
    m_problem = error;
    setStage(stage);
}

void DecryptSession::look()
{
    ++m_turn;
    const QString before = m_chosen < 0 ? QString() : m_choices[std::size_t(m_chosen)].key.id;
    const QVector<OpeningKey> keys = m_keys->openingKeys();
    std::vector<crypto::X25519PublicKey> asked;
    for (const OpeningKey &key : keys) {
        asked.push_back(key.publicKey);
    }
    m_problem.reset();
    const auto found = std::make_shared<package::OpenableReading>();
    auto job =
        std::make_unique<Job>(tr("Looking for what your keys open"),
                              [found, asked, package = m_session->sharedPackage()](const jobs::JobControl &control) {
                                  *found =
                                      package::findOpenable(*package, asked, package::accessBeside(*package), control);
                              });
    connect(job.get(), &Job::finished, this, [this, found, keys, before] {
        if (m_job->error()) {
            fail(*m_job->error(), Stage::Choosing);
            return;
        }
        m_choices.clear();
        for (qsizetype i = 0; i < keys.size(); ++i) {
            const auto &of = found->keys[std::size_t(i)];
            if (of.count > 0) {
                m_choices.push_back({.key = keys[i], .count = of.count, .bytes = of.bytes});
            }
        }
        std::ranges::stable_sort(m_choices, std::greater(), &Choice::count);
        const auto same = std::ranges::find(m_choices, before, [](const Choice &choice) { return choice.key.id; });
        m_chosen = -1;
        m_stage = Stage::Choosing;
        choose(same != m_choices.end() ? int(same - m_choices.begin()) : m_choices.empty() ? -1 : 0);
    });
    begin(std::move(job));
    setStage(Stage::Looking);
}

void DecryptSession::choose(int choice)
{
    if (m_stage == Stage::Decrypting || m_stage == Stage::Done) {
        return;
    }
    if (choice != m_chosen) {
        m_chosen = choice;
        m_suffix.clear();
        m_keyTried = false;
        disposeElsewhere(std::exchange(m_access, nullptr));
    }
    tryAll();
}

bool DecryptSession::isPartial() const
{
    return m_chosen >= 0 && m_choices[std::size_t(m_chosen)].count < m_session->package()->count();
}

void DecryptSession::setOutput(const QString &path)
{
    m_output = path;
    if (m_stage != Stage::Looking) {
        choose(m_chosen);
    }
}

void DecryptSession::tryAll()
{
    ++m_turn;
    m_problem.reset();
    m_preflight = {};
    if (m_chosen < 0 || m_output.isEmpty()) {
        setStage(Stage::Choosing);
        return;
    }
    setStage(Stage::Trying);
    if (m_keyTried) { // the target alone is another
        startTrying(std::nullopt);
        return;
    }
    m_keys->withOpeningKey(
        m_choices[std::size_t(m_chosen)].key.id, this,
        [this, turn = m_turn](crypto::X25519KeyPair key) {
            if (turn == m_turn) {
                startTrying(std::move(key));
            }
        },
        [this, turn = m_turn](const StreamError &error) {
            if (turn == m_turn) {
                fail(error, Stage::Ready);
            }
        });
}

void DecryptSession::startTrying(std::optional<crypto::X25519KeyPair> key)
{
    struct Trial
    {
        std::shared_ptr<const stream::BuyerAccess> access;
        package::Preflight preflight;
        QString suffix;
    };
    const auto trial = std::make_shared<Trial>(Trial{.access = m_access, .preflight = {}, .suffix = m_suffix});
    auto job = std::make_unique<Job>(
        tr("Trying what can fail"),
        [trial, secret = std::make_shared<std::optional<crypto::X25519KeyPair>>(std::move(key)),
         package = m_session->sharedPackage(), partial = isPartial(),
         output = pathFromUtf8(m_output.toStdString())](const jobs::JobControl &control) {
            const auto pair = std::exchange(*secret, std::nullopt);
            if (pair && !trial->access) {
                trial->access = std::make_shared<const stream::BuyerAccess>(
                    package::accessFor(pair->publicKey, *package, package::accessBeside(*package), control));
            }
            if (pair && trial->suffix.isEmpty()) {
                trial->suffix = suffixOf(*package, *trial->access, *pair, control);
            }
            trial->preflight =
                package::preflight(*package, *trial->access, pair ? &*pair : nullptr, output, partial, control);
        });
    connect(job.get(), &Job::finished, this, [this, trial] {
        if (m_job->error()) {
            fail(*m_job->error(), Stage::Ready);
            return;
        }
        m_access = trial->access;
        m_preflight = trial->preflight;
        m_suffix = trial->suffix;
        m_keyTried = std::ranges::none_of(m_preflight.problems, [](const package::Preflight::Problem &problem) {
            return problem.error.code() == ErrorCode::UnwrapFailed
                   || problem.error.code() == ErrorCode::CommitmentMismatch;
        });
        setStage(Stage::Ready);
    });
    begin(std::move(job));
}

bool DecryptSession::canStart() const
{
    return m_stage == Stage::Ready && !m_problem && m_preflight.problems.empty() && !m_preflight.files.empty();
}

void DecryptSession::start()
{
    if (!canStart()) {
        return;
    }
    ++m_turn;
    setStage(Stage::Decrypting);
    m_keys->withOpeningKey(
        m_choices[std::size_t(m_chosen)].key.id, this,
        [this, turn = m_turn](crypto::X25519KeyPair key) {
            if (turn == m_turn) {
                startDecrypting(std::move(key));
            }
        },
        [this, turn = m_turn](const StreamError &error) {
            if (turn == m_turn) {
                fail(error, Stage::Ready);
            }
        });
}

void DecryptSession::startDecrypting(crypto::X25519KeyPair key)
{
    const auto result = std::make_shared<package::ConsumeResult>();
    auto job = std::make_unique<Job>(tr("Decrypting %1").arg(shown(QFileInfo(m_session->path()).fileName())),
                                     [result, secret = asSecret(std::move(key)), access = m_access,
                                      package = m_session->sharedPackage(), partial = isPartial(),
                                      output = pathFromUtf8(m_output.toStdString()),
                                      label = m_choices[std::size_t(m_chosen)].key.label.toStdString(),
                                      expectations = m_session->expectations()](const jobs::JobControl &control) {
                                         package::ConsumeParams params{.access = *access,
                                                                       .buyerId = label,
                                                                       .buyer = *std::exchange(*secret, std::nullopt),
                                                                       .output = output,
                                                                       .partial = partial,
                                                                       .expectations = expectations,
                                                                       .acceptedVerdicts = {}};
                                         *result = package::consume(*package, params, control);
                                     });
    connect(job.get(), &Job::finished, this, [this, result] {
        if (m_job->error()) {
            fail(*m_job->error(), Stage::Ready);
            return;
        }
        m_result = *result;
        setStage(Stage::Done);
    });
    begin(std::move(job));
    Q_EMIT decryptionStarted(m_job.get());
}

void DecryptSession::stop()
{
    ++m_turn;
    if (m_job && m_job->isRunning()) {
        m_job->requestStop();
    } else if (m_stage == Stage::Decrypting) { // no key has come yet
        setStage(Stage::Ready);
    }
}

} // namespace streamdesk::ui
