// The window: sidebar, the page that was chosen, status; and where everything that is opened or dropped arrives.
#pragma once

#include "core/keys/trust_store.h"
#include "core/package/verify.h"
#include "ui/drop/drop_plan.h"
#include "ui/jobs/job.h"
#include "ui/keys/key_desk.h"
#include "ui/library/library_store.h"
#include "ui/window/settings.h"

#include <QMainWindow>

#include <map>
#include <memory>
#include <optional>
#include <vector>

class QFileDialog;
class QMenu;
class QStackedWidget;

namespace streamdesk::ui {

class DeskKeyRing;
class KeysPage;
class LibraryPage;
class LockWatch;
class NoticeBar;
class OwnDataDialog;
class PackagePage;
class ReadingPage;
class SecretClipboard;
class Sidebar;
class StatusArea;
class Theme;
class TrustDesk;
class TrustPage;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    struct Parts // all outlive the window
    {
        Settings *settings;
        LibraryStore *library;
        Theme *theme;
        package::Expectations expectations{};    // what is known of senders from elsewhere
        std::optional<keys::TrustStore> trust{}; // the machines that are trusted; none: there is no page of them
        std::optional<KeyDesk::Places> keys{};   // where this desk's keys are; none: there is no page of them
    };
    explicit MainWindow(Parts parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    // Absolute paths of whatever kind: recognised by content in a job, opened when there is a place for them, and else
    // named for what they are. `elsewhere`: addresses of what is not on this computer.
    void openPaths(const QStringList &paths, const QStringList &elsewhere = {});
    // The page of an opened package, however its path is spelt; nullptr when it is not open.
    [[nodiscard]] PackagePage *packagePage(const QString &path) const;
    [[nodiscard]] PackagePage *currentPackage() const;

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildMenus();
    void buildPackageMenu(QMenu *menu);
    void buildMine();
    void buildTrust();
    void buildKeys();
    void importTrust(const Recognitions &files);
    // False when this window has no page of keys.
    bool importKeys(const Recognitions &files);
    OwnDataDialog *showOwnData();
    void lock();
    void watchIdleness();
    void checkReceipts(const Recognitions &files);
    void rememberSight(const package::Verification &verification);
    void showProof();
    void openPlanned(const DropPlan &plan);
    void openPackage(const QString &path);
    void openReading(const QString &path);
    void nameKept();
    [[nodiscard]] QString libraryTrouble() const;
    void showPage(const QString &key);
    void closePage(const QString &given);
    void closeCurrent();
    void updateStatus();
    void updateActions();
    void packageChanged(PackagePage *page);
    void rememberVerification(PackagePage *page);
    void notify(const QString &title, const QString &text);
    void chooseFolder();
    void chooseFiles();
    void showChooser(QFileDialog *dialog);
    void fillRecent(QMenu *menu);
    void paste();
    void askBeforeClosing();
    void saveWindow();
    void restoreWindow();

    Parts m_parts;
    Sidebar *m_sidebar;
    NoticeBar *m_notices;
    QStackedWidget *m_pages;
    StatusArea *m_status;
    LibraryPage *m_library;
    LibraryPage *m_readings;
    TrustDesk *m_trust = nullptr; // none when another file is trusted for this window
    TrustPage *m_trustPage = nullptr;
    KeyDesk *m_keys = nullptr; // none without Parts::keys, and then none of the following
    DeskKeyRing *m_keyRing = nullptr;
    KeysPage *m_keysPage = nullptr;
    SecretClipboard *m_clipboard = nullptr;
    LockWatch *m_lockWatch = nullptr;
    std::map<QString, QWidget *> m_open; // by key: "package:PATH", "reading:PATH"
    std::vector<std::unique_ptr<Job>> m_openings;
    std::unique_ptr<Job> m_checking;         // of receipts
    std::unique_ptr<Job> m_naming;           // of what is kept
    std::vector<QAction *> m_packageActions; // that need a package in front
    QAction *m_repair = nullptr;             // that needs a verified one
    QAction *m_decrypt = nullptr;
    QAction *m_receipt = nullptr;
    bool m_closingAgreed = false;
};

} // namespace streamdesk::ui
