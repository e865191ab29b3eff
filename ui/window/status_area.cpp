#include "ui/window/status_area.h"

#include "ui/jobs/job.h"
#include "ui/theme/icons.h"
#include "ui/words/amounts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace streamdesk::ui {

StatusArea::StatusArea(QWidget *parent)
    : QFrame(parent), m_text(new QLabel(this)), m_job(new QLabel(this)), m_bar(new QProgressBar(this)),
      m_stop(new QToolButton(this))
{
    setObjectName(QStringLiteral("statusArea"));
    setFixedHeight(fontMetrics().height() + 14);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 8, 0);
    layout->setSpacing(8);
    for (QLabel *const label : {m_text, m_job}) {
        label->setProperty("muted", true);
        label->setTextFormat(Qt::PlainText);
    }
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(120, 6);
    m_bar->setAccessibleName(tr("Progress"));
    m_stop->setProperty("flat", true);
    m_stop->setIcon(icon(QStringLiteral("stop"), &Colours::muted));
    m_stop->setIconSize({14, 14});
    m_stop->setToolTip(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop"));
    connect(m_stop, &QToolButton::clicked, this, &StatusArea::stopAll);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_job);
    layout->addWidget(m_bar);
    layout->addWidget(m_stop);
    update();
}

void StatusArea::setText(const QString &text)
{
    m_text->setText(text);
}

void StatusArea::follow(Job *job)
{
    if (!job->isRunning() || m_jobs.contains(job)) {
        return;
    }
    m_jobs.append(job);
    connect(job, &Job::progressed, this, &StatusArea::update);
    connect(job, &Job::finished, this, &StatusArea::update);
    update();
}

int StatusArea::running() const
{
    return int(titlesOfRunning().size());
}

QStringList StatusArea::titlesOfRunning() const
{
    QStringList titles;
    for (const QPointer<Job> &job : m_jobs) {
        if (job && job->isRunning()) {
            titles.append(job->title());
        }
    }
    return titles;
}

void StatusArea::stopAll()
{
    for (const QPointer<Job> &job : std::as_const(m_jobs)) {
        if (job && job->isRunning()) {
            job->requestStop();
        }
    }
}

void StatusArea::update()
{
    m_jobs.removeIf([](const QPointer<Job> &job) { return !job || !job->isRunning(); });
    const bool busy = !m_jobs.isEmpty();
    m_job->setVisible(busy);
    m_bar->setVisible(busy);
    m_stop->setVisible(busy);
    if (!busy) {
        return;
    }
    double done = 0;
    double total = 0;
    for (const QPointer<Job> &job : std::as_const(m_jobs)) {
        const jobs::Progress progress = job->progress();
        done += double(progress.bytesDone);
        total += double(progress.bytesTotal);
    }
    m_bar->setValue(total > 0 ? int(done / total * 1000) : 0);
    if (m_jobs.size() > 1) {
        m_job->setText(tr("%Ln job(s) running", nullptr, int(m_jobs.size())));
        return;
    }
    const QString pace = paceText(*m_jobs.front());
    m_job->setText(pace.isEmpty() ? m_jobs.front()->title() : tr("%1 · %2").arg(m_jobs.front()->title(), pace));
}

} // namespace streamdesk::ui
