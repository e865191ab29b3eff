// What is in the chosen chunk and behind it, for who has a key that opens it.
#pragma once

#include "core/package/openable.h"
#include "ui/content/file_key_ring.h"
#include "ui/jobs/job.h"
#include "ui/package/package_session.h"
#include "ui/widgets/fact_list.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace streamdesk::ui {

class ContentView;
struct ShownContent;

// GUI thread; the work is done by jobs, one at a time. Nothing is read or decrypted while it is not to be seen. What
// was decrypted is let go when another chunk is chosen, and on lock.
class ChunkContent : public QWidget
{
    Q_OBJECT

public:
    explicit ChunkContent(QWidget *parent = nullptr);
    ~ChunkContent() override;

    // Neither is owned; both may go before this. nullptr for both: nothing is shown.
    void setPackage(PackageSession *session, FileKeyRing *keys);
    // A row of the session, or -1. `recipients`: for whom its key is wrapped, for those who have none.
    void showRow(int row, const QVector<Fact> &recipients);

    [[nodiscard]] ContentView *view() const noexcept { return m_view; }

public Q_SLOTS:
    void chooseKeyFile();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Reading;

    [[nodiscard]] QWidget *makeHint();
    void forget();
    void forgetKeys();
    void lock();
    void readAgain();
    void proceed();
    void lookForKeys();
    void read(const OpeningKey &key);
    void startReading(const OpeningKey &key, crypto::X25519KeyPair pair);
    void begin(Job *job);
    void fail(const StreamError &error);
    void say(const QString &heading, const QString &text = {}, bool offersKey = false, bool offersShow = false);
    [[nodiscard]] std::optional<OpeningKey> keyFor(std::uint64_t chunk) const;

    QPointer<PackageSession> m_session;
    QPointer<FileKeyRing> m_keys;
    int m_row = -1;
    QVector<Fact> m_recipientFacts;

    // Of this package and the keys as they are now; gone when either changes.
    std::shared_ptr<const package::Package> m_package;
    std::shared_ptr<const package::OpenableReading> m_openable;
    QVector<OpeningKey> m_asked; // the keys that it answers for, in its order
    std::shared_ptr<const stream::BuyerAccess> m_granted;
    QString m_grantedTo; // the id of the key that m_granted is for

    QPointer<Job> m_job;    // deletes itself
    bool m_wanted = false;  // something is to be done when it ends, or when this is seen
    bool m_waiting = false; // for a ring to hand over a key
    bool m_locked = false;
    int m_turn = 0; // what was begun in an earlier one is of no use any more
    QTimer m_slow;

    QStackedWidget *m_pages;
    QLabel *m_heading = nullptr;
    QLabel *m_text = nullptr;
    FactList *m_recipients = nullptr;
    QPushButton *m_openKey = nullptr;
    QPushButton *m_showAgain = nullptr;
    QLabel *m_opened;
    ContentView *m_view;
};

} // namespace streamdesk::ui
