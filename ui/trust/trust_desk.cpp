#include "ui/trust/trust_desk.h"

namespace streamdesk::ui {

TrustDesk::TrustDesk(keys::TrustStore store, QObject *parent) : QObject(parent), m_store(std::move(store))
{
    look();
}

TrustDesk::~TrustDesk()
{
    m_job.reset(); // comes to its end
    for (const Change &change : m_waiting) {
        try {
            Outcome ignored;
            work(m_store, change.edit, ignored);
        } catch (const StreamError &) { // there is nobody left to tell
        }
    }
}

void TrustDesk::edit(Edit edit, Done done)
{
    m_waiting.push_back({.edit = std::move(edit), .done = std::move(done)});
    next();
}

void TrustDesk::look()
{
    if (m_waiting.empty()) { // a change reads it anyway
        m_waiting.push_back({});
        next();
    }
}

void TrustDesk::work(const keys::TrustStore &store, const Edit &edit, Outcome &outcome)
{
    if (edit) {
        store.update([&](keys::TrustFile &file) {
            edit(file);
            outcome.file = file;
        });
    } else {
        outcome.file = store.read();
    }
    outcome.text = keys::trustFileText(outcome.file);
}

void TrustDesk::next()
{
    if (m_waiting.empty() || (m_job && m_job->isRunning())) {
        return;
    }
    const Change change = std::move(m_waiting.front());
    m_waiting.pop_front();
    const auto outcome = std::make_shared<Outcome>();
    m_job = std::make_unique<Job>(
        tr("Trusted machines"),
        [outcome, edit = change.edit, store = m_store](const jobs::JobControl &) { work(store, edit, *outcome); });
    connect(m_job.get(), &Job::finished, this, [this, outcome, isEdit = bool(change.edit), done = change.done] {
        const std::optional<StreamError> error = m_job->error();
        const bool news = error ? !isEdit && !m_problem : m_problem || outcome->text != m_text;
        if (!error) {
            m_file = std::move(outcome->file);
            m_text = std::move(outcome->text);
            m_problem.reset();
        } else if (!isEdit) {
            m_problem = error;
        }
        if (news) {
            Q_EMIT changed();
        }
        if (done) {
            done(error);
        }
        next();
    });
    m_job->start();
}

} // namespace streamdesk::ui
