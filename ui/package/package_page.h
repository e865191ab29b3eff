// One package: its verdict, its facts, its chain, and what is wrong with it.
#pragma once

#include "ui/content/file_key_ring.h"
#include "ui/library/library_store.h"
#include "ui/package/package_session.h"
#include "ui/package/row_selection.h"

#include <QWidget>

#include <memory>

class QAction;
class QLabel;
class QPushButton;
class QSplitter;

namespace streamdesk::ui {

class ChainCard;
class ChunkDetail;
class ChunkTable;
class FactRow;
class MoreButton;
class ProblemPanel;
class TrustDesk;
class VerdictBanner;

class PackagePage : public QWidget
{
    Q_OBJECT

public:
    // `store` remembers title, note and last verdict. `trust` is where a machine is trusted once it was compared;
    // without it that is not offered. `keys` are those of the desk; keys from files join them while the page is open.
    // All outlive the page.
    PackagePage(PackageSession *session, LibraryStore *store, TrustDesk *trust = nullptr, KeyRing *keys = nullptr,
                QWidget *parent = nullptr);

    [[nodiscard]] PackageSession *session() const noexcept { return m_session; }
    [[nodiscard]] RowSelection *selection() noexcept { return &m_selection; }
    // Those of the desk, and those from files while the page is open.
    [[nodiscard]] FileKeyRing *keys() noexcept { return &m_keys; }
    [[nodiscard]] QString title() const;
    // What the status area says while this page is shown.
    [[nodiscard]] QString statusText() const;

    // Verified, so that it is known what fails.
    [[nodiscard]] bool canRepair() const;
    // Opened, and not being worked on.
    [[nodiscard]] bool canDecrypt() const;
    // Verified, and the files are as they were then.
    [[nodiscard]] bool canSaveReceipt() const;

    [[nodiscard]] QByteArray splitterState() const;
    void restoreSplitterState(const QByteArray &state);

public Q_SLOTS:
    void verifyAgain();
    void stop();
    void recheckSelected();
    void showCode();
    void compare();
    void repair();      // only when canRepair()
    void decrypt();     // only when canDecrypt()
    void saveReceipt(); // only when canSaveReceipt()
    void copyFindings();
    void exportFindings();
    void rename();
    void editNote();
    void showInFileManager();
    void focusFilter();

Q_SIGNALS:
    void statusChanged();
    void jobStarted(Job *job);               // beside those of the session
    void openRequested(const QString &path); // a package that came into being
    void explanationRequested();             // what a signature proves

private:
    void buildHeader();
    void update();
    void updateBanner();
    void updateFacts();
    void updateHeader();
    void showProgress();
    void showFirstProblem();
    [[nodiscard]] QString comparisonOffered() const;
    [[nodiscard]] bool offersRepair() const;
    void bannerAction();
    void verifyOrStop();
    void recheck(const std::vector<int> &rows);
    void exportTo(const QString &path);
    void showFile(int row);
    [[nodiscard]] QString lastVerifiedText() const;

    PackageSession *m_session;
    LibraryStore *m_store;
    TrustDesk *m_trust;
    FileKeyRing m_keys;
    RowSelection m_selection;

    QLabel *m_title;
    QLabel *m_place;
    QLabel *m_note;
    QPushButton *m_verify;
    QPushButton *m_copy;
    MoreButton *m_more;
    QAction *m_showCode;
    QAction *m_repair;
    QAction *m_decrypt;
    QAction *m_receipt;
    VerdictBanner *m_banner;
    ProblemPanel *m_problem;
    FactRow *m_facts;
    ChainCard *m_chain;
    QSplitter *m_splitter;
    ChunkTable *m_table;
    ChunkDetail *m_detail;
    std::unique_ptr<Job> m_export;
};

} // namespace streamdesk::ui
