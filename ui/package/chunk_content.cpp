#include "ui/package/chunk_content.h"

#include "core/base/text.h"
#include "core/package/content.h"
#include "ui/content/content_view.h"
#include "ui/jobs/disposal.h"
#include "ui/theme/theme.h"
#include "ui/words/problem_words.h"
#include "ui/words/values.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace streamdesk::ui {

namespace {

constexpr int edge = 14;
constexpr int slowMs = 100;
constexpr std::uint64_t previewBytes = std::uint64_t{1} << 20U;

} // namespace

// What a job reads.
struct ChunkContent::Reading
{
    std::shared_ptr<const ShownContent> shown;
    std::shared_ptr<const stream::BuyerAccess> granted;
};

ChunkContent::ChunkContent(QWidget *parent)
    : QWidget(parent), m_pages(new QStackedWidget), m_opened(new QLabel), m_view(new ContentView)
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    m_pages->addWidget(makeHint());
    auto *const page = new QWidget;
    auto *const column = new QVBoxLayout(page);
    column->setContentsMargins(edge, 10, edge, edge);
    column->setSpacing(6);
    column->addWidget(m_view, 1);
    m_opened->setProperty("muted", true);
    m_opened->setTextFormat(Qt::PlainText);
    m_opened->setWordWrap(true);
    column->addWidget(m_opened);
    m_pages->addWidget(page);
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowMs);
    connect(&m_slow, &QTimer::timeout, this, [this] { say(tr("Reading…")); });
}

ChunkContent::~ChunkContent()
{
    if (m_job) {
        m_job->disconnect(this);
        m_job->requestStop();
    }
}

QWidget *ChunkContent::makeHint()
{
    auto *const page = new QWidget;
    auto *const column = new QVBoxLayout(page);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(10);
    m_heading = new QLabel;
    m_heading->setFont(emphasisFont());
    m_heading->setWordWrap(true);
    m_heading->setTextFormat(Qt::PlainText);
    m_text = new QLabel;
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_recipients = new FactList;
    m_openKey = new QPushButton(tr("Open with a key file…"));
    connect(m_openKey, &QPushButton::clicked, this, &ChunkContent::chooseKeyFile);
    m_showAgain = new QPushButton(tr("Show the content"));
    connect(m_showAgain, &QPushButton::clicked, this, [this] {
        m_locked = false;
        readAgain();
    });
    column->addWidget(m_heading);
    column->addWidget(m_text);
    for (QPushButton *const button : {m_openKey, m_showAgain}) {
        auto *const line = new QHBoxLayout;
        line->addWidget(button);
        line->addStretch(1);
        column->addLayout(line);
    }
    column->addWidget(m_recipients);
    column->addStretch(1);
    auto *const area = new QScrollArea;
    page->setProperty("page", true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(page);
    area->setAccessibleName(tr("About the content"));
    return area;
}

void ChunkContent::setPackage(PackageSession *session, FileKeyRing *keys)
{
    for (QObject *const old : {static_cast<QObject *>(m_session), static_cast<QObject *>(m_keys)}) {
        if (old != nullptr) {
            old->disconnect(this);
        }
    }
    m_session = session;
    m_keys = keys;
    if (session != nullptr) {
        connect(session, &PackageSession::rowsReset, this, &ChunkContent::forget);
    }
    if (keys != nullptr) {
        connect(keys, &KeyRing::changed, this, [this] {
            m_openable.reset();
            readAgain();
        });
        connect(keys, &KeyRing::locked, this, &ChunkContent::lock);
        connect(keys, &FileKeyRing::openFailed, this, &ChunkContent::fail);
    }
    forget();
}

// Other chunks than before: what is known of them is of no use.
void ChunkContent::forget()
{
    m_row = -1;
    forgetKeys();
    readAgain();
}

void ChunkContent::lock()
{
    m_locked = true;
    forgetKeys();
    readAgain();
}

void ChunkContent::forgetKeys()
{
    m_openable.reset();
    disposeElsewhere(std::exchange(m_granted, nullptr));
    m_grantedTo.clear();
}

void ChunkContent::showRow(int row, const QVector<Fact> &recipients)
{
    m_row = row;
    m_recipientFacts = recipients;
    const auto package = m_session ? m_session->sharedPackage() : nullptr;
    if (package != m_package) { // the same rows perhaps, and other files
        m_package = package;
        forgetKeys();
    }
    readAgain();
}

void ChunkContent::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    proceed();
}

// From the beginning; what is shown goes at once.
void ChunkContent::readAgain()
{
    ++m_turn;
    m_view->clear();
    m_waiting = false;
    m_slow.stop();
    if (m_job) {
        m_job->requestStop();
    }
    say({});
    m_wanted = true;
    proceed();
}

void ChunkContent::proceed()
{
    if (!m_wanted || !isVisible() || m_job || m_waiting) {
        return;
    }
    m_wanted = false;
    if (!m_session || !m_package || !m_keys || m_row < 0 || m_row >= m_session->rows().size()) {
        return;
    }
    const ChunkRow &chunk = m_session->rows().at(m_row);
    if (!chunk.isHere() || !m_package->hasCiphertext(std::size_t(chunk.position))) {
        say(tr("There is nothing to read here"), chunk.isHere() ? tr("The encrypted data of this chunk is missing.")
                                                                : tr("The envelope of this chunk is missing."));
        return;
    }
    if (m_locked) {
        say(tr("What was shown here is gone, because the desk was locked."), {}, true, true);
        return;
    }
    if (!m_openable) {
        lookForKeys();
    } else if (const auto key = keyFor(chunk.first)) {
        read(*key);
    } else {
        say(tr("No key on this desk opens this chunk"),
            m_recipientFacts.isEmpty()
                ? tr("Nobody is named whose key would open it.")
                : tr("Its key is wrapped for those below. A buyer's key opens it together with the access files from "
                     "the "
                     "seller; they have to lie in the package's folder, or in a folder “access” beside it."),
            true);
        m_recipients->setFacts(m_recipientFacts);
    }
}

std::optional<OpeningKey> ChunkContent::keyFor(std::uint64_t chunk) const
{
    for (qsizetype i = 0; i < m_asked.size(); ++i) {
        if (package::isIn(m_openable->keys[std::size_t(i)].chunks, chunk)) {
            return m_asked[i];
        }
    }
    return std::nullopt;
}

void ChunkContent::lookForKeys()
{
    m_asked = m_keys->openingKeys();
    if (m_asked.isEmpty()) {
        m_openable = std::make_shared<const package::OpenableReading>();
        m_wanted = true;
        proceed();
        return;
    }
    std::vector<crypto::X25519PublicKey> keys;
    for (const OpeningKey &key : std::as_const(m_asked)) {
        keys.push_back(key.publicKey);
    }
    const auto found = std::make_shared<package::OpenableReading>();
    auto *const job = new Job(
        tr("Looking for what your keys open"), [found, keys, package = m_package](const jobs::JobControl &control) {
            *found = package::findOpenable(*package, keys, package::accessBeside(*package), control);
        });
    connect(job, &Job::finished, this, [this, job, found, turn = m_turn] {
        m_job = nullptr;
        m_slow.stop();
        if (turn == m_turn && job->error()) {
            fail(*job->error());
            return;
        }
        if (turn == m_turn) {
            m_openable = found;
        }
        m_wanted = true;
        proceed();
    });
    begin(job);
}

void ChunkContent::read(const OpeningKey &key)
{
    m_waiting = true;
    m_slow.start();
    m_keys->withOpeningKey(
        key.id, this,
        [this, key, turn = m_turn](crypto::X25519KeyPair pair) {
            if (turn == m_turn) {
                m_waiting = false;
                startReading(key, std::move(pair));
            }
        },
        [this, turn = m_turn](const StreamError &error) {
            if (turn == m_turn) {
                m_waiting = false;
                fail(error);
            }
        });
}

void ChunkContent::startReading(const OpeningKey &key, crypto::X25519KeyPair pair)
{
    const auto reading = std::make_shared<Reading>();
    const auto secret = std::make_shared<std::optional<crypto::X25519KeyPair>>(std::move(pair));
    if (m_grantedTo == key.id) {
        reading->granted = m_granted;
    }
    const auto position = std::size_t(m_session->rows().at(m_row).position);
    auto *const job =
        new Job(tr("Reading chunk %1").arg(grouped(m_session->rows().at(m_row).first)),
                [reading, secret, position, package = m_package](const jobs::JobControl &control) {
                    const auto wiped =
                        std::exchange(*secret, std::nullopt); // gone when the work ends, whatever keeps the job
                    if (!reading->granted) {
                        reading->granted = std::make_shared<const stream::BuyerAccess>(
                            package::grantedTo(wiped->publicKey, *package, package::accessBeside(*package), control));
                    }
                    reading->shown = prepareContent(
                        package::readContent(*package, position, previewBytes, *wiped, *reading->granted, control));
                });
    connect(job, &Job::finished, this, [this, job, reading, key, turn = m_turn] {
        m_job = nullptr;
        m_slow.stop();
        if (turn != m_turn) { // what it read is for nobody
            proceed();
            return;
        }
        if (job->error()) {
            fail(*job->error());
            return;
        }
        m_granted = reading->granted;
        m_grantedTo = key.id;
        m_view->showContent(reading->shown);
        m_opened->setText(tr("Opened with %1. It is held in memory only.").arg(key.label));
        m_pages->setCurrentIndex(1);
    });
    begin(job);
}

void ChunkContent::begin(Job *job)
{
    m_job = job; // without a parent: a slow disk must not hold up who closes the window
    connect(job, &Job::finished, job, &QObject::deleteLater);
    if (!m_slow.isActive()) {
        m_slow.start();
    }
    job->start();
}

void ChunkContent::fail(const StreamError &error)
{
    m_slow.stop();
    const ProblemText problem = describe(error);
    say(error.code() == ErrorCode::Stopped ? tr("It was not read.") : problem.sentence, problem.nextStep, true,
        error.code() == ErrorCode::Stopped);
}

void ChunkContent::say(const QString &heading, const QString &text, bool offersKey, bool offersShow)
{
    m_heading->setText(heading);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_openKey->setVisible(offersKey);
    m_showAgain->setVisible(offersShow);
    m_recipients->setFacts({});
    m_pages->setCurrentIndex(0);
}

void ChunkContent::chooseKeyFile()
{
    auto *const dialog = new QFileDialog(this, tr("Choose the file with your private key"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Key files (*.key *.txt *.hex)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (m_keys) {
            m_locked = false;
            m_keys->openFile(path);
        }
    });
    dialog->open();
}

} // namespace streamdesk::ui
