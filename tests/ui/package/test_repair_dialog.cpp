// A damaged package mended in the window: from a copy the library knows, from one that is dropped, from a ZIP file.
#include "tests/support/repair_fixture.h"
#include "tests/support/sample_copy.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/ui_main.h"
#include "ui/package/repair_dialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>
#include <QUrl>

using namespace streamdesk;
using test::SampleCopy;
using Stage = ui::RepairSession::Stage;

namespace {

constexpr int patience = 20'000;

QPushButton *button(const QWidget *within, const QString &text)
{
    for (auto *const each : within->findChildren<QPushButton *>()) {
        if (each->text().remove(QLatin1Char('&')) == text && each->isVisible()) {
            return each;
        }
    }
    return nullptr;
}

bool says(const QWidget *within, const QString &part)
{
    const auto labels = within->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](QLabel *label) { return label->isVisible() && label->text().contains(part); });
}

QStringList copies(const ui::RepairDialog *dialog)
{
    QStringList rows;
    const auto *const list = dialog->findChild<QTreeWidget *>();
    for (int row = 0; row < list->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *const item = list->topLevelItem(row); // "arm-07 in ~/Downloads"
        rows.append(item->text(0).section(QLatin1Char(' '), 0, 0) + QStringLiteral(": ") + item->text(1));
    }
    return rows;
}

void drop(QWidget *onto, const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths) {
        urls.append(QUrl::fromLocalFile(path));
    }
    data.setUrls(urls);
    const QPoint at = onto->rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(onto, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(onto, &dropped);
    QCOMPARE(dropped.dropAction(), Qt::CopyAction);
}

void damage(const SampleCopy &sample)
{
    sample.flip(QStringLiteral("chunk-2.bin"), 100);
    sample.remove(QStringLiteral("chunk-4.json"));
    sample.remove(QStringLiteral("chunk-5.bin"));
}

// The dialog over the page in front, ready.
ui::RepairDialog *openDialog(test::Desk &desk, ui::PackagePage *page)
{
    auto *const banner = test::Desk::banner(page)->findChild<QPushButton *>();
    if (banner->text() != QStringLiteral("Repair…")) {
        return nullptr;
    }
    QTest::mouseClick(banner, Qt::LeftButton);
    auto *const dialog = page->findChild<ui::RepairDialog *>();
    const bool ready =
        dialog != nullptr
        && QTest::qWaitFor([&] { return dialog->session()->stage() == Stage::Ready && dialog->isVisible(); }, patience);
    Q_UNUSED(desk)
    return ready ? dialog : nullptr;
}

} // namespace

class TestRepairDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mendsFromACopyInTheLibrary()
    {
        const SampleCopy damaged(QStringLiteral("arm-07"));
        damage(damaged);
        const SampleCopy backup(QStringLiteral("backup"));
        const SampleCopy gone(QStringLiteral("gone"));
        test::Desk desk;
        desk.library.noteOpened(backup.path(), ui::LibraryEntry::Kind::Package);
        desk.library.noteOpened(gone.path(), ui::LibraryEntry::Kind::Package);
        desk.library.noteOpened(QStringLiteral(TEST_DATA "/packages/csv/package"), ui::LibraryEntry::Kind::Package);
        QVERIFY(QDir(gone.path()).removeRecursively());
        ui::PackagePage *const page = desk.openAndVerify(damaged.path());
        QVERIFY(page != nullptr);
        ui::RepairDialog *const dialog = openDialog(desk, page);
        QVERIFY(dialog != nullptr);
        QVERIFY(says(dialog, QStringLiteral("3 chunks fail or are missing: 2 and 4–5.")));
        QCOMPARE(copies(dialog), QStringList{QStringLiteral("backup: mends 3 of 3: 2 and 4–5")});
        QVERIFY(says(dialog, QStringLiteral("All of them can be mended.")));

        QVERIFY(button(dialog, QStringLiteral("Repair"))->isEnabled());
        QTest::mouseClick(button(dialog, QStringLiteral("Repair")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(says(dialog, QStringLiteral("Intact, signer not yet trusted")), patience);
        QVERIFY(says(dialog, QStringLiteral("3 files were put in place.")));
        QVERIFY(says(dialog, QStringLiteral("arm-07 replaced 20")));
        QVERIFY(button(dialog, QStringLiteral("Show replaced files")) != nullptr);
        QCOMPARE(page->session()->verification()->judgement.verdict, stream::Verdict::IntactUntrusted);
        const auto &result = *dialog->session()->result();
        QCOMPARE(test::namesIn(result.replacedFolder), QStringList{QStringLiteral("chunk-2.bin")});
        QVERIFY(test::filesIn(damaged.path().toStdString()) == test::filesIn(backup.path().toStdString()));
        QTest::mouseClick(button(dialog, QStringLiteral("Close")), Qt::LeftButton);
        QTRY_VERIFY(page->findChild<ui::RepairDialog *>() == nullptr);
        QCOMPARE(test::Desk::banner(page)->title(), QStringLiteral("Intact, signer not yet trusted"));
    }

    void takesWhatIsDroppedPastedAndLeftOut()
    {
        const SampleCopy damaged(QStringLiteral("arm-07"));
        damage(damaged);
        const SampleCopy half(QStringLiteral("half"));
        half.remove(QStringLiteral("chunk-4.json"));
        const SampleCopy other(QStringLiteral("other"));
        other.remove(QStringLiteral("chunk-2.bin"));
        const SampleCopy stranger(QStringLiteral("stranger"));
        test::signAllAgain(stranger.path().toStdString());
        test::Desk desk;
        ui::PackagePage *const page = desk.openAndVerify(damaged.path());
        ui::RepairDialog *const dialog = openDialog(desk, page);
        QVERIFY(dialog != nullptr);
        QVERIFY(copies(dialog).isEmpty());
        QVERIFY(says(dialog, QStringLiteral("Drop a copy here")));
        QVERIFY(says(dialog, QStringLiteral("No copy is known yet.")));
        QVERIFY(!button(dialog, QStringLiteral("Repair"))->isEnabled());

        drop(dialog, {stranger.path(), half.file(QStringLiteral("chunk-0.json"))}); // a file stands for its package
        QTRY_COMPARE_WITH_TIMEOUT(copies(dialog),
                                  (QStringList{QStringLiteral("stranger: not used: it is signed by another key"),
                                               QStringLiteral("half: mends 2 of 3: 2 and 5")}),
                                  patience);
        QVERIFY(says(dialog, QStringLiteral("2 of 3 can be mended.")));
        QVERIFY(says(dialog, QStringLiteral("Chunk 4: no copy has its description. Ask the seller for chunk-4.json")));

        auto *const paths = new QMimeData;
        paths->setUrls({QUrl::fromLocalFile(other.path())});
        QApplication::clipboard()->setMimeData(paths);
        QTest::keyClick(dialog, Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(copies(dialog).size(), qsizetype(3), patience);
        QCOMPARE(copies(dialog)[2], QStringLiteral("other: mends 2 of 3: 4–5"));
        QVERIFY(says(dialog, QStringLiteral("All of them can be mended.")));

        auto *const list = dialog->findChild<QTreeWidget *>();
        list->setFocus();
        list->setCurrentItem(list->topLevelItem(0));
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_COMPARE_WITH_TIMEOUT(copies(dialog).size(), qsizetype(2), patience);
        QTRY_VERIFY_WITH_TIMEOUT(button(dialog, QStringLiteral("Repair"))->isEnabled(), patience);
        auto *const keep = dialog->findChild<QCheckBox *>();
        keep->setFocus();
        QTest::keyClick(keep, Qt::Key_Space);
        QVERIFY(!keep->isChecked());
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(says(dialog, QStringLiteral("Intact, signer not yet trusted")), patience);
        QVERIFY(dialog->session()->result()->replacedFolder.empty());
        QVERIFY(button(dialog, QStringLiteral("Show replaced files")) == nullptr);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(page->findChild<ui::RepairDialog *>() == nullptr);
    }

    void writesANewFileForAZipPackage()
    {
        const SampleCopy damaged(QStringLiteral("package"));
        damage(damaged);
        const test::Scratch scratch;
        const std::filesystem::path zip = scratch.path("arm-07.zip");
        test::packFolder(damaged.path().toStdString(), zip);
        const std::string before = test::textOf(zip);
        test::Desk desk;
        desk.library.noteOpened(QStringLiteral(SAMPLE_PACKAGE "/package"), ui::LibraryEntry::Kind::Package);
        ui::PackagePage *const page = desk.openAndVerify(scratch.qpath("arm-07.zip"));
        ui::RepairDialog *const dialog = openDialog(desk, page);
        QVERIFY(dialog != nullptr);
        QVERIFY(says(dialog, QStringLiteral("written beside it, as arm-07 repaired.zip")));
        QVERIFY(!dialog->findChild<QCheckBox *>()->isVisible());
        QTest::mouseClick(button(dialog, QStringLiteral("Repair")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(says(dialog, QStringLiteral("The repaired package is written")), patience);
        const QString made = scratch.qpath("arm-07 repaired.zip");
        QTRY_VERIFY_WITH_TIMEOUT(desk.window.packagePage(made) != nullptr
                                     && desk.window.packagePage(made)->session()->verification() != nullptr,
                                 patience);
        QCOMPARE(desk.window.packagePage(made)->session()->verification()->judgement.verdict,
                 stream::Verdict::IntactUntrusted);
        QVERIFY(test::textOf(zip) == before);
        QTest::mouseClick(button(dialog, QStringLiteral("Close")), Qt::LeftButton);
    }

    void saysWhyNothingCanBeRepaired()
    {
        const SampleCopy damaged(QStringLiteral("arm-07"));
        for (int i = 2; i < 7; ++i) {
            damaged.remove(QStringLiteral("chunk-%1.bin").arg(i));
        }
        test::Desk desk;
        ui::PackagePage *const page = desk.openAndVerify(damaged.path());
        ui::RepairDialog *const dialog = openDialog(desk, page);
        QVERIFY(dialog != nullptr);
        QVERIFY(says(dialog, QStringLiteral("More than half of the package fails.")));
        QVERIFY(!button(dialog, QStringLiteral("Repair"))->isEnabled());
        dialog->reject();
    }

    void saysWhatWentWrongAndLeavesThePackageAsItWas()
    {
        const SampleCopy damaged(QStringLiteral("arm-07"));
        damage(damaged);
        const SampleCopy copy(QStringLiteral("copy"));
        test::Desk desk;
        desk.library.noteOpened(copy.path(), ui::LibraryEntry::Kind::Package);
        ui::PackagePage *const page = desk.openAndVerify(damaged.path());
        ui::RepairDialog *const dialog = openDialog(desk, page);
        QVERIFY(dialog != nullptr);
        copy.flip(QStringLiteral("chunk-5.bin"), 3); // after it was looked into
        const auto before = test::filesIn(damaged.path().toStdString());
        QTest::mouseClick(button(dialog, QStringLiteral("Repair")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(says(dialog, QStringLiteral("chunk-5.bin")), patience);
        QVERIFY(dialog->session()->stage() == Stage::Ready);
        QVERIFY(test::filesIn(damaged.path().toStdString()) == before);
        dialog->reject();
    }

    // The way without a mouse: the menu, Tab to each control, and the button at the end.
    void isReachedAndUsedByKeyboard()
    {
        const SampleCopy damaged(QStringLiteral("arm-07"));
        damage(damaged);
        const SampleCopy copy(QStringLiteral("copy"));
        test::Desk desk;
        desk.library.noteOpened(copy.path(), ui::LibraryEntry::Kind::Package);
        ui::PackagePage *const page = desk.openAndVerify(damaged.path());
        QVERIFY(page != nullptr);
        QTest::keyClick(&desk.window, Qt::Key_P, Qt::AltModifier);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_E);
        QTRY_VERIFY(page->findChild<ui::RepairDialog *>() != nullptr);
        auto *const dialog = page->findChild<ui::RepairDialog *>();
        QTRY_VERIFY_WITH_TIMEOUT(dialog->session()->stage() == Stage::Ready && dialog->isActiveWindow(), patience);
        QStringList reached;
        for (int i = 0; i < 8; ++i) {
            const QWidget *const focus = QApplication::focusWidget();
            const auto *const press = qobject_cast<const QAbstractButton *>(focus);
            reached.append(press != nullptr   ? press->text().remove(QLatin1Char('&'))
                           : focus != nullptr ? focus->accessibleName()
                                              : QString());
            QTest::keyClick(dialog, Qt::Key_Tab);
        }
        for (const char *const name : {"Copies", "Choose folder…", "Choose ZIP file…", "Repair", "Close"}) {
            QVERIFY2(reached.contains(QString::fromUtf8(name)), qPrintable(reached.join(QLatin1Char('|'))));
        }
        QTest::keyClick(dialog, Qt::Key_R, Qt::AltModifier);
        QTRY_VERIFY_WITH_TIMEOUT(says(dialog, QStringLiteral("Intact, signer not yet trusted")), patience);
        QTest::keyClick(dialog, Qt::Key_Return); // the button that closes has the focus
        QTRY_VERIFY(page->findChild<ui::RepairDialog *>() == nullptr);
    }

    void isOfferedOnlyWhereItHelps()
    {
        const SampleCopy sample(QStringLiteral("arm-07"));
        test::Desk desk;
        ui::PackagePage *const page = desk.openAndVerify(sample.path());
        QVERIFY(page != nullptr);
        QVERIFY(test::Desk::banner(page)->findChild<QPushButton *>()->text() != QStringLiteral("Repair…"));
        sample.remove(QStringLiteral("chunk-1.bin"));
        page->session()->lookForChanges();
        QTRY_VERIFY(page->session()->filesChanged());
        QVERIFY2(!page->canRepair(), "what fails now is not known");
        page->verifyAgain();
        QTRY_VERIFY_WITH_TIMEOUT(page->canRepair(), patience);
        QCOMPARE(test::Desk::banner(page)->findChild<QPushButton *>()->text(), QStringLiteral("Repair…"));
    }
};

STREAMDESK_UI_TEST(TestRepairDialog)
#include "test_repair_dialog.moc"
