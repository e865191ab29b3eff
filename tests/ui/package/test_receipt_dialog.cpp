// Receipts in the window: saved with a key of one's own, and checked when they are dropped.
#include "ui/package/receipt_dialog.h"

#include "core/package/receipt.h"
#include "tests/support/package_fixture.h"
#include "tests/support/sample_copy.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/ui_main.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace streamdesk;
using ui::ReceiptDialog;

class TestReceiptDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void isSavedAndCheckedWhenItIsDropped()
    {
        const test::SampleCopy copy(QStringLiteral("arm-07"));
        const test::SampleCopy other(QStringLiteral("arm-08"));
        const test::Scratch scratch;
        test::Desk desk;
        ui::PackagePage *const page = desk.openAndVerify(copy.path());
        QVERIFY(page != nullptr);
        page->saveReceipt();
        auto *const dialog = page->findChild<ReceiptDialog *>();
        QVERIFY(dialog != nullptr);
        auto *const keys = dialog->findChild<QComboBox *>();
        QCOMPARE(keys->count(), 0); // no key of the desk signs
        QVERIFY(!button(*dialog, "Save…")->isEnabled());
        dialog->useKeyFile(QStringLiteral(SAMPLE_PACKAGE "/signing.key"));
        QCOMPARE(keys->currentText(), QStringLiteral("signing.key"));
        QVERIFY(button(*dialog, "Save…")->isEnabled());
        const QString file = scratch.qpath("r.json");
        dialog->saveTo(file);
        QTRY_VERIFY(said(*dialog).startsWith(QStringLiteral("Saved as ")));
        const package::SignedReceipt receipt = package::readReceipt(file.toStdString());
        QVERIFY(receipt.check == crypto::SignatureCheck::Valid);
        QVERIFY(receipt.receipt.verdict == stream::Verdict::IntactUntrusted);
        QCOMPARE(receipt.receipt.totalChunks, 7U);
        dialog->reject();

        desk.window.openPaths({file});
        QTRY_VERIFY(
            desk.notice().contains(QStringLiteral("“arm-07” is the package of this receipt, in the same state.")));
        QVERIFY(desk.notice().startsWith(QStringLiteral("r.json: as it was signed by the key ")));

        copy.flip(QStringLiteral("chunk-1.bin"), 30);
        page->verifyAgain();
        QTRY_VERIFY(page->session()->verification()
                    && page->session()->verification()->judgement.verdict == stream::Verdict::Damaged);
        desk.window.openPaths({file});
        QTRY_VERIFY(desk.notice().contains(QStringLiteral("something in it has changed since.")));

        test::replaceText(file.toStdString(), "intact-untrusted", "intact-trusted");
        desk.window.openPaths({file});
        QTRY_VERIFY(desk.notice().contains(QStringLiteral("this receipt was changed after it was signed.")));
    }

    void withoutAPackageItSaysWhatToDo()
    {
        const test::Scratch scratch;
        const auto package = package::Package::openFolder(test::GoldenPackage(QStringLiteral("csv")).package(), {});
        const auto receipt = receiptOf(package::verify(package, {}, {}), package, {}, "p", "2026-11-22T09:00:00Z");
        writeReceipt(receipt, crypto::generateEd25519KeyPair(), scratch.path("r.json"), false,
                     io::Durability::NotSynced);
        test::Desk desk;
        desk.window.openPaths({scratch.qpath("r.json")});
        QTRY_VERIFY(
            desk.notice().endsWith(QStringLiteral("Open its package and drop the receipt again to compare them.")));
        const test::SampleCopy copy(QStringLiteral("arm-07"));
        QVERIFY(desk.openAndVerify(copy.path()) != nullptr);
        desk.window.openPaths({scratch.qpath("r.json")});
        QTRY_VERIFY(desk.notice().endsWith(QStringLiteral("“arm-07” is another package than that of this receipt.")));
    }

    void aKeyThatCannotBeUsedIsNamed()
    {
        const test::SampleCopy copy;
        const test::Scratch scratch;
        test::Desk desk;
        ui::PackagePage *const page = desk.openAndVerify(copy.path());
        QVERIFY(page != nullptr);
        page->saveReceipt();
        auto *const dialog = page->findChild<ReceiptDialog *>();
        dialog->useKeyFile(QStringLiteral(SAMPLE_PACKAGE "/telemetry.csv"));
        dialog->saveTo(scratch.qpath("r.json"));
        QTRY_VERIFY(said(*dialog).startsWith(QStringLiteral("telemetry.csv ")));
        QVERIFY(!QFile::exists(scratch.qpath("r.json")));
    }

private:
    static QString said(const ReceiptDialog &dialog)
    {
        const auto labels = dialog.findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->text().startsWith(QStringLiteral("Saved as"))
                || label->text().contains(QStringLiteral(".csv"))) {
                return label->text();
            }
        }
        return {};
    }
    static QPushButton *button(const ReceiptDialog &dialog, const char *text)
    {
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text().remove(QLatin1Char('&')) == QString::fromUtf8(text)) {
                return button;
            }
        }
        return nullptr;
    }
};

STREAMDESK_UI_TEST(TestReceiptDialog)

#include "test_receipt_dialog.moc"
