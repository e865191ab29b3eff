#include "core/keys/keychain_home.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/keys/keychain_jobs.h"

#include <QtGlobal>

#include <algorithm>

namespace streamdesk::keys {

namespace {

using Outcome = KeychainAnswer::Outcome;
using State = ServiceLook::State;

StreamError problem(ErrorCode code, std::string_view message, const KeyRecord &record)
{
    return StreamError(code, message, ErrorContext{.file = {}, .field = record.label, .chunk = {}});
}

// Whether the system could have shown a question.
bool canAskPeople()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
}

StreamError lockedProblem(const KeyRecord &record)
{
    return canAskPeople() ? problem(ErrorCode::KeychainCancelled,
                                    "the keychain stayed locked: the question for its password was closed", record)
                          : problem(ErrorCode::KeychainLocked,
                                    "the keychain is locked, and nobody can be asked for its password here", record);
}

StreamError absentProblem(const KeyRecord &record)
{
    return problem(ErrorCode::KeychainAbsent, "there is no keychain that this program could use", record);
}

StreamError goneProblem(const KeyRecord &record)
{
    return problem(ErrorCode::KeychainGone, "the keychain's program ended while it was asked", record);
}

// What a service that was looked at can say without any job.
void requireReachable(const ServiceLook &look, const KeyRecord &record)
{
    switch (look.state) {
    case State::NoBus:
        throw absentProblem(record);
    case State::Gone:
        throw goneProblem(record);
    case State::Denied:
        throw problem(ErrorCode::KeychainDenied, "this program may not use the keychain", record);
    default:
        return;
    }
}

// What a job's failure means, by what the service looked like before and looks like now.
StreamError problemOf(const KeychainAnswer &answer, const ServiceLook &before, const ServiceLook &after,
                      const KeyRecord &record)
{
    const bool wasThere = before.state == State::Ready || before.state == State::Silent;
    const bool otherOwner = before.state == State::Ready && after.owner != before.owner;
    if (answer.outcome == Outcome::NoKeychain) {
        return absentProblem(record);
    }
    if (answer.outcome == Outcome::RefusedByPerson) {
        return problem(ErrorCode::KeychainCancelled, "the question for the keychain's password was closed", record);
    }
    if (wasThere && (after.state == State::Gone || after.state == State::NoService || otherOwner)) {
        return goneProblem(record);
    }
    if (after.state == State::NoService) {
        return absentProblem(record);
    }
    if (after.lockedEntries > 0 || (after.state == State::Ready && after.entries == 0 && after.collectionLocked)) {
        return lockedProblem(record);
    }
    if (answer.outcome == Outcome::NotFound) {
        return problem(ErrorCode::KeyEntryMissing, "the secret of this key is not in the keychain any more", record);
    }
    if (answer.outcome == Outcome::Refused) {
        return problem(ErrorCode::KeychainDenied, "the keychain did not let this program in", record);
    }
    return problem(ErrorCode::KeychainFailed, "the keychain says: " + redact(printable(answer.words)), record);
}

KeychainJobs jobsFor(const KeyRecord &record, std::chrono::milliseconds patience, const std::function<bool()> &stopped)
{
    const std::string application = KeychainHome::application;
    return {application, application + "/" + record.id, std::chrono::steady_clock::now() + patience, stopped};
}

// Adds the key's name to what a job throws.
template <typename Action>
auto named(const KeyRecord &record, Action &&action)
{
    try {
        return action();
    } catch (StreamError &error) {
        error.addContext(ErrorContext{.file = {}, .field = record.label, .chunk = {}});
        throw;
    }
}

} // namespace

KeychainHome::KeychainHome(std::chrono::milliseconds patience, std::function<bool()> stopped)
    : m_patience(patience), m_stopped(std::move(stopped))
{
}

void KeychainHome::store(const KeyRecord &record, const crypto::SecretBytes &secret)
{
    if (secret.size() > mostBytes) {
        throw problem(ErrorCode::SecretTooLarge,
                      "is too large for a keychain: at most " + std::to_string(mostBytes) + " bytes", record);
    }
    named(record, [&] {
        const KeychainJobs jobs = jobsFor(record, m_patience, m_stopped);
        const ServiceLook before = jobs.look();
        requireReachable(before, record);
        const bool known = before.state == State::Ready;
        if (known ? before.entries > 0 : jobs.read().outcome == Outcome::Done) {
            throw problem(ErrorCode::KeyExists, "the keychain has a secret under this id already", record);
        }
        const KeychainAnswer written = jobs.write(secret);
        if (written.outcome != Outcome::Done) {
            throw problemOf(written, before, jobs.look(), record);
        }
        try {
            const KeychainAnswer back = jobs.read();
            if (back.outcome != Outcome::Done) {
                throw problemOf(back, before, jobs.look(), record);
            }
            if (!std::ranges::equal(back.secret.bytes(), secret.bytes())) {
                throw problem(ErrorCode::KeychainFailed, "the keychain did not keep what it was given", record);
            }
        } catch (const StreamError &) {
            jobs.removeLater();
            throw;
        }
    });
}

crypto::SecretBytes KeychainHome::fetch(const KeyRecord &record)
{
    return named(record, [&] {
        const KeychainJobs jobs = jobsFor(record, m_patience, m_stopped);
        const ServiceLook before = jobs.look();
        requireReachable(before, record);
        KeychainAnswer answer = jobs.read();
        if (answer.outcome != Outcome::Done) {
            throw problemOf(answer, before, jobs.look(), record);
        }
        return std::move(answer.secret);
    });
}

void KeychainHome::remove(const KeyRecord &record)
{
    named(record, [&] {
        const KeychainJobs jobs = jobsFor(record, m_patience, m_stopped);
        const ServiceLook before = jobs.look();
        requireReachable(before, record);
        const bool known = before.state == State::Ready;
        if (known && before.entries == 0 && !before.collectionLocked) {
            throw problem(ErrorCode::KeyEntryMissing, "the secret of this key is not in the keychain any more", record);
        }
        const KeychainAnswer answer = jobs.remove();
        const ServiceLook after = jobs.look();
        if (answer.outcome != Outcome::Done) {
            throw problemOf(answer, before, after, record);
        }
        // QtKeychain calls it done as well when nothing could be removed.
        const bool still =
            known ? after.state != State::Ready || after.entries > 0 : jobs.read().outcome != Outcome::NotFound;
        if (still) {
            throw problemOf({.outcome = Outcome::Failed, .words = "it is still there"}, before, after, record);
        }
        if (known && before.entries == 0) { // locked, and nothing of this name in it that could be seen
            throw problemOf({.outcome = Outcome::NotFound}, before, after, record);
        }
    });
}

} // namespace streamdesk::keys
