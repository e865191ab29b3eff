#include "ui/package/chunk_detail.h"

#include "ui/package/chunk_content.h"
#include "ui/package/chunk_links.h"
#include "ui/package/finding_words.h"
#include "ui/package/package_session.h"
#include "ui/package/row_selection.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/words/values.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace streamdesk::ui {

namespace {

constexpr int edge = 14;
constexpr int narrowest = 360;
constexpr int boxCodeHead = 5; // of an id in the picture of links
constexpr int slowMs = 100;
constexpr int factsPauseMs = 100;
constexpr qsizetype mostRawCharacters = 65'536; // more would block the text widget

QWidget *scrolling(QWidget *content, const QString &name)
{
    content->setProperty("page", true);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    area->setAccessibleName(name);
    return area;
}

} // namespace

ChunkDetail::ChunkDetail(QWidget *parent)
    : QFrame(parent), m_pages(new QStackedWidget), m_hint(new QLabel), m_tabs(new QTabWidget),
      m_content(new ChunkContent)
{
    setProperty("card", true);
    setAccessibleName(tr("Details of the chosen chunk"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_pages);

    m_hint->setProperty("muted", true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setMargin(24);
    m_pages->addWidget(m_hint);

    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(accessibleName());
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->addTab(makeChunkPage(), tr("Chunk %1").arg(grouped(100'000)));
    m_tabs->addTab(m_content, tr("Content"));
    m_tabs->addTab(makeRecipientsPage(), tr("Recipients"));
    m_tabs->addTab(makeRawPage(), tr("Raw JSON"));
    m_pages->addWidget(m_tabs);
    setMinimumWidth(std::max(narrowest, m_tabs->tabBar()->sizeHint().width() + 2)); // all of them are seen

    m_slow.setSingleShot(true);
    m_slow.setInterval(slowMs);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_hint->setText(tr("Reading…"));
        m_pages->setCurrentWidget(m_hint);
    });
    m_factsSoon.setSingleShot(true);
    m_factsSoon.setInterval(factsPauseMs);
    connect(&m_factsSoon, &QTimer::timeout, this, [this] {
        if (m_row >= 0 && m_row == currentRow()) {
            showFacts();
        }
    });
    readAgain();
}

ChunkDetail::~ChunkDetail()
{
    if (m_job) {
        m_job->disconnect(this);
    }
}

QWidget *ChunkDetail::makeChunkPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(edge, 10, edge, edge);
    layout->setSpacing(12);
    m_links = new ChunkLinks;
    connect(m_links, &ChunkLinks::beforeRequested, this, [this] { go(m_row - 1); });
    connect(m_links, &ChunkLinks::behindRequested, this, [this] { go(m_row + 1); });
    m_facts = new FactList;
    layout->addWidget(m_facts);
    layout->addStretch(1);
    layout->addWidget(m_links);
    return scrolling(page, tr("Chunk"));
}

QWidget *ChunkDetail::makeRecipientsPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(edge, 10, edge, edge);
    m_noRecipients = new QLabel;
    m_noRecipients->setProperty("muted", true);
    m_noRecipients->setWordWrap(true);
    layout->addWidget(m_noRecipients);
    m_recipients = new FactList;
    layout->addWidget(m_recipients);
    layout->addStretch(1);
    return scrolling(page, tr("Recipients"));
}

QWidget *ChunkDetail::makeRawPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(edge, 10, edge, edge);
    layout->setSpacing(8);
    auto *head = new QHBoxLayout;
    m_rawNote = new QLabel;
    m_rawNote->setTextFormat(Qt::PlainText);
    m_rawNote->setProperty("muted", true);
    head->addWidget(m_rawNote, 1);
    auto *copy = new QToolButton;
    copy->setProperty("flat", true);
    copy->setIcon(icon(QStringLiteral("copy"), &Colours::muted));
    copy->setText(tr("Copy"));
    copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    copy->setFocusPolicy(Qt::StrongFocus);
    copy->setAccessibleName(tr("Copy the whole JSON text"));
    connect(copy, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(QString::fromStdString(m_reading.text)); });
    head->addWidget(copy);
    layout->addLayout(head);
    m_raw = new QPlainTextEdit;
    m_raw->setReadOnly(true);
    m_raw->setFont(monospaceFont());
    m_raw->setLayoutDirection(Qt::LeftToRight); // as JSON is in every language
    m_raw->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_raw->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_raw->setTabChangesFocus(true);
    m_raw->setAccessibleName(tr("The envelope as it stands in its file"));
    layout->addWidget(m_raw, 1);
    return page;
}

void ChunkDetail::setChain(PackageSession *session, RowSelection *selection, FileKeyRing *keys)
{
    if (m_session) {
        m_session->disconnect(this);
    }
    if (m_selection) {
        m_selection->disconnect(this);
    }
    m_session = session;
    m_selection = selection;
    if (session) {
        connect(session, &PackageSession::rowsReset, this, &ChunkDetail::readAgain);
        connect(session, &PackageSession::rowsRead, this, &ChunkDetail::readAgain);
        connect(session, &PackageSession::stageChanged, this, &ChunkDetail::read); // another package, same rows
        connect(session, &QObject::destroyed, this, &ChunkDetail::readAgain);
        connect(session, &PackageSession::statesChanged, this, [this](int, int) {
            if (!m_factsSoon.isActive()) { // what is said of a neighbour may change what is said here
                m_factsSoon.start();
            }
        });
    }
    if (selection) {
        connect(selection, &RowSelection::changed, this, &ChunkDetail::read);
    }
    m_content->setPackage(session, keys);
    readAgain();
}

int ChunkDetail::currentRow() const
{
    const int row = m_session && m_session->package() && m_selection ? m_selection->current() : -1;
    return row >= 0 && row < m_session->rows().size() ? row : -1;
}

// What was read is of another index.
void ChunkDetail::readAgain()
{
    m_row = -1;
    m_package.reset();
    read();
}

void ChunkDetail::read()
{
    const int row = currentRow();
    const auto package = row < 0 ? nullptr : m_session->sharedPackage();
    if (row < 0) {
        m_slow.stop();
        m_row = -1;
        m_content->showRow(-1, {});
        m_hint->setText(tr("Choose a chunk in the map or in the table to see what is in it."));
        m_pages->setCurrentWidget(m_hint);
        return;
    }
    if (row == m_row && package == m_package) {
        m_slow.stop();
        return;
    }
    if (m_job) { // one at a time; when it ends it looks whether this is still wanted
        return;
    }
    const ChunkRow chunk = m_session->rows().at(row);
    if (!chunk.isHere()) {
        m_package = package;
        showChunk(row, {});
        return;
    }
    const int behind = rowBehind(*m_session, row);
    std::optional<std::size_t> next;
    if (behind >= 0 && m_session->rows().at(behind).isHere()) {
        next = m_session->rows().at(behind).position;
    }
    const auto answer = std::make_shared<ChunkReading>();
    // Without a parent: a slow disk must not hold up who closes the window.
    m_job = new Job(tr("Reading chunk %1").arg(grouped(chunk.first)),
                    [answer, package, position = std::size_t(chunk.position), next](const jobs::JobControl &) {
                        *answer = readChunk(*package, position, next);
                    });
    connect(m_job, &Job::finished, m_job, &QObject::deleteLater);
    connect(m_job, &Job::finished, this, [this, answer, package, row] {
        m_job = nullptr;
        if (row == currentRow() && package == m_session->sharedPackage()) {
            m_package = package;
            showChunk(row, std::move(*answer));
        } else {
            read();
        }
    });
    if (!m_slow.isActive()) {
        m_slow.start();
    }
    m_job->start();
}

void ChunkDetail::showChunk(int row, ChunkReading reading)
{
    m_slow.stop();
    m_row = row;
    m_reading = std::move(reading);
    showFacts();
    showRaw();
    m_content->showRow(row, recipientFacts(m_reading));
    m_pages->setCurrentWidget(m_tabs);
}

void ChunkDetail::showFacts()
{
    const ChunkRows &rows = m_session->rows();
    const ChunkRow &chunk = rows.at(m_row);
    m_tabs->setTabText(0, chunk.count() == 1 ? tr("Chunk %1").arg(chunkList(chunk.first, chunk.last))
                                             : tr("Chunks %1").arg(chunkList(chunk.first, chunk.last)));
    m_facts->setFacts(chunkFacts(*m_session, m_row, m_reading));

    const auto box = [&](int row) {
        if (row < 0) {
            return ChunkLinks::Chunk{};
        }
        const ChunkRow &other = rows.at(row);
        return ChunkLinks::Chunk{
            .number = chunkList(other.first, other.last),
            .id = other.isHere() ? shortCode(shown(m_session->package()->chunkId(other.position)), boxCodeHead)
                                 : QString()};
    };
    m_links->setChain({.before = box(rowBefore(*m_session, m_row)),
                       .here = box(m_row),
                       .behind = box(rowBehind(*m_session, m_row)),
                       .toBefore = linkBefore(*m_session, m_row, m_reading),
                       .toBehind = linkBehind(*m_session, m_row, m_reading)});
    m_links->setWays(m_row > 0, m_row + 1 < rows.size());

    const QVector<Fact> recipients = recipientFacts(m_reading);
    m_recipients->setFacts(recipients);
    m_noRecipients->setVisible(recipients.isEmpty());
    m_noRecipients->setText(m_reading.envelope ? tr("The envelope names nobody who could read this chunk.")
                                               : tr("The envelope is not here or cannot be read, so it is not known "
                                                    "who can read this chunk."));
}

void ChunkDetail::showRaw()
{
    const QString text = QString::fromUtf8(m_reading.text.data(), qsizetype(m_reading.text.size()));
    m_raw->setPlainText(text.left(mostRawCharacters));
    const ChunkRow &chunk = m_session->rows().at(m_row);
    if (!chunk.isHere()) {
        m_rawNote->setText(tr("The envelope is not here."));
    } else if (text.size() > mostRawCharacters) {
        m_rawNote->setText(
            tr("The first %1 characters of %2. Copy takes all of it.")
                .arg(QLocale().toString(mostRawCharacters), shown(m_session->package()->envelopeName(chunk.position))));
    } else {
        m_rawNote->setText(shown(m_session->package()->envelopeName(chunk.position)));
    }
}

void ChunkDetail::go(int row)
{
    if (m_selection && m_session && row >= 0 && row < m_session->rows().size()) {
        m_selection->choose(row);
    }
}

} // namespace streamdesk::ui
