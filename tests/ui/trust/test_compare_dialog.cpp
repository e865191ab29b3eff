// What the seller states, compared in the window: typed, pasted, dropped and scanned; what is trusted after it, and
// what is refused.
#include "core/keys/statement.h"
#include "core/keys/trust_edits.h"
#include "core/stream/package_code.h"
#include "tests/support/package_fixture.h"
#include "tests/support/sample_copy.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/ui_main.h"
#include "ui/trust/code_dialog.h"
#include "ui/trust/compare_dialog.h"
#include "ui/trust/statement_field.h"
#include "ui/widgets/verdict_banner.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace streamdesk;
using test::SampleCopy;
using Key = stream::SignerTrust::Key;

namespace {

QPushButton *button(const QWidget &dialog, const QString &text)
{
    for (auto *const each : dialog.findChildren<QPushButton *>()) {
        if (each->text() == text && each->isVisible()) {
            return each;
        }
    }
    return nullptr;
}

void click(QPushButton *button)
{
    QVERIFY(button != nullptr);
    QVERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
}

bool says(const QWidget &dialog, const QString &part)
{
    const auto labels = dialog.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](QLabel *label) { return label->isVisible() && label->text().contains(part); });
}

void drop(QWidget &dialog, const QMimeData &mime)
{
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&dialog, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&dialog, &dropped);
}

// The dialog over the page of a package that was opened and verified in a desk.
struct Comparison
{
    Comparison(test::Desk &desk, const QString &path) : page(desk.openAndVerify(path))
    {
        if (page == nullptr) {
            qFatal("not opened");
        }
        page->compare();
        dialog = page->findChildren<ui::CompareDialog *>().back();
    }
    ~Comparison() { delete dialog; }
    Q_DISABLE_COPY_MOVE(Comparison)

    [[nodiscard]] QLineEdit *line() const
    {
        return dialog->findChild<ui::StatementField *>()->findChild<QLineEdit *>();
    }
    [[nodiscard]] QString result() const { return dialog->findChild<ui::VerdictBanner *>()->title(); }
    [[nodiscard]] const stream::ChainReport &report() const { return page->session()->verification()->report; }
    [[nodiscard]] QString fingerprint() const
    {
        return QString::fromStdString(keys::fingerprint(report().signers.front()));
    }

    ui::PackagePage *page;
    QPointer<ui::CompareDialog> dialog;
};

Key keyTrust(const test::Desk &desk, const stream::ChainReport &report)
{
    return desk.trust.lookUp(report.dids.front(), report.signers.front(), report.firstChunkId).key;
}

} // namespace

class TestCompareDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBuyerTypesWhatTheSellerReads()
    {
        const SampleCopy sample;
        QString code;
        {
            test::Desk seller;
            ui::PackagePage *const sold = seller.openAndVerify(sample.path());
            QVERIFY(sold != nullptr);
            sold->showCode();
            auto *const shown = sold->findChild<ui::CodeDialog *>();
            click(button(*shown, QStringLiteral("Copy")));
            code = QApplication::clipboard()->text();
            QVERIFY(says(*shown, code));
        }
        test::Desk buyer;
        const Comparison comparison(buyer, sample.path());
        QCOMPARE(test::Desk::banner(comparison.page)->title(), QStringLiteral("Intact, signer not yet trusted"));
        QVERIFY(says(*comparison.dialog, QStringLiteral("Is this key really the machine’s?")));
        QTest::keyClicks(comparison.line(), code.toLower().remove(QLatin1Char('-')));
        QTRY_COMPARE(comparison.result(), QStringLiteral("The code fits"));
        QVERIFY(keyTrust(buyer, comparison.report()) == Key::Unknown); // nothing is trusted before it is asked for
        QTest::keyClicks(comparison.dialog->findChildren<QLineEdit *>().back(), QStringLiteral("Rover 7"));
        click(button(*comparison.dialog, QStringLiteral("Trust this machine")));
        QTRY_COMPARE(comparison.result(), QStringLiteral("The machine is trusted"));

        const stream::SignerTrust trust = buyer.trust.lookUp(
            comparison.report().dids.front(), comparison.report().signers.front(), comparison.report().firstChunkId);
        QVERIFY(trust.key == Key::Trusted);
        QVERIFY(trust.pin.has_value());
        QCOMPARE(buyer.trust.read().machines[0].label, std::string("Rover 7"));
        comparison.dialog->close();
        QTRY_VERIFY(test::Desk::banner(comparison.page)->text().contains(QStringLiteral("complete and in order")));
    }

    void aReorderedCopyIsCaught()
    {
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("csv"));
        scratch.copy(golden, "package");
        test::writeMutation(QStringLiteral("chunks-reordered-and-relinked-NOT-DETECTED"), scratch.path("copy"));
        test::Desk seller;
        const ui::PackagePage *const sold = seller.openAndVerify(scratch.qpath("package"));
        const QString code = QString::fromStdString(*sold->session()->verification()->code);

        test::Desk buyer;
        const Comparison comparison(buyer, scratch.qpath("copy"));
        QCOMPARE(test::Desk::banner(comparison.page)->title(), QStringLiteral("Intact, signer not yet trusted"));
        QTest::keyClicks(comparison.line(), code);
        QTRY_COMPARE(comparison.result(), QStringLiteral("Not what was announced: the package code does not match"));
        QVERIFY(says(*comparison.dialog, QStringLiteral("another order")));
        QVERIFY(!button(*comparison.dialog, QStringLiteral("Trust this machine"))->isEnabled());
        comparison.dialog->close();
        QVERIFY(test::Desk::banner(comparison.page)->tone() == ui::VerdictBanner::Tone::Broken);
    }

    void aReorderedCopyByATrustedMachineSaysMore()
    {
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("csv"));
        scratch.copy(golden, "package");
        test::writeMutation(QStringLiteral("chunks-reordered-and-relinked-NOT-DETECTED"), scratch.path("copy"));
        test::Desk desk;
        Comparison first(desk, scratch.qpath("package"));
        QTest::keyClicks(first.line(), first.fingerprint());
        click(button(*first.dialog, QStringLiteral("Trust this machine")));
        QTRY_COMPARE(first.result(), QStringLiteral("The machine is trusted"));
        const QString code = QString::fromStdString(*first.page->session()->verification()->code);
        first.dialog->close();

        const Comparison second(desk, scratch.qpath("copy"));
        QTest::keyClicks(second.line(), code);
        QTRY_VERIFY(says(*second.dialog, QStringLiteral("left out, added, repeated or put in another order")));
    }

    void typingErrorsAreCaughtWhileTyping()
    {
        const SampleCopy sample;
        test::Desk desk;
        const Comparison comparison(desk, sample.path());
        QString code = QString::fromStdString(*comparison.page->session()->verification()->code);
        QTest::keyClicks(comparison.line(), code.left(4));
        QVERIFY(says(*comparison.dialog, QStringLiteral("17 characters to go")));
        QCOMPARE(comparison.result(), QStringLiteral("Not compared yet"));
        code[0] = code[0] == QLatin1Char('7') ? QLatin1Char('8') : QLatin1Char('7');
        comparison.line()->clear();
        QTest::keyClicks(comparison.line(), code);
        QVERIFY(says(*comparison.dialog, QStringLiteral("typing error")));
        QVERIFY(!button(*comparison.dialog, QStringLiteral("Trust this machine"))->isEnabled());
        comparison.line()->clear();
        QTest::keyClicks(comparison.line(), comparison.fingerprint().left(29));
        QVERIFY(says(*comparison.dialog, QStringLiteral("A part of it proves nothing")));
    }

    void whatIsPastedDroppedOrScannedIsFound_data()
    {
        QTest::addColumn<QString>("way");
        for (const char *way : {"mail pasted", "mail dropped", "picture pasted", "picture file dropped",
                                "text file dropped", "trust file dropped"}) {
            QTest::newRow(way) << QString::fromLatin1(way);
        }
    }

    void whatIsPastedDroppedOrScannedIsFound()
    {
        QFETCH(QString, way);
        const SampleCopy sample;
        test::Desk desk;
        const Comparison comparison(desk, sample.path());
        const QString code = QString::fromStdString(*comparison.page->session()->verification()->code);
        const QString mail = QStringLiteral("Hello,\nthe code of the package is %1, kind regards").arg(code);
        comparison.page->showCode();
        auto *const codeDialog = comparison.page->findChild<ui::CodeDialog *>();
        const QImage picture = codeDialog->grab().toImage(); // as somebody takes a picture of the screen
        delete codeDialog;
        const QString file = desk.folder.filePath(QStringLiteral("what the seller sent"));
        auto mime = std::make_unique<QMimeData>();
        if (way.startsWith(QStringLiteral("mail"))) {
            mime->setText(mail);
        } else if (way == QStringLiteral("picture pasted")) {
            mime->setImageData(picture);
        } else {
            mime->setUrls({QUrl::fromLocalFile(file)});
        }
        if (way.startsWith(QStringLiteral("picture file"))) {
            QVERIFY(picture.save(file, "PNG"));
        } else if (way.startsWith(QStringLiteral("text file"))) {
            test::writeFile(file, mail.toUtf8());
        } else if (way.startsWith(QStringLiteral("trust file"))) {
            keys::TrustFile theirs;
            keys::revokeKey(theirs, comparison.report().dids.front(), {.key = {}});
            keys::trustKey(theirs, comparison.report().dids.front(), {.key = comparison.report().signers.front()}, {});
            test::writeFile(file, QByteArray::fromStdString(keys::trustFileText(theirs)));
        }
        if (way.endsWith(QStringLiteral("pasted"))) {
            QApplication::clipboard()->setMimeData(mime.release());
            QTest::keySequence(comparison.line(), QKeySequence::Paste);
        } else {
            drop(*comparison.dialog, *mime);
        }
        const bool key = way.startsWith(QStringLiteral("trust file"));
        QTRY_COMPARE(comparison.line()->text(), key ? comparison.fingerprint() : code);
        QTRY_COMPARE(comparison.result(), key ? QStringLiteral("The key fits") : QStringLiteral("The code fits"));
    }

    void whatIsOfNoUseIsSaid_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("sentence");
        QImage blank(200, 200, QImage::Format_RGB32);
        blank.fill(Qt::white);
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        blank.save(&buffer, "PNG");
        QTest::newRow("no code in it") << png << "No QR code can be made out";
        QTest::newRow("cut") << png.left(60) << "neither a picture nor a text";
        QTest::newRow("something else") << QByteArray("just words") << "neither a picture nor a text";
        QTest::newRow("trust of others") << QByteArray("{\"schemaVersion\":\"streamdesk.trust.v1\",\"machines\":[]}")
                                         << "says nothing about this machine";
    }

    void whatIsOfNoUseIsSaid()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, sentence);
        const SampleCopy sample;
        test::Desk desk;
        const Comparison comparison(desk, sample.path());
        const QString file = desk.folder.filePath(QStringLiteral("file"));
        test::writeFile(file, content);
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(file)});
        drop(*comparison.dialog, mime);
        QTRY_VERIFY(says(*comparison.dialog, sentence));
        QCOMPARE(comparison.result(), QStringLiteral("Not compared yet"));
    }

    void anotherKeyThanTheSellersIsRed()
    {
        const SampleCopy sample;
        test::Desk desk;
        const Comparison comparison(desk, sample.path());
        QTest::keyClicks(comparison.line(), QStringLiteral("ab").repeated(32));
        QTRY_COMPARE(comparison.result(), QStringLiteral("Another key: this is how a forgery looks"));
        click(button(*comparison.dialog, QStringLiteral("Trust the seller’s key")));
        QTRY_COMPARE(comparison.result(), QStringLiteral("The seller’s key is trusted"));
        QVERIFY(keyTrust(desk, comparison.report()) == Key::Contradicted);
        comparison.dialog->close();
        QTRY_COMPARE(test::Desk::banner(comparison.page)->title(),
                     QStringLiteral("Signer changed: this is how a forgery looks"));
    }

    void nothingComparedIsTrustedOnlyAfterAWarning()
    {
        const SampleCopy sample;
        test::Desk desk;
        const Comparison comparison(desk, sample.path());
        click(button(*comparison.dialog, QStringLiteral("Trust without comparing…")));
        auto *warning = comparison.dialog->findChild<QMessageBox *>();
        QVERIFY(warning != nullptr);
        QVERIFY(warning->informativeText().contains(QStringLiteral("If it is forged")));
        click(button(*warning, QStringLiteral("Cancel")));
        QVERIFY(keyTrust(desk, comparison.report()) == Key::Unknown);
        click(button(*comparison.dialog, QStringLiteral("Trust without comparing…")));
        warning = comparison.dialog->findChildren<QMessageBox *>().back();
        click(button(*warning, QStringLiteral("Trust all the same")));
        QTRY_VERIFY(keyTrust(desk, comparison.report()) == Key::Trusted);
        QCOMPARE(desk.trust.read().machines[0].keys[0].pinnedBy, std::string(keys::groundsNotCompared));
    }

    void aNewKeyIsAskedAboutOnce_data()
    {
        QTest::addColumn<bool>("isTheMachines");
        QTest::newRow("it is the machine's") << true;
        QTest::newRow("it is not") << false;
    }

    void aNewKeyIsAskedAboutOnce()
    {
        QFETCH(bool, isTheMachines);
        const SampleCopy sample;
        test::Desk desk;
        const package::Package package = package::Package::openFolder(sample.path().toStdString(), {});
        const std::string did = package::verify(package, {}, {}).report.dids.front();
        desk.trust.update([&](keys::TrustFile &file) { keys::trustKey(file, did, {.key = {}}, "Rover 7"); });
        const Comparison comparison(desk, sample.path());
        QCOMPARE(test::Desk::banner(comparison.page)->tone(), ui::VerdictBanner::Tone::Broken);
        QTRY_VERIFY(says(*comparison.dialog, QStringLiteral("Has the machine got a new key?")));
        if (isTheMachines) {
            QTest::keyClicks(comparison.line(), comparison.fingerprint());
            click(button(*comparison.dialog, QStringLiteral("Trust this key, too")));
        } else {
            click(button(*comparison.dialog, QStringLiteral("Refuse this key…")));
            click(button(*comparison.dialog->findChild<QMessageBox *>(), QStringLiteral("Refuse it")));
        }
        QTRY_VERIFY(keyTrust(desk, comparison.report()) == (isTheMachines ? Key::Trusted : Key::Revoked));
        QVERIFY(desk.trust.lookUp(did, {}, {}).key == Key::Trusted); // the old one still is
        comparison.dialog->close();
        const QString title = isTheMachines ? QStringLiteral("Intact, signer trusted")
                                            : QStringLiteral("Signer changed: this is how a forgery looks");
        QTRY_COMPARE(test::Desk::banner(comparison.page)->title(), title);
        if (!isTheMachines) { // and is not asked again
            QTRY_VERIFY(test::Desk::banner(comparison.page)->text().contains(QStringLiteral("revoked")));
            QVERIFY(button(*test::Desk::banner(comparison.page), QStringLiteral("A new key?…")) == nullptr);
        }
    }

    void onlyAnIntactPackageIsCompared()
    {
        const SampleCopy sample;
        sample.flip(QStringLiteral("chunk-3.bin"), 100);
        test::Desk desk;
        const Comparison comparison(desk, sample.path());
        QVERIFY(says(*comparison.dialog, QStringLiteral("Only an intact package can be compared")));
        QVERIFY(!comparison.line()->isEnabled());
    }
};

STREAMDESK_UI_TEST(TestCompareDialog)
#include "test_compare_dialog.moc"
