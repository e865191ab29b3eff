// What a person does with the window: open, drop, paste, close; and what goes wrong around it.
#include "tests/support/sample_copy.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/ui_main.h"
#include "ui/library/kept_files.h"
#include "ui/window/problem_panel.h"
#include "ui/window/status_area.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QFileDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

using namespace streamdesk;
using test::Desk;
using test::SampleCopy;

namespace {

// So large that nobody waits for its end: a chunk whose data is a hole of 64 GiB.
void makeEndless(const SampleCopy &copy)
{
    QFile chunk(copy.file(QStringLiteral("chunk-3.bin")));
    QVERIFY(chunk.open(QIODevice::ReadWrite));
    QVERIFY(chunk.resize(qint64{64} << 30U));
}

template <typename Dialog>
Dialog *waitFor(const QWidget &window)
{
    Dialog *dialog = nullptr;
    const bool found = QTest::qWaitFor([&] {
        dialog = window.findChild<Dialog *>();
        return dialog != nullptr && dialog->isVisible();
    });
    return found ? dialog : nullptr;
}

void drop(QWidget &window, const QList<QUrl> &urls)
{
    QMimeData data;
    data.setUrls(urls);
    const QPoint at = window.rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &dropped);
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }

    void aDroppedDamagedPackageNamesItsChunk()
    {
        const SampleCopy copy(QStringLiteral("Größe 100% neu"));
        copy.flip(QStringLiteral("chunk-4.bin"), 77);
        Desk desk;
        drop(desk.window, {QUrl::fromLocalFile(copy.path())});
        ui::PackagePage *page = nullptr;
        QTRY_VERIFY((page = desk.window.packagePage(copy.path())) != nullptr);
        QTRY_COMPARE(page->session()->stage(), ui::PackageSession::Stage::Checked);
        QCOMPARE(Desk::banner(page)->title(), QStringLiteral("Damaged: 1 of 7 chunks cannot be used"));
        QVERIFY(Desk::banner(page)->text().startsWith(QStringLiteral("Chunk 4 was changed after signing.")));
        QCOMPARE(page->title(), QStringLiteral("Größe 100% neu"));
    }

    void aFileOfAPackageOpensThePackage()
    {
        const SampleCopy copy;
        Desk desk;
        drop(desk.window, {QUrl::fromLocalFile(copy.file(QStringLiteral("chunk-2.json"))),
                           QUrl::fromLocalFile(copy.file(QStringLiteral("manifest.json")))});
        QTRY_VERIFY(desk.window.packagePage(copy.path()) != nullptr);
        QCOMPARE(desk.window.findChildren<ui::PackagePage *>().size(), 1);
    }

    void pastedFilesAreOpened()
    {
        const SampleCopy copy;
        Desk desk;
        auto *const data = new QMimeData;
        data->setUrls({QUrl::fromLocalFile(copy.path())});
        QApplication::clipboard()->setMimeData(data);
        QTest::keyClick(&desk.window, Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(desk.window.packagePage(copy.path()) != nullptr);
    }

    void whatCannotBeUsedIsNamed()
    {
        Desk desk;
        desk.window.openPaths({QStringLiteral(SAMPLE_PACKAGE "/telemetry.csv"), QStringLiteral("/nowhere/x")});
        QTRY_VERIFY(desk.notice().contains(QStringLiteral("telemetry.csv")));
        QVERIFY(desk.notice().contains(QLatin1Char('x')));
        QVERIFY(desk.window.currentPackage() == nullptr);
    }

    void namesOfFilesAreShownAsTheyAre()
    {
        const QString name = QStringLiteral("<b>arm<\\b>\u202e & \n7"); // as rich text it would look otherwise
        const SampleCopy copy(name);
        makeEndless(copy);
        const QString harmless = QStringLiteral("<b>arm<\\b>? & ?7");
        Desk desk;
        desk.window.openPaths({copy.path()});
        ui::PackagePage *page = nullptr;
        QTRY_VERIFY((page = desk.window.packagePage(copy.path())) != nullptr);
        QCOMPARE(page->title(), harmless);
        QCOMPARE(desk.window.windowTitle(), harmless + QStringLiteral(" – Stream Desk"));
        QTRY_COMPARE(page->session()->stage(), ui::PackageSession::Stage::Checking);
        QCOMPARE(page->session()->job()->title(), QStringLiteral("Verifying ") + harmless);
        desk.window.close();
        auto *const box = waitFor<QMessageBox>(desk.window);
        QVERIFY(box != nullptr);
        QVERIFY(box->informativeText().contains(harmless.toHtmlEscaped()));
        QVERIFY(desk.sidebar()->currentItem()->toolTip().contains(harmless.toHtmlEscaped()));
        box->reject();
    }

    void anAccessFileIsNamedAndKept()
    {
        const QDir access(QStringLiteral(TEST_DATA "/packages/csv/access"));
        Desk desk;
        desk.window.openPaths({access.filePath(access.entryList(QDir::Files).front())});
        QTRY_VERIFY(desk.notice().contains(QStringLiteral("-1.json")));
        QCOMPARE(ui::KeptFiles::paths().size(), 1);
    }

    void theSamePackageTwiceIsOnePage()
    {
        const SampleCopy copy;
        Desk desk;
        ui::PackagePage *const page = desk.openAndVerify(copy.path());
        desk.window.openPaths({copy.path() + QLatin1Char('/'), copy.file(QStringLiteral("chunk-0.json"))});
        QTRY_COMPARE(desk.window.findChild<ui::StatusArea *>()->running(), 0);
        QCOMPARE(desk.window.findChildren<ui::PackagePage *>().size(), 1);
        QCOMPARE(desk.window.currentPackage(), page);
    }

    void oneDamagedPackageLeavesTheOtherAlone()
    {
        const SampleCopy good(QStringLiteral("good"));
        const SampleCopy bad(QStringLiteral("bad"));
        bad.flip(QStringLiteral("chunk-0.bin"), 0);
        Desk desk;
        desk.window.openPaths({good.path(), bad.path()});
        const auto isDone = [&](const SampleCopy &copy) {
            const ui::PackagePage *const page = desk.window.packagePage(copy.path());
            return page != nullptr && page->session()->stage() == ui::PackageSession::Stage::Checked;
        };
        QTRY_VERIFY(isDone(good) && isDone(bad));
        QCOMPARE(Desk::banner(desk.window.packagePage(good.path()))->title(),
                 QStringLiteral("Intact, signer not yet trusted"));
        QCOMPARE(Desk::banner(desk.window.packagePage(bad.path()))->title(),
                 QStringLiteral("Damaged: 1 of 7 chunks cannot be used"));
    }

    void workIsStoppedAndStartedAgain()
    {
        const SampleCopy copy;
        makeEndless(copy);
        Desk desk;
        desk.window.openPaths({copy.path()});
        ui::PackagePage *page = nullptr;
        QTRY_VERIFY((page = desk.window.packagePage(copy.path())) != nullptr
                    && page->session()->stage() == ui::PackageSession::Stage::Checking);
        auto *const stop = Desk::banner(page)->findChild<QPushButton *>();
        QTRY_COMPARE(stop->text(), QStringLiteral("Stop"));
        QTest::mouseClick(stop, Qt::LeftButton);
        QTRY_COMPARE(page->session()->stage(), ui::PackageSession::Stage::Opened);
        QCOMPARE(Desk::banner(page)->title(), QStringLiteral("Not verified yet"));
        copy.remove(QStringLiteral("chunk-3.bin"));
        QTest::keyClick(&desk.window, Qt::Key_F5);
        QTRY_COMPARE(page->session()->stage(), ui::PackageSession::Stage::Checked);
        QCOMPARE(Desk::banner(page)->title(), QStringLiteral("Incomplete: 1 of 7 chunks missing"));
    }

    void closingDuringWorkAsks()
    {
        const SampleCopy copy;
        makeEndless(copy);
        Desk desk;
        desk.window.openPaths({copy.path()});
        QTRY_VERIFY(desk.window.packagePage(copy.path()) != nullptr
                    && desk.window.packagePage(copy.path())->session()->isBusy());
        QVERIFY(!desk.window.close());
        auto *box = waitFor<QMessageBox>(desk.window);
        QVERIFY(box != nullptr);
        QTest::keyClick(box, Qt::Key_Escape); // goes on working
        QTRY_VERIFY(desk.window.findChild<QMessageBox *>() == nullptr);
        QVERIFY(desk.window.isVisible());
        QVERIFY(!desk.window.close());
        box = waitFor<QMessageBox>(desk.window);
        for (QAbstractButton *const button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QTRY_VERIFY(!desk.window.isVisible());
    }

    void closingWhileReadingsAreReadAsks()
    {
        Desk desk;
        const QString path = desk.folder.filePath(QStringLiteral("many.jsonl"));
        QFile many(path);
        QVERIFY(many.open(QIODevice::WriteOnly));
        for (int i = 0; i < 100'000; ++i) {
            many.write(R"({"schemaVersion":"1.0","did":"did:peaq:0x00","payload":{"a":1},"signature":"0x00"})"
                       "\n");
        }
        many.close();
        desk.window.openPaths({path});
        const auto *const status = desk.window.findChild<ui::StatusArea *>();
        QTRY_VERIFY(status->titlesOfRunning().contains(QStringLiteral("Verifying many.jsonl")));
        QCOMPARE(status->running(), 1);
        QVERIFY(!desk.window.close());
        auto *const box = waitFor<QMessageBox>(desk.window);
        QVERIFY(box != nullptr);
        box->reject();
    }

    void aLibraryThatIsNotSavedIsSaid()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("library.ini"));
        QSettings(file, QSettings::IniFormat).setValue(QStringLiteral("library/version"), 99);
        ui::Settings settings;
        ui::LibraryStore library(file);
        ui::Theme theme(ui::Appearance::Light);
        ui::MainWindow window({.settings = &settings, .library = &library, .theme = &theme, .expectations = {}});
        window.show();
        QVERIFY(window.findChild<ui::NoticeBar *>()->text().contains(QStringLiteral("not saved")));
    }

    void aPackageThatVanishesIsSaid()
    {
        const SampleCopy copy;
        Desk desk;
        ui::PackagePage *const page = desk.openAndVerify(copy.path());
        QVERIFY(QDir(copy.path()).rename(copy.path(), copy.path() + QStringLiteral("-elsewhere")));
        page->session()->lookForChanges();
        QTRY_COMPARE(Desk::banner(page)->title(), QStringLiteral("The files have changed since"));
        page->verifyAgain();
        QTRY_VERIFY(page->session()->problem().has_value());
        QVERIFY(desk.window.isEnabled());
    }

    void aFolderInPlaceOfDataIsAFinding()
    {
        const SampleCopy copy;
        copy.remove(QStringLiteral("chunk-2.bin"));
        QVERIFY(QDir().mkdir(copy.file(QStringLiteral("chunk-2.bin"))));
        copy.remove(QStringLiteral("chunk-4.bin"));
        QVERIFY(QFile::link(QStringLiteral("/nowhere/at/all"), copy.file(QStringLiteral("chunk-4.bin"))));
        Desk desk;
        const ui::PackagePage *const page = desk.openAndVerify(copy.path());
        QVERIFY(page != nullptr);
        QCOMPARE(Desk::banner(page)->tone(), ui::VerdictBanner::Tone::Broken);
        QCOMPARE(page->session()->state(1), ui::ChunkState::Verified);
    }

    void theLastVerdictIsRememberedAndNotShownAsPresent()
    {
        const SampleCopy copy;
        Desk desk;
        QVERIFY(desk.openAndVerify(copy.path()) != nullptr);
        QTest::keyClick(&desk.window, Qt::Key_W, Qt::ControlModifier);
        QVERIFY(desk.window.currentPackage() == nullptr);
        desk.settings.setVerifyWhenOpened(false);
        const ui::PackagePage *const page = desk.openAndVerify(copy.path());
        QCOMPARE(Desk::banner(page)->title(), QStringLiteral("Not verified yet"));
        QVERIFY2(Desk::banner(page)->text().contains(
                     QStringLiteral("Intact, signer not yet trusted. The files look unchanged")),
                 qPrintable(Desk::banner(page)->text()));
        QCOMPARE(Desk::banner(page)->tone(), ui::VerdictBanner::Tone::Neutral);
    }

    void theWindowComesBackAsItWas()
    {
        const SampleCopy copy;
        {
            Desk desk;
            QVERIFY(desk.openAndVerify(copy.path()) != nullptr);
            desk.window.resize(1111, 777);
            QTRY_COMPARE(desk.window.size(), QSize(1111, 777));
            QVERIFY(desk.window.close());
        }
        QTemporaryDir folder;
        ui::Settings settings;
        ui::LibraryStore library(folder.filePath(QStringLiteral("library.ini")));
        ui::Theme theme(ui::Appearance::Light);
        const ui::MainWindow again({.settings = &settings, .library = &library, .theme = &theme, .expectations = {}});
        QCOMPARE(again.size(), QSize(1111, 777));
    }

    void whatWasOpenedIsAmongTheRecent()
    {
        const SampleCopy copy(QStringLiteral("fish & chips"));
        Desk desk;
        QVERIFY(desk.openAndVerify(copy.path()) != nullptr);
        QTest::keyClick(&desk.window, Qt::Key_W, Qt::ControlModifier);
        for (QMenu *const menu : desk.window.findChildren<QMenu *>()) {
            if (menu->title().contains(QStringLiteral("Recent"))) {
                Q_EMIT menu->aboutToShow();
                QCOMPARE(menu->actions().size(), 1);
                QCOMPARE(menu->actions().front()->text(), QStringLiteral("fish && chips"));
                menu->actions().front()->trigger();
                QTRY_VERIFY(desk.window.packagePage(copy.path()) != nullptr);
                return;
            }
        }
        QFAIL("no such menu");
    }

    void renamedByKeyboard()
    {
        const SampleCopy copy;
        Desk desk;
        ui::PackagePage *const page = desk.openAndVerify(copy.path());
        QTest::keyClick(&desk.window, Qt::Key_F2);
        auto *const dialog = waitFor<QInputDialog>(desk.window);
        QVERIFY(dialog != nullptr);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), QStringLiteral("arm-07, week 46"));
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(page->title(), QStringLiteral("arm-07, week 46"));
        QVERIFY(QFileInfo::exists(copy.path()));
    }

    void findingsAreExported()
    {
        const SampleCopy copy;
        copy.flip(QStringLiteral("chunk-4.bin"), 77);
        Desk desk;
        QVERIFY(desk.openAndVerify(copy.path()) != nullptr);
        QTest::keyClick(&desk.window, Qt::Key_E, Qt::ControlModifier);
        auto *const dialog = waitFor<QFileDialog>(desk.window);
        QVERIFY(dialog != nullptr);
        const QString target = desk.folder.filePath(QStringLiteral("findings.csv"));
        auto *const name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        name->setText(target);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(QFileInfo::exists(target));
        const QByteArray table = contentOf(target);
        QVERIFY(table.startsWith("chunk_first,chunk_last,reason"));
        QVERIFY2(table.contains("\r\n4,4,hash_mismatch,altered"), table.constData());
    }

    void findingsThatCannotBeExportedAreSaid()
    {
        const SampleCopy copy;
        Desk desk;
        const ui::PackagePage *const page = desk.openAndVerify(copy.path());
        QVERIFY(page != nullptr);
        desk.library.rename(page->session()->path(), QStringLiteral("A/B: 1"));
        QTest::keyClick(&desk.window, Qt::Key_E, Qt::ControlModifier);
        auto *const dialog = waitFor<QFileDialog>(desk.window);
        QVERIFY(dialog != nullptr);
        auto *const name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        QCOMPARE(name->text(), QStringLiteral("A-B- 1 findings"));
        Q_EMIT dialog->fileSelected(copy.file(QStringLiteral("manifest.json/findings.csv")));
        dialog->reject();
        QTRY_VERIFY(page->findChild<ui::ProblemPanel *>()->isVisible());
    }

private:
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

STREAMDESK_UI_TEST(TestMainWindow)

#include "test_main_window.moc"
