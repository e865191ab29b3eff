#include "ui/window/main_window.h"

#include "core/base/text.h"
#include "ui/drop/drop_catcher.h"
#include "ui/drop/kind_words.h"
#include "ui/keys/desk_key_ring.h"
#include "ui/keys/keys_page.h"
#include "ui/library/kept_files.h"
#include "ui/library/library_page.h"
#include "ui/owndata/own_data_dialog.h"
#include "ui/package/package_page.h"
#include "ui/package/receipt_words.h"
#include "ui/package/verdict_words.h"
#include "ui/readings/reading_page.h"
#include "ui/readings/reading_session.h"
#include "ui/trust/trust_desk.h"
#include "ui/trust/trust_page.h"
#include "ui/widgets/notice_bar.h"
#include "ui/window/main_window_sections.h"
#include "ui/window/notification.h"
#include "ui/window/sidebar.h"
#include "ui/window/status_area.h"
#include "ui/words/problem_words.h"
#include "ui/words/values.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

namespace streamdesk::ui {

namespace {

const QString libraryKey = QStringLiteral("library");
const QString readingsKey = QStringLiteral("readings");
const QString packagePrefix = QStringLiteral("package:");
const QString readingPrefix = QStringLiteral("reading:");
const QString geometryKey = QStringLiteral("window/geometry");
const QString splitterKey = QStringLiteral("window/splitter");
constexpr QSize firstSize(1280, 820);

QFrame *verticalLine(QWidget *parent)
{
    auto *const line = new QFrame(parent);
    line->setProperty("line", true);
    line->setFixedWidth(1);
    return line;
}

} // namespace

MainWindow::MainWindow(Parts parts, QWidget *parent)
    : QMainWindow(parent), m_parts(std::move(parts)), m_sidebar(new Sidebar), m_notices(new NoticeBar),
      m_pages(new QStackedWidget), m_status(new StatusArea),
      m_library(new LibraryPage(m_parts.library, LibraryEntry::Kind::Package)),
      m_readings(new LibraryPage(m_parts.library, LibraryEntry::Kind::Readings))
{
    setWindowTitle(tr("Stream Desk"));
    m_sidebar->addHeading(tr("Data"));
    m_sidebar->addSection(libraryKey, libraryKey, tr("Library"));
    m_sidebar->addSection(readingsKey, readingsKey, tr("Readings"));
    m_pages->addWidget(m_library);
    m_pages->addWidget(m_readings);
    buildMine();

    auto *const centre = new QWidget(this);
    auto *const outer = new QVBoxLayout(centre);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *const across = new QHBoxLayout;
    across->setSpacing(0);
    across->addWidget(m_sidebar);
    across->addWidget(verticalLine(centre));
    auto *const right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_notices);
    right->addWidget(m_pages, 1);
    across->addLayout(right, 1);
    outer->addLayout(across, 1);
    outer->addWidget(m_status);
    setCentralWidget(centre);
    buildMenus();

    connect(m_sidebar, &Sidebar::chosen, this, &MainWindow::showPage);
    connect(m_sidebar, &Sidebar::closeRequested, this, &MainWindow::closePage);
    for (LibraryPage *const page : {m_library, m_readings}) {
        connect(page, &LibraryPage::openRequested, this, [this](const QString &path) { openPaths({path}); });
        connect(page, &LibraryPage::openFolderRequested, this, &MainWindow::chooseFolder);
        connect(page, &LibraryPage::openFileRequested, this, &MainWindow::chooseFiles);
        connect(page, &LibraryPage::forgetKeptRequested, this, [this] {
            KeptFiles::clear();
            nameKept();
        });
    }
    auto *const drops = new DropCatcher(this);
    connect(drops, &DropCatcher::dropped, this, &MainWindow::openPaths);
    connect(m_parts.library, &LibraryStore::changed, this, [this](const QString &path) {
        const auto open = m_open.find(packagePrefix + path);
        if (const auto *const page = open == m_open.end() ? nullptr : qobject_cast<PackagePage *>(open->second)) {
            m_sidebar->setText(packagePrefix + path, page->title());
            updateStatus();
        }
    });
    connect(m_parts.library, &LibraryStore::troubleChanged, this,
            [this] { m_notices->say(libraryTrouble().isEmpty() ? QStringList() : QStringList{libraryTrouble()}); });
    if (m_parts.library->trouble() != LibraryStore::Trouble::None) {
        m_notices->say({libraryTrouble()});
    }
    nameKept();
    m_sidebar->setCurrent(libraryKey);
    restoreWindow();
    updateActions();
}

MainWindow::~MainWindow() = default;

void MainWindow::openPaths(const QStringList &paths, const QStringList &elsewhere)
{
    const auto found = std::make_shared<Recognitions>();
    auto job = std::make_unique<Job>(
        tr("Looking at %Ln file(s)", nullptr, int(paths.size())),
        [found, paths](const jobs::JobControl &control) { *found = recogniseAll(paths, control); });
    Job *const running = job.get();
    connect(running, &Job::finished, this,
            [this, found, elsewhere] { openPlanned(planOf(std::move(*found), elsewhere)); });
    std::erase_if(m_openings, [](const auto &one) { return !one->isRunning(); });
    m_openings.push_back(std::move(job));
    m_status->follow(running);
    running->start();
}

void MainWindow::openPlanned(const DropPlan &plan)
{
    const LibraryStore::Trouble before = m_parts.library->trouble();
    for (const recognition::Recognition &reading : plan.readings) {
        openReading(pathToOpen(reading));
    }
    for (const recognition::Recognition &package : plan.packages) {
        openPackage(pathToOpen(package));
    }
    QStringList notices;
    if (m_parts.library->trouble() != before && before == LibraryStore::Trouble::None) {
        notices.append(libraryTrouble());
    }
    importTrust(plan.trust);
    if (!plan.desks.empty()) {
        showOwnData()->importFrom(pathToOpen(plan.desks.front()));
    }
    Recognitions later = plan.access;
    if (!importKeys(plan.keys)) {
        later.insert(later.end(), plan.keys.begin(), plan.keys.end());
    }
    for (const recognition::Recognition &item : later) {
        KeptFiles::add(pathToOpen(item));
        notices.append(
            tr("%1: %2. It is kept until there is a place for it.").arg(shortName(item), kindName(item.kind)));
    }
    for (const recognition::Recognition &item : plan.unusable) {
        notices.append(reasonSentence(item) + QLatin1Char('.'));
    }
    for (const QString &address : plan.elsewhere) {
        notices.append(tr("%1 is not on this computer. Save it first, then open it from there.").arg(address));
    }
    m_notices->say(notices);
    nameKept();
    checkReceipts(plan.receipts);
}

// Against the packages that are open and verified; what comes of it is said beneath what is said already.
void MainWindow::checkReceipts(const Recognitions &files)
{
    struct Opened
    {
        QString title;
        std::shared_ptr<const package::Package> package;
        std::shared_ptr<const package::Verification> verification;
    };
    if (files.empty()) {
        return;
    }
    std::vector<Opened> opened;
    for (const auto &[key, widget] : m_open) {
        const auto *const page = qobject_cast<PackagePage *>(widget);
        if (page != nullptr && page->session()->verification()) {
            opened.push_back({.title = page->title(),
                              .package = page->session()->sharedPackage(),
                              .verification = page->session()->verification()});
        }
    }
    const auto lines = std::make_shared<QStringList>();
    m_checking = std::make_unique<Job>(tr("Checking receipts"), [=](const jobs::JobControl &control) {
        for (const recognition::Recognition &file : files) {
            control.checkStop();
            try {
                const package::SignedReceipt receipt = package::readReceipt(file.path);
                std::optional<package::ReceiptMatch> match;
                QString title;
                for (const Opened &one : opened) {
                    const auto here = isReceiptOf(receipt.receipt, *one.verification, *one.package);
                    if (!match || here < *match) { // the nearest comes first
                        match = here;
                        title = one.title;
                    }
                }
                if (match == package::ReceiptMatch::OtherPackage && opened.size() > 1) {
                    match.reset(); // of none of them
                }
                lines->append(receiptText(shortName(file), receipt, match, title));
            } catch (const StreamError &error) {
                lines->append(describe(error).sentence);
            }
        }
    });
    connect(m_checking.get(), &Job::finished, this, [this, lines] {
        QStringList said = m_notices->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        m_notices->say(said + *lines);
    });
    m_checking->start();
}

void MainWindow::openPackage(const QString &given)
{
    const QString path = m_parts.library->noteOpened(given, LibraryEntry::Kind::Package);
    const QString key = packagePrefix + path;
    if (!m_open.contains(key)) {
        auto *const session = new PackageSession(path, m_parts.expectations);
        const QDir cache(QStandardPaths::writableLocation(QStandardPaths::CacheLocation));
        session->keepIndexIn(pathFromUtf8(cache.filePath(QStringLiteral("indexes")).toStdString()));
        auto *const page = new PackagePage(session, m_parts.library, m_trust, m_keyRing);
        session->setParent(page);
        m_open[key] = page;
        m_pages->addWidget(page);
        m_sidebar->addOpen(libraryKey, key, page->title());
        page->restoreSplitterState(QSettings().value(splitterKey).toByteArray());
        connect(session, &PackageSession::stageChanged, this, [this, page] { packageChanged(page); });
        connect(session, &PackageSession::verified, this, [this, page] { rememberVerification(page); });
        connect(page, &PackagePage::statusChanged, this, &MainWindow::updateStatus);
        connect(page, &PackagePage::jobStarted, m_status, &StatusArea::follow);
        connect(page, &PackagePage::openRequested, this, [this](const QString &made) { openPaths({made}); });
        connect(page, &PackagePage::explanationRequested, this, &MainWindow::showProof);
        session->open(m_parts.settings->verifyWhenOpened());
    } else {
        packagePage(path)->session()->lookForChanges();
    }
    showPage(key);
}

void MainWindow::openReading(const QString &given)
{
    const QString path = m_parts.library->noteOpened(given, LibraryEntry::Kind::Readings);
    const QString key = readingPrefix + path;
    if (!m_open.contains(key)) {
        auto *const page = new ReadingPage(path);
        m_open[key] = page;
        m_pages->addWidget(page);
        m_sidebar->addOpen(readingsKey, key, shown(QFileInfo(path).fileName()));
        m_sidebar->setIcon(key, readingsKey, &Colours::muted, {});
        const auto follow = [this, session = &page->session()] { m_status->follow(session->job()); };
        connect(&page->session(), &ReadingSession::stageChanged, m_status, follow);
        follow(); // it reads since it is there
    }
    showPage(key);
}

QString MainWindow::libraryTrouble() const
{
    const QString file = shown(m_parts.library->fileName());
    switch (m_parts.library->trouble()) {
    case LibraryStore::Trouble::NewerVersion:
        return tr("The library was written by a newer version of Stream Desk. What you change in it now is not saved.");
    case LibraryStore::Trouble::Broken:
        return tr("The library cannot be read and is left as it is. What you change in it now is not saved. To begin "
                  "a new one, move this file away: %1")
            .arg(file);
    case LibraryStore::Trouble::NotWritten:
        return tr("The library cannot be saved and is known only until you close the window. See that there is room on "
                  "the disk and that this file can be written to: %1")
            .arg(file);
    case LibraryStore::Trouble::None:
        break;
    }
    return {};
}

// What the kept files are is looked up each time: they may be gone or be something else by now.
void MainWindow::nameKept()
{
    const auto found = std::make_shared<Recognitions>();
    m_naming = std::make_unique<Job>(QString(), [found, paths = KeptFiles::paths()](const jobs::JobControl &control) {
        *found = recogniseAll(paths, control);
    });
    connect(m_naming.get(), &Job::finished, this, [this, found] {
        QStringList lines;
        for (const recognition::Recognition &item : *found) {
            lines.append(tr("%1: %2").arg(shortName(item), kindName(item.kind)));
        }
        m_library->setKept(lines);
    });
    m_naming->start();
}

// ---- pages

void MainWindow::showPage(const QString &key)
{
    const auto open = m_open.find(key);
    m_pages->setCurrentWidget(open != m_open.end() ? open->second
                              : key == readingsKey ? static_cast<QWidget *>(m_readings)
                              : key == trustKey    ? static_cast<QWidget *>(m_trustPage)
                              : key == keysKey     ? static_cast<QWidget *>(m_keysPage)
                                                   : m_library);
    m_sidebar->setCurrent(key);
    if (key == trustKey) {
        m_trust->look();
    } else if (key == keysKey) {
        m_keys->look();
    }
    updateStatus();
    updateActions();
}

void MainWindow::closePage(const QString &given)
{
    const QString key = given; // which may be the name that goes with the page
    const auto open = m_open.find(key);
    if (open == m_open.end()) {
        return;
    }
    QWidget *const page = open->second;
    const bool inFront = m_pages->currentWidget() == page;
    if (const auto *const package = qobject_cast<PackagePage *>(page)) {
        QSettings().setValue(splitterKey, package->splitterState());
    }
    m_open.erase(open);
    m_sidebar->removeOpen(key);
    if (inFront) {
        showPage(key.startsWith(readingPrefix) ? readingsKey : libraryKey);
    }
    m_pages->removeWidget(page);
    delete page; // stops its work
}

void MainWindow::closeCurrent()
{
    const auto open = std::ranges::find(m_open, m_pages->currentWidget(), &decltype(m_open)::value_type::second);
    if (open == m_open.end()) {
        close();
    } else {
        closePage(open->first);
    }
}

PackagePage *MainWindow::packagePage(const QString &path) const
{
    const auto open = m_open.find(packagePrefix + LibraryStore::canonical(path));
    return open == m_open.end() ? nullptr : qobject_cast<PackagePage *>(open->second);
}

PackagePage *MainWindow::currentPackage() const
{
    return qobject_cast<PackagePage *>(m_pages->currentWidget());
}

void MainWindow::packageChanged(PackagePage *page)
{
    const PackageSession *const session = page->session();
    const QString key = packagePrefix + session->path();
    if (session->isBusy()) {
        m_status->follow(session->job());
        m_sidebar->setIcon(key, QStringLiteral("checking"), &Colours::muted, tr("being verified"));
    } else if (session->stage() == PackageSession::Stage::Failed || session->filesChanged()) {
        m_sidebar->setIcon(key, QStringLiteral("problem"), &Colours::attention,
                           session->filesChanged() ? tr("files have changed") : tr("cannot be opened"));
    } else if (session->verification()) {
        const stream::Verdict verdict = session->verification()->judgement.verdict;
        m_sidebar->setIcon(key, verdictIcon(verdict), verdictColour(verdict), verdictTitle(verdict));
    } else {
        m_sidebar->setIcon(key, QStringLiteral("unchecked"), &Colours::muted, tr("not verified"));
    }
    updateActions();
}

void MainWindow::rememberVerification(PackagePage *page)
{
    const PackageSession *const session = page->session();
    const package::Verification &verification = *session->verification();
    const std::string_view name = verdictName(verification.judgement.verdict);
    m_parts.library->setVerified(session->path(), {.when = session->verifiedAt(),
                                                   .verdict = QString::fromLatin1(name.data(), qsizetype(name.size())),
                                                   .chunks = verification.report.chunks,
                                                   .footprint = QString::fromStdString(session->footprint())});
    if (m_parts.settings->notifyWhenDone() && !isActiveWindow()) {
        notify(page->title(), verdictText(verification).title);
    }
    rememberSight(verification);
}

void MainWindow::notify(const QString &title, const QString &text)
{
    QApplication::alert(this);
    showNotification(title, text);
}

void MainWindow::updateStatus()
{
    const PackagePage *const page = currentPackage();
    m_status->setText(page != nullptr ? page->statusText() : QString());
    setWindowTitle(page != nullptr ? tr("%1 – Stream Desk").arg(page->title()) : tr("Stream Desk"));
}

void MainWindow::updateActions()
{
    for (QAction *const action : m_packageActions) {
        action->setEnabled(currentPackage() != nullptr);
    }
    m_repair->setEnabled(currentPackage() != nullptr && currentPackage()->canRepair());
    m_decrypt->setEnabled(currentPackage() != nullptr && currentPackage()->canDecrypt());
    m_receipt->setEnabled(currentPackage() != nullptr && currentPackage()->canSaveReceipt());
    int packages = 0;
    const QVector<LibraryEntry> entries = m_parts.library->entries();
    for (const LibraryEntry &entry : entries) {
        packages += entry.kind == LibraryEntry::Kind::Package ? 1 : 0;
    }
    m_sidebar->setCount(libraryKey, packages);
    m_sidebar->setCount(readingsKey, int(entries.size()) - packages);
    if (m_keys != nullptr) {
        m_sidebar->setCount(keysKey, int(m_keys->keys().size()));
    }
    if (m_trust != nullptr) {
        const auto &machines = m_trust->file().machines;
        m_sidebar->setCount(trustKey, int(std::ranges::count_if(machines, [](const keys::TrustedMachine &machine) {
                                return !machine.keys.empty();
                            })));
    }
}

// ---- the window itself

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow()) {
        if (m_trust != nullptr) {
            m_trust->look();
        }
        for (const auto &[key, page] : m_open) {
            if (auto *const package = qobject_cast<PackagePage *>(page)) {
                package->session()->lookForChanges();
            }
        }
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_status->running() > 0 && !m_closingAgreed) {
        event->ignore();
        askBeforeClosing();
        return;
    }
    saveWindow();
    event->accept();
}

void MainWindow::askBeforeClosing()
{
    auto *const box = new QMessageBox(QMessageBox::Question, tr("Close Stream Desk?"), tr("Work is not finished yet:"),
                                      QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    // The box takes for rich text what looks like it, and names of files are among the words.
    box->setInformativeText(plainToolTip(m_status->titlesOfRunning().join(QLatin1Char('\n'))));
    QPushButton *const stop = box->addButton(tr("Stop and close"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("Go on working"), QMessageBox::RejectRole));
    connect(stop, &QPushButton::clicked, this, [this] {
        m_closingAgreed = true;
        m_status->stopAll();
        close();
    });
    box->open();
}

void MainWindow::saveWindow()
{
    QSettings().setValue(geometryKey, saveGeometry());
    if (const PackagePage *const page = currentPackage()) {
        QSettings().setValue(splitterKey, page->splitterState());
    }
}

void MainWindow::restoreWindow()
{
    if (!restoreGeometry(QSettings().value(geometryKey).toByteArray())) {
        resize(firstSize.boundedTo(screen()->availableSize()));
    }
}

} // namespace streamdesk::ui
