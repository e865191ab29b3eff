// All about the chunk that is chosen.
#pragma once

#include "ui/jobs/job.h"
#include "ui/package/chunk_facts.h"

#include <QFrame>
#include <QPointer>
#include <QTimer>

#include <memory>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTabWidget;

namespace streamdesk::ui {

class ChunkContent;
class ChunkLinks;
class FileKeyRing;
class PackageSession;
class RowSelection;

// GUI thread; envelopes are read by a job.
class ChunkDetail : public QFrame
{
    Q_OBJECT

public:
    explicit ChunkDetail(QWidget *parent = nullptr);
    ~ChunkDetail() override;

    // nullptr for both: a hint. None is owned; all may go before this. Without `keys` no content is
    // shown.
    void setChain(PackageSession *session, RowSelection *selection, FileKeyRing *keys = nullptr);

private:
    [[nodiscard]] QWidget *makeChunkPage();
    [[nodiscard]] QWidget *makeRecipientsPage();
    [[nodiscard]] QWidget *makeRawPage();
    [[nodiscard]] int currentRow() const;
    void read();
    void readAgain();
    void showChunk(int row, ChunkReading reading);
    void showFacts();
    void showRaw();
    void go(int row);

    QPointer<PackageSession> m_session;
    QPointer<RowSelection> m_selection;
    QPointer<Job> m_job;    // deletes itself
    int m_row = -1;         // the row that is shown
    ChunkReading m_reading; // of m_row, from
    std::shared_ptr<const package::Package> m_package;
    QTimer m_slow; // until "reading…" is worth saying
    QTimer m_factsSoon;

    QStackedWidget *m_pages;
    QLabel *m_hint;
    QTabWidget *m_tabs;
    FactList *m_facts = nullptr;
    ChunkLinks *m_links = nullptr;
    ChunkContent *m_content;
    FactList *m_recipients = nullptr;
    QLabel *m_noRecipients = nullptr;
    QPlainTextEdit *m_raw = nullptr;
    QLabel *m_rawNote = nullptr;
};

} // namespace streamdesk::ui
